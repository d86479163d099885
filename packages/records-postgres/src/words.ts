import { type ResourceModel, searchTexts, sha256, wordsOf } from "@moothall/core/store";

/** The words by which a document is found. */
export const searchWords = (model: ResourceModel, document: unknown): readonly string[] =>
  wordsOf(searchTexts(document, model.searchable).join("\n"));

/** PostgreSQL takes words of up to 2,046 bytes; a longer one stands under its digest. */
const longest = 400;

const lexeme = (word: string): string => (word.length > longest ? sha256(word) : word);

/** Words as they are indexed. */
export const lexemes = (words: readonly string[]): string[] =>
  words.filter((word) => word !== "").map(lexeme);

/** A query for documents that hold all of the words, in PostgreSQL's own notation. */
export const allOf = (words: readonly string[]): string =>
  lexemes(words)
    .map((word) => `'${word.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`)
    .join(" & ");
