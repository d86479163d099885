import { isMoothallError, MoothallError } from "@moothall/core";

/** Primary result codes of SQLite (sqlite.org/rescode.html); the low byte of an extended code. */
const result = {
  busy: 5,
  locked: 6,
  readOnly: 8,
  inputOutput: 10,
  corrupt: 11,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
} as const;

/** Extended codes of failures to read: the medium or the file gives less than it should. */
const failuresToRead = new Set([10 | (1 << 8), 10 | (2 << 8), 10 | (33 << 8)]);

interface SqliteError extends Error {
  readonly code: "ERR_SQLITE_ERROR";
  readonly errcode: number;
}

const isSqliteError = (cause: unknown): cause is SqliteError =>
  cause instanceof Error && (cause as Partial<SqliteError>).code === "ERR_SQLITE_ERROR";

export const isBusy = (cause: unknown): boolean =>
  isSqliteError(cause) && [result.busy, result.locked].includes((cause.errcode & 0xff) as 5 | 6);

export const cannotOpen = (cause: unknown): boolean =>
  isSqliteError(cause) &&
  [result.readOnly, result.cannotOpen].includes((cause.errcode & 0xff) as 8);

/** Whether a statement speaks of a table or column that another process has made anew meanwhile. */
export const isOutdated = (cause: unknown): boolean =>
  isSqliteError(cause) && /^no such (?:table|column)/.test(cause.message);

/**
 * What went wrong in SQLite, as an error of the house. The messages of SQLite stay out of it: they
 * may hold pieces of a statement.
 */
export function asMoothallError(cause: unknown, location: string): unknown {
  if (isMoothallError(cause) || !isSqliteError(cause)) return cause;
  return new MoothallError({
    ...describe(cause.errcode, location),
    cause: new Error(codeOf(cause)),
  });
}

const codeOf = ({ errcode }: SqliteError): string => `SQLite result code ${errcode}`;

function describe(
  code: number,
  location: string,
): Pick<MoothallError, "code" | "message"> & { hint: string } {
  switch (code & 0xff) {
    case result.busy:
    case result.locked:
      return {
        code: "core/busy",
        message: `The records at ${location} are being written by another process.`,
        hint: "Try again in a moment, or end the other process.",
      };
    case result.full:
      return {
        code: "core/cannot-write",
        message: `The records at ${location} cannot be written: the disk is full.`,
        hint: "Make room on the disk and try again. Nothing was written.",
      };
    case result.readOnly:
      return {
        code: "core/cannot-write",
        message: `The records at ${location} cannot be written: the file or its folder is read-only.`,
        hint: "Give write access to the file and its folder.",
      };
    case result.inputOutput:
      return failuresToRead.has(code) ? unreadable(location) : unwritable(location);
    case result.corrupt:
      return damaged(location);
    case result.notADatabase:
      return damaged(location);
    case result.cannotOpen:
      return {
        code: "core/store-unreachable",
        message: `The records at ${location} cannot be opened.`,
        hint: "Look whether the folder exists and may be read and written.",
      };
    default:
      return {
        code: "core/internal",
        message: `The store at ${location} refused a statement of ours.`,
        hint: "Please report this.",
      };
  }
}

const unreadable = (location: string) => ({
  code: "core/store-damaged" as const,
  message: `The records at ${location} cannot be read from the disk.`,
  hint: "Look at the disk, and restore the last backup.",
});

const unwritable = (location: string) => ({
  code: "core/cannot-write" as const,
  message: `The records at ${location} cannot be written to the disk.`,
  hint: "Look whether the disk is full or at its limit and try again. Nothing was written.",
});

export const damaged = (location: string) => ({
  code: "core/store-damaged" as const,
  message: `The file at ${location} is damaged, or no database of SQLite.`,
  hint: "Restore the last backup; `moothall doctor` says more.",
});
