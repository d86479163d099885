import { type Kind, type MoothallError, type Reference, referenceTo } from "@moothall/core";
import { Records, type StoredRecord } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import { type LinkedRecord, linkedRecord } from "../progress/linked-record.ts";
import { type Progress, progress } from "../progress/progress.ts";
import { isLedTo, leadsOn, type Serving, traceObjective } from "../progress/trace-objective.ts";
import type { Risk } from "../resources/risk.ts";
import type { RiskRegister } from "../resources/risk-register.ts";

type Reading<Answer> = Effect.Effect<Answer, MoothallError, Records>;

export const equals = (field: string, value: string) => ({ field, is: "equals" as const, value });

export const all = <Kept>(kind: Kind): Reading<readonly StoredRecord<Kept>[]> =>
  Effect.flatMap(Records, (records) => records.all<Kept>(kind));

/** Kinds by whose names and titles a reader knows what a reference means. */
const namedKinds: readonly Kind[] = [
  "register/body",
  "register/post",
  "register/area",
  "assurance/audit",
  "assurance/inspection",
  "assurance/scrutiny-scheme",
];

/** Names and titles by reference, of what the caller may see. */
export const readNames: Reading<ReadonlyMap<string, string>> = Effect.gen(function* () {
  const names = new Map<string, string>();
  for (const kind of namedKinds) {
    for (const { id, name, title } of yield* all<{ name?: string; title?: string }>(kind)) {
      const text = name ?? title;
      if (text !== undefined) names.set(referenceTo(kind, id), text);
    }
  }
  return names;
});

export interface RegisterWithRisks {
  readonly register: StoredRecord<RiskRegister>;
  readonly risks: readonly StoredRecord<Risk>[];
}

export const readRegister = (reference: Reference): Reading<RegisterWithRisks> =>
  Effect.gen(function* () {
    const records = yield* Records;
    const register = yield* records.get<RiskRegister>(reference);
    const risks = yield* records.all<Risk>("assurance/risk", {
      where: [equals("register", reference)],
    });
    return { register, risks };
  });

/** The version that this one took the place of, where the caller may see it. */
export const readVersionBefore = (register: RiskRegister): Reading<RegisterWithRisks | undefined> =>
  Effect.gen(function* () {
    const records = yield* Records;
    const { supersedes } = register;
    if (supersedes === undefined) return undefined;
    const before = yield* records.find<RiskRegister>(supersedes as Reference);
    return before === undefined ? undefined : yield* readRegister(supersedes as Reference);
  });

const readLinked = (references: Iterable<Reference>): Reading<readonly LinkedRecord[]> =>
  Effect.gen(function* () {
    const records = yield* Records;
    const found = yield* Effect.forEach([...references], (reference) =>
      Effect.map(records.find(reference), (record) =>
        record === undefined ? [] : [linkedRecord(reference, record)],
      ),
    );
    return found.flat();
  });

/** These records, and those to which the initiatives and services among them lead. */
const readWithLed = (direct: ReadonlySet<Reference>): Reading<readonly LinkedRecord[]> =>
  Effect.gen(function* () {
    const first = yield* readLinked(direct);
    const led = new Set(
      first
        .filter(({ reference }) => leadsOn(reference))
        .flatMap(({ refers }) => refers)
        .filter((each) => isLedTo(each) && !direct.has(each)),
    );
    return [...first, ...(yield* readLinked(led))];
  });

/** Everything that serves an objective, as far as the caller may see it. */
export const readTrace = (objective: Reference): Reading<readonly Serving[]> =>
  Effect.gen(function* () {
    const records = yield* Records;
    const linked = yield* readWithLed(new Set(yield* records.referrers(objective)));
    return traceObjective(objective, linked);
  });

/** Progress against a plan, from whatever refers to it and its objectives. */
export const readProgress = (plan: Reference): Reading<Progress> =>
  Effect.gen(function* () {
    const records = yield* Records;
    const { title } = yield* records.get<{ title: string }>(plan);
    const objectives = (yield* records.all<{ number: number; text: string }>("register/objective", {
      where: [equals("plan", plan)],
    })).map(({ id, number, text }) => ({
      reference: referenceTo("register/objective", id),
      number,
      text,
    }));
    const direct = new Set<Reference>();
    for (const { reference } of objectives)
      for (const each of yield* records.referrers(reference)) direct.add(each);
    for (const each of yield* records.referrers(plan))
      if (each.startsWith("assurance/initiative/")) direct.add(each);
    return progress({
      plan: { reference: plan, title },
      objectives,
      records: yield* readWithLed(direct),
    });
  });
