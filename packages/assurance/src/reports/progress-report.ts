import type { ReportDocumentInput } from "@moothall/core";
import type { Group } from "../progress/linked-record.ts";
import type { Progress, ProgressLine } from "../progress/progress.ts";
import { targetProgress } from "../progress/target-progress.ts";
import type { Serving } from "../progress/trace-objective.ts";
import type { Initiative } from "../resources/initiative.ts";
import { countCell, limitCell, linkCell, poundsCell, textCell, wordCell } from "./cells.ts";

type Blocks = ReportDocumentInput["blocks"];

const groupNames: Readonly<Record<Exclude<Group, "initiatives">, string>> = {
  money: "Money",
  contracts: "Contracts",
  meetings: "Meetings",
  metrics: "Metrics",
  engagement: "Engagement",
  others: "Strategies, plans and services",
};
const otherGroups = Object.keys(groupNames) as (keyof typeof groupNames)[];

/**
 * Progress against a plan, as a commissioner gives it to a panel: what serves each objective, how
 * far it has come, with money and meetings, each with a link to the record itself.
 */
export function progressReport(
  gathered: Progress,
  initiatives: readonly Initiative[],
  names: ReadonlyMap<string, string>,
): ReportDocumentInput {
  const { title, lines, unplaced } = gathered;
  const served = lines.filter(({ serving }) =>
    Object.values(serving).some((each) => each.length > 0),
  );
  const byId = new Map(initiatives.map((each) => [`assurance/initiative/${each.id}`, each]));
  return {
    title: `Progress against ${title}`,
    summary:
      lines.length === 0
        ? "No objective or priority of the plan is recorded."
        : `${served.length} of ${lines.length} objectives and priorities have something recorded that serves them.`,
    blocks: [
      ...(lines.length === 0 ? [] : [summaryTable(lines)]),
      ...lines.flatMap((line, index) => lineBlocks(line, index + 1, byId, names)),
      ...unplacedBlocks(unplaced, byId, names),
    ],
  };
}

const summaryTable = (lines: readonly ProgressLine[]): Blocks[number] => ({
  type: "table",
  id: "objectives",
  caption: "Objectives and priorities",
  columns: [
    { id: "objective", heading: "Objective or priority", headsRow: true },
    { id: "initiatives", heading: "Initiatives", type: "number" },
    { id: "money", heading: "Money recorded", type: "money", unit: "£" },
    { id: "contracts", heading: "Contracts", type: "number" },
    { id: "meetings", heading: "Meetings and papers", type: "number" },
    { id: "metrics", heading: "Metrics", type: "number" },
    { id: "engagement", heading: "Engagement", type: "number" },
  ],
  rows: lines.map(({ objective, number, text, serving, total, unknownAmounts }) => ({
    cells: [
      objective === null ? textCell(text) : linkCell(`${number}. ${text}`, objective),
      countCell(serving.initiatives.length),
      poundsCell(total, unknownAmounts > 0 ? `${unknownAmounts} without an amount` : undefined),
      countCell(serving.contracts.length),
      countCell(serving.meetings.length),
      countCell(serving.metrics.length),
      countCell(serving.engagement.length),
    ],
  })),
  notes: [
    "A sum that serves several objectives is told at each of them, so these do not add up. Where some have no amount, it is at least so much.",
  ],
});

function lineBlocks(
  { number, text, serving }: ProgressLine,
  index: number,
  initiatives: ReadonlyMap<string, Initiative>,
  names: ReadonlyMap<string, string>,
): Blocks {
  const id = `line-${index}`;
  const heading = {
    type: "heading" as const,
    id,
    text: number === null ? text : `${number}. ${text}`,
  };
  if (Object.values(serving).every((each) => each.length === 0)) {
    return [
      heading,
      { type: "notice", id: `${id}-none`, text: "Nothing is recorded that serves it." },
    ];
  }
  return [
    heading,
    ...initiativeBlocks(id, text, serving.initiatives, initiatives, names),
    ...otherGroups.flatMap((group) =>
      serving[group].length === 0
        ? []
        : [
            servingTable(
              `${id}-${group}`,
              `${groupNames[group]}: ${text}`,
              serving[group],
              initiatives,
            ),
          ],
    ),
  ];
}

