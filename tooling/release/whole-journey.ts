// The whole journey of a release: everything built anew, every package installed alone.
import { spawnSync } from "node:child_process";

const { status } = spawnSync("pnpm", ["vitest", "tooling/release/journey"], {
  stdio: "inherit",
  env: { ...process.env, MOOTHALL_JOURNEY: "whole" },
  shell: process.platform === "win32",
});
process.exitCode = status ?? 1;
