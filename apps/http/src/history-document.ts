import { completeDocument, type ReportDocument } from "@moothall/core";
import { labelOf, readerCell } from "@moothall/host";

interface Entry {
  readonly version: number;
  readonly at: string;
  readonly action: string;
  readonly reason?: string;
  readonly by?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/**
 * What became of a record, for a reader: a row for each version, the id of which is the moment at
 * which it stood so; without one where the record was gone.
 */
export function historyDocument(of: string, value: unknown): ReportDocument {
  const { items } = value as { readonly items: readonly Entry[] };
  const saysReason = items.some(({ reason }) => reason !== undefined);
  const saysWho = items.some(({ by }) => by !== undefined);
  return completeDocument({
    title: `History of ${of}`,
    blocks: [
      {
        type: "table",
        id: "versions",
        caption: "Its versions",
        columns: [
          { id: "version", heading: "Version", headsRow: true },
          { id: "at", heading: "When" },
          { id: "action", heading: "What happened" },
          { id: "changed", heading: "What changed" },
          ...(saysReason ? [{ id: "reason", heading: "Reason" }] : []),
          ...(saysWho ? [{ id: "by", heading: "By" }] : []),
        ],
        rows: items.map((entry, index) => ({
          id: entry.data === undefined ? "" : entry.at,
          cells: [
            { text: String(entry.version) },
            readerCell(entry.at),
            { text: entry.action },
            { text: changed(beside(items, index), entry).map(labelOf).join("; ") },
            ...(saysReason ? [{ text: entry.reason ?? "" }] : []),
            ...(saysWho ? [{ text: entry.by ?? "" }] : []),
          ],
        })),
      },
    ],
  });
}

/** The entry of the version before, in whichever order they come. */
const beside = (items: readonly Entry[], index: number): Entry | undefined => {
  const version = items[index]?.version ?? 0;
  return items.findLast((each) => each.version === version - 1);
};

/** The fields that are otherwise than before; nothing to say of the first version. */
function changed(before: Entry | undefined, { data }: Entry): readonly string[] {
  if (before?.data === undefined || data === undefined) return [];
  const names = new Set([...Object.keys(before.data), ...Object.keys(data)]);
  names.delete("record");
  return [...names].filter(
    (name) => JSON.stringify(before.data?.[name]) !== JSON.stringify(data[name]),
  );
}
