import {
  completeDocument,
  type PublicationClass,
  type ReportDocument,
  type ReportDocumentInput,
} from "@moothall/core";
import { type Registry, visibleActions } from "@moothall/host";
import type { Methods } from "./methods.ts";
import { chooseFormat } from "./negotiation.ts";
import { fromHome, noCsv, replyPage } from "./page.ts";
import { queryWords, refuseWords, takeWord } from "./query-words.ts";
import { replyJson } from "./reply.ts";
import type { Exchange } from "./service.ts";

interface Entry {
  readonly name: string;
  readonly summary: string;
  readonly url: string;
}

interface PluginContents {
  readonly name: string;
  readonly summary: string;
  readonly resources: readonly Entry[];
  readonly operations: readonly Entry[];
  readonly reports: readonly Entry[];
  readonly exports: readonly Entry[];
  readonly feeds: readonly Entry[];
}

/** `/v1`: what is here for the caller, as a developer asks for it. */
export const contents = (exchange: Exchange): Methods => ({
  GET: () => {
    const words = queryWords(exchange.context);
    refuseWords(words, ["format"]);
    const [named] = takeWord(words, "format");
    const format = chooseFormat(["json", "html"], exchange.context.req.header("accept"), named);
    if (format === "json") return replyContents(exchange);
    const { title } = exchange.service;
    const { document, addresses } = contentsPage(title, pluginsOf(exchange));
    return replyPage(exchange, document, {
      breadcrumbs: fromHome,
      json: "/v1?format=json",
      csv: noCsv,
      row: (table, row) => addresses.get(`${table} ${row}`),
    });
  },
});

/** The same as JSON. */
export const replyContents = (exchange: Exchange): Response =>
  replyJson(exchange, {
    title: exchange.service.title,
    description: "/openapi.json",
    health: "/health",
    checks: "/v1/checks",
    search: "/v1/search?q=",
    trace: "/v1/trace?record=",
    plugins: pluginsOf(exchange),
  });

const pluginsOf = ({ service, caller }: Exchange): readonly PluginContents[] =>
  service.host.registry.plugins.map(({ name, summary }) =>
    contentsOf(service.host.registry, name, summary, caller.clearance),
  );

function contentsOf(
  registry: Registry,
  name: string,
  summary: string,
  clearance: PublicationClass,
): PluginContents {
  const actions = visibleActions(registry, clearance).filter(({ plugin }) => plugin === name);
  const entry = (path: string, of: string, about: string): Entry => ({
    name: of,
    summary: about,
    url: `/v1/${name}/${path}`,
  });
  return {
    name,
    summary,
    resources: actions.flatMap((action) =>
      action.type === "resource" && action.verb === "list"
        ? [entry(action.resource, action.resource, action.declaration.summary)]
        : [],
    ),
    operations: actions.flatMap((action) =>
      action.type === "operation"
        ? [entry(action.operation, action.operation, action.summary)]
        : [],
    ),
    reports: actions.flatMap((action) =>
      action.type === "report"
        ? [entry(`reports/${action.report}`, action.report, action.summary)]
        : [],
    ),
    exports: actions.flatMap((action) =>
      action.type === "export"
        ? [entry(`exports/${action.export}`, action.export, action.summary)]
        : [],
    ),
    feeds: registry.feeds
      .filter(({ plugin }) => plugin === name)
      .map(({ prefix, declaration }) => ({
        name: prefix,
        summary: declaration.summary,
        url: `/${prefix}`,
      })),
  };
}

const parts = [
  ["resources", "Records"],
  ["reports", "Reports"],
  ["exports", "Files in published formats"],
  ["feeds", "Feeds"],
  ["operations", "Operations"],
] as const;

/** The contents as a document, and the address to which each of its rows leads. */
function contentsPage(
  title: string,
  plugins: readonly PluginContents[],
): { document: ReportDocument; addresses: ReadonlyMap<string, string> } {
  const addresses = new Map<string, string>();
  const blocks: ReportDocumentInput["blocks"] = plugins.flatMap((plugin) => [
    { type: "heading" as const, id: plugin.name, text: plugin.name },
    { type: "paragraph" as const, id: `${plugin.name}.summary`, text: plugin.summary },
    ...parts.flatMap(([part, caption]) => {
      const entries = plugin[part];
      const id = `${plugin.name}.${part}`;
      // An operation is asked with POST, which a link cannot do.
      if (part !== "operations")
        for (const { name, url } of entries) addresses.set(`${id} ${name}`, url);
      return entries.length === 0
        ? []
        : [
            {
              type: "table" as const,
              id,
              caption: `${caption}: ${plugin.name}`,
              columns: [
                { id: "name", heading: "Name", headsRow: true },
                { id: "summary", heading: "What it is" },
                { id: "address", heading: "Address" },
              ],
              rows: entries.map(({ name, summary, url }) => ({
                id: name,
                cells: [{ text: name }, { text: summary }, { text: url }],
              })),
            },
          ];
    }),
  ]);
  const document = completeDocument({
    title: `${title} for developers`,
    summary:
      "Every address of this service. Each page has a JSON twin; operations are asked with POST.",
    blocks,
  });
  return { document, addresses };
}
