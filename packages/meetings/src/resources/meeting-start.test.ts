import { describe, expect, it } from "vitest";
import { calendarOf } from "../exports/calendar.ts";
import { meetingObject } from "../oparl/objects.ts";
import { formatMoment } from "../reports/blocks.ts";
import { meeting } from "./meeting.ts";
import { compareMeetings, dayOf, hasBegun, startOf } from "./meeting-start.ts";

const day = { start: "2017-05-22" };
const record = { created: "2017-05-01T09:00:00Z", modified: "2017-05-01T09:00:00Z", version: 1 };
const parsed = meeting().parse({
  id: "board.2017-05-22",
  body: "register/body/board",
  name: "Board",
  ...day,
  end: "2017-05-22T17:10:00+01:00",
  status: "held",
});

describe("a meeting of which only the day is known", () => {
  it("stands where its day begins, and shows no hour", () => {
    expect(startOf(day)).toBe("2017-05-21T23:00:00Z");
    expect(dayOf(day)).toBe("2017-05-22");
    expect(compareMeetings(day, { start: "2017-05-22T09:30:00+01:00" })).toBeLessThan(0);
    expect(compareMeetings(day, { start: "2017-05-21T22:59:59Z" })).toBeGreaterThan(0);
    expect(formatMoment(day.start)).toBe("22 May 2017");
  });

  it("has surely begun only when its day is over", () => {
    expect(hasBegun(day, "2017-05-22T22:59:59Z")).toBe(false);
    expect(hasBegun(day, "2017-05-22T23:00:00Z")).toBe(true);
    expect(hasBegun({ start: "2017-05-22T10:00:00+01:00" }, "2017-05-22T09:00:00Z")).toBe(true);
  });

  it("ends on that day or later", () => {
    const { start, end, ...rest } = parsed;
    expect(meeting().safeParse({ ...rest, start, end: "2017-05-21T22:00:00Z" }).success).toBe(
      false,
    );
  });

  it("lies on the whole day in a calendar, and OParl is told that the hour is not known", () => {
    const calendar = calendarOf("Meetings", [{ ...parsed, record }], new Map());
    expect(calendar).toContain("DTSTART;VALUE=DATE:20170522");
    expect(calendar).not.toContain("public");
    const parts = { items: [], attendance: [], resolutions: [], papers: [], minutes: undefined };
    expect(
      meetingObject({ ...parsed, record }, parts, {
        base: "https://example.org",
        names: new Map(),
      }),
    ).toMatchObject({ start: "2017-05-22T00:00:00+01:00", "moothall:startHasHour": false });
  });
});
