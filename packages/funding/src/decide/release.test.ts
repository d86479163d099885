import { isMoothallError } from "@moothall/core";
import { describe, expect, it } from "vitest";
import { agreement } from "../resources/agreement.ts";
import { award } from "../resources/award.ts";
import { condition } from "../resources/condition.ts";
import { monitoringReturn } from "../resources/monitoring-return.ts";
import type { Payment } from "../resources/payment.ts";
import { paymentSchedule } from "../resources/payment-schedule.ts";
import { type ReleaseInput, release } from "./release.ts";

const at = "funding/award/opcc.hall";
const theAward = award().parse({
  id: "opcc.hall",
  body: "register/body/opcc",
  recipient: { name: "Hall" },
  title: "Evenings",
  amount: "2400",
  current: "2400",
  year: "FY2024",
  awarded: "2024-07-01",
});
const conditions = [
  condition().parse({
    id: "signed",
    award: at,
    text: "Signed",
    predicate: { rule: "agreement-signed" },
  }),
  condition().parse({
    id: "reports",
    award: at,
    text: "Two reports",
    predicate: { rule: "returns-accepted", count: 2 },
  }),
];
const schedule = paymentSchedule().parse({
  id: "opcc.hall",
  award: at,
  instalments: [
    { id: "1", due: "2024-08-01", amount: "1200", gates: ["funding/condition/signed"] },
    {
      id: "2",
      due: "2025-02-01",
      amount: "1200",
      gates: ["funding/condition/signed", "funding/condition/reports"],
    },
    { id: "3", due: "2025-03-01", amount: "0.01" },
  ],
});
const signed = agreement().parse({ id: "opcc.hall", award: at, signed: "2024-07-10" });
const accepted = (id: string) =>
  monitoringReturn().parse({
    id,
    award: at,
    period: "2024-08",
    due: "2024-09-01",
    accepted: { date: "2024-09-10", eligible: "100" },
  });

const input = (more: Partial<ReleaseInput> = {}): ReleaseInput => ({
  award: theAward,
  schedule,
  instalment: "1",
  conditions,
  agreements: [signed],
  returns: [],
  payments: [],
  caller: "first",
  today: "2025-02-02",
  now: "2025-02-02T10:00:00Z",
  ...more,
});
const codeOf = (more: Partial<ReleaseInput>) => {
  try {
    release(input(more));
  } catch (error) {
    return isMoothallError(error) ? error.code : error;
  }
  return undefined;
};

describe("release", () => {
  it("says which gates are closed, and why", () => {
    const result = release(input({ instalment: "2", agreements: [], returns: [accepted("r1")] }));
    expect(result.state).toBe("blocked");
    expect(result.payment).toBeUndefined();
    expect(result.gates.map(({ open, reason }) => [open, reason])).toEqual([
      [false, "The agreement is not signed."],
      [false, "1 of 2 monitoring returns are accepted."],
    ]);
  });

  it("prepares for one person and releases for another, never for the same", () => {
    const prepared = release(input());
    expect(prepared).toMatchObject({
      state: "prepared",
      payment: { status: "prepared", preparedBy: "first", amount: "1200" },
    });
    const payments = [prepared.payment as Payment];
    expect(codeOf({ payments })).toBe("funding/second-person-needed");
    const released = release(input({ payments, caller: "second" }));
    expect(released).toMatchObject({
      state: "released",
      payment: { status: "released", released: "1200", preparedBy: "first", releasedBy: "second" },
    });
    expect(codeOf({ payments: [released.payment as Payment], caller: "third" })).toBe(
      "funding/already-released",
    );
  });

  it("does not release what nobody is known to have prepared", () => {
    const { preparedBy: _, ...payment } = release(input()).payment as Payment;
    expect(codeOf({ payments: [payment], caller: "second" })).toBe("funding/second-person-needed");
  });

  it("looks at the gates again when the second person comes", () => {
    const payments = [release(input()).payment as Payment];
    const breached = conditions.with(0, {
      ...conditions[0],
      breached: { date: "2025-01-01", reason: "Left", amount: "0" },
    } as never);
    expect(release(input({ payments, caller: "second", conditions: breached })).state).toBe(
      "blocked",
    );
  });

  it("opens by evidence of its day, by waiver, and never for a condition that is not there", () => {
    const states = (gate: object) =>
      release(
        input({
          conditions: [{ ...conditions[0], predicate: { rule: "evidence" }, ...gate } as never],
        }),
      ).state;
    expect(states({})).toBe("blocked");
    expect(states({ met: { date: "2025-02-03", evidence: "Seen" } })).toBe("blocked");
    expect(states({ met: { date: "2025-02-01", evidence: "Seen" } })).toBe("prepared");
    expect(states({ waived: { date: "2025-02-01", reason: "Not needed" } })).toBe("prepared");
    expect(release(input({ conditions: [] })).gates[0]?.reason).toBe(
      "The condition is not recorded.",
    );
  });

  it("never goes above the award by a penny", () => {
    const one = {
      ...(release(input()).payment as Payment),
      status: "paid" as const,
      paid: "1200",
      paidOn: "2024-08-02",
    };
    const two = { ...one, id: "opcc.hall.2" };
    expect(codeOf({ payments: [one, two], instalment: "3" })).toBe("funding/above-award");
    expect(codeOf({ instalment: "9" })).toBe("funding/unknown-instalment");
  });

  it("stops with a withdrawn award", () => {
    const withdrawn = { ...theAward, withdrawn: { date: "2024-08-01", reason: "Closed" } };
    expect(release(input({ award: withdrawn })).state).toBe("blocked");
  });
});
