import {
  type Classification,
  clears,
  type Kind,
  MoothallError,
  type PublicationClass,
  project,
  type Reference,
  referencesIn,
  referenceTo,
} from "@moothall/core";
import type { RecordsShape, Resource, StoredRecord } from "@moothall/core/plugin";
import {
  checkList,
  commonFields,
  comparePositions,
  declaredField,
  type HistoryEntry,
  indexValue,
  indexValues,
  meetsCondition,
  wholesOf,
} from "@moothall/core/store";
import * as Effect from "effect/Effect";

interface Held {
  readonly kind: Kind;
  readonly data: Record<string, unknown> & { readonly id: string };
  readonly classification: Classification;
  readonly created: string;
  readonly modified: string;
  readonly deleted?: string;
}

/** Records in memory, classified on writing and redacted for a clearance as a store does it. */
export class MemoryRecords {
  readonly held = new Map<Reference, Held>();
  readonly touched = new Map<Reference, string>();
  readonly resources: Readonly<Record<string, Resource>>;
  constructor(resources: Readonly<Record<string, Resource>>) {
    this.resources = resources;
  }

  put(kind: Kind, data: object, at = "2026-01-01T09:00:00.000Z"): void {
    const resource = this.resources[kind];
    if (resource === undefined) throw new Error(`no resource ${kind}`);
    const { record: _, ...fields } = data as { record?: unknown };
    const parsed = resource.schema.parse(fields) as Held["data"];
    const classification = resource.classify?.(parsed as never) ?? { record: "public" };
    const declared = resource.withholds ?? [];
    for (const path of Object.keys(classification.paths ?? {})) {
      const pattern = path.replaceAll(/\/[0-9]+(?=\/|$)/g, "/*");
      if (!declared.some((each) => each === path || each === pattern))
        throw new Error(`${kind} withholds ${path} undeclared`);
    }
    const reference = referenceTo(kind, parsed.id);
    const created = this.held.get(reference)?.created ?? at;
    const before = this.held.get(reference);
    const held = { kind, data: parsed, classification, created, modified: at };
    if (before !== undefined) this.#touchWholes(before, at);
    this.#touchWholes(held, at);
    this.held.set(reference, held);
    this.#touch(reference, at);
  }

  /** As the public sees it, for whom the tests read these times. */
  #touchWholes({ kind, data, classification }: Held, at: string): void {
    if (classification.record !== "public") return;
    for (const whole of wholesOf(this.resources[kind]?.partOf ?? [], data)) this.#touch(whole, at);
  }

  #touch(reference: Reference, at: string): void {
    const known = this.touched.get(reference);
    if (known === undefined || known < at) this.touched.set(reference, at);
  }

  remove(reference: Reference, at: string): void {
    const held = this.held.get(reference);
    if (held === undefined) return;
    this.held.set(reference, { ...held, deleted: at });
    this.#touchWholes(held, at);
  }

  at(clearance: PublicationClass): RecordsShape {
    const seen = (held: Held | undefined): StoredRecord | undefined => {
      if (held === undefined || held.deleted !== undefined) return undefined;
      const hidden = new Set(
        [...referencesIn(held.data)].filter((each) => {
          const target = this.held.get(each);
          return target !== undefined && !clears(clearance, target.classification.record);
        }),
      );
      const document = project(held.data, held.classification, clearance, hidden)?.document;
      if (document === undefined) return undefined;
      const { created, modified } = held;
      const touched = this.touched.get(referenceTo(held.kind, held.data.id)) ?? modified;
      return {
        ...structuredClone(document),
        record: { version: 1, created, modified, touched },
      } as StoredRecord;
    };
    const gone = (held: Held): StoredRecord | undefined => {
      if (held.deleted === undefined) return undefined;
      if (!clears(clearance, held.classification.record)) return undefined;
      const { created, deleted } = held;
      const times = { created, modified: deleted, touched: deleted };
      return { id: held.data.id, record: { version: 2, ...times, deleted: true } };
    };
    const list: RecordsShape["list"] = (kind, query = {}) =>
      Effect.sync(() => {
        const model = { kind, fields: this.resources[kind]?.fields ?? {} };
        const { where, order, limit, after, deleted, cursorAfter } = checkList(model, {
          ...query,
          limit: Math.min(query.limit ?? 50, 1000),
        });
        const valuesOf = (name: string, each: StoredRecord) =>
          name === "touched"
            ? [indexValue("touched", commonFields.touched, each.record.touched)]
            : indexValues(name, declaredField(model, name), each);
        const position = (each: StoredRecord) => ({
          value: order.field === "id" ? null : (valuesOf(order.field, each)[0] ?? null),
          id: each.id,
        });
        const compare = comparePositions(order);
        const sorted = [...this.held.values()]
          .filter((held) => held.kind === kind)
          .flatMap((held) => [
            ...(deleted === "only" ? [] : [seen(held)]),
            ...(deleted === undefined ? [] : [gone(held)]),
          ])
          .flatMap((each) => each ?? [])
          .filter((each) =>
            where.every((condition) => meetsCondition(condition, valuesOf(condition.field, each))),
          )
          .filter((each) => after === undefined || compare(position(each), after) > 0)
          .sort((left, right) => compare(position(left), position(right)));
        const items = sorted.slice(0, query.limit ?? 50);
        const last = items.at(-1);
        return {
          items: items as never,
          next: sorted.length > limit && last !== undefined ? cursorAfter(position(last)) : null,
        };
      });
    const find: RecordsShape["find"] = (reference) =>
      Effect.sync(() => seen(this.held.get(reference)) as never);
    return {
      find,
      get: (reference) =>
        Effect.flatMap(find(reference), (found) =>
          found === undefined
            ? Effect.fail(
                new MoothallError({
                  code: "core/not-found",
                  message: `There is no record ${reference}.`,
                }),
              )
            : Effect.succeed(found as never),
        ),
      list,
      all: (kind, query = {}) =>
        Effect.map(list(kind, { ...query, limit: 100_000 }), ({ items }) => items as never),
      iterate: () => {
        throw new Error("not used");
      },
      aggregate: () => Effect.succeed([]),
      search: () => Effect.succeed({ items: [], next: null }),
      history: (reference) =>
        Effect.sync(() => {
          const held = this.held.get(reference);
          if (held === undefined || !clears(clearance, held.classification.record)) return [];
          const entries: HistoryEntry[] = [{ version: 1, at: held.created, action: "created" }];
          if (held.deleted !== undefined)
            entries.push({ version: 2, at: held.deleted, action: "deleted" });
          return entries;
        }),
      referrers: (reference) =>
        Effect.sync(() =>
          [...this.held.values()]
            .filter((held) => referencesIn(seen(held)).has(reference))
            .map(({ kind, data }) => referenceTo(kind, data.id)),
        ),
    };
  }
}
