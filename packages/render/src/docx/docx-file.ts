import { type Block, formatSource, type ReportDocument } from "@moothall/core";
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  Tab,
  type Table,
  TextRun,
} from "docx";
import { classMark, drawnTable, noticeWord } from "../block-words.ts";
import { documentContents, documentOutline } from "../document-outline.ts";
import { cellWords } from "../table-reading.ts";
import { lineOfText } from "../visible-text.ts";
import { numberedIndent, numbering, page, styles } from "./docx-style.ts";
import { docxTable } from "./docx-table.ts";
import { lineRun, runs, sourceParagraph } from "./docx-text.ts";

type Content = readonly (Paragraph | Table)[];

/** Writes the file that `renderDocx` promises. */
export async function docxFile(document: ReportDocument): Promise<Uint8Array> {
  const file = new Document({
    title: lineOfText(document.title),
    creator: "Moothall",
    ...(document.summary !== undefined && { description: lineOfText(document.summary) }),
    styles,
    numbering,
    sections: [
      {
        properties: { page },
        footers: { default: pageFooter(document) },
        children: [...opening(document), ...blocks(document)],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function opening(document: ReportDocument): Paragraph[] {
  const mark = classMark(document.class);
  const contents = documentContents(document);
  const names = bookmarks(document);
  return [
    ...(mark === undefined
      ? []
      : [new Paragraph({ children: [lineRun(mark, { bold: true, color: "8C1B11" })] })]),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [lineRun(document.title)] }),
    ...(document.summary === undefined
      ? []
      : [new Paragraph({ children: runs(document.summary) })]),
    ...(contents.length === 0
      ? []
      : [new Paragraph({ keepNext: true, children: [lineRun("Contents", { bold: true })] })]),
    ...contents.map(
      ({ id, text }) =>
        new Paragraph({
          numbering: { reference: "numbers", level: 0, instance: 0 },
          children: [
            new InternalHyperlink({
              anchor: names.get(id) ?? "",
              children: [lineRun(text, { style: "Hyperlink" })],
            }),
          ],
        }),
    ),
  ];
}

/** Word wants letters, digits and `_`, forty at most; ids of blocks may be longer and hold others. */
const bookmarks = (document: ReportDocument): ReadonlyMap<string, string> =>
  new Map([...documentOutline(document).keys()].map((id, index) => [id, `heading_${index + 1}`]));

function blocks(document: ReportDocument): Content {
  const outline = documentOutline(document);
  const names = bookmarks(document);
  return document.blocks.flatMap((part, index) => {
    if (part.type !== "heading") return block(part, document, index + 1);
    return [
      new Paragraph({
        heading: headingLevels[(outline.get(part.id)?.level ?? 2) - 2] ?? HeadingLevel.HEADING_4,
        children: [new Bookmark({ id: names.get(part.id) ?? "", children: [lineRun(part.text)] })],
      }),
    ];
  });
}

/** The title has the first place, so a heading of level 2 is Word's Heading 1. */
const headingLevels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

function block(
  part: Exclude<Block, { type: "heading" }>,
  document: ReportDocument,
  place: number,
): Content {
  switch (part.type) {
    case "paragraph":
      return [
        new Paragraph(
          part.number === undefined
            ? { children: runs(part.text) }
            : {
                indent: numberedIndent,
                children: [
                  lineRun(part.number),
                  new TextRun({ children: [new Tab()] }),
                  ...runs(part.text),
                ],
              },
        ),
        ...(part.source === undefined ? [] : [sourceParagraph(part.source)]),
      ];
    case "list":
      return part.items.map(
        (item) =>
          new Paragraph({
            numbering: {
              reference: part.ordered ? "numbers" : "bullets",
              level: 0,
              instance: place,
            },
            children: runs(item),
          }),
      );
    case "facts":
      return part.items.map(
        ({ term, ...cell }) =>
          new Paragraph({
            children: [
              lineRun(`${term}:`, { bold: true }),
              ...runs(` ${cellWords(cell)}`),
              ...(cell.source === undefined ? [] : runs(` (Source: ${formatSource(cell.source)})`)),
            ],
          }),
      );
    case "notice":
      return [
        new Paragraph({
          border: {
            left: {
              style: BorderStyle.SINGLE,
              size: 24,
              space: 8,
              color: noticeColours[part.severity],
            },
          },
          children: [
            lineRun(`${noticeWord[part.severity]}:`, { bold: true }),
            ...runs(` ${part.text}`),
          ],
        }),
      ];
    case "table":
      return docxTable(part, place);
    case "chart":
      return [
        new Paragraph({ style: "Caption", children: [lineRun(`Chart: ${part.title}`)] }),
        new Paragraph({ children: runs(part.finding) }),
        new Paragraph({
          style: "Source",
          children: [lineRun(`It draws the table “${drawnTable(document, part).caption}”.`)],
        }),
      ];
    case "page-break":
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

const noticeColours = { note: "17456B", warning: "A86200", error: "8C1B11" } as const;

function pageFooter(document: ReportDocument): Footer {
  const mark = classMark(document.class);
  return new Footer({
    children: [
      new Paragraph({
        style: "Source",
        alignment: AlignmentType.RIGHT,
        children: [
          ...(mark === undefined ? [] : [lineRun(`${mark}.`, { bold: true }), new TextRun(" ")]),
          new TextRun({
            children: ["Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
}
