import {
  calendarDate,
  MoothallError,
  money,
  record,
  reference,
  type StoredFile,
  storedFile,
} from "@moothall/core";
import {
  Clock,
  check,
  classified,
  definePlugin,
  exporter,
  feed,
  operation,
  Records,
  report,
  resource,
} from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";

/** Words that no response to a public caller may hold. */
export const planted = {
  restricted: "quagmire-restricted",
  confidential: "zephyrine-confidential",
  thrown: "marzipan-thrown",
} as const;

const lampSchema = record({
  title: z.string().min(1),
  class: z.enum(["public", "restricted", "confidential"]).default("public"),
  body: reference("register/body").optional(),
  column: reference("lighting/column").optional(),
  cost: money().optional(),
  fitted: calendarDate().optional(),
  isLit: z.boolean().optional(),
  engineerNote: z.string().optional(),
  plans: z.array(storedFile()).optional(),
  wiring: storedFile().optional(),
  faults: z.array(z.strictObject({ what: z.string(), reporter: z.string().optional() })).optional(),
});

const lamp = resource({
  summary: "Street lamps.",
  schema: lampSchema,
  fields: {
    title: { type: "text" },
    fitted: { type: "date" },
    column: { type: "text" },
    lit: { type: "boolean", pointer: "/isLit" },
    cost: { type: "decimal", pointer: "/cost/amount" },
  },
  classify: (value) => ({
    record: value.class,
    paths: {
      "/engineerNote": "restricted",
      "/wiring": "restricted",
      "/faults/*/reporter": "confidential",
    },
  }),
  withholds: ["/engineerNote", "/wiring", "/faults/*/reporter"],
  body: "/body",
  columns: ["id", "title", "fitted", "column", "cost"],
  example: { id: "high-street.1", title: "High Street 1", fitted: "2017-05-22" },
});

const column = resource({
  summary: "The columns that lamps stand on.",
  schema: record({ title: z.string(), class: z.enum(["public", "restricted"]).default("public") }),
  fields: { title: { type: "text" } },
  classify: (value) => ({ record: value.class }),
  expects: [
    {
      direction: "referred-to-by",
      kinds: ["lighting/lamp"],
      missing: "No lamp stands on it, as far as you may see.",
      fix: "Name the column of the lamp.",
    },
    {
      direction: "refers-to",
      kinds: ["roads/road"],
      missing: "It names no road.",
      fix: "Name the road.",
    },
  ],
  example: { id: "a1", title: "Column A1" },
});

const none = z.strictObject({});

/** Whether the waiting began, and was let go. */
export const waited = { started: false, interrupted: false };

/** How far the counting has come, and whether its reader let it end. */
export const made = { numbers: 0, ended: false };

/** How often the checks ran, and what the next run waits for before it reads. */
export const checked = { runs: 0, gate: Promise.resolve() };

async function* numbers(count: number) {
  made.numbers = 0;
  made.ended = false;
  try {
    for (; made.numbers < count; made.numbers += 1) yield { number: made.numbers + 1 };
  } finally {
    made.ended = true;
  }
}

async function* broken() {
  yield { number: 1 };
  yield { number: 2 };
  throw new Error(`It fell over ${planted.thrown}`);
}

