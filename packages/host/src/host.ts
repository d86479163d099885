import {
  clears,
  completeDocument,
  coreErrors,
  dateOfInstant,
  type ErrorRow,
  filesIn,
  type Kind,
  MoothallError,
  type PublicationClass,
  type ReportDocument,
  type StoredFile,
} from "@moothall/core";
import type {
  ClockShape,
  DecidedWrite,
  Decision,
  Feed,
  FeedRequest,
  FeedResponse,
  ProgressShape,
} from "@moothall/core/plugin";
import type {
  Batch,
  CommitReceipt,
  Expectation,
  Files,
  ListQuery,
  ReadableFile,
  SearchPage,
  SearchQuery,
  Store,
  StoredPage,
  StoredText,
  Write,
} from "@moothall/core/store";
import * as z from "zod";
import { type Action, type ActionOf, isVisible, makeRegistry, type Registry } from "./action.ts";
import { type Caller, may } from "./caller.ts";
import { asMoothallError, badInput, notFound } from "./faults.ts";
import { readItems, replayed } from "./items.ts";
import type { LoadedPlugin, PluginFault } from "./load.ts";
import { redactOutput } from "./redact.ts";
import {
  type Change,
  completeWrite,
  decide,
  type Outcome,
  refuseForeignRecord,
} from "./resource-actions.ts";
import { grant, run } from "./services.ts";
import { deleteUnheld, putFile, requirePut, shownFile } from "./stored-files.ts";

export interface HostOptions {
  readonly plugins: readonly (LoadedPlugin | PluginFault)[];
  /** Opened on first use, once; operations that need no records work without. */
  readonly openStore: () => Promise<Store>;
  /** Opened on first use, once; needed only where records name files. */
  readonly openFiles?: () => Files | Promise<Files>;
  readonly clock?: ClockShape;
  readonly progress?: ProgressShape;
  /** Milliseconds that a handler has where it says nothing; 30,000. */
  readonly timeLimit?: number;
}

/** One request, already in words of the house. */
export interface Call {
  readonly caller: Caller;
  /** Of operations, reports and exports: the raw input, not yet checked. */
  readonly input?: unknown;
  /** Of operations over a file, and of a file that is put: its bytes. */
  readonly items?: AsyncIterable<Uint8Array>;
  /** Of a file that is put: what it is called and what it is. */
  readonly file?: { readonly name: string; readonly mediaType: string };
  /** Of a file that is got: its SHA-512. */
  readonly sha512?: string;
  /** Of resource actions. */
  readonly id?: string;
  readonly query?: ListQuery;
  readonly body?: unknown;
  readonly version?: number;
  readonly reason?: string;
  readonly signal?: AbortSignal;
}

export type Reply =
  /** Stored text, handed on as it is. */
  | { readonly type: "record"; readonly record: StoredText; readonly outcome?: Outcome }
  | { readonly type: "page"; readonly page: StoredPage }
  | { readonly type: "value"; readonly value: unknown }
  | {
      readonly type: "items";
      readonly items: AsyncIterable<unknown>;
      readonly as: "json-lines" | { readonly under: string };
    }
  | { readonly type: "document"; readonly document: ReportDocument }
  | {
      readonly type: "file";
      readonly mediaType: string;
      readonly extension: string;
      readonly body: string | Uint8Array | AsyncIterable<string | Uint8Array>;
    }
  /** A file that a record names; `bytes` are read when they are wanted. */
  | { readonly type: "stored-file"; readonly file: StoredFile; readonly bytes: ReadableFile }
  | { readonly type: "nothing"; readonly outcome: Outcome };

