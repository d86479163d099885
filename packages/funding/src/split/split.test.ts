import { exact, isMoothallError } from "@moothall/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toPence, total as totalOf } from "../amount.ts";
import { type SplitInput, split, splitTable } from "./split.ts";

const pounds = fc
  .bigInt({ min: -(10n ** 11n), max: 10n ** 11n })
  .map((pence) => {
    const size = pence < 0n ? -pence : pence;
    return `${pence < 0n ? "-" : ""}${size / 100n}.${String(size % 100n).padStart(2, "0")}`;
  })
  .filter((text) => text !== "-0.00");
const weight = fc.oneof(
  fc.integer({ min: 0, max: 50 }).map(String),
  fc
    .integer({ min: 1, max: 9999 })
    .map((value) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, "0")}`),
);
const partners = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 })
  .chain((ids) => fc.tuple(...ids.map((id) => weight.map((each) => ({ id, weight: each })))))
  .filter((list) => list.some((each) => exact(each.weight).compare(0n) > 0));
const times = fc
  .array(weight, { minLength: 1, maxLength: 10 })
  .filter((list) => list.some((each) => exact(each).compare(0n) > 0));

const codeOf = (call: () => unknown) => {
  try {
    call();
  } catch (error) {
    return isMoothallError(error) ? error.code : error;
  }
  return undefined;
};

describe("split", () => {
  it("gives the penny left over to the first id where remainders are equal", () => {
    const input: SplitInput = {
      total: "1000.00",
      partners: [
        { id: "a", weight: "1" },
        { id: "b", weight: "1" },
        { id: "c", weight: "1" },
      ],
    };
    expect(split(input)).toEqual({
      shares: [
        { id: "a", amount: "333.34" },
        { id: "b", amount: "333.33" },
        { id: "c", amount: "333.33" },
      ],
    });
  });

  it("divides the 2012–13 Home Office fund's £66,000 by eight partnerships as printed", () => {
    const eight = Array.from({ length: 8 }, (_, index) => ({ id: `csp-${index}` }));
    const { shares } = split({ total: "66000", partners: eight });
    expect(new Set(shares.map((each) => each.amount))).toEqual(new Set(["8250.00"]));
  });

  it("adds up, stays within a penny, and does not depend on the order", () => {
    fc.assert(
      fc.property(pounds, partners, (total, list) => {
        const { shares } = split({ total, partners: list });
        expect(totalOf(shares.map((each) => each.amount))).toBe(totalOf([total]));
        const whole = list.reduce((sum, each) => sum.add(exact(each.weight)), exact("0"));
        for (const { id, amount } of shares) {
          const own = list.find((each) => each.id === id)?.weight as string;
          const off = exact(amount)
            .sub(exact(total).mul(exact(own)).div(whole))
            .abs();
          expect(off.compare(exact("0.01"))).toBeLessThan(0);
        }
        expect(split({ total, partners: list.toReversed() })).toEqual({ shares });
      }),
    );
  });

  it("mirrors: split(−x) = −split(x)", () => {
    fc.assert(
      fc.property(pounds, partners, (total, list) => {
        const mirrored = total.startsWith("-") ? total.slice(1) : `-${total}`;
        const there = split({ total, partners: list }).shares.map((each) => toPence(each.amount));
        const back = split({ total: mirrored, partners: list }).shares;
        expect(back.map((each) => -toPence(each.amount))).toEqual(there);
      }),
    );
  });

  it("follows the currency's own coins", () => {
    const { shares } = split({
      total: "10",
      currency: "JPY",
      partners: [{ id: "a" }, { id: "b" }, { id: "c" }],
    });
    expect(shares.map((each) => each.amount)).toEqual(["4", "3", "3"]);
  });

  it("says what is wrong", () => {
    expect(codeOf(() => split({ total: "1", partners: [{ id: "a", weight: "0" }] }))).toBe(
      "funding/no-weight",
    );
    expect(codeOf(() => split({ total: "1", partners: [{ id: "a" }, { id: "a" }] }))).toBe(
      "funding/partner-twice",
    );
    expect(codeOf(() => split({ total: "0.001", partners: [{ id: "a" }] }))).toBe(
      "funding/not-whole-pence",
    );
    expect(codeOf(() => split({ total: "ten", partners: [{ id: "a" }] } as SplitInput))).toBe(
      "core/bad-input",
    );
  });
});

describe("splitTable", () => {
  it("meets both margins, and its margins are the one-way splits", () => {
    fc.assert(
      fc.property(pounds, partners, times, (total, list, instalments) => {
        const table = splitTable({ total, partners: list, instalments });
        expect(table.shares).toEqual(split({ total, partners: list }).shares);
        expect(totalOf(table.instalments)).toBe(totalOf([total]));
        for (const [index, row] of table.matrix.entries()) {
          expect(totalOf(row)).toBe(table.shares[index]?.amount);
        }
        for (const [column, amount] of table.instalments.entries()) {
          expect(totalOf(table.matrix.map((row) => row[column] as string))).toBe(amount);
        }
      }),
    );
  });

  it("keeps each cell within a penny of exact for equal partners and instalments", () => {
    const ids = Array.from({ length: 7 }, (_, index) => ({ id: `p${index}` }));
    const table = splitTable({
      total: "1234.56",
      partners: ids,
      instalments: ["1", "1", "1", "1"],
    });
    for (const cell of table.matrix.flat()) {
      const off = exact(cell).sub(exact("1234.56").div(28n)).abs();
      expect(off.compare(exact("0.01"))).toBeLessThan(0);
    }
  });
});
