import type { Registry } from "@moothall/host";
import type { Methods } from "./methods.ts";
import { reply } from "./reply.ts";
import type { Exchange } from "./service.ts";

/** `/PREFIX` and everything below it. */
export const feed = (
  exchange: Exchange,
  { prefix, declaration }: Registry["feeds"][number],
  path: string,
): Methods => ({
  GET: async () => {
    const { context, caller, service } = exchange;
    const { origin, searchParams } = new URL(context.req.url);
    const address = service.address ?? origin;
    const { status, mediaType, body } = await service.host.answerFeed(
      declaration,
      { path, query: searchParams, base: `${address}/${prefix}`, service: address },
      { caller, signal: context.req.raw.signal },
    );
    return reply(exchange, body, { type: mediaType, status });
  },
});
