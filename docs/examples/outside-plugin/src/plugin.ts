// What the plugin declares: command line, HTTP routes, OpenAPI and help follow from it.
import { calendarDate } from "@moothall/core";
import {
  attempt,
  Clock,
  check,
  definePlugin,
  exporter,
  operation,
  Records,
  report,
  resource,
} from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { type Case, caseRecord, daysOpen, findingsOf, rules } from "./index.ts";

/** The cases that the caller may see, the oldest first. */
const cases = Effect.gen(function* () {
  const records = yield* Records;
  return yield* records.all<Case>("noise-complaints/case", {
    order: { field: "opened", direction: "ascending" },
  });
});

export default definePlugin({
  name: "noise-complaints",
  summary: "Noise complaints, from the day a case is opened to the day it is closed.",
  settings: z.strictObject({ daysAllowed: z.int().positive().default(28) }),
  declare: ({ daysAllowed }) => ({
    resources: {
      case: resource({
        summary: "A case, open until it is closed.",
        schema: caseRecord,
        // To filter and order by, as in --opened-from 2026-05-01.
        fields: {
          place: { type: "text" },
          opened: { type: "date" },
          closed: { type: "date" },
        },
        columns: ["id", "place", "opened", "closed"],
        // Who told us is nobody else's business. Run on every write.
        classify: () => ({ record: "public", paths: { "/reporter": "confidential" } }),
        withholds: ["/reporter"],
        example: { id: "c-1", place: "High Street", opened: "2026-05-01" },
      }),
    },
    operations: {
      "days-open": operation({
        summary: "How many days a case was open.",
        input: z.strictObject({ opened: calendarDate(), closed: calendarDate() }),
        output: z.strictObject({ days: z.int() }),
        mode: "read",
        needs: [],
        example: { input: { opened: "2026-05-01", closed: "2026-05-04" } },
        handler: ({ opened, closed }) => attempt(() => ({ days: daysOpen(opened, closed) })),
      }),
    },
    checks: {
      dates: check({
        summary: "Cases that are open for too long, or whose dates contradict each other.",
        rules,
        needs: [Records, Clock],
        run: () =>
          Effect.gen(function* () {
            const today = (yield* Clock).today();
            return (yield* cases).flatMap((each) => findingsOf(each, today, daysAllowed));
          }),
      }),
    },
    reports: {
      cases: report({
        summary: "All cases, the oldest first.",
        input: z.strictObject({}),
        needs: [Records],
        example: { input: {} },
        build: () =>
          Effect.map(cases, (all) => ({
            title: "Noise complaints",
            blocks: [
              {
                type: "table",
                id: "cases",
                caption: "Cases",
                columns: [
                  { id: "place", heading: "Place", headsRow: true },
                  { id: "opened", heading: "Opened", type: "date" },
                  { id: "closed", heading: "Closed", type: "date" },
                ],
                // Not yet closed is unknown, never an empty word: `value: null`.
                rows: all.map(({ place, opened, closed }) => ({
                  cells: [
                    { text: place },
                    { text: opened },
                    closed === undefined ? { text: "", value: null } : { text: closed },
                  ],
                })),
              },
            ],
          })),
      }),
    },
    exports: {
      lines: exporter({
        summary: "Cases, a line each.",
        mediaType: "text/plain; charset=utf-8",
        extension: "txt",
        input: z.strictObject({}),
        needs: [Records],
        example: { input: {} },
        build: () =>
          Effect.map(cases, (all) => all.map(({ id, place }) => `${id} ${place}\n`).join("")),
      }),
    },
    errors: {
      "noise-complaints/closed-too-early": {
        title: "Closed before it was opened",
        status: 422,
        exit: 65,
      },
    },
  }),
});
