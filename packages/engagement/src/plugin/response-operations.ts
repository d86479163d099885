import { randomUUID } from "node:crypto";
import { type Finding, identifier, referenceTo } from "@moothall/core";
import {
  attempt,
  Clock,
  classified,
  type Operation,
  operation,
  Records,
} from "@moothall/core/plugin";
import { checkPrivateData } from "@moothall/core/private-data";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { fault } from "../errors.ts";
import type { Consultation } from "../resources/consultation.ts";
import { type Response, responseSchema } from "../resources/response.ts";
import { requireAcceptable } from "../responses/accept-response.ts";
import { readResponses } from "../responses/read-responses.ts";
import { readTable } from "./read-table.ts";

const asked = responseSchema.shape;

/** Operations by which responses come in. */
export const responseOperations: Readonly<Record<string, Operation>> = {
  respond: operation({
    summary: "Take a response to a consultation that is open; it is confidential at once.",
    description:
      "A second response of the same respondent, by sameAs, is taken like the first: the answer never tells that there is another. Only the first counts in results, and the check `consultations` names the others to the office.",
    input: () =>
      z.strictObject({
        consultation: identifier(),
        answers: asked.answers,
        versions: asked.versions,
        demographics: asked.demographics,
        area: asked.area,
        channel: asked.channel,
        sameAs: asked.sameAs,
      }),
    output: () =>
      z.strictObject({
        /** By which the respondent can ask for the response to be taken out. */
        response: classified(z.string(), "public"),
        received: classified(z.string(), "public"),
      }),
    mode: "write",
    permission: "respond",
    readsAt: "confidential",
    needs: [Records, Clock],
    example: {
      input: {
        consultation: "opcc-derbyshire.listening-to-you.2021",
        answers: { safe: "yes" },
      },
    },
    handler: ({ consultation: id, ...given }) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const clock = yield* Clock;
        const reference = referenceTo("engagement/consultation", id);
        const consultation = yield* records.get<Consultation>(reference);
        const response: Response = {
          ...given,
          id: randomUUID(),
          consultation: reference,
          received: clock.now(),
        };
        yield* attempt(() => requireAcceptable(consultation, response));
        return {
          output: { response: response.id, received: response.received },
          writes: [
            {
              action: "put" as const,
              kind: "engagement/response" as const,
              data: response,
              expect: "absent" as const,
            },
          ],
        };
      }),
  }),
  "import-responses": operation({
    summary: "Read responses from CSV or XLSX by the consultation's map of columns: all or none.",
    description:
      "Every row is held against the consultation: its questions, options and close. Columns that the map does not name are left out. Answers in words that look like private data are named by row, for whoever will publish them.",
    input: () =>
      z.strictObject({
        consultation: identifier(),
        dryRun: z.boolean().default(false).describe("Say what would be read, and write nothing"),
      }),
    output: () =>
      z.strictObject({
        read: z.int(),
        /** Rows whose words look like private data. */
        privateData: z.array(
          z.strictObject({ row: z.int(), question: z.string(), kind: z.string() }),
        ),
      }),
    mode: "write",
    permission: "import",
    clearance: "confidential",
    reads: "bytes",
    needs: [Records],
    example: { input: { consultation: "opcc-derbyshire.listening-to-you.2021" } },
    handler: ({ consultation: id, dryRun }, items) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const reference = referenceTo("engagement/consultation", id);
        const consultation = yield* records.get<Consultation>(reference);
        const table = yield* readTable(items as AsyncIterable<Uint8Array>);
        const responses = yield* attempt(() => readResponses(consultation, table));
        for (const [index, each] of responses.entries()) {
          const found = yield* records.find(referenceTo("engagement/response", each.id));
          if (found !== undefined) return yield* Effect.fail(readAlready(index));
        }
        const rowOf = table
          .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""))
          .slice(1);
        return {
          output: {
            read: responses.length,
            privateData: responses.flatMap((each, index) =>
              checkPrivateData(each.id, each.answers, { confidence: "medium" }).map(
                (finding: Finding) => ({
                  row: rowOf[index]?.row ?? index + 2,
                  question: finding.at?.pointer?.slice(1) ?? "",
                  kind: String(finding.evidence.kind),
                }),
              ),
            ),
          },
          writes: dryRun
            ? []
            : responses.map((data) => ({
                action: "put" as const,
                kind: "engagement/response" as const,
                data,
              })),
        };
      }),
  }),
};

const readAlready = (index: number) =>
  fault(
    "engagement/duplicate-response",
    `Response ${index + 1} of the file is there already.`,
    "Nothing was read: import each file once, or give its responses ids of their own.",
    { column: "id" },
  );
