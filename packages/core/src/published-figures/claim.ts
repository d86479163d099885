import * as z from "zod";
import { type Exact, exact } from "../exact.ts";
import { canGo, direction } from "./change.ts";
import { type FactReader, numberOf, quote } from "./fact.ts";
import { figureName, relationBase } from "./figure-name.ts";
import { between, divide, formatInterval, type Interval, meets, point } from "./interval.ts";
import { evidenceOf, type Verdict } from "./verdict.ts";

/** How a word limits the fraction beside it. */
export const qualifiers = [
  "plain",
  "about",
  "just-over",
  "just-under",
  "over",
  "under",
  "at-least",
  "at-most",
] as const;

/** Words beside the figures that they claim. */
const claimBase = () => ({
  kind: z.literal("claim"),
  /** As printed: `just over double`. */
  words: z.string().min(1),
  ...relationBase(),
});

const fraction = () =>
  z
    .string()
    .regex(
      /^[1-9][0-9]*(?:\.[0-9]+)?(?:\/[1-9][0-9]*)?$/,
      'must be a number or a fraction, such as "2" or "1/3"',
    );

export const claimRelation = () =>
  z.discriminatedUnion("means", [
    z.strictObject({
      ...claimBase(),
      /** The figure is so many times its base: double, a third, the majority (over 1/2). */
      means: z.literal("multiple"),
      figure: figureName(),
      base: figureName(),
      multiple: fraction(),
      qualifier: z.enum(qualifiers).default("plain"),
    }),
    z.strictObject({
      ...claimBase(),
      /** In line with, similar to, on a par with. */
      means: z.literal("alike"),
      figures: z.array(figureName()).min(1),
      /** `about`: fairly, broadly, roughly alike. */
      qualifier: z.enum(["plain", "about"]).default("plain"),
    }),
    z.strictObject({
      ...claimBase(),
      /** Risen, fallen or unchanged across all of them, none, or so many. */
      means: z.literal("direction"),
      direction: direction(),
      changes: z.array(z.strictObject({ from: figureName(), to: figureName() })).min(1),
      /** How many of them; all where left out. */
      count: z.int().min(0).optional(),
    }),
  ]);

export type ClaimRelation = z.output<ReturnType<typeof claimRelation>>;

export function checkClaim(relation: ClaimRelation, reader: FactReader): readonly Verdict[] {
  switch (relation.means) {
    case "multiple":
      return checkMultiple(relation, reader);
    case "alike":
      return checkAlike(relation, reader);
    case "direction":
      return checkDirections(relation, reader);
  }
}

type Claim<Means extends ClaimRelation["means"]> = Extract<ClaimRelation, { means: Means }>;

/** How far from the fraction, in shares of it, a word may be: silent to the first, a warning to the second. */
const near = ["1/10", "1/5"] as const;
/** The same for figures that are said to be alike. */
const alike = ["1/20", "1/10"] as const;

/** Where the multiple may lie for a word to pass, and to be merely unlikely. */
export function tolerance(
  of: Exact,
  qualifier: (typeof qualifiers)[number],
): { readonly silent: Interval; readonly unlikely: Interval } {
  const [first, second] = near.map((share) => of.mul(share)) as [Exact, Exact];
  const same = (interval: Interval) => ({
    silent: interval,
    unlikely: interval,
  });
  switch (qualifier) {
    case "plain":
    case "about":
      return {
        silent: between(of.sub(first), of.add(first)),
        unlikely: between(of.sub(second), of.add(second)),
      };
    case "just-over":
      return {
        silent: between(of, of.add(first), { low: true }),
        unlikely: between(of, of.add(second)),
      };
    case "just-under":
      return {
        silent: between(of.sub(first), of, { high: true }),
        unlikely: between(of.sub(second), of),
      };
    case "over":
      return same(between(of, null, { low: true }));
    case "under":
      return same(between(null, of, { high: true }));
    case "at-least":
      return same(between(of, null));
    case "at-most":
      return same(between(null, of));
  }
}

