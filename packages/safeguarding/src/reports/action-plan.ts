import { formatDate, type ReportDocumentInput, referenceTo } from "@moothall/core";
import type { ActionLine } from "../resources/action-line.ts";
import type { BlockInput } from "./figure-cell.ts";

const letters = { green: "G", amber: "A", red: "R" } as const;

/**
 * An action plan with the whole history of every line: a letter by version, and every judgement that
 * has a reason, with who gave it and when. A line that was not judged shows that, and no letter.
 */
export function actionPlan(
  plan: string,
  lines: readonly ActionLine[],
  names: ReadonlyMap<string, string>,
): ReportDocumentInput {
  const ordered = lines.toSorted((left, right) => left.number - right.number);
  const versions = [
    ...new Set(ordered.flatMap(({ ratings }) => ratings.map(({ version }) => version))),
  ];
  const reasons = ordered.flatMap((line) =>
    line.ratings
      .filter(({ reason, by }) => reason !== undefined || by !== undefined)
      .map((rating) => ({ line, rating })),
  );
  const table: BlockInput = {
    type: "table",
    id: "lines",
    caption: `${plan}: ${ordered.length} lines`,
    columns: [
      { id: "number", heading: "Number", type: "number", headsRow: true },
      { id: "line", heading: "Line" },
      { id: "owner", heading: "Owner" },
      ...versions.map((heading, index) => ({ id: `version-${index + 1}`, heading })),
    ],
    rows: ordered.map((line) => ({
      id: line.id,
      cells: [
        {
          text: String(line.number),
          reference: referenceTo("safeguarding/action-line", line.id),
        },
        {
          text: [line.text, ...(line.parts ?? []).map((part) => `• ${part}`)].join(" "),
          ...(line.sources?.[0] && { source: line.sources[0] }),
        },
        { text: line.owner === undefined ? "" : (names.get(line.owner) ?? line.owner) },
        ...versions.map((version) => {
          const found = line.ratings.find((each) => each.version === version);
          if (found === undefined) return { text: "", value: null };
          return found.rating === null
            ? { text: "not judged", value: null }
            : { text: letters[found.rating], value: found.rating };
        }),
      ],
    })),
    notes: [
      "G green, A amber, R red: a person's judgement of delivery, not worked out from figures.",
    ],
  };
  return {
    title: plan,
    blocks: [
      summaryTable(ordered, versions),
      table,
      ...(reasons.length === 0 ? [] : [reasonsTable(reasons, names)]),
    ],
  };
}

function summaryTable(lines: readonly ActionLine[], versions: readonly string[]): BlockInput {
  const states = ["green", "amber", "red", "not judged"] as const;
  const stateAt = ({ ratings }: ActionLine, version: string) => {
    const found = ratings.find((each) => each.version === version);
    return found?.rating ?? "not judged";
  };
  return {
    type: "table",
    id: "summary",
    caption: "Lines by judgement",
    columns: [
      { id: "version", heading: "Version", headsRow: true },
      ...states.map((heading, index) => ({
        id: `state-${index + 1}`,
        heading,
        type: "number" as const,
      })),
    ],
    rows: versions.map((version) => ({
      cells: [
        { text: version },
        ...states.map((state) => {
          const count = String(lines.filter((line) => stateAt(line, version) === state).length);
          return { text: count, value: count };
        }),
      ],
    })),
  };
}

function reasonsTable(
  reasons: readonly { readonly line: ActionLine; readonly rating: ActionLine["ratings"][number] }[],
  names: ReadonlyMap<string, string>,
): BlockInput {
  return {
    type: "table",
    id: "history",
    caption: "History of the judgements",
    columns: [
      { id: "number", heading: "Number", type: "number", headsRow: true },
      { id: "version", heading: "Version" },
      { id: "date", heading: "Date", type: "date" },
      { id: "judgement", heading: "Judgement" },
      { id: "by", heading: "By" },
      { id: "reason", heading: "Reason" },
    ],
    rows: reasons.map(({ line, rating }) => ({
      cells: [
        { text: String(line.number) },
        { text: rating.version },
        rating.date === undefined
          ? { text: "", value: null }
          : { text: formatDate(rating.date), value: rating.date },
        { text: rating.rating ?? "not judged" },
        { text: rating.by === undefined ? "" : (names.get(rating.by) ?? rating.by) },
        { text: rating.reason ?? "" },
      ],
    })),
  };
}
