import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { type Import, importsOf } from "./imports.ts";

/** What a package is in the design; the rules depend on it. */
export type Layer = "core" | "platform" | "domain" | "example" | "app";

/** A package of the workspace with its sources read. */
export interface Package {
  readonly name: string;
  readonly layer: Layer;
  /** Path from the workspace root, with forward slashes. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** Imports of each TypeScript file, by path from the package's folder. */
  readonly files: ReadonlyMap<string, readonly Import[]>;
}

/** The parts of a package.json that the rules look at. */
export interface Manifest {
  readonly name: string;
  readonly bin?: unknown;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

const platform = /^(host|render|client|files|records-[a-z0-9-]+)$/;

/** Reads every package under `packages/` and `apps/`. */
export function readWorkspace(root: string): Package[] {
  return ["packages", "apps"].flatMap((group) =>
    childrenOf(join(root, group))
      .filter((child) => existsSync(join(root, group, child, "package.json")))
      .map((child) => readPackage(root, group, child)),
  );
}

/** The file behind one of a package's exports, by path from its folder. */
export function sourceOfExport(owner: Package, subpath: string): string | undefined {
  const target = owner.manifest.exports?.[subpath];
  if (typeof target !== "object" || target === null) return undefined;
  const source = (target as Readonly<Record<string, unknown>>)["@moothall/source"];
  return typeof source === "string" ? source.replace(/^\.\//, "") : undefined;
}

function readPackage(root: string, group: string, child: string): Package {
  const folder = join(root, group, child);
  const manifest: Manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const files = new Map<string, readonly Import[]>();
  for (const path of typescriptFilesUnder(folder)) {
    const name = relative(folder, path).split(sep).join("/");
    // Settings of the build, not part of what the package is.
    if (name === "tsup.config.ts") continue;
    files.set(name, importsOf(readFileSync(path, "utf8")));
  }
  return {
    name: manifest.name,
    layer: group === "apps" ? "app" : layerOf(child),
    folder: `${group}/${child}`,
    manifest,
    files,
  };
}

function layerOf(child: string): Layer {
  if (child === "core") return "core";
  if (child.startsWith("example-")) return "example";
  return platform.test(child) ? "platform" : "domain";
}

function typescriptFilesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) => !/(^|[\\/])(node_modules|dist)([\\/]|$)/.test(relative(folder, dirname(path))),
    )
    .sort();
}

function childrenOf(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
