import type { Finding } from "./finding.ts";

/** A permanent code, `owner/kebab-case`, for instance `procurement/weights-do-not-sum`. */
export type ErrorCode = `${string}/${string}`;

/** Where in the input a fault lies: a row and column of a file (both from 1) or a JSON Pointer. */
export interface Location {
  readonly row?: number | undefined;
  readonly column?: string | undefined;
  readonly pointer?: string | undefined;
}

export interface ErrorDetails {
  readonly code: ErrorCode;
  /** What happened and why, in one sentence. Never holds withheld text. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  readonly at?: Location;
  /** Every single fault, when there are several (the rows of an import, the fields of an input). */
  readonly findings?: readonly Finding[];
  readonly cause?: unknown;
}

/**
 * The one error of Moothall: a plain `Error` with a permanent `code` and a `hint`. Pure functions
 * throw it; handlers fail with it.
 */
export class MoothallError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly at: Location | undefined;
  readonly findings: readonly Finding[] | undefined;

  constructor(details: ErrorDetails) {
    super(details.message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "MoothallError";
    this.code = details.code;
    this.hint = details.hint;
    this.at = details.at;
    this.findings = details.findings;
  }
}

/** Two copies of this package may meet in one process, so errors are told by shape, not by class. */
export function isMoothallError(value: unknown): value is MoothallError {
  return (
    value instanceof Error &&
    value.name === "MoothallError" &&
    typeof (value as { code?: unknown }).code === "string"
  );
}

/** How an error is told to the two kinds of caller: the status of a response and an exit code. */
export interface ErrorRow {
  /** A short name for a reader, in sentence case. */
  readonly title: string;
  /** HTTP status. */
  readonly status: number;
  /** Exit code of the command line, after sysexits. */
  readonly exit: number;
}

/** The exit codes that mean something; 0 and 1 are not errors. */
export const exitCodes: ReadonlySet<number> = new Set([64, 65, 66, 69, 70, 73, 74, 75, 77, 78]);

export type ErrorTable = Readonly<Record<ErrorCode, ErrorRow>>;

/** The errors that the house itself raises. A plugin's own table joins them under its own name. */
export const coreErrors = {
  "core/mixed-currencies": { title: "Amounts are in different currencies", status: 422, exit: 65 },
  "core/bad-period": { title: "Not a period", status: 422, exit: 65 },
  "core/no-bank-holiday-data": {
    title: "Bank holidays of that year are not held",
    status: 422,
    exit: 65,
  },
  "core/bad-table": { title: "Not a table of counts", status: 422, exit: 65 },
  "core/not-a-count": { title: "Not a count", status: 422, exit: 65 },
  "core/inconsistent-table": { title: "A table contradicts itself", status: 422, exit: 65 },
  "core/bad-disclosure-policy": {
    title: "The disclosure policy is not valid",
    status: 422,
    exit: 65,
  },
  "core/bad-document": { title: "A report is not a valid document", status: 500, exit: 70 },
  "core/bad-input": { title: "Input is not valid", status: 422, exit: 65 },
  "core/malformed": { title: "Input cannot be read", status: 400, exit: 65 },
  "core/usage": { title: "Request is not understood", status: 400, exit: 64 },
  "core/no-such-action": { title: "There is no such action", status: 404, exit: 64 },
  "core/not-found": { title: "There is no such record", status: 404, exit: 66 },
  "core/no-input": { title: "Input is missing", status: 400, exit: 66 },
  "core/conflict": { title: "Someone else changed this first", status: 409, exit: 75 },
  "core/stale": { title: "The version given is not the current one", status: 412, exit: 75 },
  "core/version-required": { title: "A version must be given", status: 428, exit: 64 },
  "core/already-exists": { title: "There is a record of this name already", status: 409, exit: 65 },
  "core/not-permitted": { title: "Not permitted", status: 403, exit: 77 },
  "core/not-authenticated": { title: "The token is not valid", status: 401, exit: 77 },
  "core/too-large": { title: "Input is too large", status: 413, exit: 65 },
  "core/timeout": { title: "The time limit was reached", status: 504, exit: 75 },
  "core/busy": { title: "The store is in use", status: 503, exit: 75 },
  "core/store-unreachable": { title: "The store cannot be reached", status: 503, exit: 69 },
  "core/store-damaged": { title: "The store is damaged", status: 500, exit: 74 },
  "core/file-damaged": { title: "A file is damaged", status: 500, exit: 74 },
  "core/file-missing": { title: "The bytes of a file are missing", status: 500, exit: 74 },
  "core/store-too-new": { title: "The store was made by a newer version", status: 500, exit: 78 },
  "core/cannot-write": { title: "Output cannot be written", status: 507, exit: 73 },
  "core/input-output": { title: "Reading or writing failed", status: 500, exit: 74 },
  "core/address-in-use": { title: "The address is in use", status: 500, exit: 69 },
  "core/configuration": { title: "The configuration is not valid", status: 500, exit: 78 },
  "core/plugin-fault": { title: "A plugin is faulty", status: 500, exit: 78 },
  "core/bad-output": {
    title: "A plugin gave an answer that it does not declare",
    status: 500,
    exit: 70,
  },
  "core/internal": { title: "Our fault", status: 500, exit: 70 },
} as const satisfies ErrorTable;
