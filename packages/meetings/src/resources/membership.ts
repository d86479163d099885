import { calendarDate, record, reference } from "@moothall/core";
import * as z from "zod";
import { member } from "./terms.ts";

/** Who belongs to a body that meets, from when to when, and with what right. */
export const membership = () =>
  record({
    body: reference("register/body"),
    member: member(),
    role: z
      .enum(["chair", "vice-chair", "member", "co-opted", "substitute", "observer", "adviser"])
      .default("member"),
    votingRight: z.boolean().default(true),
    /** The body that sent the member. */
    onBehalfOf: reference("register/body").optional(),
    /** Of a substitute: for whom. */
    substitutes: z.array(member()).optional(),
    validFrom: calendarDate().optional(),
    validTo: calendarDate().optional(),
  })
    .refine(
      ({ validFrom, validTo }) =>
        validFrom === undefined || validTo === undefined || validFrom <= validTo,
      { path: ["validTo"], message: "must not come before validFrom" },
    )
    .meta({ description: "A member of a body" });

export type Membership = z.output<ReturnType<typeof membership>>;

/** Whether the membership holds on the day, both ends included. */
export const isMemberOn = ({ validFrom, validTo }: Membership, date: string): boolean =>
  (validFrom === undefined || validFrom <= date) && (validTo === undefined || date <= validTo);
