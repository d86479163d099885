import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agree, checkPrintedFigures, type PrintedFigure, printedFigure } from "../index.ts";

const figure = (of: string, text: string, value: string, unit?: string): PrintedFigure => ({
  of,
  text,
  value,
  ...(unit !== undefined && { unit }),
  source: {
    document: "Board pack, 22 May 2017",
    item: "11A",
    paragraph: "2.1",
  },
});
const check = (record: Record<string, unknown>, ...printed: PrintedFigure[]) =>
  checkPrintedFigures("funding/fund/x", { ...record, printed });

describe("printed figures", () => {
  it("agree within the places to which each was rounded", () => {
    expect(agree({ value: "322000", unit: "1000" }, { value: "321500" })).toBe(true);
    expect(agree({ value: "322000", unit: "1000" }, { value: "321499" })).toBe(false);
    expect(agree({ value: "12.50" }, { value: "12.5" })).toBe(true);
    expect(agree({ value: "12.50" }, { value: "12.51" })).toBe(false);
    expect(agree({ value: "a name" }, { value: "a name" })).toBe(true);
    expect(agree({ value: "a name" }, { value: "12" })).toBe(false);
    const some = fc.record({
      value: fc.integer({ min: -500, max: 500 }).map(String),
      unit: fc.constantFrom("1", "10", "100"),
    });
    fc.assert(
      fc.property(some, some, (left, right) => {
        expect(agree(left, left)).toBe(true);
        expect(agree(left, right)).toBe(agree(right, left));
        expect(agree(left, right)).toBe(
          2 * Math.abs(Number(left.value) - Number(right.value)) <=
            Number(left.unit) + Number(right.unit),
        );
      }),
    );
  });

  it("contradict each other when one fact is printed twice", () => {
    const findings = check(
      {},
      figure("gap", "£100,600", "100600"),
      figure("gap", "£106,000", "106000"),
      figure("other", "3", "3"),
    );
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      rule: "core/printed-twice",
      severity: "error",
      evidence: { "printed-1": "£100,600", "printed-2": "£106,000" },
    });
    expect(findings[0]?.message).toContain("Board pack, 22 May 2017, 11A, paragraph 2.1");
  });

  it("contradict each other also where both agree with a rounded one before them", () => {
    const findings = check(
      {},
      figure("fund", "£322k", "322000", "1000"),
      figure("fund", "£321,900", "321900"),
      figure("fund", "£322,400", "322400"),
    );
    expect(findings[0]?.message).toMatch(/£321,900 .* £322,400/);
  });

  it("differ from the record: in text, in numbers, in any of the printings", () => {
    const held = {
      value: { amount: "321600.00" },
      days: 14,
      lead: "register/post/x",
    };
    expect(check(held, figure("/value/amount", "£322k", "322000", "1000"))).toEqual([]);
    expect(check(held, figure("/days", "15", "15"))).toMatchObject([
      {
        rule: "core/printed-otherwise",
        severity: "warning",
        at: { pointer: "/days" },
      },
    ]);
    expect(
      check(
        held,
        figure("/value/amount", "£322k", "322000", "1000"),
        figure("/value/amount", "£322,400", "322400"),
      ),
    ).toMatchObject([{ rule: "core/printed-otherwise", evidence: { printed: "£322,400" } }]);
    // Complaints upheld in the pack of May 2017: 5 % in the table, 4 % in the comment.
    const upheld = figure("/upheld", "5%", "5");
    expect(check({ upheld: "5" }, upheld, figure("/upheld", "4%", "4"))).toMatchObject([
      {
        rule: "core/printed-twice",
        severity: "warning",
        message: expect.stringContaining("only if it lies exactly between them"),
      },
    ]);
    // 5.3 % rounds to 5 %: the paper agrees with itself, and the record is another matter.
    expect(check({ upheld: "5" }, upheld, figure("/upheld", "5.3%", "5.3"))).toMatchObject([
      { rule: "core/printed-otherwise" },
    ]);
    expect(check(held, figure("/lead", "The clerk", "The clerk"))).toEqual([]);
    expect(
      check(held, figure("/missing", "3", "3"), figure("/constructor/name", "x", "x")),
    ).toEqual([]);
    expect(checkPrintedFigures("funding/fund/x", {})).toEqual([]);
  });

  it("need a source and a unit that is a number", () => {
    const good = figure("gap", "£322k", "322000", "1000");
    expect(printedFigure().safeParse(good).success).toBe(true);
    expect(printedFigure().safeParse({ ...good, unit: "-10" }).success).toBe(false);
    expect(printedFigure().safeParse({ ...good, unit: "k" }).success).toBe(false);
    expect(printedFigure().safeParse({ ...good, source: {} }).success).toBe(false);
    expect(printedFigure().safeParse({ ...good, source: undefined }).success).toBe(false);
  });
});
