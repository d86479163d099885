import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The workspace root. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Setting up cannot go on; the message is for the person at the keyboard. */
export class SetUpError extends Error {
  /**
   * @param {string} message
   * @param {number} exitCode
   */
  constructor(message, exitCode) {
    super(message);
    this.exitCode = exitCode;
  }
}

/**
 * Runs one step to its end, with everything it prints on standard error.
 *
 * @param {string} purpose What the step does, for the message when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string }} [options]
 */
export function step(purpose, command, args, { cwd = root } = {}) {
  process.stderr.write(`[bootstrap] ${purpose}\n`);
  const shell = process.platform === "win32" && command !== process.execPath;
  const result = spawnSync(command, args, { cwd, stdio: ["ignore", 2, 2], shell });
  if (result.error) throw new SetUpError(`${purpose}: ${result.error.message}`, 70);
  if (result.status !== 0) throw new SetUpError(`failed: ${purpose}`, result.status ?? 70);
}

/** Whether this process has its turn already. */
let held = false;

/**
 * Does some work unless another process is doing it, and then waits for that one instead, so that
 * two commands started together do not install into one folder.
 *
 * @param {() => void} work Looks again whether there is still something to do.
 */
export function alone(work) {
  // Installing dependencies may first have to fetch pnpm: the same process, the same turn.
  if (held) return work();
  const lock = join(root, ".toolchain", "lock");
  mkdirSync(dirname(lock), { recursive: true });
  let waiting = false;
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      if (!holderIsAlive(lock)) {
        rmSync(lock, { force: true });
        continue;
      }
      if (!waiting) process.stderr.write("[bootstrap] waiting for another set-up to finish\n");
      waiting = true;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  const release = () => rmSync(lock, { force: true });
  process.once("exit", release);
  held = true;
  try {
    work();
  } finally {
    held = false;
    process.off("exit", release);
    release();
  }
}

/** @param {string} lock */
function holderIsAlive(lock) {
  try {
    const holder = Number(readFileSync(lock, "utf8"));
    // Empty for the moment between the creation of the file and its content.
    if (holder > 0) process.kill(holder, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
