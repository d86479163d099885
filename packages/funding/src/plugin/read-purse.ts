import { type MoothallError, type Reference, referenceTo } from "@moothall/core";
import { type Decision, Records, type StoredRecord } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import { total } from "../amount.ts";
import type { Award } from "../resources/award.ts";
import type { Fund } from "../resources/fund.ts";
import type { Round } from "../resources/round.ts";
import type { Scheme } from "../resources/scheme.ts";

/** What a decision on money rests on: the records read, and the sums that must still be so. */
export interface Purse {
  readonly round: StoredRecord<Round> | undefined;
  readonly scheme: StoredRecord<Scheme> | undefined;
  readonly fund: StoredRecord<Fund> | undefined;
  readonly awards: readonly StoredRecord<Award>[];
  readonly unchanged: NonNullable<Decision<unknown>["unchanged"]>;
  readonly totals: NonNullable<Decision<unknown>["totals"]>;
}

/** A record that may not be named, or not be there. */
export const findOne = <T>(at: string | undefined) =>
  Effect.gen(function* () {
    const records = yield* Records;
    return at === undefined ? undefined : yield* records.find<T>(at as Reference);
  });

/** Reads round, scheme, fund and every award that takes from one of them. */
export const readPurse = (of: {
  readonly round?: string | undefined;
  readonly scheme?: string | undefined;
  readonly fund?: string | undefined;
}): Effect.Effect<Purse, MoothallError, Records> =>
  Effect.gen(function* () {
    const records = yield* Records;
    const round = yield* findOne<Round>(of.round);
    const scheme = yield* findOne<Scheme>(of.scheme ?? round?.scheme);
    const fund = yield* findOne<Fund>(of.fund ?? round?.fund ?? scheme?.fund);
    const awards = new Map<string, StoredRecord<Award>>();
    const unchanged: { kind: `${string}/${string}`; id: string; expect: number }[] = [];
    const totals: {
      kind: "funding/award";
      where: readonly [{ field: string; is: "equals"; value: string }];
      sum: string;
      equals: string;
    }[] = [];
    for (const [kind, found] of [
      ["round", round],
      ["scheme", scheme],
      ["fund", fund],
    ] as const) {
      if (found === undefined) continue;
      unchanged.push({ kind: `funding/${kind}`, id: found.id, expect: found.record.version });
      const where = [
        { field: kind, is: "equals", value: referenceTo(`funding/${kind}`, found.id) },
      ] as const;
      const taking = yield* records.all<Award>("funding/award", { where });
      for (const each of taking) awards.set(each.id, each);
      // Of what was read here and not of a later sum, so that an award made in between is noticed.
      totals.push({
        kind: "funding/award",
        where,
        sum: "current",
        equals: total(taking.map((each) => each.current)),
      });
    }
    return { round, scheme, fund, awards: [...awards.values()], unchanged, totals };
  });
