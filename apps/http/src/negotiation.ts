import { MoothallError } from "@moothall/core";
import type { Context } from "hono";
import Negotiator from "negotiator";

export const mediaTypes = {
  json: "application/json",
  html: "text/html",
  csv: "text/csv",
  markdown: "text/markdown",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;

export type Format = keyof typeof mediaTypes;

/** A media type as it is sent: JSON is UTF-8 by definition, text says so, and DOCX is no text. */
export const contentType = (format: Format): string =>
  format === "json" || format === "docx"
    ? mediaTypes[format]
    : `${mediaTypes[format]}; charset=utf-8`;

/**
 * The format of the answer: the one that is named, else what `Accept` likes best, else the first.
 * @throws MoothallError `core/usage`, `http/not-acceptable`
 */
export function chooseFormat<Offered extends Format>(
  offered: readonly [Offered, ...Offered[]],
  accept: string | undefined,
  named: string | undefined,
): Offered {
  if (named !== undefined) {
    const chosen = offered.find((each) => each === named);
    if (chosen !== undefined) return chosen;
    throw new MoothallError({
      code: "core/usage",
      message: `'${named}' is not a format of this address.`,
      hint: `Known: ${offered.join(", ")}.`,
    });
  }
  if (accept === undefined || accept === "*/*") return offered[0];
  const types = offered.map((each) => mediaTypes[each]);
  const [liked] = new Negotiator({ headers: { accept } }).mediaTypes(types);
  const chosen = offered.find((each) => mediaTypes[each] === liked);
  if (chosen !== undefined) return chosen;
  throw new MoothallError({
    code: "http/not-acceptable",
    message: "What the Accept header asks for is not among the formats of this address.",
    hint: `Accept ${types.join(", ")}, or say ?format=.`,
  });
}

/**
 * Whether whoever asks is a reader with a browser: they say `?format=html`, or no format and that
 * they like a page better than JSON.
 */
export function wantsPage({ req }: Context): boolean {
  const named = req.query("format");
  if (named !== undefined) return named === "html";
  const accept = req.header("accept");
  if (accept === undefined || !accept.includes(mediaTypes.html)) return false;
  const [liked] = new Negotiator({ headers: { accept } }).mediaTypes([
    mediaTypes.json,
    mediaTypes.html,
  ]);
  return liked === mediaTypes.html;
}
