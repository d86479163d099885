import { completeDocument, type ReportDocument } from "@moothall/core";
import type { ListQuery, StoredPage, StoredText } from "@moothall/core/store";
import { type ActionOf, csvOfRecords, labelOf, listDocument, listQuery } from "@moothall/host";
import { pageTag, textTag } from "./entity-tag.ts";
import { nameReferences } from "./name-references.ts";
import { chooseFormat, contentType } from "./negotiation.ts";
import { fromHome, replyPage } from "./page.ts";
import { addressOfPage, addressWith, queryWords, takeWord } from "./query-words.ts";
import { reply } from "./reply.ts";
import type { Exchange } from "./service.ts";
import { replyStream } from "./streaming.ts";

/** `GET /v1/PLUGIN/RESOURCE`: a page of records as JSON or HTML, or all of them as CSV. */
export async function listRecords(
  exchange: Exchange,
  action: ActionOf<"resource">,
): Promise<Response> {
  const { context, service, caller } = exchange;
  // What the public asks for again and again is the same until something is written.
  const mark = caller.authenticated ? undefined : (await service.host.store()).mark?.();
  const asked = `${context.req.header("accept") ?? ""} ${context.req.url}`;
  const kept = mark === undefined ? undefined : service.pages.find(mark, asked);
  if (kept !== undefined) return reply(exchange, kept.text, kept.options);
  const [named, words] = takeWord(queryWords(context), "format");
  const format = chooseFormat(["json", "html", "csv"], context.req.header("accept"), named);
  const query = listQuery(action.declaration.fields ?? {}, words);
  const page = await readPage(exchange, action, query);
  const next = page.next === null ? undefined : addressOfPage(context, page.next);
  const link = next === undefined ? {} : { Link: `<${next}>; rel="next"` };
  switch (format) {
    case "json": {
      const text = pageText(page);
      // A view as at a moment may be narrowed later without a new version.
      const tag = query.asAt === undefined ? pageTag(caller.clearance, page) : textTag(text);
      const options = { type: contentType("json"), tag, headers: link };
      if (mark !== undefined) service.pages.keep(mark, asked, { text, options });
      return reply(exchange, text, options);
    }
    case "html":
      return replyPage(exchange, await listPage(exchange, action, page), {
        breadcrumbs: fromHome,
        json: addressWith(context, { ...words, format: "json" }),
        csv: () => addressWith(context, { ...words, format: "csv" }),
        headers: link,
        more: next,
      });
    case "csv": {
      const isPart = query.limit !== undefined || query.cursor !== undefined;
      const records = isPart ? page.items : allRecords(exchange, action, query, page);
      return replyStream(exchange, csvOfRecords(action.declaration, iterate(records)), {
        "Content-Type": contentType("csv"),
        "Content-Disposition": `attachment; filename="${action.plugin}-${action.resource}.csv"`,
        ...(isPart && link),
      });
    }
  }
}

/** The texts of a page put together as they were stored, without a look inside. */
function pageText({ items, next }: StoredPage): string {
  let text = '{"items":[';
  for (let index = 0; index < items.length; index += 1) {
    text +=
      index === 0 ? (items[index] as StoredText).text : `,${(items[index] as StoredText).text}`;
  }
  return `${text}],"next":${JSON.stringify(next)}}`;
}

async function readPage(
  { service, caller }: Exchange,
  action: ActionOf<"resource">,
  query: ListQuery,
): Promise<StoredPage> {
  const answer = await service.host.invoke(action, { caller, query });
  if (answer.type !== "page") throw new TypeError(`A list answered a ${answer.type}.`);
  return answer.page;
}

async function* allRecords(
  exchange: Exchange,
  action: ActionOf<"resource">,
  query: ListQuery,
  first: StoredPage,
): AsyncIterable<StoredText> {
  yield* first.items;
  for (let cursor = first.next; cursor !== null; ) {
    const page = await readPage(exchange, action, { ...query, cursor, limit: 500 });
    yield* page.items;
    cursor = page.next;
  }
}

async function* iterate<T>(items: Iterable<T> | AsyncIterable<T>): AsyncIterable<T> {
  yield* items;
}

/** The page as a document, each row leading to its record and each reference to what it refers to. */
async function listPage(
  exchange: Exchange,
  action: ActionOf<"resource">,
  { items }: StoredPage,
): Promise<ReportDocument> {
  const records = items.map(({ text }) => JSON.parse(text) as unknown);
  const listed = listDocument(labelOf(action.resource), action.declaration, records);
  const [table] = listed.blocks;
  if (table?.type !== "table") throw new TypeError("A list is a table.");
  const saysId = table.columns.some(({ heading }) => heading === labelOf("id"));
  const [first, ...others] = await nameReferences(exchange, [
    {
      ...table,
      // The first column leads to the record; the id stands beside it where it is no column.
      columns: [
        ...table.columns.map((column, place) => ({ ...column, headsRow: place === 0 })),
        ...(saysId ? [] : [{ id: "id", heading: labelOf("id") }]),
      ],
      rows: table.rows.map((row, index) => {
        const { id } = items[index] as StoredText;
        return {
          cells: [
            ...row.cells.map((cell, place) =>
              place === 0 ? leading(cell, `${action.kind}/${id}`, id) : cell,
            ),
            ...(saysId ? [] : [{ text: id }]),
          ],
        };
      }),
    },
  ]);
  return completeDocument({
    ...listed,
    summary: action.declaration.summary,
    blocks: first === undefined ? others : [first, ...others],
  });
}

/** The cell that leads to its record: by what it says, or by the id where that is nothing. */
const leading = <Each extends { text: string }>(cell: Each, reference: string, id: string) => ({
  ...cell,
  text: cell.text || id,
  reference,
});
