import { type Finding, formatPeriod } from "@moothall/core";
import type { CaseworkTable } from "../resources/casework-table.ts";
import type { Result } from "../resources/result.ts";

export const tableRules = {
  "engagement/table-does-not-sum": "The parts of a table do not add up to its total.",
  "engagement/tables-disagree": "One figure stands in two tables, and the two differ.",
  "engagement/small-count": "A public table shows a count that the office's policy hides.",
} as const;

/** Parts against totals: rows against the total, sub-categories against their subject. */
export function checkCaseworkTable(
  table: CaseworkTable,
  small: readonly [number, number],
): Finding[] {
  const about = `engagement/casework-table/${table.id}`;
  const findings: Finding[] = [];
  const whole = sumOf(table.rows.map(({ count }) => count));
  if (whole !== null && table.total !== null && whole !== table.total)
    findings.push(
      doesNotSum(about, `The rows of ${formatPeriod(table.period)}`, whole, table.total, "/total"),
    );
  for (const [parent, printed] of Object.entries(table.parents ?? {})) {
    const parts = sumOf(
      table.rows.filter((row) => row.parent === parent).map(({ count }) => count),
    );
    if (parts !== null && printed !== null && parts !== printed)
      findings.push(
        doesNotSum(about, `The parts of '${parent}'`, parts, printed, `/parents/${parent}`),
      );
  }
  const few = table.rows.filter(({ count }) => isSmall(count, small)).length;
  if (few > 0) findings.push(smallCount(about, few, table.disclosedIn !== undefined));
  return findings;
}

/**
 * Tables of one body and period against each other: they count the same contacts, so their totals
 * are one figure, and so are a subject's count and the sum of its sub-categories.
 */
export function checkBetweenTables(tables: readonly CaseworkTable[]): Finding[] {
  return tables.flatMap((table, index) =>
    tables
      .slice(0, index)
      .filter(({ body, period }) => body === table.body && period === table.period)
      .flatMap((other) => differencesOf(other, table)),
  );
}

function differencesOf(one: CaseworkTable, other: CaseworkTable): Finding[] {
  const findings: Finding[] = [];
  const compare = (what: string, left: number | null, right: number | null, pointer: string) => {
    if (left === null || right === null || left === right) return;
    findings.push({
      rule: "engagement/tables-disagree",
      about: `engagement/casework-table/${other.id}`,
      severity: "error",
      message: `${what} ${right} here and ${left} in '${one.title}'.`,
      evidence: { here: right, there: left, other: `engagement/casework-table/${one.id}` },
      at: { pointer },
      fix: "Find out which figure is wrong, correct it, and publish a correction.",
    });
  };
  compare("The total is", one.total, other.total, "/total");
  const [whole, parts] = one.dimension === "subject" ? [one, other] : [other, one];
  if (whole.dimension !== "subject" || parts.dimension !== "sub-category") return findings;
  for (const { category, count } of whole.rows) {
    const own = parts.rows.filter(
      (row) => row.parent === category || (row.parent === undefined && row.category === category),
    );
    const printed = parts.parents?.[category];
    // Parts that do not add up to their own printed figure are told of there.
    const there = printed === undefined ? sumOf(own.map((row) => row.count)) : printed;
    if (own.length === 0) continue;
    const [left, right] = whole === one ? [count, there] : [there, count];
    compare(`'${category}' is`, left, right, "/rows");
  }
  return findings;
}

/** Rows and columns of a result against its totals. */
export function checkResult(result: Result, small: readonly [number, number]): Finding[] {
  const about = `engagement/result/${result.id}`;
  const findings: Finding[] = [];
  for (const [index, printed] of (result.rowTotals ?? []).entries()) {
    const parts = sumOf(result.counts[index] ?? []);
    if (parts !== null && printed !== null && parts !== printed)
      findings.push(doesNotSum(about, `Row ${index + 1}`, parts, printed, `/rowTotals/${index}`));
  }
  for (const [index, printed] of (result.columnTotals ?? []).entries()) {
    const parts = sumOf(result.counts.map((line) => line[index] ?? null));
    if (parts !== null && printed !== null && parts !== printed)
      findings.push(
        doesNotSum(about, `Column ${index + 1}`, parts, printed, `/columnTotals/${index}`),
      );
  }
  findings.push(...checkShares(about, result));
  const few = result.counts.flat().filter((count) => isSmall(count, small)).length;
  if (few > 0 && (result.disclosedIn !== undefined || result.policy?.override !== undefined))
    findings.push(smallCount(about, few, result.disclosedIn !== undefined));
  return findings;
}

/** Printed shares, of all respondents and not weighted, against their counts: to half a point. */
function checkShares(about: string, { shares, counts, base, groups, weights }: Result): Finding[] {
  if (shares === undefined || !base || groups.length > 1 || weights !== undefined) return [];
  return shares.flatMap((share, index): Finding[] => {
    const count = counts[index]?.[0] ?? null;
    if (share === null || count === null || Math.abs(share - count / base) <= halfPoint) return [];
    return [
      {
        rule: "engagement/share-not-of-its-counts",
        about,
        severity: "error",
        message: `${count} of ${base} is ${((100 * count) / base).toFixed(1)} %, and ${(100 * share).toFixed(1)} % is given.`,
        evidence: { share, count, base },
        at: { pointer: `/shares/${index}` },
        fix: "Find out which figure is wrong, correct it, and publish a correction.",
      },
    ];
  });
}

/** What rounding to whole per cent may do, and a hair for binary fractions. */
const halfPoint = 0.005 + 1e-9;

/** Unknown where one part is suppressed or not known. */
function sumOf(counts: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const count of counts) {
    if (count === null) return null;
    sum += count;
  }
  return sum;
}

const isSmall = (count: number | null, [low, high]: readonly [number, number]): boolean =>
  count !== null && count >= Math.max(low, 1) && count <= high;

const doesNotSum = (
  about: string,
  what: string,
  parts: number,
  total: number,
  pointer: string,
): Finding => ({
  rule: "engagement/table-does-not-sum",
  about,
  severity: "error",
  message: `${what} add up to ${parts}, and ${total} is given.`,
  evidence: { parts, total },
  at: { pointer },
  fix: "Find out which figure is wrong, correct it, and publish a correction.",
});

/** How many, never which: what a paper printed is public, what else is shown should not be. */
const smallCount = (about: string, cells: number, printed: boolean): Finding => ({
  rule: "engagement/small-count",
  about,
  severity: printed ? "note" : "warning",
  message: `${cells} ${cells === 1 ? "count is" : "counts are"} so small that the policy would hide ${cells === 1 ? "it" : "them"}${printed ? "; a paper printed the table" : ""}.`,
  evidence: { cells },
  fix: "Publish the next table through publish-casework or publish-result.",
});
