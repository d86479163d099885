import { describe, expect, it } from "vitest";
import { type Award, awardSchema } from "../resources/award.ts";
import {
  type Contract,
  contractChangeSchema,
  contractSchema,
  kpiPerformanceSchema,
  kpiSchema,
} from "../resources/contract.ts";
import { type ClockFacts, clock } from "./clock.ts";

const award = (fields: object = {}): Award =>
  awardSchema().parse({
    id: "a",
    title: "Works",
    body: "register/body/opcc",
    supplier: "Example Ltd",
    status: "active",
    summariesSent: "2026-03-01T12:00:00Z",
    published: "2026-03-02",
    ...fields,
  });

const contract = (fields: object = {}): Contract =>
  contractSchema().parse({
    id: "c",
    title: "Works",
    body: "register/body/opcc",
    award: "procurement/award/a",
    supplier: "Example Ltd",
    status: "active",
    regime: "procurement-act-2023",
    aboveThreshold: true,
    value: { amount: "300000" },
    signed: "2026-03-12",
    ...fields,
  });

const duties = (facts: Partial<ClockFacts>) =>
  clock({
    asAt: "2026-03-20",
    nation: "england",
    months: 6,
    awards: [],
    contracts: [],
    changes: [],
    kpis: [],
    performances: [],
    ...facts,
  }).map(({ duty, due, status }) => [duty, due, status]);

describe("clock", () => {
  it("follows the order: summaries, award notice, standstill, contract, details", () => {
    expect(duties({ awards: [award()], contracts: [contract()] })).toEqual([
      ["assessment-summaries", "2026-03-02", "on-time"],
      ["standstill", "2026-03-11", "on-time"],
      // 30 days that begin with 12 March 2026 end on 10 April.
      ["contract-details-notice", "2026-04-10", "due"],
    ]);
  });

  it("finds a contract signed on the last day of standstill", () => {
    const found = duties({ awards: [award()], contracts: [contract({ signed: "2026-03-11" })] });
    expect(found).toContainEqual(["standstill", "2026-03-11", "late"]);
  });

  it("tells in time, done late and late", () => {
    const status = (notices: object[], asAt: string) =>
      duties({ contracts: [contract({ notices })], asAt }).find(
        ([duty]) => duty === "contract-details-notice",
      )?.[2];
    expect(status([{ type: "UK7", published: "2026-04-10" }], "2026-05-01")).toBe("on-time");
    expect(status([{ type: "UK7", published: "2026-04-11" }], "2026-05-01")).toBe("done-late");
    expect(status([], "2026-04-10")).toBe("due");
    expect(status([], "2026-04-11")).toBe("late");
  });

  it("gives light touch contracts 120 days and no standstill", () => {
    const found = duties({ awards: [award()], contracts: [contract({ lightTouch: true })] });
    expect(found).toEqual([
      ["assessment-summaries", "2026-03-02", "on-time"],
      ["contract-details-notice", "2026-07-09", "due"],
    ]);
  });

  it("asks three indicators and a copy of a contract above five million, a copy in England only", () => {
    const large = contract({ value: { amount: "5000000.01" } });
    const kpis = ["1", "2"].map((id) =>
      kpiSchema().parse({
        id,
        contract: "procurement/contract/c",
        title: id,
        published: "2026-03-13",
      }),
    );
    const performances = [
      kpiPerformanceSchema().parse({
        id: "p",
        kpi: "procurement/kpi/1",
        contract: "procurement/contract/c",
        period: "2026",
        value: "9",
        rating: "good",
        published: "2027-03-11",
      }),
    ];
    const found = duties({ contracts: [large], kpis, performances, asAt: "2027-03-20" });
    expect(found).toContainEqual(["kpis", "2026-04-10", "late"]);
    expect(found).toContainEqual(["contract-copy", "2026-06-09", "late"]);
    expect(found).toContainEqual(["performance-notice", "2027-03-11", "on-time"]);
    expect(found).toContainEqual(["performance-notice", "2028-03-11", "due"]);
    const wales = duties({ contracts: [large], nation: "wales" }).map(([duty]) => duty);
    expect(wales).not.toContain("contract-copy");
    const exactly = duties({ contracts: [contract({ value: { amount: "5000000" } })] });
    expect(exactly.map(([duty]) => duty)).not.toContain("kpis");
  });

  it("wants the change notice before the change, and the termination notice within 30 days", () => {
    const changes = [
      contractChangeSchema().parse({
        id: "x",
        contract: "procurement/contract/c",
        made: "2026-03-18",
        reason: "More work",
        noticePublished: "2026-03-18",
      }),
    ];
    const ended = contract({ ended: "2026-03-19", status: "terminated" });
    const found = duties({ contracts: [ended], changes });
    expect(found).toContainEqual(["change-notice", "2026-03-17", "done-late"]);
    expect(found).toContainEqual(["termination-notice", "2026-04-17", "due"]);
  });

  it("wants payments compliance every half-year, within 30 days that begin with its last day", () => {
    const notices = [{ type: "UK17", published: "2026-04-29", periodEnd: "2026-03-31" }];
    const found = duties({ contracts: [contract({ notices })], asAt: "2026-11-01" });
    expect(found.filter(([duty]) => duty === "payments-compliance-notice")).toEqual([
      ["payments-compliance-notice", "2026-04-29", "on-time"],
      ["payments-compliance-notice", "2026-10-29", "late"],
    ]);
  });

  it("says which contracts are about to expire, with the extensions that were taken", () => {
    const old = { regime: undefined, aboveThreshold: undefined, period: "2024-05-01/2026-04-30" };
    const expiry = (fields: object, asAt = "2026-03-20") =>
      duties({ contracts: [contract({ ...old, ...fields })], asAt });
    expect(expiry({})).toEqual([["expiry", "2026-04-30", "due"]]);
    expect(expiry({}, "2026-05-01")).toEqual([["expiry", "2026-04-30", "late"]]);
    expect(expiry({}, "2025-01-01")).toEqual([]);
    expect(expiry({ extensions: [{ months: 12, taken: "2026-02-01" }, { months: 12 }] })).toEqual(
      [],
    );
    expect(expiry({ status: "terminated" })).toEqual([]);
    expect(expiry({ period: "2024-05-01/.." })).toEqual([]);
  });
});
