import { dateOfInstant, type Finding, formatDate } from "@moothall/core";
import type { Consultation } from "../resources/consultation.ts";
import type { Response } from "../resources/response.ts";
import type { Result } from "../resources/result.ts";

export const consultationRules = {
  "engagement/decided-before-close": "A decision was taken before its consultation closed.",
  "engagement/wording-without-version": "A question has other words and the same version.",
  "engagement/compared-with-old-wording": "Results of other wordings stand in one series.",
  "engagement/late-response": "A response came in after the close.",
  "engagement/duplicate-response": "Two responses are of the same respondent.",
  "engagement/closes-before-it-opens": "A consultation closes before it opens.",
} as const;

export function checkConsultations(consultations: readonly Consultation[]): Finding[] {
  return [...consultations.flatMap(checkDates), ...checkWording(consultations)];
}

function checkDates(consultation: Consultation): Finding[] {
  const { id, title, opens, closes, decided } = consultation;
  const about = `engagement/consultation/${id}`;
  const findings: Finding[] = [];
  if (closes !== undefined && decided !== undefined && decided <= closes) {
    findings.push({
      rule: "engagement/decided-before-close",
      about,
      severity: "error",
      message: `The decision was taken on ${formatDate(decided)}, and '${title}' closed on ${formatDate(closes)}.`,
      evidence: { decided, closes },
      at: { pointer: "/decided" },
      fix: "Correct the dates; if they are right, the responses could not be considered (Gunning).",
    });
  }
  if (opens !== undefined && closes !== undefined && closes < opens) {
    findings.push({
      rule: "engagement/closes-before-it-opens",
      about,
      severity: "error",
      message: `'${title}' closes on ${formatDate(closes)} and opens on ${formatDate(opens)}.`,
      evidence: { opens, closes },
      at: { pointer: "/closes" },
      fix: "Correct the dates.",
    });
  }
  return findings;
}

/** Within a series one question of one version has the same words, type and options. */
function checkWording(consultations: readonly Consultation[]): Finding[] {
  const first = new Map<string, { readonly wording: string; readonly id: string }>();
  return consultations
    .toSorted((left, right) => ((left.opens ?? left.id) < (right.opens ?? right.id) ? -1 : 1))
    .flatMap((each) =>
      (each.questions ?? []).flatMap((question, index): Finding[] => {
        if (each.series === undefined) return [];
        const key = JSON.stringify([each.body, each.series, question.id, question.version]);
        const wording = JSON.stringify([question.text, question.type, question.options ?? []]);
        const before = first.get(key);
        if (before === undefined) {
          first.set(key, { wording, id: each.id });
          return [];
        }
        if (before.wording === wording) return [];
        return [
          {
            rule: "engagement/wording-without-version",
            about: `engagement/consultation/${each.id}`,
            severity: "error",
            message: `Question '${question.id}' has other words than in '${before.id}' and the same version.`,
            evidence: { version: question.version, before: before.id },
            at: { pointer: `/questions/${index}/version` },
            fix: "Give the new wording the next version; the trend begins anew with it.",
          },
        ];
      }),
    );
}

/** Results of one question of a series that asked in other words. */
export function checkSeries(
  consultations: readonly Consultation[],
  results: readonly Result[],
): Finding[] {
  const seriesOf = new Map(
    consultations.map((each) => [`engagement/consultation/${each.id}`, each.series]),
  );
  const newest = new Map<string, number>();
  const keyOf = (result: Result) =>
    JSON.stringify([result.body, seriesOf.get(result.consultation), result.question]);
  for (const each of results)
    newest.set(keyOf(each), Math.max(newest.get(keyOf(each)) ?? 0, each.version));
  return results
    .filter(
      (each) =>
        seriesOf.get(each.consultation) !== undefined &&
        each.version < (newest.get(keyOf(each)) ?? 0),
    )
    .map((each) => ({
      rule: "engagement/compared-with-old-wording",
      about: `engagement/result/${each.id}`,
      severity: "warning",
      message: `Question '${each.question}' was asked in other words since; this result is no part of the present trend.`,
      evidence: { version: each.version, present: newest.get(keyOf(each)) ?? null },
      at: { pointer: "/version" },
      fix: "Compare only waves of one version.",
    }));
}

export function checkResponses(
  consultations: readonly Consultation[],
  responses: Iterable<Response>,
): Finding[] {
  const closes = new Map(
    consultations.map((each) => [`engagement/consultation/${each.id}`, each.closes]),
  );
  const firstOf = new Map<string, string>();
  const findings: Finding[] = [];
  for (const response of responses) {
    const about = `engagement/response/${response.id}`;
    const close = closes.get(response.consultation);
    if (close !== undefined && dateOfInstant(response.received) > close) {
      findings.push({
        rule: "engagement/late-response",
        about,
        severity: "error",
        message: `It came in after the close on ${formatDate(close)}.`,
        evidence: { closes: close },
        at: { pointer: "/received" },
        fix: "Take it out of the results; say how many came late.",
      });
    }
    if (response.sameAs === undefined) continue;
    const key = `${response.consultation} ${response.sameAs}`;
    const first = firstOf.get(key);
    if (first === undefined) firstOf.set(key, response.id);
    else {
      findings.push({
        rule: "engagement/duplicate-response",
        about,
        severity: "warning",
        message: "It is of the same respondent as another response.",
        evidence: { first: `engagement/response/${first}` },
        at: { pointer: "/sameAs" },
        fix: "Keep one of the two, by the office's rule.",
      });
    }
  }
  return findings;
}
