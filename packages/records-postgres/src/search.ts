import { type PublicationClass, referenceTo } from "@moothall/core";
import {
  checkLimit,
  excerptOf,
  queryFingerprint,
  readSearchCursor,
  type SearchHit,
  type SearchPage,
  type SearchQuery,
  searchTexts,
  wordsOf,
  writeSearchCursor,
} from "@moothall/core/store";
import type { Querying } from "./connections.ts";
import type { Kinds } from "./kinds.ts";
import { allOf } from "./words.ts";

interface Hit {
  readonly number: string;
  readonly kind: number;
  readonly id: string;
  readonly text: string;
}

/** The documents that hold all words, those that were seen first last. */
export async function search(
  from: Querying,
  kinds: Kinds,
  clearance: PublicationClass,
  { text, kinds: wanted, limit, cursor }: SearchQuery,
): Promise<SearchPage> {
  const words = wordsOf(text);
  const fingerprint = queryFingerprint("search", [words, wanted ?? null]);
  const before =
    cursor === undefined ? Number.MAX_SAFE_INTEGER : readSearchCursor(fingerprint, cursor);
  const size = checkLimit(limit);
  if (words.length === 0 || wanted?.length === 0) return { items: [], next: null };
  const among =
    wanted === undefined
      ? ""
      : "AND kind IN (SELECT number FROM kinds WHERE kind = ANY (?::text[]))";
  const hits = await from.all<Hit>(
    `SELECT number, kind, id, text FROM documents_${clearance}
     WHERE words @@ ?::tsquery AND number < ? ${among} ORDER BY number DESC LIMIT ${size + 1}`,
    allOf(words),
    before,
    ...(wanted === undefined ? [] : [wanted]),
  );
  const shown = hits.slice(0, size);
  const last = shown.at(-1);
  const items: SearchHit[] = [];
  for (const hit of shown) {
    const { model } = await kinds.ofNumber(from, hit.kind);
    const document = JSON.parse(hit.text);
    // What the store says of it is not searched.
    document.record = null;
    items.push({
      reference: referenceTo(model.kind, hit.id),
      excerpt: excerptOf(searchTexts(document, model.searchable), words),
    });
  }
  return {
    items,
    next:
      hits.length > size && last !== undefined
        ? writeSearchCursor(fingerprint, Number(last.number))
        : null,
  };
}
