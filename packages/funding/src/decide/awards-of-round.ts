import { parseDate, referenceTo } from "@moothall/core";
import type { Application } from "../resources/application.ts";
import type { Award } from "../resources/award.ts";
import type { Fund } from "../resources/fund.ts";
import type { Round } from "../resources/round.ts";
import type { RoundAwards } from "./award-round.ts";

export interface DecisionOfRound {
  readonly date: string;
  readonly decision?: string | undefined;
}

/** The award that an application becomes. */
export function awardOf(
  application: Application,
  amount: string,
  round: Round,
  fund: Fund | undefined,
  { date, decision }: DecisionOfRound,
): Award {
  const legalPower = round.legalPower ?? fund?.legalPower;
  return {
    id: application.id,
    body: round.body,
    ...(round.fund !== undefined && { fund: round.fund }),
    ...(round.scheme !== undefined && { scheme: round.scheme }),
    round: referenceTo("funding/round", round.id),
    application: referenceTo("funding/application", application.id),
    ...(application.category !== undefined && { category: application.category }),
    kind: legalPower === "prsra-2011-s9" ? "crime-and-disorder-reduction-grant" : "grant",
    recipient: application.applicant,
    title: application.title,
    ...(application.purpose !== undefined && { purpose: application.purpose }),
    currency: application.currency,
    appliedFor: application.asked,
    amount,
    current: amount,
    year: round.year,
    ...(application.years !== undefined &&
      application.asked === amount && { years: application.years }),
    awarded: date,
    ...(round.months !== undefined && {
      starts: date,
      ends: parseDate(date).add({ months: round.months }).subtract({ days: 1 }).toString(),
    }),
    ...(decision !== undefined && { decision }),
    ...(legalPower !== undefined && { legalPower }),
    ...(application.objectives !== undefined && { objectives: application.objectives }),
    ...(application.outcomes !== undefined && { outcomes: application.outcomes }),
    ...(application.area !== undefined && { area: application.area }),
    ...(round.openCall !== undefined && { openCall: round.openCall }),
    variations: [],
  };
}

/** The applications of a round as they stand after its awards; those that are held stay as they are. */
export function applicationsAfter(
  applications: readonly Application[],
  result: RoundAwards,
  { date }: DecisionOfRound,
): Application[] {
  return applications.flatMap((application): Application[] => {
    const awarded = result.awards.find((each) => each.application === application.id);
    if (awarded !== undefined)
      return [{ ...application, status: "awarded", reason: awarded.reason, decided: date }];
    const refused = result.refused.find((each) => each.application === application.id);
    return refused === undefined
      ? []
      : [{ ...application, status: "refused", reason: refused.reason, decided: date }];
  });
}
