#!/usr/bin/env node
// Runs a command of this workspace with a suitable Node and pnpm, setting up first what is missing.
//
//   node tooling/bootstrap/run.mjs start              build, then serve the worked example
//   node tooling/bootstrap/run.mjs test [ARGS]        everything that must pass
//   node tooling/bootstrap/run.mjs moothall [ARGS]    the command line, from the caller's folder
//   node tooling/bootstrap/run.mjs exec COMMAND ARGS  any command, for example `exec pnpm run docs`
//
// Plain JavaScript without dependencies, because it runs before anything is installed and on every
// Node from 18. What setting up prints goes to standard error: standard output is the command's.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { isatty } from "node:tty";
import { root, SetUpError } from "./step.mjs";
import { runtime } from "./toolchain.mjs";
import { ensureBuilt, ensureInstalled } from "./workspace.mjs";

const commandLine = "apps/cli/dist/main.js";
const [task, ...args] = process.argv.slice(2);

try {
  process.env.TURBO_TELEMETRY_DISABLED ??= "1";
  process.env.TURBO_NO_UPDATE_NOTIFIER ??= "1";
  switch (task) {
    case "start":
      ensureInstalled();
      ensureBuilt(commandLine);
      become(runtime().node, [`${root}/${commandLine}`, "serve", "--example", ...args], root);
      break;
    case "moothall":
      ensureInstalled();
      ensureBuilt(commandLine);
      // npm runs scripts in the workspace root and keeps the caller's folder here.
      become(runtime().node, [`${root}/${commandLine}`, ...args], process.env.INIT_CWD ?? root);
      break;
    case "test":
      ensureInstalled();
      runtime().usePnpm();
      become("pnpm", ["run", "ci:test", ...args], root);
      break;
    case "exec":
      ensureInstalled();
      runtime().usePnpm();
      become(args[0], args.slice(1), process.cwd());
      break;
    default:
      throw new SetUpError("say what to run: start, test, moothall or exec", 64);
  }
} catch (error) {
  if (!(error instanceof SetUpError)) throw error;
  process.stderr.write(`[bootstrap] ${error.message}\n`);
  process.exit(error.exitCode);
}

/**
 * Runs a command as a direct child that has this process's streams, and ends as it ends.
 *
 * @param {string} command
 * @param {string[]} commandArguments
 * @param {string} cwd
 */
function become(command, commandArguments, cwd) {
  const shell = process.platform === "win32" && command === "pnpm";
  const child = spawn(command, commandArguments, { cwd, stdio: "inherit", shell });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the child as well, and a second one would mean "at once".
      if (signal === "SIGINT" && [0, 1, 2].some((stream) => isatty(stream))) return;
      child.kill(signal);
    });
  }
  // npm's shell passes no signal on: when it is gone, the child is to stop as well.
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || child.kill("SIGTERM"), 250).unref();
  child.on("error", (error) => {
    process.stderr.write(`[bootstrap] ${command} did not start: ${error.message}\n`);
    process.exit(70);
  });
  child.on("exit", (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}
