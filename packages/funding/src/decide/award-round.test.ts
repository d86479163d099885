import { isMoothallError } from "@moothall/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromPence, toPence, total } from "../amount.ts";
import { type Application, application } from "../resources/application.ts";
import { type AwardRoundInput, awardRound } from "./award-round.ts";
import type { Ceiling } from "./ceilings-of.ts";

const apply = (id: string, asked: string, more: Partial<Application> = {}): Application =>
  application().parse({
    id,
    round: "funding/round/opcc.2024-1",
    applicant: { name: id },
    title: id,
    asked,
    ...more,
  });
const ceiling = (amount: string, used = "0", category?: string): Ceiling => ({
  id: category === undefined ? "round" : `category.${category}`,
  title: category ?? "Round",
  ceiling: amount,
  used,
  ...(category !== undefined && { category }),
});
const decide = (
  applications: Application[],
  ceilings: Ceiling[],
  more: Partial<AwardRoundInput> = {},
) =>
  awardRound({
    round: { tieRule: "decision-maker", cutRule: "stop", minimum: undefined },
    applications,
    assessments: [],
    ceilings,
    ...more,
  });
const names = (list: readonly { readonly application: string }[]) =>
  list.map((each) => each.application);

describe("awardRound", () => {
  it("goes down the ranking to the ceiling, to the penny", () => {
    const list = [
      apply("a", "60.00", { agreedScore: "8" }),
      apply("b", "40.00", { agreedScore: "9" }),
    ];
    expect(names(decide(list, [ceiling("100.00")]).awards)).toEqual(["b", "a"]);
    const short = decide(list, [ceiling("99.99")]);
    expect(names(short.awards)).toEqual(["b"]);
    expect(short.cut).toEqual({ rank: 2, ceiling: "round" });
    expect(short.refused[0]?.reason).toContain("£59.99 is left");
  });

  it("gives nothing lower down what was refused higher up, unless the round says so", () => {
    const list = [
      apply("a", "80.00", { agreedScore: "9" }),
      apply("b", "50.00", { agreedScore: "8" }),
      apply("c", "10.00", { agreedScore: "7" }),
    ];
    expect(names(decide(list, [ceiling("100")]).awards)).toEqual(["a"]);
    const over = decide(list, [ceiling("100")], {
      round: { tieRule: "decision-maker", cutRule: "pass-over", minimum: undefined },
    });
    expect(names(over.awards)).toEqual(["a", "c"]);
    const part = decide(list, [ceiling("100")], {
      round: { tieRule: "decision-maker", cutRule: "part", minimum: undefined },
    });
    expect(part.awards.map(({ application: id, amount }) => [id, amount])).toEqual([
      ["a", "80.00"],
      ["b", "20.00"],
    ]);
  });

  it("leaves a tie at the cut line to the decision-maker, or separates it by the rule", () => {
    const list = [
      apply("a", "60", { agreedScore: "5", received: "2024-05-02T10:00:00Z" }),
      apply("b", "50", { agreedScore: "5", received: "2024-05-02T10:30:00+01:00" }),
      apply("c", "1", { agreedScore: "4" }),
    ];
    const open = decide(list, [ceiling("100")]);
    expect(names(open.held)).toEqual(["a", "b"]);
    expect(open.awards).toEqual([]);
    expect(names(open.refused)).toEqual(["c"]);
    const by = (tieRule: "earliest-received" | "smallest-amount") =>
      names(
        decide(list, [ceiling("100")], { round: { tieRule, cutRule: "stop", minimum: undefined } })
          .awards,
      );
    // 10:30 in summer time is 9:30 in UTC.
    expect(by("earliest-received")).toEqual(["b"]);
    expect(by("smallest-amount")).toEqual(["b"]);
    expect(names(decide(list, [ceiling("111")]).awards)).toEqual(["a", "b", "c"]);
  });

  it("ranks on exact scores, the mean over assessors", () => {
    const scores = (...values: string[]) =>
      values.map((score, index) => ({
        criterion: "need",
        assessor: `officer-${index}`,
        score,
        weight: "1",
      }));
    const list = [
      apply("a", "1", { scores: scores("3", "3", "4") }),
      apply("b", "1", { scores: scores("3.3333", "3.3333", "3.3334") }),
    ];
    const ranks = decide(list, []).awards.map(({ application: id, rank, score }) => [
      id,
      rank,
      score,
    ]);
    expect(ranks).toEqual([
      ["a", 1, "10/3"],
      ["b", 1, "10/3"],
    ]);
  });

  it("holds what nobody has scored and what is open, and refuses what fails", () => {
    const list = [
      apply("a", "1"),
      apply("b", "1", {
        agreedScore: "1",
        conflicts: [{ post: "Grants officer", nature: "Trustee", handled: "open" }],
      }),
      apply("c", "1", { agreedScore: "1" }),
    ];
    const result = decide(list, [], {
      assessments: [
        {
          application: "funding/application/c",
          round: "funding/round/x",
          eligible: false,
          results: [
            { id: "cctv", rule: "excludes", passes: false, message: "CCTV.", evidence: {} },
          ],
        },
      ],
    });
    expect(names(result.held)).toEqual(["a", "b"]);
    expect(result.refused).toEqual([{ application: "c", reason: "CCTV." }]);
  });

  it("takes what is settled first and refuses a settlement that does not fit", () => {
    const list = [apply("a", "60"), apply("b", "40", { agreedScore: "9" })];
    const settled = [{ application: "a", amount: "60", reason: "Urgent." }];
    expect(names(decide(list, [ceiling("100")], { settled }).awards)).toEqual(["a", "b"]);
    try {
      decide(list, [ceiling("59.99")], { settled });
      expect.unreachable();
    } catch (error) {
      expect(isMoothallError(error) && error.code).toBe("funding/ceiling-reached");
    }
  });

  it("never exceeds any ceiling, whatever is asked, and decides every application once", () => {
    const pence = fc.integer({ min: 1, max: 5000 }).map((value) => fromPence(BigInt(value)));
    const one = fc.record({
      asked: pence,
      score: fc.integer({ min: 0, max: 5 }),
      category: fc.constantFrom("x", "y"),
    });
    fc.assert(
      fc.property(
        fc.array(one, { maxLength: 12 }),
        pence,
        pence,
        pence,
        fc.constantFrom("stop", "pass-over", "part" as const),
        fc.constantFrom("decision-maker", "earliest-received", "smallest-amount" as const),
        (asks, whole, ofX, used, cutRule, tieRule) => {
          const list = asks.map(({ asked, score, category }, index) =>
            apply(`a${index}`, asked, { agreedScore: String(score), category }),
          );
          const result = decide(
            list,
            [ceiling(whole, toPence(used) < toPence(whole) ? used : "0"), ceiling(ofX, "0", "x")],
            {
              round: {
                cutRule: cutRule as "stop",
                tieRule: tieRule as "decision-maker",
                minimum: undefined,
              },
            },
          );
          for (const each of result.ceilings)
            expect(toPence(each.used)).toBeLessThanOrEqual(toPence(each.ceiling));
          const start = toPence(used) < toPence(whole) ? toPence(used) : 0n;
          expect(
            toPence(total(result.awards.map((each) => each.amount))) + start,
          ).toBeLessThanOrEqual(toPence(whole));
          const all = [...names(result.awards), ...names(result.refused), ...names(result.held)];
          expect(all.toSorted()).toEqual(list.map((each) => each.id).toSorted());
        },
      ),
    );
  });
});
