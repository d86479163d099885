import * as z from "zod";
import { MoothallError } from "../error.ts";
import { shared } from "../shared-schema.ts";
import {
  bankHolidayFacts,
  firstYear,
  lastYear,
  type Nation,
  nations,
} from "./bank-holiday-facts.ts";

export interface BankHoliday {
  /** yyyy-mm-dd */
  readonly date: string;
  readonly title: string;
  /** The day itself fell on a weekend and this one is kept in its place. */
  readonly substitute: boolean;
}

/** A setting or an input that names the nation whose bank holidays count. */
export const nation = shared(() =>
  z.enum(nations).meta({ description: "Nation whose bank holidays count as days not worked" }),
);

/** The bank holidays of every nation, by year, made from the facts when the first is asked for. */
let holidays: ReadonlyMap<Nation, ReadonlyMap<number, readonly BankHoliday[]>> | undefined;

/**
 * The bank holidays of a nation in a year, in the order of their dates.
 * @throws MoothallError `core/no-bank-holiday-data` for a year of which the facts are not held
 * (2012 to 2028 are), `core/bad-input` for an unknown nation.
 */
export function bankHolidays(of: Nation, year: number): readonly BankHoliday[] {
  holidays ??= arrange();
  const years = holidays.get(of);
  if (years === undefined) throw unknownNation(of);
  const found = years.get(year);
  if (found === undefined) throw noData(year);
  return found;
}

function arrange(): ReadonlyMap<Nation, ReadonlyMap<number, readonly BankHoliday[]>> {
  const arranged = new Map<Nation, Map<number, BankHoliday[]>>();
  for (const each of nations) {
    const years = new Map<number, BankHoliday[]>();
    for (let year = firstYear; year <= lastYear; year += 1) years.set(year, []);
    arranged.set(each, years);
  }
  for (const { title, nations: kept, dates } of bankHolidayFacts) {
    for (const mark of dates.split(" ")) {
      const date = mark.slice(0, 10);
      for (const each of kept) {
        arranged
          .get(each)
          ?.get(Number(date.slice(0, 4)))
          ?.push({ date, title, substitute: mark.endsWith("*") });
      }
    }
  }
  for (const years of arranged.values()) {
    for (const list of years.values()) list.sort((a, b) => (a.date < b.date ? -1 : 1));
  }
  return arranged;
}

export const noData = (year: number | string): MoothallError =>
  new MoothallError({
    code: "core/no-bank-holiday-data",
    message: `The bank holidays of ${year} are not held, so working days cannot be counted there.`,
    hint: `Bank holidays are held for ${firstYear} to ${lastYear}; a newer version of @moothall/core may hold more.`,
  });

const unknownNation = (value: string): MoothallError =>
  new MoothallError({
    code: "core/bad-input",
    message: `'${value}' is not a nation whose bank holidays are held.`,
    hint: `Give one of ${nations.join(", ")}.`,
  });
