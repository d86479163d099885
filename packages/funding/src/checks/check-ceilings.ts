import { type Finding, parseReference, referenceTo } from "@moothall/core";
import { compareAmounts, minus, toPence, total } from "../amount.ts";
import { ceilingsOf } from "../decide/ceilings-of.ts";
import { counts, takenOf } from "../decide/position.ts";
import { roundWithScheme } from "../decide/round-with-scheme.ts";
import type { FundingRecords } from "./funding-records.ts";

/** What `checkCeilings` finds. */
export const ceilingRules = {
  "funding/over-ceiling": "The awards exceed a ceiling of their round, category, scheme or fund.",
  "funding/award-outside-limits": "An award is less or more than its round allows.",
  "funding/award-over-request": "More was awarded than applied for.",
} as const;

type Records = Pick<FundingRecords, "funds" | "schemes" | "rounds" | "awards">;

/** Holds awards against every ceiling and limit, to the penny. */
export function checkCeilings(records: Records): Finding[] {
  const seen = new Set<string>();
  const idOf = (at: string | undefined) => (at === undefined ? undefined : parseReference(at).id);
  const ofRounds = records.rounds.flatMap((own) => {
    const scheme = records.schemes.find((each) => each.id === idOf(own.scheme));
    const round = roundWithScheme(own, scheme);
    const fund = records.funds.find((each) => each.id === idOf(round.fund));
    return ceilingsOf({ round, scheme, fund, awards: records.awards }).flatMap(
      (ceiling): Finding[] => {
        const about =
          ceiling.id === "fund" && fund !== undefined
            ? referenceTo("funding/fund", fund.id)
            : ceiling.id === "scheme" && scheme !== undefined
              ? referenceTo("funding/scheme", scheme.id)
              : referenceTo("funding/round", round.id);
        const key = `${about} ${ceiling.id} ${round.year}`;
        if (seen.has(key) || toPence(ceiling.used) <= toPence(ceiling.ceiling)) return [];
        seen.add(key);
        return [over(about, ceiling.title, ceiling.used, ceiling.ceiling, round.year)];
      },
    );
  });
  const ofFunds = records.funds.flatMap((fund) =>
    fund.years.flatMap((year): Finding[] => {
      const about = referenceTo("funding/fund", fund.id);
      const key = `${about} fund ${year.year}`;
      const used = total(
        records.awards
          .filter((each) => idOf(each.fund) === fund.id)
          .map((each) => takenOf(each, year.year)),
      );
      const held = total([year.budget, year.broughtForward ?? "0"]);
      if (seen.has(key) || compareAmounts(used, held) <= 0) return [];
      return [over(about, fund.title, used, held, year.year)];
    }),
  );
  return [...ofRounds, ...ofFunds, ...checkLimits(records)];
}

const over = (
  about: string,
  title: string,
  used: string,
  ceiling: string,
  year: string,
): Finding => ({
  rule: "funding/over-ceiling",
  about,
  severity: "error",
  message: `Awards of £${used} stand against £${ceiling} of '${title}' (${year}): £${minus(used, ceiling)} too much.`,
  evidence: { used, ceiling, year },
  fix: "Vary or withdraw an award, or have the ceiling raised.",
});

const checkLimits = ({ awards, rounds, schemes }: Records): Finding[] =>
  awards.filter(counts).flatMap((award) => {
    const about = referenceTo("funding/award", award.id);
    const own =
      award.round === undefined
        ? undefined
        : rounds.find((each) => each.id === parseReference(award.round as string).id);
    const scheme = schemes.find(
      (each) => referenceTo("funding/scheme", each.id) === (award.scheme ?? own?.scheme),
    );
    const { minimum, maximum } =
      own === undefined
        ? { minimum: scheme?.minimum, maximum: scheme?.maximum }
        : roundWithScheme(own, scheme);
    const findings: Finding[] = [];
    const below = minimum !== undefined && compareAmounts(award.amount, minimum) < 0;
    const above = maximum !== undefined && compareAmounts(award.amount, maximum) > 0;
    if (below || above) {
      findings.push({
        rule: "funding/award-outside-limits",
        about,
        severity: "error",
        message: `£${award.amount} was awarded; the limits are £${minimum ?? "0"} to ${maximum === undefined ? "any amount" : `£${maximum}`}.`,
        evidence: { amount: award.amount, minimum: minimum ?? null, maximum: maximum ?? null },
        at: { pointer: "/amount" },
        fix: "Correct the award, or record the decision to depart from the limits.",
      });
    }
    if (award.appliedFor !== undefined && compareAmounts(award.amount, award.appliedFor) > 0) {
      findings.push({
        rule: "funding/award-over-request",
        about,
        severity: "warning",
        message: `£${award.amount} was awarded where £${award.appliedFor} was applied for.`,
        evidence: { awarded: award.amount, asked: award.appliedFor },
        at: { pointer: "/amount" },
        fix: "Check both amounts.",
      });
    }
    return findings;
  });
