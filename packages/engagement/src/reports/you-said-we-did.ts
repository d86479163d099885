import * as z from "zod";
import { daysBetween } from "../coverage/progress.ts";
import type { Matter } from "../resources/matter.ts";

export const youSaidWeDidOutput = () =>
  z.strictObject({
    matters: z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        raised: z.string(),
        youSaid: z.string(),
        answer: z.string().nullable(),
        weDid: z.string().nullable(),
        outcome: z.string().nullable(),
        stage: z.enum(["raised", "answered", "acted", "concluded"]),
        /** Days from raised to answered, and to concluded; null while it is not. */
        daysToAnswer: z.int().nullable(),
        daysToOutcome: z.int().nullable(),
        overdue: z.boolean(),
      }),
    ),
    raised: z.int(),
    answered: z.int(),
    concluded: z.int(),
    overdue: z.int(),
    /** Days to an answer of those answered; the middle one. */
    medianDaysToAnswer: z.number().nullable(),
  });

export type YouSaidWeDid = z.output<ReturnType<typeof youSaidWeDidOutput>>;

/** What people raised and what came of it, latest first, with the days that each step took. */
export function youSaidWeDid(matters: readonly Matter[], today: string): YouSaidWeDid {
  const rows = matters
    .toSorted((left, right) =>
      left.raised === right.raised
        ? left.id < right.id
          ? -1
          : 1
        : left.raised < right.raised
          ? 1
          : -1,
    )
    .map((matter) => ({
      id: matter.id,
      title: matter.title,
      raised: matter.raised,
      youSaid: matter.question,
      answer: matter.answer ?? null,
      weDid: matter.action ?? null,
      outcome: matter.outcome ?? null,
      stage: stageOf(matter),
      daysToAnswer: days(matter.raised, matter.answered),
      daysToOutcome: days(matter.raised, matter.concluded),
      overdue: isOverdue(matter, today),
    }));
  return {
    matters: rows,
    raised: rows.length,
    answered: rows.filter(({ stage }) => stage !== "raised").length,
    concluded: rows.filter(({ stage }) => stage === "concluded").length,
    overdue: rows.filter(({ overdue }) => overdue).length,
    medianDaysToAnswer: median(rows.flatMap(({ daysToAnswer }) => daysToAnswer ?? [])),
  };
}

const days = (from: string, to: string | undefined): number | null =>
  to === undefined ? null : daysBetween(from, to);

function stageOf({
  answer,
  action,
  outcome,
  concluded,
}: Matter): YouSaidWeDid["matters"][number]["stage"] {
  if (outcome !== undefined || concluded !== undefined) return "concluded";
  if (action !== undefined) return "acted";
  return answer === undefined ? "raised" : "answered";
}

/** Past its day without an answer. */
export const isOverdue = ({ due, answer }: Matter, today: string): boolean =>
  due !== undefined && answer === undefined && due < today;

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  return Number.isInteger(middle)
    ? ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
    : (sorted[Math.floor(middle)] as number);
}