export interface Host {
  readonly registry: Registry;
  readonly clock: ClockShape;
  readonly store: () => Promise<Store>;
  /** @throws MoothallError `core/configuration` where it is not said where files are kept */
  readonly files: () => Promise<Files>;
  /** The action of that name, where it exists for this clearance. */
  readonly find: (name: string, clearance: PublicationClass) => Action | undefined;
  /** The one door: clearance, permission, parsing, services, time limit, commit, check, redaction, audit. */
  readonly invoke: (action: Action, call: Call) => Promise<Reply>;
  /** Searches what the caller may see, of every kind. */
  readonly search: (query: SearchQuery, caller: Caller) => Promise<SearchPage>;
  readonly answerFeed: (
    feed: Feed,
    request: FeedRequest,
    call: Pick<Call, "caller" | "signal">,
  ) => Promise<FeedResponse>;
  /** Writes many records as one: all of them or none. */
  readonly put: (
    records: readonly { readonly kind: Kind; readonly data: unknown }[],
    caller: Caller,
  ) => Promise<CommitReceipt>;
  readonly errorRow: (error: MoothallError) => ErrorRow;
  readonly close: () => Promise<void>;
}

/** How often a decision is taken anew when what it read has changed meanwhile. */
const attempts = 5;

/** What a decision that is taken anew may not meet again: it reads what others wrote meanwhile. */
const mayPass: ReadonlySet<string> = new Set([
  "core/stale",
  "core/conflict",
  "core/already-exists",
]);

export const systemClock: ClockShape = {
  now: () => new Date().toISOString(),
  today: () => dateOfInstant(new Date().toISOString()),
};