function checkMultiple(relation: Claim<"multiple">, reader: FactReader): readonly Verdict[] {
  const figure = reader.one(relation.figure);
  const base = reader.one(relation.base);
  if (figure === undefined || base === undefined || reader.withheld) return [];
  const [one, other] = [numberOf(figure, "any"), numberOf(base, "any")];
  const quotient = one && other && divide(one, other);
  if (quotient === undefined) return [];
  const { qualifier = "plain" } = relation;
  const { silent, unlikely } = tolerance(fractionOf(relation.multiple), qualifier);
  if (meets(quotient, silent)) return [];
  return [
    {
      severity: meets(quotient, unlikely) ? "warning" : "error",
      message: `The words say '${relation.words}'; ${quote(figure)} is ${formatInterval(quotient)} times ${quote(base)}.`,
      evidence: {
        ...evidenceOf({ figure, base }),
        times: formatInterval(quotient),
        words: relation.words,
      },
      fix: "Correct the words, or the figure that is wrong.",
    },
  ];
}

function fractionOf(text: string): Exact {
  const [over = "1", under = "1"] = text.split("/");
  return exact(over).div(exact(under));
}

function checkAlike(relation: Claim<"alike">, reader: FactReader): readonly Verdict[] {
  const facts = reader.all(relation.figures);
  if (reader.withheld) return [];
  let worst: Verdict | undefined;
  for (const [index, one] of facts.entries()) {
    for (const other of facts.slice(index + 1)) {
      const [left, right] = [numberOf(one, "any"), numberOf(other, "any")];
      const quotient = left && right && divide(left, right);
      if (left === undefined || right === undefined || meets(left, right)) continue;
      if (quotient === undefined) continue;
      const within = (share: string) => {
        const limit = exact("1").add(share);
        return meets(quotient, between(limit.inverse(), limit));
      };
      const [silent, unlikely] = relation.qualifier === "about" ? near : alike;
      if (within(silent)) continue;
      const severity = within(unlikely) ? "warning" : "error";
      if (worst?.severity === "error" || (worst !== undefined && severity === "warning")) continue;
      worst = {
        severity,
        message: `The words say '${relation.words}' of ${quote(one)} and ${quote(other)}: the one is ${formatInterval(quotient)} times the other.`,
        evidence: { ...evidenceOf({ one, other }), words: relation.words },
        fix: "Correct the words, or the figure that is wrong.",
      };
    }
  }
  return worst === undefined ? [] : [worst];
}

function checkDirections(relation: Claim<"direction">, reader: FactReader): readonly Verdict[] {
  const changes = relation.changes.map(({ from, to }) => ({
    from: reader.one(from),
    to: reader.one(to),
  }));
  if (reader.withheld) return [];
  let possible = 0;
  let certain = 0;
  const against: string[] = [];
  for (const { from, to } of changes) {
    const before = from && numberOf(from, "any");
    const after = to && numberOf(to, "any");
    if (!from || !to || !before || !after) {
      possible += 1;
      continue;
    }
    const others = (["up", "down", "same"] as const).filter((way) => way !== relation.direction);
    if (canGo(before, after, relation.direction)) {
      possible += 1;
      if (!others.some((way) => canGo(before, after, way))) certain += 1;
    } else against.push(`from ${quote(from)} to ${quote(to)}`);
  }
  const wanted = relation.count ?? changes.length;
  if (meets(between(exact(BigInt(certain)), exact(BigInt(possible))), point(exact(BigInt(wanted)))))
    return [];
  return [
    {
      severity: "error",
      message: `The words say '${relation.words}'; of ${changes.length} changes ${possible === certain ? possible : `${certain} to ${possible}`} went that way${against.length === 0 ? "" : `, and not ${against.slice(0, 3).join(", ")}`}.`,
      evidence: {
        words: relation.words,
        changes: changes.length,
        counted: possible,
      },
      fix: "Correct the words, or the figure that is wrong.",
    },
  ];
}
