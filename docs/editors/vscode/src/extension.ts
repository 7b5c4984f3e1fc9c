/** Starts `perfrules lsp` for ruleset files, and runs perfrules on the file that is shown. */

import { existsSync } from "node:fs";
import {
  commands,
  env,
  type ExtensionContext,
  ProcessExecution,
  Task,
  TaskPanelKind,
  TaskRevealKind,
  tasks,
  TaskScope,
  Uri,
  window,
  workspace,
} from "vscode";
import { LanguageClient, RevealOutputChannelOn } from "vscode-languageclient/node";

import { ENVIRONMENT, type Program, programOf } from "./program.js";

const NAME = "perfrules";
const INSTALL = 'pip install "perfrules[cli,lsp]"';

/** A client that leaves it to us to say that it could not be started. */
class Client extends LanguageClient {
  isStarted = false;

  override error(message: string, data?: unknown, notify: boolean | "force" = true): void {
    super.error(message, data, this.isStarted && notify);
  }
}

let client: Client | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand("perfrules.testFile", () => runOnFile("试算", "test", "--detail")),
    commands.registerCommand("perfrules.reviewFile", () => runOnFile("审核", "review")),
    commands.registerCommand("perfrules.play", () => run("试一试", ["play", "--open"])),
    commands.registerCommand("perfrules.restart", restart),
    workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration("perfrules.path") || change.affectsConfiguration("perfrules.python")) {
        await restart();
      }
    }),
    workspace.onDidGrantWorkspaceTrust(restart),
  );
  await restart();
}

export async function deactivate(): Promise<void> {
  const former = client;
  client = undefined;
  if (former?.isRunning()) {
    await former.stop();
  }
}

async function restart(): Promise<void> {
  await deactivate();
  if (!workspace.isTrusted) {
    return;
  }
  const { command, args } = program();
  const started = new Client(
    NAME,
    NAME,
    { command, args: [...args, "lsp"], options: { env: { ...process.env, ...ENVIRONMENT } } },
    {
      documentSelector: [{ language: NAME }],
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      // What went wrong is said below, in words that help.
      initializationFailedHandler: () => false,
    },
  );
  client = started;
  try {
    await started.start();
    started.isStarted = true;
  } catch (error) {
    started.outputChannel.appendLine(String(error));
    void explain(command, started);
  }
}

async function explain(command: string, failed: Client): Promise<void> {
  const message = `没有能启动“${command}”，所以现在只有着色，没有检查和补全。请安装 perfrules，或者在设置里写明它在哪里。`;
  const [settings, copy, details] = ["打开设置", "复制安装命令", "看详情"];
  switch (await window.showErrorMessage(message, settings, copy, details)) {
    case settings:
      await commands.executeCommand("workbench.action.openSettings", "perfrules.p");
      break;
    case copy:
      await env.clipboard.writeText(INSTALL);
      break;
    case details:
      failed.outputChannel.show();
      break;
  }
}

/** Runs a command of perfrules on the file that is shown, as it is on the screen. */
async function runOnFile(title: string, ...args: string[]): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== NAME) {
    void window.showInformationMessage("请先打开一个规则文件（.rules）。");
    return;
  }
  // Saving an untitled document asks for its name, and gives another document.
  const saved = await workspace.save(document.uri);
  if (saved?.scheme === "file") {
    await run(title, [...args, saved.fsPath], saved);
  }
}

async function run(title: string, args: readonly string[], file?: Uri): Promise<void> {
  const { command, args: first } = program();
  const folder = file && workspace.getWorkspaceFolder(file);
  const execution = new ProcessExecution(command, [...first, ...args], { env: ENVIRONMENT });
  const task = new Task({ type: "process" }, folder ?? TaskScope.Workspace, title, NAME, execution, []);
  task.presentationOptions = { reveal: TaskRevealKind.Always, panel: TaskPanelKind.Dedicated, clear: true };
  await tasks.executeTask(task);
}

function program(): Program {
  const settings = workspace.getConfiguration(NAME);
  const folders = workspace.workspaceFolders?.map((folder) => folder.uri.fsPath) ?? [];
  return programOf(
    { path: settings.get("path", ""), python: settings.get("python", "") },
    folders,
    existsSync,
    process.platform === "win32",
  );
}
