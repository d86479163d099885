import { calendarDate, type Reference, reference, referenceTo } from "@moothall/core";
import {
  attempt,
  Clock,
  type DecidedWrite,
  type Operation,
  operation,
  Records,
  type StoredRecord,
} from "@moothall/core/plugin";
import { findPrivateData } from "@moothall/core/private-data";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { isInForce, isReviewOverdue } from "../checks/check-due.ts";
import { isOverdue } from "../checks/check-recommendations.ts";
import { fault } from "../errors.ts";
import { groups } from "../progress/linked-record.ts";
import { registerMovement } from "../reports/risk-register-report.ts";
import type { Recommendation } from "../resources/recommendation.ts";
import type { Review } from "../resources/review.ts";
import type { Risk } from "../resources/risk.ts";
import type { Strategy } from "../resources/strategy.ts";
import type { ThreatAssessment } from "../resources/threat-assessment.ts";
import { movement } from "../risk/movement.ts";
import { rankInput, rankThreats } from "../risk/rank-threats.ts";
import { bands, riskLevels, scoreRisk } from "../risk/score-risk.ts";
import { all, readProgress, readRegister, readTrace } from "./read-records.ts";

const serving = () =>
  z.strictObject({
    reference: z.string(),
    title: z.string(),
    status: z.string().nullable(),
    /** Pounds, exact. */
    amount: z.string().nullable(),
    ceiling: z.string().nullable(),
    group: z.enum(groups),
    /** The initiative or service through which it serves. */
    through: z.string().nullable(),
  });

const moved = () =>
  z.strictObject({
    id: z.string(),
    label: z.string(),
    before: z.number().nullable(),
    after: z.number().nullable(),
    change: z.number().nullable(),
    outcome: z.enum(["new", "gone", "moved", "same", "unknown"]),
  });

