import type { Kind } from "@moothall/core";
import {
  type EntryRow,
  type FoundEntry,
  foundEntry,
  type HistoryFault,
  rootHolds,
  verifyChain,
} from "@moothall/core/store";
import type { Connection } from "./connection.ts";
import { findRecord } from "./held.ts";
import { rootRows } from "./roots.ts";

export interface HeadRow {
  readonly key: number;
  readonly kind: Kind;
  readonly number: number;
  readonly id: string;
}

/** Some records after this one, in the order in which they were first written. */
export const headsAfter = (connection: Connection, key: number): HeadRow[] =>
  connection.all<HeadRow & Record<string, never>>(
    `SELECT r.key, k.kind, k.number, r.id
     FROM records AS r JOIN kinds AS k ON k.number = r.kind
     WHERE r.key > ? ORDER BY r.key LIMIT 200`,
    key,
  );

/** What does not hold in one record's history. */
export function verifyRecord(connection: Connection, head: HeadRow): HistoryFault[] {
  const { held } = findRecord(connection, head.kind, head.number, head.id);
  return verifyChain(
    { ...held, data: held.state === "present" ? held.data : null },
    entriesOf(connection, head),
  );
}

const entriesOf = (
  connection: Connection,
  { key, kind, id }: Pick<HeadRow, "key" | "kind" | "id">,
): FoundEntry[] =>
  connection
    .all<EntryRow & Record<string, never>>(
      "SELECT * FROM history WHERE record = ? ORDER BY sequence",
      key,
    )
    .map((row) => foundEntry(kind, id, row));

/** Whose entry a root stands over first, where the root does not hold. */
export function* verifyRoots(connection: Connection): Generator<HistoryFault> {
  const keys = new Map(
    connection
      .all<{ fingerprint: string; public: string }>("SELECT fingerprint, public FROM keys")
      .map((row) => [row.fingerprint, row.public]),
  );
  let previous = "";
  let through = 0;
  for (const root of rootRows(connection)) {
    const entries = connection.all<{ digest: string; kind: Kind; id: string; entry: number }>(
      `SELECT h.digest, k.kind, r.id, h.entry FROM history AS h
       JOIN records AS r ON r.key = h.record JOIN kinds AS k ON k.number = r.kind
       WHERE h.sequence > ? AND h.sequence <= ? ORDER BY h.sequence`,
      through,
      root.through,
    );
    const digests = entries.map(({ digest }) => digest);
    if (!rootHolds(root, previous, digests, keys)) {
      const [first] = entries;
      yield {
        kind: first?.kind ?? "core/root",
        id: first?.id ?? String(root.number),
        entry: first?.entry ?? 0,
        fault: "root-not-signed-by-this-store",
      };
    }
    previous = root.digest;
    through = root.through;
  }
}
