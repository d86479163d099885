import { exact, ratio, toExactText } from "@moothall/core";
import { describe, expect, it } from "vitest";
import { fencesOf, quantile } from "./fences.ts";

const numbers = (...values: readonly number[]) => values.map((value) => exact(String(value)));

describe("quantile", () => {
  // R: quantile(c(1,2,4,7,11), c(.25,.5,.75), type = 8) gives 5/3, 4, 25/3.
  it("is R's type 8", () => {
    const sorted = numbers(1, 2, 4, 7, 11);
    const at = (share: [bigint, bigint]) => toExactText(quantile(sorted, ratio(...share)));
    expect(at([1n, 4n])).toBe("5/3");
    expect(at([1n, 2n])).toBe("4");
    expect(at([3n, 4n])).toBe("25/3");
  });
});

describe("fencesOf", () => {
  it("reaches one and a half times the spread beyond the quartiles", () => {
    const fences = fencesOf(numbers(11, 1, 4, 2, 7));
    expect(toExactText(fences?.upper ?? exact("0"))).toBe("55/3");
    expect(toExactText(fences?.lower ?? exact("0"))).toBe("-25/3");
  });

  it("says nothing of three values", () => {
    expect(fencesOf(numbers(1, 2, 3))).toBeUndefined();
  });
});
