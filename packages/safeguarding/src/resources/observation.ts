import {
  calendarDate,
  decimal,
  nonNegativeDecimal,
  period,
  record,
  reference,
  source,
} from "@moothall/core";
import * as z from "zod";
import { breakdown } from "./breakdown.ts";

/** Codes of the SDMX code list for the status of an observation, as far as councils meet them. */
export const statusCodes = {
  A: "normal",
  B: "break in series",
  D: "definition differs",
  E: "estimated",
  I: "imputed",
  L: "exists but was not collected",
  M: "cannot exist",
  O: "missing",
  P: "provisional",
  Q: "suppressed",
  U: "low reliability",
  V: "not validated",
} as const;

export type StatusCode = keyof typeof statusCodes;

/** The codes of an observation that has no value. */
export const codesWithoutValue: ReadonlySet<StatusCode> = new Set(["L", "M", "O", "Q"]);

/**
 * A figure of an indicator: for a period, an area, a breakdown. Confidential unless a public paper
 * has printed it (`disclosedIn`). `value` null is unknown, never zero, and its status says why.
 */
export const observationSchema = record({
  indicator: reference("safeguarding/indicator"),
  /** Version of the indicator's definition; 1 where left out. */
  definition: z.int().positive().default(1),
  period: period(),
  area: reference("register/area").optional(),
  /** Of figures of a body rather than an area. */
  body: reference("register/body").optional(),
  breakdown: breakdown().optional(),
  value: decimal().nullable().default(null),
  /** Of a ratio: the counts. The numerator of a rate is a count, its base may be a mean population. */
  numerator: nonNegativeDecimal().nullable().optional(),
  denominator: nonNegativeDecimal().nullable().optional(),
  status: z.array(z.enum(Object.keys(statusCodes) as [StatusCode, ...StatusCode[]])).default(["A"]),
  /** The system that it was counted in. */
  system: z.string().min(1).optional(),
  /** The publication or extract that it came with. */
  release: z.string().min(1).optional(),
  /** The observation that this one takes the place of; both stay. */
  revises: reference("safeguarding/observation").optional(),
  revisionReason: z.string().min(1).optional(),
  comment: z.string().min(1).optional(),
  /** The public paper that printed it, so that it is public. */
  disclosedIn: source().optional(),
  /** The day on which that paper came out: no figure can be of a later period. */
  disclosedOn: calendarDate().optional(),
})
  .superRefine((observation, context) => {
    const without = observation.status.some((code) => codesWithoutValue.has(code));
    if (observation.value === null && !without)
      context.addIssue({
        code: "custom",
        path: ["status"],
        message:
          "must say why there is no value: L not collected, M cannot exist, O missing, Q suppressed",
      });
    if (observation.value !== null && without)
      context.addIssue({
        code: "custom",
        path: ["value"],
        message: "stands beside a status that says there is none; unknown is not zero",
      });
    const isSuppressed = observation.status.includes("Q");
    for (const side of ["numerator", "denominator"] as const) {
      const beside = observation[side] ?? null;
      if (beside !== null && isSuppressed && observation.disclosedIn !== undefined)
        context.addIssue({
          code: "custom",
          path: [side],
          message: "would give away the figure, which is suppressed and public",
        });
    }
    if (observation.revises !== undefined && observation.revisionReason === undefined)
      context.addIssue({
        code: "custom",
        path: ["revisionReason"],
        message: "must say why the figure was revised",
      });
  })
  .meta({ description: "A figure of an indicator for a period and an area" });

export type Observation = z.output<typeof observationSchema>;

/** What makes two observations figures of one fact. */
export const factOf = ({ indicator, period, area, body, breakdown }: Observation): string =>
  [indicator, period, area ?? "", body ?? "", breakdown ?? ""].join(" ");

/** The observations that no other one revises: the latest vintage of each. */
export function latestVintage<Each extends Pick<Observation, "id" | "revises">>(
  observations: readonly Each[],
): readonly Each[] {
  const revised = new Set(observations.flatMap(({ revises }) => revises ?? []));
  return observations.filter(({ id }) => !revised.has(`safeguarding/observation/${id}`));
}

export const exampleObservation: z.input<typeof observationSchema> = {
  id: "missing-children-reports.fy2016.derbyshire",
  indicator: "safeguarding/indicator/missing-children-reports",
  period: "FY2016",
  area: "register/area/derbyshire-police",
  value: "1187",
  system: "Compact",
};
