import { type PublicationClass, parseReference, publicationClasses } from "@moothall/core";
import { type IndexRow, type IndexValue, momentIndex, type Touches } from "@moothall/core/store";
import type { Querying } from "./connections.ts";
import { fieldColumns, fieldTable, jsonType } from "./field-tables.ts";
import type { Kinds, StoredKind } from "./kinds.ts";

/** What is indexed of one document. */
export interface FieldsRow {
  readonly id: string;
  /** Of the document. */
  readonly number: string;
  readonly row: IndexRow;
  readonly created: string;
  readonly modified: string;
}

/** Whole numbers of 64 bits go as texts: JSON has none. */
const asJson = (value: IndexValue): string | null =>
  typeof value === "bigint" ? String(value) : value;

/** Writes what is indexed of some documents, in the place of what was. */
export async function writeFields(
  from: Querying,
  kind: StoredKind,
  of: PublicationClass,
  rows: readonly FieldsRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = fieldColumns(kind.model);
  const names = columns.map(({ column }) => `, ${column}`).join("");
  const types = columns.map((each) => `, ${each.column} ${jsonType(each)}`).join("");
  const renewed = columns.map(({ column }) => `, ${column} = excluded.${column}`).join("");
  await from.all(
    `INSERT INTO ${fieldTable(kind, of)} AS f (id, number, created, modified, touched${names})
     SELECT id, number, created, modified, modified${names}
     FROM json_to_recordset(?) AS n (id text, number bigint, created text, modified text${types})
     ON CONFLICT (id) DO UPDATE SET number = excluded.number, created = excluded.created,
       modified = excluded.modified, touched = greatest(f.touched, excluded.touched)${renewed}`,
    JSON.stringify(
      rows.map(({ id, number, row, created, modified }) => {
        const values = [...row.values.map(asJson), ...row.many.map((many) => many.map(asJson))];
        return Object.fromEntries([
          ["id", id],
          ["number", number],
          ["created", momentIndex(created)],
          ["modified", momentIndex(modified)],
          ...columns.map(({ column }, position) => [column, values[position] ?? null]),
        ]);
      }),
    ),
  );
}

/** Moves on when what is touched was, where a clearance sees it. */
export async function writeTouches(from: Querying, kinds: Kinds, touches: Touches): Promise<void> {
  for (const of of publicationClasses) {
    const rows = new Map<StoredKind, { id: string; at: string }[]>();
    for (const [reference, at] of touches.of(of)) {
      const { kind, id } = parseReference(reference);
      const stored = await kinds.find(from, kind);
      if (stored === undefined) continue;
      const some = rows.get(stored) ?? [];
      some.push({ id, at: momentIndex(at) });
      rows.set(stored, some);
    }
    for (const [kind, some] of rows)
      await from.all(
        `UPDATE ${fieldTable(kind, of)} AS f SET touched = greatest(f.touched, n.at)
         FROM json_to_recordset(?) AS n (id text, at text) WHERE f.id = n.id AND f.touched < n.at`,
        JSON.stringify(some),
      );
  }
}

export async function removeFields(
  from: Querying,
  kind: StoredKind,
  of: PublicationClass,
  ids: readonly string[],
): Promise<void> {
  if (ids.length > 0)
    await from.all(`DELETE FROM ${fieldTable(kind, of)} WHERE id = ANY (?::text[])`, ids);
}
