import { isCalendarDate, isDecimal, isIdentifier } from "@moothall/core";

/**
 * What is wrong with a cell of a spreadsheet and what to write in its place, in the words of someone
 * who fills in spreadsheets.
 *
 * @param cell What stands there.
 * @param message What the schema of its field says of it.
 */
export function cellFault(cell: string, message: string): string {
  if (cell === "") return "is missing";
  const said = `'${cell.length > 60 ? `${cell.slice(0, 60)}…` : cell}'`;
  if (/decimal|two decimal places|amount/i.test(message)) return `${said} ${amountFault(cell)}`;
  if (/ISO date\b|calendar/i.test(message) && !/time/i.test(message))
    return `${said} ${dateFault(cell)}`;
  if (/date and time with a zone|ISO datetime/i.test(message))
    return `${said} is no moment: write date, time and zone, such as 2026-05-01T09:30:00+01:00`;
  const choices = /expected one of (.+)$/.exec(message)?.[1];
  if (choices !== undefined)
    return `${said} is not one of: ${choices.replaceAll('"', "").split("|").join(", ")}`;
  if (/expected boolean/.test(message)) return `${said} is neither yes nor no`;
  if (/expected (?:number|int)/.test(message)) return `${said} is no number: write it as 1250.5`;
  const forms = /reference of the form (.+)$/.exec(message)?.[1];
  if (forms !== undefined) {
    const [form = ""] = forms.split(" or ");
    const fits = isIdentifier(cell) && form.endsWith("/id");
    return `${said} is no reference: write ${fits ? `${form.slice(0, -2)}${cell}` : forms}`;
  }
  return `${said} ${message}`;
}

function amountFault(cell: string): string {
  const bare = cell.replace(/[£$€,\s]/g, "");
  if (bare !== cell && isDecimal(bare)) return `is no amount: write ${bare}, the number alone`;
  return /^-?[0-9]+\.[0-9]{3,}$/.test(cell)
    ? "has more than two decimal places: pence have no parts"
    : "is no amount: write a number such as 2400.00";
}

function dateFault(cell: string): string {
  if (/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(cell)) return "is no day of the calendar";
  const [, first = "", second = "", year = ""] =
    /^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})$/.exec(cell) ?? [];
  const iso = `${year}-${second.padStart(2, "0")}-${first.padStart(2, "0")}`;
  // Which of two small numbers is the day, the file does not say.
  if (Number(first) > 12)
    return isCalendarDate(iso)
      ? `is no date: write ${iso}`
      : "is no day of the calendar; days are written as yyyy-mm-dd";
  return "is no date: write it as yyyy-mm-dd, such as 2026-05-01";
}
