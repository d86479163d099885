import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { isMoothallError, MoothallError } from "@moothall/core";

/** The largest file that is read as one input; what is larger comes item by item. */
const largest = 64 * 1024 * 1024;

/** The bytes of a file, or of standard input for `-`. Throws `core/no-input`. */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    if (file !== "-") return await readFile(file);
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of process.stdin) {
      chunks.push(chunk as Uint8Array);
      size += (chunk as Uint8Array).length;
      if (size > largest)
        throw new MoothallError({
          code: "core/too-large",
          message: "Standard input is larger than 64 MiB.",
          hint: "Give less at once.",
        });
    }
    return Buffer.concat(chunks);
  } catch (cause) {
    throw isMoothallError(cause) ? cause : unreadable(file, cause);
  }
}

/** The bytes of a file, or of standard input for `-`, as they come. */
export async function* streamBytes(file: string): AsyncIterable<Uint8Array> {
  try {
    for await (const chunk of file === "-" ? process.stdin : createReadStream(file))
      yield chunk as Uint8Array;
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

/** @throws MoothallError `core/malformed`, `core/no-input` */
export async function readJson(file: string): Promise<unknown> {
  const bytes = await readBytes(file);
  const name = file === "-" ? "Standard input" : file;
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new MoothallError({
      code: "core/malformed",
      message: `${name} is not UTF-8.`,
      hint: "Save it as UTF-8.",
      cause,
    });
  }
  if (text.trim() === "")
    throw new MoothallError({
      code: "core/no-input",
      message: `${name} is empty.`,
      hint: "Give JSON, with --file F or on standard input.",
    });
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new MoothallError({
      code: "core/malformed",
      message: `${name} is not JSON: ${(cause as Error).message}.`,
      hint: "Mend it there and try again.",
      cause,
    });
  }
}

/** Standard input where something is piped in, and a file where one is named. */
export const inputFile = (named: unknown): string | undefined =>
  typeof named === "string" ? named : process.stdin.isTTY === true ? undefined : "-";

function unreadable(file: string, cause: unknown): MoothallError {
  const code = (cause as NodeJS.ErrnoException).code;
  return new MoothallError({
    code:
      code === "ENOENT" || code === "ENOTDIR" || code === "EISDIR" || code === "EACCES"
        ? "core/no-input"
        : "core/input-output",
    message: `${file === "-" ? "Standard input" : file} cannot be read: ${code === "ENOENT" ? "there is no such file" : String(code ?? (cause as Error).message)}.`,
    hint: "Check the name and your right to read it.",
    cause,
  });
}
