import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { covers, type Dated, holdTogether, inForce, startsBeforeItEnds } from "./validity.ts";

const days = Array.from(
  { length: 12 },
  (_, index) => `2017-05-${String(index + 1).padStart(2, "0")}`,
);
const inner = days.slice(1, -1);
const day = fc.constantFrom(...inner);
const dated: fc.Arbitrary<Dated> = fc
  .record({ validFrom: day, validTo: day }, { requiredKeys: [] })
  .filter(startsBeforeItEnds);

describe("inForce", () => {
  it("includes both ends", () => {
    const record = { validFrom: "2017-05-22", validTo: "2017-05-23" };
    expect(
      ["2017-05-21", "2017-05-22", "2017-05-23", "2017-05-24"].map((each) => inForce(record, each)),
    ).toEqual([false, true, true, false]);
  });

  it("holds on every day where no end is recorded", () => {
    expect(inForce({}, "0001-01-01") && inForce({}, "9999-12-31")).toBe(true);
  });
});

// The first and last of the days stand for all that lies before and after the recorded ends.
describe("two records", () => {
  it("hold together when there is a day on which both do", () => {
    fc.assert(
      fc.property(dated, dated, (left, right) => {
        const shared = days.some((each) => inForce(left, each) && inForce(right, each));
        expect(holdTogether(left, right)).toBe(shared);
      }),
    );
  });

  it("cover each other when no day of one is outside the other", () => {
    fc.assert(
      fc.property(dated, dated, (outer, held) => {
        const all = days.every((each) => !inForce(held, each) || inForce(outer, each));
        expect(covers(outer, held)).toBe(all);
      }),
    );
  });
});
