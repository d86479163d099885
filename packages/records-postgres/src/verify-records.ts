import type { Kind } from "@moothall/core";
import {
  type EntryRow,
  foundEntry,
  type HistoryFault,
  rootHolds,
  verifyChain,
} from "@moothall/core/store";
import type { Connections, Querying } from "./connections.ts";
import { recordsAfter } from "./held.ts";
import { rootRows } from "./roots.ts";

/** What does not hold, record by record in the order in which they were first written, then the roots. */
export async function* verifyRecords(connections: Connections): AsyncGenerator<HistoryFault> {
  let after = "0";
  for (;;) {
    const last = after;
    // Records and their entries are of one moment, or what is written meanwhile would look altered.
    const { faults, next } = await connections.transaction(
      (snapshot) => verifySome(snapshot, last),
      "snapshot",
    );
    yield* faults;
    if (next === undefined) break;
    after = next;
  }
  yield* await connections.transaction(verifyRoots, "snapshot");
}

async function verifySome(
  from: Querying,
  after: string,
): Promise<{ readonly faults: HistoryFault[]; readonly next: string | undefined }> {
  const found = await recordsAfter(from, after);
  const rows = await from.all<EntryRow>(
    "SELECT * FROM history WHERE record = ANY (?::bigint[]) ORDER BY sequence",
    found.map(({ key }) => key),
  );
  const entries = new Map<string, EntryRow[]>();
  for (const row of rows) {
    const of = entries.get(String(row.record));
    if (of === undefined) entries.set(String(row.record), [row]);
    else of.push(row);
  }
  const faults = found.flatMap(({ key, held }) =>
    verifyChain(
      { ...held, data: held.state === "present" ? held.data : null },
      (entries.get(key ?? "") ?? []).map((row) => foundEntry(held.kind, held.id, row)),
    ),
  );
  return { faults, next: found.at(-1)?.key };
}

/** Whose entry a root stands over first, where the root does not hold. */
async function verifyRoots(from: Querying): Promise<HistoryFault[]> {
  const keys = new Map(
    (
      await from.all<{ fingerprint: string; public: string }>(
        "SELECT fingerprint, public FROM keys",
      )
    ).map((row) => [row.fingerprint, row.public]),
  );
  const faults: HistoryFault[] = [];
  let previous = "";
  let through = "0";
  for (const root of await rootRows(from)) {
    const entries = await from.all<{ digest: string; kind: Kind; id: string; entry: number }>(
      `SELECT h.digest, k.kind, r.id, h.entry FROM history AS h
       JOIN records AS r ON r.key = h.record JOIN kinds AS k ON k.number = r.kind
       WHERE h.sequence > ? AND h.sequence <= ? ORDER BY h.sequence`,
      through,
      root.through,
    );
    const digests = entries.map(({ digest }) => digest);
    if (!rootHolds(root, previous, digests, keys)) {
      const [first] = entries;
      faults.push({
        kind: first?.kind ?? "core/root",
        id: first?.id ?? String(root.number),
        entry: first?.entry ?? 0,
        fault: "root-not-signed-by-this-store",
      });
    }
    previous = root.digest;
    through = root.through;
  }
  return faults;
}
