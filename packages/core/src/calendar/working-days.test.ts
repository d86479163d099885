import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addWorkingDays,
  bankHolidays,
  clearDays,
  isWorkingDay,
  latestPublication,
  type Nation,
  nations,
  nextWorkingDay,
  previousWorkingDay,
  workingDaysBetween,
} from "./index.ts";

const day = (offset: number) =>
  new Date(Date.UTC(2012, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10);
const someNation = fc.constantFrom(...nations);

/** A count by walking from day to day, to hold the index against. */
function walk(first: string, second: string, nation: Nation): number {
  let found = 0;
  for (let time = Date.parse(first) + 86_400_000; time < Date.parse(second); time += 86_400_000) {
    const date = new Date(time).toISOString().slice(0, 10);
    const weekday = new Date(time).getUTCDay();
    const closed = bankHolidays(nation, Number(date.slice(0, 4))).some((one) => one.date === date);
    if (weekday !== 0 && weekday !== 6 && !closed) found += 1;
  }
  return found;
}

describe("clear days of notice", () => {
  it.each([
    ["2026-06-18", "2026-06-10"],
    ["2026-05-07", "2026-04-28"],
    ["2026-12-29", "2026-12-17"],
  ])("a meeting in England on %s with five clear days is published by %s", (meeting, publishBy) => {
    expect(latestPublication(meeting, 5, "england")).toBe(publishBy);
    expect(clearDays({ published: publishBy, meeting, nation: "england" })).toBe(5);
  });

  it("counts four for 11 June before 18 June 2026", () => {
    expect(clearDays({ published: "2026-06-11", meeting: "2026-06-18", nation: "england" })).toBe(
      4,
    );
  });

  it("owes Wales three, and Scotland a day more in the week of its holiday of 15 June 2026", () => {
    expect(latestPublication("2026-06-18", 3, "wales")).toBe("2026-06-14");
    expect(latestPublication("2026-06-18", 5, "scotland")).toBe("2026-06-09");
  });

  it("counts none on the day of the meeting, after it, or on the eve", () => {
    for (const published of ["2026-06-18", "2026-06-30", "2026-06-17"]) {
      expect(clearDays({ published, meeting: "2026-06-18", nation: "england" })).toBe(0);
    }
  });

  it("finds the latest day: it gives enough, the day after does not", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 400, max: 6000 }),
        fc.integer({ min: 1, max: 60 }),
        someNation,
        (offset, owed, nation) => {
          const meeting = day(offset);
          const published = latestPublication(meeting, owed, nation);
          const after = new Date(Date.parse(published) + 86_400_000).toISOString().slice(0, 10);
          expect(walk(published, meeting, nation)).toBe(owed);
          expect(clearDays({ published: after, meeting, nation })).toBe(owed - 1);
        },
      ),
    );
  });
});

describe("working days", () => {
  it.each([
    ["2026-03-02", "2026-03-11"],
    ["2026-03-30", "2026-04-10"],
  ])("a standstill of 8 that begins on %s ends on %s", (from, ends) => {
    expect(addWorkingDays(from, 8, "england", "beginning-with-the-day")).toBe(ends);
  });

  it("begins on the next working day when the day itself is none", () => {
    expect(addWorkingDays("2026-02-28", 1, "england", "beginning-with-the-day")).toBe("2026-03-02");
    expect(addWorkingDays("2026-02-28", 1, "england")).toBe("2026-03-02");
    expect(addWorkingDays("2026-03-02", 1, "england")).toBe("2026-03-03");
  });

  it("knows the neighbours of a long weekend", () => {
    expect(nextWorkingDay("2026-04-02", "england")).toBe("2026-04-07");
    expect(nextWorkingDay("2026-04-02", "scotland")).toBe("2026-04-06");
    expect(previousWorkingDay("2026-04-07", "england")).toBe("2026-04-02");
  });

  it("equals a count by hand, and walks there and back", () => {
    const offset = fc.integer({ min: 0, max: 6209 });
    fc.assert(
      fc.property(offset, fc.integer({ min: 0, max: 400 }), someNation, (start, length, nation) => {
        const first = day(start);
        const second = day(Math.min(start + length, 6209));
        expect(workingDaysBetween(first, second, nation)).toBe(walk(first, second, nation));
      }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 5800 }),
        fc.integer({ min: 1, max: 250 }),
        someNation,
        (start, number, nation) => {
          const from = day(start);
          const to = addWorkingDays(from, number, nation);
          expect(isWorkingDay(to, nation)).toBe(true);
          expect(workingDaysBetween(from, to, nation)).toBe(number - 1);
          expect(nextWorkingDay(previousWorkingDay(to, nation), nation)).toBe(to);
        },
      ),
    );
  });
});

describe("what is not known is an error", () => {
  const noData = expect.objectContaining({ code: "core/no-bank-holiday-data" });
  const badInput = expect.objectContaining({ code: "core/bad-input" });
  const thrownBy = (call: () => unknown): unknown => {
    try {
      return call();
    } catch (error) {
      return error;
    }
  };

  it("refuses a year that is not held, also where the counting would run into one", () => {
    expect(thrownBy(() => isWorkingDay("2011-12-31", "england"))).toEqual(noData);
    expect(thrownBy(() => workingDaysBetween("2028-12-20", "2029-01-04", "wales"))).toEqual(noData);
    expect(thrownBy(() => addWorkingDays("2028-12-20", 20, "england"))).toEqual(noData);
    expect(thrownBy(() => latestPublication("2012-01-05", 5, "england"))).toEqual(noData);
    expect(thrownBy(() => previousWorkingDay("2012-01-02", "england"))).toEqual(noData);
    expect(thrownBy(() => bankHolidays("england", 2029))).toEqual(noData);
  });

  it("refuses what is no date, no nation and no number of days", () => {
    expect(thrownBy(() => isWorkingDay("2026-02-30", "england"))).toEqual(badInput);
    expect(thrownBy(() => isWorkingDay("18/06/2026", "england"))).toEqual(badInput);
    expect(thrownBy(() => isWorkingDay("2026-06-18", "cornwall" as Nation))).toEqual(badInput);
    for (const number of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(thrownBy(() => latestPublication("2026-06-18", number, "england"))).toEqual(badInput);
    }
  });
});
