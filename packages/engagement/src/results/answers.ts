import { fault } from "../errors.ts";
import { type Consultation, preferNotToSay, type Question } from "../resources/consultation.ts";
import type { Response } from "../resources/response.ts";

export interface Answered {
  readonly response: Response;
  readonly chosen: ReadonlySet<string>;
  readonly value: string | readonly string[] | number;
}

/** Answers to the question in the words of its present version. */
export function answersTo(question: Question, responses: readonly Response[]): Answered[] {
  return responses.flatMap((response) => {
    const value = response.answers[question.id];
    const version = response.versions?.[question.id] ?? 1;
    if (value === undefined || value === null || version !== question.version) return [];
    const chosen =
      question.type === "one" || question.type === "several"
        ? new Set(Array.isArray(value) ? value : [String(value)])
        : new Set([answeredOption]);
    return [{ response, chosen, value }];
  });
}

const answeredOption = "answered";

export const optionsOf = (question: Question): readonly string[] =>
  question.type === "one" || question.type === "several"
    ? (question.options ?? []).map(({ id }) => id)
    : [answeredOption];

export function groupsOf(consultation: Consultation, by: string): readonly string[] {
  const found = consultation.demographics?.find(({ id }) => id === by);
  if (found !== undefined) return [...new Set([...found.options, preferNotToSay, "not-known"])];
  throw fault(
    "engagement/unknown-category",
    `The consultation does not ask respondents for '${by}'.`,
    "Name one of its demographics.",
    { pointer: "/by" },
  );
}

export function groupOf({ demographics }: Response, by: string, groups: readonly string[]): string {
  const own = demographics?.[by];
  return own !== undefined && groups.includes(own) ? own : "not-known";
}

export function questionOf(consultation: Consultation, id: string): Question {
  const found = consultation.questions?.find((each) => each.id === id);
  if (found !== undefined) return found;
  throw fault(
    "engagement/unknown-question",
    `The consultation has no question '${id}'.`,
    "Name one of its questions by id.",
    { pointer: "/question" },
  );
}
