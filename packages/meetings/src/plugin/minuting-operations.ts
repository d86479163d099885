import {
  calendarDate,
  parseReference,
  type Reference,
  reference,
  referenceTo,
} from "@moothall/core";
import type { Nation } from "@moothall/core/calendar";
import { attempt, type Operation, operation, Records } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";
import type { MeetingRecords } from "../agenda/meeting-records.ts";
import { carryActions } from "../decisions/carry-actions.ts";
import { confirmMinutes } from "../decisions/confirm-minutes.ts";
import { resolve } from "../decisions/resolve.ts";
import { take } from "../decisions/take.ts";
import type { SeenAction } from "../resources/action.ts";
import type { SeenDecision } from "../resources/decision.ts";
import type { Meeting } from "../resources/meeting.ts";
import type { SeenMinutes } from "../resources/minutes.ts";
import { limb, member, partId } from "../resources/terms.ts";
import {
  chairsReason,
  decided,
  referenceOutput,
  unchangedMeeting,
  versionsOf,
} from "./decided-writes.ts";
import { readMeeting } from "./read-meetings.ts";

/** What a meeting takes, resolves, confirms and carries on. */
export const minutingOperations = (nation: Nation): Readonly<Record<string, Operation>> => ({
  take: operation({
    summary: "Take an item of a meeting, if it may be taken.",
    description:
      "An item is taken only if it was open to the public for the days that are owed, or is urgent by special circumstances in the chair's opinion.",
    input: () =>
      z.strictObject({
        item: reference("meetings/agenda-item"),
        urgency: chairsReason(),
        outOfOrder: z.string().min(1).optional().describe("Why it is taken elsewhere than listed"),
      }),
    output: () => z.strictObject({ taken: z.int(), because: z.string() }),
    mode: "write",
    permission: "minute",
    clearance: "restricted",
    needs: [Records],
    example: { input: { item: "meetings/agenda-item/example-board.2026-06-18.3" } },
    handler: ({ item: itemReference, urgency, outOfOrder }) =>
      Effect.gen(function* () {
        const { item, of } = yield* readItem(itemReference as Reference);
        const made = yield* attempt(() => take(item, of, { nation, urgency, outOfOrder }));
        return {
          output: { taken: made.taken, because: made.because },
          writes: decided(made.writes, versionsOf(of)),
          unchanged: unchangedMeeting(of),
        };
      }),
  }),

  resolve: operation({
    summary: "Record what a meeting resolved under an item, with actions and a decision.",
    input: () =>
      z.strictObject({
        item: reference("meetings/agenda-item"),
        limbs: z.array(limb()).min(1),
        outcome: z.string().min(1).optional(),
        amended: z
          .strictObject({ limbs: z.array(limb()).min(1), reason: z.string().min(1).optional() })
          .optional()
          .describe("The recommendation as it was agreed, where it was amended"),
        motion: reference("meetings/motion").optional(),
        actions: z
          .array(
            z.strictObject({
              text: z.string().min(1),
              owners: z.array(member()).default([]),
              due: calendarDate().optional(),
            }),
          )
          .optional(),
        decision: z.strictObject({ title: z.string().min(1) }).optional(),
      }),
    output: () =>
      z.strictObject({
        resolution: referenceOutput(),
        decision: referenceOutput().nullable(),
        number: z.string().nullable(),
        actions: z.array(referenceOutput()),
      }),
    mode: "write",
    permission: "minute",
    clearance: "restricted",
    needs: [Records],
    example: {
      input: {
        item: "meetings/agenda-item/example-board.2026-06-18.3",
        limbs: [{ number: "(1)", text: "To note the report." }],
      },
    },
    handler: ({ item: itemReference, decision, ...rest }) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const { item, of } = yield* readItem(itemReference as Reference);
        const log =
          decision === undefined
            ? []
            : yield* records.all<SeenDecision>("meetings/decision", {
                where: [{ field: "body", is: "equals", value: of.meeting.body }],
              });
        const made = yield* attempt(() =>
          resolve(item, of, {
            ...rest,
            decision: decision && { title: decision.title, given: log.map(({ number }) => number) },
          }),
        );
        return {
          output: {
            resolution: referenceTo("meetings/resolution", made.resolution.id),
            decision: made.decision ? referenceTo("meetings/decision", made.decision.id) : null,
            number: made.decision?.number ?? null,
            actions: made.actions.map(({ id }) => referenceTo("meetings/action", id)),
          },
          writes: decided(made.writes, versionsOf(of)),
          unchanged: [
            ...unchangedMeeting(of),
            { kind: "meetings/agenda-item" as const, id: item.id, expect: item.record.version },
          ],
        };
      }),
  }),

  "confirm-minutes": operation({
    summary: "Confirm the minutes of one or several meetings, with corrections.",
    input: () =>
      z.strictObject({
        minutes: z.array(reference("meetings/minutes")).min(1),
        at: reference("meetings/meeting").describe("The meeting that confirms them"),
        corrections: z
          .array(
            z.strictObject({
              minutes: reference("meetings/minutes"),
              minute: partId(),
              was: z.string().min(1),
              is: z.string().min(1),
            }),
          )
          .default([]),
      }),
    output: () => z.strictObject({ confirmed: z.array(referenceOutput()), corrections: z.int() }),
    mode: "write",
    permission: "minute",
    clearance: "restricted",
    needs: [Records],
    example: {
      input: {
        minutes: ["meetings/minutes/example-board.2026-04-16"],
        at: "meetings/meeting/example-board.2026-06-18",
      },
    },
    handler: ({ minutes, at, corrections }) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const confirming = yield* records.get<Meeting>(at as Reference);
        const seen = new Map<string, number>();
        const made = yield* Effect.forEach(minutes, (each) =>
          Effect.gen(function* () {
            const found = yield* records.get<SeenMinutes & { id: string }>(each as Reference);
            const of = yield* readMeeting(found.meeting as Reference);
            seen.set(each, found.record.version);
            const own = corrections
              .filter((correction) => correction.minutes === each)
              .map(({ minute, was, is }) => ({ minute, was, is }));
            return yield* attempt(() => confirmMinutes(found, of, confirming, own));
          }),
        );
        return {
          output: { confirmed: [...minutes], corrections: corrections.length },
          writes: decided(made, seen),
          unchanged: [
            {
              kind: "meetings/meeting" as const,
              id: confirming.id,
              expect: confirming.record.version,
            },
          ],
        };
      }),
  }),

  "carry-actions": operation({
    summary: "Carry the open actions of a body to its next meeting, with their progress.",
    input: () =>
      z.strictObject({
        to: reference("meetings/meeting"),
        reports: z
          .array(
            z.strictObject({
              action: reference("meetings/action"),
              progress: z.string().min(1).optional(),
              state: z.enum(["open", "done", "removed"]).optional(),
            }),
          )
          .default([]),
      }),
    output: () =>
      z.strictObject({
        carried: z.array(referenceOutput()),
        closed: z.array(referenceOutput()),
      }),
    mode: "write",
    permission: "minute",
    clearance: "restricted",
    needs: [Records],
    example: { input: { to: "meetings/meeting/example-board.2026-06-18" } },
    handler: ({ to, reports }) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const meeting = yield* records.get<Meeting>(to as Reference);
        const ofBody = { field: "body", is: "equals", value: meeting.body } as const;
        const open = yield* records.all<SeenAction>("meetings/action", {
          where: [ofBody, { field: "state", is: "equals", value: "open" }],
        });
        const meetings = yield* records.all<Meeting>("meetings/meeting", { where: [ofBody] });
        const made = yield* attempt(() => carryActions(open, meeting, reports, meetings));
        const seen = new Map(
          open.map((each) => [
            referenceTo("meetings/action", each.id) as string,
            each.record.version,
          ]),
        );
        return {
          output: { carried: [...made.carried], closed: [...made.closed] },
          writes: decided(made.writes, seen),
        };
      }),
  }),
});

const readItem = (itemReference: Reference) =>
  Effect.gen(function* () {
    const records = yield* Records;
    const found = yield* records.get<MeetingRecords["items"][number]>(itemReference);
    const of = yield* readMeeting(found.meeting as Reference);
    const { id } = parseReference(itemReference);
    return { item: { ...found, id }, of };
  });
