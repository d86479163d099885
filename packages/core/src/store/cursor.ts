import { MoothallError } from "../error.ts";
import type { IndexValue } from "./fields.ts";

/** Where a page ended: what the caller saw of the last item, and nothing else. */
export interface Position {
  /** The value that the list is ordered by; null where the record has none. */
  readonly value: IndexValue;
  readonly id: string;
}

/** `query` says what the cursor belongs to, so that it is not used with another. */
export const writeCursor = (query: string, { value, id }: Position): string =>
  encode([query, typeof value === "bigint" ? [String(value)] : value, id]);

/** @throws MoothallError `core/bad-input` when the cursor is none, or of another query. */
export function readCursor(query: string, cursor: string): Position {
  const [of, value, id, ...rest] = decode(cursor);
  if (of !== query || typeof id !== "string" || rest.length > 0) throw badCursor();
  if (value === null || typeof value === "string") return { value, id };
  if (Array.isArray(value) && value.length === 1 && /^-?[0-9]{1,20}$/.test(String(value[0])))
    return { value: BigInt.asIntN(64, BigInt(String(value[0]))), id };
  throw badCursor();
}

/** A cursor of a search: the serial number of the last hit among what the clearance ever saw. */
export const writeSearchCursor = (query: string, number: number): string => encode([query, number]);

export function readSearchCursor(query: string, cursor: string): number {
  const [of, number, ...rest] = decode(cursor);
  if (of !== query || !Number.isSafeInteger(number) || rest.length > 0) throw badCursor();
  return number as number;
}

const encode = (parts: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(parts), "utf8").toString("base64url");

function decode(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(parts)) return parts;
  } catch {
    // Said below, without the text of the parser's own message.
  }
  throw badCursor();
}

const badCursor = (): MoothallError =>
  new MoothallError({
    code: "core/bad-input",
    message: "The cursor is not one of this query.",
    hint: "Start again without a cursor, and keep filters and order the same from page to page.",
  });
