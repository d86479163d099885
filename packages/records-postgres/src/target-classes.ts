import { type PublicationClass, parseReference, type Reference } from "@moothall/core";
import type { TargetClasses } from "@moothall/core/store";
import type { Querying } from "./connections.ts";
import { one } from "./held.ts";

/** The classes of records as last written, deleted ones too; nothing for one that was never written. */
export async function classesOf(
  from: Querying,
  references: Iterable<Reference>,
): Promise<TargetClasses> {
  const places = [...references].map(parseReference);
  if (places.length === 0) return new Map();
  const rows = await from.all<{ reference: Reference; class: PublicationClass }>(
    `SELECT wanted.kind || '/' || wanted.id AS reference, r.class
     FROM unnest(?::text[], ?::text[]) AS wanted (kind, id)
     JOIN kinds AS k ON k.kind = wanted.kind
     CROSS JOIN LATERAL (${one("records", "k.number", "wanted.id")}) AS r`,
    places.map(({ kind }) => kind),
    places.map(({ id }) => id),
  );
  return new Map(rows.map((row) => [row.reference, row.class]));
}
