import {
  type DisclosurePolicy,
  isWithheld,
  type ProtectedTable,
  protectTable,
} from "@moothall/core/disclosure";
import type { Published } from "../casework/publish-casework.ts";
import { fault } from "../errors.ts";
import { designNotice } from "../estimation/estimate.ts";
import { marginOfError } from "../estimation/margin-of-error.ts";
import type { Consultation, Question } from "../resources/consultation.ts";
import type { Margin } from "../resources/margin.ts";
import { holdsPrivateData } from "../resources/matter.ts";
import type { Response } from "../resources/response.ts";
import type { Result } from "../resources/result.ts";
import { firstResponses } from "../responses/first-responses.ts";
import { type Answered, answersTo, groupOf, groupsOf, optionsOf, questionOf } from "./answers.ts";
import { isSafeBeside } from "./safe-beside.ts";
import { weighResponses } from "./weigh-responses.ts";

export interface ResultPublication {
  readonly id: string;
  readonly title?: string | undefined;
  readonly consultation: Consultation;
  readonly question: string;
  /** A demographic to tell the answers by; weights are of all respondents, so not with it. */
  readonly by?: string | undefined;
  /** Responses whose text is published; of questions answered in words. */
  readonly comments?: readonly string[] | undefined;
  readonly margins: readonly Margin[];
  readonly policy: DisclosurePolicy;
  readonly today: string;
}

/**
 * The result of one question for publication: counts protected, shares and means only where their
 * counts may be seen, weighted to the margins, with the factors by which anyone who has the
 * responses can make the weights again. Of each respondent the first response counts. Comments go out only when nothing in them looks private.
 *
 * @throws MoothallError `engagement/unknown-question`, `engagement/unknown-category`,
 * `engagement/already-published`, `engagement/sample-empty`, `engagement/private-data` (with the row
 * of the comment), and as `rake`
 */
export function publishResult(
  publication: ResultPublication,
  responses: readonly Response[],
  earlier: readonly Result[],
): Published<Result> {
  const { consultation, policy, today, by } = publication;
  const question = questionOf(consultation, publication.question);
  const same = earlier.filter(
    (each) =>
      each.consultation === `engagement/consultation/${consultation.id}` &&
      each.question === question.id &&
      each.version === question.version,
  );
  requireNew(by, same);
  const counted = firstResponses(responses);
  const answered = answersTo(question, counted);
  if (answered.length === 0) throw nobody();
  const options = optionsOf(question);
  const groups = by === undefined ? ["respondents"] : groupsOf(consultation, by);
  const counts = options.map((option) =>
    groups.map(
      (group) =>
        answered.filter(
          (each) =>
            (by === undefined || groupOf(each.response, by, groups) === group) &&
            each.chosen.has(option),
        ).length,
    ),
  );
  const publishTotals = question.type !== "several";
  const made = protectTable({ rows: options, columns: groups, counts, publishTotals }, policy, {
    today,
  });
  if (isWithheld(made)) return { withheld: true, reason: made.reason };
  const figures =
    by === undefined
      ? figuresOf(publication, question, answered, made, counts)
      : { method: "counts" };
  const comments = commentsOf(publication, question, counted);
  const table: Result = {
    id: publication.id,
    title: publication.title ?? question.text,
    body: consultation.body,
    consultation: `engagement/consultation/${consultation.id}`,
    ...(consultation.wave !== undefined && { wave: consultation.wave }),
    question: question.id,
    version: question.version,
    text: question.text,
    design: consultation.design,
    options: [...options],
    ...(by !== undefined && { by }),
    groups: [...groups],
    counts: made.cells.map((line) => [...line]),
    ...(made.rowTotals !== undefined && { rowTotals: [...made.rowTotals] }),
    ...(made.columnTotals !== undefined && { columnTotals: [...made.columnTotals] }),
    base: publishTotals ? (made.total ?? null) : shownBase(answered.length, policy),
    ...figures,
    ...(comments.length > 0 && { comments }),
    policy,
    published: today,
  };
  return same.every((each) => isSafeBeside(table, each, policy))
    ? { withheld: false, table }
    : {
        withheld: true,
        reason: "Together with what is published already, it would give hidden counts away.",
      };
}

