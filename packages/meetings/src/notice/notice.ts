import { calendarDate } from "@moothall/core";
import { clearDays, latestPublication, nation } from "@moothall/core/calendar";
import * as z from "zod";

/** A meeting, the clear days that it is owed, and, where it is known, the day of publication. */
export const noticeInput = () =>
  z.strictObject({
    meeting: calendarDate().describe("The day of the meeting"),
    days: z.int().min(1).max(366).default(5).describe("Clear days owed before it"),
    nation: nation().optional(),
    published: calendarDate().optional().describe("The day on which it was published"),
  });

export const noticeOutput = () =>
  z.strictObject({
    /** The latest day on which publication still gives the notice. */
    publishBy: calendarDate(),
    /** Whether the publication gave it; only where its day was said. */
    inTime: z.boolean().optional(),
    /** The clear working days that the publication gave. */
    workingDays: z.int().min(0).optional(),
  });

export type NoticeInput = z.output<ReturnType<typeof noticeInput>>;
export type NoticeOutput = z.output<ReturnType<typeof noticeOutput>>;

/**
 * The latest day to publish for a meeting, and whether a publication was in time: at least so many
 * working days of the nation must lie strictly between the two (Local Government Act 1972,
 * ss.100A(6), 100B(3); neither the day of publication nor that of the meeting counts).
 * @throws MoothallError `core/no-bank-holiday-data` for a year that is not held, `core/bad-input`.
 */
export function notice({
  meeting,
  days,
  nation,
  published,
}: {
  readonly meeting: string;
  readonly days: number;
  readonly nation: NonNullable<NoticeInput["nation"]>;
  readonly published?: string | undefined;
}): NoticeOutput {
  const publishBy = latestPublication(meeting, days, nation);
  if (published === undefined) return { publishBy };
  const workingDays = clearDays({ published, meeting, nation });
  return { publishBy, inTime: workingDays >= days, workingDays };
}
