/** Which program to start: the one of the settings, that of the folder's virtual environment, or that of the system. */

import { join } from "node:path";

export interface Settings {
  readonly path: string;
  readonly python: string;
}

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
}

export function programOf(
  settings: Settings,
  folders: readonly string[],
  exists: (path: string) => boolean,
  windows: boolean,
): Program {
  if (settings.python !== "") {
    return { command: settings.python, args: ["-m", "perfrules"] };
  }
  const own = folders.map((folder) =>
    windows ? join(folder, ".venv", "Scripts", "perfrules.exe") : join(folder, ".venv", "bin", "perfrules"),
  );
  return { command: settings.path || own.find(exists) || "perfrules", args: [] };
}

/** Windows gives programs an encoding of its own unless told otherwise. */
export const ENVIRONMENT = { PYTHONUTF8: "1" } as const;
