// Runs the bundled extension under a stub of VS Code, against the real server over its standard input and output.
// Input on stdin: { python, file, text }. Output: what reached the editor.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Module from "node:module";
import { pathToFileURL } from "node:url";

import { makeEditor } from "./stub.mjs";

const { bundle, python, file, text, trusted, path } = JSON.parse(readFileSync(0, "utf8"));
const editor = makeEditor({ uri: pathToFileURL(file).href, file, text, trusted, settings: { python, path } });

const load = Module._load;
Module._load = (name, ...others) => (name === "vscode" ? editor.vscode : load(name, ...others));
const extension = createRequire(import.meta.url)(bundle);

const within = (milliseconds, promise) =>
  Promise.race([promise, new Promise((done) => setTimeout(done, milliseconds, "too late").unref())]);

await extension.activate({ subscriptions: [] });
const answered = trusted && !path ? await within(60_000, editor.answered) : "not asked";
for (const command of ["perfrules.testFile", "perfrules.reviewFile", "perfrules.play"]) {
  await editor.run(command);
}
await extension.deactivate();
process.stdout.write(JSON.stringify({ answered, ...editor.seen }));
