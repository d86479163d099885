import { parsePeriod } from "@moothall/core";
import * as z from "zod";
import { fault } from "../errors.ts";
import type { CostSplit } from "../resources/cost-split.ts";
import { split } from "./split.ts";

export const costShares = () =>
  z
    .strictObject({
      /** The partners of that day, in the order of their ids, each with its share; null while the total is not known. */
      shares: z.array(
        z.strictObject({ id: z.string(), name: z.string(), amount: z.string().nullable() }),
      ),
    })
    .meta({ description: "Who bears a cost, and how much of it" });

export type CostShares = z.output<ReturnType<typeof costShares>>;

type Cost = NonNullable<CostSplit["costs"]>[number];

/** The partners who share costs on a day, or throughout a stretch of days; both ends of their membership included. */
export function partnersOn(rule: Pick<CostSplit, "partners">, date: string): CostSplit["partners"] {
  const { start, end } = parsePeriod(date);
  return rule.partners.filter(
    (each) =>
      (each.from === undefined || each.from <= start) &&
      (each.to === undefined || (end !== null && end <= each.to)),
  );
}

/** The partners who join or leave within a stretch of days, so that it does not tell who shares. */
export function partnersChangingWithin(
  rule: Pick<CostSplit, "partners">,
  date: string,
): CostSplit["partners"] {
  const span = parsePeriod(date);
  const always = partnersOn(rule, date);
  return rule.partners.filter(
    (each) =>
      !always.includes(each) &&
      (each.from === undefined || span.end === null || each.from <= span.end) &&
      (each.to === undefined || span.start <= each.to),
  );
}

/**
 * Divides a cost between the partners of its day, to the penny. A partner that is chosen case by
 * case bears it under the name that the case gives.
 * @throws MoothallError `funding/no-partner-that-day`, `funding/partner-not-chosen`,
 * `funding/partners-change-within`
 */
export function sharesOf(
  rule: CostSplit,
  cost: Pick<Cost, "date" | "total" | "chosen">,
): CostShares {
  const [changing] = partnersChangingWithin(rule, cost.date);
  if (changing !== undefined) {
    throw fault(
      "funding/partners-change-within",
      `'${changing.name}' joins or leaves within ${cost.date}, so it is not known who shares this cost.`,
      "Give the day whose membership counts, or a stretch in which nobody joins or leaves.",
    );
  }
  const partners = partnersOn(rule, cost.date);
  if (partners.length === 0) {
    throw fault(
      "funding/no-partner-that-day",
      `Nobody shares this cost on ${cost.date}.`,
      "Check the days of membership.",
    );
  }
  const named = partners.map((each) => ({ ...each, name: nameIn(each, cost) }));
  const divided =
    cost.total === undefined
      ? undefined
      : split({
          total: cost.total,
          currency: rule.currency,
          partners: named.map(({ id, weight }) => ({
            id,
            weight: rule.rule === "equal" ? "1" : (weight ?? "0"),
          })),
        });
  return {
    shares: named
      .toSorted((left, right) => (left.id < right.id ? -1 : 1))
      .map(({ id, name }) => ({
        id,
        name,
        amount: divided?.shares.find((each) => each.id === id)?.amount ?? null,
      })),
  };
}

function nameIn(partner: CostSplit["partners"][number], cost: Pick<Cost, "chosen">): string {
  if (partner.chosenByCase !== true) return partner.name;
  const chosen = cost.chosen?.[partner.id];
  if (chosen === undefined) {
    throw fault(
      "funding/partner-not-chosen",
      `It is not said who stands for '${partner.name}' in this case.`,
      `Name it under chosen.${partner.id}.`,
    );
  }
  return chosen.name;
}
