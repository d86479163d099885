import {
  completeDocument,
  exact,
  type ReportDocument,
  referenceTo,
  sum,
  toExactText,
} from "@moothall/core";
import { counts } from "../decide/position.ts";
import type { Award } from "../resources/award.ts";
import type { MonitoringReturn } from "../resources/monitoring-return.ts";
import { referenceCell, textCell } from "./cells.ts";

/** What awards reached against what they meant to, by objective; unknown stays unknown. */
export function outcomesReport(
  awards: readonly Award[],
  returns: readonly MonitoringReturn[],
  names: ReadonlyMap<string, string>,
): ReportDocument {
  const rows = awards.filter(counts).flatMap((award) => {
    const at = referenceTo("funding/award", award.id);
    const own = returns.filter((each) => each.award === at && each.accepted !== undefined);
    return (award.outcomes ?? []).map((outcome) => {
      const reported = own.flatMap((each) =>
        (each.outcomes ?? [])
          .filter((one) => one.id === outcome.id)
          .flatMap((one) => one.achieved ?? []),
      );
      const achieved = reported.length === 0 ? undefined : toExactText(sum(reported.map(exact)));
      const objectives =
        outcome.objective === undefined ? (award.objectives ?? []) : [outcome.objective];
      return { award, outcome, achieved, objectives };
    });
  });
  const keyOf = (row: (typeof rows)[number]) =>
    `${row.objectives[0] ?? ""} ${row.award.id} ${row.outcome.id}`;
  return completeDocument({
    title: "Outcomes by objective",
    blocks:
      rows.length === 0
        ? [{ type: "notice", id: "none", text: "No award records what it is to reach." }]
        : [
            {
              type: "table",
              id: "outcomes",
              caption: "What was reached, of accepted returns",
              columns: [
                { id: "objective", heading: "Objective", headsRow: true },
                { id: "award", heading: "Award" },
                { id: "outcome", heading: "Outcome" },
                { id: "target", heading: "Target", type: "number" },
                { id: "achieved", heading: "Achieved", type: "number" },
                { id: "state", heading: "State" },
              ],
              rows: rows
                .toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1))
                .map(({ award, outcome, achieved, objectives }) => ({
                  cells: [
                    textCell(
                      objectives.map((each) => names.get(each) ?? each).join("; ") || undefined,
                    ),
                    referenceCell(award.title, referenceTo("funding/award", award.id)),
                    textCell(outcome.text),
                    textCell(outcome.target),
                    textCell(achieved),
                    textCell(stateOf(outcome.target, achieved)),
                  ],
                })),
            },
          ],
  });
}

function stateOf(target: string | undefined, achieved: string | undefined): string {
  if (achieved === undefined) return "Not reported";
  if (target === undefined) return "No target";
  return exact(achieved).compare(exact(target)) >= 0 ? "Reached" : "Not reached";
}