export function createHost(options: HostOptions): Host {
  const registry = makeRegistry(options.plugins, coreErrors, setAside);
  const clock = options.clock ?? systemClock;
  const progress = options.progress ?? { report: () => {} };
  let opened: Promise<Store> | undefined;
  const store = () => {
    opened ??= options.openStore().then(async (each) => {
      await each.prepare(registry.models);
      return each;
    });
    return opened;
  };
  let openedFiles: Promise<Files> | undefined;
  const files = () => {
    openedFiles ??= (async () => {
      if (options.openFiles === undefined) throw noFiles();
      return options.openFiles();
    })();
    return openedFiles;
  };
  const granting = { store, clock, progress };

  const invoke = async (action: Action, call: Call): Promise<Reply> => {
    admit(action, call.caller);
    try {
      const reply = await perform(action, call);
      if (isAudited(action, call.caller)) await audit(action, call, "done");
      return reply;
    } catch (cause) {
      const error = asMoothallError(cause);
      if (isAudited(action, call.caller)) await audit(action, call, error.code).catch(() => {});
      throw error;
    }
  };

  const audit = async (
    action: { readonly name: string },
    call: Pick<Call, "caller" | "id">,
    outcome: string,
  ) =>
    (await store()).appendAudit({
      at: clock.now(),
      by: call.caller.id,
      action: action.name,
      outcome,
      ...(call.id !== undefined && { about: call.id }),
    });

  const search: Host["search"] = async (query, caller) => {
    const page = await (await store()).search(caller.clearance, query);
    if (caller.clearance !== "public") await audit({ name: "search" }, { caller }, "done");
    return page;
  };

  const answerFeed: Host["answerFeed"] = async (feed, request, call) => {
    const services = grant(feed.needs, granting, call.caller, call.caller.clearance);
    const response = await run(feed.handle(request), services, timeLimit(undefined), call.signal);
    if (call.caller.clearance !== "public") await audit({ name: "feed" }, call, "done");
    return response;
  };

  const perform = async (action: Action, call: Call): Promise<Reply> => {
    switch (action.type) {
      case "resource":
        return performOnResource(action, call);
      case "operation":
        return performOperation(action, call);
      case "report": {
        const input = parseInput(action, action.declaration.input, call.input);
        const services = grant(
          action.declaration.needs,
          granting,
          call.caller,
          call.caller.clearance,
        );
        const built = await run(
          action.declaration.build(input as never),
          services,
          timeLimit(undefined),
          call.signal,
        );
        return { type: "document", document: completeDocument(built) };
      }
      case "export": {
        const input = parseInput(action, action.declaration.input, call.input);
        const services = grant(
          action.declaration.needs,
          granting,
          call.caller,
          call.caller.clearance,
        );
        const body = await run(
          action.declaration.build(input as never),
          services,
          timeLimit(undefined),
          call.signal,
        );
        return {
          type: "file",
          mediaType: action.declaration.mediaType,
          extension: action.declaration.extension,
          body,
        };
      }
    }
  };

  const timeLimit = (own: number | undefined) => own ?? options.timeLimit ?? 30_000;

  const performOperation = async (action: ActionOf<"operation">, call: Call): Promise<Reply> => {
    const { declaration } = action;
    const input = parseInput(action, declaration.input, call.input);
    const readsAt = declaration.readsAt ?? call.caller.clearance;
    const services = grant(declaration.needs, granting, call.caller, readsAt);
    const limit =
      declaration.reads === undefined ? timeLimit(declaration.timeLimit) : declaration.timeLimit;
    const { reads } = declaration;
    const given = call.items ?? nothing();
    // A decision that is taken anew reads the file anew.
    const bytes = declaration.mode === "write" ? replayed(given) : () => given;
    const decideOnce = () => {
      const items = reads === undefined ? nothing() : readItems(reads, bytes());
      return run(declaration.handler(input as never, items), services, limit, call.signal);
    };
    if (declaration.writes !== undefined) {
      const answered = (await decideOnce()) as AsyncIterable<unknown>;
      return {
        type: "items",
        items: checkedItems(action, answered, call.caller.clearance),
        as: declaration.writes,
      };
    }
    if (declaration.mode === "read")
      return { type: "value", value: finish(action, await decideOnce(), call.caller.clearance) };
    for (let attempt = 1; ; attempt += 1) {
      const decision = (await decideOnce()) as Decision<unknown>;
      const output = finish(action, decision.output, call.caller.clearance);
      try {
        await commitDecision(decision, call.caller, readsAt, declaration.reads ? undefined : input);
        return { type: "value", value: output };
      } catch (error) {
        const lost = asMoothallError(error);
        if (!mayPass.has(lost.code) || attempt === attempts) throw lost;
      }
    }
  };

  /** Checks the answer against what the operation declares, and takes out what the caller may not see. */
  const finish = (
    action: ActionOf<"operation">,
    answer: unknown,
    clearance: PublicationClass,
  ): unknown => {
    const parsed = action.declaration.output.safeParse(answer);
    if (!parsed.success) {
      throw new MoothallError({
        code: "core/bad-output",
        message: `The answer of ${action.name} is not what it declares, so it is not passed on.`,
        hint: "Tell the plugin's author.",
        cause: new Error(z.prettifyError(parsed.error)),
      });
    }
    return redactOutput(action.declaration.output, parsed.data, clearance);
  };

  async function* checkedItems(
    action: ActionOf<"operation">,
    answered: AsyncIterable<unknown>,
    clearance: PublicationClass,
  ): AsyncIterable<unknown> {
    for await (const item of answered) yield finish(action, item, clearance);
  }

  const commitDecision = async (
    decision: Decision<unknown>,
    caller: Caller,
    readsAt: PublicationClass,
    input: unknown,
  ) => {
    if (decision.writes.length === 0) return;
    const opened = await store();
    const writes: Write[] = [];
    for (const write of decision.writes) {
      if (write.action === "put") await requireKnownFiles(opened, write, caller, readsAt, input);
      writes.push(await completeWrite(opened, write, resourceOf(write.kind), readsAt));
    }
    const erased = await filesOfErased(opened, writes);
    const kept = erased.size === 0 ? undefined : await files();
    await opened.commit({
      writes,
      unchanged: (decision.unchanged ?? []).map(({ kind, id, expect }) => ({
        kind,
        id,
        expect: expectation(expect, readsAt),
      })),
      totals: (decision.totals ?? []).map((total) => ({ ...total, clearance: readsAt })),
      at: clock.now(),
      by: caller.id,
    });
    if (kept !== undefined) await deleteUnheld(opened, kept, erased, clock.now());
  };

  /**
   * A handler may write files on from record to record. What came to it with the request it may only
   * write as the caller could; where the request is a stream, that is anything.
   */
  const requireKnownFiles = async (
    opened: Store,
    { kind, data }: Extract<DecidedWrite, { readonly action: "put" }>,
    caller: Caller,
    readsAt: PublicationClass,
    input: unknown,
  ) => {
    const written = filesIn(data);
    if (written.size === 0) return;
    const given = input === undefined ? written : filesIn(input);
    const asGiven = [...written.values()].filter(({ sha512 }) => given.has(sha512));
    const seen = await opened.get(readsAt, kind, data.id);
    await requirePut(
      opened,
      files,
      kind,
      data.id,
      asGiven,
      seen && JSON.parse(seen.text),
      caller.clearance,
    );
  };

  const resourceOf = (kind: Kind) => {
    const resource = registry.resources.get(kind);
    if (resource !== undefined) return resource;
    throw new MoothallError({
      code: "core/bad-input",
      message: `There is no kind of record '${kind}'.`,
      hint: "Check the name, and that its plugin is in the configuration.",
    });
  };

  const performOnResource = async (action: ActionOf<"resource">, call: Call): Promise<Reply> => {
    const { kind, declaration } = action;
    const { clearance } = call.caller;
    const opened = await store();
    switch (action.verb) {
      case "list":
        return { type: "page", page: await opened.list(clearance, kind, call.query ?? {}) };
      case "get":
        return {
          type: "record",
          record: await readOne(opened, clearance, kind, call.id as string, call.query?.asAt),
        };
      case "history": {
        const entries = await opened.history(clearance, kind, call.id as string);
        if (entries.length === 0) throw notFound(`${kind}/${call.id}`);
        return {
          type: "value",
          value: {
            items: entries.map(({ text, ...entry }) => ({
              ...entry,
              ...(text !== undefined && { data: JSON.parse(text) }),
            })),
            next: null,
          },
        };
      }
      case "put-file": {
        await refuseForeignRecord(opened, kind, call.id as string, declaration, call.caller);
        const file = await putFile(
          opened,
          await files(),
          kind,
          call.id as string,
          { name: "", mediaType: "", ...call.file, bytes: call.items ?? nothing() },
          call.caller,
          clock.now(),
        );
        return { type: "value", value: file };
      }
      case "get-file": {
        const { id = "", sha512 = "", query } = call;
        const document = await readOne(opened, clearance, kind, id, query?.asAt).catch(
          notFoundIsNone,
        );
        return {
          type: "stored-file",
          ...(await shownFile(files, document?.text, `${kind}/${id}`, sha512)),
        };
      }
      default: {
        const write = await change(opened, action, call);
        const receipt = await opened.commit({
          writes: [write],
          at: clock.now(),
          by: call.caller.id,
        });
        const outcome = receipt.results[0]?.outcome as Outcome;
        if (outcome === "deleted") return { type: "nothing", outcome };
        const record = await opened.get(clearance, kind, write.id);
        return record === undefined
          ? { type: "nothing", outcome }
          : { type: "record", record, outcome };
      }
    }
    function change(
      opened: Store,
      { verb }: ActionOf<"resource">,
      { id, body, version, reason }: Call,
    ): Promise<Write> {
      const at = version === undefined ? {} : { version };
      const wanted: Change =
        verb === "create"
          ? { type: "create", data: body }
          : verb === "replace"
            ? { type: "replace", id: id as string, data: body, ...at }
            : verb === "patch"
              ? { type: "patch", id: id as string, patch: body, ...at }
              : { type: "delete", id: id as string, reason: reason ?? "", ...at };
      if (wanted.type === "delete" && wanted.reason.trim() === "") {
        throw new MoothallError({
          code: "core/usage",
          message: "A deletion needs its reason.",
          hint: "Give --reason on the command line, or ?reason= over HTTP.",
        });
      }
      return decide(opened, kind, declaration, wanted, call.caller, files);
    }
  };

  const put: Host["put"] = async (records, caller) => {
    const opened = await store();
    const writes: Write[] = [];
    for (const { kind, data } of records) {
      if (!may(caller, `${kind.split("/")[0]}:write`))
        throw notPermitted(`${kind.split("/")[0]}:write`, caller);
      writes.push(
        await decide(opened, kind, resourceOf(kind), { type: "put", data }, caller, files),
      );
      progress.report(writes.length, records.length, "checked");
    }
    const batch: Batch = { writes, at: clock.now(), by: caller.id };
    return opened.commit(batch);
  };

  return {
    registry,
    clock,
    store,
    files,
    find: (name, clearance) => {
      const action = registry.actions.get(name);
      return action !== undefined && isVisible(action, clearance) ? action : undefined;
    },
    invoke,
    search,
    answerFeed,
    put,
    errorRow: (error) => registry.errors[error.code] ?? (coreErrors["core/internal"] as ErrorRow),
    close: async () => {
      await (await opened?.catch(() => undefined))?.close();
    },
  };
}

