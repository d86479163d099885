import {
  calendarDate,
  decimal,
  identifier,
  type Kind,
  MoothallError,
  nonNegativeDecimal,
  period,
  referenceTo,
} from "@moothall/core";
import { disclosurePolicy, protectedCells } from "@moothall/core/disclosure";
import {
  attempt,
  Clock,
  classified,
  type DecidedWrite,
  type Operation,
  operation,
  Records,
} from "@moothall/core/plugin";
import type { Condition } from "@moothall/core/store";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { observationFaults } from "../checks/check-observation.ts";
import { fault } from "../errors.ts";
import { publishTable } from "../publishing/publish-table.ts";
import { revisionOf } from "../publishing/revise.ts";
import type { DisclosurePolicyRecord } from "../resources/disclosure-policy.ts";
import type { Indicator } from "../resources/indicator.ts";
import {
  type Observation,
  observationSchema,
  type StatusCode,
  statusCodes,
} from "../resources/observation.ts";
import { axis, type PublishedTable } from "../resources/published-table.ts";
import { areaReference, readIndicator, readObservations } from "./read-records.ts";

const kindOfObservation: Kind = "safeguarding/observation";
const kindOfTable: Kind = "safeguarding/published-table";

const created = (kind: Kind, data: { readonly id: string }): DecidedWrite => ({
  action: "put",
  kind,
  data,
  expect: "absent",
});

export const recordOperations: Readonly<Record<string, Operation>> = {
  submit: operation({
    summary: "Record figures, each held against its indicator first: all of them or none.",
    description: "Refuses with an error of its own for each fault, and lists all of them.",
    input: () => z.strictObject({ observations: z.array(observationSchema).min(1).max(10_000) }),
    output: () => z.strictObject({ recorded: z.int() }),
    mode: "write",
    needs: [Records],
    example: {
      input: {
        observations: [
          {
            id: "missing-children-reports.fy2016.derbyshire",
            indicator: "safeguarding/indicator/missing-children-reports",
            period: "FY2016",
            value: "1187",
          },
        ],
      },
    },
    handler: ({ observations }) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const areas = new Set<string>();
        for (const area of new Set(observations.flatMap((each) => each.area ?? [])))
          if ((yield* records.find(area as never)) !== undefined) areas.add(area);
        const indicators = new Map<string, Indicator>();
        for (const reference of new Set(observations.map((each) => each.indicator)))
          indicators.set(reference, yield* records.get<Indicator>(reference as never));
        yield* attempt(() => requireSound(observations, indicators, areas));
        return {
          output: { recorded: observations.length },
          writes: observations.map((data) => created(kindOfObservation, data)),
        };
      }),
  }),
  revise: operation({
    summary: "Revise a figure: the new one is recorded beside the old one, which stays.",
    input: () =>
      z.strictObject({
        observation: identifier(),
        value: decimal().nullable().default(null).describe("Left out: no longer known"),
        numerator: nonNegativeDecimal().optional(),
        denominator: nonNegativeDecimal().optional(),
        status: z
          .array(z.enum(Object.keys(statusCodes) as [StatusCode, ...StatusCode[]]))
          .optional(),
        reason: z.string().min(1),
        release: z.string().min(1).optional(),
      }),
    output: () => z.strictObject({ id: z.string(), revises: z.string() }),
    mode: "write",
    needs: [Records],
    example: {
      input: {
        observation: "missing-children-reports.fy2016.derbyshire",
        value: "1190",
        reason: "Three reports were recorded late",
      },
    },
    handler: ({ observation, ...revision }) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const reference = referenceTo(kindOfObservation, observation);
        const before = yield* records.get<Observation>(reference);
        const others = yield* records.list<Observation>(kindOfObservation, {
          where: [{ field: "revises", is: "equals", value: reference }],
          limit: 1,
        });
        const { record, ...data } = before;
        const indicator = yield* records.get<Indicator>(data.indicator as never);
        const next = yield* attempt(() => {
          const made = revisionOf(data as Observation, revision, others.items.length > 0);
          requireSound([made], new Map([[made.indicator, indicator]]));
          return made;
        });
        return {
          output: { id: next.id, revises: reference },
          writes: [created(kindOfObservation, next)],
          unchanged: [{ kind: kindOfObservation, id: observation, expect: record.version }],
        };
      }),
  }),
  publish: operation({
    summary: "Publish a table of counts: protected, audited with what is out, recorded.",
    description:
      "Puts confidential figures together to a table, hides what the policy hides and as few others as it takes, attacks the outcome together with the tables published before, and records it as public. Shares and places are worked out from what is shown alone. A table that cannot be made safe is withheld, and nothing is written.",
    input: () =>
      z.strictObject({
        id: identifier(),
        title: z.string().min(1),
        indicator: identifier(),
        definition: z.int().positive().default(1),
        period: period().optional(),
        area: identifier().optional(),
        rows: axis(),
        columns: axis(),
        policy: identifier()
          .optional()
          .describe("Id of a disclosure policy; the indicator's own where left out"),
        derive: z
          .array(z.enum(["share-of-row", "share-of-column", "share-of-total", "rank"]))
          .default([]),
        places: z.int().min(0).max(3).default(1),
      }),
    output: () =>
      z.strictObject({
        withheld: classified(z.boolean(), "public"),
        reason: classified(z.string().optional(), "public"),
        table: classified(z.string().optional(), "public"),
        cells: classified(protectedCells().optional(), "public"),
        published: classified(calendarDate().optional(), "public"),
      }),
    mode: "write",
    permission: "publish",
    readsAt: "confidential",
    needs: [Records, Clock],
    example: {
      input: {
        id: "missing-children-reports.2016",
        title: "Missing reports by place",
        indicator: "missing-children-reports",
        rows: { by: "category", dimension: "place", keys: ["social-care"] },
        columns: { by: "period", keys: ["FY2015", "FY2016"] },
        policy: "office",
      },
    },
    handler: (input) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const clock = yield* Clock;
        const indicator = yield* readIndicator(input.indicator);
        const { reference, policy } = yield* readPolicy(input.policy, indicator);
        const where: readonly Condition[] = [
          {
            field: "indicator",
            is: "equals",
            value: referenceTo("safeguarding/indicator", input.indicator),
          },
        ];
        const earlier = yield* records.all<PublishedTable>(kindOfTable, { where });
        const sum = earlier.reduce((total, { definition }) => total + definition, 0);
        const observations = yield* readObservations(input.indicator);
        const today = clock.today();
        const made = yield* attempt(() =>
          publishTable(
            {
              ...input,
              indicator: referenceTo("safeguarding/indicator", input.indicator),
              area: areaReference(input.area),
              policy,
              policyRecord: reference,
              today,
            },
            { indicator, observations, earlier },
          ),
        );
        if (made.withheld) return { output: { withheld: true, reason: made.reason }, writes: [] };
        const { table } = made;
        return {
          output: {
            withheld: false,
            table: referenceTo(kindOfTable, table.id),
            cells: made.cells,
            published: today,
          },
          writes: [created(kindOfTable, table)],
          // Another table of the indicator published meanwhile was not part of the attack.
          totals: [{ kind: kindOfTable, where, sum: "definition", equals: String(sum) }],
        };
      }),
  }),
};

