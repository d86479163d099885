import type { Kind } from "../identifier.ts";
import type { PublicationClass } from "../publication.ts";
import { forEachClass } from "./held-record.ts";
import type { SeenChange } from "./history-chain.ts";
import type { FoundEntry } from "./verify-chain.ts";

/** An entry of the history as it lies in the table of a database: a document is null where it is the same text as `data`. */
export type EntryRow = Readonly<Record<string, string | number | null>>;

export const foundEntry = (kind: Kind, id: string, row: EntryRow): FoundEntry => ({
  kind,
  id,
  entry: Number(row.entry),
  at: String(row.at),
  by: String(row.by),
  action: row.action as FoundEntry["action"],
  reason: text(row.reason),
  data: text(row.data),
  classification: text(row.classification) ?? "",
  salt: text(row.salt),
  commitment: String(row.commitment),
  digest: String(row.digest),
  seen: forEachClass((of) => seenChange(of, row)),
});

function seenChange(of: PublicationClass, row: EntryRow): SeenChange | undefined {
  const version = row[`version_${of}`];
  if (version === null || version === undefined) return undefined;
  const action = row[`action_${of}`] as SeenChange["action"];
  const document =
    action === "deleted" || action === "erased"
      ? undefined
      : (text(row[`document_${of}`]) ?? text(row.data) ?? undefined);
  return { version: Number(version), action, document };
}

const text = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value);