async function readOne(
  store: Store,
  clearance: PublicationClass,
  kind: Kind,
  id: string,
  asAt: string | undefined,
): Promise<StoredText> {
  const found = await (asAt === undefined
    ? store.get(clearance, kind, id)
    : store.getAsAt(clearance, kind, id, asAt));
  if (found === undefined) throw notFound(`${kind}/${id}`);
  return found;
}

/**
 * Whether the caller may do this at all, before anything of the request is read.
 * @throws MoothallError `core/no-such-action`, `core/not-authenticated`, `core/not-permitted`
 */
export function admit(action: Action, caller: Caller): void {
  // As if it were not there, so that nothing tells a caller what lies above their clearance.
  if (!clears(caller.clearance, action.clearance)) throw noSuchAction(action.name);
  if (action.permission !== undefined && !may(caller, action.permission))
    throw notPermitted(action.permission, caller);
}

export const noSuchAction = (name: string): MoothallError =>
  new MoothallError({
    code: "core/no-such-action",
    message: `There is no '${name}'.`,
    hint: "Look at --help, or at /openapi.json, for what there is.",
  });

const notPermitted = (permission: string, caller: Caller): MoothallError =>
  caller.authenticated
    ? new MoothallError({
        code: "core/not-permitted",
        message: `This needs the permission ${permission}, which you do not hold.`,
        hint: "Ask for a token with that permission.",
      })
    : new MoothallError({
        code: "core/not-authenticated",
        message: "This needs a token.",
        hint: "Send Authorization: Bearer TOKEN; make one with 'moothall token create'.",
      });

