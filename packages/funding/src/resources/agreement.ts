import { calendarDate, record, reference } from "@moothall/core";
import * as z from "zod";
import { share } from "../amount.ts";

/** The agreement under which an award is paid. */
export const agreement = () =>
  record({
    award: reference("funding/award"),
    body: reference("register/body").optional(),
    sent: calendarDate().optional(),
    /** When the last party signed. */
    signed: calendarDate().optional(),
    starts: calendarDate().optional(),
    ends: calendarDate().optional(),
    /** The share of eligible spend that the award pays, 1 where left out. */
    rate: share().optional(),
    publishedOn: calendarDate().optional(),
    publication: z.url().optional(),
    file: reference().optional(),
  }).meta({ description: "A grant agreement" });

export type Agreement = z.output<ReturnType<typeof agreement>>;
