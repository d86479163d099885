import { agree, exact, type Finding, isMoothallError } from "@moothall/core";
import { compare } from "../comparability/compare.ts";
import { areAlike } from "../comparability/periods.ts";
import { segmentsOf } from "../comparability/segments.ts";
import type { PeerGroup } from "../resources/benchmark.ts";
import type { Claim } from "../resources/claim.ts";
import { latestVintage } from "../resources/observation.ts";
import type { IndicatorData } from "./series-data.ts";

export const claimRules = {
  "safeguarding/claim-contradicted": "What a paper says in words is not what the figures say.",
  "safeguarding/claim-across-break": "What a paper says compares figures that cannot be compared.",
  "safeguarding/claim-not-verifiable": "The figures that a claim rests on are not recorded.",
} as const;

/** What a paper says in words against the figures. */
export function checkClaim(
  claim: Claim,
  data: IndicatorData | undefined,
  groups: ReadonlyMap<string, PeerGroup>,
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
  const outcome = data === undefined ? "no such indicator is recorded." : hold(claim, data, groups);
  if (outcome === undefined) return [];
  if (typeof outcome === "string") return notVerifiable(outcome);
  if ("across" in outcome)
    return finding("safeguarding/claim-across-break", "error", outcome.across, {});
  return finding("safeguarding/claim-contradicted", "error", outcome.message, outcome.evidence);
}

type Outcome =
  | undefined
  | string
  | { readonly across: string }
  | { readonly message: string; readonly evidence: Finding["evidence"] };

function hold(claim: Claim, data: IndicatorData, groups: ReadonlyMap<string, PeerGroup>): Outcome {
  const figures = latestVintage(data.observations).filter(
    (each) => each.breakdown === claim.breakdown,
  );
  const own = figures.filter((each) => claim.area === undefined || each.area === claim.area);
  const value = own.find((each) => each.period === claim.period)?.value ?? null;
  if (value === null) return "its own figure is not recorded.";
  const { says } = claim;
  switch (says.kind) {
    case "value":
      return agree({ value, unit: undefined }, { value: says.value, unit: says.unit })
        ? undefined
        : { message: `the figure is ${value}.`, evidence: { claimed: says.value, held: value } };
    case "place":
      return placeOf(claim, says, value, figures, groups.get(says.group));
    case "change":
      return changeOf(claim, says, data, own);
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
): Outcome {
  const at = (period: string) => own.find((each) => each.period === period);
  const [from, to] = [at(says.against), at(claim.period)];
  if (from === undefined || to === undefined) return "the earlier figure is not recorded.";
  try {
    const found = compare({ from: pick(from), to: pick(to), breaks: [...breaks], places: 6 });
    if (says.direction !== undefined && says.direction !== found.direction)
      return {
        message: `the figures go ${found.direction}.`,
        evidence: { claimed: says.direction, computed: found.direction },
      };
    if (says.percent === undefined || found.percent === null) return undefined;
    const unit = says.unit ?? unitOf(says.percent);
    return agree({ value: found.percent, unit: undefined }, { value: says.percent, unit })
      ? undefined
      : {
          message: `the change is ${found.percent} per cent.`,
          evidence: { claimed: says.percent, computed: found.percent },
        };
  } catch (error) {
    if (!isMoothallError(error)) throw error;
    return error.code === "safeguarding/comparison-across-break" ||
      error.code === "safeguarding/definitions-differ"
      ? { across: error.message }
      : error.message;
  }
}

const pick = ({ period, value, definition }: Figures[number]) => ({ period, value, definition });

/** The unit in the last place of a decimal: `0.1` for `7.5`. */
const unitOf = (text: string): string => {
  const places = text.split(".")[1]?.length ?? 0;
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
