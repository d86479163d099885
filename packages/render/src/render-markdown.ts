import { type Block, formatSource, type ReportDocument, type Source } from "@moothall/core";
import { gfmToMarkdown } from "mdast-util-gfm";
import { toMarkdown } from "mdast-util-to-markdown";
import { classMark, drawnTable, noticeWord } from "./block-words.ts";
import { documentOutline, type OutlineEntry } from "./document-outline.ts";
import { cellWords, columnHeading, isNumeric, tableSources } from "./table-reading.ts";
import { lineOfText, visibleText } from "./visible-text.ts";
import { webAddress } from "./web-address.ts";

type TableBlock = Extract<Block, { type: "table" }>;

/** The nodes of the syntax tree (mdast), as the writer takes them. */
type Node<Type extends string> = Extract<Parameters<typeof toMarkdown>[0], { type: Type }>;
type RootContent = Node<"root">["children"][number];
type PhrasingContent = Node<"paragraph">["children"][number];

/**
 * A document as GitHub Flavored Markdown, ending in a line end. It is written from a syntax tree, so
 * that text of the data is only ever text: no markup, HTML or link comes out of it. Sources over
 * http and https are links.
 * @throws MoothallError `core/bad-document` when a chart draws a table that is not there.
 */
export function renderMarkdown(document: ReportDocument): string {
  const outline = documentOutline(document);
  const mark = classMark(document.class);
  const children: RootContent[] = [
    ...(mark === undefined ? [] : [paragraph([strong(mark)])]),
    { type: "heading", depth: 1, children: line(document.title) },
    ...(document.summary === undefined ? [] : [paragraph(prose(document.summary))]),
    ...document.blocks.flatMap((part) => blockNodes(part, document, outline)),
  ];
  return toMarkdown(
    { type: "root", children },
    { bullet: "-", rule: "-", extensions: [gfmToMarkdown({ tablePipeAlign: false })] },
  );
}

function blockNodes(
  part: Block,
  document: ReportDocument,
  outline: ReadonlyMap<string, OutlineEntry>,
): RootContent[] {
  switch (part.type) {
    case "heading":
      return [
        { type: "heading", depth: depth(outline.get(part.id)?.level), children: line(part.text) },
      ];
    case "paragraph":
      return [
        paragraph([
          ...(part.number === undefined ? [] : [...line(part.number), text(" ")]),
          ...prose(part.text),
        ]),
        ...(part.source === undefined ? [] : [sourceParagraph(part.source)]),
      ];
    case "list":
      return [list(part.items.map(prose), part.ordered)];
    case "facts":
      return [
        list(
          part.items.map(({ term, ...cell }) => [
            strong(`${lineOfText(term)}:`),
            text(" "),
            ...prose(cellWords(cell)),
            ...(cell.source === undefined
              ? []
              : [text(" ("), ...sourceWords(cell.source), text(")")]),
          ]),
          false,
        ),
      ];
    case "notice":
      return [
        {
          type: "blockquote",
          children: [
            paragraph([strong(`${noticeWord[part.severity]}:`), text(" "), ...prose(part.text)]),
          ],
        },
      ];
    case "table":
      return tableNodes(part);
    case "chart":
      return [
        paragraph([strong(`Chart: ${lineOfText(part.title)}`)]),
        paragraph(prose(part.finding)),
        paragraph([
          text(`It draws the table “${lineOfText(drawnTable(document, part).caption)}”.`),
        ]),
      ];
    case "page-break":
      return [{ type: "thematicBreak" }];
  }
}

function tableNodes(table: TableBlock): RootContent[] {
  const sources = tableSources(table);
  const cell = (children: PhrasingContent[]): Node<"tableCell"> => ({
    type: "tableCell",
    children,
  });
  return [
    paragraph([strong(table.caption)]),
    {
      type: "table",
      align: table.columns.map((column) => (isNumeric(column) ? "right" : "left")),
      children: [
        {
          type: "tableRow",
          children: table.columns.map((column) => cell(line(columnHeading(column)))),
        },
        ...table.rows.map((row) => ({
          type: "tableRow" as const,
          children: row.cells.map((each) => {
            const number = sources.numberOf(each);
            const words = lineOfText(
              number === undefined ? cellWords(each) : `${cellWords(each)} [${number}]`,
            );
            return cell(words === "" ? [] : row.total === true ? [strong(words)] : [text(words)]);
          }),
        })),
      ],
    },
    ...(table.notes === undefined ? [] : [list(table.notes.map(prose), false)]),
    ...(sources.list.length === 1 ? sources.list.map(sourceParagraph) : []),
    ...(sources.list.length > 1
      ? [paragraph([text("Sources:")]), list(sources.list.map(sourceWords), true)]
      : []),
  ];
}

const text = (value: string): PhrasingContent => ({ type: "text", value });
const line = (value: string): PhrasingContent[] => [text(lineOfText(value))];
const strong = (value: string): PhrasingContent => ({ type: "strong", children: line(value) });
const paragraph = (children: PhrasingContent[]): Node<"paragraph"> => ({
  type: "paragraph",
  children,
});

/** Text whose lines stay lines. */
const prose = (value: string): PhrasingContent[] =>
  visibleText(value)
    .split("\n")
    .map(lineOfText)
    .filter((each) => each !== "")
    .flatMap((each, index) =>
      index === 0 ? [text(each)] : [{ type: "break" as const }, text(each)],
    );

const list = (items: PhrasingContent[][], ordered: boolean): Node<"list"> => ({
  type: "list",
  ordered,
  spread: false,
  children: items.map((children) => ({
    type: "listItem",
    spread: false,
    children: [paragraph(children)],
  })),
});

const sourceParagraph = (source: Source): Node<"paragraph"> =>
  paragraph([text("Source: "), ...sourceWords(source)]);

function sourceWords(source: Source): PhrasingContent[] {
  const url = webAddress(source.url);
  const words = line(formatSource(source));
  return url === undefined ? words : [{ type: "link", url, children: words as [] }];
}

const depth = (level: number | undefined) =>
  Math.min(6, Math.max(2, level ?? 2)) as 2 | 3 | 4 | 5 | 6;
