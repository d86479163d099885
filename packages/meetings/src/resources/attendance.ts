import { record, reference } from "@moothall/core";
import * as z from "zod";
import { publicWhenPublished, publishing } from "./publishing.ts";
import { member } from "./terms.ts";

/** That a member, an officer or a visitor was at a meeting, or sent apologies. */
export const attendance = () =>
  record({
    meeting: reference("meetings/meeting"),
    /** Who, where the register has the post or the elected office-holder. */
    member: member().optional(),
    /** As what, where it does not: `Councillor`, `Custody visitor`. Never a name. */
    as: z.string().min(1).optional(),
    /** How many such persons. */
    number: z.int().positive().default(1),
    organisation: reference("register/body").optional(),
    capacity: z.enum(["present", "apologies", "absent", "in-attendance"]),
    inTheChair: z.boolean().default(false),
    substituteFor: member().optional(),
    /** The item under which the member came in, or left. */
    joinedAt: reference("meetings/agenda-item").optional(),
    leftAt: reference("meetings/agenda-item").optional(),
    remote: z.boolean().default(false),
    ...publishing(),
  })
    .refine(({ member, as, organisation }) => (member ?? as ?? organisation) !== undefined, {
      path: ["member"],
      message: "must say who, as what, or for which organisation",
    })
    .meta({ description: "Attendance or apologies at a meeting" });

export type Attendance = z.output<ReturnType<typeof attendance>>;

const rule = publicWhenPublished(
  ["meeting", "capacity", "organisation"],
  Object.keys(attendance().shape),
);
export const classifyAttendance = rule.classify;
export const attendanceWithholds = rule.withholds;
