import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";

const packages = fileURLToPath(new URL("../../packages/", import.meta.url));
const run = promisify(execFile);
const node = (folder: string, args: readonly string[]) =>
  run(
    process.execPath,
    ["--conditions=@moothall/source", "--disable-warning=ExperimentalWarning", ...args],
    { cwd: folder },
  );

/** The TypeScript of a page that stands on its own: it imports what it uses. */
const programsIn = (page: string): string[] =>
  [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)]
    .map(([, code]) => code as string)
    .filter((code) => /^import /m.test(code));

describe.each(readdirSync(packages))("packages/%s", (name) => {
  const folder = join(packages, name);
  const page = existsSync(join(folder, "README.md"))
    ? readFileSync(join(folder, "README.md"), "utf8")
    : "";

  test("has a page that says what it is", () => {
    expect(page).toMatch(/^# \S+/);
    expect(page.length).toBeGreaterThan(300);
  });

  test.runIf(existsSync(join(folder, "example.ts")))("example.ts runs", async () => {
    const { stdout } = await node(folder, ["example.ts"]);
    expect(stdout).not.toBe("");
  });

  test.each(programsIn(page).map((code, index) => [index + 1, code] as const))(
    "program %i of its page runs",
    async (_, code) => {
      await node(folder, ["--input-type=module-typescript", "--eval", code]);
    },
  );
});
