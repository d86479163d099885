import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface PublicPackage {
  readonly name: string;
  /** Path from the root of the workspace, with forward slashes. */
  readonly folder: string;
  readonly manifest: Manifest;
}

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** The packages of a workspace that are published, by folder. */
export function publicPackages(root: string): PublicPackage[] {
  return ["packages", "apps"].flatMap((group) =>
    readdirSync(join(root, group))
      .sort()
      .map((child) => `${group}/${child}`)
      .filter((folder) => existsSync(join(root, folder, "package.json")))
      .map((folder) => {
        const manifest: Manifest = JSON.parse(
          readFileSync(join(root, folder, "package.json"), "utf8"),
        );
        return { name: manifest.name, folder, manifest };
      })
      .filter(({ manifest }) => manifest.private !== true),
  );
}

/** The addresses under which a package is imported, `@moothall/core` and `@moothall/core/plugin`. */
export const entriesOf = ({ name, manifest }: PublicPackage): string[] =>
  Object.keys(manifest.exports ?? {})
    .filter((entry) => entry !== "./package.json")
    .map((entry) => name + entry.slice(1));
