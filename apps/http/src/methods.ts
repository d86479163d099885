import { MoothallError } from "@moothall/core";
import { problem } from "./problem.ts";
import { standardHeaders } from "./reply.ts";
import type { Exchange } from "./service.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
export type Answer = (exchange: Exchange) => Response | Promise<Response>;

/** What can be done with an address, as far as the caller may know of it. */
export type Methods = Readonly<Partial<Record<Method, Answer>>>;

/** Answers by the method of the request: HEAD as GET, OPTIONS by saying what there is. */
export function answerByMethod(exchange: Exchange, methods: Methods): Response | Promise<Response> {
  const { method } = exchange.context.req;
  const answer = methods[(method === "HEAD" ? "GET" : method) as Method];
  if (answer !== undefined) return answer(exchange);
  const allow = allowed(methods);
  if (method === "OPTIONS") {
    return new Response(null, {
      status: 204,
      headers: { ...standardHeaders(exchange), Allow: allow },
    });
  }
  const error = new MoothallError({
    code: "http/method-not-allowed",
    message: `${method} is not something that this address can do.`,
    hint: `It can do ${allow}.`,
  });
  return problem(exchange.service, exchange.context, error, { Allow: allow });
}

const allowed = (methods: Methods): string =>
  [
    ...Object.keys(methods).flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])),
    "OPTIONS",
  ].join(", ");
