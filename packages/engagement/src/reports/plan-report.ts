import { formatDate, type ReportDocumentInput } from "@moothall/core";
import type { Activity } from "../resources/activity.ts";
import type { Consultation } from "../resources/consultation.ts";
import type { Plan } from "../resources/plan.ts";
import { countCell, dateCell, textCell } from "./cells.ts";

export interface PlanWork {
  readonly activities: readonly Activity[];
  readonly consultations: readonly Consultation[];
}

/** An engagement plan as a document, with what was done under each of its methods. */
export function planReport(
  plan: Plan,
  { activities, consultations }: PlanWork,
): ReportDocumentInput {
  const held = activities.filter(({ status }) => status === "held");
  const facts = [
    { term: "Status", text: plan.status },
    ...(
      [
        ["From", plan.validFrom],
        ["To", plan.validTo],
        ["Review due", plan.reviewDue],
      ] as const
    ).flatMap(([term, date]) =>
      date === undefined ? [] : [{ term, text: formatDate(date), value: date }],
    ),
    { term: "Activities held", ...countCell(held.length) },
    { term: "Consultations", ...countCell(consultations.length) },
  ];
  const texts = (id: string, text: string, items: readonly string[] = []) =>
    items.length === 0
      ? []
      : [
          { type: "heading" as const, id, text },
          { type: "list" as const, id: `${id}-list`, items: [...items] },
        ];
  return {
    title: plan.title,
    blocks: [
      { type: "facts", id: "facts", items: facts },
      ...texts(
        "duties",
        "Duties",
        plan.duties?.map((each) => `${each.text} (${each.authority})`),
      ),
      ...texts(
        "aims",
        "Aims",
        plan.aims?.map(({ text }) => text),
      ),
      ...texts(
        "audiences",
        "Audiences",
        plan.audiences?.map(({ text }) => text),
      ),
      ...methods(plan, held),
      ...commitments(plan),
      ...texts(
        "consultations",
        "Consultations",
        consultations.map(({ title }) => title),
      ),
    ],
  };
}

function methods(plan: Plan, held: readonly Activity[]): ReportDocumentInput["blocks"] {
  if (plan.methods === undefined) return [];
  const audience = new Map(plan.audiences?.map(({ id, text }) => [id, text]));
  const aim = new Map(plan.aims?.map(({ id, text }) => [id, text]));
  return [
    {
      type: "table",
      id: "methods",
      caption: "Methods, whom they reach, and what was done",
      columns: [
        { id: "method", heading: "Method", headsRow: true },
        { id: "audience", heading: "Audience" },
        { id: "aim", heading: "Aim" },
        { id: "held", heading: "Activities held", type: "number" },
      ],
      rows: plan.methods.map((method) => ({
        id: method.id,
        cells: [
          textCell(method.text),
          textCell(method.audiences.map((id) => audience.get(id) ?? id).join("; ")),
          textCell(
            [...(method.aims ?? []).map((id) => aim.get(id) ?? id), method.purpose]
              .filter((part) => part !== undefined)
              .join("; "),
          ),
          countCell(held.filter((activity) => activity.method === method.id).length),
        ],
      })),
    },
  ];
}

function commitments({ commitments: made }: Plan): ReportDocumentInput["blocks"] {
  if (made === undefined) return [];
  return [
    {
      type: "table",
      id: "commitments",
      caption: "What was promised, and what became of it",
      columns: [
        { id: "commitment", heading: "Commitment", headsRow: true },
        { id: "due", heading: "Due", type: "date" },
        { id: "status", heading: "Status" },
        { id: "note", heading: "Note" },
      ],
      rows: made.map((each) => ({
        id: each.id,
        cells: [
          textCell(each.text),
          dateCell(each.due),
          textCell(each.status.replaceAll("-", " ")),
          textCell(each.note),
        ],
      })),
    },
  ];
}
