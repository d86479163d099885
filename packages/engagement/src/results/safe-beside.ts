import { isMoothallError } from "@moothall/core";
import { auditTable, type DisclosurePolicy, type EmittedTable } from "@moothall/core/disclosure";
import { emittedResult, type Result } from "../resources/result.ts";

/** Attacks two tables of one question together: what one shows of the other's totals is known. */
export function isSafeBeside(left: Result, right: Result, policy: DisclosurePolicy): boolean {
  if (weightsTellTotals(left, right) || weightsTellTotals(right, left)) return false;
  try {
    return [
      [left, right],
      [right, left],
    ].every(([own, other]) => {
      const joined = withTotalsOf(emittedResult(own as Result), other as Result);
      return auditTable(joined, policy).safe;
    });
  } catch (error) {
    // Answers that came in between make figures that do not fit: those cannot be added to the attack.
    if (isMoothallError(error) && error.code === "core/inconsistent-table") return true;
    throw error;
  }
}

/** The factors of a margin tell how many took part of each group; the other table hides that. */
const weightsTellTotals = ({ weights = [] }: Result, { by, columnTotals = [] }: Result): boolean =>
  by !== undefined && weights.some(({ margin }) => margin === by) && columnTotals.includes(null);

function withTotalsOf(table: EmittedTable, other: Result): EmittedTable {
  const known =
    other.by === undefined ? other.counts.map(([count]) => count ?? null) : other.rowTotals;
  if (known === undefined) return table;
  const rowTotals = known.map((count, row) => table.rowTotals?.[row] ?? count);
  return { ...table, rowTotals, total: table.total ?? other.base };
}
