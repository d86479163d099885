import {
  type Exact,
  exact,
  type Finding,
  isMoothallError,
  sum,
  toDecimal,
  toExactText,
} from "@moothall/core";
import { compare } from "../comparability/compare.ts";
import { areAlike } from "../comparability/periods.ts";
import { segmentsOf } from "../comparability/segments.ts";
import type { Benchmark, PeerGroup } from "../resources/benchmark.ts";
import { formatBreakdown, parseBreakdown } from "../resources/breakdown.ts";
import type { Claim } from "../resources/claim.ts";
import { latestVintage } from "../resources/observation.ts";
import type { IndicatorData } from "./series-data.ts";

export const claimRules = {
  "safeguarding/claim-contradicted": "What a paper says in words is not what the figures say.",
  "safeguarding/claim-across-break": "What a paper says compares figures that cannot be compared.",
  "safeguarding/claim-not-verifiable": "The figures that a claim rests on are not recorded.",
  "safeguarding/changes-do-not-fit":
    "Changes that papers print contradict each other or the figures, whatever the years between were.",
} as const;

/** What a paper says in words against the figures. */
export function checkClaim(
  claim: Claim,
  data: IndicatorData | undefined,
  groups: ReadonlyMap<string, PeerGroup>,
  benchmarks: readonly Benchmark[] = [],
  others: readonly Claim[] = [],
): Finding[] {
  const about = `safeguarding/claim/${claim.id}`;
  const finding = (
    rule: keyof typeof claimRules,
    severity: Finding["severity"],
    message: string,
    evidence: Finding["evidence"],
  ): Finding[] => [{ rule, about, severity, message: `'${claim.text}': ${message}`, evidence }];
  const notVerifiable = (message: string) =>
    finding("safeguarding/claim-not-verifiable", "note", message, {});
  const outcome =
    data === undefined
      ? "no such indicator is recorded."
      : hold(claim, data, groups, benchmarks, others);
  if (outcome === undefined) return [];
  if (typeof outcome === "string") return notVerifiable(outcome);
  if ("across" in outcome)
    return finding("safeguarding/claim-across-break", "error", outcome.across, {});
  return finding(
    "safeguarding/claim-contradicted",
    outcome.isCutOff ? "warning" : "error",
    outcome.isCutOff
      ? `${outcome.message.slice(0, -1)}, so the words are right only if they were cut off rather than rounded.`
      : outcome.message,
    outcome.evidence,
  );
}

/** A number with its per cent can be looked at without the figures, which `checkChanges` does. */
const fitsAlone = ({ says }: Claim): boolean =>
  says.kind === "change" && says.amount !== undefined && says.percent !== undefined;

type Outcome =
  | undefined
  | string
  | { readonly across: string }
  | {
      readonly message: string;
      readonly evidence: Finding["evidence"];
      /** It is what the text says, cut off at its last place. */
      readonly isCutOff?: boolean;
    };

function hold(
  claim: Claim,
  data: IndicatorData,
  groups: ReadonlyMap<string, PeerGroup>,
  benchmarks: readonly Benchmark[],
  others: readonly Claim[],
): Outcome {
  // A sum of categories needs no figure of its own.
  if (claim.says.kind === "sum") return sumOf(claim, claim.says, data);
  const figures = latestVintage(data.observations).filter(
    (each) => each.breakdown === claim.breakdown,
  );
  const own = figures.filter((each) => claim.area === undefined || each.area === claim.area);
  const value = own.find((each) => each.period === claim.period)?.value ?? null;
  const { says } = claim;
  if (value === null) {
    if (fitsAlone(claim)) return undefined;
    const printed = says.kind === "change" ? printedChange(claim, says, others) : undefined;
    return printed === undefined
      ? "its own figure is not recorded."
      : differs(says as Says<"change">, printed);
  }
  switch (says.kind) {
    case "value":
      return holds(exact(value), says.value, says)
        ? undefined
        : { message: `the figure is ${value}.`, evidence: { claimed: says.value, held: value } };
    case "place":
      return placeOf(claim, says, value, figures, groups.get(says.group));
    case "change":
      return changeOf(claim, says, data, own, others);
    case "comparison":
      return comparisonOf(claim, says, value, data, benchmarks);
    case "gap":
      return gapOf(says, exact(value));
    case "record":
      return recordOf(claim, says.is, value, data, own);
  }
}

type Figures = readonly IndicatorData["observations"][number][];
type Says<Kind extends Claim["says"]["kind"]> = Extract<Claim["says"], { kind: Kind }>;

