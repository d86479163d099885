import {
  completeDocument,
  formatDate,
  formatMoney,
  type ReportDocument,
  referenceTo,
} from "@moothall/core";
import { total } from "../amount.ts";
import type { NamedBody } from "../giving/to-360giving.ts";
import type { Application } from "../resources/application.ts";
import type { Award } from "../resources/award.ts";
import type { Round } from "../resources/round.ts";
import {
  type Blocks,
  countCell,
  moneyCell,
  moneyColumn,
  nameOfRecipient,
  referenceCell,
  textCell,
} from "./cells.ts";

export interface RoundRecords {
  readonly applications: readonly Application[];
  readonly awards: readonly Award[];
  /** Titles of objectives and areas, by reference. */
  readonly names: ReadonlyMap<string, string>;
  readonly bodies: ReadonlyMap<string, NamedBody>;
  /** Whether all applications are seen, or only those that the public may see. */
  readonly complete: boolean;
}

/** A round in figures: applications, value, awards, refusals with their reasons, by objective and area. */
export function roundSummary(round: Round, records: RoundRecords): ReportDocument {
  const at = referenceTo("funding/round", round.id);
  const applications = records.applications.filter((each) => each.round === at);
  const awards = records.awards.filter((each) => each.round === at && each.withdrawn === undefined);
  return completeDocument({
    title: round.title,
    class: records.complete ? "restricted" : "public",
    blocks: [
      facts(round, applications, awards, records),
      ...tableOfAwards(awards, records),
      ...(records.complete ? refusals(applications) : []),
      ...grouped(
        awards,
        "objective",
        "By objective",
        (each) => each.objectives ?? [],
        records.names,
      ),
      ...grouped(
        awards,
        "area",
        "By area",
        (each) => (each.area === undefined ? [] : [each.area]),
        records.names,
      ),
    ],
  });
}

function facts(
  round: Round,
  applications: readonly Application[],
  awards: readonly Award[],
  { bodies, complete }: Pick<RoundRecords, "bodies" | "complete">,
): Blocks[number] {
  const printed = (of: string) => (round.printed ?? []).find((each) => each.of === of);
  const figure = (
    term: string,
    of: string,
    computed: string | undefined,
    shown: (value: string) => string,
  ) => {
    const paper = printed(of);
    if (computed !== undefined) return [{ term, text: shown(computed), value: computed }];
    return paper === undefined
      ? [{ term, text: "Not published", value: null }]
      : [{ term, text: paper.text, value: paper.value, source: paper.source }];
  };
  const held = complete && applications.length > 0;
  const money = (amount: string) => formatMoney({ amount, currency: round.currency });
  return {
    type: "facts",
    id: "round",
    items: [
      ...(round.closes === undefined
        ? []
        : [{ term: "Closed", text: formatDate(round.closes), value: round.closes }]),
      ...(round.ceiling === undefined
        ? []
        : [{ term: "Ceiling", text: money(round.ceiling), value: round.ceiling }]),
      ...figure(
        "Applications",
        "applications.count",
        held ? String(applications.length) : undefined,
        String,
      ),
      ...figure(
        "Asked for",
        "applications.value",
        held ? total(applications.map((each) => each.asked)) : undefined,
        money,
      ),
      ...figure(
        "Awards",
        "awards.count",
        awards.length > 0
          ? String(awards.length)
          : round.awardsReported === undefined
            ? undefined
            : String(round.awardsReported),
        String,
      ),
      ...figure(
        "Awarded",
        "awards.value",
        awards.length > 0 ? total(awards.map((each) => each.amount)) : undefined,
        money,
      ),
      ...(round.recipientsReported === undefined
        ? []
        : [
            {
              term: "Among the recipients",
              text: round.recipientsReported
                .map((body) => nameOfRecipient({ body }, bodies))
                .join("; "),
            },
          ]),
    ],
  };
}

function tableOfAwards(awards: readonly Award[], { bodies }: RoundRecords): Blocks {
  if (awards.length === 0)
    return [{ type: "notice", id: "awards", text: "No award of this round is recorded." }];
  return [
    {
      type: "table",
      id: "awards",
      caption: "Awards",
      columns: [
        { id: "recipient", heading: "Recipient", headsRow: true },
        { id: "title", heading: "Purpose" },
        moneyColumn("amount", "Amount"),
      ],
      rows: [
        ...awards.map((each) => ({
          id: each.id,
          cells: [
            textCell(nameOfRecipient(each.recipient, bodies)),
            referenceCell(each.title, referenceTo("funding/award", each.id)),
            moneyCell(each.amount, each.currency),
          ],
        })),
        {
          id: "total",
          total: true,
          cells: [
            { text: "Total" },
            { text: `${awards.length} awards`, value: String(awards.length) },
            moneyCell(total(awards.map((each) => each.amount))),
          ],
        },
      ],
    },
  ];
}

function refusals(applications: readonly Application[]): Blocks {
  const refused = applications.filter(
    (each) => each.status === "refused" || each.status === "ineligible",
  );
  if (refused.length === 0) return [];
  return [
    {
      type: "table",
      id: "refused",
      caption: "Refused, with reasons",
      columns: [
        { id: "title", heading: "Application", headsRow: true },
        moneyColumn("asked", "Asked for"),
        { id: "reason", heading: "Reason" },
      ],
      rows: refused.map((each) => ({
        id: each.id,
        cells: [
          referenceCell(each.title, referenceTo("funding/application", each.id)),
          moneyCell(each.asked, each.currency),
          textCell(each.reason),
        ],
      })),
    },
  ];
}

function grouped(
  awards: readonly Award[],
  id: string,
  caption: string,
  keysOf: (award: Award) => readonly string[],
  names: ReadonlyMap<string, string>,
): Blocks {
  const groups = new Map<string, Award[]>();
  for (const award of awards) {
    for (const key of keysOf(award)) groups.set(key, [...(groups.get(key) ?? []), award]);
  }
  if (groups.size === 0) return [];
  return [
    {
      type: "table",
      id: `by-${id}`,
      caption,
      columns: [
        { id, heading: id === "objective" ? "Objective" : "Area", headsRow: true },
        { id: "awards", heading: "Awards", type: "number" },
        moneyColumn("amount", "Amount"),
      ],
      rows: [...groups]
        .toSorted(([left], [right]) => (left < right ? -1 : 1))
        .map(([key, own]) => ({
          cells: [
            referenceCell(names.get(key) ?? key, key),
            countCell(own.length),
            moneyCell(total(own.map((each) => each.amount))),
          ],
        })),
      notes: [
        "An award that serves several is counted under each, so the rows add up to more than the round.",
      ],
    },
  ];
}
