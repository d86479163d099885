import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { MoothallError } from "@moothall/core";
import { SigningKey } from "@moothall/core/store";

/** The key lies beside the file of records, under its name and `.key`. */
export const keyPath = (path: string): string => `${path}.key`;

/**
 * The key with which roots are signed, made on first use and readable by its owner only. In memory
 * for records in memory.
 */
export function signingKey(path: string): SigningKey {
  if (path === ":memory:") return SigningKey.make();
  return readKey(path) ?? makeKey(path);
}

/** Undefined when there is none. */
export function readKey(path: string): SigningKey | undefined {
  let text: string;
  try {
    text = readFileSync(keyPath(path), "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw unreadable(path, cause);
  }
  try {
    return SigningKey.read(text);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

const unreadable = (path: string, cause: unknown): MoothallError =>
  new MoothallError({
    code: "core/store-damaged",
    message: `The signing key at ${keyPath(path)} cannot be read.`,
    hint: "Restore it from the last backup; without it, move it away and a new one is made.",
    cause,
  });

function makeKey(path: string): SigningKey {
  const key = SigningKey.make();
  // Written aside and then given its name, so that two processes do not each keep one of their own.
  const aside = `${keyPath(path)}.${process.pid}`;
  try {
    writeFileSync(aside, key.secretText(), { mode: 0o600, flag: "w" });
    try {
      linkSync(aside, keyPath(path));
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
    }
  } catch (cause) {
    throw new MoothallError({
      code: "core/cannot-write",
      message: `The signing key at ${keyPath(path)} cannot be written.`,
      hint: "Give write access to the folder, and make room on the disk.",
      cause,
    });
  } finally {
    rmSync(aside, { force: true });
  }
  return readKey(path) ?? key;
}
