import { execFile } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { pluginContract } from "@moothall/core/testing";
import { afterAll, expect, test } from "vitest";
import { useProgram } from "./moothall.ts";

useProgram();
const root = fileURLToPath(new URL("../../../", import.meta.url));
// Inside this package, so that the plugin finds the libraries that a council would have installed.
const folder = mkdtempSync(fileURLToPath(new URL("../.plugin-", import.meta.url)));
afterAll(() => rmSync(folder, { recursive: true }));

const page = readFileSync(`${root}docs/writing-a-plugin.md`, "utf8");
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
    ([, block]) => block as string,
  );

mkdirSync(`${folder}/street-lights`);
writeFileSync(`${folder}/street-lights/plugin.mjs`, blocks("js")[0] as string);
writeFileSync(`${folder}/moothall.config.json`, blocks("json")[0] as string);

test("the plugin of the page does what the page says, command by command", async () => {
  mkdirSync(`${folder}/bin`);
  writeFileSync(
    `${folder}/bin/moothall`,
    `#!/bin/sh\nexec "${process.execPath}" --conditions=@moothall/source "${root}apps/cli/dist/main.js" "$@"\n`,
  );
  chmodSync(`${folder}/bin/moothall`, 0o755);
  // What comes before installs packages; the release journey does that.
  const commands = blocks("sh").at(-1) ?? "";
  const { stdout, stderr } = await promisify(execFile)("sh", ["-eu", "-c", commands], {
    cwd: folder,
    env: { ...process.env, PATH: `${folder}/bin${delimiter}${process.env.PATH}` },
  });
  expect(stderr).toBe("");
  expect(stdout).toContain('{\n  "days": 3\n}');
  expect(stdout).toContain("since 2026-05-01.");
  expect(stdout).toContain("| High Street | 2026-05-01 |");
  expect(stdout).toContain("f-1 High Street\n");
  // Created by someone who may see it; listed, reported and exported for everyone.
  expect(stdout.slice(stdout.lastIndexOf("What was found"))).not.toContain("A neighbour");
});

const { default: plugin } = await import(pathToFileURL(`${folder}/street-lights/plugin.mjs`).href);
for (const each of pluginContract(plugin)) test(`the plugin of the page ${each.name}`, each.hold);
