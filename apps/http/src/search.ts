import { type Kind, MoothallError } from "@moothall/core";
import type { Methods } from "./methods.ts";
import { addressOfPage, pageSize, queryWords, refuseWords, takeWord } from "./query-words.ts";
import { replyJson } from "./reply.ts";
import type { Exchange } from "./service.ts";

/** `/v1/search?q=WORDS&kind=PLUGIN/RESOURCE&limit=&cursor=` */
export const search = (exchange: Exchange): Methods => ({ GET: () => searchRecords(exchange) });

async function searchRecords(exchange: Exchange): Promise<Response> {
  const { context, caller, service } = exchange;
  const words = queryWords(context);
  refuseWords(words, ["q", "kind", "limit", "cursor"]);
  const [text = ""] = takeWord(words, "q");
  if (text.trim() === "")
    throw usage("There is nothing to search for.", "Say ?q= with one word or more.");
  const kinds = words.kind === undefined ? [] : ([words.kind].flat() as Kind[]);
  for (const kind of kinds) {
    if (!service.host.registry.resources.has(kind)) {
      throw usage(
        `'${kind}' is not a kind of record.`,
        `Known: ${[...service.host.registry.resources.keys()].join(", ")}.`,
      );
    }
  }
  const [limit] = takeWord(words, "limit");
  const [cursor] = takeWord(words, "cursor");
  const page = await service.host.search(
    {
      text,
      ...(kinds.length > 0 && { kinds }),
      ...(limit !== undefined && { limit: pageSize(limit) }),
      ...(cursor !== undefined && { cursor }),
    },
    caller,
  );
  return replyJson(exchange, page, {
    ...(page.next !== null && {
      headers: { Link: `<${addressOfPage(context, page.next)}>; rel="next"` },
    }),
  });
}

const usage = (message: string, hint: string): MoothallError =>
  new MoothallError({ code: "core/usage", message, hint });
