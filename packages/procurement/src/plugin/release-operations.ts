import { finding, isMoothallError, MoothallError } from "@moothall/core";
import { attempt, type Operation, operation } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { flagsInput } from "../flags/flag.ts";
import { collectFlags } from "../flags/flags.ts";
import { type MergeOptions, merge } from "../merge/merge.ts";
import { rulesFromSchema } from "../merge/merge-rules.ts";
import type { Release } from "../merge/order-releases.ts";
import { fromRelease } from "../ocds/from-release.ts";

const exampleReleases = [
  {
    ocid: "ocds-213czf-1",
    id: "1",
    date: "2026-03-02T09:00:00Z",
    tag: ["tender"],
    initiationType: "tender",
    tender: { id: "1", title: "Refurbishment", status: "active" },
  },
  {
    ocid: "ocds-213czf-1",
    id: "2",
    date: "2026-04-02T09:00:00Z",
    tag: ["award"],
    initiationType: "tender",
    tender: { id: "1", status: "complete" },
  },
];

const release = () => z.record(z.string(), z.unknown());

/** Operations over files of OCDS releases, line by line. */
export const releaseOperations: Readonly<Record<string, Operation>> = {
  merge: operation({
    summary: "Merge OCDS releases: a line is an array of the releases of one process.",
    description:
      "Writes a compiled release a line, or with `versioned` a versioned one. `strict` closes the gaps of the reference implementation.",
    input: () =>
      z.strictObject({
        versioned: z.boolean().default(false),
        strict: z.boolean().default(false),
        /** A release schema patched with extensions, whose merge rules are taken. */
        schema: release().optional(),
      }),
    output: release,
    mode: "read",
    needs: [],
    reads: "json-lines",
    writes: "json-lines",
    example: { input: {}, items: [exampleReleases] },
    handler: ({ versioned, strict, schema }, items) =>
      Effect.map(
        attempt(() => (schema === undefined ? undefined : rulesFromSchema(schema))),
        (rules) => mergeLines(items, { versioned, strict, ...(rules !== undefined && { rules }) }),
      ),
  }),
  flags: operation({
    summary: "Raise red flags over compiled OCDS releases, one a line, each flag with its inputs.",
    input: flagsInput,
    output: finding,
    mode: "read",
    needs: [],
    reads: "json-lines",
    writes: "json-lines",
    example: {
      input: {},
      items: [
        {
          ocid: "ocds-213czf-1",
          tender: { id: "1", procurementMethod: "open", numberOfTenderers: 1, status: "complete" },
        },
      ],
    },
    handler: (input, items) =>
      Effect.map(
        attempt(() => collectFlags(input)),
        (collected) => flagLines(items, collected),
      ),
  }),
  "read-ocds": operation({
    summary: "Read OCDS releases, one a line or one an array, into records.",
    input: () => z.strictObject({}),
    output: () => z.strictObject({ releases: z.int(), records: z.int() }),
    mode: "write",
    clearance: "restricted",
    needs: [],
    reads: "json-lines",
    example: { input: {}, items: [exampleReleases[0]] },
    handler: (_, items) =>
      Effect.gen(function* () {
        const read = yield* Effect.tryPromise({ try: () => gather(items), catch: asError });
        const processes = yield* attempt(() => read.map(fromRelease));
        const writes = processes.flatMap(({ tender, bids, evaluations, awards, contracts }) => [
          ...(tender === undefined ? [] : [put("procurement/tender", tender)]),
          ...bids.map((each) => put("procurement/bid", each)),
          ...evaluations.map((each) => put("procurement/evaluation", each)),
          ...awards.map((each) => put("procurement/award", each)),
          ...contracts.map((each) => put("procurement/contract", each)),
        ]);
        return { output: { releases: read.length, records: writes.length }, writes };
      }),
  }),
};

const put = (kind: `procurement/${string}`, data: { readonly id: string }) => ({
  action: "put" as const,
  kind,
  data,
});

async function* mergeLines(
  items: AsyncIterable<unknown>,
  options: MergeOptions,
): AsyncIterable<Record<string, unknown>> {
  let row = 0;
  for await (const releases of items) {
    row += 1;
    yield inRow(row, () => merge(releases as Release[], options));
  }
}

async function* flagLines(
  items: AsyncIterable<unknown>,
  collected: ReturnType<typeof collectFlags>,
) {
  let row = 0;
  for await (const item of items) {
    row += 1;
    inRow(row, () => {
      if (!isRelease(item)) throw notARelease();
      collected.add(item);
    });
  }
  yield* collected.finish();
}

const isRelease = (value: unknown): value is Release =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const notARelease = () =>
  new MoothallError({
    code: "procurement/not-a-release",
    message: "This is not a compiled release.",
    hint: "Give one compiled release a line: what `merge` writes.",
  });

/** Releases of lines that hold a release, an array of them, or a package. */
async function gather(items: AsyncIterable<unknown>): Promise<Release[]> {
  const releases: Release[] = [];
  for await (const item of items) {
    const held = isRelease(item) && Array.isArray(item.releases) ? item.releases : item;
    for (const each of Array.isArray(held) ? held : [held]) {
      if (!isRelease(each)) throw notARelease();
      releases.push(each);
    }
  }
  return releases;
}

/** Says in which line of the file a fault lies. */
function inRow<Value>(row: number, call: () => Value): Value {
  try {
    return call();
  } catch (error) {
    if (!isMoothallError(error)) throw error;
    throw new MoothallError({
      code: error.code,
      message: `Line ${row}: ${error.message}`,
      ...(error.hint !== undefined && { hint: error.hint }),
      at: { ...error.at, row },
    });
  }
}

const asError = (error: unknown): MoothallError => {
  if (isMoothallError(error)) return error;
  return new MoothallError({
    code: "core/input-output",
    message: "The file cannot be read.",
    hint: "Check that it is there and is JSON Lines.",
    cause: error,
  });
};
