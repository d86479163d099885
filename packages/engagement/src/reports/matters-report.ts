import type { ReportDocumentInput } from "@moothall/core";
import { countCell, dateCell, figureCell, textCell } from "./cells.ts";
import type { YouSaidWeDid } from "./you-said-we-did.ts";

/** What people raised and what came of it, as a document. */
export function mattersReport(found: YouSaidWeDid): ReportDocumentInput {
  return {
    title: "You said, we did",
    summary: `${found.answered} of ${found.raised} matters are answered, and ${found.concluded} concluded.`,
    blocks: [
      {
        type: "facts",
        id: "facts",
        items: [
          { term: "Raised", ...countCell(found.raised) },
          { term: "Answered", ...countCell(found.answered) },
          { term: "Concluded", ...countCell(found.concluded) },
          { term: "Past their day without an answer", ...countCell(found.overdue) },
          { term: "Days to an answer, the middle one", ...figureCell(found.medianDaysToAnswer, 0) },
        ],
      },
      {
        type: "table",
        id: "matters",
        caption: "What people raised",
        columns: [
          { id: "title", heading: "Matter", headsRow: true },
          { id: "raised", heading: "Raised", type: "date" },
          { id: "you-said", heading: "You said" },
          { id: "answer", heading: "We answered" },
          { id: "we-did", heading: "We did" },
          { id: "outcome", heading: "What came of it" },
          { id: "days", heading: "Days to an answer", type: "number" },
        ],
        rows: found.matters.map((each) => ({
          id: each.id,
          cells: [
            textCell(each.title),
            dateCell(each.raised),
            textCell(each.youSaid),
            each.answer === null
              ? { text: "not yet", value: null, status: each.overdue ? "overdue" : "open" }
              : textCell(each.answer),
            textCell(each.weDid),
            textCell(each.outcome),
            figureCell(each.daysToAnswer, 0),
          ],
        })),
      },
    ],
  };
}
