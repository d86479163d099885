import { type Markup, markup } from "../markup.ts";
import { lineOfText } from "../visible-text.ts";
import { terminalWidth, wrappedLines } from "../wrapped-lines.ts";

export const fontSize = 15;
export const lineHeight = 20;

/** What letters and figures take in the wider of the common sans-serif fonts, in units of the size. */
const letter = 0.62;

/** About how wide a text is drawn; there is no page to measure it on. */
export const textWidth = (text: string): number => terminalWidth(text) * letter * fontSize;

/** A text in as many lines as are allowed, cut with … after them; the table has it in full. */
export function fitted(text: string, width: number, most: number): readonly string[] {
  const columns = Math.max(4, Math.floor(width / (letter * fontSize)));
  const lines = wrappedLines(lineOfText(text), columns);
  if (lines.length <= most) return lines;
  const last = lines[most - 1] ?? "";
  const [kept = ""] = wrappedLines(last, columns - 1);
  return [...lines.slice(0, most - 1), `${kept.replace(/[\s\p{P}]+$/u, "")}…`];
}

export interface TextPlace {
  readonly x: number;
  readonly y: number;
  readonly anchor?: "start" | "middle" | "end";
  readonly colour: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Drawn over a pattern: a white edge keeps it readable. */
  readonly over?: boolean;
}

export const drawnText = (text: string, place: TextPlace): Markup =>
  markup`<text x="${rounded(place.x)}" y="${rounded(place.y)}" fill="${place.colour}"${
    place.anchor !== undefined && place.anchor !== "start" && markup` text-anchor="${place.anchor}"`
  }${place.bold === true && markup` font-weight="700"`}${
    place.italic === true && markup` font-style="italic"`
  }${
    place.over === true &&
    markup` stroke="#fff" stroke-width="5" stroke-linejoin="round" paint-order="stroke"`
  }>${text}</text>`;

/** Hundredths are finer than any screen, and the same on every machine. */
export const rounded = (value: number): number => Math.round(value * 100) / 100 + 0;
