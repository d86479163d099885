import { type Root, type SigningKey, signRoot } from "@moothall/core/store";
import type { Connection } from "./connection.ts";

/** Entries that a root stands over at most; the rest of a smaller number waits until the store is closed. */
export const entriesPerRoot = 1000;

export interface RootRow extends Root {
  /** The last entry of the history that it stands over. */
  readonly through: number;
}

const columns = "number, at, key, entries, digest, signature, through";

/** All roots, oldest first. */
export const rootRows = (connection: Connection): RootRow[] =>
  connection.all<RootRow & Record<string, never>>(`SELECT ${columns} FROM roots ORDER BY number`);

/**
 * Signs roots over the entries that none stands over yet: over every full thousand, or, with
 * `all`, over the rest as well. Inside a transaction.
 */
export function signRoots(
  connection: Connection,
  at: string,
  all: boolean,
  key: () => SigningKey,
): void {
  for (;;) {
    const last = connection.get<RootRow & Record<string, never>>(
      `SELECT ${columns} FROM roots ORDER BY number DESC LIMIT 1`,
    );
    const end = connection.get<{ n: number | null }>("SELECT max(sequence) AS n FROM history")?.n;
    const waiting = (end ?? 0) - (last?.through ?? 0);
    if (waiting === 0 || (waiting < entriesPerRoot && !all)) return;
    const entries = connection.all<{ sequence: number; digest: string }>(
      "SELECT sequence, digest FROM history WHERE sequence > ? ORDER BY sequence LIMIT ?",
      last?.through ?? 0,
      entriesPerRoot,
    );
    const through = entries.at(-1)?.sequence;
    if (through === undefined) return;
    const signer = key();
    const root = signRoot(
      last,
      at,
      entries.map(({ digest }) => digest),
      signer,
    );
    connection.run(
      "INSERT INTO keys (fingerprint, public) VALUES (?, ?) ON CONFLICT DO NOTHING",
      root.key,
      signer.publicText,
    );
    connection.run(
      "INSERT INTO roots (number, at, key, entries, through, digest, signature) VALUES (?, ?, ?, ?, ?, ?, ?)",
      root.number,
      root.at,
      root.key,
      root.entries,
      through,
      root.digest,
      root.signature,
    );
  }
}
