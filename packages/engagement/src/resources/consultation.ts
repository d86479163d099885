import { type Classification, calendarDate, period, record, reference } from "@moothall/core";
import * as z from "zod";
import { designs } from "../estimation/margin-of-error.ts";
import { gunningInput } from "../gate/gunning.ts";
import { statutoryGroups } from "../gate/section-96.ts";

export const questionTypes = ["one", "several", "number", "text"] as const;

export const questionSchema = () =>
  z.strictObject({
    id: z.string().min(1),
    /** Counts on with every change of wording: another wording breaks the trend. */
    version: z.int().positive().default(1),
    text: z.string().min(1),
    type: z.enum(questionTypes),
    options: z.array(z.strictObject({ id: z.string().min(1), text: z.string().min(1) })).optional(),
    required: z.boolean().optional(),
  });

export type Question = z.output<ReturnType<typeof questionSchema>>;

/** The characteristics that section 149 of the Equality Act 2010 names. */
export const characteristics = [
  "age",
  "disability",
  "gender-reassignment",
  "marriage-and-civil-partnership",
  "pregnancy-and-maternity",
  "race",
  "religion-or-belief",
  "sex",
  "sexual-orientation",
] as const;

export const preferNotToSay = "prefer-not-to-say";

/** A consultation, survey or poll that the body carries out, or a wave of one that is repeated. */
export const consultationSchema = record({
  title: z.string().min(1),
  body: reference("register/body"),
  kind: z.enum(["consultation", "survey", "poll", "panel"]),
  status: z.enum(["draft", "published", "withdrawn"]),
  purpose: z.string().min(1).optional(),
  /** Of a series that is repeated: its name and the wave. */
  series: z.string().min(1).optional(),
  wave: z.string().min(1).optional(),
  design: z.enum(designs),
  opens: calendarDate().optional(),
  /** The last day on which answers count. */
  closes: calendarDate().optional(),
  /** Where a paper gives no more than a period. */
  held: period().optional(),
  audiences: z.array(z.string().min(1)).optional(),
  groups: z.array(z.enum(statutoryGroups)).optional(),
  areas: z.array(reference("register/area")).optional(),
  objectives: z.array(reference("register/objective")).optional(),
  plan: reference("engagement/plan").optional(),
  questions: z.array(questionSchema()).optional(),
  /** What respondents are asked about themselves; "prefer not to say" is always an option. */
  demographics: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        characteristic: z.enum(characteristics).optional(),
        text: z.string().min(1),
        options: z.array(z.string().min(1)).min(1),
      }),
    )
    .optional(),
  /** Which heading of a file of responses is which field: `question:ID`, `demographic:ID`, `id`, `received`, `area`, `channel`. */
  columnMap: z.record(z.string().min(1), z.string().min(1)).optional(),
  /** The decision that it is to inform, and the day on which it is, or is to be, taken. */
  decision: reference().optional(),
  decided: calendarDate().optional(),
  decides: z.enum(["plan", "precept", "other"]).optional(),
  gunning: gunningInput().shape.principles.unwrap().optional(),
  reportedOn: calendarDate().optional(),
  /** How many answers a paper says there were; `atLeast` where it says "over". */
  responses: z
    .strictObject({ count: z.int().min(0), atLeast: z.boolean().default(false) })
    .optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
}).meta({ description: "A consultation or survey" });

export type Consultation = z.output<typeof consultationSchema>;

export const classifyConsultation = ({ status }: Consultation): Classification => ({
  record: status === "draft" ? "restricted" : "public",
});
