const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether yyyy-mm-dd names a day that exists. Quick, because a file asks it of every date it holds. */
export function isDay(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (daysOfMonth[month - 1] as number) + (leap ? 1 : 0);
}

/** Months from the first day to the last, both included, rounded to the nearest. */
export function monthsBetween(start: string, end: string): number {
  const part = (text: string, from: number, to: number) => Number(text.slice(from, to));
  const months = (part(end, 0, 4) - part(start, 0, 4)) * 12 + part(end, 5, 7) - part(start, 5, 7);
  return Math.round(months + (part(end, 8, 10) + 1 - part(start, 8, 10)) / 30.4);
}

/** The same day so many years on, as text that compares as a date. */
export const yearsFrom = (day: string, years: number): string =>
  `${String(Number(day.slice(0, 4)) + years).padStart(4, "0")}${day.slice(4)}`;
