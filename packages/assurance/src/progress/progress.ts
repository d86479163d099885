import { exact, greatest, type Reference, sum, toDecimal } from "@moothall/core";
import { type Group, groups, isCounted, type LinkedRecord } from "./linked-record.ts";
import { type Serving, traceFrom, traceObjective } from "./trace-objective.ts";

export interface ProgressInput {
  readonly plan: { readonly reference: Reference; readonly title: string };
  readonly objectives: readonly {
    readonly reference: Reference;
    readonly number: number;
    readonly text: string;
  }[];
  /** The records that refer to the plan or its objectives, and those that they lead to. */
  readonly records: readonly LinkedRecord[];
}

export interface ProgressLine {
  /** Null where the plan's priority is only known in words. */
  readonly objective: Reference | null;
  readonly number: number | null;
  readonly text: string;
  readonly serving: Readonly<Record<Group, readonly Serving[]>>;
  /** Pounds in awards, services and contracts, each sum once; null where none has an amount. */
  readonly total: string | null;
  /** Awards, services and contracts without an amount: the total is then at least so much. */
  readonly unknownAmounts: number;
}

export interface Progress {
  readonly plan: Reference;
  readonly title: string;
  readonly lines: readonly ProgressLine[];
  /** Initiatives of the plan that name neither an objective nor a priority. */
  readonly unplaced: readonly Serving[];
}

/**
 * Progress against a plan: by objective, and by priority where a paper gives no number, the
 * initiatives, money, contracts, meetings, metrics and engagement that serve it.
 */
export function progress({ plan, objectives, records }: ProgressInput): Progress {
  const own = new Set(objectives.map(({ reference }) => reference));
  const loose = records.filter(
    ({ reference, refers }) =>
      reference.startsWith("assurance/initiative/") &&
      refers.includes(plan.reference) &&
      !refers.some((each) => own.has(each)),
  );
  const priorities = [...new Set(loose.flatMap(({ priority }) => priority ?? []))].sort();
  return {
    plan: plan.reference,
    title: plan.title,
    lines: [
      ...objectives
        .toSorted((left, right) => left.number - right.number)
        .map(({ reference, number, text }) =>
          lineOf(
            { objective: reference, number, text },
            traceObjective(reference, records),
            records,
          ),
        ),
      ...priorities.map((text) =>
        lineOf(
          { objective: null, number: null, text },
          traceFrom(
            loose.filter((each) => each.priority === text),
            records,
          ),
          records,
        ),
      ),
    ],
    unplaced: traceFrom(
      loose.filter(({ priority }) => priority === null),
      records,
    ),
  };
}

function lineOf(
  head: Pick<ProgressLine, "objective" | "number" | "text">,
  serving: readonly Serving[],
  records: readonly LinkedRecord[],
): ProgressLine {
  const counted = serving.filter(({ reference }) => isCounted(reference));
  const sums = partsOf(counted, records).map((part) =>
    part.flatMap(({ amount }) => (amount === null ? [] : [exact(amount)])),
  );
  const known = sums.filter((part) => part.length > 0);
  return {
    ...head,
    serving: Object.fromEntries(
      groups.map((group) => [group, serving.filter((each) => each.group === group)]),
    ) as unknown as Record<Group, readonly Serving[]>,
    total: known.length === 0 ? null : toDecimal(sum(known.map(greatest)), 2),
    unknownAmounts: sums.length - known.length,
  };
}

/**
 * The records by sum of money: an award and the contract that it refers to, or a grant paid on out
 * of another, are one sum, of which the greatest amount is told.
 */
function partsOf(
  counted: readonly Serving[],
  records: readonly LinkedRecord[],
): readonly (readonly Serving[])[] {
  const refers = new Map(records.map((each) => [each.reference, each.refers]));
  const linked = (left: Serving, right: Serving) =>
    refers.get(left.reference)?.includes(right.reference) === true ||
    refers.get(right.reference)?.includes(left.reference) === true;
  let parts: Serving[][] = [];
  for (const each of counted) {
    const joined = parts.filter((part) => part.some((other) => linked(each, other)));
    parts = [...parts.filter((part) => !joined.includes(part)), [...joined.flat(), each]];
  }
  return parts;
}
