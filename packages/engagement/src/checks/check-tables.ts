import { type Finding, formatPeriod } from "@moothall/core";
import type { CaseworkTable } from "../resources/casework-table.ts";
import type { Result } from "../resources/result.ts";

export const tableRules = {
  "engagement/table-does-not-sum": "The parts of a table do not add up to its total.",
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
  const few = result.counts.flat().filter((count) => isSmall(count, small)).length;
  if (few > 0 && (result.disclosedIn !== undefined || result.policy?.override !== undefined))
    findings.push(smallCount(about, few, result.disclosedIn !== undefined));
  return findings;
}

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
