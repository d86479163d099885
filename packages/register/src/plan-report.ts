import {
  completeDocument,
  formatDate,
  formatPeriod,
  parseReference,
  type ReportDocument,
  type ReportDocumentInput,
  referenceTo,
} from "@moothall/core";
import type { Body } from "./body.ts";
import { type Objective, objectivesOf } from "./objective.ts";
import type { Plan } from "./plan.ts";

/** The plan as a document: whose it is, its days, and its numbered objectives. */
export function planReport(
  plan: Plan,
  objectives: readonly Objective[],
  bodies: readonly Body[],
): ReportDocument {
  const rows = objectivesOf(plan, objectives);
  const owner = bodies.find((each) => each.id === parseReference(plan.body).id);
  const facts: { term: string; text: string; value?: string }[] = [
    { term: "Body", text: owner?.name ?? plan.body },
  ];
  if (plan.launched !== undefined) {
    facts.push({ term: "Launched", text: formatPeriod(plan.launched), value: plan.launched });
  }
  for (const [term, date] of [
    ["In force from", plan.validFrom],
    ["In force to", plan.validTo],
    ["Review due", plan.reviewDue],
  ] as const) {
    if (date !== undefined) facts.push({ term, text: formatDate(date), value: date });
  }
  if (plan.authority !== undefined) facts.push({ term: "Authority", text: plan.authority });
  const list: ReportDocumentInput["blocks"] =
    rows.length === 0
      ? [{ type: "notice", id: "none", text: "No objective of this plan is recorded." }]
      : [
          {
            type: "table",
            id: "objectives",
            caption: "Objectives",
            columns: [
              { id: "number", heading: "Number", type: "number", headsRow: true },
              { id: "objective", heading: "Objective" },
            ],
            rows: rows.map((each) => ({
              id: each.id,
              cells: [
                {
                  text: String(each.number),
                  reference: referenceTo("register/objective", each.id),
                },
                { text: each.text, ...(each.sources?.[0] && { source: each.sources[0] }) },
              ],
            })),
          },
        ];
  return completeDocument({
    title: plan.title,
    blocks: [{ type: "facts", id: "plan", items: facts }, ...list],
  });
}
