import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decimal,
  exact,
  greatest,
  isDecimal,
  least,
  nonNegativeDecimal,
  ratio,
  sum,
  toDecimal,
  toExactText,
} from "./index.ts";

const someDecimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }))
  .map(([digits, places]) => {
    const sign = digits < 0n ? "-" : "";
    const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, "0");
    return places === 0
      ? `${sign}${text}`
      : `${sign}${text.slice(0, -places)}.${text.slice(-places)}`;
  });

/** n/d at so many places, half away from zero, in whole numbers only. */
function halfUp(n: bigint, d: bigint, places: number): bigint {
  const negative = n < 0n !== d < 0n;
  const numerator = (n < 0n ? -n : n) * 10n ** BigInt(places);
  const denominator = d < 0n ? -d : d;
  const rounded = (2n * numerator + denominator) / (2n * denominator);
  return negative ? -rounded : rounded;
}

const asWhole = (text: string): bigint => BigInt(text.replace(".", ""));

describe("reading", () => {
  it("takes plain decimals and nothing else", () => {
    for (const good of ["0", "-0", "12", "-12.50", "0.1", "121229.00", "9".repeat(30)]) {
      expect(isDecimal(good)).toBe(true);
      expect(decimal().safeParse(good).success).toBe(true);
    }
    for (const bad of [
      "",
      "1.",
      ".5",
      "01",
      "1e3",
      "1,000",
      "£5",
      " 1",
      "1\n",
      "+1",
      "NaN",
      "9".repeat(31),
      "١",
    ]) {
      expect(isDecimal(bad)).toBe(false);
      expect(() => exact(bad)).toThrow(expect.objectContaining({ code: "core/bad-input" }));
    }
    for (const bad of [1, null, undefined, 1n]) expect(isDecimal(bad)).toBe(false);
    expect(nonNegativeDecimal().safeParse("-0.01").success).toBe(false);
    expect(nonNegativeDecimal().safeParse("-0.00").success).toBe(true);
  });

  it("is exact where binary floats are not", () => {
    expect(toExactText(exact("0.1").add(exact("0.2")))).toBe("0.3");
    expect(toExactText(sum(Array.from({ length: 1000 }, () => exact("0.001"))))).toBe("1");
    expect(toDecimal(exact("90071992547409930.01"), 2)).toBe("90071992547409930.01");
  });
});

describe("writing", () => {
  it.each([
    ["0.005", 2, "0.01"],
    ["-0.005", 2, "-0.01"],
    ["-0.004", 2, "0.00"],
    ["1.005", 2, "1.01"],
    ["2.5", 0, "3"],
    ["-2.5", 0, "-3"],
    ["999.995", 2, "1000.00"],
    ["12", 3, "12.000"],
  ])("rounds %s at %i places to %s", (value, places, written) => {
    expect(toDecimal(exact(value), places)).toBe(written);
  });

  it("truncates towards zero where asked", () => {
    expect(toDecimal(exact("0.999"), 2, "truncate")).toBe("0.99");
    expect(toDecimal(exact("-0.999"), 2, "truncate")).toBe("-0.99");
    expect(toDecimal(exact("-0.001"), 2, "truncate")).toBe("0.00");
  });

  it("agrees with whole-number arithmetic for every ratio", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        fc.integer({ min: 0, max: 8 }),
        (n, d, places) => {
          expect(asWhole(toDecimal(ratio(n, d), places))).toBe(halfUp(n, d, places));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("gives every decimal back in full", () => {
    fc.assert(
      fc.property(someDecimal, (text) => {
        const value = exact(text);
        expect(exact(toExactText(value)).compare(value)).toBe(0);
        const places = text.includes(".") ? text.length - text.indexOf(".") - 1 : 0;
        expect(toDecimal(value, places)).toBe(/^-[0.]+$/.test(text) ? text.slice(1) : text);
      }),
    );
    expect(toExactText(ratio(1n, 3n))).toBe("1/3");
    expect(toExactText(ratio(-2n, 6n))).toBe("-1/3");
    expect(toExactText(ratio(1n, 8n))).toBe("0.125");
    expect(toExactText(exact("0.0"))).toBe("0");
  });

  it("finds the least and the greatest by value, not by text", () => {
    const values = ["10", "9.5", "-3", "10.01"].map(exact);
    expect(toExactText(least(values))).toBe("-3");
    expect(toExactText(greatest(values))).toBe("10.01");
  });
});
