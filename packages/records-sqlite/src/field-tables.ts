import type { PublicationClass } from "@moothall/core";
import {
  type IndexRow,
  manyFields,
  momentIndex,
  type ResourceModel,
  type Stamp,
  singleFields,
} from "@moothall/core/store";
import type { Connection } from "./connection.ts";
import type { StoredKind } from "./kinds.ts";

/** Of the table that holds a kind's fields of one value, for every clearance. */
export const fieldTable = ({ number, build }: Pick<StoredKind, "number" | "build">): string =>
  `fields_${number}_${build}`;

/** Columns are named by position: SQLite does not tell `Value` from `value`. */
export const fieldColumns = (model: Pick<ResourceModel, "fields">): ReadonlyMap<string, string> =>
  new Map(singleFields(model).map((name, position) => [name, `f${position}`]));

const classNumbers: Readonly<Record<PublicationClass, number>> = {
  public: 0,
  restricted: 1,
  confidential: 2,
};

export const classNumber = (of: PublicationClass): number => classNumbers[of];

/** The number under which the values of a field of several are kept. */
export const severalNumber = (model: Pick<ResourceModel, "fields">, name: string): number =>
  manyFields(model).indexOf(name);

/** Writes what is indexed of one clearance's document, in the place of what was. */
export function writeFields(
  connection: Connection,
  stored: StoredKind,
  of: PublicationClass,
  id: string,
  number: number,
  row: IndexRow,
  { created, modified }: Pick<Stamp, "created" | "modified">,
): void {
  const kind = stored.number;
  const columns = [...fieldColumns(stored.model).values()];
  connection.run(
    `INSERT INTO ${fieldTable(stored)}
       (class, id, number, created, modified, touched${columns.map((column) => `, ${column}`).join("")})
     VALUES (?, ?, ?, ?, ?, ?${", ?".repeat(columns.length)})
     ON CONFLICT DO UPDATE SET number = excluded.number, created = excluded.created,
       modified = excluded.modified, touched = max(touched, excluded.touched)
       ${columns.map((column) => `, ${column} = excluded.${column}`).join("")}`,
    classNumber(of),
    id,
    number,
    momentIndex(created),
    momentIndex(modified),
    momentIndex(modified),
    ...row.values,
  );
  if (row.many.length === 0) return;
  removeSeveral(connection, kind, of, id);
  for (const [field, values] of row.many.entries()) {
    for (const value of values)
      connection.run(
        "INSERT INTO several (kind, field, class, value, id) VALUES (?, ?, ?, ?, ?)",
        kind,
        field,
        classNumber(of),
        value,
        id,
      );
  }
}

/** Moves on when these were touched, where they are there. */
export function touch(
  connection: Connection,
  stored: StoredKind,
  of: PublicationClass,
  id: string,
  at: string,
): void {
  connection.run(
    `UPDATE ${fieldTable(stored)} SET touched = max(touched, ?) WHERE class = ? AND id = ?`,
    momentIndex(at),
    classNumber(of),
    id,
  );
}

export function removeFields(
  connection: Connection,
  stored: StoredKind,
  of: PublicationClass,
  id: string,
): void {
  connection.run(
    `DELETE FROM ${fieldTable(stored)} WHERE class = ? AND id = ?`,
    classNumber(of),
    id,
  );
  if (manyFields(stored.model).length > 0) removeSeveral(connection, stored.number, of, id);
}

const removeSeveral = (
  connection: Connection,
  kind: number,
  of: PublicationClass,
  id: string,
): void => {
  connection.run(
    "DELETE FROM several WHERE kind = ? AND class = ? AND id = ?",
    kind,
    classNumber(of),
    id,
  );
};