function unplacedBlocks(
  unplaced: readonly Serving[],
  initiatives: ReadonlyMap<string, Initiative>,
  names: ReadonlyMap<string, string>,
): Blocks {
  if (unplaced.length === 0) return [];
  const text = "No objective or priority named";
  const own = unplaced.filter(({ group }) => group === "initiatives");
  const others = unplaced.filter(({ group }) => group !== "initiatives");
  return [
    { type: "heading", id: "unplaced", text },
    ...initiativeBlocks("unplaced", text, own, initiatives, names),
    ...(others.length === 0
      ? []
      : [servingTable("unplaced-others", `What they lead to: ${text}`, others, initiatives)]),
  ];
}

function initiativeBlocks(
  id: string,
  text: string,
  serving: readonly Serving[],
  initiatives: ReadonlyMap<string, Initiative>,
  names: ReadonlyMap<string, string>,
): Blocks {
  if (serving.length === 0) return [];
  const own = serving.flatMap(({ reference }) => initiatives.get(reference) ?? []);
  const nameOf = (reference: string) =>
    names.get(reference) ?? reference.split("/").slice(2).join("/");
  const targets = own.flatMap((initiative) =>
    (initiative.targets ?? []).map((target) => ({ initiative, told: targetProgress(target) })),
  );
  return [
    {
      type: "table",
      id: `${id}-initiatives`,
      caption: `Initiatives: ${text}`,
      columns: [
        { id: "initiative", heading: "Initiative", headsRow: true },
        { id: "status", heading: "Status" },
        { id: "partners", heading: "Partners" },
        { id: "areas", heading: "Areas" },
        { id: "progress", heading: "Progress" },
        { id: "money", heading: "Money and contracts", type: "number" },
        { id: "meetings", heading: "Meetings and papers", type: "number" },
      ],
      rows: serving.map(({ reference, title, status }) => {
        const initiative = initiatives.get(reference);
        return {
          id: reference,
          cells: [
            linkCell(title, reference),
            wordCell(status),
            textCell(initiative?.partners?.map(nameOf).join("; ")),
            textCell(
              initiative?.areas
                ?.map(({ area, stage }) =>
                  stage === undefined
                    ? nameOf(area)
                    : `${nameOf(area)} (${stage.replaceAll("-", " ")})`,
                )
                .join("; "),
            ),
            {
              ...textCell(initiative?.progress),
              ...(initiative?.sources?.[0] !== undefined && { source: initiative.sources[0] }),
            },
            countCell(initiative?.money?.length ?? 0),
            countCell(initiative?.meetings?.length ?? 0),
          ],
        };
      }),
    },
    ...(targets.length === 0
      ? []
      : [
          {
            type: "table" as const,
            id: `${id}-targets`,
            caption: `Targets: ${text}`,
            columns: [
              { id: "initiative", heading: "Initiative", headsRow: true },
              { id: "measure", heading: "What is counted" },
              { id: "achieved", heading: "Reached", type: "number" as const },
              { id: "aim", heading: "Aim", type: "number" as const },
              { id: "remaining", heading: "Still to come", type: "number" as const },
              { id: "share", heading: "Share of the aim", type: "number" as const, unit: "%" },
            ],
            rows: targets.map(({ initiative, told }) => ({
              cells: [
                textCell(initiative.title),
                textCell(told.measure),
                numberCell(told.achieved),
                numberCell(told.aim),
                numberCell(told.remaining),
                numberCell(told.share),
              ],
            })),
          },
        ]),
  ];
}

const numberCell = (value: string | null) =>
  value === null
    ? { text: "", value }
    : { text: value.replace(/^[0-9]+/, (whole) => BigInt(whole).toLocaleString("en-GB")), value };

const servingTable = (
  id: string,
  caption: string,
  serving: readonly Serving[],
  initiatives: ReadonlyMap<string, Initiative>,
): Blocks[number] => ({
  type: "table",
  id,
  caption,
  columns: [
    { id: "record", heading: "Record", headsRow: true },
    { id: "kind", heading: "Kind" },
    { id: "status", heading: "Status" },
    { id: "money", heading: "Money", type: "money", unit: "£" },
    { id: "through", heading: "Through" },
  ],
  rows: serving.map(({ reference, title, status, amount, ceiling, through }) => ({
    id: reference,
    cells: [
      linkCell(title, reference),
      textCell(reference.split("/").slice(0, 2).join(" ").replaceAll("-", " ")),
      wordCell(status),
      amount === null && ceiling !== null ? limitCell(ceiling) : poundsCell(amount),
      through === null
        ? textCell(null)
        : linkCell(initiatives.get(through)?.title ?? through, through),
    ],
  })),
});
