import {
  completeDocument,
  MoothallError,
  type ReportDocument,
  type ReportDocumentInput,
  tableOf,
} from "@moothall/core";
import { isTerminal, terminalWidth, write } from "./terminal.ts";

export const documentFormats = ["text", "markdown", "html", "csv", "json"] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** @throws MoothallError `core/usage` */
export function formatOf(word: unknown, json: boolean): DocumentFormat {
  if (word === undefined) return json ? "json" : "text";
  if ((documentFormats as readonly unknown[]).includes(word)) return word as DocumentFormat;
  throw new MoothallError({
    code: "core/usage",
    message: `'${String(word)}' is not a format.`,
    hint: `Say --format ${documentFormats.join(", ")}.`,
  });
}

/** Writes a document in a format; of CSV the table that is named, or the only one. */
export async function showDocument(
  input: ReportDocumentInput,
  format: DocumentFormat,
  table?: string,
): Promise<void> {
  const document = completeDocument(input);
  if (format === "json") return showJson(document);
  // Only a reader needs it: a command that answers JSON starts without.
  const { renderCsv, renderHtml, renderMarkdown, renderText } = await import("@moothall/render");
  switch (format) {
    case "text":
      return write(
        renderText(document, {
          width: terminalWidth(),
          colour: isTerminal() && process.env.NO_COLOR === undefined,
        }),
      );
    case "markdown":
      return write(renderMarkdown(document));
    case "html":
      return write(renderHtml(document));
    case "csv":
      return write(renderCsv(chooseTable(document, table)));
  }
}

function chooseTable(document: ReportDocument, wanted: string | undefined) {
  const tables = document.blocks.filter((block) => block.type === "table");
  const chosen = wanted === undefined ? tables[0] : tableOf(document, wanted);
  if (chosen !== undefined && (wanted !== undefined || tables.length === 1)) return chosen;
  throw new MoothallError({
    code: "core/usage",
    message:
      wanted === undefined
        ? `This report has ${tables.length} tables; CSV holds one.`
        : `This report has no table '${wanted}'.`,
    hint:
      tables.length === 0
        ? "Choose another format."
        : `Say --table ${tables.map(({ id }) => id).join(", ")}.`,
  });
}

export const showJson = (value: unknown): Promise<void> =>
  write(`${JSON.stringify(value, null, 2)}\n`);
