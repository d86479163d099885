import { decimal, nonNegativeDecimal } from "@moothall/core";
import * as z from "zod";

const name = () => z.string().min(1).max(200);

export interface Criterion {
  readonly id: string;
  readonly title?: string | undefined;
  readonly weight: string;
  readonly maximum?: string | undefined;
  readonly minimum?: string | undefined;
  readonly criteria?: readonly Criterion[] | undefined;
}

/**
 * A quality criterion. Weights are points of the whole: those of the parts add up exactly to that of
 * the criterion, those of the topmost to the quality weight. A criterion without parts is scored
 * from 0 to `maximum`; a bid below `minimum` on it is out.
 */
export const criterion: () => z.ZodType<Criterion, Criterion> = () => criterionSchema;
const criterionSchema: z.ZodType<Criterion, Criterion> = z
  .strictObject({
    id: name(),
    title: z.string().min(1).optional(),
    weight: nonNegativeDecimal(),
    maximum: decimal().optional(),
    minimum: nonNegativeDecimal().optional(),
    get criteria() {
      return z.array(criterionSchema).min(1).optional();
    },
  })
  .meta({ id: "ProcurementCriterion", description: "Quality criterion, with its parts" });

/** A pass-or-fail question: a bid that answers `false` is out before any price is compared. */
export const question = () => z.strictObject({ id: name(), title: z.string().min(1).optional() });

/**
 * How bids equal for first place are separated, as the notice declared it: not at all, by the lower
 * price, or by the higher quality.
 */
export const tieRules = ["none", "lower-price", "higher-quality"] as const;
export type TieRule = (typeof tieRules)[number];

/** The method of an award, as it is declared before bids are opened. */
export const methodShape = {
  formula: z.string().min(1).default("deviation-from-lowest").meta({
    description:
      "Id of the formula for price, such as proportional or linear-range; the answer names it",
  }),
  parameters: z
    .record(z.string(), decimal())
    .default({})
    .meta({ description: "What the formula needs besides, such as a benchmark" }),
  weights: z
    .strictObject({ price: nonNegativeDecimal(), quality: nonNegativeDecimal() })
    .meta({ description: "Points for price and for quality; together exactly 100" }),
  criteria: z.array(criterion()).min(1).optional(),
  questions: z.array(question()).min(1).optional(),
  minimumQuality: nonNegativeDecimal()
    .optional()
    .meta({ description: "Quality points below which a bid is out" }),
  places: z.int().min(0).max(6).default(2).meta({
    description: "Places shown; ranks are taken on exact scores, rounded half up once",
  }),
  tieRule: z.enum(tieRules).default("none").meta({ description: "What decides between equals" }),
};

export const method = () =>
  z.strictObject(methodShape).meta({ description: "Declared method of an award" });

export type Method = z.output<ReturnType<typeof method>>;
export type MethodInput = z.input<ReturnType<typeof method>>;
