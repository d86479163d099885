import { MoothallError } from "@moothall/core";

/** @throws MoothallError `core/cannot-write` where the operating system refuses */
export async function writing<T>(location: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw cannotWrite(location, codeOf(cause) ?? "it was refused", cause);
  }
}

export const cannotWrite = (location: string, why: string, cause?: unknown): MoothallError =>
  new MoothallError({
    code: "core/cannot-write",
    message: `Files cannot be written to ${location}: ${why}.`,
    hint: "Look whether it exists, may be written and has room. Nothing was kept.",
    cause,
  });

export const unreachable = (location: string, why: string, cause?: unknown): MoothallError =>
  new MoothallError({
    code: "core/store-unreachable",
    message: `The files at ${location} cannot be reached: ${why}.`,
    hint: "Look whether the place is there and may be read, and try again.",
    cause,
  });

/** The code by which the operating system, or a fault underneath, names itself: `ENOSPC`. */
export function codeOf(cause: unknown): string | undefined {
  const { code, cause: under } = (cause ?? {}) as { code?: unknown; cause?: unknown };
  return typeof code === "string" ? code : under === undefined ? undefined : codeOf(under);
}
