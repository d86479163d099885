import { calendarDate, parseReference, record, reference } from "@moothall/core";
import * as z from "zod";
import { bridge } from "../comparability/break.ts";

/** A break in series: from its day on, figures were counted in another way. */
export const breakSchema = record({
  title: z.string().min(1),
  /** The first day of the new way of counting. */
  date: calendarDate(),
  cause: z.string().min(1),
  from: z.string().min(1).optional(),
  to: z.string().min(1).optional(),
  /** The indicators whose series it breaks. */
  indicators: z.array(reference("safeguarding/indicator")).min(1),
  /** Only for these areas; for all where left out. */
  areas: z.array(reference("register/area")).min(1).optional(),
  bridge: bridge().optional(),
}).meta({ description: "A break in series" });

export type Break = z.output<typeof breakSchema>;

/** The breaks in the series of an indicator, for an area or for a figure of no area. */
export const breaksOf = (
  breaks: readonly Break[],
  indicator: string,
  areas: readonly (string | undefined)[] = [undefined],
): readonly Break[] =>
  breaks
    .filter(
      (each) =>
        each.indicators.some((reference) => parseReference(reference).id === indicator) &&
        (each.areas === undefined ||
          areas.some((area) => area === undefined || each.areas?.includes(area))),
    )
    .toSorted((left, right) => (left.date < right.date ? -1 : 1));
