import { type Classification, calendarDate, reference } from "@moothall/core";
import * as z from "zod";

/** Who answers for something: a post or a body, never a name. */
export const holder = () => reference("register/post", "register/body");

export const body = () => reference("register/body");
export const bodies = () => z.array(body()).optional();
export const areas = () => z.array(reference("register/area")).optional();

/** The objectives of plans that it serves. */
export const objectives = () => z.array(reference("register/objective")).optional();

/** Meetings, papers, minutes, decisions and actions in which it was dealt with. */
export const meetings = () => z.array(reference("meetings")).optional();

/** Awards, services, payments, contracts: where its money is recorded. It is recorded only there. */
export const money = () => z.array(reference("funding", "procurement")).optional();

/** How a line is rated, in the colours that papers print. */
export const ratings = ["green", "amber", "red", "complete"] as const;
export type Rating = (typeof ratings)[number];
export const rating = () => z.enum(ratings);

export const validity = () => ({
  validFrom: calendarDate().optional(),
  validTo: calendarDate().optional(),
});

/**
 * The day on which this version became public. Until it is given the record is restricted: risks,
 * audits and reviews are worked on before they can be read by everyone.
 */
export const published = () =>
  calendarDate()
    .optional()
    .describe("The day on which this version became public; restricted until then");

export const restrictedUntilPublished = ({
  published: day,
}: {
  readonly published?: string | undefined;
}): Classification => ({ record: day === undefined ? "restricted" : "public" });