function placeOf(
  claim: Claim,
  says: Says<"place">,
  value: string,
  figures: Figures,
  group: PeerGroup | undefined,
): Outcome {
  if (group === undefined || group.members.length === 0)
    return "the members of the group are not recorded.";
  const values = group.members.map(
    (member) =>
      figures.find(
        (each) => each.period === claim.period && (each.area === member || each.body === member),
      )?.value ?? null,
  );
  if (values.includes(null)) return "not all members of the group have a figure.";
  const sign = says.from === "highest" ? 1 : -1;
  const ahead = values.filter(
    (other) => exact(other as string).compare(exact(value)) * sign > 0,
  ).length;
  if (ahead + 1 === says.place) return undefined;
  return {
    message: `by the figures it is place ${ahead + 1} from the ${says.from}, not ${says.place}.`,
    evidence: { claimed: says.place, computed: ahead + 1, of: values.length },
  };
}

function changeOf(
  claim: Claim,
  says: Says<"change">,
  { breaks }: IndicatorData,
  own: Figures,
  others: readonly Claim[],
): Outcome {
  const at = (period: string) => own.find((each) => each.period === period);
  const [from, to] = [at(says.against), at(claim.period)];
  if (!from?.value || !to?.value) {
    if (fitsAlone(claim)) return undefined;
    const printed = printedChange(claim, says, others);
    if (printed !== undefined) return differs(says, printed);
  }
  if (from === undefined || to === undefined) return "the earlier figure is not recorded.";
  try {
    const found = compare({ from: pick(from), to: pick(to), breaks: [...breaks], places: 6 });
    const change = exact(found.change);
    const isLevel = change.abs().compare(exact(says.tolerance ?? "0")) <= 0;
    return differs(says, {
      direction: isLevel ? "level" : found.direction,
      amount: change,
      percent: found.percent === null ? undefined : exact(found.percent),
    });
  } catch (error) {
    if (!isMoothallError(error)) throw error;
    return error.code === "safeguarding/comparison-across-break" ||
      error.code === "safeguarding/definitions-differ"
      ? { across: error.message }
      : error.message;
  }
}

interface Difference {
  readonly direction: "up" | "down" | "level";
  /** Undefined where a paper gives only the per cent. */
  readonly amount: Exact | undefined;
  /** Undefined where there is nothing to take a share of. */
  readonly percent: Exact | undefined;
}

/** The same change as a paper printed it in numbers, where its figures are not recorded. */
function printedChange(
  claim: Claim,
  { against }: Says<"change">,
  others: readonly Claim[],
): Difference | undefined {
  for (const { id, says, period, area, breakdown } of others) {
    if (id === claim.id || says.kind !== "change" || says.bound !== undefined) continue;
    if (period !== claim.period || says.against !== against) continue;
    if (area !== claim.area || breakdown !== claim.breakdown) continue;
    const [amount, percent] = [says.amount, says.percent].map((each) =>
      each === undefined ? undefined : exact(each),
    );
    const sign = (amount ?? percent)?.compare(0);
    if (sign === undefined) continue;
    return { direction: sign > 0 ? "up" : sign < 0 ? "down" : "level", amount, percent };
  }
  return undefined;
}

/** What is claimed of a difference against what it is. */
function differs(
  says: Pick<Says<"change">, "direction" | "percent" | "amount" | "unit" | "bound">,
  found: Difference,
): Outcome {
  if (says.direction !== undefined && says.direction !== found.direction)
    return {
      message: `by the figures it is ${found.direction}${found.amount === undefined ? "" : `, by ${toExactText(found.amount)}`}.`,
      evidence: { claimed: says.direction, computed: found.direction },
    };
  if (
    says.amount !== undefined &&
    found.amount !== undefined &&
    !holds(found.amount, says.amount, says)
  )
    return {
      message: `the difference is ${toExactText(found.amount)}.`,
      evidence: { claimed: says.amount, computed: toExactText(found.amount) },
      isCutOff: isCutOff(found.amount, says.amount, says),
    };
  if (
    says.percent !== undefined &&
    found.percent !== undefined &&
    !holds(found.percent, says.percent, says)
  ) {
    const percent = toDecimal(found.percent, placesIn(says.percent) + 1);
    return {
      message: `it is ${percent} per cent.`,
      evidence: { claimed: says.percent, computed: percent },
      isCutOff: isCutOff(found.percent, says.percent, says),
    };
  }
  return undefined;
}

/** Whether a computed number is what a text says, as far as it was rounded, or beyond its limit. */
function holds(
  found: Exact,
  said: string,
  { unit, bound }: { readonly unit?: string | undefined; readonly bound?: string | undefined },
): boolean {
  const claimed = exact(said);
  if (bound !== undefined) {
    if (found.mul(claimed).compare(0) < 0) return false;
    const order = found.abs().compare(claimed.abs());
    return bound === "over" ? order > 0 : order < 0;
  }
  return (
    found
      .sub(claimed)
      .abs()
      .mul(2n)
      .compare(exact(unit ?? unitOf(said))) <= 0
  );
}

