import {
  completeDocument,
  type Kind,
  MoothallError,
  parseReference,
  type Reference,
  type ReportDocument,
} from "@moothall/core";
import type { SearchPage } from "@moothall/core/store";
import { labelOf } from "@moothall/host";
import type { Methods } from "./methods.ts";
import { chooseFormat } from "./negotiation.ts";
import { fromHome, noCsv, replyPage, searchForm } from "./page.ts";
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
import { titlesOf } from "./titles.ts";

/** `/v1/search?q=WORDS&kind=PLUGIN/RESOURCE&limit=&cursor=` */
export const search = (exchange: Exchange): Methods => ({ GET: () => searchRecords(exchange) });

async function searchRecords(exchange: Exchange): Promise<Response> {
  const { context, caller, service } = exchange;
  const words = queryWords(context);
  refuseWords(words, ["q", "kind", "limit", "cursor", "format"]);
  const [text = ""] = takeWord(words, "q");
  const [named] = takeWord(words, "format");
  const format = chooseFormat(["json", "html"], context.req.header("accept"), named);
  if (text.trim() === "" && format === "html") {
    const document = completeDocument({ title: "Search", blocks: [] });
    return replyPage(exchange, document, { breadcrumbs: fromHome, form: searchForm() });
  }
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
  const next = page.next === null ? undefined : addressOfPage(context, page.next);
  const headers = next === undefined ? {} : { Link: `<${next}>; rel="next"` };
  if (format === "json") return replyJson(exchange, page, { headers });
  const titles = await titlesOf(
    exchange,
    page.items.map(({ reference }) => reference),
  );
  return replyPage(exchange, searchDocument(text, page, titles), {
    breadcrumbs: fromHome,
    json: addressWith(context, { ...words, format: "json" }),
    csv: noCsv,
    form: searchForm(text),
    headers,
    more: next,
  });
}

/** What was found for a reader: each record by its title, with the words around what was sought. */
function searchDocument(
  text: string,
  { items }: SearchPage,
  titles: ReadonlyMap<Reference, string>,
): ReportDocument {
  const title = `Search for “${text.trim()}”`;
  if (items.length === 0) {
    return completeDocument({
      title,
      blocks: [
        {
          type: "paragraph",
          id: "nothing",
          text: "Nothing was found. Every word has to occur in a record: try fewer words.",
        },
      ],
    });
  }
  return completeDocument({
    title,
    blocks: [
      {
        type: "table",
        id: "found",
        caption: "What was found",
        columns: [
          { id: "record", heading: "Record", headsRow: true },
          { id: "kind", heading: "Kind" },
          { id: "words", heading: "Words found" },
        ],
        rows: items.map(({ reference, excerpt }) => ({
          cells: [
            { text: titles.get(reference) ?? reference, reference },
            { text: labelOf(parseReference(reference).resource) },
            { text: excerpt },
          ],
        })),
      },
    ],
  });
}

const usage = (message: string, hint: string): MoothallError =>
  new MoothallError({ code: "core/usage", message, hint });
