import {
  agree,
  exact,
  type Finding,
  formatPeriod,
  formatSource,
  isDecimal,
  type PrintedFigure,
  parsePeriod,
  periodsOverlap,
  referenceTo,
  toDecimal,
} from "@moothall/core";
import { compareAmounts, minus, plus, toPenny, total } from "../amount.ts";
import type { AllocationTable } from "../resources/allocation-table.ts";
import type { CostSplit } from "../resources/cost-split.ts";
import type { Round } from "../resources/round.ts";
import { partnersChangingWithin, partnersOn, sharesOf } from "../split/cost-shares.ts";
import type { FundingRecords } from "./funding-records.ts";

/** What `checkPrintedTotals` finds. */
export const printedTotalRules = {
  "funding/printed-total": "A printed total is not the sum of what stands under it.",
  "funding/printed-totals-disagree":
    "The printed totals of rows or columns do not add up to the printed grand total.",
  "funding/reported-beyond-limits":
    "The awards of a round cannot come to what is printed, each at its limit.",
  "funding/cell-of-another-period": "A cell's own words name another period than its table.",
  "funding/years-without-amounts": "An allocation is approved for years that it does not price.",
} as const;

type Records = Pick<
  FundingRecords,
  "tables" | "rounds" | "applications" | "awards" | "splits" | "schemes"
>;

/** Recomputes every printed total from its rows and columns. */
export const checkPrintedTotals = (records: Records): Finding[] => [
  ...records.tables.flatMap(checkTable),
  ...records.rounds.flatMap((each) => checkRound(each, records)),
  ...records.splits.flatMap(checkSplit),
];

/** The totals of a table by the names under which papers' figures are kept. */
export function totalsOf(table: AllocationTable): Map<string, string> {
  const sumOf = (chosen: AllocationTable["cells"]) => total(chosen.map((each) => each.amount));
  return new Map([
    ["total", sumOf(table.cells)],
    ...table.programmes.map(({ id }): [string, string] => [
      `total.programme.${id}`,
      sumOf(table.cells.filter((each) => each.programme === id)),
    ]),
    ...table.partners.map(({ id }): [string, string] => [
      `total.partner.${id}`,
      sumOf(table.cells.filter((each) => each.partner === id)),
    ]),
    ...table.years.map((year): [string, string] => [
      `total.year.${year}`,
      sumOf(table.cells.filter((each) => each.year === year)),
    ]),
  ]);
}

function checkTable(table: AllocationTable): Finding[] {
  const about = referenceTo("funding/allocation-table", table.id);
  const printed = table.printed ?? [];
  return [
    ...comparePrinted(about, printed, totalsOf(table)),
    ...addUpPrinted(about, table, printed, "programme"),
    ...addUpPrinted(about, table, printed, "partner"),
    ...table.cells.flatMap((cell, index): Finding[] => {
      if (cell.saysPeriod === undefined) return [];
      if (periodsOverlap(parsePeriod(cell.saysPeriod), parsePeriod(cell.year))) return [];
      return [
        {
          rule: "funding/cell-of-another-period",
          about,
          severity: "warning",
          message: `A cell for ${formatPeriod(cell.year)} says in its own words ${formatPeriod(cell.saysPeriod)}.`,
          evidence: { programme: cell.programme, says: cell.saysPeriod, year: cell.year },
          at: { pointer: `/cells/${index}` },
          fix: "Find out for which year it was meant.",
        },
      ];
    }),
    ...yearsWithout(about, table),
  ];
}

function yearsWithout(about: string, table: AllocationTable): Finding[] {
  const without = table.years.filter((year) => !table.cells.some((each) => each.year === year));
  if (without.length === 0) return [];
  return [
    {
      rule: "funding/years-without-amounts",
      about,
      severity: "warning",
      message: `It is approved for ${table.years.map(formatPeriod).join(", ")} and has no amount for ${without.map(formatPeriod).join(", ")}.`,
      evidence: { without: without.join(", ") },
      at: { pointer: "/years" },
      fix: "Record the amounts of those years, or the decision that leaves them open.",
    },
  ];
}

/** One finding for one printed figure, however many places print it alike. */
function comparePrinted(
  about: string,
  printed: readonly PrintedFigure[],
  computed: ReadonlyMap<string, string>,
): Finding[] {
  const wrong = printed.filter((figure) => {
    const sum = computed.get(figure.of);
    return sum !== undefined && !agree(figure, { value: sum });
  });
  const alike = new Map<string, PrintedFigure[]>();
  for (const figure of wrong) {
    const key = `${figure.of} ${figure.value}`;
    alike.set(key, [...(alike.get(key) ?? []), figure]);
  }
  return [...alike.values()].flatMap(([figure, ...more]): Finding[] => {
    const sum = figure === undefined ? undefined : computed.get(figure.of);
    if (figure === undefined || sum === undefined) return [];
    const places = [figure, ...more].map((each) => formatSource(each.source)).join("; ");
    return [
      {
        rule: "funding/printed-total",
        about,
        severity: "error",
        message: `The paper prints ${figure.text} for '${figure.of}' (${places}); what stands under it comes to ${sum}${apart(figure.value, sum)}.`,
        evidence: { printed: figure.value, computed: sum },
        at: { pointer: figure.of },
        fix: "Find the figure that is wrong, and publish a correction.",
      },
    ];
  });
}

