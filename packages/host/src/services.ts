import {
  isMoothallError,
  type Kind,
  MoothallError,
  type PublicationClass,
  parseReference,
  type Reference,
} from "@moothall/core";
import {
  Caller as CallerService,
  Clock,
  type ClockShape,
  Progress,
  type ProgressShape,
  Records,
  type RecordsShape,
  type ServiceTag,
  type StoredRecord,
} from "@moothall/core/plugin";
import type { Eventually, ListQuery, Store, StoredText } from "@moothall/core/store";
import * as Cause from "effect/Cause";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import { type Caller, may } from "./caller.ts";
import { asMoothallError, notFound } from "./faults.ts";

export interface Granting {
  readonly store: () => Promise<Store>;
  readonly clock: ClockShape;
  readonly progress: ProgressShape;
}

/** The services that a handler asked for, and no others. The store is opened when records are first read. */
export function grant(
  needs: readonly ServiceTag[],
  granting: Granting,
  caller: Caller,
  readsAt: PublicationClass,
): Context.Context<never> {
  let context = Context.empty() as Context.Context<unknown>;
  for (const need of needs) {
    // By key: a plugin that is installed elsewhere brings its own copy of these classes.
    switch (need.key) {
      case Records.key:
        context = Context.add(context, Records, recordsOf(granting.store, readsAt));
        break;
      case Clock.key:
        context = Context.add(context, Clock, granting.clock);
        break;
      case Progress.key:
        context = Context.add(context, Progress, granting.progress);
        break;
      case CallerService.key:
        context = Context.add(context, CallerService, {
          id: caller.id,
          clearance: caller.clearance,
          bodies: caller.bodies,
          may: (permission: string) => may(caller, permission),
        });
        break;
    }
  }
  return context as Context.Context<never>;
}

/** The records as a class may see them, read from the text that the store keeps for it. */
export function recordsOf(open: () => Promise<Store>, clearance: PublicationClass): RecordsShape {
  const read = <A>(call: (store: Store) => Eventually<A>): Effect.Effect<A, MoothallError> =>
    Effect.tryPromise({ try: async () => call(await open()), catch: asMoothallError });
  const find = <T>(reference: Reference) => {
    const { kind, id } = parseReference(reference);
    return Effect.map(
      read((store) => store.get(clearance, kind, id)),
      (found) => (found === undefined ? undefined : parse<T>(found)),
    );
  };
  async function* iterate<T>(kind: Kind, query: Pick<ListQuery, "where" | "order"> = {}) {
    const store = await open();
    for await (const text of store.iterate(clearance, kind, query)) yield parse<T>(text);
  }
  return {
    find,
    get: <T>(reference: Reference) =>
      Effect.flatMap(find<T>(reference), (found) =>
        found === undefined ? Effect.fail(notFound(reference)) : Effect.succeed(found),
      ),
    list: <T>(kind: Kind, query: ListQuery = {}) =>
      Effect.map(
        read((store) => store.list(clearance, kind, query)),
        (page) => ({ items: page.items.map((item) => parse<T>(item)), next: page.next }),
      ),
    all: <T>(kind: Kind, query: Pick<ListQuery, "where" | "order"> = {}) =>
      Effect.tryPromise({ try: () => collect(iterate<T>(kind, query)), catch: asMoothallError }),
    iterate,
    aggregate: (kind, query) => read((store) => store.aggregate(clearance, kind, query)),
    search: (query) => read((store) => store.search(clearance, query)),
    history: (reference) => {
      const { kind, id } = parseReference(reference);
      return read((store) => store.history(clearance, kind, id));
    },
    referrers: (reference) => read((store) => store.referrers(clearance, reference)),
  };
}

function parse<T>({ text, touched }: StoredText): StoredRecord<T> {
  const found = JSON.parse(text) as StoredRecord<T>;
  return touched === undefined ? found : { ...found, record: { ...found.record, touched } };
}

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/**
 * Runs a handler to its end or to the time limit, and throws what it failed with. A handler that
 * never settles is cut off; one that spins the processor cannot be, in one process.
 */
export async function run<A>(
  effect: Effect.Effect<A, MoothallError, never>,
  services: Context.Context<never>,
  timeLimit: number | undefined,
  signal: AbortSignal | undefined,
): Promise<A> {
  const program = Effect.provideContext(effect, services);
  const limited =
    timeLimit === undefined
      ? program
      : Effect.timeoutOrElse(program, {
          duration: timeLimit,
          orElse: () => Effect.fail(cutOff(timeLimit)),
        });
  const exit = await Effect.runPromiseExit(limited, signal === undefined ? undefined : { signal });
  if (Exit.isSuccess(exit)) return exit.value;
  const error = Cause.squash(exit.cause);
  throw isMoothallError(error) ? error : asMoothallError(error);
}

const cutOff = (timeLimit: number): MoothallError =>
  new MoothallError({
    code: "core/timeout",
    message: `It was cut off after ${timeLimit} ms without an answer.`,
    hint: "Ask for less at once; when it happens again, tell the plugin's author.",
  });
