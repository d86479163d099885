import {
  calendarDate,
  instant,
  MoothallError,
  type Reference,
  reference,
  referenceTo,
} from "@moothall/core";
import type { Nation } from "@moothall/core/calendar";
import {
  attempt,
  Clock,
  type DecidedWrite,
  type Operation,
  operation,
  Records,
} from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { publishAgenda } from "../decisions/publish.ts";
import { publishDecision, publishMinutes } from "../decisions/publish-outcome.ts";
import { supplementDiff } from "../decisions/supplement-diff.ts";
import { withhold, withholdableKinds } from "../decisions/withhold.ts";
import type { SeenDecision } from "../resources/decision.ts";
import type { SeenPaper } from "../resources/paper.ts";
import { withholding } from "../resources/publishing.ts";
import {
  chairsReason,
  decided,
  referenceOutput,
  unchangedMeeting,
  versionsOf,
} from "./decided-writes.ts";
import { readMeeting } from "./read-meetings.ts";

/** What goes before the public, when, and what does not. */
export const publishingOperations = (nation: Nation): Readonly<Record<string, Operation>> => ({
  publish: operation({
    summary: "Publish an agenda, a supplement, minutes or a decision.",
    description:
      "Checks the notice that the body owes, or demands the chair's reason of urgency, and freezes what the public saw.",
    input: () =>
      z.strictObject({
        what: z.enum(["agenda", "supplement", "minutes", "decision"]),
        meeting: reference("meetings/meeting")
          .optional()
          .describe("Of an agenda, a supplement or minutes"),
        decision: reference("meetings/decision").optional(),
        at: instant().optional().describe("The moment of publication, now where left out"),
        urgency: chairsReason(),
      }),
    output: () =>
      z.strictObject({
        publication: referenceOutput(),
        notice: z
          .strictObject({ owed: z.int(), given: z.int(), publishBy: calendarDate() })
          .optional(),
        published: z.array(referenceOutput()),
      }),
    mode: "write",
    permission: "publish",
    clearance: "restricted",
    needs: [Records, Clock],
    example: { input: { what: "agenda", meeting: "meetings/meeting/example-board.2026-06-18" } },
    handler: ({ what, meeting, decision, at, urgency }) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const moment = at ?? (yield* Clock).now();
        if (what === "decision") {
          if (decision === undefined) return yield* Effect.fail(required("decision"));
          const found = yield* records.get<SeenDecision>(decision as Reference);
          const report =
            found.report === undefined
              ? undefined
              : yield* records.find<SeenPaper>(found.report as Reference);
          const of =
            found.meeting === undefined
              ? undefined
              : yield* readMeeting(found.meeting as Reference);
          const made = yield* attempt(() =>
            publishDecision(found, report, of?.items ?? [], moment),
          );
          const seen = new Map([[decision, found.record.version]]);
          return answer(
            made,
            decided(made.writes, seen),
            of === undefined ? [] : unchangedMeeting(of),
          );
        }
        if (meeting === undefined) return yield* Effect.fail(required("meeting"));
        const of = yield* readMeeting(meeting as Reference);
        const made = yield* attempt(() =>
          what === "minutes"
            ? publishMinutes(of, moment)
            : publishAgenda(what, of, { at: moment, nation, ...(urgency && { urgency }) }),
        );
        return answer(made, decided(made.writes, versionsOf(of)), unchangedMeeting(of));
      }),
  }),

  withhold: operation({
    summary:
      "Withhold an item, paper, resolution, action or decision from the public, on a ground.",
    description:
      "All that belongs to an item goes with it: papers and files, resolutions, actions, its minute, and its place in what was published.",
    input: () =>
      z.strictObject({
        about: reference(...withholdableKinds),
        meeting: reference("meetings/meeting").describe("The meeting to which it belongs"),
        ...withholding().shape,
      }),
    output: () => z.strictObject({ ground: z.string(), withheld: z.array(referenceOutput()) }),
    mode: "write",
    permission: "withhold",
    clearance: "restricted",
    needs: [Records],
    example: {
      input: {
        about: "meetings/agenda-item/example-board.2026-06-18.3",
        meeting: "meetings/meeting/example-board.2026-06-18",
        ground: "schedule-12a-3",
        reasoning: "Prices would be known to the other bidders before the award.",
        decidedBy: "register/post/example-board.chair",
        decided: "2026-06-08",
        review: "2026-12-08",
      },
    },
    handler: ({ about, meeting, ...rest }) =>
      Effect.gen(function* () {
        const reason = yield* parsedWithholding(rest);
        const records = yield* Records;
        yield* records.get(about as Reference);
        const of = yield* readMeeting(meeting as Reference);
        const made = yield* attempt(() => withhold(about as Reference, reason, of));
        return {
          output: { ground: reason.ground, withheld: [...made.withheld] },
          writes: decided(made.writes, versionsOf(of)),
          unchanged: unchangedMeeting(of),
        };
      }),
  }),

  "supplement-diff": operation({
    summary: "What a supplement would bring: the agenda now against what the public has.",
    input: () => z.strictObject({ meeting: reference("meetings/meeting") }),
    output: () =>
      z.strictObject({
        added: z.array(z.string()),
        removed: z.array(z.string()),
        moved: z.array(z.strictObject({ id: z.string(), from: z.int(), to: z.int() })),
        changed: z.array(z.strictObject({ id: z.string(), changes: z.array(fieldChange()) })),
        papers: z.array(
          z.strictObject({
            item: z.string(),
            added: z.array(z.string()),
            removed: z.array(z.string()),
            changed: z.array(z.strictObject({ id: z.string(), changes: z.array(fieldChange()) })),
          }),
        ),
      }),
    mode: "read",
    clearance: "restricted",
    needs: [Records],
    example: { input: { meeting: "meetings/meeting/example-board.2026-06-18" } },
    handler: ({ meeting }) =>
      Effect.flatMap(readMeeting(meeting as Reference), (of) =>
        attempt(() => structuredClone(supplementDiff(of)) as never),
      ),
  }),
});

function fieldChange() {
  return z.strictObject({
    field: z.string(),
    from: z.string().nullable(),
    to: z.string().nullable(),
  });
}

const required = (what: string) =>
  new MoothallError({
    code: "core/bad-input",
    message: `'${what}' is missing.`,
    hint: `Give the reference of the ${what}.`,
    at: { pointer: `/${what}` },
  });

const answer = (
  made: ReturnType<typeof publishMinutes>,
  writes: readonly DecidedWrite[],
  unchanged: ReturnType<typeof unchangedMeeting>,
) => {
  const { id, notice: given } = made.publication;
  const own = referenceTo("meetings/publication", id);
  return {
    output: {
      publication: own,
      ...(given !== undefined && {
        notice: { owed: given.owed, given: given.given, publishBy: given.publishBy },
      }),
      published: made.writes
        .map(({ kind, data }) => referenceTo(kind, data.id))
        .filter((each) => each !== own),
    },
    writes,
    unchanged,
  };
};

/** What the schema of a withholding demands beyond its fields: reasoning and review of exempt grounds. */
const parsedWithholding = (given: unknown) =>
  attempt(() => {
    const parsed = withholding().safeParse(given);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new MoothallError({
      code: "core/bad-input",
      message: `It cannot be withheld so: '${issue?.path.join("/")}' ${issue?.message}.`,
      hint: "Give the ground with its public-interest reasoning, who decided, and the day of review.",
      at: { pointer: `/${issue?.path.join("/") ?? ""}` },
    });
  });
