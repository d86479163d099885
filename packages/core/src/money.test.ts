import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addMoney,
  compareMoney,
  exact,
  formatMoney,
  groupThousands,
  minorPlaces,
  money,
  moneyOf,
  pounds,
  subtractMoney,
} from "./index.ts";

const pence = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const sterling = (amount: bigint) => moneyOf(exact(amount).div(100n), "GBP");

describe("money", () => {
  it("adds and takes away to the penny", () => {
    fc.assert(
      fc.property(fc.array(pence), (amounts) => {
        const total = amounts.reduce((sum, each) => sum + each, 0n);
        expect(addMoney(amounts.map(sterling))).toEqual(sterling(total));
      }),
    );
    fc.assert(
      fc.property(pence, pence, (left, right) => {
        expect(subtractMoney(sterling(left), sterling(right))).toEqual(sterling(left - right));
        expect(Math.sign(compareMoney(sterling(left), sterling(right)))).toBe(
          left < right ? -1 : left > right ? 1 : 0,
        );
      }),
    );
    expect(addMoney([])).toEqual({ amount: "0.00", currency: "GBP" });
    expect(addMoney([], "JPY")).toEqual({ amount: "0", currency: "JPY" });
  });

  it("rounds a sum once, not its parts", () => {
    expect(addMoney([pounds("0.004"), pounds("0.004")]).amount).toBe("0.01");
  });

  it("refuses to put currencies together", () => {
    const euros = { amount: "1.00", currency: "EUR" };
    const mixed = expect.objectContaining({ code: "core/mixed-currencies" });
    expect(() => addMoney([pounds("1.00"), euros])).toThrow(mixed);
    expect(() => subtractMoney(euros, pounds("1.00"))).toThrow(mixed);
    expect(() => compareMoney(euros, pounds("1.00"))).toThrow(mixed);
  });

  it("is written as a reader writes it", () => {
    expect(formatMoney(pounds("121229"))).toBe("£121,229.00");
    expect(formatMoney(pounds("-1234567.895"))).toBe("-£1,234,567.90");
    expect(formatMoney(pounds("-0.001"))).toBe("£0.00");
    expect(formatMoney({ amount: "1500", currency: "JPY" })).toBe("1,500 JPY");
    expect(formatMoney({ amount: "1.5", currency: "KWD" })).toBe("1.500 KWD");
    expect(formatMoney({ amount: "12.5", currency: "EUR" })).toBe("€12.50");
    expect(["GBP", "JPY", "BHD"].map(minorPlaces)).toEqual([2, 0, 3]);
  });

  it("groups thousands and changes no digit", () => {
    fc.assert(
      fc.property(fc.bigInt(), (value) => {
        const text = groupThousands(value.toString());
        expect(BigInt(text.replaceAll(",", ""))).toBe(value);
        expect(text).toMatch(/^-?[0-9]{1,3}(?:,[0-9]{3})*$/);
      }),
    );
    expect(groupThousands("1234567.8901")).toBe("1,234,567.8901");
  });

  it("refuses floats, unknown fields and codes that are none", () => {
    expect(money().parse({ amount: "1.50" })).toEqual(pounds("1.50"));
    for (const bad of [
      { amount: 1.5 },
      { amount: "1.50", currency: "gbp" },
      { amount: "£1.50" },
      { amount: "1.50", note: "x" },
    ]) {
      expect(money().safeParse(bad).success).toBe(false);
    }
  });
});
