import * as Context from "effect/Context";
import type * as Effect from "effect/Effect";
import type { MoothallError } from "../error.ts";
import type { Kind, Reference } from "../identifier.ts";
import type { PublicationClass } from "../publication.ts";
import type {
  AggregateQuery,
  AggregateRow,
  HistoryEntry,
  ListQuery,
  SearchPage,
  SearchQuery,
} from "../store/store.ts";

/** A record as a clearance sees it: its fields, and what the store says of it. */
export type StoredRecord<T = Record<string, unknown>> = T & {
  readonly id: string;
  readonly record: {
    readonly version: number;
    readonly created: string;
    readonly modified: string;
    /** In lists: when the record, or a part of it, last changed. */
    readonly touched?: string;
    /** In lists that ask for what is gone: there is nothing more of this record. */
    readonly deleted?: true;
  };
};

export interface RecordsShape {
  /** Fails with `core/not-found` when there is none that the caller may see. */
  readonly get: <T = Record<string, unknown>>(
    reference: Reference,
  ) => Effect.Effect<StoredRecord<T>, MoothallError>;
  readonly find: <T = Record<string, unknown>>(
    reference: Reference,
  ) => Effect.Effect<StoredRecord<T> | undefined, MoothallError>;
  readonly list: <T = Record<string, unknown>>(
    kind: Kind,
    query?: ListQuery,
  ) => Effect.Effect<
    { readonly items: readonly StoredRecord<T>[]; readonly next: string | null },
    MoothallError
  >;
  /** All records of the query at once: for kinds that a body has hundreds of, not millions. */
  readonly all: <T = Record<string, unknown>>(
    kind: Kind,
    query?: Pick<ListQuery, "where" | "order">,
  ) => Effect.Effect<readonly StoredRecord<T>[], MoothallError>;
  /** All records of the query, one by one, in constant memory. Throws `MoothallError`. */
  readonly iterate: <T = Record<string, unknown>>(
    kind: Kind,
    query?: Pick<ListQuery, "where" | "order">,
  ) => AsyncIterable<StoredRecord<T>>;
  readonly aggregate: (
    kind: Kind,
    query: AggregateQuery,
  ) => Effect.Effect<readonly AggregateRow[], MoothallError>;
  readonly search: (query: SearchQuery) => Effect.Effect<SearchPage, MoothallError>;
  readonly history: (reference: Reference) => Effect.Effect<readonly HistoryEntry[], MoothallError>;
  /** The records that refer to this one, as far as the caller may see them. */
  readonly referrers: (reference: Reference) => Effect.Effect<readonly Reference[], MoothallError>;
}

/**
 * The records that the caller may see, already redacted. An operation that declares `readsAt` sees
 * what that class may see instead, and has to classify its output.
 */
export class Records extends Context.Service<Records, RecordsShape>()("moothall/Records") {}

export interface ClockShape {
  /** This moment, ISO 8601 in UTC. */
  readonly now: () => string;
  /** Today in the office's zone. */
  readonly today: () => string;
}

/** The time, so that a test can set it. */
export class Clock extends Context.Service<Clock, ClockShape>()("moothall/Clock") {}

export interface CallerShape {
  /** Who is asking: a token's id, or `local`. */
  readonly id: string;
  readonly clearance: PublicationClass;
  /** References of the bodies for which the caller may write, or `*`. */
  readonly bodies: readonly string[];
  readonly may: (permission: string) => boolean;
}

export class Caller extends Context.Service<Caller, CallerShape>()("moothall/Caller") {}

export interface ProgressShape {
  /** Says how far a long piece of work has come; cheap to call often. */
  readonly report: (done: number, of: number | undefined, what: string) => void;
}

export class Progress extends Context.Service<Progress, ProgressShape>()("moothall/Progress") {}

/** The services that a handler may ask for, and no others. */
export type ServiceTag = typeof Records | typeof Clock | typeof Caller | typeof Progress;
export type ServicesOf<Needs extends readonly ServiceTag[]> = InstanceType<Needs[number]>;
