import {
  completeDocument,
  type Kind,
  type Reference,
  type ReportDocument,
  type ReportDocumentInput,
  referenceTo,
} from "@moothall/core";
import { type Fields, valuesAt } from "@moothall/core/store";
import { labelOf, readerCell, titleOfRecord, visibleActions } from "@moothall/host";
import type { Alternate } from "@moothall/render";
import { replyContents } from "./contents.ts";
import { addressOf, dateFieldOf, requiredInput, titleOf } from "./input-form.ts";
import type { Methods } from "./methods.ts";
import { chooseFormat } from "./negotiation.ts";
import { noCsv, pageText, searchForm } from "./page.ts";
import { queryWords, refuseWords, takeWord } from "./query-words.ts";
import { reply } from "./reply.ts";
import type { Exchange } from "./service.ts";

/** `/`: the first page, for the public; as JSON the contents, as at `/v1`. */
export const home = (exchange: Exchange): Methods => ({ GET: () => showHome(exchange) });

async function showHome(exchange: Exchange): Promise<Response> {
  const { context, caller, service } = exchange;
  const words = queryWords(context);
  refuseWords(words, ["format"]);
  const [named] = takeWord(words, "format");
  const format = chooseFormat(["json", "html"], context.req.header("accept"), named);
  if (format === "json") return replyContents(exchange);
  // It counts every kind: what the public asks for is the same until something is written.
  const mark = caller.authenticated ? undefined : (await service.host.store()).mark?.();
  const asked = `home ${service.host.clock.today()}`;
  const kept = mark === undefined ? undefined : service.pages.find(mark, asked);
  if (kept !== undefined) return reply(exchange, kept.text, kept.options);
  const { document, addresses } = await homeDocument(exchange);
  const text = pageText(service, document, {
    breadcrumbs: [],
    json: "/?format=json",
    csv: noCsv,
    form: searchForm(),
    row: (table, row) => addresses.get(`${table} ${row}`),
    alternates: subscriptions(exchange),
  });
  const options = { type: "text/html; charset=utf-8" };
  if (mark !== undefined) service.pages.keep(mark, asked, { text, options });
  return reply(exchange, text, options);
}

type Blocks = ReportDocumentInput["blocks"];

async function homeDocument(
  exchange: Exchange,
): Promise<{ document: ReportDocument; addresses: ReadonlyMap<string, string> }> {
  const { service, caller } = exchange;
  const addresses = new Map<string, string>();
  const kinds = await countedKinds(exchange);
  const latest = await latestRecords(exchange);
  const actions = visibleActions(service.host.registry, caller.clearance);
  const reports: Blocks = service.host.registry.plugins.flatMap(({ name, summary }) => {
    const id = `reports-${name}`;
    const rows = actions.flatMap((action) => {
      if (action.type !== "report" || action.plugin !== name) return [];
      addresses.set(`${id} ${action.report}`, addressOf(action));
      return [{ id: action.report, cells: [{ text: titleOf(action) }, { text: action.summary }] }];
    });
    return rows.length === 0
      ? []
      : [
          {
            type: "table" as const,
            id,
            caption: summary,
            columns: [
              { id: "report", heading: "Report", headsRow: true },
              { id: "summary", heading: "What it shows" },
            ],
            rows,
          },
        ];
  });
  for (const { kind } of kinds) addresses.set(`kinds ${kind}`, `/v1/${kind}`);
  const document = completeDocument({
    title: service.title,
    summary: "Records and reports of the bodies that publish here.",
    blocks: [
      ...(latest.length === 0
        ? []
        : [
            { type: "heading" as const, id: "latest-heading", text: "Latest" },
            {
              type: "table" as const,
              id: "latest",
              caption: "The latest records",
              columns: [
                { id: "record", heading: "Record", headsRow: true },
                { id: "kind", heading: "Kind" },
                { id: "date", heading: "Date" },
              ],
              rows: latest.map(({ reference, title, resource, date }) => ({
                cells: [{ text: title, reference }, { text: labelOf(resource) }, readerCell(date)],
              })),
            },
          ]),
      ...(reports.length === 0
        ? []
        : [{ type: "heading" as const, id: "reports", text: "Reports" }, ...reports]),
      ...(kinds.length === 0
        ? []
        : [
            { type: "heading" as const, id: "kinds-heading", text: "Records" },
            {
              type: "table" as const,
              id: "kinds",
              caption: "Kinds of record",
              columns: [
                { id: "kind", heading: "Kind", headsRow: true },
                { id: "count", heading: "Records", type: "number" as const },
                { id: "summary", heading: "What they are" },
              ],
              rows: kinds.map(({ kind, resource, count, summary }) => ({
                id: kind,
                cells: [{ text: labelOf(resource) }, { text: String(count) }, { text: summary }],
              })),
            },
          ]),
    ],
  });
  return { document, addresses };
}

