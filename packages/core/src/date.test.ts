import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  calendarDate,
  compareInstants,
  dateOfInstant,
  formatDate,
  instant,
  isCalendarDate,
  momentOfClock,
  parseDate,
  parseInstant,
} from "./index.ts";

const badInput = expect.objectContaining({ code: "core/bad-input" });

describe("dates", () => {
  it("are days of the calendar and nothing else", () => {
    for (const good of ["2017-05-22", "2024-02-29", "0001-01-01", "9999-12-31"]) {
      expect(parseDate(good).toString()).toBe(good);
      expect(isCalendarDate(good)).toBe(true);
    }
    for (const bad of [
      "2017-02-29",
      "2017-13-01",
      "2017-5-22",
      "22/05/2017",
      "2017-05-22T10:00",
      "20170522",
      "2017-05-22\n",
      "+002017-05-22",
      "",
    ]) {
      expect(() => parseDate(bad)).toThrow(badInput);
      expect(isCalendarDate(bad)).toBe(false);
      expect(calendarDate().safeParse(bad).success).toBe(false);
    }
    expect(isCalendarDate(20170522)).toBe(false);
  });

  it("are written for a reader", () => {
    expect(formatDate("2017-05-22")).toBe("22 May 2017");
    expect(formatDate("2012-12-01")).toBe("1 December 2012");
  });
});

describe("moments", () => {
  it("are compared as moments, whatever their offsets", () => {
    expect(compareInstants("2017-05-22T10:00:00+01:00", "2017-05-22T09:00:00Z")).toBe(0);
    expect(compareInstants("2017-05-22T10:00:00+01:00", "2017-05-22T09:30:00Z")).toBeLessThan(0);
    const minutes = fc.integer({ min: 0, max: 2_000_000_000 });
    const offset = fc.integer({ min: -14 * 60, max: 14 * 60 });
    const write = (minute: number, shift: number) => {
      const local = new Date((minute + shift) * 60_000).toISOString().slice(0, 19);
      const [hours, rest] = [Math.floor(Math.abs(shift) / 60), Math.abs(shift) % 60];
      const two = (part: number) => String(part).padStart(2, "0");
      return `${local}${shift < 0 ? "-" : "+"}${two(hours)}:${two(rest)}`;
    };
    fc.assert(
      fc.property(minutes, minutes, offset, offset, (one, other, here, there) => {
        const [left, right] = [write(one, here), write(other, there)];
        expect(Math.sign(compareInstants(left, right))).toBe(Math.sign(one - other));
        expect(compareInstants(left, right)).toBe(-compareInstants(right, left) || 0);
        expect(instant().safeParse(left).success).toBe(true);
      }),
    );
  });

  it("fall on the office's date, in winter and in summer", () => {
    expect(dateOfInstant("2017-05-21T23:30:00Z")).toBe("2017-05-22");
    expect(dateOfInstant("2017-01-21T23:30:00Z")).toBe("2017-01-21");
    expect(dateOfInstant("2017-05-22T00:30:00+05:00")).toBe("2017-05-21");
  });

  it("need a zone", () => {
    for (const bad of ["2017-05-22T10:00:00", "2017-05-22", "10:00", "2017-02-30T10:00:00Z", ""]) {
      expect(() => parseInstant(bad)).toThrow(badInput);
      expect(instant().safeParse(bad).success).toBe(false);
    }
  });

  it("are what the office's clock shows, of an hour that comes twice the first", () => {
    expect(momentOfClock("2026-07-09T18:30:00")).toBe("2026-07-09T18:30:00+01:00");
    expect(momentOfClock("2026-12-09T18:30:00")).toBe("2026-12-09T18:30:00+00:00");
    expect(momentOfClock("2026-10-25T01:30:00")).toBe("2026-10-25T01:30:00+01:00");
    // The clocks go from one to two.
    for (const none of ["2026-03-29T01:30:00", "2026-02-30T10:00:00", "ten"])
      expect(() => momentOfClock(none)).toThrow(badInput);
  });
});
