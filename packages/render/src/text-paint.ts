import { styleText } from "node:util";

export type Paint = (style: "bold" | "dim" | "red" | "yellow" | "blue", text: string) => string;

/** Paints text for a terminal, or leaves it as it is. Whether the output is one is the caller's to say. */
export const textPaint = (colour: boolean): Paint =>
  colour ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text;
