import { posix } from "node:path";
import type { Import } from "./imports.ts";
import { type Package, readWorkspace, sourceOfExport } from "./workspace.ts";

/** An import that the design does not allow. */
export interface Problem {
  /** Path from the workspace root. */
  readonly file: string;
  /** Line of the import, counted from 1. */
  readonly line: number;
  readonly message: string;
}

/** The one file through which the apps reach the domains and the example. */
const builtIn = "apps/cli/src/built-in.generated.ts";

/** Checks every package under `packages/` and `apps/` against the design's import rules. */
export function checkImports(root: string): Problem[] {
  const packages = readWorkspace(root);
  const byName = new Map(packages.map((each) => [each.name, each]));
  const problems: Problem[] = [];
  for (const owner of packages) {
    for (const [file, imports] of owner.files) {
      for (const each of imports) {
        for (const message of faultsOf(owner, file, each, byName)) {
          problems.push({ file: `${owner.folder}/${file}`, line: each.line, message });
        }
      }
    }
    problems.push(...effectInPureEntry(owner, byName));
  }
  return problems;
}

function faultsOf(
  owner: Package,
  file: string,
  { specifier, lazy, namespace }: Import,
  byName: ReadonlyMap<string, Package>,
): string[] {
  if (specifier.startsWith(".")) {
    return resolveRelative(file, specifier).startsWith("..")
      ? [`"${specifier}" leaves the package: import the other package by its name`]
      : [];
  }
  if (specifier.startsWith("node:")) return [];

  const { name } = splitSpecifier(specifier);
  const target = byName.get(name);
  // A package may name itself where it shows how it is used.
  if (target === owner) {
    return isShipped(file) ? ["a package does not import itself by name"] : [];
  }
  const faults: string[] = [];
  if (target) {
    faults.push(...layerFault(owner, `${owner.folder}/${file}`, target, lazy));
  } else if (name.startsWith("@moothall/")) {
    faults.push(`${name} is not a package of this workspace`);
  }
  if (specifier === "effect") {
    faults.push('"effect" is the whole library: import the module, such as "effect/Effect"');
  }
  if (name === "effect" && !mayNameEffect(owner, file)) {
    faults.push("effect belongs in plugin.ts, src/plugin/ and src/testing/, in host and in apps");
  }
  if (specifier === "zod" && namespace !== "z") {
    faults.push('zod is imported as `import * as z from "zod"`, or a bundler keeps all of it');
  }
  if (!isDeclared(owner, file, name)) {
    faults.push(`${name} is not among the dependencies in ${owner.folder}/package.json`);
  }
  return faults;
}

function layerFault(owner: Package, path: string, target: Package, lazy: boolean): string[] {
  if (owner.layer === "core") return ["core imports no other package of the workspace"];
  if (owner.layer !== "app") {
    return target.layer === "core"
      ? []
      : [`${owner.folder} imports core at most, not ${target.folder}`];
  }
  if (target.layer !== "domain" && target.layer !== "example") return [];
  if (path !== builtIn) return [`apps reach ${target.folder} only through ${builtIn}`];
  return lazy ? [] : [`${target.folder} is to be loaded when it is used, by import()`];
}

/** Tests and examples are not published, so they may use what only developers have. */
function isShipped(file: string): boolean {
  return file.startsWith("src/") && !file.endsWith(".test.ts");
}

function mayNameEffect({ layer, folder }: Package, file: string): boolean {
  return (
    layer === "app" ||
    folder === "packages/host" ||
    file.endsWith(".test.ts") ||
    posix.basename(file) === "plugin.ts" ||
    file.startsWith("src/plugin/") ||
    file.startsWith("src/testing/")
  );
}

function isDeclared({ manifest }: Package, file: string, name: string): boolean {
  const { dependencies, peerDependencies, devDependencies, bin } = manifest;
  // A program is published as one bundle with everything inside, so it depends on nothing.
  const developer = !isShipped(file) || bin !== undefined ? devDependencies : {};
  return [dependencies, peerDependencies, developer].some((group) => group && name in group);
}

/**
 * Follows the imports of `src/index.ts`, into other packages too and through types as well, and
 * reports the way by which effect is reached.
 */
function effectInPureEntry(owner: Package, byName: ReadonlyMap<string, Package>): Problem[] {
  if (owner.layer === "app" || owner.folder === "packages/host") return [];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const follow = (from: Package, file: string, way: readonly string[], line: number): void => {
    const here = `${from.folder}/${file}`;
    if (seen.has(here)) return;
    seen.add(here);
    for (const each of from.files.get(file) ?? []) {
      if (each.lazy) continue;
      // Within the entry's own file the line is that of the import which leads to effect.
      const at = way.length === 0 ? each.line : line;
      const { name, subpath } = splitSpecifier(each.specifier);
      if (name === "effect") {
        const steps = [...way, here, each.specifier].join(" → ");
        const message = `the pure entry reaches effect: ${steps}`;
        problems.push({ file: `${owner.folder}/src/index.ts`, line: at, message });
      } else if (each.specifier.startsWith(".")) {
        follow(from, resolveRelative(file, each.specifier), [...way, here], at);
      } else {
        const target = byName.get(name);
        const source = target && sourceOfExport(target, subpath);
        if (target && source) follow(target, source, [...way, here], at);
      }
    }
  };
  follow(owner, "src/index.ts", [], 0);
  return problems;
}

/** Path of a relative import from the package's folder. */
function resolveRelative(file: string, specifier: string): string {
  return posix.join(posix.dirname(file), specifier);
}

/** `@moothall/core/plugin` is the package `@moothall/core` and its export `./plugin`. */
function splitSpecifier(specifier: string): { name: string; subpath: string } {
  const parts = specifier.split("/");
  const length = specifier.startsWith("@") ? 2 : 1;
  const rest = parts.slice(length);
  return {
    name: parts.slice(0, length).join("/"),
    subpath: rest.length === 0 ? "." : `./${rest.join("/")}`,
  };
}
