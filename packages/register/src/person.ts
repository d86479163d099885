import { calendarDate, record, reference } from "@moothall/core";
import * as z from "zod";

/**
 * An elected office-holder: the only person that the register names. The election is what lets the
 * name stand, so a record without one is refused; an officer, a member of the public or an appointed
 * member is not recorded as a person, but as a post.
 */
export const person = () =>
  record({
    name: z.string().min(1),
    /** The elected posts to which the person was elected, and the day of the poll. */
    electedTo: z
      .array(z.strictObject({ post: reference("register/post"), poll: calendarDate().optional() }))
      .min(1, "must name the elected post that lets the name stand"),
  }).meta({ description: "An elected office-holder" });

export type Person = z.output<ReturnType<typeof person>>;
