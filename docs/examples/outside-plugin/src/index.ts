// What the plugin knows: plain functions and schemas, for anyone, without a store or an app.
import { calendarDate, type Finding, MoothallError, record } from "@moothall/core";
import * as z from "zod";

/** A case. `record` adds `id`, `sources`, `printed` and `relations`; unknown fields are refused. */
export const caseRecord = record({
  place: z.string().min(1).max(200).meta({ description: "Where it is, such as a street" }),
  opened: calendarDate(),
  closed: calendarDate().optional().meta({ description: "Left out while the case is open" }),
  reporter: z.string().min(1).optional().meta({ description: "Who told us; never published" }),
});
export type Case = z.output<typeof caseRecord>;

const millisecondsOfDay = 86_400_000;

/**
 * The whole days from one calendar date, `YYYY-MM-DD`, to another; 0 on the same day.
 * @throws MoothallError `noise-complaints/closed-too-early` when the second is before the first
 */
export function daysOpen(opened: string, closed: string): number {
  if (closed < opened) {
    throw new MoothallError({
      code: "noise-complaints/closed-too-early",
      message: `Closed on ${closed}, before it was opened on ${opened}.`,
      hint: "Write both dates as YYYY-MM-DD, the later one as the day of closing.",
    });
  }
  // Both are midnight in UTC, where every day is of the same length.
  return (Date.parse(closed) - Date.parse(opened)) / millisecondsOfDay;
}

/** The rules of `findingsOf`, each with what it finds. */
export const rules = {
  "noise-complaints/overdue": "A case has been open for longer than is allowed.",
  "noise-complaints/closed-before-opened": "A case was closed before it was opened.",
} as const;

/**
 * What is wrong with a case, if anything.
 *
 * @param today A calendar date, up to which an open case is counted.
 * @param daysAllowed How many days a case may be open.
 */
export function findingsOf(each: Case, today: string, daysAllowed: number): Finding[] {
  const { opened, closed } = each;
  const about = `noise-complaints/case/${each.id}` as const;
  if (closed !== undefined && closed < opened) {
    return [
      {
        rule: "noise-complaints/closed-before-opened",
        about,
        severity: "error",
        message: `The case is said to be closed on ${closed}, before it was opened on ${opened}.`,
        evidence: { opened, closed },
        fix: "Correct one of the two dates.",
      },
    ];
  }
  // Opened later than today: not late, whatever else it is.
  if (closed !== undefined || opened > today || daysOpen(opened, today) <= daysAllowed) return [];
  return [
    {
      rule: "noise-complaints/overdue",
      about,
      severity: "warning",
      message: `The case in ${each.place} has been open since ${opened}; ${daysAllowed} days are allowed.`,
      evidence: { opened, today, daysAllowed },
      fix: "Close it, or record when it was closed.",
    },
  ];
}
