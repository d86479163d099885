import {
  completeDocument,
  MoothallError,
  type ReportDocument,
  type ReportDocumentInput,
  tableOf,
} from "@moothall/core";
import { isTerminal, terminalWidth, write } from "./terminal.ts";
import { writeWholeFile } from "./write-whole-file.ts";

export const documentFormats = ["text", "markdown", "html", "docx", "csv", "json"] as const;
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

export interface DocumentOptions {
  /** Of CSV: the id of the table; the only one where left out. */
  readonly table?: string | undefined;
  /** The path of a file to write instead of standard output. */
  readonly output?: string | undefined;
}

/**
 * Writes a document in a format, to standard output or to a file.
 * @throws MoothallError `core/usage` for bytes that would go to a terminal.
 */
export async function showDocument(
  input: ReportDocumentInput,
  format: DocumentFormat,
  { table, output }: DocumentOptions = {},
): Promise<void> {
  if (format === "docx" && output === undefined && isTerminal())
    throw new MoothallError({
      code: "core/usage",
      message: "A DOCX file is not text to read on a terminal.",
      hint: "Say --output FILE, or send it to a file: … > FILE.",
    });
  const content = await contentOf(completeDocument(input), format, table, output === undefined);
  return output === undefined ? write(content) : writeWholeFile(output, content);
}

async function contentOf(
  document: ReportDocument,
  format: DocumentFormat,
  table: string | undefined,
  toOutput: boolean,
): Promise<string | Uint8Array> {
  if (format === "json") return jsonText(document);
  // Only a reader needs it: a command that answers JSON starts without.
  const { renderCsv, renderDocx, renderHtml, renderMarkdown, renderText } = await import(
    "@moothall/render"
  );
  switch (format) {
    case "text":
      return renderText(document, {
        width: terminalWidth(),
        colour: toOutput && isTerminal() && process.env.NO_COLOR === undefined,
      });
    case "markdown":
      return renderMarkdown(document);
    case "html":
      return renderHtml(document);
    case "docx":
      return renderDocx(document);
    case "csv":
      return renderCsv(chooseTable(document, table));
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

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

export const showJson = (value: unknown): Promise<void> => write(jsonText(value));
