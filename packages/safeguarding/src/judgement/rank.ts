import { decimal, isDecimal } from "@moothall/core";
import * as z from "zod";
import { fault } from "../errors.ts";
import { badness, polarity, requirePolarity } from "./polarity.ts";

export const rankInput = () =>
  z.strictObject({
    entries: z
      .array(
        z.strictObject({
          name: z.string().min(1),
          /** Null where suppressed or unknown. */
          value: decimal().nullable(),
        }),
      )
      .min(1),
    polarity: polarity().optional(),
  });

export type RankInput = z.input<ReturnType<typeof rankInput>>;

export const ranking = () =>
  z.strictObject({
    entries: z.array(
      z.strictObject({
        name: z.string(),
        value: z.string().nullable(),
        /** `1`, `=2`; null where the value is not known. */
        rank: z.string().nullable(),
      }),
    ),
    ranked: z.int(),
    /** How many are left out because their value is suppressed or unknown. */
    unranked: z.int(),
  });

export type Ranking = z.output<ReturnType<typeof ranking>>;

/**
 * Competition ranks, best first by polarity (of a band, the nearest to it): equal values share a
 * place, marked `=`, and the places after them are left out. Suppressed and unknown values are not
 * ranked, and counted. The order of the entries is kept.
 *
 * @throws MoothallError `safeguarding/polarity-missing`, `safeguarding/no-rank-without-polarity`
 * where neither high nor low is good, `safeguarding/duplicate-entry`, `safeguarding/value-missing`
 */
export function rank(input: RankInput): Ranking {
  const direction = requirePolarity(input.polarity);
  if (direction.direction === "none") {
    throw fault(
      "safeguarding/no-rank-without-polarity",
      "Neither high nor low is good here, so there is no order of merit.",
      "Show the figures side by side, without ranks.",
      { pointer: "/polarity" },
    );
  }
  const names = input.entries.map((entry) => entry.name);
  const twice = names.findIndex((name, index) => names.indexOf(name) !== index);
  if (twice >= 0) {
    throw fault(
      "safeguarding/duplicate-entry",
      `'${names[twice]}' is named twice.`,
      "Name each once.",
      { pointer: `/entries/${twice}/name` },
    );
  }
  const known = input.entries.flatMap(({ value }) =>
    value === null ? [] : [badness(direction, requireDecimal(value))],
  );
  const entries = input.entries.map(({ name, value }) => {
    if (value === null) return { name, value, rank: null };
    const own = badness(direction, value);
    const ahead = known.filter((other) => own !== undefined && other?.compare(own) === -1).length;
    const equal = known.filter((other) => own !== undefined && other?.compare(own) === 0).length;
    return { name, value, rank: `${equal > 1 ? "=" : ""}${ahead + 1}` };
  });
  return { entries, ranked: known.length, unranked: entries.length - known.length };
}

function requireDecimal(value: string): string {
  if (isDecimal(value)) return value;
  throw fault(
    "safeguarding/value-missing",
    "A value is not a decimal written as text.",
    'Write "70.8", or null where it is not known.',
  );
}
