import { dateOfInstant, referenceTo } from "@moothall/core";
import * as z from "zod";
import { compareAmounts } from "../amount.ts";
import type { Application } from "../resources/application.ts";
import type { Criterion } from "../resources/criterion.ts";
import type { Round } from "../resources/round.ts";
import { type Judgement, judge } from "./judge-criterion.ts";

export const assessment = () =>
  z
    .strictObject({
      application: z.string(),
      round: z.string(),
      /** Null where something is not known that a criterion needs. */
      eligible: z.boolean().nullable(),
      results: z.array(
        z.strictObject({
          id: z.string(),
          rule: z.string(),
          passes: z.boolean().nullable(),
          message: z.string(),
          evidence: z.record(z.string(), z.string()),
        }),
      ),
    })
    .meta({ description: "An application against the criteria of its round" });

export type Assessment = z.output<ReturnType<typeof assessment>>;

type Limits = Pick<Round, "opens" | "closes" | "minimum" | "maximum" | "criteria" | "year"> & {
  readonly id: string;
};

/**
 * Holds an application against its round: the window, the limits and every criterion, each with the
 * evidence it was judged on. Passes only when all pass; unknown (null) when none fails and
 * something is not known.
 */
export function assess(application: Application, round: Limits): Assessment {
  const results = [
    ...windowOf(application, round),
    ...limitsOf(application, round),
    ...round.criteria.map((each) => result(each.id, each, judge(each, application, round.year))),
  ];
  const eligible = results.some((each) => each.passes === false)
    ? false
    : results.some((each) => each.passes === null)
      ? null
      : true;
  return {
    application: referenceTo("funding/application", application.id),
    round: referenceTo("funding/round", round.id),
    eligible,
    results,
  };
}

type Result = Assessment["results"][number];

const result = (id: string, criterion: Pick<Criterion, "rule">, judgement: Judgement): Result => ({
  id,
  rule: criterion.rule,
  ...judgement,
});

function windowOf(application: Application, round: Limits): Result[] {
  if (round.opens === undefined && round.closes === undefined) return [];
  const common = { id: "window", rule: "window" };
  if (application.received === undefined) {
    return [
      {
        ...common,
        passes: null,
        message: "It is not recorded when it was received.",
        evidence: {},
      },
    ];
  }
  const day = application.received.includes("T")
    ? dateOfInstant(application.received)
    : application.received;
  const early = round.opens !== undefined && day < round.opens;
  const late = round.closes !== undefined && day > round.closes;
  return [
    {
      ...common,
      passes: !early && !late,
      message: early
        ? `It was received on ${day}, before the round opened on ${round.opens}.`
        : late
          ? `It was received on ${day}, after the round closed on ${round.closes}.`
          : `It was received on ${day}, while the round was open.`,
      evidence: {
        received: day,
        ...(round.opens !== undefined && { opens: round.opens }),
        ...(round.closes !== undefined && { closes: round.closes }),
      },
    },
  ];
}

function limitsOf(application: Application, round: Limits): Result[] {
  const { minimum, maximum } = round;
  if (minimum === undefined && maximum === undefined) return [];
  const below = minimum !== undefined && compareAmounts(application.asked, minimum) < 0;
  const above = maximum !== undefined && compareAmounts(application.asked, maximum) > 0;
  return [
    {
      id: "amount",
      rule: "amount-between",
      passes: !below && !above,
      message: below
        ? `£${application.asked} is below the least that can be asked for, £${minimum}.`
        : above
          ? `£${application.asked} is above the most that can be asked for, £${maximum}.`
          : `£${application.asked} is within the limits of the round.`,
      evidence: {
        asked: application.asked,
        ...(minimum !== undefined && { minimum }),
        ...(maximum !== undefined && { maximum }),
      },
    },
  ];
}