const operations = {
  "add-up": operation({
    summary: "Adds two whole numbers.",
    input: z.strictObject({ leftNumber: z.int(), rightNumber: z.int().default(0) }),
    output: z.object({ sum: z.int() }),
    mode: "read",
    needs: [],
    example: { input: { leftNumber: 1, rightNumber: 2 } },
    handler: ({ leftNumber, rightNumber }) =>
      leftNumber < 0
        ? Effect.fail(
            new MoothallError({
              code: "lighting/too-dim",
              message: "A negative number is too dim.",
              hint: "Give one above.",
            }),
          )
        : Effect.succeed({ sum: leftNumber + rightNumber }),
  }),
  "scrap-lamp": operation({
    summary: "Erases a lamp.",
    input: z.strictObject({ id: z.string() }),
    output: z.object({}),
    mode: "write",
    needs: [],
    example: { input: { id: "a" } },
    handler: ({ id }) =>
      Effect.succeed({
        output: {},
        writes: [
          { action: "erase" as const, kind: "lighting/lamp" as const, id, reason: "It is scrap." },
        ],
      }),
  }),
  "twin-lamp": operation({
    summary: "Adds a lamp with the plans of another, or with those that are given.",
    input: z.strictObject({
      id: z.string(),
      of: z.string(),
      plans: z.array(storedFile()).optional(),
    }),
    output: z.object({}),
    mode: "write",
    needs: [Records],
    readsAt: "restricted",
    example: { input: { id: "b", of: "a" } },
    handler: ({ id, of, plans }) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const lamps = yield* records.all("lighting/lamp");
        const lamp = lamps.find((each) => each.id === of) as { plans?: StoredFile[] } | undefined;
        const data = { id, title: "Twin", plans: plans ?? lamp?.plans ?? [] };
        return {
          output: {},
          writes: [{ action: "put" as const, kind: "lighting/lamp" as const, data }],
        };
      }),
  }),
  "fit-lamp": operation({
    summary: "Adds a lamp today.",
    input: z.strictObject({ id: z.string(), title: z.string() }),
    output: z.object({ id: z.string(), fitted: z.string() }),
    mode: "write",
    needs: [Clock],
    example: { input: { id: "a", title: "A" } },
    handler: ({ id, title }) =>
      Effect.gen(function* () {
        const clock = yield* Clock;
        const fitted = clock.today();
        return {
          output: { id, fitted },
          writes: [
            {
              action: "put" as const,
              kind: "lighting/lamp" as const,
              data: { id, title, fitted },
              expect: "absent" as const,
            },
          ],
        };
      }),
  }),
  assess: operation({
    summary: "Counts lamps, with the engineers' notes for those who may see them.",
    input: none,
    output: z.object({
      count: classified(z.int(), "public"),
      notes: classified(z.array(z.string()), "restricted").nullable(),
    }),
    mode: "read",
    readsAt: "confidential",
    needs: [Records],
    example: { input: {} },
    handler: () =>
      Effect.gen(function* () {
        const records = yield* Records;
        const lamps = yield* records.all<{ engineerNote?: string }>("lighting/lamp");
        return {
          count: lamps.length,
          notes: lamps.flatMap(({ engineerNote }) => engineerNote ?? []),
        };
      }),
  }),
  "hidden-count": operation({
    summary: `Not for the public: ${planted.restricted}.`,
    input: none,
    output: z.object({ count: z.int() }),
    mode: "read",
    clearance: "restricted",
    needs: [],
    example: { input: {} },
    handler: () => Effect.succeed({ count: 1 }),
  }),
  "number-lines": operation({
    summary: "Numbers the values of a file.",
    input: z.strictObject({ start: z.int().default(1) }),
    output: z.object({ line: z.int(), value: z.unknown() }),
    mode: "read",
    needs: [],
    reads: "json-lines",
    writes: "json-lines",
    example: { input: {}, items: ["a", "b"] },
    handler: ({ start }, items) =>
      Effect.succeed(
        (async function* () {
          let line = start;
          for await (const value of items) {
            yield { line, value };
            line += 1;
          }
        })(),
      ),
  }),
  "count-bytes": operation({
    summary: "Counts the bytes of a file.",
    input: none,
    output: z.object({ bytes: z.int() }),
    mode: "read",
    needs: [],
    reads: "bytes",
    example: { input: {} },
    handler: (_, items) =>
      Effect.tryPromise({
        try: async () => {
          let bytes = 0;
          for await (const chunk of items as AsyncIterable<Uint8Array>) bytes += chunk.byteLength;
          return { bytes };
        },
        catch: (error) => error as MoothallError,
      }),
  }),
  count: operation({
    summary: "Counts aloud.",
    input: z.strictObject({ upTo: z.int().positive() }),
    output: z.object({ number: z.int() }),
    mode: "read",
    needs: [],
    writes: { under: "numbers" },
    example: { input: { upTo: 3 } },
    handler: ({ upTo }) => Effect.succeed(numbers(upTo)),
  }),
  "break-off": operation({
    summary: "Fails half-way.",
    input: none,
    output: z.object({ number: z.int() }),
    mode: "read",
    needs: [],
    writes: "json-lines",
    example: { input: {} },
    handler: () => Effect.succeed(broken()),
  }),
  "never-settles": operation({
    summary: "Never answers.",
    input: none,
    output: z.object({}),
    mode: "read",
    needs: [],
    timeLimit: 50,
    example: { input: {} },
    handler: () => Effect.never,
  }),
  wait: operation({
    summary: "Waits for as long as its reader does.",
    input: none,
    output: z.object({}),
    mode: "read",
    needs: [],
    example: { input: {} },
    handler: () =>
      Effect.onInterrupt(
        Effect.suspend(() => {
          waited.started = true;
          return Effect.never;
        }),
        () =>
          Effect.sync(() => {
            waited.interrupted = true;
          }),
      ),
  }),
  "fall-over": operation({
    summary: "Throws what it should not.",
    input: none,
    output: z.object({}),
    mode: "read",
    needs: [],
    example: { input: {} },
    handler: () =>
      Effect.die(
        new TypeError(`no ${planted.thrown} here`, { cause: new Error(planted.confidential) }),
      ),
  }),
  lie: operation({
    summary: "Answers what it does not declare.",
    input: none,
    output: z.object({ number: z.int() }),
    mode: "read",
    needs: [],
    example: { input: {} },
    handler: () => Effect.succeed({ number: planted.confidential } as never),
  }),
  undeclared: operation({
    summary: "Fails with an error of no table.",
    input: none,
    output: z.object({}),
    mode: "read",
    needs: [],
    example: { input: {} },
    handler: () =>
      Effect.fail(new MoothallError({ code: "lighting/unheard-of", message: planted.thrown })),
  }),
};

