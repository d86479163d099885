import { describe, expect, it } from "vitest";
import { allocationTable } from "../resources/allocation-table.ts";
import { application } from "../resources/application.ts";
import { award } from "../resources/award.ts";
import { budget } from "../resources/budget.ts";
import { commissionedService } from "../resources/commissioned-service.ts";
import { fund } from "../resources/fund.ts";
import { payment } from "../resources/payment.ts";
import { paymentSchedule } from "../resources/payment-schedule.ts";
import { precept } from "../resources/precept.ts";
import { recovery } from "../resources/recovery.ts";
import { checkLedger } from "./check-ledger.ts";
import type { ledgerRules } from "./ledger-rules.ts";

const body = "register/body/opcc";
const at = "funding/award/a";
const none = {
  funds: [],
  awards: [],
  schedules: [],
  payments: [],
  applications: [],
  services: [],
  budgets: [],
  precepts: [],
  tables: [],
  recoveries: [],
};
const theAward = award().parse({
  id: "a",
  body,
  fund: "funding/fund/f",
  recipient: { name: "x" },
  title: "x",
  amount: "100.10",
  current: "100.10",
  year: "FY2024",
  awarded: "2024-07-01",
});
const paid = (more: object) =>
  payment().parse({
    id: "p",
    award: at,
    amount: "100.10",
    status: "paid",
    released: "100.10",
    paid: "100.10",
    paidOn: "2024-08-01",
    preparedBy: "one",
    releasedBy: "two",
    ...more,
  });
const schedule = (amount: string) =>
  paymentSchedule().parse({
    id: "a",
    award: at,
    instalments: [
      { id: "1", due: "2024-08-01", amount: "50.05" },
      { id: "2", due: "2024-09-01", amount },
    ],
  });
const asked = (more: object) =>
  application().parse({
    id: "p",
    round: "funding/round/r",
    applicant: {},
    title: "x",
    asked: "60",
    own: "10",
    inKind: "5.50",
    match: [{ from: "x", amount: "20", status: "pledged" }],
    partners: [{ name: "x", amount: "4.50" }],
    projectCost: "100",
    ...more,
  });
const service = (more: object) =>
  commissionedService().parse({
    id: "s",
    title: "s",
    body,
    provider: {},
    value: "30",
    years: [
      { year: "FY2024", amount: "10" },
      { year: "FY2025", amount: "20" },
    ],
    charges: [{ year: "FY2024", unit: "calls", quantity: "3", rate: "1.335", amount: "4.01" }],
    ...more,
  });
const theBudget = (more: object) =>
  budget().parse({
    id: "b",
    title: "b",
    body,
    year: "FY2024",
    total: "100",
    revenue: [
      { id: "p", title: "Precept", amount: "60", kind: "precept" },
      { id: "g", title: "Grant", amount: "40", kind: "grant" },
    ],
    expenditure: [
      { id: "x", title: "x", amount: "110" },
      { id: "y", title: "Income", amount: "-10" },
    ],
    ...more,
  });
const table = (cell: object) =>
  allocationTable().parse({
    id: "t",
    title: "t",
    body,
    years: ["FY2024"],
    programmes: [{ id: "p", title: "p" }],
    cells: [{ programme: "p", year: "FY2024", amount: "30", count: 3, each: "10", ...cell }],
  });

const cases: Record<keyof typeof ledgerRules, [right: object, wrong: object]> = {
  "funding/schedule-is-not-award": [
    { awards: [theAward], schedules: [schedule("50.05")] },
    { awards: [theAward], schedules: [schedule("50.06")] },
  ],
  "funding/years-are-not-award": [
    { awards: [{ ...theAward, years: [{ year: "FY2024", amount: "100.10" }] }] },
    { awards: [{ ...theAward, years: [{ year: "FY2024", amount: "100.09" }] }] },
  ],
  "funding/released-above-award": [
    { awards: [theAward], payments: [paid({})] },
    { awards: [theAward], payments: [paid({ released: "100.11" })] },
  ],
  "funding/paid-above-released": [
    { awards: [theAward], payments: [paid({})] },
    { awards: [theAward], payments: [paid({ released: "100.09" })] },
  ],
  "funding/one-person": [{ payments: [paid({})] }, { payments: [paid({ releasedBy: "one" })] }],
  "funding/currency-differs": [
    { awards: [theAward], funds: [fund().parse({ id: "f", title: "f", body, source: "council" })] },
    {
      awards: [theAward],
      funds: [fund().parse({ id: "f", title: "f", body, source: "council", currency: "EUR" })],
    },
  ],
  "funding/project-cost": [
    { applications: [asked({})] },
    { applications: [asked({ projectCost: "100.01" })] },
  ],
  "funding/lines-are-not-request": [
    {
      applications: [asked({ lines: [{ id: "1", title: "x", category: "posts", amount: "60" }] })],
    },
    {
      applications: [
        asked({ lines: [{ id: "1", title: "x", category: "posts", amount: "59.99" }] }),
      ],
    },
  ],
  "funding/service-value": [{ services: [service({})] }, { services: [service({ value: "31" })] }],
  // 3 × £1.335 is £4.005, half a penny goes up.
  "funding/charge": [
    { services: [service({})] },
    {
      services: [
        service({
          charges: [
            { year: "FY2024", unit: "calls", quantity: "3", rate: "1.335", amount: "4.00" },
          ],
        }),
      ],
    },
  ],
  "funding/budget-revenue": [
    { budgets: [theBudget({})] },
    { budgets: [theBudget({ total: "100.01" })] },
  ],
  "funding/budget-expenditure": [
    { budgets: [theBudget({})] },
    { budgets: [theBudget({ expenditure: [{ id: "x", title: "x", amount: "99" }] })] },
  ],
  "funding/precept-differs": [
    {
      budgets: [theBudget({})],
      precepts: [precept().parse({ id: "p", body, year: "FY2024", amount: "60" })],
    },
    {
      budgets: [theBudget({})],
      precepts: [precept().parse({ id: "p", body, year: "FY2024", amount: "61" })],
    },
  ],
  "funding/cell-count": [{ tables: [table({})] }, { tables: [table({ amount: "31" })] }],
  "funding/cell-of-nothing": [{ tables: [table({})] }, { tables: [table({ programme: "q" })] }],
  "funding/recovered-above-demand": [
    {
      recoveries: [
        recovery().parse({
          id: "r",
          award: at,
          amount: "5",
          received: "5",
          reason: "breach",
          demanded: "2025-01-01",
        }),
      ],
    },
    {
      recoveries: [
        recovery().parse({
          id: "r",
          award: at,
          amount: "5",
          received: "5.01",
          reason: "breach",
          demanded: "2025-01-01",
        }),
      ],
    },
  ],
};

describe("checkLedger", () => {
  it.each(Object.entries(cases))("%s", (rule, [right, wrong]) => {
    expect(checkLedger({ ...none, ...right })).toEqual([]);
    expect(checkLedger({ ...none, ...wrong }).map((each) => each.rule)).toContain(rule);
  });
});
