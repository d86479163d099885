import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareInstants } from "../date.ts";
import { keptInstant, notBefore } from "./instant.ts";

describe("keptInstant", () => {
  it.each([
    ["2017-05-22T10:00:00+01:00", "2017-05-22T09:00:00.000Z"],
    ["2017-05-22T09:00:00Z", "2017-05-22T09:00:00.000Z"],
    ["2017-05-22T09:00:00.1Z", "2017-05-22T09:00:00.100Z"],
    ["2017-05-22T09:00:00.123999999Z", "2017-05-22T09:00:00.123Z"],
    ["1969-12-31T23:59:59.9999Z", "1969-12-31T23:59:59.999Z"],
    ["2017-05-22T24:00:00Z", undefined],
    ["2017-02-30T00:00:00Z", undefined],
    ["2017-05-22T09:00:00", undefined],
    ["2017-05-22", undefined],
    ["+012017-05-22T09:00:00Z", undefined],
    ["", undefined],
  ])("%s → %s", (text, expected) => {
    if (expected === undefined) expect(() => keptInstant(text)).toThrow(/moment|years/);
    else expect(keptInstant(text)).toBe(expected);
  });

  it("orders texts as moments", () => {
    const moment = fc
      .date({ min: new Date("0001-01-01"), max: new Date("9999-12-30"), noInvalidDate: true })
      .map((date) => date.toISOString());
    fc.assert(
      fc.property(moment, moment, (left, right) => {
        const [one, other] = [keptInstant(left), keptInstant(right.replace("Z", "+01:00"))];
        expect(Math.sign(compareInstants(one, other))).toBe(one < other ? -1 : one > other ? 1 : 0);
      }),
    );
  });
});

it("never goes back before the change that is followed", () => {
  expect(notBefore("b", "a")).toBe("b");
  expect(notBefore("a", "b")).toBe("b");
  expect(notBefore("a", null)).toBe("a");
});
