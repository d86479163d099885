import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";
import { lineOfText, visibleText } from "./visible-text.ts";

/** The columns that a text takes on a terminal: a Chinese character takes two, a combining mark none. */
export const terminalWidth = (text: string): number => stringWidth(text);

/** The lines of a text at this width, words kept whole where they fit, made fit to be shown. */
export const wrappedLines = (text: string, width: number): readonly string[] =>
  wrapAnsi(visibleText(text).replaceAll("\t", " "), width, { hard: true })
    .split("\n")
    .map((line) => line.trimEnd());

export const padded = (text: string, width: number, right: boolean): string => {
  const space = " ".repeat(Math.max(0, width - terminalWidth(text)));
  return right ? space + text : text + space;
};

/**
 * Lines of a text, the first after a lead such as `2.`, the others under it. A lead of more than half
 * the width has lines of its own.
 */
export function ledLines(lead: string, text: string, width: number): readonly string[] {
  const shown = lineOfText(lead);
  const indent = terminalWidth(shown) + 1;
  if (indent > width / 2) return [...wrappedLines(shown, width), ...wrappedLines(text, width)];
  return wrappedLines(text, width - indent).map((line, index) =>
    index === 0 ? `${shown} ${line}` : `${" ".repeat(indent)}${line}`.trimEnd(),
  );
}
