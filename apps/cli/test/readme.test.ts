import { execFile } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync } from "node:fs";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { useFolder, useProgram } from "./moothall.ts";

useProgram();
const folder = useFolder();
const root = fileURLToPath(new URL("../../../", import.meta.url));

test("the commands of the README work, pasted one after another", async () => {
  const script = [...readFileSync(`${root}README.md`, "utf8").matchAll(/^```sh\n([\s\S]*?)^```$/gm)]
    .map(([, block]) => block)
    .join("");
  expect(script).toContain("moothall example load");
  mkdirSync(`${folder.path}/bin`);
  const command = folder.write(
    "bin/moothall",
    `#!/bin/sh\nexec "${process.execPath}" "${root}apps/cli/dist/main.js" "$@"\n`,
  );
  chmodSync(command, 0o755);
  const { stdout } = await promisify(execFile)("sh", ["-eu", "-c", script], {
    cwd: folder.path,
    env: { ...process.env, PATH: `${folder.path}/bin${delimiter}${process.env.PATH}` },
  });
  expect(stdout).toContain("82.00");
  expect(stdout).toContain("£106,600.00");
});
