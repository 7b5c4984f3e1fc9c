// Colours ruleset files by the TextMate grammar of the extension, with the tokenizer that VS Code itself uses.
// Input on stdin: a JSON list of texts. Output: for each text a list of lines, each a list of [text, innermost scope].
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const extension = new URL(process.argv[2]);
const require = createRequire(new URL("package.json", extension));
const { Registry, INITIAL, parseRawGrammar } = require("vscode-textmate");
const oniguruma = require("vscode-oniguruma");

await oniguruma.loadWASM(readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm")).buffer);
const path = new URL("syntaxes/perfrules.tmLanguage.json", extension);
const registry = new Registry({
  onigLib: Promise.resolve({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }),
  loadGrammar: async () => parseRawGrammar(readFileSync(path, "utf8"), "perfrules.tmLanguage.json"),
});
const grammar = await registry.loadGrammar("source.perfrules");

const coloured = (text) => {
  let stack = INITIAL;
  return text.split("\n").map((line) => {
    const found = grammar.tokenizeLine(line, stack);
    stack = found.ruleStack;
    return found.tokens.map((each) => [line.slice(each.startIndex, each.endIndex), each.scopes.at(-1)]);
  });
};

const texts = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(texts.map(coloured)));
