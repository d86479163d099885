import { type Kind, type PublicationClass, publicationClasses } from "@moothall/core";
import { forEachClass, type HeldRecord, type HeldView, neverWritten } from "@moothall/core/store";
import type { Connection } from "./connection.ts";

/** A record as it lies in the tables. */
export interface Found {
  /** Row of the record; undefined when it was never written. */
  readonly key: number | undefined;
  readonly held: HeldRecord;
  /** Rows of its documents. */
  readonly numbers: Readonly<Record<PublicationClass, number | undefined>>;
}

const viewColumns = publicationClasses
  .map(
    (of) => `${of}.number AS number_${of}, ${of}.created AS created_${of},
      ${of}.modified AS modified_${of}, ${of}.text AS text_${of}`,
  )
  .join(", ");

const viewJoins = publicationClasses
  .map((of) => `LEFT JOIN documents_${of} AS ${of} ON ${of}.kind = r.kind AND ${of}.id = r.id`)
  .join(" ");

const columns = `r.key, r.id, r.state, r.version_public, r.version_restricted,
  r.version_confidential, r.entries, r.digest, r.at, r.classification, r.data, ${viewColumns}`;

export function findRecord(
  connection: Connection,
  kind: Kind,
  kindNumber: number | undefined,
  id: string,
): Found {
  const row =
    kindNumber === undefined
      ? undefined
      : connection.get<FoundRow>(
          `SELECT ${columns} FROM records AS r ${viewJoins} WHERE r.kind = ? AND r.id = ?`,
          kindNumber,
          id,
        );
  if (row !== undefined) return foundRecord(kind, row);
  return { key: undefined, held: neverWritten(kind, id), numbers: forEachClass(() => undefined) };
}

/** The row of a record whose kind is known by number only. */
export const findByKey = (connection: Connection, key: number) =>
  connection.get<{ kind: number; id: string }>("SELECT kind, id FROM records WHERE key = ?", key);

type FoundRow = Readonly<Record<string, string | number | null>>;

function foundRecord(kind: Kind, row: FoundRow): Found {
  const view = (of: PublicationClass): HeldView | undefined =>
    row[`number_${of}`] === null
      ? undefined
      : {
          version: Number(row[`version_${of}`]),
          created: String(row[`created_${of}`]),
          modified: String(row[`modified_${of}`]),
          text: String(row[`text_${of}`]),
        };
  return {
    key: Number(row.key),
    held: {
      kind,
      id: String(row.id),
      state: row.state as HeldRecord["state"],
      data: String(row.data),
      classification: JSON.parse(String(row.classification)),
      versions: forEachClass((of) => Number(row[`version_${of}`])),
      views: forEachClass(view),
      entries: Number(row.entries),
      digest: String(row.digest),
      at: String(row.at),
    },
    numbers: forEachClass((of) => {
      const number = row[`number_${of}`];
      return number === null || number === undefined ? undefined : Number(number);
    }),
  };
}
