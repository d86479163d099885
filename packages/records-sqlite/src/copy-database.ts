import { copyFileSync, existsSync, renameSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { MoothallError } from "@moothall/core";
import type { Connection } from "./connection.ts";
import { asMoothallError } from "./fault.ts";
import { keyPath } from "./signing-key.ts";

/**
 * Copies a file of records with its signing key to where there is none, while others go on reading
 * and writing. What stands at the destination when this fails is what stood there before.
 */
export async function copyDatabase(
  connection: Connection,
  from: string,
  destination: string,
): Promise<void> {
  const to = resolve(destination);
  if (existsSync(to)) throw taken(destination);
  const unfinished = `${to}.unfinished`;
  try {
    rmSync(unfinished, { force: true });
    await connection.backup(unfinished);
    if (from !== ":memory:" && existsSync(keyPath(from))) copyFileSync(keyPath(from), keyPath(to));
    renameSync(unfinished, to);
  } catch (cause) {
    rmSync(unfinished, { force: true });
    throw asFileError(asMoothallError(cause, destination), destination);
  }
}

export const taken = (location: string): MoothallError =>
  new MoothallError({
    code: "core/already-exists",
    message: `There is a file at ${location} already.`,
    hint: "Name another place, or move the file away.",
  });

const asFileError = (cause: unknown, location: string): unknown =>
  typeof (cause as NodeJS.ErrnoException).syscall === "string"
    ? new MoothallError({
        code: "core/cannot-write",
        message: `The backup cannot be written to ${location}.`,
        hint: "Look whether the folder exists, may be written and has room.",
        cause,
      })
    : cause;
