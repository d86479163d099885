import {
  completeDocument,
  formatPeriod,
  parseReference,
  type ReportDocument,
  referenceTo,
} from "@moothall/core";
import { minus, toPence, total } from "../amount.ts";
import { counts } from "../decide/position.ts";
import { paymentId } from "../decide/release.ts";
import type { Award } from "../resources/award.ts";
import type { Payment } from "../resources/payment.ts";
import type { PaymentSchedule } from "../resources/payment-schedule.ts";
import { countCell, dateCell, moneyCell, moneyColumn, referenceCell } from "./cells.ts";

/** What is still to be paid by schedule, by month; what has no schedule is said beside it. */
export function paymentForecast(
  awards: readonly Award[],
  schedules: readonly PaymentSchedule[],
  payments: readonly Payment[],
  today: string,
): ReportDocument {
  const standing = awards.filter(counts);
  const due = schedules.flatMap((schedule) => {
    const award = standing.find((each) => each.id === parseReference(schedule.award).id);
    if (award === undefined) return [];
    return schedule.instalments.flatMap((instalment) => {
      const paid =
        payments.find((each) => each.id === paymentId(schedule.id, instalment.id))?.status ===
        "paid";
      return paid ? [] : [{ award, instalment }];
    });
  });
  const months = new Map<string, typeof due>();
  for (const each of due) {
    const month = each.instalment.due.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), each]);
  }
  const without = standing.filter((award) => {
    const at = referenceTo("funding/award", award.id);
    const paid = total(
      payments.filter((each) => each.award === at).map((each) => each.paid ?? "0"),
    );
    return !schedules.some((each) => each.award === at) && toPence(minus(award.current, paid)) > 0n;
  });
  return completeDocument({
    title: "Payments to come",
    blocks: [
      {
        type: "table",
        id: "months",
        caption: "By month",
        columns: [
          { id: "month", heading: "Month", headsRow: true },
          { id: "payments", heading: "Payments", type: "number" },
          moneyColumn("amount", "Amount"),
        ],
        rows: [
          ...[...months]
            .toSorted(([left], [right]) => (left < right ? -1 : 1))
            .map(([month, own]) => ({
              id: month,
              cells: [
                {
                  text: formatPeriod(month),
                  value: month,
                  ...(month < today.slice(0, 7) && { status: "overdue" }),
                },
                countCell(own.length),
                moneyCell(total(own.map((each) => each.instalment.amount))),
              ],
            })),
          {
            id: "total",
            total: true,
            cells: [
              { text: "Total" },
              countCell(due.length),
              moneyCell(total(due.map((each) => each.instalment.amount))),
            ],
          },
        ],
      },
      ...(due.length === 0
        ? []
        : [
            {
              type: "table" as const,
              id: "instalments",
              caption: "Instalments",
              columns: [
                { id: "due", heading: "Due", type: "date" as const, headsRow: true },
                { id: "award", heading: "Award" },
                moneyColumn("amount", "Amount"),
              ],
              rows: due
                .toSorted((left, right) => (left.instalment.due < right.instalment.due ? -1 : 1))
                .map(({ award, instalment }) => ({
                  cells: [
                    dateCell(instalment.due),
                    referenceCell(award.title, referenceTo("funding/award", award.id)),
                    moneyCell(instalment.amount, award.currency),
                  ],
                })),
            },
          ]),
      ...(without.length === 0
        ? []
        : [
            {
              type: "notice" as const,
              id: "without-schedule",
              severity: "warning" as const,
              text: `${without.length} award(s) have no schedule and are not paid in full, so they are not in this forecast: ${without.map((each) => each.title).join("; ")}.`,
            },
          ]),
    ],
  });
}
