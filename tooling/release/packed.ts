import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PublicPackage } from "./packages.ts";
import { runIn } from "./run.ts";

export interface Packed {
  readonly tarball: Uint8Array;
  /** What was packed, unpacked. */
  readonly folder: string;
}

/**
 * Packs a package as it would be published, and unpacks it.
 *
 * @param into An empty folder, or one that is made.
 */
export async function pack(root: string, each: PublicPackage, into: string): Promise<Packed> {
  mkdirSync(into, { recursive: true });
  await runIn(join(root, each.folder), process.env)("pnpm", ["pack", "--pack-destination", into]);
  const [name] = readdirSync(into).filter((file) => file.endsWith(".tgz"));
  if (name === undefined) throw new Error(`Nothing was packed of ${each.name}.`);
  await runIn(into, process.env)("tar", ["--extract", "--gzip", "--file", name]);
  return { tarball: readFileSync(join(into, name)), folder: join(into, "package") };
}

/** All files below a folder, by path from it. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
