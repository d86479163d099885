import { coreErrors, type ErrorRow, isMoothallError, MoothallError } from "@moothall/core";
import { asMoothallError } from "@moothall/host";
import * as z from "zod";
import manifest from "../package.json" with { type: "json" };
import { findCommand } from "./commands/find.ts";
import { leadingWords, parseCommandLine } from "./options.ts";
import { flush, ReaderGone, say, tellError, write } from "./terminal.ts";

// One input is checked once: compiling a checker for it would take longer than it saves.
z.config({ jitless: true });

/** Runs one command line to its end and answers its exit code. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  let errors: Readonly<Record<string, ErrorRow>> = coreErrors;
  try {
    const { words, version: wantsVersion } = leadingWords(args);
    if (wantsVersion) {
      await write(`${manifest.version}\n`);
      return 0;
    }
    const command = await findCommand(words, args);
    errors = { ...coreErrors, ...command.errors };
    const parsed = parseCommandLine(args, command.flags);
    if (parsed.options.help) {
      await write(await command.help());
      return 0;
    }
    const exit = await command.run({ ...parsed, words: parsed.words.slice(command.depth) });
    await flush();
    return exit ?? 0;
  } catch (error) {
    if (error instanceof ReaderGone) return 0;
    return tell(error, errors, args.includes("--json"));
  }
}

function tell(thrown: unknown, errors: Readonly<Record<string, ErrorRow>>, json: boolean): number {
  const error = isMoothallError(thrown) ? thrown : fromSystem(thrown);
  const row = errors[error.code] ?? coreErrors["core/internal"];
  tellError(error, row, json);
  if (error.code === "core/internal")
    say(String((error.cause as Error | undefined)?.stack ?? error.cause ?? ""));
  return row.exit;
}

/** What the operating system refused, in our words. */
function fromSystem(thrown: unknown): MoothallError {
  const code = (thrown as NodeJS.ErrnoException | undefined)?.code;
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG" || code === "EROFS") {
    return new MoothallError({
      code: "core/cannot-write",
      message: `Output cannot be written: ${code}.`,
      hint: "Make room, or write elsewhere.",
      cause: thrown,
    });
  }
  if (code === "EIO" || code === "EBADF") {
    return new MoothallError({
      code: "core/input-output",
      message: `Reading or writing failed: ${code}.`,
      hint: "Check the disk and where output goes.",
      cause: thrown,
    });
  }
  return asMoothallError(thrown);
}
