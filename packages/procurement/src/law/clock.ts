import {
  calendarDate,
  dateOfInstant,
  exact,
  type Money,
  parseDate,
  parsePeriod,
} from "@moothall/core";
import { type Nation, nation } from "@moothall/core/calendar";
import * as z from "zod";
import type { Award } from "../resources/award.ts";
import type { Contract, ContractChange, Kpi, KpiPerformance } from "../resources/contract.ts";
import { actInForce, largeContract, noticePeriods, ruleOn } from "./rules.ts";
import { standstill } from "./standstill.ts";

/** What has to be done by law or good order, by when, and whether it was. */
export const duty = () =>
  z
    .strictObject({
      duty: z.enum([
        "assessment-summaries",
        "standstill",
        "contract-details-notice",
        "contract-copy",
        "kpis",
        "performance-notice",
        "change-notice",
        "termination-notice",
        "payments-compliance-notice",
        "expiry",
      ]),
      about: z.string(),
      /** The last day on which it is in time; null where no day can be said. */
      due: calendarDate().nullable(),
      done: calendarDate().nullable(),
      status: z.enum(["on-time", "done-late", "due", "late"]),
      message: z.string(),
      citation: z.string(),
    })
    .meta({ description: "A duty and its day" });

export type Duty = z.output<ReturnType<typeof duty>>;

export const clockInput = () =>
  z.strictObject({
    /** The day from which it is looked; today where left out. */
    asAt: calendarDate().optional(),
    nation: nation().optional(),
    /** How many months ahead contracts are said to be about to expire. */
    months: z.int().min(1).max(60).default(6),
    body: z.string().optional(),
  });

export interface ClockFacts {
  readonly asAt: string;
  readonly nation: Nation;
  readonly months: number;
  readonly awards: readonly Award[];
  readonly contracts: readonly Contract[];
  readonly changes: readonly ContractChange[];
  readonly kpis: readonly Kpi[];
  readonly performances: readonly KpiPerformance[];
}

/**
 * The clock of the law over awards and contracts: notices that are due, were on time or are late,
 * and contracts about to expire. Duties of the Procurement Act 2023 are asked of contracts that say
 * they are under it and above the threshold; expiry of every active contract.
 */
