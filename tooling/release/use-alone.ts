import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { entriesOf, type Manifest, type PublicPackage } from "./packages.ts";
import type { Project } from "./project.ts";
import { firstExample, packagesOf } from "./readme-example.ts";

/** Entries that may be used without the packages that are optional peers. */
const isPure = (entry: string): boolean => !/\/(?:plugin|testing)$/.test(entry);

/**
 * Installs one package and nothing else, and uses it in every way that it may be used.
 *
 * @param thorough Whether the declarations of its peers are checked as well, which takes long.
 */
export async function useAlone(
  each: PublicPackage,
  project: Project,
  thorough: boolean,
): Promise<void> {
  await project.install(each.name);
  const installed = (name: string) => join(project.folder, "node_modules", name);
  const manifest: Manifest = JSON.parse(
    readFileSync(join(installed(each.name), "package.json"), "utf8"),
  );
  const peers = Object.entries(manifest.peerDependencies ?? {});
  for (const [peer] of peers) expect(existsSync(installed(peer)), peer).toBe(false);
  const entries = entriesOf(each);
  await useEntries(project, "with-libraries", entries.filter(isPure));
  if (peers.length > 0) {
    await project.install(...peers.map(([peer, range]) => `${peer}@${range}`));
    await useEntries(
      project,
      thorough ? "with-libraries" : "without-libraries",
      entries.filter((entry) => !isPure(entry)),
    );
  }
  await runExample(each, project, readFileSync(join(installed(each.name), "README.md"), "utf8"));
}

/** Imports, requires and types entries, as a program would that was written for Node or a bundler. */
async function useEntries(
  project: Project,
  libraries: "with-libraries" | "without-libraries",
  entries: readonly string[],
): Promise<void> {
  if (entries.length === 0) return;
  const each = (line: (entry: string, name: string) => string) =>
    entries.map((entry, index) => `${line(entry, `entry${index}`)}\n`).join("");
  const imports = each((entry, name) => `import * as ${name} from "${entry}";`);
  const requires = each((entry, name) => `const ${name} = require("${entry}");`);
  const uses = each(
    (entry, name) => `if (Object.keys(${name}).length === 0) throw new Error("${entry} is empty");`,
  );
  await project.node("imported.mjs", imports + uses);
  await project.node("required.cjs", requires + uses);
  const typed = imports + each((_, name) => `export const its_${name}: object = ${name};`);
  await project.typecheck("nodenext", libraries, { "typed.mts": typed, "typed.cts": typed });
  await project.typecheck("bundler", libraries, { "typed.ts": typed });
}

/** A reader's first ten lines, as the page shows them. */
async function runExample(
  { name, manifest }: PublicPackage,
  project: Project,
  page: string,
): Promise<void> {
  const example = firstExample(page);
  if (example === undefined) {
    // A command has commands as examples, and a store on a server cannot show one without it.
    const isExcused = manifest.bin !== undefined || name === "@moothall/records-postgres";
    expect(isExcused, `${name} has a first example on its page`).toBe(true);
    return;
  }
  expect(example.trim().split("\n").length, `lines of ${name}'s example`).toBeLessThanOrEqual(10);
  const others = packagesOf(example).filter((each) => each !== name);
  if (example.includes('"node:')) others.push("@types/node");
  if (others.length > 0) await project.install(...others);
  await project.node("example.mts", example);
  await project.typecheck("nodenext", "without-libraries", { "example.mts": example });
}