/** The kinds of which there are records that the caller may see, and how many. */
async function countedKinds({ service, caller }: Exchange) {
  const store = await service.host.store();
  const counted = [];
  for (const [kind, { summary }] of service.host.registry.resources) {
    const [row] = await store.aggregate(caller.clearance, kind, {});
    if (row === undefined || row.count === 0) continue;
    counted.push({ kind, resource: kind.split("/")[1] ?? kind, count: row.count, summary });
  }
  return counted;
}

interface Latest {
  readonly reference: Reference;
  readonly resource: string;
  readonly title: string;
  readonly date: string;
}

/** So many of the latest records are shown, and of one kind. */
const most = 10;
const mostOfKind = 2;

/**
 * The latest records that have a title: by their own date up to today, or by the moment at which they
 * last changed where no kind has a date.
 */
async function latestRecords(exchange: Exchange): Promise<readonly Latest[]> {
  const dated: Latest[] = [];
  const others: Latest[] = [];
  for (const [kind, { fields = {} }] of exchange.service.host.registry.resources) {
    const field = dateFieldOf(fields);
    const found = await latestOfKind(exchange, kind, fields, field);
    (field === undefined ? others : dated).push(...found);
  }
  return (dated.length > 0 ? dated : others)
    .sort((left, right) => (left.date < right.date ? 1 : left.date > right.date ? -1 : 0))
    .slice(0, most);
}

async function latestOfKind(
  { service, caller }: Exchange,
  kind: Kind,
  fields: Fields,
  field: string | undefined,
): Promise<readonly Latest[]> {
  const list = service.host.find(`${kind}/list`, caller.clearance);
  if (list === undefined) return [];
  const order = { field: field ?? "modified", direction: "descending" as const };
  const until = service.host.clock.today();
  const answer = await service.host.invoke(list, {
    caller,
    query: {
      order,
      limit: mostOfKind,
      ...(field !== undefined && { where: [{ field, is: "at-most" as const, value: until }] }),
    },
  });
  if (answer.type !== "page") throw new TypeError(`A list answered a ${answer.type}.`);
  return answer.page.items.flatMap(({ id, text, modified }) => {
    const record: unknown = JSON.parse(text);
    const title = titleOfRecord(record);
    const [own] =
      field === undefined ? [] : valuesAt(record, fields[field]?.pointer ?? `/${field}`);
    if (title === undefined) return [];
    return [
      {
        reference: referenceTo(kind, id),
        resource: kind.split("/")[1] ?? kind,
        title,
        date: typeof own === "string" ? own : modified,
      },
    ];
  });
}

/** What a reader's program can subscribe to without being asked for anything: Atom feeds and calendars. */
const subscriptions = ({ service, caller }: Exchange): readonly Alternate[] =>
  visibleActions(service.host.registry, caller.clearance).flatMap((action) => {
    if (action.type !== "export" || requiredInput(action).length > 0) return [];
    const [type = ""] = action.declaration.mediaType.split(";");
    return subscribable.has(type) ? [{ type, href: addressOf(action), title: action.summary }] : [];
  });

const subscribable: ReadonlySet<string> = new Set([
  "application/atom+xml",
  "application/rss+xml",
  "text/calendar",
]);
