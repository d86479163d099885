import { record, reference } from "@moothall/core";
import type * as z from "zod";
import { endsBeforeItStarts, startsBeforeItEnds, validity } from "./validity.ts";

/** Who held which post, and when: for elected office-holders, the only persons of the register. */
export const officeHolding = () =>
  record({
    post: reference("register/post"),
    person: reference("register/person"),
    ...validity(),
  })
    .refine(startsBeforeItEnds, endsBeforeItStarts)
    .meta({ description: "A person in a post" });

export type OfficeHolding = z.output<ReturnType<typeof officeHolding>>;
