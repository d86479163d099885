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
  checkConditions,
  comparePositions,
  type HistoryEntry,
  indexValue,
  indexValues,
  meetsCondition,
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
    this.held.set(reference, { kind, data: parsed, classification, created, modified: at });
  }

  remove(reference: Reference, at: string): void {
    const held = this.held.get(reference);
    if (held !== undefined) this.held.set(reference, { ...held, deleted: at });
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
      return {
        ...structuredClone(document),
        record: { version: 1, created, modified },
      } as StoredRecord;
    };
    const list: RecordsShape["list"] = (kind, query = {}) =>
      Effect.sync(() => {
        const model = { kind, fields: this.resources[kind]?.fields ?? {} };
        const where = checkConditions(model, query.where);
        const order = query.order ?? { field: "id", direction: "ascending" as const };
        const found = [...this.held.values()]
          .filter((held) => held.kind === kind)
          .flatMap((held) => seen(held) ?? [])
          .filter((each) =>
            where.every((condition) => {
              const field = model.fields[condition.field];
              const values =
                field === undefined
                  ? [indexValue("id", { type: "text" }, each.id)]
                  : indexValues(condition.field, field, each);
              return meetsCondition(condition, values);
            }),
          );
        const position = (each: StoredRecord) => {
          const field = model.fields[order.field];
          const [value = null] =
            field === undefined ? [null] : indexValues(order.field, field, each);
          return { value, id: each.id };
        };
        const compare = comparePositions(order);
        const sorted = found.sort((left, right) => compare(position(left), position(right)));
        const limit = query.limit ?? 50;
        return {
          items: sorted.slice(0, limit) as never,
          next: sorted.length > limit ? "more" : null,
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
