import { MoothallError } from "@moothall/core";
import type { Exchange } from "./service.ts";

interface Reading {
  /** Bytes. */
  readonly limit: number;
  /** Milliseconds that it may pause. */
  readonly pause: number;
  /** Milliseconds in which all of it has to arrive. */
  readonly within?: number;
}

/**
 * The JSON body of a request; undefined when there is none.
 * @throws MoothallError `http/unsupported-media-type`, `core/too-large`, `http/too-slow`, `core/malformed`
 */
export async function readJson(
  exchange: Exchange,
  mediaTypes: readonly string[],
): Promise<unknown> {
  const { body, arrival } = exchange.service.limits;
  const chunks: Uint8Array[] = [];
  const type = exchange.context.req.header("content-type");
  // Refused before a byte is read where it says what it is.
  if (type !== undefined) checkMediaType(type, mediaTypes);
  for await (const chunk of readBytes(exchange, { limit: body, pause: arrival, within: arrival })) {
    chunks.push(chunk);
  }
  if (chunks.length === 0) return undefined;
  if (type === undefined) checkMediaType("", mediaTypes);
  return parseJson(Buffer.concat(chunks));
}

/** @throws MoothallError `http/unsupported-media-type` */
export function checkMediaType(given: string, known: readonly string[]): void {
  const type = given.split(";")[0]?.trim().toLowerCase() ?? "";
  if (known.includes(type)) return;
  throw new MoothallError({
    code: "http/unsupported-media-type",
    message:
      type === ""
        ? "The body does not say what it is."
        : `A body of type '${type}' is not understood here.`,
    hint: `Send Content-Type: ${known[0]}.`,
  });
}

/**
 * The bytes of a body as they arrive.
 * @throws MoothallError `core/too-large`, `http/too-slow`, `core/malformed` when it breaks off
 */
export async function* readBytes(
  { context }: Exchange,
  reading: Reading,
): AsyncIterable<Uint8Array> {
  const announced = Number(context.req.header("content-length") ?? 0);
  if (announced > reading.limit) throw tooLarge(reading.limit);
  const reader = context.req.raw.body?.getReader();
  if (reader === undefined) return;
  const end = Date.now() + (reading.within ?? Number.POSITIVE_INFINITY);
  let size = 0;
  try {
    for (;;) {
      const chunk = await withinTime(reader.read(), Math.min(reading.pause, end - Date.now()));
      if (chunk.done) return;
      size += chunk.value.byteLength;
      if (size > reading.limit) throw tooLarge(reading.limit);
      yield chunk.value;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

async function withinTime<T>(arriving: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tooSlow()), Math.max(0, milliseconds));
  });
  try {
    return await Promise.race([arriving.catch(brokenOff), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Deeper input than any record has; code that walks a value by calling itself must not run out of stack. */
const deepest = 100;

function parseJson(bytes: Uint8Array): unknown {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    // What V8 says of the fault ends with a stretch of the text, which is not repeated.
    const what =
      error instanceof SyntaxError
        ? error.message.replace(/(?:, (?:\.\.\.)?"|: ")[\s\S]*$/, "")
        : "it is not UTF-8";
    throw malformed(`The body is not JSON: ${what}.`);
  }
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) throw malformed(`The body is nested more than ${deepest} deep.`);
    level = level.flatMap((each) =>
      typeof each === "object" && each !== null ? Object.values(each) : [],
    );
  }
  return value;
}

const malformed = (message: string): MoothallError =>
  new MoothallError({ code: "core/malformed", message, hint: "Send one JSON value in UTF-8." });

const tooLarge = (limit: number): MoothallError =>
  new MoothallError({
    code: "core/too-large",
    message: `The body is larger than ${limit} bytes.`,
    hint: "Send less at once; 'moothall import' takes large files.",
  });

const tooSlow = (): MoothallError =>
  new MoothallError({
    code: "http/too-slow",
    message: "The body did not arrive in time.",
    hint: "Try again on a better line, or send less at once.",
  });

const brokenOff = (cause: unknown): never => {
  throw new MoothallError({
    code: "core/malformed",
    message: "The body broke off before its end.",
    hint: "Send it again.",
    cause,
  });
};
