#!/usr/bin/env node
// Before anything is imported: an older Node would stop at syntax or modules that it does not know.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major >= 26 || (major === 24 && minor >= 11) || (major === 22 && minor >= 18)) {
  const { enableCompileCache } = await import("node:module");
  enableCompileCache();
  const { runCommandLine } = await import("./command-line.ts");
  process.exitCode = await runCommandLine(process.argv.slice(2));
} else {
  process.stderr.write(
    `moothall needs Node 22.18, 24.11 or 26 and later; this is ${process.versions.node}.\n`,
  );
  process.exitCode = 78;
}

export {};
