import { type Finding, MoothallError, type Reference, reference } from "@moothall/core";
import { decision, operation, Records } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { check360Giving } from "../giving/check-360giving.ts";
import type { Grant } from "../giving/columns.ts";
import { from360Giving } from "../giving/from-360giving.ts";
import { type GrantPlace, placeOf } from "../giving/grant-step.ts";
import { readGrants } from "../giving/read-grants.ts";
import type { Award } from "../resources/award.ts";

/** Errors that are listed; more of them would be the same again. */
const mostListed = 1000;

const refused = (findings: readonly Finding[]): MoothallError =>
  new MoothallError({
    code: "funding/import-refused",
    message: `Nothing was imported: ${findings.length} fault(s) stand in the way; the first: ${findings[0]?.message}`,
    hint: "Mend what is named, or ask for repair; check-360giving lists all there is to say of the file.",
    ...(findings[0]?.at !== undefined && { at: findings[0].at }),
    findings: findings.slice(0, mostListed),
  });

interface Read {
  readonly awards: readonly Award[];
  readonly errors: readonly Finding[];
}

/** The awards of a file, and what stands in the way of them. */
async function read(
  bytes: AsyncIterable<Uint8Array>,
  options: {
    readonly body: Reference;
    readonly fund?: Reference | undefined;
    readonly repair: boolean;
  },
): Promise<Read> {
  const awards: Award[] = [];
  const errors: Finding[] = [];
  const seen = new Set<string>();
  const take = (grant: Grant, place: GrantPlace) => {
    const made = from360Giving(grant, place, {
      body: options.body,
      fund: options.fund,
      about: "grants",
    });
    if ("finding" in made) errors.push(made.finding);
    else if (seen.has(made.award.id)) {
      errors.push({
        rule: "funding/360-id-twice",
        about: "grants",
        severity: "error",
        message: "Another grant of the file has the same identifier.",
        evidence: {},
        at: placeOf(place, "id"),
        fix: "Give each grant an identifier of its own.",
      });
    } else {
      seen.add(made.award.id);
      awards.push(made.award);
    }
  };
  for await (const batch of readGrants(bytes, { repair: options.repair, withoutHeaders: true })) {
    for (const step of batch) {
      if (step.finding === undefined) {
        const own = check360Giving([step.grant]).filter((each) => each.severity === "error");
        if (own.length === 0) take(step.grant, step.place);
        errors.push(...own.map((each) => relocate(each, step.place)));
      } else if (
        step.finding.severity === "error" &&
        !(options.repair && repaired.has(step.finding.rule))
      ) {
        errors.push(step.finding);
      }
    }
  }
  return { awards, errors };
}

/** What repair has mended; where it could not, the grant itself has an error. */
const repaired: ReadonlySet<string> = new Set([
  "funding/360-amount-form",
  "funding/360-date-form",
  "funding/360-formula",
]);

const relocate = (each: Finding, place: GrantPlace): Finding => ({
  ...each,
  at: placeOf(place, (each.at?.pointer ?? "").replace(/^\/grants\/0\/?/, "")),
});

export const import360Giving = operation({
  summary: "Take grants of 360Giving data, CSV or JSON, over as awards: all of them or none.",
  description:
    "Refused with row and column (or pointer) of every fault. Grants that are there already by their id are replaced.",
  input: () =>
    z.strictObject({
      body: reference("register/body").describe("The body whose awards they become"),
      fund: reference("funding/fund").optional(),
      repair: z
        .boolean()
        .default(false)
        .describe("Read £1,000.50, (500), dd/mm/yyyy and the like as what they mean"),
    }),
  output: () => z.strictObject({ imported: z.int() }),
  mode: "write",
  clearance: "restricted",
  needs: [Records],
  reads: "bytes",
  example: { input: { body: "register/body/opcc-example" } },
  handler: ({ body, fund, repair }, items) =>
    Effect.gen(function* () {
      const { awards, errors } = yield* Effect.promise(() =>
        read(items as AsyncIterable<Uint8Array>, {
          body: body as Reference,
          fund: fund as Reference | undefined,
          repair,
        }),
      );
      if (errors.length > 0) return yield* Effect.fail(refused(errors));
      return decision({
        output: { imported: awards.length },
        writes: awards.map((each) => ({
          action: "put" as const,
          kind: "funding/award" as const,
          data: each,
        })),
      });
    }),
});
