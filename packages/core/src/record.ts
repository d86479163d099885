import * as z from "zod";
import { identifier } from "./identifier.ts";
import { printedFigure, relation } from "./published-figures/index.ts";
import { shared } from "./shared-schema.ts";
import { source } from "./source.ts";

/**
 * The schema of a kind of record: its own fields, and those that every record has: `id`, `sources`
 * (where it was taken from), `printed` (its figures as papers printed them) and `relations` (how
 * printed figures, its own or of other records, hang together). Unknown fields are refused. The word
 * `record` is kept for what the store says of it (version and times).
 * @throws TypeError when a field of its own has one of these names
 */
export function record<Shape extends z.ZodRawShape>(shape: Shape & { [Name in Kept]?: never }) {
  const taken = kept.find((name) => Object.hasOwn(shape, name));
  if (taken !== undefined) {
    throw new TypeError(`'${taken}' is a word that every record has; call the field otherwise.`);
  }
  return z.strictObject({
    id: identifier(),
    ...(shape as Shape),
    sources: sources(),
    printed: printed(),
    relations: relations(),
  });
}

const kept = ["id", "sources", "printed", "relations", "record"] as const;
type Kept = (typeof kept)[number];

const sources = shared(() => z.array(source()).optional());
const printed = shared(() => z.array(printedFigure()).optional());
const relations = shared(() => z.array(relation()).optional());
