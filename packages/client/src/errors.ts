import type { Schemas } from "./api.generated.ts";

/** Problem details as a service sends them (RFC 9457). */
export type Problem = Schemas["problem"];

/** The service understood the request and refused it, or failed at it, and says why. */
export class ServiceError extends Error {
  override readonly name = "ServiceError";
  /** Permanent, `owner/kebab-case`: `core/not-found`, `core/stale`, `procurement/…`. */
  readonly code: string;
  /** The HTTP status, 400 to 599. */
  readonly status: number;
  /** What to do about it. */
  readonly hint: string | undefined;
  /** Where in the input it lies. */
  readonly at: Problem["at"];
  readonly findings: Problem["findings"];
  /** Under which the log of the service tells more. */
  readonly instance: string | undefined;
  /** All that was sent. */
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.code = problem.code;
    this.status = problem.status;
    this.hint = problem.hint;
    this.at = problem.at;
    this.findings = problem.findings;
    this.instance = problem.instance;
    this.problem = problem;
  }
}

/** There was no answer, or none that a service of this kind gives. */
export class ConnectionError extends Error {
  override readonly name = "ConnectionError";
  /**
   * `client/no-answer`: the connection failed or broke off; of a write it is then not known whether
   * it was done. `client/not-understood`: something else answered, such as a proxy.
   */
  readonly code: "client/no-answer" | "client/not-understood";
  /** The HTTP status, where there was an answer. */
  readonly status: number | undefined;

  constructor(
    code: ConnectionError["code"],
    message: string,
    { status, cause }: { readonly status?: number; readonly cause?: unknown } = {},
  ) {
    super(message, cause === undefined ? {} : { cause });
    this.code = code;
    this.status = status;
  }
}

/** Whether a value is a problem document, and not a page that some proxy sends. */
export const isProblem = (value: unknown): value is Problem =>
  typeof value === "object" &&
  value !== null &&
  typeof (value as Problem).code === "string" &&
  typeof (value as Problem).status === "number" &&
  typeof (value as Problem).detail === "string";
