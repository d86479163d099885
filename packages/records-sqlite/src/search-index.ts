import { type PublicationClass, publicationClasses } from "@moothall/core";
import { type ResourceModel, searchTexts, wordsOf } from "@moothall/core/store";
import type { Connection } from "./connection.ts";

/** The words by which a document is found, and its kind among them. */
export const searchWords = (model: ResourceModel, document: unknown): string =>
  [model.kind, ...wordsOf(searchTexts(document, model.searchable).join("\n"))].join(" ");

export const addWords = (
  connection: Connection,
  of: PublicationClass,
  number: number,
  words: string,
): void => {
  connection.run(`INSERT INTO search_${of} (rowid, words) VALUES (?, ?)`, number, words);
};

export const removeWords = (connection: Connection, of: PublicationClass, number: number): void => {
  connection.run(`DELETE FROM search_${of} WHERE rowid = ?`, number);
};

/** Writes the indexes anew without what was taken out of them, of which words stay until then. */
export const dropRemovedWords = (connection: Connection): void => {
  for (const of of publicationClasses)
    connection.run(`INSERT INTO search_${of} (search_${of}) VALUES ('optimize')`);
};
