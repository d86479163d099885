import { dateOfInstant, formatDate, type Location } from "@moothall/core";
import { fault } from "../errors.ts";
import { type Consultation, preferNotToSay, type Question } from "../resources/consultation.ts";
import type { Response } from "../resources/response.ts";

/**
 * Whether a response may be taken: the consultation was open when it came in, and its answers are to
 * questions that are asked, of options that are there. Messages never repeat what was answered.
 *
 * @param place Where it stands, for messages: the row of a file, the column of a question.
 * @throws MoothallError `engagement/survey-closed`, `engagement/survey-not-open`,
 * `engagement/unknown-question`, `engagement/unknown-option`, `engagement/answer-missing`,
 * `engagement/not-a-number`, `engagement/question-changed`
 */
export function requireAcceptable(
  consultation: Consultation,
  response: Response,
  place: (field: string) => Location = (field) => ({ pointer: field }),
): void {
  requireOpen(consultation, response, place);
  const questions = new Map(consultation.questions?.map((each) => [each.id, each]));
  for (const [id, value] of Object.entries(response.answers)) {
    const question = questions.get(id);
    const at = place(`/answers/${id}`);
    if (question === undefined) throw noQuestion(id, at);
    const version = response.versions?.[id] ?? 1;
    if (version !== question.version) throw otherWording(id, at);
    if (value !== null) requireAnswer(question, value, at);
  }
  for (const { id, required } of questions.values()) {
    const value = response.answers[id];
    if (required !== true || (value !== undefined && value !== null)) continue;
    throw fault(
      "engagement/answer-missing",
      `Question '${id}' needs an answer.`,
      "Answer it, or take the response as incomplete and leave it out.",
      place(`/answers/${id}`),
    );
  }
  for (const [id, value] of Object.entries(response.demographics ?? {})) {
    const asked = consultation.demographics?.find((each) => each.id === id);
    if (asked !== undefined && (value === preferNotToSay || asked.options.includes(value)))
      continue;
    throw fault(
      "engagement/unknown-option",
      `'${id}' is not asked, or has no such option.`,
      "Give one of the options that the consultation lists, or prefer-not-to-say.",
      place(`/demographics/${id}`),
    );
  }
}

function requireOpen(
  { opens, closes, status }: Consultation,
  { received }: Response,
  place: (field: string) => Location,
): void {
  const day = dateOfInstant(received);
  if (closes !== undefined && day > closes) {
    throw fault(
      "engagement/survey-closed",
      `It closed on ${formatDate(closes)}; this came in on ${formatDate(day)}.`,
      "Answers after the close are not counted; keep them apart, and say how many there were.",
      place("/received"),
    );
  }
  if (status === "published" && (opens === undefined || day >= opens)) return;
  throw fault(
    "engagement/survey-not-open",
    opens === undefined || status !== "published"
      ? "The consultation is not published."
      : `It opens on ${formatDate(opens)}; this came in on ${formatDate(day)}.`,
    "Publish the consultation first, or correct the date.",
    place("/received"),
  );
}

function requireAnswer(question: Question, value: string | string[] | number, at: Location): void {
  const { id, type, options = [] } = question;
  if (type === "number") {
    if (typeof value === "number" && Number.isFinite(value)) return;
    throw fault(
      "engagement/not-a-number",
      `Question '${id}' is answered with a number.`,
      "Correct the answer.",
      at,
    );
  }
  if (type === "text" && typeof value === "string") return;
  const chosen = type === "several" && Array.isArray(value) ? value : [value];
  const known = new Set<unknown>(options.map((option) => option.id));
  if (type !== "text" && chosen.every((each) => known.has(each))) return;
  throw fault(
    "engagement/unknown-option",
    `Question '${id}' has no such option.`,
    `Give ${type === "several" ? "options" : "one option"} by id: ${[...known].join(", ")}.`,
    at,
  );
}

const noQuestion = (id: string, at: Location) =>
  fault(
    "engagement/unknown-question",
    `The consultation has no question '${id}'.`,
    "Name questions by the ids of the consultation.",
    at,
  );

const otherWording = (id: string, at: Location) =>
  fault(
    "engagement/question-changed",
    `Question '${id}' was asked in other words than it is now.`,
    "Answers to another wording are answers to another question: keep them under its version.",
    at,
  );
