import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { alone, root, step } from "./step.mjs";
import { runtime } from "./toolchain.mjs";

/** Folders whose children are packages, as in pnpm-workspace.yaml. */
const groups = ["packages", "apps", "tooling"];

/** Installs what the lockfile names, unless that was done since a manifest last changed. */
export function ensureInstalled() {
  once("install", manifests, () => {
    runtime().usePnpm();
    step("installing dependencies", "pnpm", ["install", "--frozen-lockfile", "--prefer-offline"]);
  });
}

/**
 * Builds the command line, unless that was done since a source last changed.
 *
 * @param {string} output The file that the build writes, relative to the root.
 */
export function ensureBuilt(output) {
  once(
    "build",
    () => `${sources()}\n${timeAndSize(join(root, output))}`,
    () => {
      runtime().usePnpm();
      const turbo = [
        "exec",
        "turbo",
        "run",
        "build",
        "--filter=moothall",
        "--output-logs=new-only",
      ];
      step("building", "pnpm", turbo);
    },
  );
}

/**
 * Does some work and records of what; does nothing when that record still holds.
 *
 * @param {string} name
 * @param {() => string} describe Everything the result of the work depends on.
 * @param {() => void} work
 */
function once(name, describe, work) {
  const record = join(root, "node_modules", `.moothall-${name}`);
  const holds = () => existsSync(record) && readFileSync(record, "utf8") === digest(describe());
  if (holds()) return;
  alone(() => {
    if (holds()) return;
    work();
    mkdirSync(dirname(record), { recursive: true });
    writeFileSync(record, digest(describe()));
  });
}

/** What decides which dependencies are installed. */
function manifests() {
  const files = ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml"];
  for (const folder of projects()) files.push(join(folder, "package.json"));
  const contents = files.map((file) => {
    const path = join(root, file);
    return existsSync(path) ? `${file}\n${readFileSync(path, "utf8")}` : file;
  });
  return [process.platform, process.arch, ...contents].join("\n");
}

/**
 * What decides the built command line. Times and sizes stand for contents, because reading every
 * file would take longer than most commands run.
 */
function sources() {
  const files = ["pnpm-lock.yaml", "tsconfig.base.json", "turbo.json"].map((file) =>
    join(root, file),
  );
  files.push(...filesUnder(join(root, "tooling", "tsup")));
  for (const folder of projects()) {
    if (!folder.startsWith("tooling")) files.push(...filesUnder(join(root, folder)));
  }
  return files.map(timeAndSize).join("\n");
}

/** @returns {string[]} Folders relative to the root. */
function projects() {
  return groups.flatMap((group) =>
    existsSync(join(root, group))
      ? readdirSync(join(root, group))
          .sort()
          .map((name) => join(group, name))
      : [],
  );
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesUnder(folder) {
  if (!statSync(folder).isDirectory()) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !["node_modules", "dist", ".turbo"].includes(name))
    .filter(({ name }) => !name.endsWith(".test.ts") && !name.endsWith(".md"))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    });
}

/** @param {string} path */
function timeAndSize(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  return `${path} ${found?.mtimeMs} ${found?.size}`;
}

/** @param {string} text */
function digest(text) {
  return createHash("sha256").update(text).digest("hex");
}
