import { once } from "node:events";
import type { ErrorRow, Finding, MoothallError } from "@moothall/core";
import type { ProgressShape } from "@moothall/core/plugin";

/** The reader of our output has gone (`| head`): nothing more to say, and nothing wrong. */
export class ReaderGone extends Error {}

let failure: Error | undefined;
process.stdout.on("error", (error) => {
  // What comes after the first is only its echo.
  failure ??= error;
});

/** Writes to standard output, waiting while the reader is slower than we are. */
export async function write(text: string | Uint8Array): Promise<void> {
  check();
  // Waiting ends with an error as well, which is looked at afterwards.
  if (!process.stdout.write(text)) await once(process.stdout, "drain").catch(() => {});
  check();
}

/** Waits until everything written has left the process. */
export async function flush(): Promise<void> {
  await new Promise<void>((resolve) => process.stdout.write("", () => resolve()));
  check();
}

function check(): void {
  if (failure === undefined) return;
  if ((failure as NodeJS.ErrnoException).code === "EPIPE") throw new ReaderGone();
  throw failure;
}

export const say = (line: string): boolean => process.stderr.write(`${line}\n`);

export const isTerminal = (): boolean => process.stdout.isTTY === true;

export const terminalWidth = (): number => process.stdout.columns ?? 100;

/** On a terminal one line that is written over; elsewhere nothing but the summary at the end. */
export function terminalProgress(): ProgressShape {
  let next = 0;
  return {
    report: (done, of, what) => {
      if (process.stderr.isTTY !== true) return;
      const finished = of !== undefined && done >= of;
      const now = performance.now();
      if (now < next && !finished) return;
      next = now + 100;
      process.stderr.write(
        `\r\u001b[K${done}${of === undefined ? "" : ` of ${of}`} ${what}${finished ? "\r\u001b[K" : ""}`,
      );
    },
  };
}

const shownFindings = 20;

/** Tells an error: for a reader, or with `--json` as one line of JSON, on standard error. */
export function tellError(error: MoothallError, row: ErrorRow, json: boolean): void {
  if (json) {
    const { code, message, hint, at, findings } = error;
    say(JSON.stringify({ error: { code, title: row.title, message, hint, at, findings } }));
    return;
  }
  say(`moothall: ${clean(error.message)}`);
  for (const finding of (error.findings ?? []).slice(0, shownFindings))
    say(`  ${clean(findingLine(finding))}`);
  if ((error.findings?.length ?? 0) > shownFindings)
    say(`  … and ${(error.findings?.length ?? 0) - shownFindings} more (--json shows all)`);
  if (error.hint !== undefined) say(`  ${clean(error.hint)}`);
  say(`  (${error.code})`);
  if (process.env.MOOTHALL_DEBUG !== undefined && error.cause !== undefined)
    say(String((error.cause as Error).stack ?? error.cause));
}

const findingLine = (finding: Finding): string => {
  const place = [
    finding.at?.row && `row ${finding.at.row}`,
    finding.at?.column && `column ${finding.at.column}`,
    finding.at?.pointer,
  ]
    .filter(Boolean)
    .join(", ");
  return `${place === "" ? "" : `${place}: `}${finding.message}`;
};

/** Control characters of the data must not reach the terminal. */
const clean = (text: string): string => text.replace(/[^\P{Cc}\n]/gu, "\ufffd");
