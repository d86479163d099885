import { randomUUID } from "node:crypto";
import { completeDocument, type ErrorRow, MoothallError } from "@moothall/core";
import { asMoothallError } from "@moothall/host";
import type { Context } from "hono";
import { httpErrors } from "./errors.ts";
import { describeFault } from "./log.ts";
import { contentType, wantsPage } from "./negotiation.ts";
import { fromHome, noCsv, pageText } from "./page.ts";
import { headersFor } from "./response-headers.ts";
import type { Service } from "./service.ts";

/** An error as a response says it: problem details (RFC 9457) with our code, hint and findings. */
export interface Problem {
  /** `/errors/CODE`, which says more about it. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly hint?: string;
  /** Where in the input it lies. */
  readonly at?: MoothallError["at"];
  readonly findings?: MoothallError["findings"];
  /** Under which the log of the service tells more. */
  readonly instance?: string;
}

/** Errors of ours whose message is meant for whoever asked; others may name folders and addresses. */
const told: ReadonlySet<string> = new Set(["core/timeout", "core/busy", "core/bad-output"]);

/** An error as a response, and as a line of the log when it is our fault. */
export function problem(
  service: Service,
  context: Context,
  thrown: unknown,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const { error, row } = judged(service, thrown);
  const isOurs = row.status >= 500;
  const instance = isOurs ? `urn:uuid:${randomUUID()}` : undefined;
  // Whoever has gone away is not waited for: what was cut off with them is no fault.
  if (instance !== undefined && !context.req.raw.signal.aborted) {
    logFault(service, context, error, instance);
  }
  const isTold = !isOurs || told.has(error.code);
  const body: Problem = {
    type: `/errors/${error.code}`,
    title: row.title,
    status: row.status,
    detail: isTold ? error.message : `${row.title}.`,
    code: error.code,
    ...(isTold
      ? error.hint !== undefined && { hint: error.hint }
      : {
          hint: "Try again later; if it stays so, tell who runs this service the number given as instance.",
        }),
    ...(error.at !== undefined && { at: error.at }),
    ...(error.findings !== undefined && { findings: error.findings }),
    ...(instance !== undefined && { instance }),
  };
  const isPage = wantsPage(context);
  return new Response(isPage ? problemPage(service, body) : JSON.stringify(body), {
    status: row.status,
    headers: {
      ...(context.req.header("authorization") === undefined
        ? headersFor.publicAnswer
        : headersFor.private),
      "Content-Type": isPage ? contentType("html") : "application/problem+json",
      ...(row.status === 401 && { "WWW-Authenticate": challenge(context) }),
      ...(row.status === 503 && { "Retry-After": "2" }),
      // What is left of a body that was refused unread would be taken for the next request.
      ...((row.status === 408 || row.status === 413) && { Connection: "close" }),
      ...headers,
    },
  });
}

/** The same for a reader, and no more. */
function problemPage(service: Service, body: Problem): string {
  const { title, detail, hint, at, findings = [], status, code, type, instance } = body;
  const facts = [
    { term: "Status", text: String(status) },
    { term: "Code", text: code },
    { term: "What the code means", text: type },
    ...(at === undefined ? [] : [{ term: "Where", text: placeText(at) }]),
    ...(instance === undefined ? [] : [{ term: "Instance", text: instance }]),
  ];
  const document = completeDocument({
    title,
    blocks: [
      { type: "paragraph", id: "detail", text: detail },
      ...(hint === undefined ? [] : [{ type: "paragraph" as const, id: "hint", text: hint }]),
      ...(findings.length === 0
        ? []
        : [
            {
              type: "table" as const,
              id: "findings",
              caption: "What was found",
              columns: [
                { id: "message", heading: "What", headsRow: true },
                { id: "at", heading: "Where" },
                { id: "fix", heading: "What to do" },
              ],
              rows: findings.map((found) => ({
                cells: [
                  { text: found.message },
                  { text: found.at === undefined ? "" : placeText(found.at) },
                  { text: found.fix ?? "" },
                ],
              })),
            },
          ]),
      { type: "facts", id: "problem", items: facts },
    ],
  });
  return pageText(service, document, { breadcrumbs: fromHome, csv: noCsv });
}

const placeText = (at: object): string =>
  Object.entries(at)
    .filter(([, place]) => place !== undefined)
    .map(([name, place]) => `${name} ${place}`)
    .join(", ");

/** Writes a line about an error of ours. The path is not in it: it may name what is withheld. */
export function logFault(
  service: Service,
  { req }: Context,
  error: unknown,
  instance: string,
): void {
  service.log(
    JSON.stringify({
      level: "error",
      time: service.host.clock.now(),
      instance,
      method: req.method,
      error: describeFault(error),
    }),
  );
}

/** The error with its row; one that no table knows becomes our fault. */
function judged({ host }: Service, thrown: unknown): { error: MoothallError; row: ErrorRow } {
  const error = asMoothallError(thrown);
  const own = (httpErrors as Readonly<Record<string, ErrorRow>>)[error.code];
  if (own !== undefined) return { error, row: own };
  if (error.code in host.registry.errors) return { error, row: host.errorRow(error) };
  const unknown = new MoothallError({
    code: "core/internal",
    message: "A plugin failed with an error that it does not declare.",
    cause: error,
  });
  return { error: unknown, row: host.errorRow(unknown) };
}

const challenge = ({ req }: Context): string =>
  req.header("authorization") === undefined
    ? 'Bearer realm="moothall"'
    : 'Bearer realm="moothall", error="invalid_token"';