const isAudited = (action: Action, caller: Caller): boolean => {
  const writes =
    action.type === "resource"
      ? action.permission !== undefined
      : action.type === "operation" && action.declaration.mode === "write";
  if (writes) return true;
  const reads = action.type === "resource" || action.declaration.needs.length > 0;
  return reads && caller.clearance !== "public";
};

function parseInput(action: Action, schema: z.ZodObject, input: unknown): unknown {
  const parsed = schema.safeParse(input ?? {});
  if (!parsed.success) throw badInput(action.name, parsed.error);
  return parsed.data;
}

/** The digests of what the records name that are about to be erased. */
async function filesOfErased(store: Store, writes: readonly Write[]): Promise<Set<string>> {
  const digests = new Set<string>();
  for (const { action, kind, id } of writes) {
    if (action !== "erase") continue;
    for (const sha512 of await store.filesOf(kind, id)) digests.add(sha512);
    for (const { sha512 } of await store.uploads(kind, id)) digests.add(sha512);
  }
  return digests;
}

function notFoundIsNone(error: unknown): undefined {
  if (asMoothallError(error).code !== "core/not-found") throw error;
}

const noFiles = (): MoothallError =>
  new MoothallError({
    code: "core/configuration",
    message: "It is not said where files are kept.",
    hint: "Say it with --files, or in MOOTHALL_FILES: a folder, or s3://BUCKET/PREFIX/.",
  });

const expectation = (expected: "absent" | number, clearance: PublicationClass): Expectation =>
  expected === "absent" ? "absent" : { version: expected, clearance };

async function* nothing(): AsyncIterable<never> {}

const setAside = (plugin: LoadedPlugin, taken: string): PluginFault => ({
  from: plugin.from,
  name: plugin.name,
  error: new MoothallError({
    code: "core/plugin-fault",
    message: `Two plugins ${taken}; the one from '${plugin.from}' is set aside.`,
    hint: "Take one of them out of the configuration.",
  }),
});
