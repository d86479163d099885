import { formatSource, type Source } from "@moothall/core";
import { ExternalHyperlink, type IRunOptions, Paragraph, type ParagraphChild, TextRun } from "docx";
import { lineOfText, visibleText } from "../visible-text.ts";
import { webAddress } from "../web-address.ts";

/** Text whose lines stay lines. */
export const runs = (text: string, look: Omit<IRunOptions, "text" | "break"> = {}): TextRun[] =>
  visibleText(text)
    .split("\n")
    .map(
      (line, index) =>
        new TextRun({ ...look, text: line.replaceAll("\t", " "), ...(index > 0 && { break: 1 }) }),
    );

/** Text on one line. */
export const lineRun = (text: string, look: Omit<IRunOptions, "text"> = {}): TextRun =>
  new TextRun({ ...look, text: lineOfText(text) });

/** A source, linked when it lies on the web. */
export function sourceRun(source: Source): ParagraphChild {
  const link = webAddress(source.url);
  return link === undefined
    ? lineRun(formatSource(source))
    : new ExternalHyperlink({
        link,
        children: [lineRun(formatSource(source), { style: "Hyperlink" })],
      });
}

export const sourceParagraph = (source: Source): Paragraph =>
  new Paragraph({ style: "Source", children: [new TextRun("Source: "), sourceRun(source)] });
