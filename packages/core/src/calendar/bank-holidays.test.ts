import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bankHolidays, firstYear, lastYear, type Nation, nations } from "./index.ts";

const official = new URL("../../../../../shared/standards/gov/bank-holidays.json", import.meta.url);
const absent = !existsSync(official);
if (absent) console.info("Skipped: ../shared/standards/gov/bank-holidays.json is not there.");

const dates = (nation: Nation, year: number) => bankHolidays(nation, year).map((each) => each.date);

describe("bank holidays", () => {
  it("keeps the moved and the added days of 2012 to 2018", () => {
    expect(dates("england", 2012)).toEqual([
      "2012-01-02",
      "2012-04-06",
      "2012-04-09",
      "2012-05-07",
      "2012-06-04",
      "2012-06-05",
      "2012-08-27",
      "2012-12-25",
      "2012-12-26",
    ]);
    expect(dates("england", 2012)).not.toContain("2012-05-28");
    expect(dates("england", 2015)).toContain("2015-12-28");
    expect(dates("wales", 2016).slice(-2)).toEqual(["2016-12-26", "2016-12-27"]);
    expect(dates("scotland", 2017).slice(0, 2)).toEqual(["2017-01-02", "2017-01-03"]);
    expect(dates("northern-ireland", 2014)).toContain("2014-07-14");
  });

  it("gives England and Wales the same days, 8 to 10 a year, and the others theirs", () => {
    for (let year = firstYear; year <= lastYear; year += 1) {
      expect(bankHolidays("wales", year)).toEqual(bankHolidays("england", year));
      const extra = { 2012: 1, 2022: 2, 2023: 1 }[year] ?? 0;
      expect(dates("england", year)).toHaveLength(8 + extra);
      expect(dates("northern-ireland", year)).toHaveLength(10 + extra);
      expect(dates("scotland", year)).toHaveLength(9 + extra + (year === 2026 ? 1 : 0));
    }
  });

  it("never falls on a weekend, names each day, and counts each once", () => {
    for (const nation of nations) {
      for (let year = firstYear; year <= lastYear; year += 1) {
        const list = bankHolidays(nation, year);
        expect(new Set(list.map((each) => each.date)).size).toBe(list.length);
        for (const { date, title } of list) {
          expect([0, 6]).not.toContain(new Date(date).getUTCDay());
          expect(date.startsWith(String(year))).toBe(true);
          expect(title).not.toBe("");
        }
      }
    }
  });

  it("keeps Good Friday two days before the Easter of the almanac", () => {
    for (let year = firstYear; year <= lastYear; year += 1) {
      const friday = bankHolidays("england", year).find((each) => each.title === "Good Friday");
      expect(Date.parse(friday?.date ?? "")).toBe(easter(year) - 2 * 86_400_000);
    }
  });

  it.skipIf(absent)("equals the government's own list of 2019 to 2028", () => {
    const { divisions } = JSON.parse(readFileSync(official, "utf8")) as {
      divisions: Record<string, Record<string, { date: string; notes: string }[]>>;
    };
    const divisionOf: Record<Nation, string> = {
      england: "england-and-wales",
      wales: "england-and-wales",
      scotland: "scotland",
      "northern-ireland": "northern-ireland",
    };
    for (const nation of nations) {
      for (let year = 2019; year <= 2028; year += 1) {
        const list = divisions[`common.nations.${divisionOf[nation]}_slug`]?.[year] ?? [];
        const published = list.map(({ date, notes }) => ({
          date: date.split("/").reverse().join("-"),
          substitute: notes.includes("substitute"),
        }));
        published.sort((a, b) => (a.date < b.date ? -1 : 1));
        expect(
          bankHolidays(nation, year).map(({ date, substitute }) => ({ date, substitute })),
        ).toEqual(published);
      }
    }
  });
});

/** Easter Sunday by the Gregorian reckoning (Butcher's rule), as a time in UTC. */
function easter(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moon =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - moon - (ofCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  const sum = moon + weekday - 7 * shift + 114;
  return Date.UTC(year, Math.floor(sum / 31) - 1, (sum % 31) + 1);
}
