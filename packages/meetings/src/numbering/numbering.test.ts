import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatNumber,
  nextNumber,
  numberingFaults,
  numberingScheme,
  paragraphNumber,
  parseNumber,
} from "./numbering.ts";

const yearly = numberingScheme().parse({ scheme: "yearly" });
const padded = numberingScheme().parse({ scheme: "yearly", minimumDigits: 2 });
const log = numberingScheme().parse({ scheme: "yearly", yearDigits: 4 });
const sectioned = numberingScheme().parse({ scheme: "sectioned" });

describe("numbering", () => {
  it("goes on and starts again with the year", () => {
    expect(nextNumber(yearly, ["27/12", "28/12"], "2012-12-12")).toBe("29/12");
    expect(nextNumber(yearly, ["27/12", "38/12"], "2013-02-27")).toBe("1/13");
    expect(nextNumber(padded, [], "2017-03-09")).toBe("01/17");
  });

  it("starts a municipal year in May", () => {
    const municipal = numberingScheme().parse({ scheme: "yearly", yearStarts: 5 });
    expect(nextNumber(municipal, ["9/12"], "2013-02-27")).toBe("10/12");
  });

  it("reads a log that prints the year in two ways as one series", () => {
    const numbers = ["13/2017", "14/17", "15/17", "16/17", "17/17", "18/17", "19/17", "20/17"];
    expect(numberingFaults(log, numbers)).toEqual([]);
    expect(nextNumber(log, numbers, "2017-05-22")).toBe("21/2017");
    expect(numberingFaults(log, ["13/2017", "15/17", "15/2017", "x"])).toEqual([
      { fault: "twice", number: "15/2017" },
      { fault: "not-of-scheme", number: "x" },
      { fault: "gap", number: "14/2017" },
    ]);
  });

  it("letters items within a section", () => {
    expect(nextNumber(sectioned, ["11A", "11B", "12A"], "11")).toBe("11C");
    expect(numberingFaults(sectioned, ["1", "2", "11A", "11C"])).toEqual([
      { fault: "gap", number: "11B" },
    ]);
  });

  it("numbers paragraphs under a minute", () => {
    expect(paragraphNumber("05/17", 3)).toBe("5.3");
  });

  it("writes what it reads", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 10, max: 69 }),
        (serial, year) => {
          const number = formatNumber(yearly, { series: `20${year}`, serial });
          expect(parseNumber(yearly, number)).toEqual({ series: `20${year}`, serial });
        },
      ),
    );
  });

  it("refuses what is not of the scheme", () => {
    expect(() => parseNumber(yearly, "11A")).toThrow(
      expect.objectContaining({ code: "meetings/bad-number" }),
    );
  });
});
