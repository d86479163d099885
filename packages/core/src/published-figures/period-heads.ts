import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { formatDate, isCalendarDate } from "../date.ts";
import { exact } from "../exact.ts";
import { type Fact, type FactReader, numberOf, quote } from "./fact.ts";
import { figureName, relationBase } from "./figure-name.ts";
import { meets, point } from "./interval.ts";
import { type Span, spanOf } from "./span.ts";
import { evidenceOf, type Verdict } from "./verdict.ts";

const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

/** Periods as column heads or terms print them. A period that ends before it starts is always found. */
export const periodRelation = () =>
  z.strictObject({
    kind: z.literal("period"),
    periods: z.array(figureName()).min(1),
    /** Each begins on the day after the one before it ends: neither gap nor overlap. */
    adjoining: z.literal(true).optional(),
    /** All are of one length: days, months, quarters or years. */
    alike: z.literal(true).optional(),
    /** The period in which all of them lie. */
    within: figureName().optional(),
    /** How many months the (one) period is said to last. */
    months: figureName().optional(),
    /** How many years the (one) period is said to last. */
    years: figureName().optional(),
    /** The day of the week that is printed beside the (one) date. */
    weekday: z.enum(weekdays).optional(),
    ...relationBase(),
  });

export type PeriodRelation = z.output<ReturnType<typeof periodRelation>>;

export function checkPeriod(relation: PeriodRelation, reader: FactReader): readonly Verdict[] {
  const facts = reader.all(relation.periods);
  const within = reader.one(relation.within);
  const months = reader.one(relation.months);
  const years = reader.one(relation.years);
  if (reader.withheld) return [];
  const backwards = facts.filter(endsBeforeItStarts);
  if (backwards.length > 0) {
    return backwards.map((fact) =>
      wrong(`The period ${quote(fact)} ends before it starts.`, {
        period: fact,
      }),
    );
  }
  const periods = facts.flatMap((fact) => {
    const span = spanOf(fact.printings[0].value);
    return span === undefined ? [] : [{ fact, span }];
  });
  const verdicts: Verdict[] = [];
  const whole = within && spanOf(within.printings[0].value);
  for (const [index, { fact, span }] of periods.entries()) {
    const next = periods[index + 1];
    if (relation.adjoining && next !== undefined) {
      const expected = dayAfter(span.end);
      if (expected !== next.span.start) {
        const what = next.span.start < expected ? "overlap" : "leave a gap";
        verdicts.push(
          wrong(
            `The periods ${quote(fact)} and ${quote(next.fact)} ${what}: the second should begin on ${formatDate(expected)}.`,
            { first: fact, second: next.fact },
          ),
        );
      }
    }
    if (whole !== undefined && within && (span.start < whole.start || span.end > whole.end)) {
      verdicts.push(
        wrong(`${quote(fact)} does not lie within ${quote(within)}.`, {
          period: fact,
          within,
        }),
      );
    }
  }
  const [first] = periods;
  if (first === undefined) return verdicts;
  const odd = relation.alike && periods.find(({ span }) => lengthOf(span) !== lengthOf(first.span));
  if (odd) {
    verdicts.push(
      wrong(
        `${quote(first.fact)} covers ${lengthOf(first.span)} and ${quote(odd.fact)} ${lengthOf(odd.span)}; they should be of one length.`,
        { first: first.fact, other: odd.fact },
      ),
    );
  }
  for (const [stated, each, name] of [
    [months, 1n, "months"],
    [years, 12n, "years"],
  ] as const) {
    const number = stated && numberOf(stated, "any");
    if (stated === undefined || number === undefined) continue;
    const lasts = monthsOf(first.span);
    if (lasts === undefined || !meets(point(exact(lasts).div(each)), number)) {
      verdicts.push(
        wrong(
          `${quote(first.fact)} lasts ${lengthOf(first.span)}; it is said to last ${quote(stated)} ${name}.`,
          { period: first.fact, lasts: stated },
        ),
      );
    }
  }
  const { value } = first.fact.printings[0];
  if (relation.weekday !== undefined && isCalendarDate(value)) {
    const is = weekdays[Temporal.PlainDate.from(value).dayOfWeek - 1] as string;
    if (is !== relation.weekday) {
      verdicts.push(
        wrong(
          `${quote(first.fact)} is printed as a ${capital(relation.weekday)} and was a ${capital(is)}.`,
          {
            date: first.fact,
          },
        ),
      );
    }
  }
  return verdicts;
}

const wrong = (message: string, facts: Readonly<Record<string, Fact>>): Verdict => ({
  severity: "error",
  message,
  evidence: evidenceOf(facts),
  fix: "Find the date or period that is wrong, and publish a correction.",
});

function endsBeforeItStarts({ printings: [{ value }] }: Fact): boolean {
  const [start, end] = value.split("/");
  return end !== undefined && isCalendarDate(start) && isCalendarDate(end) && end < start;
}

const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

/** Whole months from the first day to the last, both included; undefined where they are not whole. */
function monthsOf({ start, end }: Span): bigint | undefined {
  if (end === "9999-12-31") return undefined;
  const span = Temporal.PlainDate.from(start).until(dayAfter(end), {
    largestUnit: "month",
  });
  return span.days === 0 ? BigInt(span.months) : undefined;
}

function lengthOf(span: Span): string {
  if (span.end === "9999-12-31") return "time without an end";
  const months = monthsOf(span);
  if (months !== undefined && months > 0n) return months === 1n ? "1 month" : `${months} months`;
  const { days } = Temporal.PlainDate.from(span.start).until(dayAfter(span.end), {
    largestUnit: "day",
  });
  return days === 1 ? "1 day" : `${days} days`;
}

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
