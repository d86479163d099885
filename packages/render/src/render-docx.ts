import type { ReportDocument } from "@moothall/core";

/**
 * A document as DOCX (Office Open XML, ISO/IEC 29500) on A4: the title, headings that a contents list
 * links to, tables whose heads are repeated on every page, page numbers, language British English.
 * A chart is its title, its finding and the name of its table, which is in the file. The library that
 * writes it is loaded on the first call. The file holds the time at which it was made.
 * @throws MoothallError (as a rejection) `core/bad-document` when a chart draws a table that is not there.
 */
export async function renderDocx(document: ReportDocument): Promise<Uint8Array> {
  const { docxFile } = await import("./docx/docx-file.ts");
  return docxFile(document);
}
