import { nations, workingDaysBetween } from "@moothall/core/calendar";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { notice } from "./notice.ts";

const day = fc
  .integer({ min: 0, max: 365 * 14 })
  .map((days) => new Date(Date.UTC(2013, 0, 20 + days)).toISOString().slice(0, 10));
const before = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

describe("notice", () => {
  it.each([
    ["2026-06-18", "2026-06-10"],
    ["2026-05-07", "2026-04-28"],
    ["2026-12-29", "2026-12-17"],
  ])("for %s, five clear days in England, is owed by %s", (meeting, publishBy) => {
    expect(notice({ meeting, days: 5, nation: "england" })).toEqual({ publishBy });
  });

  it("says what a late publication gave", () => {
    expect(
      notice({ meeting: "2026-06-18", days: 5, nation: "england", published: "2026-06-11" }),
    ).toEqual({ publishBy: "2026-06-10", inTime: false, workingDays: 4 });
  });

  it("is met by the day that it names and by no later one", () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom(...nations),
        (meeting, days, nation) => {
          const { publishBy } = notice({ meeting, days, nation });
          const inTime = (published: string) => notice({ meeting, days, nation, published }).inTime;
          expect(inTime(publishBy)).toBe(true);
          expect(inTime(before(publishBy, -1))).toBe(true);
          expect(inTime(before(publishBy, 1))).toBe(false);
        },
      ),
    );
  });

  it("counts what lies strictly between", () => {
    fc.assert(
      fc.property(day, day, (published, meeting) => {
        const given = notice({ meeting, days: 5, nation: "wales", published });
        expect(given.workingDays).toBe(workingDaysBetween(published, meeting, "wales"));
      }),
    );
  });

  it("never guesses a year that is not held", () => {
    expect(() => notice({ meeting: "2031-06-18", days: 5, nation: "england" })).toThrow(
      expect.objectContaining({ code: "core/no-bank-holiday-data" }),
    );
  });
});
