import { describe, expect, it } from "vitest";
import { agreement } from "../resources/agreement.ts";
import { award } from "../resources/award.ts";
import { condition } from "../resources/condition.ts";
import { monitoringReturn } from "../resources/monitoring-return.ts";
import { payment } from "../resources/payment.ts";
import { recovery } from "../resources/recovery.ts";
import { round } from "../resources/round.ts";
import { checkCourse, type courseRules } from "./check-course.ts";

const body = "register/body/opcc";
const at = "funding/award/a";
const none = {
  rounds: [],
  awards: [],
  agreements: [],
  payments: [],
  returns: [],
  conditions: [],
  recoveries: [],
};
const make = (id: string, more: object = {}) =>
  award().parse({
    id,
    body,
    recipient: { name: "Hall" },
    title: "Evenings",
    amount: "5",
    current: "5",
    year: "FY2024",
    awarded: "2024-07-01",
    application: `funding/application/${id}`,
    ...more,
  });
const back = (more: object) =>
  monitoringReturn().parse({ id: "r", award: at, period: "2024-08", due: "2024-09-01", ...more });
const paid = (paidOn: string) =>
  payment().parse({
    id: "p",
    award: at,
    amount: "5",
    released: "5",
    status: "paid",
    paid: "5",
    paidOn,
  });
const signed = agreement().parse({ id: "a", award: at, signed: "2024-07-10" });
const until = (more: object) =>
  condition().parse({
    id: "c",
    award: at,
    text: "x",
    predicate: { rule: "evidence" },
    due: "2024-09-01",
    ...more,
  });
const demand = (more: object) =>
  recovery().parse({
    id: "r",
    award: at,
    amount: "5",
    reason: "breach",
    demanded: "2024-08-01",
    due: "2024-09-01",
    ...more,
  });

const decided = (day: string) =>
  round().parse({ id: "r", title: "First", body, year: "FY2024", decided: day });

const cases: Record<keyof typeof courseRules, [right: object, wrong: object]> = {
  "funding/return-overdue": [{ returns: [back({ due: "2024-09-02" })] }, { returns: [back({})] }],
  "funding/return-undecided": [
    {
      returns: [back({ received: "2024-08-01", accepted: { date: "2024-08-02", eligible: "5" } })],
    },
    { returns: [back({ received: "2024-08-01" })] },
  ],
  "funding/condition-overdue": [
    { conditions: [until({ met: { date: "2024-08-01", evidence: "x" } })] },
    { conditions: [until({})] },
  ],
  "funding/paid-before-agreement": [
    { awards: [make("a")], agreements: [signed], payments: [paid("2024-07-10")] },
    { awards: [make("a")], agreements: [signed], payments: [paid("2024-07-09")] },
  ],
  "funding/paid-before-award": [
    { awards: [make("a")], payments: [paid("2024-07-01")] },
    { awards: [make("a")], payments: [paid("2024-06-30")] },
  ],
  "funding/awarded-after-end": [
    { awards: [make("a", { ends: "2024-07-01" })] },
    { awards: [make("a", { ends: "2024-06-30" })] },
  ],
  "funding/decided-after-year": [
    { rounds: [decided("2025-03-31")] },
    { rounds: [decided("2025-04-01")] },
  ],
  "funding/recovery-overdue": [
    { recoveries: [demand({ received: "5" })] },
    { recoveries: [demand({ received: "4.99" })] },
  ],
  "funding/two-records": [
    { awards: [make("a"), make("b", { regrantOf: at }), make("c", { amount: "6", current: "6" })] },
    { awards: [make("a"), make("b", { title: "EVENINGS " })] },
  ],
  "funding/application-awarded-twice": [
    { awards: [make("a"), make("b", { title: "x" })] },
    { awards: [make("a"), make("b", { title: "x", application: "funding/application/a" })] },
  ],
};

describe("checkCourse", () => {
  it.each(Object.entries(cases))("%s", (rule, [right, wrong]) => {
    const rules = (records: object) =>
      checkCourse({ ...none, ...records }, "2024-09-02").map((each) => each.rule);
    expect(rules(right)).toEqual([]);
    expect(rules(wrong)).toEqual([rule]);
  });
});
