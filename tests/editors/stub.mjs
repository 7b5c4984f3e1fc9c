// As much of the `vscode` module as a language client needs to start, to open one document and to show what is said.

const nothing = { dispose() {} };
const event = () => nothing;

class Position {
  constructor(line, character) {
    Object.assign(this, { line, character });
  }
}
class Range {
  constructor(start, end, line, character) {
    this.start = typeof start === "number" ? new Position(start, end) : start;
    this.end = typeof start === "number" ? new Position(line, character) : end;
  }
}
class Uri {
  constructor(url) {
    this.url = new URL(url);
    this.scheme = this.url.protocol.slice(0, -1);
    this.path = decodeURIComponent(this.url.pathname);
    this.fsPath = this.path;
  }
  static parse(url) {
    return new Uri(url);
  }
  static file(path) {
    return new Uri(`file://${path}`);
  }
  toString() {
    return this.url.href;
  }
}
class Diagnostic {
  constructor(range, message, severity) {
    Object.assign(this, { range, message, severity });
  }
}
class EventEmitter {
  event = event;
  fire() {}
  dispose() {}
}
class CancellationTokenSource {
  token = { isCancellationRequested: false, onCancellationRequested: event };
  cancel() {}
  dispose() {}
}
class Disposable {
  static from() {
    return nothing;
  }
  dispose() {}
}
class ProcessExecution {
  constructor(command, args, options) {
    Object.assign(this, { command, args, options });
  }
}
class Task {
  constructor(definition, scope, name, source, execution) {
    Object.assign(this, { name, source, execution });
  }
}

/** Whatever else is asked for: a class where it begins with a capital, an event, a registration, or numbers by name. */
const rest = (known) =>
  new Proxy(known, {
    get(from, key) {
      if (key in from || typeof key === "symbol") {
        return from[key];
      }
      if (/^on[A-Z]/.test(key)) {
        return event;
      }
      if (/^(register|create|set)/.test(key)) {
        return () => rest({ ...nothing, options: {} });
      }
      if (/^[A-Z]/.test(key)) {
        from[key] = new Proxy(class {}, { get: (of, name) => (name in of ? of[name] : String(name)) });
        return from[key];
      }
      return undefined;
    },
  });

export const makeEditor = ({ uri, file, text, trusted, settings }) => {
  const handlers = new Map();
  const seen = { diagnostics: [], tasks: [], errors: [], languages: [] };
  let answer;
  const answered = new Promise((done) => {
    answer = done;
  });
  const document = {
    uri: new Uri(uri),
    languageId: "perfrules",
    version: 1,
    lineCount: text.split("\n").length,
    isDirty: false,
    getText: () => text,
  };
  const configuration = {
    get: (name, usual) => settings[name] ?? usual,
    has: () => false,
    inspect: () => undefined,
  };
  const vscode = rest({
    __esModule: true,
    version: "1.100.0",
    ...{ Position, Range, Uri, Diagnostic, EventEmitter, CancellationTokenSource, Disposable, ProcessExecution, Task },
    DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
    TaskScope: { Global: 1, Workspace: 2 },
    env: rest({ appName: "stub", language: "zh-cn", clipboard: { writeText: async () => {} } }),
    extensions: rest({ all: [], getExtension: () => undefined }),
    workspace: rest({
      isTrusted: trusted,
      textDocuments: [document],
      notebookDocuments: [],
      workspaceFolders: [{ uri: Uri.file(file.replace(/\/[^/]*$/, "")), name: "folder", index: 0 }],
      getConfiguration: () => configuration,
      getWorkspaceFolder: () => undefined,
      save: async (saved) => saved,
      createFileSystemWatcher: () => ({ ...nothing, onDidCreate: event, onDidChange: event, onDidDelete: event }),
    }),
    window: rest({
      activeTextEditor: { document },
      visibleTextEditors: [{ document }],
      tabGroups: rest({ all: [] }),
      showErrorMessage: async (message) => void seen.errors.push(message),
      showInformationMessage: async () => undefined,
      createOutputChannel: () =>
        rest({ ...nothing, name: "perfrules", append() {}, appendLine() {}, show() {}, info() {}, error() {}, warn() {}, debug() {}, trace() {} }),
    }),
    languages: rest({
      match: (selector) => (selector.some?.((each) => each.language === "perfrules") || selector.language === "perfrules" ? 10 : 0),
      createDiagnosticCollection: () => ({
        ...nothing,
        set(of, found) {
          seen.diagnostics = found.map((each) => ({ line: each.range.start.line, code: each.code?.value ?? each.code, message: each.message }));
          answer("answered");
        },
        delete() {},
        clear() {},
        has: () => false,
      }),
    }),
    commands: rest({
      registerCommand: (name, handler) => {
        handlers.set(name, handler);
        return nothing;
      },
      executeCommand: async () => undefined,
      getCommands: async () => [],
    }),
    tasks: rest({
      executeTask: async (task) =>
        void seen.tasks.push({ name: task.name, program: [task.execution.command, ...task.execution.args] }),
    }),
  });
  return { vscode, seen, answered, run: (name) => handlers.get(name)() };
};
