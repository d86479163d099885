import { rename, rm, writeFile } from "node:fs/promises";
import { MoothallError } from "@moothall/core";

/**
 * Writes a file that is there whole or, when it cannot be written, as it was before.
 * @throws MoothallError `core/cannot-write`
 */
export async function writeWholeFile(path: string, content: string | Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}.part`;
  try {
    await writeFile(beside, content, { flag: "wx" });
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true });
    throw new MoothallError({
      code: "core/cannot-write",
      message: `The file ${path} cannot be written.`,
      hint: "Name a file in a folder that is there and that you may write to.",
      cause,
    });
  }
}
