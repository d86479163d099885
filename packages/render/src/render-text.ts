import { type Block, formatSource, type ReportDocument } from "@moothall/core";
import { classMark, drawnTable, noticeWord } from "./block-words.ts";
import { documentOutline, type OutlineEntry } from "./document-outline.ts";
import { cellWords } from "./table-reading.ts";
import { type Paint, textPaint } from "./text-paint.ts";
import { textTable } from "./text-table.ts";
import { lineOfText } from "./visible-text.ts";
import { ledLines, terminalWidth, wrappedLines } from "./wrapped-lines.ts";

export interface TextOptions {
  /** Columns of the terminal; 80 where left out, and never under 20. */
  readonly width?: number;
  /** Whether to write ANSI colour; not where left out. */
  readonly colour?: boolean;
}

interface Setting {
  readonly document: ReportDocument;
  readonly outline: ReadonlyMap<string, OutlineEntry>;
  readonly width: number;
  readonly paint: Paint;
}

/**
 * A document for a terminal, ending in a line end. No control character of the data is written,
 * and no colour unless asked for.
 * @throws MoothallError `core/bad-document` when a chart draws a table that is not there.
 */
export function renderText(document: ReportDocument, options: TextOptions = {}): string {
  const width = Math.max(20, Math.floor(options.width ?? 80));
  const paint = textPaint(options.colour === true);
  const setting = { document, outline: documentOutline(document), width, paint };
  const mark = classMark(document.class);
  const parts = [
    ...(mark === undefined ? [] : [wrappedLines(mark, width).map((line) => paint("red", line))]),
    underlined(document.title, "═", setting),
    ...(document.summary === undefined ? [] : [wrappedLines(document.summary, width)]),
    ...document.blocks.map((part) => textBlock(part, setting)),
  ];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function textBlock(part: Block, setting: Setting): readonly string[] {
  const { width, paint, document, outline } = setting;
  switch (part.type) {
    case "heading":
      return outline.get(part.id)?.level === 2
        ? underlined(part.text, "─", setting)
        : wrappedLines(lineOfText(part.text), width).map((line) => paint("bold", line));
    case "paragraph":
      return [
        ...(part.number === undefined
          ? wrappedLines(part.text, width)
          : ledLines(part.number, part.text, width)),
        ...(part.source === undefined
          ? []
          : wrappedLines(`Source: ${formatSource(part.source)}`, width).map((line) =>
              paint("dim", line),
            )),
      ];
    case "list":
      return part.items.flatMap((item, index) =>
        ledLines(part.ordered ? `${index + 1}.` : "-", item, width),
      );
    case "facts":
      return part.items.flatMap(({ term, ...cell }) =>
        wrappedLines(
          [
            `${lineOfText(term)}: ${cellWords(cell)}`,
            cell.source && `(${formatSource(cell.source)})`,
          ]
            .filter(Boolean)
            .join(" "),
          width,
        ),
      );
    case "notice":
      return ledLines(`${noticeWord[part.severity]}:`, part.text, width).map((line) =>
        paint(noticeColour[part.severity], line),
      );
    case "table":
      return textTable(part, width, paint);
    case "chart":
      return [
        ...wrappedLines(`Chart: ${lineOfText(part.title)}`, width).map((line) =>
          paint("bold", line),
        ),
        ...wrappedLines(part.finding, width),
        ...wrappedLines(
          `It draws the table “${lineOfText(drawnTable(document, part).caption)}”.`,
          width,
        ),
      ];
    case "page-break":
      return ["─".repeat(width)];
  }
}

const noticeColour = { note: "blue", warning: "yellow", error: "red" } as const;

function underlined(text: string, rule: string, { width, paint }: Setting): readonly string[] {
  const lines = wrappedLines(lineOfText(text), width);
  return [
    ...lines.map((line) => paint("bold", line)),
    rule.repeat(Math.max(1, ...lines.map(terminalWidth))),
  ];
}
