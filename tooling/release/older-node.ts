import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A Node on PATH that is older than what the packages need, where there is one. */
export const olderNode = (): string | undefined =>
  (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, process.platform === "win32" ? "node.exe" : "node"))
    .find((file) => existsSync(file) && major(file) < 22);

const major = (file: string): number =>
  Number(/^v(\d+)/.exec(String(spawnSync(file, ["--version"]).stdout))?.[1] ?? Number.NaN);
