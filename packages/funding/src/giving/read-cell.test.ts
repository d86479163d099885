import { describe, expect, it } from "vitest";
import { faultOfCell } from "./read-cell.ts";

describe("faultOfCell", () => {
  it.each([
    ["£1,000.50", "number", "1000.50"],
    ["(500)", "number", "-500"],
    ["(£1,250.00)", "number", "-1250.00"],
    ["-£20", "number", "-20"],
    ["1,000,000", "number", "1000000"],
    ["13/02/2017", "date", "2017-02-13"],
    ["1.4.2017", "date", "2017-04-01"],
    ["2017-02-13 00:00:00", "date", "2017-02-13"],
    ["42779", "date", "2017-02-13"],
    ["2974146", "company-number", "02974146"],
    ["GB-COH-2974146", "organisation-id", "GB-COH-02974146"],
    ['="01234567"', "text", "01234567"],
    ["#N/A", "number", ""],
  ] as const)("reads %s (%s) as %s when repair is asked for", (text, use, repaired) => {
    expect(faultOfCell(text, use)?.repaired).toBe(repaired);
  });

  it.each([
    ["1.000,50", "number"],
    ["1,00", "number"],
    ["ten", "number"],
    ["1e5", "number"],
    ["30/02/2017", "date"],
    ["13/02/17", "date"],
    ["=SUM(A1:A9)", "text"],
  ] as const)("does not guess what %s (%s) means", (text, use) => {
    const fault = faultOfCell(text, use);
    expect(fault).toBeDefined();
    expect(fault?.repaired).toBeUndefined();
  });

  it.each([
    ["1000.50", "number"],
    ["-500", "number"],
    ["2017-02-13", "date"],
    ["2017-02-13T10:00:00Z", "date"],
    ["2017", "date"],
    ["02974146", "company-number"],
    ["A+ grant - phase 1", "text"],
  ] as const)("passes %s (%s)", (text, use) => {
    expect(faultOfCell(text, use)).toBeUndefined();
  });
});
