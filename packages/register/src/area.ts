import { record, reference } from "@moothall/core";
import * as z from "zod";
import { areaCode, areaKinds, kindOfAreaCode } from "./area-code.ts";
import { endsBeforeItStarts, startsBeforeItEnds, validity } from "./validity.ts";

/** An area, from a country down to a locality, with the days on which it had these bounds. */
export const area = () =>
  record({
    name: z.string().min(1),
    kind: z.enum(areaKinds),
    /** The code of the Government Statistical Service; small areas have none. */
    code: areaCode().optional(),
    /** The next larger area of which it is part. */
    parent: reference("register/area").optional(),
    /** Where its tile stands in a map of equal tiles of its kind, counted from 1 at the north-west. */
    tile: z
      .strictObject({ row: z.int().min(1).max(24), column: z.int().min(1).max(24) })
      .optional(),
    ...validity(),
    /** The areas that took its place, where it was divided, merged or drawn anew. */
    successors: z.array(reference("register/area")).optional(),
  })
    .refine(startsBeforeItEnds, endsBeforeItStarts)
    .refine(
      ({ kind, code }) =>
        code === undefined || kindOfAreaCode(code) === undefined || kindOfAreaCode(code) === kind,
      { path: ["code"], message: "is the code of another kind of area" },
    )
    .meta({ description: "An area" });

export type Area = z.output<ReturnType<typeof area>>;
