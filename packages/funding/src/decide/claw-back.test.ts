import { exact } from "@moothall/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromPence, toPence } from "../amount.ts";
import { clawBack } from "./claw-back.ts";

describe("clawBack", () => {
  it("is what was paid beyond eligible spend at the rate, and breaches", () => {
    expect(
      clawBack({
        paid: "1200",
        accepted: "1500.01",
        rate: "0.7",
        breaches: [{ condition: "report", amount: "50" }],
        recovered: "100",
      }),
    ).toEqual({
      // 1,500.01 × 0.7 = 1,050.007, rounded once to 1,050.01.
      excess: "149.99",
      breaches: "50.00",
      due: "199.99",
      recovered: "100.00",
      outstanding: "99.99",
    });
  });

  it("does not take unknown spend for nothing", () => {
    expect(clawBack({ paid: "1200", accepted: null })).toMatchObject({
      excess: null,
      due: null,
      outstanding: null,
    });
    expect(clawBack({ paid: "1200", accepted: "0" }).due).toBe("1200.00");
  });

  it("is never negative, and falls as eligible spend rises", () => {
    const pence = fc.integer({ min: 0, max: 10_000_000 }).map((value) => fromPence(BigInt(value)));
    fc.assert(
      fc.property(
        pence,
        pence,
        pence,
        fc.constantFrom("0", "0.333", "0.5", "1"),
        (paid, accepted, more, rate) => {
          const less = toPence(clawBack({ paid, accepted, rate }).due as string);
          const moreSpent = fromPence(toPence(accepted) + toPence(more));
          expect(less).toBeGreaterThanOrEqual(0n);
          expect(
            toPence(clawBack({ paid, accepted: moreSpent, rate }).due as string),
          ).toBeLessThanOrEqual(less);
          expect(exact(paid).compare(exact(fromPence(less)))).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
