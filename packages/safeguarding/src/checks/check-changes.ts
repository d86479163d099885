import { type Exact, exact, type Finding, formatPeriod, toDecimal } from "@moothall/core";
import { breaksBetween } from "../comparability/segments.ts";
import type { Claim } from "../resources/claim.ts";
import { latestVintage } from "../resources/observation.ts";
import { unitOf } from "./check-claims.ts";
import { groupBy, type IndicatorData } from "./series-data.ts";

/** A claim that gives a change as a number and may give it in per cent, to the figure. */
interface Change {
  readonly claim: Claim;
  readonly against: string;
  readonly amount: Exact;
  readonly percent: string | undefined;
}

/** Between which two numbers a figure must lie; both ends belong to it. */
interface Span {
  readonly low: Exact;
  readonly high: Exact;
}

/**
 * Changes as papers print them, though not the figures that they are of: a number and its per cent
 * give the earlier figure within its rounding, so a series of such changes either fits together,
 * and fits the figures that are recorded, or does not.
 */
export function checkChanges(claims: readonly Claim[], data: IndicatorData): Finding[] {
  const series = groupBy(claims, ({ area, breakdown }) => `${area ?? ""} ${breakdown ?? ""}`);
  return [...series.values()].flatMap((each) => checkSeriesOfChanges(each, data));
}

function checkSeriesOfChanges(claims: readonly Claim[], data: IndicatorData): Finding[] {
  const [first] = claims;
  const figures = latestVintage(data.observations).filter(
    (each) =>
      each.breakdown === first?.breakdown &&
      (first?.area === undefined || each.area === first.area),
  );
  const heldAt = (period: string): Exact | undefined => {
    const value = figures.find((each) => each.period === period)?.value ?? null;
    return value === null ? undefined : exact(value);
  };
  const changes = claims.flatMap((claim): Change[] => {
    const { says } = claim;
    if (says.kind !== "change" || says.amount === undefined || says.bound !== undefined) return [];
    if (breaksBetween(says.against, claim.period, data.breaks).length > 0) return [];
    return [{ claim, against: says.against, amount: exact(says.amount), percent: says.percent }];
  });
  return changes.flatMap((change): Finding[] => {
    const { claim, amount, percent, against } = change;
    if (percent !== undefined && exact(percent).mul(amount).compare(0) < 0) {
      return [
        finding(claim, "the number and the per cent have opposite signs", {
          amount: toDecimal(amount, 2),
          percent,
        }),
      ];
    }
    const now = heldAt(claim.period);
    const before = heldAt(against);
    // With both figures the claim is checked as it stands.
    if (now !== undefined && before !== undefined) return [];
    const alone = spanOf(change, undefined);
    const held = before ?? now?.sub(amount);
    const isOff =
      held !== undefined && alone !== undefined && !meets(alone, { low: held, high: held });
    const unlike = isOff
      ? `the number makes ${formatPeriod(against)} ${show(held)}, the per cent ${showSpan(alone)}`
      : "";
    const evidence = { held: held === undefined ? null : show(held), percent: percent ?? null };
    if (isOff && !isCutOff(change, held)) return [finding(claim, unlike, evidence)];
    const asCutOff = isOff
      ? [
          finding(
            claim,
            `${unlike}; both are right only if the per cent was cut off rather than rounded`,
            evidence,
            "warning",
          ),
        ]
      : [];
    if (before !== undefined) return asCutOff;
    const own = spanOf(change, now);
    const earlier = changes.find((each) => each.claim.period === against);
    if (own === undefined || earlier === undefined) return asCutOff;
    const start = spanOf(earlier, undefined, heldAt(earlier.against));
    if (start === undefined) return asCutOff;
    const end = { low: start.low.add(earlier.amount), high: start.high.add(earlier.amount) };
    return meets(own, end)
      ? asCutOff
      : [
          finding(
            claim,
            `counted back from it ${formatPeriod(against)} was ${showSpan(own)}, by the change of that year itself ${showSpan(end)}`,
            {
              back: showSpan(own),
              on: showSpan(end),
              other: `safeguarding/claim/${earlier.claim.id}`,
            },
          ),
        ];
  });
}

/** Whether a change from a figure makes its per cent, cut off towards zero. */
function isCutOff({ amount, percent }: Change, from: Exact): boolean {
  if (percent === undefined || from.n === 0n) return false;
  const rest = amount.mul(100n).div(from).abs().sub(exact(percent).abs());
  return rest.compare(0) >= 0 && rest.compare(exact(unitOf(percent))) < 0;
}

const finding = (
  claim: Claim,
  message: string,
  evidence: Finding["evidence"],
  severity: Finding["severity"] = "error",
): Finding => ({
  rule: "safeguarding/changes-do-not-fit",
  about: `safeguarding/claim/${claim.id}`,
  severity,
  message: `'${claim.text}': ${message}.`,
  evidence,
});

/** Where the figure before the change must lie; undefined where nothing says so. */
function spanOf(
  { amount, percent }: Change,
  now: Exact | undefined,
  before?: Exact,
): Span | undefined {
  const known = before ?? now?.sub(amount);
  if (known !== undefined) return { low: known, high: known };
  if (percent === undefined) return undefined;
  const share = exact(percent).abs();
  const half = exact(unitOf(percent)).div(2n);
  if (share.compare(half) <= 0) return undefined;
  const whole = amount.abs().mul(100n);
  return { low: whole.div(share.add(half)), high: whole.div(share.sub(half)) };
}

const meets = (one: Span, other: Span): boolean =>
  one.low.compare(other.high) <= 0 && other.low.compare(one.high) <= 0;

const show = (value: Exact): string => toDecimal(value, value.d === 1n ? 0 : 1);

const showSpan = ({ low, high }: Span): string =>
  low.compare(high) === 0 ? show(low) : `${show(low)} to ${show(high)}`;