const readPolicy = (id: string | undefined, indicator: Indicator) =>
  Effect.gen(function* () {
    const records = yield* Records;
    const reference =
      id === undefined
        ? indicator.disclosurePolicy
        : referenceTo("safeguarding/disclosure-policy", id);
    if (reference === undefined) {
      return yield* Effect.fail(
        new MoothallError({
          code: "core/bad-input",
          message: "No disclosure policy is named, and the indicator has none.",
          hint: "Name the policy by which small counts are hidden.",
          at: { pointer: "/policy" },
        }),
      );
    }
    const found = yield* records.get<DisclosurePolicyRecord>(reference as never);
    return { reference, policy: disclosurePolicy().parse(found.policy) };
  });

/** @throws MoothallError of the first fault, with all of them as findings. */
function requireSound(
  observations: readonly Observation[],
  indicators: ReadonlyMap<string, Indicator>,
  areas?: ReadonlySet<string>,
): void {
  const faults = observations.flatMap((observation, index) => {
    const indicator = indicators.get(observation.indicator);
    return indicator === undefined
      ? []
      : observationFaults(observation, indicator, areas)
          .filter(({ severity }) => severity === "error")
          .map((each) => ({
            ...each,
            index,
            about: referenceTo(kindOfObservation, observation.id),
          }));
  });
  const [first] = faults;
  if (first === undefined) return;
  const pointer = `/observations/${first.index}${first.pointer}`;
  const error = fault(first.code, first.message, "Correct the figure at the place named.", {
    pointer,
  });
  throw new MoothallError({
    code: error.code,
    message: `Nothing was recorded: ${first.message}`,
    ...(error.hint !== undefined && { hint: error.hint }),
    at: { pointer },
    findings: faults.map((each) => ({
      rule: each.code,
      about: each.about,
      severity: each.severity,
      message: each.message,
      evidence: {},
      at: { pointer: `/observations/${each.index}${each.pointer}` },
    })),
  });
}
