import { type Exact, exact, ratio, sum } from "@moothall/core";
import type { Application } from "../resources/application.ts";

/**
 * The score of an application: the one that was agreed, else the mean over its assessors of their
 * weighted scores. Undefined while nobody has scored it: unknown is not zero.
 */
export function scoreOf(
  application: Pick<Application, "agreedScore" | "scores">,
): Exact | undefined {
  if (application.agreedScore !== undefined) return exact(application.agreedScore);
  const scores = application.scores ?? [];
  const assessors = new Set(scores.map((each) => each.assessor));
  if (assessors.size === 0) return undefined;
  const points = sum(scores.map((each) => exact(each.score).mul(exact(each.weight))));
  return points.div(ratio(BigInt(assessors.size), 1n));
}