const costs = report({
  summary: "What the lamps cost.",
  input: z.strictObject({ column: z.string().optional() }),
  needs: [Records],
  example: { input: {} },
  build: ({ column: wanted }) =>
    Effect.gen(function* () {
      const records = yield* Records;
      const lamps = yield* records.all<{ title: string; cost?: { amount: string } }>(
        "lighting/lamp",
        {
          ...(wanted !== undefined && {
            where: [{ field: "column", is: "equals" as const, value: wanted }],
          }),
        },
      );
      return {
        title: "What the lamps cost",
        summary: "Every lamp, with its cost.",
        blocks: [
          {
            type: "table",
            id: "costs",
            caption: "Cost by lamp",
            columns: [
              { id: "lamp", heading: "Lamp", headsRow: true },
              { id: "cost", heading: "Cost", type: "money", unit: "£" },
            ],
            rows: lamps.map(({ id, title, cost }) => ({
              cells: [
                { text: title, reference: `lighting/lamp/${id}` as const },
                { text: cost?.amount ?? "not known", value: cost?.amount ?? null },
              ],
            })),
          },
          {
            type: "chart",
            id: "costs-chart",
            kind: "bar",
            table: "costs",
            category: "lamp",
            values: ["cost"],
            title: "Cost by lamp",
            finding: "Lamps cost alike.",
          },
          {
            type: "table",
            id: "counts",
            caption: "How many",
            columns: [{ id: "count", heading: "Lamps", type: "number" }],
            rows: [{ cells: [{ text: String(lamps.length) }] }],
          },
        ],
      };
    }),
});

export default definePlugin({
  name: "lighting",
  summary: "Street lamps and their columns.",
  settings: z.strictObject({}),
  declare: () => ({
    resources: { lamp, column },
    operations,
    checks: {
      "unlit-lamps": check({
        summary: "Lamps that are not lit.",
        rules: { "lighting/unlit": "A lamp is not lit." },
        needs: [Records],
        run: () =>
          Effect.gen(function* () {
            checked.runs += 1;
            yield* Effect.promise(() => checked.gate);
            const records = yield* Records;
            const lamps = yield* records.all<{ isLit?: boolean; title: string }>("lighting/lamp");
            return lamps
              .filter(({ isLit }) => isLit === false)
              .map(({ id, title }) => ({
                rule: "lighting/unlit",
                about: `lighting/lamp/${id}`,
                severity: "warning" as const,
                message: `${title} is not lit.`,
                evidence: {},
              }));
          }),
      }),
    },
    reports: {
      costs,
      survey: report({
        summary: "The lamps of a column.",
        input: z.strictObject({
          column: reference("lighting/column"),
          since: calendarDate().optional(),
          order: z.enum(["by-title", "by-cost"]).optional(),
        }),
        needs: [],
        example: { input: { column: "lighting/column/a" } },
        build: ({ column, since }) =>
          Effect.succeed({
            title: `Survey of ${column}`,
            summary: since === undefined ? "Of all time." : `Since ${since}.`,
            blocks: [],
          }),
      }),
      "hidden-costs": report({
        summary: `Hidden ${planted.restricted}.`,
        input: none,
        clearance: "confidential",
        needs: [],
        example: { input: {} },
        build: () => Effect.succeed({ title: "Hidden", blocks: [] }),
      }),
    },
    exports: {
      titles: exporter({
        summary: "The titles, a line each.",
        mediaType: "text/plain; charset=utf-8",
        extension: "txt",
        input: none,
        needs: [Records],
        example: { input: {} },
        build: () =>
          Effect.map(Records, (records) =>
            (async function* () {
              for await (const { title } of records.iterate<{ title: string }>("lighting/lamp"))
                yield `${title}\n`;
            })(),
          ),
      }),
      card: exporter({
        summary: "A card.",
        mediaType: "application/json",
        extension: "json",
        input: z.strictObject({ name: z.string() }),
        needs: [],
        example: { input: { name: "A" } },
        build: ({ name }) => Effect.succeed(JSON.stringify({ name })),
      }),
    },
    feeds: {
      lux: feed({
        summary: "Lamps as a linked feed.",
        needs: [Records],
        handle: ({ path, query, base }) =>
          Effect.gen(function* () {
            const records = yield* Records;
            const { items } = yield* records.list("lighting/lamp", {
              limit: Number(query.get("limit") ?? 10),
            });
            return {
              status: 200,
              mediaType: "application/json",
              body: JSON.stringify({
                path,
                self: `${base}/${path}`,
                ids: items.map(({ id }) => id),
              }),
            };
          }),
      }),
    },
    errors: { "lighting/too-dim": { title: "Too dim", status: 422, exit: 65 } },
  }),
});
