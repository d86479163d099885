import { parseDate } from "../date.ts";
import { MoothallError } from "../error.ts";
import { firstYear, lastYear, type Nation } from "./bank-holiday-facts.ts";
import { bankHolidays, noData } from "./bank-holidays.ts";

const dayInMilliseconds = 86_400_000;

/** Every day of which the bank holidays are held, in order; a day's position is its index here. */
const days: string[] = [];
const positions = new Map<string, number>();

/** What is known of a nation's working days, so that a question is a lookup and a subtraction. */
interface WorkingDays {
  /** How many working days there are from the first day up to a position, that one included. */
  readonly upTo: Int32Array;
  /** The position of each working day, in order. */
  readonly at: Int32Array;
}

const indexes = new Map<Nation, WorkingDays>();

/**
 * Whether it is Monday to Friday and no bank holiday of the nation.
 * @throws MoothallError as every function here: `core/bad-input` when the text is no date or the
 * nation is unknown, `core/no-bank-holiday-data` when a day falls in a year that is not held.
 */
export function isWorkingDay(date: string, nation: Nation): boolean {
  const index = indexOf(nation);
  const position = positionOf(date);
  return count(index, position) > count(index, position - 1);
}

/**
 * Clear working days: how many lie strictly between the two dates, neither of which counts. None
 * when the second is not after the first.
 */
export function workingDaysBetween(first: string, second: string, nation: Nation): number {
  const index = indexOf(nation);
  return Math.max(0, count(index, positionOf(second) - 1) - count(index, positionOf(first)));
}

/** Which day is the first that counts. */
export type Counting = "excluding-the-day" | "beginning-with-the-day";

/**
 * The date on which so many working days are complete. `excluding-the-day` starts to count on the
 * day after `from`; `beginning-with-the-day` counts `from` itself where it is a working day (so the
 * standstill of 8 working days of the Procurement Act 2023, s.51).
 * @param number whole, 1 or more.
 */
export function addWorkingDays(
  from: string,
  number: number,
  nation: Nation,
  counting: Counting = "excluding-the-day",
): string {
  const index = indexOf(nation);
  const position = positionOf(from);
  const before = count(index, counting === "beginning-with-the-day" ? position - 1 : position);
  return dayAt(index.at[before + positive(number) - 1]);
}

/** The first working day after the date. */
export const nextWorkingDay = (date: string, nation: Nation): string =>
  addWorkingDays(date, 1, nation);

/** The last working day before the date. */
export function previousWorkingDay(date: string, nation: Nation): string {
  const index = indexOf(nation);
  return dayAt(index.at[count(index, positionOf(date) - 1) - 1]);
}

export interface Notice {
  /** The day on which it was published, yyyy-mm-dd. */
  readonly published: string;
  /** The day of the meeting, yyyy-mm-dd. */
  readonly meeting: string;
  readonly nation: Nation;
}

/**
 * The clear days of notice that a publication gives: the working days strictly between it and the
 * meeting (Local Government Act 1972, s.100B and s.243).
 */
export const clearDays = ({ published, meeting, nation }: Notice): number =>
  workingDaysBetween(published, meeting, nation);

/**
 * The latest day on which publication still gives so many clear days before the meeting. Where the
 * first clear day is a Monday that is the Sunday before it: an office that publishes on working days
 * only takes `previousWorkingDay` of the first clear day.
 * @param number clear days owed, whole, 1 or more.
 */
export function latestPublication(meeting: string, number: number, nation: Nation): string {
  const index = indexOf(nation);
  const firstClear = index.at[count(index, positionOf(meeting) - 1) - positive(number)];
  return dayAt(firstClear === undefined ? undefined : firstClear - 1);
}

function indexOf(nation: Nation): WorkingDays {
  const known = indexes.get(nation);
  if (known !== undefined) return known;
  fillDays();
  const closed = new Set<string>();
  for (let year = firstYear; year <= lastYear; year += 1) {
    for (const holiday of bankHolidays(nation, year)) closed.add(holiday.date);
  }
  const upTo = new Int32Array(days.length);
  const at: number[] = [];
  for (const [position, day] of days.entries()) {
    const weekday = new Date(day).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !closed.has(day)) at.push(position);
    upTo[position] = at.length;
  }
  const made = { upTo, at: Int32Array.from(at) };
  indexes.set(nation, made);
  return made;
}

function fillDays(): void {
  if (days.length > 0) return;
  const end = Date.UTC(lastYear + 1, 0, 1);
  for (let time = Date.UTC(firstYear, 0, 1); time < end; time += dayInMilliseconds) {
    const day = new Date(time).toISOString().slice(0, 10);
    positions.set(day, days.length);
    days.push(day);
  }
}

const count = (index: WorkingDays, position: number): number => index.upTo[position] ?? 0;

function positionOf(date: string): number {
  const position = positions.get(date);
  if (position === undefined) throw noData(parseDate(date).year);
  return position;
}

function dayAt(position: number | undefined): string {
  const day = position === undefined ? undefined : days[position];
  if (day === undefined) throw noData(`the years before ${firstYear} or after ${lastYear}`);
  return day;
}

function positive(number: number): number {
  if (Number.isSafeInteger(number) && number >= 1) return number;
  throw new MoothallError({
    code: "core/bad-input",
    message: `${number} is not a number of days.`,
    hint: "Give a whole number of days, 1 or more.",
  });
}