function figuresOf(
  { consultation, margins, policy }: ResultPublication,
  question: Question,
  answered: readonly Answered[],
  made: ProtectedTable,
  counts: readonly (readonly number[])[],
): Pick<
  Result,
  | "method"
  | "shares"
  | "points"
  | "mean"
  | "effectiveSize"
  | "designEffect"
  | "weights"
  | "margins"
  | "notice"
> {
  const weighed = weighResponses(answered, margins, policy);
  const random = consultation.design === "random-sample";
  const share = (option: number): number => {
    const name = made.rows[option] as string;
    const of = (keep: (each: Answered) => boolean) =>
      answered.reduce(
        (sum, each, row) => sum + (keep(each) ? (weighed.weights[row] as number) : 0),
        0,
      );
    return Math.min(1, of(({ chosen }) => chosen.has(name)) / of(() => true));
  };
  // A share beside its base is a count: where the count is hidden, so is the share.
  const shares =
    question.type === "one" || question.type === "several"
      ? counts.map((_, option) =>
          (made.cells[option]?.[0] ?? null) === null ? null : rounded(share(option), 3),
        )
      : undefined;
  const size = weighed.effectiveSize * weighed.designEffect;
  const notices = [designNotice(consultation.design), weighed.notice].filter(
    (each) => typeof each === "string",
  );
  return {
    method: weighed.method,
    ...(shares !== undefined && { shares }),
    ...(shares !== undefined &&
      random && {
        points: shares.map((each) =>
          each === null
            ? null
            : rounded(
                marginOfError({ share: each, size, designEffect: weighed.designEffect }).points,
                1,
              ),
        ),
      }),
    ...(question.type === "number" && {
      mean: made.cells[0]?.[0] === null ? null : rounded(meanOf(answered, weighed.weights), 2),
    }),
    ...(weighed.mayTell && {
      effectiveSize: rounded(weighed.effectiveSize, 0),
      designEffect: rounded(weighed.designEffect, 2),
    }),
    ...(weighed.factors !== undefined && { weights: [...weighed.factors] }),
    ...(margins.length > 0 && { margins: margins.map(({ id }) => `engagement/margin/${id}`) }),
    ...(notices.length > 0 && { notice: notices.join(" ") }),
  };
}

/**
 * Weighted figures go out rounded: in full, a single one would tell the counts of all groups that it
 * was put together from.
 */
const rounded = (value: number, places: number): number => Number(value.toFixed(places));

function meanOf(answered: readonly Answered[], weights: ArrayLike<number>): number {
  let [sum, total] = [0, 0];
  for (const [row, { value }] of answered.entries()) {
    if (typeof value !== "number") continue;
    sum += (weights[row] as number) * value;
    total += weights[row] as number;
  }
  return sum / total;
}

function commentsOf(
  { comments = [] }: ResultPublication,
  question: Question,
  responses: readonly Response[],
): string[] {
  const byId = new Map(responses.map((each) => [each.id, each]));
  return comments.map((id, index) => {
    const text = byId.get(id)?.answers[question.id];
    if (question.type !== "text" || typeof text !== "string") {
      throw fault(
        "engagement/unknown-question",
        `Comment ${index + 1} is not an answer in words to this question.`,
        "Give ids of responses that answered a question of type text.",
        { row: index + 1, pointer: `/comments/${index}` },
      );
    }
    if (!holdsPrivateData(text)) return text;
    throw fault(
      "engagement/private-data",
      `Comment ${index + 1} holds what looks like somebody's private data.`,
      "Leave it out of what is published.",
      { row: index + 1, column: question.id },
    );
  });
}

/** How many answered a question with several answers; hidden where it is small. */
const shownBase = (count: number, { small }: DisclosurePolicy): number | null =>
  count <= small[1] ? null : count;

function requireNew(by: string | undefined, same: readonly Result[]): void {
  const published = same.find((each) => each.by === by);
  if (published === undefined) return;
  throw fault(
    "engagement/already-published",
    `The result '${published.id}' is of the same question already.`,
    "Counts that are published again may give away what was hidden: delete the other one first.",
    { pointer: "/question" },
  );
}

const nobody = () =>
  fault(
    "engagement/sample-empty",
    "Nobody answered the question in the words of its present version.",
    "There is nothing to publish.",
    { pointer: "/question" },
  );
