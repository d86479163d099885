import {
  completeDocument,
  type Kind,
  parseReference,
  type Reference,
  type ReportDocument,
  type ReportDocumentInput,
  referenceTo,
} from "@moothall/core";
import type { StoredText } from "@moothall/core/store";
import { type ActionOf, kebabCase, labelOf, valueDocument, visibleActions } from "@moothall/host";
import { type Asked, addressOf, namedBy, requiredInput, titleOf } from "./input-form.ts";
import { nameReferences } from "./name-references.ts";
import type { Exchange } from "./service.ts";
import { titlesOf } from "./titles.ts";

/** So many records that refer to one are shown on its page; a trace shows more. */
const mostReferrers = 200;

/**
 * A record for a reader: what it says, the reports about it, what refers to it as far as the caller
 * may see, and at the end its version and times. A row of the table `reports` goes by its address.
 */
export async function recordDocument(
  exchange: Exchange,
  action: ActionOf<"resource">,
  { id, text }: StoredText,
): Promise<ReportDocument> {
  const document = valueDocument(`${labelOf(action.resource)} ${id}`, JSON.parse(text));
  const end = document.blocks.findIndex((block) => block.id === "record-heading");
  const own = end < 0 ? document.blocks : document.blocks.slice(0, end);
  const kept = end < 0 ? [] : document.blocks.slice(end);
  return completeDocument({
    ...document,
    blocks: [
      ...(await nameReferences(exchange, own)),
      ...reportsAbout(exchange, action.kind, id),
      ...(await referrersOf(exchange, referenceTo(action.kind, id))),
      ...kept,
    ],
  });
}

type Blocks = ReportDocumentInput["blocks"];

/** The reports and exports that need one record, of this kind, and nothing else. */
function reportsAbout(exchange: Exchange, kind: Kind, id: string): Blocks {
  const { service, caller } = exchange;
  const rows = visibleActions(service.host.registry, caller.clearance).flatMap((action) => {
    if (action.type !== "report" && action.type !== "export") return [];
    const address = addressAbout(exchange, action, kind, id);
    return address === undefined
      ? []
      : [{ id: address, cells: [{ text: titleOf(action) }, { text: action.summary }] }];
  });
  if (rows.length === 0) return [];
  return [
    {
      type: "table",
      id: "reports",
      caption: "Reports about it",
      columns: [
        { id: "report", heading: "Report", headsRow: true },
        { id: "summary", heading: "What it shows" },
      ],
      rows,
    },
  ];
}

function addressAbout(
  exchange: Exchange,
  action: Asked,
  kind: Kind,
  id: string,
): string | undefined {
  const [name, ...others] = requiredInput(action);
  if (name === undefined || others.length > 0) return undefined;
  const named = namedBy(exchange, action, name);
  if (named === undefined || !named.kinds.includes(kind)) return undefined;
  const value = named.by === "id" ? id : referenceTo(kind, id);
  return `${addressOf(action)}?${new URLSearchParams({ [kebabCase(name)]: value })}`;
}

async function referrersOf(exchange: Exchange, to: Reference): Promise<Blocks> {
  const { service, caller } = exchange;
  const store = await service.host.store();
  const all = [...(await store.referrers(caller.clearance, to))].sort();
  const shown = all.slice(0, mostReferrers);
  const titles = await titlesOf(exchange, shown);
  const seen = shown.filter((reference) => titles.has(reference));
  if (seen.length === 0) return [];
  return [
    {
      type: "table",
      id: "referred-to-by",
      caption: "What refers to it",
      columns: [
        { id: "record", heading: "Record", headsRow: true },
        { id: "kind", heading: "Kind" },
        { id: "id", heading: "Id" },
      ],
      rows: seen.map((reference) => {
        const { resource, id } = parseReference(reference);
        return {
          cells: [
            { text: titles.get(reference) ?? id, reference },
            { text: labelOf(resource) },
            { text: id },
          ],
        };
      }),
      ...(all.length > mostReferrers && {
        notes: [`The first ${mostReferrers} of ${all.length} are shown.`],
      }),
    },
  ];
}