/** How far a sum is from what was printed, for amounts and counts alike. */
const apart = (printed: string, sum: string): string =>
  isDecimal(printed)
    ? `, which is ${toDecimal(exact(sum).sub(exact(printed)).abs(), 2)} ${compareAmounts(sum, printed) > 0 ? "more" : "less"}`
    : "";

/** Printed totals of all programmes (or partners) against the printed grand total. */
function addUpPrinted(
  about: string,
  table: AllocationTable,
  printed: readonly PrintedFigure[],
  side: "programme" | "partner",
): Finding[] {
  const grand = printed.find((each) => each.of === "total");
  const names = (side === "programme" ? table.programmes : table.partners).map(
    (each) => `total.${side}.${each.id}`,
  );
  const parts = names.flatMap((name) => printed.find((each) => each.of === name) ?? []);
  if (grand === undefined || parts.length < 2 || parts.length < names.length) return [];
  const sum = total(parts.map((each) => each.value));
  if (agree(grand, { value: sum })) return [];
  // Where one total, replaced by the sum of its own cells, makes all of them agree, it is the likely slip.
  const computed = totalsOf(table);
  const slips = parts.filter((part) => {
    const own = computed.get(part.of);
    return own !== undefined && agree(grand, { value: plus(minus(sum, part.value), own) });
  });
  const [slip] = slips.length === 1 ? slips : [];
  return [
    {
      rule: "funding/printed-totals-disagree",
      about,
      severity: "error",
      message: `The printed totals by ${side} add up to ${sum}; the printed grand total is ${grand.text} (${formatSource(grand.source)})${
        slip === undefined
          ? ""
          : `. With ${computed.get(slip.of)}, the sum of its cells, in place of ${slip.text} for '${slip.of}' they agree`
      }.`,
      evidence: { sum, printed: grand.value, ...(slip !== undefined && { likely: slip.of }) },
      at: { pointer: "total" },
      fix:
        slip === undefined
          ? "Find the figure that is wrong, and publish a correction."
          : `Look at '${slip.of}' first, and publish a correction.`,
    },
  ];
}

function checkRound(round: Round, { applications, awards }: Records): Finding[] {
  const about = referenceTo("funding/round", round.id);
  const own = applications.filter((each) => each.round === about);
  const won = awards.filter((each) => each.round === about && each.withdrawn === undefined);
  const computed = new Map<string, string>();
  // A caller who sees no application, or a round of which none is held, has nothing to compare.
  if (own.length > won.length) {
    computed.set("applications.count", String(own.length));
    computed.set("applications.value", total(own.map((each) => each.asked)));
  }
  if (won.length > 0) {
    computed.set("awards.count", String(won.length));
    computed.set("awards.value", total(won.map((each) => each.amount)));
  } else if (round.awardsReported !== undefined) {
    computed.set("awards.count", String(round.awardsReported));
  }
  const printed = round.printed ?? [];
  return [...comparePrinted(about, printed, computed), ...beyondLimits(about, round, printed)];
}

/** Of a round whose awards are not held: whether so many awards can come to what was printed. */
function beyondLimits(about: string, round: Round, printed: readonly PrintedFigure[]): Finding[] {
  const value = printed.find((each) => each.of === "awards.value");
  const { awardsReported: count, maximum } = round;
  if (value === undefined || count === undefined || maximum === undefined) return [];
  const most = toPenny(exact(maximum).mul(BigInt(count)));
  if (compareAmounts(value.value, most) <= 0) return [];
  return [
    {
      rule: "funding/reported-beyond-limits",
      about,
      severity: "error",
      message: `${count} awards of at most £${maximum} come to £${most} at most; the paper prints ${value.text} (${formatSource(value.source)}).`,
      evidence: { most, printed: value.value },
      at: { pointer: "awards.value" },
      fix: "Find the figure that is wrong, and publish a correction.",
    },
  ];
}

function checkSplit(split: CostSplit): Finding[] {
  const about = referenceTo("funding/cost-split", split.id);
  const computed = new Map<string, string>();
  for (const cost of split.costs ?? []) {
    // Within such days it is not told who shares; the operation says so.
    if (partnersChangingWithin(split, cost.date).length > 0) continue;
    computed.set(`cost.${cost.id}.ways`, String(partnersOn(split, cost.date).length));
    if (cost.total === undefined) continue;
    computed.set(`cost.${cost.id}.total`, cost.total);
    const [first] = sharesOf(split, { ...cost, chosen: stand(split) }).shares;
    if (first?.amount != null) computed.set(`cost.${cost.id}.share`, first.amount);
  }
  return comparePrinted(about, split.printed ?? [], computed);
}

/** Names do not matter for amounts. */
const stand = (split: CostSplit): Record<string, { name: string }> =>
  Object.fromEntries(split.partners.map((each) => [each.id, { name: each.name }]));
