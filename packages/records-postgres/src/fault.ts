import { type ErrorCode, isMoothallError, MoothallError } from "@moothall/core";

/** What `pg` throws: of the server with its SQLSTATE, of the network with the code of the system. */
interface Coded extends Error {
  readonly code?: unknown;
}

const codeOf = (cause: unknown): string => {
  const { code } = cause as Coded;
  return typeof code === "string" ? code : "";
};

/** Codes of the system, and what `pg` says where it has no code. */
const lostCodes =
  /^(?:08|57P0[1-5]|ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|ENOENT)/;
const lostWords =
  /^(?:Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|timeout expired|Query read timeout)/i;

/** The connection is gone, or was never there. */
export const isLost = (cause: unknown): boolean =>
  cause instanceof Error &&
  !isMoothallError(cause) &&
  (lostCodes.test(codeOf(cause)) || lostWords.test(cause.message));

/** Two transactions were in each other's way (serialization_failure, deadlock_detected). */
export const isCollision = (cause: unknown): boolean => ["40001", "40P01"].includes(codeOf(cause));

/** A table that another process has made anew meanwhile (undefined_table, undefined_column). */
export const isOutdated = (cause: unknown): boolean =>
  !isMoothallError(cause) && ["42P01", "42703"].includes(codeOf(cause));

/** Rights that the user has not (insufficient_privilege). */
export const isForbidden = (cause: unknown): boolean => codeOf(cause) === "42501";

/** Nobody by that name may come in, or not with that password (class 28). */
export const isTurnedAway = (cause: unknown): boolean => codeOf(cause).startsWith("28");

/**
 * What went wrong, as an error of the house. The words of PostgreSQL stay out of it: they may hold
 * pieces of a statement or of a record.
 */
export function asMoothallError(cause: unknown, location: string): unknown {
  if (isMoothallError(cause) || !(cause instanceof Error)) return cause;
  const code = codeOf(cause);
  if (isLost(cause))
    return new MoothallError({ ...unreachable(location), cause: new Error(code || "no answer") });
  if (!/^[0-9A-Z]{5}$/.test(code)) return cause;
  return new MoothallError({
    ...describe(code, location),
    cause: new Error(`PostgreSQL SQLSTATE ${code}`),
  });
}

interface Description {
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string;
}

/** SQLSTATE or its class (PostgreSQL, appendix A) → what it means to us. */
const descriptions: readonly (readonly [RegExp, (location: string) => Description])[] = [
  [/^(?:53300|55P03|40001|40P01)$/, (location) => busy(location)],
  [
    /^57014$/,
    (location) => ({
      code: "core/timeout",
      message: `The database at ${location} took longer over a statement than it may.`,
      hint: "Ask for less at once, or allow more time where the store is opened.",
    }),
  ],
  [
    /^(?:28|3D000)/,
    (location) => ({
      code: "core/store-unreachable",
      message: `The database at ${location} does not let this user in, or is not there.`,
      hint: "Look at the user, the password and the name of the database.",
    }),
  ],
  [
    /^(?:53100|25006|42501)$/,
    (location) => ({
      code: "core/cannot-write",
      message: `The records at ${location} cannot be written: the disk is full, the server takes no writes, or the user lacks the right.`,
      hint: "Look at the server's disk, whether it is a replica, and at the user's rights. Nothing was written.",
    }),
  ],
  [/^(?:XX00[12]|58030)$/, (location) => damaged(location)],
  [
    /^(?:22021|22P05)$/,
    () => ({
      code: "core/bad-input",
      message: "A text holds a character that cannot be kept.",
      hint: "Take NUL and other control characters out.",
    }),
  ],
  [
    /^54/,
    () => ({
      code: "core/too-large",
      message: "A record is larger than the database can index.",
      hint: "Declare which fields are searched, or divide the record.",
    }),
  ],
];

const describe = (code: string, location: string): Description =>
  descriptions.find(([pattern]) => pattern.test(code))?.[1](location) ?? {
    code: "core/internal",
    message: `The database at ${location} refused a statement of ours.`,
    hint: "Please report this.",
  };

const unreachable = (location: string): Description => ({
  code: "core/store-unreachable",
  message: `The database at ${location} cannot be reached.`,
  hint: "Look whether the server runs and the network lets this machine through. What was acknowledged is kept.",
});

export const busy = (location: string): Description => ({
  code: "core/busy",
  message: `The records at ${location} are being written by others.`,
  hint: "Try again in a moment.",
});

export const damaged = (location: string): Description => ({
  code: "core/store-damaged",
  message: `The database at ${location} is damaged.`,
  hint: "Look at the server's log, and restore the last backup.",
});

/** The connection broke while the last word was being said; whether it was heard cannot be found out now. */
export const unsure = (location: string): MoothallError =>
  new MoothallError({
    code: "core/store-unreachable",
    message: `The database at ${location} was lost at the very moment of writing: what was to be written is there whole, or not at all.`,
    hint: "When the server is back, look whether it is there before you write it again.",
  });

export const closed = (location: string): MoothallError =>
  new MoothallError({
    code: "core/store-unreachable",
    message: `The records at ${location} have been closed.`,
    hint: "Open them again.",
  });
