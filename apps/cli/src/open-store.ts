import { existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { MoothallError } from "@moothall/core";
import type { Files, Store } from "@moothall/core/store";

/** Where records are kept, as `--data` says it. */
export type Location =
  | { readonly driver: "sqlite"; readonly path: string }
  | { readonly driver: "postgres"; readonly url: string };

export function locationOf(data: string): Location {
  if (/^postgres(?:ql)?:\/\//.test(data)) return { driver: "postgres", url: data };
  const path = data.startsWith("sqlite:")
    ? data.slice("sqlite:".length)
    : join(data, "moothall.sqlite");
  return { driver: "sqlite", path: resolve(path) };
}

/**
 * Opens the store; makes an embedded one where there is none only when something is about to be
 * written, so that looking at an empty folder leaves it empty.
 * @throws MoothallError `core/no-input`, and what the store says
 */
export async function openStore(data: string, purpose: "read" | "write"): Promise<Store> {
  const location = locationOf(data);
  if (location.driver === "postgres") {
    const { openPostgres } = await import("@moothall/records-postgres");
    const replica = process.env.MOOTHALL_REPLICA;
    return openPostgres({ url: location.url, ...(replica === undefined ? {} : { replica }) });
  }
  if (!existsSync(location.path)) {
    if (purpose === "read") {
      throw new MoothallError({
        code: "core/no-input",
        message: `There are no records at ${location.path}.`,
        hint: "Load some first, with 'moothall example load' or 'moothall import'; or say where they are with --data.",
      });
    }
    makeFolder(dirname(location.path));
  }
  const { openSqlite } = await import("@moothall/records-sqlite");
  return openSqlite({ path: location.path });
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new MoothallError({
      code: "core/cannot-write",
      message: `The folder ${folder} cannot be made: ${(cause as NodeJS.ErrnoException).code}.`,
      hint: "Check its rights and the space on its disk, or choose another with --data.",
      cause,
    });
  }
}

/** The folder of the files that lie beside an embedded store. */
export const filesBeside = (path: string): string => `${path}.files`;

/**
 * Opens what keeps the files of the records at `data`: where it is said, else beside an embedded store.
 * @throws MoothallError `core/configuration`
 */
export async function filesAt(data: string, said: string | undefined): Promise<Files> {
  const location = locationOf(data);
  const place = said ?? (location.driver === "sqlite" ? filesBeside(location.path) : undefined);
  if (place === undefined)
    throw new MoothallError({
      code: "core/configuration",
      message: "It is not said where the files of these records are kept.",
      hint: "Say it with --files, or in MOOTHALL_FILES: a folder, or s3://BUCKET/PREFIX/.",
    });
  const { openFiles } = await import("@moothall/files");
  return openFiles(place, process.env);
}
