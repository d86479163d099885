import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { entriesOf, type Manifest, type PublicPackage } from "./packages.ts";
import type { Project } from "./project.ts";
import { firstExample, packagesOf } from "./readme-example.ts";

/** Entries that may be used without the packages that are optional peers. */
const isPure = (entry: string): boolean => !/\/(?:plugin|testing)$/.test(entry);

/**
 * Installs packages and nothing else, and uses them in every way that they may be used. A package
 * alone must do without what it calls optional.
 *
 * @param thorough Whether the declarations of their peers are checked as well, which takes long.
 */
export async function usePackages(
  packages: readonly PublicPackage[],
  project: Project,
  thorough: boolean,
): Promise<void> {
  await project.install(...packages.map(({ name }) => name));
  const installed = (name: string) => join(project.folder, "node_modules", name);
  const manifests = packages.map(
    ({ name }): Manifest => JSON.parse(readFileSync(join(installed(name), "package.json"), "utf8")),
  );
  const peers = new Map(
    manifests.flatMap(({ peerDependencies = {} }) => Object.entries(peerDependencies)),
  );
  const entries = packages.flatMap(entriesOf);
  if (packages.length === 1) {
    for (const peer of peers.keys()) expect(existsSync(installed(peer)), peer).toBe(false);
    await useEntries(project, "with-libraries", entries.filter(isPure));
  }
  if (peers.size > 0)
    await project.install(...[...peers].map(([peer, range]) => `${peer}@${range}`));
  await useEntries(
    project,
    thorough ? "with-libraries" : "without-libraries",
    packages.length === 1 ? entries.filter((entry) => !isPure(entry)) : entries,
  );
  await runExamples(
    packages.map((each) => ({
      ...each,
      page: readFileSync(join(installed(each.name), "README.md"), "utf8"),
    })),
    project,
  );
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

/** A reader's first ten lines, as each page shows them. */
async function runExamples(
  packages: readonly (PublicPackage & { readonly page: string })[],
  project: Project,
): Promise<void> {
  const examples = packages.flatMap(({ name, manifest, page }) => {
    const example = firstExample(page);
    if (example === undefined) {
      // A command has commands as examples, and a store on a server cannot show one without it.
      const isExcused = manifest.bin !== undefined || name === "@moothall/records-postgres";
      expect(isExcused, `${name} has a first example on its page`).toBe(true);
      return [];
    }
    const lines = example.trim().split("\n").length;
    expect(lines, `lines of ${name}'s example`).toBeLessThanOrEqual(10);
    return [{ file: `example-of-${name.replace(/.*\//, "")}.mts`, example }];
  });
  if (examples.length === 0) return;
  const others = new Set(
    examples.flatMap(({ example }) => [
      ...packagesOf(example),
      ...(example.includes('"node:') ? ["@types/node"] : []),
    ]),
  );
  for (const { name } of packages) others.delete(name);
  if (others.size > 0) await project.install(...others);
  for (const { file, example } of examples) await project.node(file, example);
  await project.typecheck(
    "nodenext",
    "without-libraries",
    Object.fromEntries(examples.map(({ file, example }) => [file, example])),
  );
}
