import * as z from "zod";
import { fault } from "../errors.ts";
import { requireCount } from "./count.ts";
import { zOf } from "./normal-quantile.ts";

/** Areas to hold against the average of all of them. */
export const funnelInput = () =>
  z.strictObject({
    kind: z
      .enum(["proportion", "rate"])
      .default("proportion")
      .describe("proportion: numerators are part of denominators; rate: events in a population"),
    per: z.number().positive().default(1).describe("100 for percentages"),
    average: z
      .number()
      .nonnegative()
      .optional()
      .describe("The centre, as a share or rate of one; that of all entries where left out"),
    entries: z
      .array(
        z.strictObject({
          name: z.string().min(1),
          numerator: z.number().nullable(),
          denominator: z.number(),
        }),
      )
      .min(1),
  });

export type FunnelInput = z.input<ReturnType<typeof funnelInput>>;

const limits = () =>
  z.strictObject({
    lower95: z.number(),
    upper95: z.number(),
    lower998: z.number(),
    upper998: z.number(),
  });

export const funnelOutput = () =>
  z.strictObject({
    average: z.number(),
    method: z.literal("normal-approximation"),
    entries: z.array(
      z.strictObject({
        name: z.string(),
        /** Null where the numerator is not known; it counts nowhere. */
        value: z.number().nullable(),
        ...limits().shape,
        /** Where it lies: within 95 %, between 95 and 99.8 %, or beyond. */
        position: z.enum(["beyond-low", "low", "within", "high", "beyond-high"]).nullable(),
      }),
    ),
  });

export type Funnel = z.output<ReturnType<typeof funnelOutput>>;

/**
 * Limits of a funnel plot around the average of all entries (Spiegelhalter 2005), by the normal
 * approximation: p̄ ± z·√(p̄(1−p̄)/n) for a proportion, λ̄ ± z·√(λ̄/n) for a rate, cut off where no
 * share or rate can be. Values, average and limits are multiplied by `per`.
 *
 * @throws MoothallError `safeguarding/numerator-over-denominator`, `safeguarding/negative-count`,
 * `safeguarding/fraction-of-a-person`, `safeguarding/percentage-without-base`,
 * `safeguarding/duplicate-entry`
 */
export function funnel({ kind = "proportion", per = 1, ...input }: FunnelInput): Funnel {
  const names = new Set<string>();
  for (const [index, entry] of input.entries.entries()) {
    if (names.has(entry.name)) throw twice(entry.name, index);
    names.add(entry.name);
    checkEntry(kind, entry, index);
  }
  const known = input.entries.filter((entry) => entry.numerator !== null);
  const total = (of: (entry: (typeof known)[number]) => number) =>
    known.reduce((sum, entry) => sum + of(entry), 0);
  const denominators = total((entry) => entry.denominator);
  const average =
    input.average ??
    (denominators === 0 ? 0 : total((entry) => entry.numerator ?? 0) / denominators);
  return {
    average: average * per,
    method: "normal-approximation",
    entries: input.entries.map(({ name, numerator, denominator }) => {
      const found = limitsAt(kind, average, denominator);
      const value = numerator === null ? null : numerator / denominator;
      return {
        name,
        value: value === null ? null : value * per,
        lower95: found.lower95 * per,
        upper95: found.upper95 * per,
        lower998: found.lower998 * per,
        upper998: found.upper998 * per,
        position: value === null ? null : positionOf(value, found),
      };
    }),
  };
}

/** The limits for a denominator, of an average from 0 to 1 (a proportion) or above 0 (a rate). */
export function limitsAt(kind: "proportion" | "rate", average: number, denominator: number) {
  const spread = kind === "proportion" ? average * (1 - average) : average;
  const step = Math.sqrt(Math.max(0, spread) / denominator);
  const [inner, outer] = [zOf(0.95) * step, zOf(0.998) * step];
  const top = kind === "proportion" ? 1 : Number.POSITIVE_INFINITY;
  return {
    lower95: Math.max(0, average - inner),
    upper95: Math.min(top, average + inner),
    lower998: Math.max(0, average - outer),
    upper998: Math.min(top, average + outer),
  };
}

function positionOf(value: number, found: ReturnType<typeof limitsAt>) {
  if (value < found.lower998) return "beyond-low";
  if (value > found.upper998) return "beyond-high";
  if (value < found.lower95) return "low";
  return value > found.upper95 ? "high" : "within";
}

function checkEntry(
  kind: "proportion" | "rate",
  { numerator, denominator }: FunnelInput["entries"][number],
  index: number,
): void {
  const at = `/entries/${index}`;
  if (numerator !== null) requireCount(numerator, `${at}/numerator`);
  if (kind === "proportion") requireCount(denominator, `${at}/denominator`);
  if (!(denominator > 0)) {
    throw fault(
      "safeguarding/percentage-without-base",
      `Entry ${index + 1} has no base.`,
      "Leave the entry out, or give its denominator.",
      { pointer: `${at}/denominator` },
    );
  }
  if (kind === "proportion" && numerator !== null && numerator > denominator) {
    throw fault(
      "safeguarding/numerator-over-denominator",
      `Entry ${index + 1} has a numerator over its denominator.`,
      "Correct the counts, or say kind rate.",
      { pointer: `${at}/numerator` },
    );
  }
}

const twice = (name: string, index: number) =>
  fault("safeguarding/duplicate-entry", `'${name}' is named twice.`, "Name each once.", {
    pointer: `/entries/${index}/name`,
  });
