import type { PublicationClass } from "@moothall/core";
import type { IndexRow, IndexValue } from "@moothall/core/store";
import type { Querying } from "./connections.ts";
import { fieldColumns, fieldTable, jsonType } from "./field-tables.ts";
import type { StoredKind } from "./kinds.ts";

/** What is indexed of one document. */
export interface FieldsRow {
  readonly id: string;
  /** Of the document. */
  readonly number: string;
  readonly row: IndexRow;
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
    `INSERT INTO ${fieldTable(kind, of)} (id, number${names})
     SELECT id, number${names} FROM json_to_recordset(?) AS n (id text, number bigint${types})
     ON CONFLICT (id) DO UPDATE SET number = excluded.number${renewed}`,
    JSON.stringify(
      rows.map(({ id, number, row }) => {
        const values = [...row.values.map(asJson), ...row.many.map((many) => many.map(asJson))];
        return Object.fromEntries([
          ["id", id],
          ["number", number],
          ...columns.map(({ column }, position) => [column, values[position] ?? null]),
        ]);
      }),
    ),
  );
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