/** Whether a number is what a text says once it is cut off, towards zero, at the text's last place. */
function isCutOff(
  found: Exact,
  said: string,
  { unit, bound }: { readonly unit?: string | undefined; readonly bound?: string | undefined },
): boolean {
  const claimed = exact(said);
  if (bound !== undefined || found.mul(claimed).compare(0) < 0) return false;
  const rest = found.abs().sub(claimed.abs());
  return rest.compare(0) >= 0 && rest.compare(exact(unit ?? unitOf(said))) < 0;
}

function comparisonOf(
  claim: Claim,
  says: Says<"comparison">,
  value: string,
  { observations }: IndicatorData,
  benchmarks: readonly Benchmark[],
): Outcome {
  const other =
    says.group === undefined
      ? latestVintage(observations).find(
          (each) =>
            each.period === claim.period &&
            each.breakdown === (says.breakdown ?? claim.breakdown) &&
            (says.area ?? claim.area) === each.area,
        )?.value
      : benchmarks.find(
          (each) =>
            each.indicator === claim.indicator &&
            each.group === says.group &&
            each.period === claim.period &&
            each.value !== null,
        )?.value;
  if (other === undefined || other === null)
    return "the figure that it is compared with is not recorded.";
  const base = exact(other);
  const amount = exact(value).sub(base);
  const sign = amount.compare(0);
  return differs(says, {
    direction: sign > 0 ? "up" : sign < 0 ? "down" : "level",
    amount,
    percent: base.compare(0) === 0 ? undefined : amount.mul(100n).div(base.abs()),
  });
}

function gapOf(says: Says<"gap">, value: Exact): Outcome {
  const sign = says.side === "below" ? 1n : -1n;
  const from =
    says.from === undefined
      ? says.amount === undefined
        ? undefined
        : value.add(exact(says.amount).mul(sign))
      : exact(says.from);
  if (from === undefined) return "it does not say from which figure.";
  const amount = from.sub(value).mul(sign);
  return differs(says, {
    direction: "level",
    amount,
    percent: from.compare(0) === 0 ? undefined : amount.mul(100n).div(from.abs()),
  });
}

function sumOf(claim: Claim, says: Says<"sum">, { observations }: IndicatorData): Outcome {
  const others = parseBreakdown(claim.breakdown);
  const parts = latestVintage(observations).filter((each) => {
    const categories = new Map(parseBreakdown(each.breakdown));
    return (
      each.period === claim.period &&
      (claim.area === undefined || each.area === claim.area) &&
      categories.delete(says.dimension) &&
      formatBreakdown(categories) === formatBreakdown(others)
    );
  });
  if (parts.length === 0) return "the categories are not recorded.";
  if (parts.some((each) => each.value === null)) return "not all categories have a figure.";
  const added = sum(parts.map((each) => exact(each.value as string)));
  return added.compare(exact(says.value)) === 0
    ? undefined
    : {
        message: `the categories add up to ${toExactText(added)}.`,
        evidence: { claimed: says.value, computed: toExactText(added) },
      };
}

const pick = ({ period, value, definition }: Figures[number]) => ({ period, value, definition });

const placesIn = (text: string): number => text.split(".")[1]?.length ?? 0;

/** The unit in the last place of a decimal: `0.1` for `7.5`. */
export const unitOf = (text: string): string => {
  const places = placesIn(text);
  return places === 0 ? "1" : `0.${"0".repeat(places - 1)}1`;
};

function recordOf(
  claim: Claim,
  is: "highest" | "lowest",
  value: string,
  { breaks }: IndicatorData,
  own: Figures,
): Outcome {
  const alike = own.filter((each) => areAlike(each.period, claim.period));
  const { segments } = segmentsOf(alike, breaks);
  const segment = segments.find(({ points }) =>
    points.some((each) => each.period === claim.period),
  );
  if (segment === undefined) return { across: "a break lies within its own period." };
  const sign = is === "highest" ? 1 : -1;
  const beyond = segment.points.find(
    (each) => each.value !== null && exact(each.value).compare(exact(value)) * sign > 0,
  );
  if (beyond !== undefined) {
    return {
      message: `${beyond.period} is ${is === "highest" ? "higher" : "lower"}.`,
      evidence: { held: value, other: beyond.value, period: beyond.period },
    };
  }
  if (segment.points.length < alike.length)
    return { across: "figures on record lie beyond a break in series." };
  return alike.length < 2 ? "there are no other figures to compare with." : undefined;
}
