import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { entrySize } from "./entry-size.ts";
import { entriesOf, publicPackages } from "./packages.ts";
import { filesIn, type Packed, pack } from "./packed.ts";
import { runIn } from "./run.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const packages = publicPackages(root);
const limits: Readonly<Record<string, { readonly limit: number }>> = JSON.parse(
  readFileSync(new URL("sizes.json", import.meta.url), "utf8"),
);

let folder: string;
beforeAll(async () => {
  await runIn(root, process.env)("pnpm", ["build", "--output-logs=errors-only"]);
  folder = mkdtempSync(join(tmpdir(), "moothall-packed-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(packages)("what is packed of $name", (each) => {
  let packed: Packed;
  beforeAll(async () => {
    packed = await pack(root, each, join(folder, each.name));
  });

  test("is what was built, its page, its licence and its changes, and nothing else", () => {
    const files = filesIn(packed.folder);
    expect(files).toEqual(expect.arrayContaining(["LICENSE", "README.md", "package.json"]));
    const known = /^(?:dist\/|(?:LICENSE|README\.md|CHANGELOG\.md|package\.json)$)/;
    const others = files.filter((file) => !known.test(file));
    // A standard's extension is published with the package that defines it.
    expect(others.filter((file) => !file.startsWith("ocds-extension/"))).toEqual([]);
    expect(
      files.filter((file) => /\.test\.|\.tsbuildinfo$|\.ts$/.test(file) && !/\.d\.ts$/.test(file)),
    ).toEqual([]);
    const manifest = readFileSync(join(packed.folder, "package.json"), "utf8");
    expect(manifest).toContain('"CHANGELOG.md"');
    expect(manifest).not.toMatch(/workspace:|catalog:|@moothall\/source/);
  });

  test("follows the rules of publishing", async () => {
    const { messages, pkg } = await publint({ pkgDir: packed.folder, pack: false, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test.runIf(each.manifest.exports !== undefined)("has types that tell the truth", async () => {
    const analysis = await checkPackage(createPackageFromTarballData(packed.tarball));
    if (analysis.types === false) throw new Error("It has no types.");
    const problems = analysis.problems
      // Node 10 knows no `exports`, and is far below what the package needs.
      .filter((problem) => !("resolutionKind" in problem) || problem.resolutionKind !== "node10")
      .map(({ kind, ...where }) => `${kind} ${JSON.stringify(where)}`);
    expect(problems).toEqual([]);
  });

  test("is typed without the types of Node, which an empty project does not have", () => {
    const declarations = filesIn(packed.folder).filter((file) => /\.d\.[cm]?ts$/.test(file));
    const naming = declarations.filter((file) =>
      /["']node:|\bNodeJS\.|\bBuffer\b|types="node"/.test(
        readFileSync(join(packed.folder, file), "utf8"),
      ),
    );
    expect(naming).toEqual([]);
  });

  test.each(entriesOf(each))("%s is no larger than it may be", async (entry) => {
    const size = await entrySize(join(root, each.folder), entry.slice(each.name.length));
    expect(limits[entry], "run `pnpm measure:entries`").toBeDefined();
    expect(size).toBeLessThanOrEqual(limits[entry]?.limit ?? 0);
  });
});