export const operations: Readonly<Record<string, Operation>> = {
  "score-risk": operation({
    summary: "Score a risk on a matrix of 3 × 3, 4 × 4 or 5 × 5.",
    input: () =>
      z.strictObject({
        likelihood: z.int(),
        impact: z.int(),
        matrix: z.int().default(5),
        bands: bands().optional(),
      }),
    output: () => z.strictObject({ score: z.int(), of: z.int(), level: z.enum(riskLevels) }),
    mode: "read",
    needs: [],
    example: { input: { likelihood: 4, impact: 5 } },
    handler: (input) => attempt(() => scoreRisk(input)),
  }),
  "rank-threats": operation({
    summary: "Rank threats by score, ties shown, with the movement since the places before.",
    input: rankInput,
    output: () =>
      z.strictObject({
        ranking: z.array(
          z.strictObject({
            id: z.string(),
            score: z.string(),
            rank: z.int(),
            tied: z.boolean(),
            before: z.int().nullable(),
            risen: z.int().nullable(),
          }),
        ),
      }),
    mode: "read",
    needs: [],
    example: {
      input: {
        items: [
          { id: "cyber-crime", score: "20" },
          { id: "drugs", score: "12.5" },
        ],
        before: [{ id: "drugs", rank: 1 }],
      },
    },
    handler: (input) =>
      Effect.map(
        attempt(() => rankThreats(input)),
        (ranking) => ({ ranking: [...ranking] }),
      ),
  }),
  movement: operation({
    summary: "What moved between two versions of a risk register or of a threat assessment.",
    description:
      "Of risks the residual score by number, of threats the final place; what is not known in one version has no change.",
    input: () =>
      z.strictObject({
        from: reference("assurance/risk-register", "assurance/threat-assessment"),
        to: reference("assurance/risk-register", "assurance/threat-assessment"),
      }),
    output: () => z.strictObject({ moved: z.array(moved()) }),
    mode: "read",
    needs: [Records],
    example: {
      input: {
        from: "assurance/risk-register/council.2026-03",
        to: "assurance/risk-register/council.2026-06",
      },
    },
    handler: ({ from, to }) =>
      Effect.gen(function* () {
        const [kind, other] = [from, to].map((each) => each.split("/")[1]);
        if (kind !== other) {
          return yield* attempt(() => {
            throw fault(
              "assurance/different-kinds",
              "A risk register and a threat assessment are no versions of each other.",
              "Name two registers, or two assessments.",
              { pointer: "/to" },
            );
          });
        }
        const lines =
          kind === "risk-register"
            ? registerMovement(
                yield* readRegister(to as Reference),
                yield* readRegister(from as Reference),
              )
            : movement(yield* readPlaces(from), yield* readPlaces(to));
        return { moved: [...lines] };
      }),
  }),
  "trace-objective": operation({
    summary: "Everything that serves an objective: itself, and through initiatives and services.",
    input: () => z.strictObject({ objective: reference("register/objective") }),
    output: () => z.strictObject({ serving: z.array(serving()) }),
    mode: "read",
    needs: [Records],
    example: { input: { objective: "register/objective/opcc-derbyshire.2016.1" } },
    handler: ({ objective }) =>
      Effect.gen(function* () {
        const records = yield* Records;
        yield* records.get(objective as Reference);
        return { serving: [...(yield* readTrace(objective as Reference))] };
      }),
  }),
  progress: operation({
    summary:
      "Progress against a plan by objective, as data; the report of this name is for readers.",
    input: () => z.strictObject({ plan: reference("register/plan") }),
    output: () =>
      z.strictObject({
        plan: z.string(),
        title: z.string(),
        lines: z.array(
          z.strictObject({
            objective: z.string().nullable(),
            number: z.int().nullable(),
            text: z.string(),
            serving: z.array(serving()),
            /** Pounds in awards, services and contracts, each sum once. */
            total: z.string().nullable(),
            unknownAmounts: z.int(),
          }),
        ),
        unplaced: z.array(serving()),
      }),
    mode: "read",
    needs: [Records],
    example: { input: { plan: "register/plan/opcc-derbyshire.2016" } },
    handler: ({ plan }) =>
      Effect.map(readProgress(plan as Reference), ({ lines, unplaced, ...rest }) => ({
        ...rest,
        lines: lines.map((line) => ({ ...line, serving: Object.values(line.serving).flat() })),
        unplaced: [...unplaced],
      })),
  }),
  overdue: operation({
    summary: "Recommendations, reviews and strategies that are overdue on a day.",
    input: () =>
      z.strictObject({
        asAt: calendarDate().optional().describe("The day; today where left out"),
      }),
    output: () =>
      z.strictObject({
        asAt: z.string(),
        overdue: z.array(
          z.strictObject({ reference: z.string(), what: z.string(), due: z.string() }),
        ),
      }),
    mode: "read",
    needs: [Records, Clock],
    example: { input: {} },
    handler: ({ asAt }) =>
      Effect.gen(function* () {
        const day = asAt ?? (yield* Clock).today();
        const recommendations = yield* all<Recommendation>("assurance/recommendation");
        const reviews = yield* all<Review>("assurance/review");
        const strategies = yield* all<Strategy>("assurance/strategy");
        const overdue = [
          ...recommendations
            .filter((each) => isOverdue(each, day))
            .map(({ id, text, due = "" }) => ({
              reference: referenceTo("assurance/recommendation", id),
              what: text,
              due,
            })),
          ...reviews
            .filter((each) => isReviewOverdue(each, day))
            .map(({ id, kind, publicationDue = "" }) => ({
              reference: referenceTo("assurance/review", id),
              what: `Review: ${kind.replaceAll("-", " ")}`,
              due: publicationDue,
            })),
          ...strategies
            .filter((each) => isInForce(each, day) && (each.reviewDue ?? day) < day)
            .map(({ id, title, reviewDue = "" }) => ({
              reference: referenceTo("assurance/strategy", id),
              what: title,
              due: reviewDue,
            })),
        ];
        return {
          asAt: day,
          overdue: overdue.toSorted((left, right) => (left.due < right.due ? -1 : 1)),
        };
      }),
  }),
  "publish-register": operation({
    summary: "Publish a version of a risk register with all its risks at once.",
    description: "Refused while a text of it holds what looks like somebody's private data.",
    input: () =>
      z.strictObject({
        register: reference("assurance/risk-register"),
        on: calendarDate().optional().describe("The day of publication; today where left out"),
      }),
    output: () => z.strictObject({ register: z.string(), published: z.string(), risks: z.int() }),
    mode: "write",
    permission: "publish",
    clearance: "restricted",
    needs: [Records, Clock],
    example: { input: { register: "assurance/risk-register/council.2026-06" } },
    handler: (input) =>
      Effect.gen(function* () {
        const published = input.on ?? (yield* Clock).today();
        const { register, risks } = yield* readRegister(input.register as Reference);
        yield* attempt(() => {
          if (register.published !== undefined && risks.every((each) => each.published)) {
            throw fault(
              "assurance/already-published",
              `The register has been public since ${register.published}.`,
              "Record a new version that takes its place.",
            );
          }
          risks.forEach(refusePrivateData);
        });
        return {
          output: { register: input.register, published, risks: risks.length },
          writes: [
            withPublished("assurance/risk-register", register, published),
            ...risks.map((each) => withPublished("assurance/risk", each, published)),
          ],
        };
      }),
  }),
};

const readPlaces = (assessment: string) =>
  Effect.map(
    Effect.flatMap(Records, (records) => records.get<ThreatAssessment>(assessment as Reference)),
    ({ items }) =>
      items.map(({ id, threat, finalRank }) => ({ id, label: threat, value: finalRank ?? null })),
  );

/** A write of what was read with the day of publication, where it has none, against its version. */
const withPublished = <Kept extends { readonly published?: string | undefined }>(
  kind: "assurance/risk" | "assurance/risk-register",
  stored: StoredRecord<Kept>,
  published: string,
): DecidedWrite => {
  const { record, ...data } = stored;
  return {
    action: "put",
    kind,
    data: { ...data, published: stored.published ?? published },
    expect: record.version,
  };
};

/** @throws MoothallError `assurance/private-data` that names the risk and the field, never the text. */
function refusePrivateData(risk: Risk): void {
  const texts = {
    title: risk.title,
    cause: risk.cause,
    effect: risk.effect,
    mitigation: risk.mitigation,
    remarks: risk.remarks?.map(({ text }) => text).join("\n"),
  };
  for (const [field, text] of Object.entries(texts)) {
    if (text === undefined || findPrivateData(text, { confidence: "medium" }).length === 0)
      continue;
    throw fault(
      "assurance/private-data",
      `The ${field} of risk ${risk.number} holds what looks like somebody's private data.`,
      "Take it out, then publish.",
      { pointer: `/${field}` },
    );
  }
}
