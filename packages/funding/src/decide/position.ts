import { parseReference } from "@moothall/core";
import * as z from "zod";
import { minus, plus, total } from "../amount.ts";
import { fault } from "../errors.ts";
import type { Award } from "../resources/award.ts";
import type { Fund } from "../resources/fund.ts";
import type { Payment } from "../resources/payment.ts";
import type { Recovery } from "../resources/recovery.ts";

const line = () =>
  z.strictObject({
    budget: z.string(),
    committed: z.string(),
    released: z.string(),
    paid: z.string(),
    recovered: z.string(),
    free: z.string(),
  });

export const fundPosition = () =>
  z
    .strictObject({
      fund: z.string(),
      currency: z.string(),
      years: z.array(z.strictObject({ year: z.string(), ...line().shape })),
      total: line(),
    })
    .meta({
      description: "What a fund holds, has promised, released, paid, got back and has left",
    });

export type FundPosition = z.output<ReturnType<typeof fundPosition>>;

export interface Ledger {
  readonly awards: readonly Award[];
  readonly payments: readonly Payment[];
  readonly recoveries: readonly Recovery[];
}

/** Whether an award adds to what is given: not when it was withdrawn, nor when it is paid on out of another. */
export const counts = (award: Pick<Award, "withdrawn" | "regrantOf">): boolean =>
  award.withdrawn === undefined && award.regrantOf === undefined;

/** What an award takes of a year. */
export function takenOf(award: Award, year: string): string {
  if (!counts(award)) return "0.00";
  if (award.years === undefined) return award.year === year ? award.current : "0.00";
  return total(award.years.filter((each) => each.year === year).map((each) => each.amount));
}

/**
 * The position of a fund, by year and in all: free = budget + brought forward − committed +
 * recovered. Payments and recoveries fall to their own year, or to that of their award.
 * @throws MoothallError `funding/mixed-currencies` when an award is in another currency than the fund.
 */
export function position(fund: Fund, ledger: Ledger): FundPosition {
  const awards = ledger.awards.filter(
    (each) => each.fund !== undefined && parseReference(each.fund).id === fund.id,
  );
  const foreign = awards.find((each) => each.currency !== fund.currency);
  if (foreign !== undefined) {
    throw fault(
      "funding/mixed-currencies",
      `Award '${foreign.id}' is in ${foreign.currency}, its fund in ${fund.currency}.`,
      "Record the award in the fund's currency, with the rate that was used.",
    );
  }
  const yearOfAward = new Map(awards.map((each) => [each.id, each.year]));
  const ofFund = <T extends { readonly award: string }>(items: readonly T[]): T[] =>
    items.filter((each) => yearOfAward.has(parseReference(each.award).id));
  const payments = ofFund(ledger.payments).filter((each) => each.status !== "stopped");
  const recoveries = ofFund(ledger.recoveries);
  const yearOf = (each: { readonly award: string; readonly year?: string | undefined }): string =>
    each.year ?? (yearOfAward.get(parseReference(each.award).id) as string);
  const names = new Set([
    ...fund.years.map((each) => each.year),
    ...awards.flatMap((each) => each.years?.map((one) => one.year) ?? [each.year]),
    ...payments.map(yearOf),
  ]);
  const years = [...names].toSorted().map((year) => ({
    year,
    ...lineOf({
      budget: total(
        fund.years
          .filter((each) => each.year === year)
          .flatMap((each) => [each.budget, each.broughtForward ?? "0"]),
      ),
      committed: total(awards.map((each) => takenOf(each, year))),
      released: total(
        payments.filter((each) => yearOf(each) === year).map((each) => each.released ?? "0"),
      ),
      paid: total(payments.filter((each) => yearOf(each) === year).map((each) => each.paid ?? "0")),
      recovered: total(
        recoveries.filter((each) => yearOf(each) === year).map((each) => each.received ?? "0"),
      ),
    }),
  }));
  const all = (key: "budget" | "committed" | "released" | "paid" | "recovered") =>
    total(years.map((each) => each[key]));
  return {
    fund: `funding/fund/${fund.id}`,
    currency: fund.currency,
    years,
    total: lineOf({
      budget: all("budget"),
      committed: all("committed"),
      released: all("released"),
      paid: all("paid"),
      recovered: all("recovered"),
    }),
  };
}

type Line = z.output<ReturnType<typeof line>>;

const lineOf = (amounts: Omit<Line, "free">): Line => ({
  ...amounts,
  free: plus(minus(amounts.budget, amounts.committed), amounts.recovered),
});
