import { type PublicationClass, referenceTo } from "@moothall/core";
import {
  checkLimit,
  excerptOf,
  queryFingerprint,
  readSearchCursor,
  type SearchPage,
  type SearchQuery,
  searchTexts,
  wordsOf,
  writeSearchCursor,
} from "@moothall/core/store";
import type { Connection } from "./connection.ts";
import type { Kinds } from "./kinds.ts";

interface Hit {
  readonly number: number;
  readonly kind: number;
  readonly id: string;
  readonly text: string;
}

/** The documents that hold all words, those that were seen first last. */
export function search(
  connection: Connection,
  kinds: Kinds,
  clearance: PublicationClass,
  { text, kinds: wanted, limit, cursor }: SearchQuery,
): SearchPage {
  const words = wordsOf(text);
  const fingerprint = queryFingerprint("search", [words, wanted ?? null]);
  const before =
    cursor === undefined ? Number.MAX_SAFE_INTEGER : readSearchCursor(fingerprint, cursor);
  const size = checkLimit(limit);
  const known = wanted?.filter((kind) => kinds.find(connection, kind) !== undefined);
  if (words.length === 0 || known?.length === 0) return { items: [], next: null };
  const hits = connection.all<Hit>(
    `SELECT d.number, d.kind, d.id, d.text
     FROM (
       SELECT rowid AS number FROM search_${clearance}
       WHERE search_${clearance} MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?
     ) AS p
     CROSS JOIN documents_${clearance} AS d ON d.number = p.number`,
    matchText(words, known),
    before,
    size + 1,
  );
  const shown = hits.slice(0, size);
  const last = shown.at(-1);
  return {
    items: shown.map((hit) => {
      const { model } = kinds.ofNumber(connection, hit.kind);
      const document = JSON.parse(hit.text);
      // What the store says of it is not searched.
      document.record = null;
      return {
        reference: referenceTo(model.kind, hit.id),
        excerpt: excerptOf(searchTexts(document, model.searchable), words),
      };
    }),
    next:
      hits.length > size && last !== undefined ? writeSearchCursor(fingerprint, last.number) : null,
  };
}

/** Words are letters and digits, and known kinds those and `/-`: each is one token, and no syntax within quotes. */
function matchText(words: readonly string[], kinds: readonly string[] | undefined): string {
  const all = words.map(quoted).join(" AND ");
  const any = kinds?.map(quoted).join(" OR ");
  return any === undefined ? all : `(${any}) AND ${all}`;
}

const quoted = (token: string): string => `"${token}"`;
