import { record, reference } from "@moothall/core";
import * as z from "zod";
import { endsBeforeItStarts, startsBeforeItEnds, validity } from "./validity.ts";

/**
 * A post, whoever holds it. Officers stand in every record as their post; there is no field for a
 * name here, and only the holders of elected posts may be recorded as persons.
 */
export const post = () =>
  record({
    title: z.string().min(1),
    body: reference("register/body"),
    /** Whether the holder is elected to it by the public. */
    elected: z.boolean().default(false),
    /** How many hold it at once. */
    seats: z.int().positive().default(1),
    /** The ward, division or force area for which it is held. */
    area: reference("register/area").optional(),
    ...validity(),
  })
    .refine(startsBeforeItEnds, endsBeforeItStarts)
    .meta({ description: "A post" });

export type Post = z.output<ReturnType<typeof post>>;
