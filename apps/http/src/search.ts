import { completeDocument, type Kind, MoothallError, type ReportDocument } from "@moothall/core";
import type { SearchPage } from "@moothall/core/store";
import type { Methods } from "./methods.ts";
import { chooseFormat } from "./negotiation.ts";
import { replyPage } from "./page.ts";
import {
  addressOfPage,
  addressWith,
  pageSize,
  queryWords,
  refuseWords,
  takeWord,
} from "./query-words.ts";
import { replyJson } from "./reply.ts";
import type { Exchange } from "./service.ts";

/** `/v1/search?q=WORDS&kind=PLUGIN/RESOURCE&limit=&cursor=` */
export const search = (exchange: Exchange): Methods => ({ GET: () => searchRecords(exchange) });

async function searchRecords(exchange: Exchange): Promise<Response> {
  const { context, caller, service } = exchange;
  const words = queryWords(context);
  refuseWords(words, ["q", "kind", "limit", "cursor", "format"]);
  const [named] = takeWord(words, "format");
  const format = chooseFormat(["json", "html"], context.req.header("accept"), named);
  const [text = ""] = takeWord(words, "q");
  if (text.trim() === "" && format === "html") return replyPage(exchange, nothingAsked, options);
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
  if (format === "html")
    return replyPage(exchange, foundPage(text, page), {
      ...options,
      json: addressWith(context, { ...words, format: "json" }),
      searched: text,
      more: page.next === null ? undefined : addressOfPage(context, page.next),
    });
  return replyJson(exchange, page, {
    ...(page.next !== null && {
      headers: { Link: `<${addressOfPage(context, page.next)}>; rel="next"` },
    }),
  });
}

const options = { breadcrumbs: [{ text: "All records and reports", href: "/" }] };

const nothingAsked = completeDocument({
  title: "Search",
  summary: "Words are looked for in all records that are published here.",
  blocks: [],
});

function foundPage(text: string, { items, next }: SearchPage): ReportDocument {
  return completeDocument({
    title: `Search: ${text}`,
    summary:
      items.length === 0
        ? "Nothing was found."
        : next === null
          ? `Found in ${items.length} ${items.length === 1 ? "record" : "records"}.`
          : `The best ${items.length} of more.`,
    blocks:
      items.length === 0
        ? []
        : [
            {
              type: "table",
              id: "found",
              caption: "Found",
              columns: [
                { id: "record", heading: "Record", headsRow: true },
                { id: "text", heading: "Where it stands" },
              ],
              rows: items.map(({ reference, excerpt }) => ({
                cells: [{ text: reference, reference }, { text: excerpt }],
              })),
            },
          ],
  });
}

const usage = (message: string, hint: string): MoothallError =>
  new MoothallError({ code: "core/usage", message, hint });
