import {
  completeDocument,
  MoothallError,
  parseReference,
  type Reference,
  type ReportDocument,
  referencesIn,
} from "@moothall/core";
import type { Store } from "@moothall/core/store";
import type { Caller } from "./caller.ts";
import { notFound } from "./faults.ts";
import type { Host } from "./host.ts";
import { titleOfRecord } from "./tabular.ts";

/** A record in a chain, and those that are reached from it for the first time. */
export interface TraceNode {
  readonly reference: Reference;
  /** What the record calls itself, as `titleOfRecord` reads it; null where it has nothing of the kind. */
  readonly title: string | null;
  readonly links: readonly TraceNode[];
  /** Links that were not followed, since the trace had come to its depth or its size. */
  readonly notFollowed: number;
}

/** The chains from a record, both ways. A record stands once in each, at its shortest distance. */
export interface Trace {
  /** What it refers to, what that refers to, and so on: an award's decision, its report, the objective. */
  readonly refersTo: TraceNode;
  /** What refers to it, and so on. */
  readonly referredToBy: TraceNode;
}

export interface TraceOptions {
  readonly caller: Caller;
  /** How many steps each way, 1 to 10; 4 where left out. */
  readonly depth?: number;
}

/** So many records each way: enough to read, and to keep a body that everything names from being all. */
const most = 200;

/**
 * Follows the references of stored documents from one record, both ways, over what the caller may
 * see and nothing else: the documents and the index of referrers are those of the caller's clearance.
 *
 * @throws MoothallError `core/bad-input` for no reference or depth, `core/not-found`
 */
export async function traceRecord(
  host: Host,
  reference: string,
  { caller, depth = 4 }: TraceOptions,
): Promise<Trace> {
  const { kind, id } = parseReference(reference);
  if (!Number.isInteger(depth) || depth < 1 || depth > 10) {
    throw new MoothallError({
      code: "core/bad-input",
      message: `'${depth}' is no depth of a trace.`,
      hint: "Say a whole number from 1 to 10.",
    });
  }
  const store = await host.store();
  const { clearance } = caller;
  const documents = new Map<Reference, Record<string, unknown> | undefined>();
  const read = async (at: Reference) => {
    if (!documents.has(at)) documents.set(at, await documentOf(store, clearance, at));
    return documents.get(at);
  };
  const start = reference as Reference;
  if ((await read(start)) === undefined) throw notFound(`${kind}/${id}`);
  const refersTo = await follow(start, depth, read, async (at) => [
    ...referencesIn(await read(at)),
  ]);
  const referredToBy = await follow(start, depth, read, (at) => store.referrers(clearance, at));
  if (clearance !== "public") {
    await store.appendAudit({
      at: host.clock.now(),
      by: caller.id,
      action: "trace",
      outcome: "done",
      about: reference,
    });
  }
  return { refersTo, referredToBy };
}

async function documentOf(
  store: Store,
  clearance: Caller["clearance"],
  reference: Reference,
): Promise<Record<string, unknown> | undefined> {
  const { kind, id } = parseReference(reference);
  const stored = await store.get(clearance, kind, id);
  return stored === undefined ? undefined : JSON.parse(stored.text);
}

interface Growing {
  readonly reference: Reference;
  readonly title: string | null;
  readonly links: Growing[];
  notFollowed: number;
}

/** Breadth first, so that each record stands where it is nearest; a circle ends where it began. */
async function follow(
  start: Reference,
  depth: number,
  read: (at: Reference) => Promise<Record<string, unknown> | undefined>,
  next: (at: Reference) => Promise<readonly Reference[]> | readonly Reference[],
): Promise<TraceNode> {
  const root = grow(start, await read(start));
  const seen = new Set<Reference>([start]);
  let level = [root];
  for (let step = 0; level.length > 0; step += 1) {
    const below: Growing[] = [];
    for (const node of level) {
      for (const reference of [...(await next(node.reference))].sort()) {
        if (seen.has(reference)) continue;
        if (step >= depth || seen.size >= most) {
          node.notFollowed += 1;
          continue;
        }
        const document = await read(reference);
        // A reference to nothing is told by the check of references.
        if (document === undefined) continue;
        seen.add(reference);
        const child = grow(reference, document);
        node.links.push(child);
        below.push(child);
      }
    }
    level = below;
  }
  return root;
}

const grow = (reference: Reference, document: Record<string, unknown> | undefined): Growing => ({
  reference,
  title: titleOfRecord(document) ?? null,
  links: [],
  notFollowed: 0,
});

/** A trace for a reader: each way a table whose first column shows the tree. */
export function traceDocument(trace: Trace): ReportDocument {
  const tables = [
    ["refers-to", "What it refers to", trace.refersTo],
    ["referred-to-by", "What refers to it", trace.referredToBy],
  ] as const;
  return completeDocument({
    title: `Trace of ${trace.refersTo.reference}`,
    ...(trace.refersTo.title !== null && { summary: trace.refersTo.title }),
    blocks: tables.map(([id, caption, root]) => {
      const rows = rowsOf(root, 0);
      return rows.length === 0
        ? { type: "paragraph" as const, id, text: `${caption}: nothing.` }
        : {
            type: "table" as const,
            id,
            caption,
            columns: [
              { id: "record", heading: "Record", headsRow: true },
              { id: "title", heading: "Title" },
            ],
            rows: rows.map(({ text, reference, title }) => ({
              cells: [
                reference === undefined ? { text } : { text, reference },
                { text: title ?? "" },
              ],
            })),
          };
    }),
  });
}

interface Row {
  readonly text: string;
  readonly reference?: Reference;
  readonly title: string | null;
}

/** The records below a node, each step set in by an arrow. */
function rowsOf(node: TraceNode, step: number): readonly Row[] {
  const arrow = "→ ".repeat(step + 1);
  return [
    ...node.links.flatMap((child) => [
      { text: `${arrow}${child.reference}`, reference: child.reference, title: child.title },
      ...rowsOf(child, step + 1),
    ]),
    ...(node.notFollowed === 0
      ? []
      : [{ text: `${arrow}…`, title: `${node.notFollowed} more, not followed` }]),
  ];
}
