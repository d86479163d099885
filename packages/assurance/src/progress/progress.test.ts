import type { Reference } from "@moothall/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkedRecord } from "./linked-record.ts";
import { progress } from "./progress.ts";
import { targetProgress } from "./target-progress.ts";
import { traceObjective } from "./trace-objective.ts";

const objective: Reference = "register/objective/o.1";
const plan: Reference = "register/plan/p";

const initiative = linkedRecord("assurance/initiative/i", {
  title: "Kits against bleeding",
  status: "complete",
  objectives: [objective],
  partners: ["register/body/b"],
  money: ["funding/award/a", "procurement/contract/c"],
  meetings: ["meetings/paper/m"],
});
const award = linkedRecord("funding/award/a", {
  title: "Grant",
  current: "500.00",
  objectives: [objective],
});
const contract = linkedRecord("procurement/contract/c", {
  title: "Contract",
  value: { amount: "100.10", currency: "GBP" },
});
const paper = linkedRecord("meetings/paper/m", { title: "Report", value: "12" });
const all = [
  initiative,
  award,
  contract,
  paper,
  linkedRecord("register/area/x", { name: "X", o: objective }),
];

describe("traceObjective", () => {
  it("finds what names the objective and what an initiative leads to, each once", () => {
    expect(
      traceObjective(objective, all).map(({ reference, group, through }) => [
        reference,
        group,
        through,
      ]),
    ).toEqual([
      ["assurance/initiative/i", "initiatives", null],
      ["funding/award/a", "money", null],
      ["procurement/contract/c", "contracts", "assurance/initiative/i"],
      ["meetings/paper/m", "meetings", "assurance/initiative/i"],
    ]);
  });

  it("takes no figure of another domain for money", () => {
    const metric = linkedRecord("safeguarding/observation/x", { value: "61.7" });
    expect([metric.amount, paper.amount, award.amount]).toEqual([null, null, "500.00"]);
    const round = linkedRecord("funding/round/r", { ceiling: "150000" });
    expect([round.amount, round.ceiling]).toEqual([null, "150000"]);
    expect(
      linkedRecord("procurement/contract/e", { value: { amount: "1", currency: "EUR" } }).amount,
    ).toBeNull();
  });
});

describe("progress", () => {
  const input = (records: readonly ReturnType<typeof linkedRecord>[]) => ({
    plan: { reference: plan, title: "Plan" },
    objectives: [
      { reference: "register/objective/o.2" as const, number: 2, text: "Second" },
      { reference: objective, number: 1, text: "First" },
    ],
    records,
  });

  it("gathers by objective in their order, with the money exact to the penny", () => {
    const { lines } = progress(input(all));
    expect(
      lines.map(({ number, total, unknownAmounts }) => [number, total, unknownAmounts]),
    ).toEqual([
      [1, "600.10", 0],
      [2, null, 0],
    ]);
  });

  it("counts an award and the contract that it refers to as one sum, and says what is not known", () => {
    const service = linkedRecord("funding/commissioned-service/s", {
      title: "Service",
      value: "600.00",
      objectives: [objective],
      procurement: "procurement/contract/d",
    });
    const same = linkedRecord("procurement/contract/d", {
      value: { amount: "500.00" },
      objectives: [objective],
    });
    const open = linkedRecord("funding/award/u", { title: "Not told", objectives: [objective] });
    const [first] = progress(input([service, same, open])).lines;
    expect([first?.total, first?.unknownAmounts]).toEqual(["600.00", 1]);
  });

  it("adds what has no numbered objective by the priority that a paper names", () => {
    const loose = (id: string, priority?: string) =>
      linkedRecord(`assurance/initiative/${id}`, {
        title: id,
        plan,
        ...(priority && { priority }),
      });
    const told = progress(input([...all, loose("b", "Roads"), loose("a", "Roads"), loose("z")]));
    expect(told.lines.at(-1)).toMatchObject({ objective: null, number: null, text: "Roads" });
    expect(told.lines.at(-1)?.serving.initiatives.map(({ title }) => title)).toEqual(["a", "b"]);
    expect(told.unplaced.map(({ title }) => title)).toEqual(["z"]);
  });

  it("does not hang on the order of the records", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(progress(input(shuffled))).toEqual(progress(input(all)));
      }),
    );
  });
});

describe("targetProgress", () => {
  // The report of 23 June 2022, paragraphs 3.11 and 3.16.
  it.each([
    [
      { achieved: "20", target: "100" },
      { aim: "100", remaining: "80", share: "20.0", met: false },
    ],
    [
      { achieved: "158", toCome: "125" },
      { aim: "283", remaining: "125", share: "55.8", met: false },
    ],
    [{ achieved: "2482" }, { aim: null, remaining: null, share: null, met: null }],
    [
      { achieved: "7", target: "5" },
      { aim: "5", remaining: "0", share: "140.0", met: true },
    ],
    [
      { achieved: "15", target: "20", baseline: "10" },
      { aim: "20", remaining: "5", share: "50.0", met: false },
    ],
    [
      { achieved: "5", target: "5", baseline: "5" },
      { aim: "5", remaining: "0", share: null, met: true },
    ],
    [{ target: "5" }, { aim: "5", achieved: null, remaining: null, share: null, met: null }],
  ])("tells %j as %j", (given, told) => {
    expect(targetProgress({ id: "t", measure: "m", ...given })).toMatchObject(told);
  });
});