export function clock(facts: ClockFacts): Duty[] {
  const duties = facts.contracts.flatMap((contract) => [
    ...(underTheAct(contract) ? dutiesUnderTheAct(contract, facts) : []),
    ...expiry(contract, facts),
  ]);
  return [...duties, ...paymentsCompliance(facts)].sort(
    (left, right) =>
      compare(left.due ?? "9999", right.due ?? "9999") ||
      compare(left.about, right.about) ||
      compare(left.duty, right.duty),
  );
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

const underTheAct = (contract: Contract): boolean =>
  contract.regime === "procurement-act-2023" && contract.aboveThreshold === true;

const referTo = (contract: Contract): string => `procurement/contract/${contract.id}`;

function dutiesUnderTheAct(contract: Contract, facts: ClockFacts): Duty[] {
  const award = facts.awards.find((each) => contract.award === `procurement/award/${each.id}`);
  const light = contract.lightTouch === true;
  const about = referTo(contract);
  const duties: Duty[] = [...beforeSigning(contract, award, facts)];
  const { signed } = contract;
  if (signed !== undefined) {
    const { days, citation } = light
      ? noticePeriods.contractDetailsLightTouch
      : noticePeriods.contractDetails;
    const done = noticeOf(contract, "UK7", signed);
    duties.push(
      made("contract-details-notice", about, endOf(signed, days), done, facts, {
        what: "the contract details notice (UK7)",
        citation,
      }),
    );
    if (isLarge(contract.value, signed)) duties.push(...ofLargeContract(contract, signed, facts));
  }
  for (const change of facts.changes) {
    if (change.contract !== about) continue;
    duties.push(
      made("change-notice", about, dayBefore(change.made), change.noticePublished, facts, {
        what: `the contract change notice (UK10) for the change of ${change.made}`,
        citation: "Procurement Act 2023, s.75(1)",
      }),
    );
  }
  if (contract.ended !== undefined) {
    const { days, citation } = noticePeriods.termination;
    const done = noticeOf(contract, "UK11", contract.ended);
    duties.push(
      made("termination-notice", about, endOf(contract.ended, days), done, facts, {
        what: "the contract termination notice (UK11)",
        citation,
      }),
    );
  }
  return duties;
}

/** Assessment summaries, then the award notice, then standstill, then the contract (s.50 and s.51). */
function beforeSigning(contract: Contract, award: Award | undefined, facts: ClockFacts): Duty[] {
  const about = referTo(contract);
  const published = award?.published;
  if (published === undefined) return [];
  const sent = award?.summariesSent === undefined ? undefined : dateOfInstant(award.summariesSent);
  const summaries = made("assessment-summaries", about, published, sent, facts, {
    what: "assessment summaries to every bidder, before the award notice",
    citation: "Procurement Act 2023, s.50(3)",
  });
  if (contract.lightTouch === true) return [summaries];
  const { ends, citation } = standstill({ published, nation: facts.nation });
  const { signed } = contract;
  const tooEarly = signed !== undefined && signed <= ends;
  const status = tooEarly ? "late" : signed !== undefined || facts.asAt > ends ? "on-time" : "due";
  return [
    summaries,
    {
      duty: "standstill",
      about,
      due: ends,
      done: signed ?? null,
      status,
      message: tooEarly
        ? `The contract was signed on ${signed}, within the standstill that ends on ${ends}.`
        : `Standstill ends on ${ends}; the contract may be signed after it.`,
      citation,
    },
  ];
}

function ofLargeContract(contract: Contract, signed: string, facts: ClockFacts): Duty[] {
  const about = referTo(contract);
  const light = contract.lightTouch === true;
  const kpis = facts.kpis.filter((kpi) => kpi.contract === about);
  const published = kpis.map((kpi) => kpi.published).filter((date) => date !== undefined);
  const third = published.toSorted()[2];
  const detailsDays = light
    ? noticePeriods.contractDetailsLightTouch
    : noticePeriods.contractDetails;
  const copy = light ? noticePeriods.contractCopyLightTouch : noticePeriods.contractCopy;
  return [
    ...(light
      ? []
      : [
          made("kpis", about, endOf(signed, detailsDays.days), third, facts, {
            what: `at least three key performance indicators (${published.length} are published)`,
            citation: "Procurement Act 2023, s.52(1) and (3)",
          }),
        ]),
    ...(facts.nation === "england"
      ? [
          made("contract-copy", about, endOf(signed, copy.days), contract.copyPublished, facts, {
            what: "a copy of the contract",
            citation: copy.citation,
          }),
        ]
      : []),
    ...(kpis.length === 0 ? [] : performanceNotices(contract, signed, facts)),
  ];
}

/** At least once in every twelve months of the contract (s.71(2)). */
function performanceNotices(contract: Contract, signed: string, facts: ClockFacts): Duty[] {
  const about = referTo(contract);
  const published = facts.performances
    .filter((each) => each.contract === about)
    .map((each) => each.published)
    .filter((date) => date !== undefined)
    .toSorted();
  const duties: Duty[] = [];
  const horizon = contract.ended ?? facts.asAt;
  for (let year = 1, from = signed; from <= horizon && year <= 50; year += 1) {
    const due = parseDate(signed).add({ years: year }).subtract({ days: 1 }).toString();
    const done = published.find((date) => date >= from && date <= due);
    const after = published.find((date) => date > due);
    duties.push(
      made(
        "performance-notice",
        about,
        due,
        done ?? (due < facts.asAt ? after : undefined),
        facts,
        {
          what: `performance against the indicators in year ${year} (UK9)`,
          citation: "Procurement Act 2023, s.71(2)",
        },
      ),
    );
    from = parseDate(due).add({ days: 1 }).toString();
  }
  return duties;
}

/** Half-yearly, to 31 March and 30 September, once a contract under the Act has been signed. */
function paymentsCompliance({ asAt, contracts, ...facts }: ClockFacts): Duty[] {
  const under = contracts.filter((each) => underTheAct(each) && each.signed !== undefined);
  const bodies = [...new Set(under.map((contract) => contract.body))].sort();
  const { days, citation } = noticePeriods.paymentsCompliance;
  return bodies.flatMap((body) => {
    const of = under.filter((contract) => contract.body === body);
    const first = of.map((contract) => contract.signed as string).toSorted()[0] as string;
    const notices = of.flatMap((contract) => contract.notices ?? []);
    return halfYears(first < actInForce ? actInForce : first, asAt).map((end) =>
      made(
        "payments-compliance-notice",
        body,
        endOf(end, days),
        notices.find(({ type, periodEnd }) => type === "UK17" && periodEnd === end)?.published,
        { asAt, ...facts },
        { what: `the payments compliance notice (UK17) for the half-year to ${end}`, citation },
      ),
    );
  });
}

function halfYears(first: string, last: string): string[] {
  const ends: string[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) {
    for (const end of [`${year}-03-31`, `${year}-09-30`])
      if (end >= first && end <= last) ends.push(end);
  }
  return ends;
}

function expiry(contract: Contract, { asAt, months }: ClockFacts): Duty[] {
  if (contract.status !== "active" || contract.period === undefined) return [];
  const taken = (contract.extensions ?? []).filter((option) => option.taken !== undefined);
  const { end: firstEnd } = parsePeriod(contract.period);
  if (firstEnd === null) return [];
  const end = taken
    .reduce((date, { months: more }) => date.add({ months: more }), parseDate(firstEnd))
    .toString();
  if (end > parseDate(asAt).add({ months }).toString()) return [];
  const left = (contract.extensions ?? []).length - taken.length;
  const options =
    left === 0 ? "no option to extend is left" : `${left} option(s) to extend are left`;
  return [
    {
      duty: "expiry",
      about: referTo(contract),
      due: end,
      done: null,
      status: end < asAt ? "late" : "due",
      message:
        end < asAt
          ? `The contract ended on ${end} and is still held as active; ${options}.`
          : `The contract ends on ${end}; ${options}.`,
      citation: "The contract's own period",
    },
  ];
}

const isLarge = (value: Money | undefined, on: string): boolean =>
  value !== undefined &&
  value.currency === "GBP" &&
  on >= actInForce &&
  exact(value.amount).compare(exact(ruleOn(largeContract, on).value)) > 0;

const noticeOf = (contract: Contract, type: string, notBefore: string): string | undefined =>
  contract.notices
    ?.filter((notice) => notice.type === type && notice.published >= notBefore)
    .map((notice) => notice.published)
    .toSorted()[0];

/** The last day of so many days that begin with the day itself. */
const endOf = (day: string, days: number): string =>
  parseDate(day)
    .add({ days: days - 1 })
    .toString();

const dayBefore = (day: string): string => parseDate(day).subtract({ days: 1 }).toString();

function made(
  name: Duty["duty"],
  about: string,
  due: string,
  done: string | undefined,
  { asAt }: Pick<ClockFacts, "asAt">,
  { what, citation }: { readonly what: string; readonly citation: string },
): Duty {
  const status =
    done === undefined ? (due < asAt ? "late" : "due") : done <= due ? "on-time" : "done-late";
  const message = {
    "on-time": `Published on ${done}, in time: ${what}, due by ${due}.`,
    "done-late": `Published on ${done}, after the day it was due (${due}): ${what}.`,
    due: `Due by ${due}: ${what}.`,
    late: `Late since ${due}: ${what}.`,
  }[status];
  return { duty: name, about, due, done: done ?? null, status, message, citation };
}
