import { calendarDate, period, record, reference } from "@moothall/core";
import * as z from "zod";
import { body, meetings, objectives, validity } from "./terms.ts";

/** The share of meetings attended, in per cent, as text. */
const percent = () =>
  z
    .string()
    .regex(/^(?:100(?:\.0+)?|[0-9]{1,2}(?:\.[0-9]{1,2})?)$/, "must be a percentage from 0 to 100");

const attendance = () =>
  z
    .strictObject({
      member: body(),
      year: period(),
      /** The meetings it is of, where not of the body's own: `sub-groups`. */
      of: z.string().min(1).optional(),
      attended: z.int().nonnegative().optional(),
      held: z.int().positive().optional(),
      /** Per cent, where a paper gives no counts. */
      share: percent().optional(),
    })
    .refine(
      ({ attended, held, share }) =>
        share !== undefined || (attended !== undefined && held !== undefined && attended <= held),
      { message: "must have a share, or meetings attended out of meetings held" },
    );

/** What a body does together with others in a partnership, a board or a scheme of districts. */
export const partnership = () =>
  record({
    title: z.string().min(1),
    /** The partnership itself. */
    body: body(),
    purpose: z.string().min(1).optional(),
    authority: z.string().min(1).optional(),
    members: z
      .array(
        z.strictObject({
          member: body(),
          role: z
            .enum(["chair", "statutory-member", "member", "adviser", "oversees", "invited"])
            .default("member"),
          ...validity(),
        }),
      )
      .optional(),
    attendance: z.array(attendance()).optional(),
    /** Changes of which bodies it is made. */
    mergers: z
      .array(
        z.strictObject({
          date: period(),
          of: z.array(z.string().min(1)).min(1),
          into: z.string().min(1),
          reason: z.string().min(1).optional(),
        }),
      )
      .optional(),
    risks: z.array(z.string().min(1)).optional(),
    reviewDue: calendarDate().optional(),
    plan: reference("register/plan").optional(),
    objectives: objectives(),
    meetings: meetings(),
    ...validity(),
  }).meta({ description: "A partnership body" });

export type Partnership = z.output<ReturnType<typeof partnership>>;
