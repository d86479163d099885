import { calendarDate, identifier, period, referenceTo } from "@moothall/core";
import {
  attempt,
  Clock,
  classified,
  type DecidedWrite,
  type Operation,
  operation,
  Records,
} from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { publishCasework } from "../casework/publish-casework.ts";
import { fault } from "../errors.ts";
import { type CaseworkTable, tableDimensions } from "../resources/casework-table.ts";
import type { CategorySet } from "../resources/category-set.ts";
import type { Consultation } from "../resources/consultation.ts";
import type { Contact } from "../resources/contact.ts";
import type { Margin } from "../resources/margin.ts";
import { holdsPrivateData, type Matter, publicTextsOf } from "../resources/matter.ts";
import type { Response } from "../resources/response.ts";
import type { Result } from "../resources/result.ts";
import { publishResult } from "../results/publish-result.ts";
import { equals } from "./read-records.ts";
import type { Settings } from "./settings.ts";

const outcome = () =>
  z.strictObject({
    withheld: classified(z.boolean(), "public"),
    reason: classified(z.string().optional(), "public"),
    /** Reference of the record that is public now. */
    published: classified(z.string().optional(), "public"),
  });

/** Operations that read what is confidential and write what may be public. */
export const publishingOperations = (settings: Settings): Readonly<Record<string, Operation>> => ({
  "publish-casework": operation({
    summary: "Publish counts of casework: protected, attacked together with what is out, recorded.",
    input: () =>
      z.strictObject({
        id: identifier(),
        title: z.string().min(1),
        body: identifier(),
        dimension: z.enum(tableDimensions),
        period: period(),
        categories: identifier().describe("Id of the set of categories of the period"),
      }),
    output: outcome,
    mode: "write",
    permission: "publish",
    readsAt: "confidential",
    timeLimit: 120_000,
    needs: [Records, Clock],
    example: {
      input: {
        id: "opcc-derbyshire.nature.fy2017",
        title: "Nature of contact, 2017–18",
        body: "opcc-derbyshire",
        dimension: "nature",
        period: "FY2017",
        categories: "opcc-derbyshire.2016",
      },
    },
    handler: (input) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const clock = yield* Clock;
        const body = referenceTo("register/body", input.body);
        const categories = referenceTo("engagement/category-set", input.categories);
        const set = yield* records.get<CategorySet>(categories);
        const contacts = yield* records.all<Contact>("engagement/contact", {
          where: [equals("body", body)],
        });
        const earlier = yield* records.all<CaseworkTable>("engagement/casework-table", {
          where: [equals("body", body)],
        });
        const made = yield* attempt(() =>
          publishCasework(
            { ...input, body, categories, set, policy: settings.disclosure, today: clock.today() },
            contacts,
            earlier,
          ),
        );
        return {
          ...decided("engagement/casework-table", made),
          // Another table published meanwhile was not part of the attack.
          totals: [
            {
              kind: "engagement/casework-table" as const,
              where: [equals("body", body)],
              equals: String(earlier.length),
            },
          ],
        };
      }),
  }),
  "publish-result": operation({
    summary: "Publish the result of a question: counts protected, weighted, with the weights.",
    description:
      "Reads the confidential responses, weights them to the margins named, and records a public result. Comments are published only where nothing in them looks like private data.",
    input: () =>
      z.strictObject({
        id: identifier(),
        title: z.string().min(1).optional(),
        consultation: identifier(),
        question: z.string().min(1),
        by: z.string().min(1).optional().describe("A demographic to tell the answers by"),
        margins: z.array(identifier()).default([]).describe("Ids of margins to weight to"),
        comments: z
          .array(identifier())
          .optional()
          .describe("Ids of responses whose words are published"),
      }),
    output: outcome,
    mode: "write",
    permission: "publish",
    readsAt: "confidential",
    timeLimit: 120_000,
    needs: [Records, Clock],
    example: {
      input: {
        id: "opcc-derbyshire.listening-to-you.2021.safe",
        consultation: "opcc-derbyshire.listening-to-you.2021",
        question: "safe",
      },
    },
    handler: ({ consultation: id, margins: ids, ...input }) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const clock = yield* Clock;
        const reference = referenceTo("engagement/consultation", id);
        const consultation = yield* records.get<Consultation>(reference);
        const where = [equals("consultation", reference)];
        const responses = yield* records.all<Response>("engagement/response", { where });
        const earlier = yield* records.all<Result>("engagement/result", { where });
        const margins = yield* Effect.forEach(ids, (margin) =>
          records.get<Margin>(referenceTo("engagement/margin", margin)),
        );
        const made = yield* attempt(() =>
          publishResult(
            { ...input, consultation, margins, policy: settings.disclosure, today: clock.today() },
            responses,
            earlier,
          ),
        );
        return {
          ...decided("engagement/result", made),
          // Another result published meanwhile was not part of the attack.
          totals: [{ kind: "engagement/result" as const, where, equals: String(earlier.length) }],
        };
      }),
  }),
  "publish-matter": operation({
    summary:
      "Publish a matter that was raised, with its answer; refused where it holds private data.",
    input: () => z.strictObject({ matter: identifier() }),
    output: () =>
      z.strictObject({
        matter: classified(z.string(), "public"),
        published: classified(calendarDate(), "public"),
      }),
    mode: "write",
    permission: "publish",
    readsAt: "confidential",
    needs: [Records, Clock],
    example: { input: { matter: "opcc-derbyshire.2017-1" } },
    handler: ({ matter: id }) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const clock = yield* Clock;
        const reference = referenceTo("engagement/matter", id);
        const { record, ...matter } = yield* records.get<Matter>(reference);
        const published = matter.published ?? clock.today();
        yield* attempt(() => requirePublishable(matter as Matter));
        return {
          output: { matter: reference, published },
          writes: [
            {
              action: "put" as const,
              kind: "engagement/matter" as const,
              data: { ...matter, published },
              expect: record.version,
            },
          ],
        };
      }),
  }),
});

function decided<Table extends { readonly id: string }>(
  kind: "engagement/casework-table" | "engagement/result",
  made:
    | { readonly withheld: false; readonly table: Table }
    | { readonly withheld: true; readonly reason: string },
): { output: z.input<ReturnType<typeof outcome>>; writes: readonly DecidedWrite[] } {
  if (made.withheld) return { output: { withheld: true, reason: made.reason }, writes: [] };
  return {
    output: { withheld: false, published: referenceTo(kind, made.table.id) },
    writes: [{ action: "put", kind, data: made.table, expect: "absent" }],
  };
}

function requirePublishable(matter: Matter): void {
  if (matter.answer === undefined) {
    throw fault(
      "engagement/not-answered",
      "The matter has no answer yet.",
      "Record the answer first, then publish both.",
      { pointer: "/answer" },
    );
  }
  for (const [field, text] of publicTextsOf(matter)) {
    if (!holdsPrivateData(text)) continue;
    throw fault(
      "engagement/private-data",
      `The ${field} holds what looks like somebody's private data.`,
      "Put it in general terms, then publish.",
      { pointer: `/${field}` },
    );
  }
}
