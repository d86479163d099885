import { namesTag, textTag } from "./entity-tag.ts";
import { headersFor } from "./response-headers.ts";
import type { Exchange } from "./service.ts";

export interface ReplyOptions {
  readonly type: string;
  readonly status?: number;
  /** The entity tag; made from the text where left out. */
  readonly tag?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const isRead = ({ context }: Exchange): boolean =>
  context.req.method === "GET" || context.req.method === "HEAD";

/** The headers that this exchange's answer has, whatever it answers. */
export function standardHeaders(exchange: Exchange): Readonly<Record<string, string>> {
  if (exchange.caller.authenticated) return headersFor.private;
  return isRead(exchange) ? headersFor.publicRead : headersFor.publicAnswer;
}

/** An answer of text, or of bytes with a tag; 304 when the caller has it already. */
export function reply(
  exchange: Exchange,
  ...[body, options]:
    | [text: string, options: ReplyOptions]
    | [bytes: Uint8Array<ArrayBuffer>, options: ReplyOptions & { readonly tag: string }]
): Response {
  const headers: Record<string, string> = { ...standardHeaders(exchange), ...options.headers };
  const status = options.status ?? 200;
  if (status === 200 && isRead(exchange)) {
    headers.ETag = options.tag ?? textTag(String(body));
    const held = exchange.context.req.header("if-none-match");
    if (held !== undefined && namesTag(held, headers.ETag))
      return new Response(null, { status: 304, headers });
  } else if (options.tag !== undefined) headers.ETag = options.tag;
  headers["Content-Type"] = options.type;
  return new Response(body, { status, headers });
}

/** An answer as JSON. What was withheld as a whole is null. */
export const replyJson = (
  exchange: Exchange,
  value: unknown,
  options: Omit<ReplyOptions, "type"> = {},
): Response =>
  reply(exchange, JSON.stringify(value) ?? "null", { ...options, type: "application/json" });
