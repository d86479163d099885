import type { ReportDocumentInput } from "@moothall/core";
import { isOpen, isOverdue, isRejected } from "../checks/check-recommendations.ts";
import type { Recommendation } from "../resources/recommendation.ts";
import {
  countCell,
  dateCell,
  holderCell,
  linkCell,
  periodCell,
  textCell,
  wordCell,
} from "./cells.ts";

/** The recommendations tracker: what was recommended, agreed or not and why, and what came of it. */
export function recommendationsReport(
  recommendations: readonly Recommendation[],
  names: ReadonlyMap<string, string>,
  today: string,
): ReportDocumentInput {
  const count = (those: (each: Recommendation) => boolean) =>
    recommendations.filter(those).reduce((total, { covers }) => total + covers, 0);
  const all = count(() => true);
  const overdue = count((each) => isOverdue(each, today));
  const rejected = count(isRejected);
  return {
    title: "Recommendations tracker",
    summary: `${all} recommendations: ${count(isOpen)} open, ${overdue} of them overdue; ${rejected} not agreed.`,
    class: recommendations.every(({ published }) => published !== undefined)
      ? "public"
      : "restricted",
    blocks: [
      {
        type: "table",
        id: "recommendations",
        caption: "Recommendations",
        columns: [
          { id: "of", heading: "Of" },
          { id: "recommendation", heading: "Recommendation", headsRow: true },
          { id: "count", heading: "Stands for", type: "number" },
          { id: "priority", heading: "Priority" },
          { id: "agreed", heading: "Agreed" },
          { id: "reason", heading: "Reason, or what is done" },
          { id: "owner", heading: "Owner" },
          { id: "due", heading: "Due", type: "date" },
          { id: "status", heading: "Status" },
          { id: "followed-up", heading: "Followed up", type: "date" },
          { id: "audited-again", heading: "Audited again" },
        ],
        rows: recommendations
          .toSorted(
            (left, right) => left.of.localeCompare(right.of) || left.id.localeCompare(right.id),
          )
          .map((each) => ({
            id: each.id,
            cells: [
              holderCell(each.of, names),
              {
                ...linkCell(each.text, `assurance/recommendation/${each.id}`),
                ...(each.sources?.[0] !== undefined && { source: each.sources[0] }),
              },
              countCell(each.covers),
              textCell(each.priority),
              textCell(each.agreed),
              textCell([each.reason, each.response].filter(Boolean).join(" ") || undefined),
              holderCell(each.owner, names),
              { ...dateCell(each.due), ...(isOverdue(each, today) && { status: "overdue" }) },
              wordCell(each.status),
              dateCell(each.followedUp),
              periodCell(each.reauditYear),
            ],
          })),
      },
    ],
  };
}
