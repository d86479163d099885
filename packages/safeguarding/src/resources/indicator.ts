import { calendarDate, identifier, record, reference } from "@moothall/core";
import * as z from "zod";
import { polarity } from "../judgement/polarity.ts";

/** A dimension by which an indicator is broken down. */
const dimension = () =>
  z.strictObject({
    id: identifier(),
    title: z.string().min(1),
    categories: z.array(z.strictObject({ id: identifier(), title: z.string().min(1) })).min(1),
    /** Why categories may add up to more than the total: one referral may have several. */
    overlap: z.string().min(1).optional(),
    /** The categories listed are not all there are, so they may add up to less. */
    partial: z.boolean().optional(),
  });

/** What the figure is. Of a ratio both counts are indicators of their own. */
const measure = () =>
  z.discriminatedUnion("type", [
    /** So many cases or people. */
    z.strictObject({ type: z.literal("count") }),
    /** An amount that is no count: days lost, seconds, hours, full-time equivalents. */
    z.strictObject({ type: z.literal("amount") }),
    /** Numerator over denominator, times `per`. */
    z.strictObject({
      type: z.literal("ratio"),
      numerator: reference("safeguarding/indicator"),
      denominator: reference("safeguarding/indicator"),
      /** 100 for a percentage, 1 for a ratio, 1000 for a rate. */
      per: z.int().positive(),
      /**
       * `cohort`: some of one group, a proportion with an interval. `throughput`: this period's
       * outcomes over this period's cases, which may exceed 1 and has none. `rate`: events in a population.
       */
      link: z.enum(["cohort", "throughput", "rate"]),
    }),
    /** The change of another indicator in per cent, against the same period a year earlier. */
    z.strictObject({ type: z.literal("change"), of: reference("safeguarding/indicator") }),
    /** A percentage, mean or score whose counts nobody has given. */
    z.strictObject({ type: z.literal("reported"), base: z.string().min(1) }),
  ]);

export const themes = [
  "domestic-abuse",
  "children",
  "adults",
  "rape-and-serious-sexual-offences",
  "marac",
  "missing-persons",
  "mental-health",
  "criminal-justice",
  "demand",
  "workforce",
  "confidence",
  "contact",
  "road-safety",
  "health-and-safety",
  "air-support",
  "offender-management",
  "victim-services",
  "crime",
  "anti-social-behaviour",
  "substance-misuse",
  "youth-justice",
  "community",
] as const;

/** What is measured: definition, unit, kind of count, and which way is good. */
export const indicatorSchema = record({
  title: z.string().min(1),
  theme: z.enum(themes),
  body: reference("register/body").optional(),
  /** Versions of the definition, oldest first; observations say which they follow. */
  definitions: z
    .array(
      z.strictObject({
        version: z.int().positive(),
        text: z.string().min(1),
        validFrom: calendarDate().optional(),
        source: z.string().min(1).optional(),
      }),
    )
    .min(1),
  /** Such as `referrals`, `% of offences`, `working days lost per officer`; a percentage says of what. */
  unit: z
    .string()
    .min(1)
    .refine((text) => !/^(%|per ?cent|percent)$/i.test(text.trim()), "must say of what: % of …"),
  /** What one is: a person counted once, or a case of which a person may have several. */
  counts: z.enum(["people", "cases", "not-a-count"]),
  /** How many there are on a day, or how many came in a period. */
  timing: z.enum(["stock", "flow"]),
  measure: measure(),
  polarity: polarity(),
  /** Places as published, and whether the publisher rounds or truncates. */
  places: z.int().min(0).max(6).default(0),
  rounding: z.enum(["half-up", "truncate"]).default("half-up"),
  dimensions: z.array(dimension()).optional(),
  /** The system or publication that figures come from, and how they are counted there. */
  sourceSystem: z.string().min(1).optional(),
  method: z.string().min(1).optional(),
  accountable: reference("register/post").optional(),
  disclosurePolicy: reference("safeguarding/disclosure-policy").optional(),
})
  .superRefine((indicator, context) => {
    const versions = indicator.definitions.map((each) => each.version);
    if (new Set(versions).size !== versions.length)
      context.addIssue({ code: "custom", path: ["definitions"], message: "has a version twice" });
    const isCount = indicator.measure.type === "count";
    if (isCount !== (indicator.counts !== "not-a-count") && isCount)
      context.addIssue({
        code: "custom",
        path: ["counts"],
        message: "must say whether people or cases are counted",
      });
  })
  .meta({ description: "An indicator: what is measured, how, and which way is good" });

export type Indicator = z.output<typeof indicatorSchema>;

/** The definition of that version, or the newest. */
export const definitionOf = (
  { definitions }: Pick<Indicator, "definitions">,
  version?: number,
): Indicator["definitions"][number] | undefined =>
  version === undefined
    ? definitions.toSorted((left, right) => right.version - left.version)[0]
    : definitions.find((each) => each.version === version);

export const dimensionOf = ({ dimensions }: Pick<Indicator, "dimensions">, id: string) =>
  dimensions?.find((each) => each.id === id);

export const exampleIndicator: z.input<typeof indicatorSchema> = {
  id: "missing-children-reports",
  title: "Missing reports, under 18",
  theme: "children",
  definitions: [
    { version: 1, text: "Reports of missing persons under 18 by age at the time of the event" },
  ],
  unit: "reports",
  counts: "cases",
  timing: "flow",
  measure: { type: "count" },
  polarity: { direction: "none" },
  dimensions: [
    {
      id: "place",
      title: "Missing from",
      categories: [{ id: "social-care", title: "Social care" }],
      partial: true,
    },
  ],
  sourceSystem: "Compact",
};
