import {
  type Block,
  type BlockOf,
  MoothallError,
  type PublicationClass,
  type ReportDocument,
  tableOf,
} from "@moothall/core";

/** The word before a notice, so that its weight does not hang on a colour. */
export const noticeWord: Readonly<Record<BlockOf<"notice">["severity"], string>> = {
  note: "Note",
  warning: "Warning",
  error: "Error",
};

/** How a document that is not for everyone is marked on every surface; undefined for a public one. */
export const classMark = (of: PublicationClass): string | undefined => marks[of];

const marks: Readonly<Record<PublicationClass, string | undefined>> = {
  public: undefined,
  restricted: "Restricted: not for publication",
  confidential: "Confidential: not for publication",
};

/**
 * The table that a chart draws.
 * @throws MoothallError `core/bad-document` when the document has no such table.
 */
export function drawnTable(document: ReportDocument, chart: BlockOf<"chart">): BlockOf<"table"> {
  const table = tableOf(document, chart.table);
  if (table !== undefined) return table;
  throw new MoothallError({
    code: "core/bad-document",
    message: `Chart '${chart.id}' draws table '${chart.table}', which is not there.`,
    hint: "Pass the document through completeDocument before rendering it.",
  });
}

/** Whether a block is a table. */
export const isTable = (part: Block): part is BlockOf<"table"> => part.type === "table";
