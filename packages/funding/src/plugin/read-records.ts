import { type MoothallError, referenceTo } from "@moothall/core";
import { Records } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import type { FundingRecords } from "../checks/funding-records.ts";
import type { NamedBody } from "../giving/to-360giving.ts";

const kinds = {
  funds: "fund",
  schemes: "scheme",
  rounds: "round",
  applications: "application",
  awards: "award",
  tables: "allocation-table",
  agreements: "agreement",
  conditions: "condition",
  schedules: "payment-schedule",
  payments: "payment",
  returns: "monitoring-return",
  recoveries: "recovery",
  splits: "cost-split",
  services: "commissioned-service",
  budgets: "budget",
  precepts: "precept",
  outturns: "outturn",
} as const satisfies Record<keyof FundingRecords, string>;

/** The records of the domain that a check or a report needs, as the caller may see them. */
export const readRecords = <Wanted extends keyof FundingRecords>(
  ...wanted: readonly Wanted[]
): Effect.Effect<Pick<FundingRecords, Wanted>, MoothallError, Records> =>
  Effect.gen(function* () {
    const records = yield* Records;
    const read: Record<string, unknown> = {};
    for (const name of wanted) read[name] = yield* records.all(`funding/${kinds[name]}`);
    return read as Pick<FundingRecords, Wanted>;
  });

/** The bodies of the register by id, as far as they are there. */
export const readBodies: Effect.Effect<
  ReadonlyMap<string, NamedBody>,
  MoothallError,
  Records
> = Effect.gen(function* () {
  const records = yield* Records;
  // Without the register, references stand for themselves.
  const bodies = yield* Effect.catch(records.all<NamedBody>("register/body"), () =>
    Effect.succeed([]),
  );
  return new Map(bodies.map((each) => [each.id, each]));
});

/** Texts of objectives and names of areas of the register, by reference, as far as they are there. */
export const readNames: Effect.Effect<
  ReadonlyMap<string, string>,
  MoothallError,
  Records
> = Effect.gen(function* () {
  const records = yield* Records;
  const names = new Map<string, string>();
  type Named = { readonly shortName?: string; readonly text?: string; readonly name?: string };
  for (const kind of ["register/objective", "register/area"] as const) {
    const found = yield* Effect.catch(records.all<Named>(kind), () => Effect.succeed([]));
    for (const each of found) {
      const name = each.shortName ?? each.text ?? each.name;
      if (name !== undefined) names.set(referenceTo(kind, each.id), name);
    }
  }
  return names;
});
