import { type Kind, type PublicationClass, publicationClasses, referenceTo } from "@moothall/core";
import { forEachClass, type HeldRecord, type HeldView, neverWritten } from "@moothall/core/store";
import type { Querying, Row } from "./connections.ts";

/** A record as it lies in the tables. */
export interface Found {
  /** Of the record; undefined when it was never written. */
  readonly key: string | undefined;
  readonly held: HeldRecord;
  /** Of its documents. */
  readonly numbers: Readonly<Record<PublicationClass, string | undefined>>;
}

export interface Place {
  readonly kind: Kind;
  readonly id: string;
}

/**
 * One row by kind and id. PostgreSQL must not weigh this against reading all of the kind, which it
 * thinks cheap where it has no statistics yet; `OFFSET 0` keeps it as it is written.
 */
export const one = (table: string, kind: string, id: string): string =>
  `SELECT * FROM ${table} AS one WHERE one.kind = ${kind} AND one.id = ${id} OFFSET 0`;

const viewColumns = publicationClasses
  .map(
    (of) => `${of}.number AS number_${of}, ${of}.created AS created_${of},
      ${of}.modified AS modified_${of}, ${of}.text AS text_${of}`,
  )
  .join(", ");

const viewJoins = publicationClasses
  .map((of) => `LEFT JOIN LATERAL (${one(`documents_${of}`, "r.kind", "r.id")}) AS ${of} ON true`)
  .join(" ");

const columns = `r.key, k.kind, r.id, r.state, r.version_public, r.version_restricted,
  r.version_confidential, r.entries, r.digest, r.at, r.classification, r.data, ${viewColumns}`;

/** The records in these places by reference, those that were never written too. */
export async function findRecords(
  from: Querying,
  places: readonly Place[],
): Promise<Map<string, Found>> {
  const rows = await from.all(
    `SELECT ${columns}
     FROM unnest(?::text[], ?::text[]) AS wanted (kind, id)
     JOIN kinds AS k ON k.kind = wanted.kind
     CROSS JOIN LATERAL (${one("records", "k.number", "wanted.id")}) AS r ${viewJoins}`,
    places.map(({ kind }) => kind),
    places.map(({ id }) => id),
  );
  const found = new Map<string, Found>(
    places.map(({ kind, id }) => [
      referenceTo(kind, id),
      {
        key: undefined,
        held: neverWritten(kind, id),
        numbers: forEachClass(() => undefined),
      },
    ]),
  );
  for (const row of rows) {
    const record = foundRecord(row);
    found.set(referenceTo(record.held.kind, record.held.id), record);
  }
  return found;
}

/** Some records after this one, in the order in which they were first written. */
export const recordsAfter = async (from: Querying, key: string): Promise<Found[]> =>
  (
    await from.all(
      `SELECT ${columns} FROM records AS r JOIN kinds AS k ON k.number = r.kind ${viewJoins}
       WHERE r.key > ? ORDER BY r.key LIMIT 200`,
      key,
    )
  ).map(foundRecord);

function foundRecord(row: Row): Found {
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
    key: String(row.key),
    held: {
      kind: row.kind as Kind,
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
      return number === null || number === undefined ? undefined : String(number);
    }),
  };
}
