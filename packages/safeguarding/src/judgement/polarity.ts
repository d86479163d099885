import { decimal, exact } from "@moothall/core";
import * as z from "zod";
import { fault } from "../errors.ts";

/**
 * Whether high or low is good, neither, or a band between two values. There is no default: a rise in
 * recorded domestic abuse may be more harm or more trust, so what counts such things is `none`
 * unless a reason is given.
 */
export const polarity = () =>
  z.discriminatedUnion(
    "direction",
    [
      z.strictObject({ direction: z.literal("high"), reason: z.string().min(1).optional() }),
      z.strictObject({ direction: z.literal("low"), reason: z.string().min(1).optional() }),
      z.strictObject({ direction: z.literal("none"), reason: z.string().min(1).optional() }),
      z.strictObject({
        direction: z.literal("band"),
        lowest: decimal(),
        highest: decimal(),
        reason: z.string().min(1).optional(),
      }),
    ],
    { error: "must say whether high or low is good, a band, or none: there is no default" },
  );

export type Polarity = z.output<ReturnType<typeof polarity>>;

/** @throws MoothallError `safeguarding/polarity-missing` */
export function requirePolarity(given: Polarity | undefined): Polarity {
  if (given !== undefined) return given;
  throw fault(
    "safeguarding/polarity-missing",
    "It is not said whether high or low is good.",
    'Say {"direction":"high"}, "low", "none", or "band" with lowest and highest.',
    { pointer: "/polarity" },
  );
}

/** How far a value is from good, the smaller the better; undefined where nothing is good or bad. */
export function badness(polarity: Polarity, value: string) {
  const given = exact(value);
  switch (polarity.direction) {
    case "high":
      return given.neg();
    case "low":
      return given;
    case "none":
      return undefined;
    case "band": {
      const below = exact(polarity.lowest).sub(given);
      const above = given.sub(exact(polarity.highest));
      const outside = below.compare(above) > 0 ? below : above;
      return outside.compare(0) < 0 ? exact("0") : outside;
    }
  }
}
