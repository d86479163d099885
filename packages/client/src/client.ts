import type { Schemas } from "./api.generated.ts";
import type { Api, BuiltInApi } from "./api.ts";
import {
  type Answer,
  type Call,
  type CallOptions,
  type Connection,
  type ConnectionOptions,
  connect,
  notUnderstood,
} from "./connection.ts";
import { ConnectionError } from "./errors.ts";

export type ClientOptions = ConnectionOptions;

/** A document that says what a report says: blocks of text, tables and charts. */
export type ReportDocument = Schemas["report-document"];
/** What a check found. */
export type Finding = Schemas["finding"];

/** A record with what it takes to change it. */
export interface Versioned<Value> {
  readonly value: Value;
  /** Names the version that was read; a change is made to this version or not at all. */
  readonly etag: string;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Where the next page starts; null on the last. */
  readonly next: string | null;
}

/** What a record went through: who changed it when, as far as the caller may see. */
export interface HistoryEntry<Value> {
  readonly version: number;
  /** The moment, in UTC. */
  readonly at: string;
  readonly action: "created" | "replaced" | "deleted" | "erased";
  readonly reason?: string;
  readonly by?: string;
  readonly data?: Value;
}

export interface Hit {
  /** `plugin/resource/id` */
  readonly reference: string;
  /** The words around what was found. */
  readonly excerpt: string;
}

export interface Health {
  readonly status: "up" | "degraded" | "down";
  /** `readable`, or the code of what is wrong. */
  readonly records: string;
  readonly plugins: readonly string[];
  readonly faults: readonly { readonly name: string | null; readonly code: string }[];
}

type Names<Table> = Extract<keyof Table, string>;
/** Words may be left out where none is needed. */
type Words<Query> =
  Record<string, never> extends Query
    ? [query?: Query, options?: CallOptions]
    : [query: Query, options?: CallOptions];
type Input<Value> = undefined extends Value
  ? [input?: Value, options?: CallOptions]
  : [input: Value, options?: CallOptions];

type Answering<Operations extends Api["fileOperations"], How> = {
  [N in Names<Operations>]: Operations[N]["answers"] extends How ? N : never;
}[Names<Operations>];
/** Bytes; a text and a blob say what they are by themselves. */
type File = Blob | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> | string;

/** A service, by the names that it has everywhere: `procurement/contract`, `procurement/score`. */
export interface Client<A extends Api = BuiltInApi> {
  /** Records, one by one; the pages are fetched as they are needed. */
  readonly list: <K extends Names<A["resources"]>>(
    kind: K,
    query?: A["resources"][K]["query"],
    options?: CallOptions,
  ) => AsyncIterable<A["resources"][K]["read"]>;
  /** The same, page by page. */
  readonly pages: <K extends Names<A["resources"]>>(
    kind: K,
    query?: A["resources"][K]["query"] & { readonly cursor?: string },
    options?: CallOptions,
  ) => AsyncIterable<Page<A["resources"][K]["read"]>>;
  /**
   * One record.
   * `asAt`, a moment: the record as it was then, as far as it may be seen now.
   * @throws ServiceError `core/not-found`
   */
  readonly get: <K extends Names<A["resources"]>>(
    kind: K,
    id: string,
    options?: CallOptions & { readonly asAt?: string },
  ) => Promise<Versioned<A["resources"][K]["read"]>>;
  /** Every change of a record that may be seen, the first first. */
  readonly history: <K extends Names<A["resources"]>>(
    kind: K,
    id: string,
    options?: CallOptions,
  ) => Promise<readonly HistoryEntry<A["resources"][K]["read"]>[]>;
  /** @throws ServiceError `core/already-exists`, `core/bad-input` */
  readonly create: <K extends Names<A["resources"]>>(
    kind: K,
    value: A["resources"][K]["write"],
    options?: CallOptions,
  ) => Promise<Versioned<A["resources"][K]["read"]>>;
  /**
   * Replaces the version that the tag names; what the caller may not see of it stays.
   * @throws ServiceError `core/stale` when it has changed since
   */
  readonly replace: <K extends Names<A["resources"]>>(
    kind: K,
    id: string,
    etag: string,
    value: A["resources"][K]["write"],
    options?: CallOptions,
  ) => Promise<Versioned<A["resources"][K]["read"]>>;
  /**
   * Changes fields of the version that the tag names; null takes a field out (RFC 7396).
   * @throws ServiceError `core/stale` when it has changed since
   */
  readonly patch: <K extends Names<A["resources"]>>(
    kind: K,
    id: string,
    etag: string,
    changes: {
      readonly [Field in keyof A["resources"][K]["write"]]?:
        | A["resources"][K]["write"][Field]
        | null;
    },
    options?: CallOptions,
  ) => Promise<Versioned<A["resources"][K]["read"]>>;
  /** Deletes the version that the tag names; its history stays, with the reason. */
  readonly remove: (
    kind: Names<A["resources"]>,
    id: string,
    etag: string,
    reason: string,
    options?: CallOptions,
  ) => Promise<void>;

  /** Runs an operation, by POST; never repeated by itself. */
  readonly run: <N extends Names<A["operations"]>>(
    name: N,
    ...input: Input<A["operations"][N]["input"]>
  ) => Promise<A["operations"][N]["output"]>;
  /** Runs an operation that reads, by GET: its answer may be cached, and it may be repeated. */
  readonly ask: <N extends Names<A["questions"]>>(
    name: N,
    ...words: Words<A["questions"][N]["query"]>
  ) => Promise<A["questions"][N]["output"]>;
  /** Runs an operation over a file. */
  readonly send: <N extends Answering<A["fileOperations"], "whole">>(
    name: N,
    file: File,
    ...words: Words<A["fileOperations"][N]["query"]>
  ) => Promise<A["fileOperations"][N]["output"]>;
  /** Runs an operation over a file that answers line by line, as it goes. */
  readonly sendLines: <N extends Answering<A["fileOperations"], "lines">>(
    name: N,
    file: File,
    ...words: Words<A["fileOperations"][N]["query"]>
  ) => AsyncIterable<A["fileOperations"][N]["output"]>;

  readonly report: <N extends Names<A["reports"]>>(
    name: N,
    ...words: Words<Omit<A["reports"][N]["query"], "table">>
  ) => Promise<ReportDocument>;
  /** One table of a report, as CSV. */
  readonly table: <N extends Names<A["reports"]>>(
    name: N,
    table: string,
    ...words: Words<Omit<A["reports"][N]["query"], "table">>
  ) => Promise<string>;
  /** A file in a published format, as the answer that carries it. */
  readonly export: <N extends Names<A["exports"]>>(
    name: N,
    ...words: Words<A["exports"][N]["query"]>
  ) => Promise<Response>;
  /** What a feed answers under its prefix, as JSON: `feed("oparl", "body")`. */
  readonly feed: (
    prefix: string,
    path?: string,
    query?: object,
    options?: CallOptions,
  ) => Promise<unknown>;

  /** What the checks find in what the caller may see. */
  readonly checks: (
    query?: { readonly plugin?: string },
    options?: CallOptions,
  ) => Promise<readonly Finding[]>;
  /** Where words stand, in all records or those of some kinds. */
  readonly search: (
    words: string,
    query?: {
      readonly kind?: Names<A["resources"]> | readonly Names<A["resources"]>[];
      readonly limit?: number;
    },
    options?: CallOptions,
  ) => AsyncIterable<Hit>;
  readonly health: (options?: CallOptions) => Promise<Health>;
  /** The OpenAPI document of the service. */
  readonly describe: (options?: CallOptions) => Promise<unknown>;
}

const json = "application/json";
const jsonLines = "application/x-ndjson";

/**
 * A client of the service at an address. It sends nothing until it is asked to.
 *
 * Every call fails with a ServiceError when the service refuses, with a ConnectionError when there
 * is no answer that is the service's, and with the signal's reason when it is given up.
 */
export function createClient<A extends Api = BuiltInApi>(options: ClientOptions): Client<A> {
  const connection = connect(options);
  const base = String(options.url);
  const parse = ({ text }: Answer): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      throw notUnderstood(base, undefined, "It is not JSON.");
    }
  };
  const read = async (path: string, query: object = {}, more: Partial<Call> = {}) =>
    parse(await connection.ask({ method: "GET", path, query, ...more }));
  const versioned = (answer: Answer): Versioned<never> => {
    if (answer.etag === undefined) throw notUnderstood(base, undefined, "A record has no tag.");
    return { value: parse(answer) as never, etag: answer.etag };
  };
  const write = async (
    method: "POST" | "PUT" | "PATCH",
    path: string,
    value: unknown,
    etag: string | undefined,
    { signal }: CallOptions,
  ) =>
    versioned(
      await connection.ask({
        method,
        path,
        headers: {
          "Content-Type": method === "PATCH" ? "application/merge-patch+json" : json,
          ...(etag !== undefined && { "If-Match": etag }),
        },
        body: JSON.stringify(value),
        ...given(signal),
      }),
    );
  const address = (kind: string, id: string) => `/v1/${kind}/${encodeURIComponent(id)}`;

  async function* pages(path: string, query: object, { signal }: CallOptions) {
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const words = cursor === undefined ? query : { ...query, cursor };
      const page = (await read(path, words, given(signal))) as Page<never>;
      if (!Array.isArray(page?.items) || page.next === cursor)
        throw notUnderstood(base, undefined, "It is not a page.");
      yield page;
      cursor = page.next;
    }
  }
  async function* items(path: string, query: object, call: CallOptions) {
    for await (const page of pages(path, query, call)) yield* page.items;
  }
  const place = (name: string, folder: string) => `/v1/${name.replace("/", `/${folder}/`)}`;
  const sending = (name: string, file: File, query: object, { signal }: CallOptions): Call => ({
    method: "POST",
    path: `/v1/${name}`,
    query,
    headers: { "Content-Type": "application/octet-stream" },
    body: file,
    ...(file instanceof ReadableStream && { duplex: "half" as const }),
    ...given(signal),
  });

  return {
    list: (kind, query = {}, call = {}) => items(`/v1/${kind}`, query, call),
    pages: (kind, query = {}, call = {}) => pages(`/v1/${kind}`, query, call),
    get: async (kind, id, { asAt, signal } = {}) =>
      versioned(
        await connection.ask({
          method: "GET",
          path: address(kind, id),
          query: { "as-at": asAt },
          ...given(signal),
        }),
      ),
    history: async (kind, id, { signal } = {}) =>
      ((await read(`${address(kind, id)}/history`, {}, given(signal))) as Page<never>).items,
    create: (kind, value, call = {}) => write("POST", `/v1/${kind}`, value, undefined, call),
    replace: (kind, id, etag, value, call = {}) =>
      write("PUT", address(kind, id), value, etag, call),
    patch: (kind, id, etag, changes, call = {}) =>
      write("PATCH", address(kind, id), changes, etag, call),
    remove: async (kind, id, etag, reason, { signal } = {}) => {
      await connection.ask({
        method: "DELETE",
        path: address(kind, id),
        query: { reason },
        headers: { "If-Match": etag },
        ...given(signal),
      });
    },
    run: async (name, ...[input, { signal } = {}]) =>
      parse(
        await connection.ask({
          method: "POST",
          path: `/v1/${name}`,
          headers: { "Content-Type": json },
          body: JSON.stringify(input ?? {}),
          ...given(signal),
        }),
      ),
    ask: (name, ...[query = {}, { signal } = {}]) => read(`/v1/${name}`, query, given(signal)),
    send: async (name, file, ...[query = {}, call = {}]) =>
      parse(await connection.ask(sending(name, file, query, call))),
    sendLines: (name, file, ...[query = {}, call = {}]) =>
      linesOf(connection, sending(name, file, query, call), base),
    report: async (name, ...[query = {}, { signal } = {}]) =>
      (await read(place(name, "reports"), query, given(signal))) as ReportDocument,
    table: async (name, table, ...[query = {}, { signal } = {}]) => {
      const { text } = await connection.ask({
        method: "GET",
        path: place(name, "reports"),
        query: { ...query, table },
        headers: { Accept: "text/csv" },
        ...given(signal),
      });
      return text;
    },
    export: (name, ...[query = {}, { signal } = {}]) =>
      connection.open({
        method: "GET",
        path: place(name, "exports"),
        query,
        headers: { Accept: "*/*" },
        ...given(signal),
      }),
    feed: (prefix, path = "", query = {}, { signal } = {}) =>
      read(`/${prefix}${path === "" ? "" : `/${path}`}`, query, given(signal)),
    checks: async (query = {}, { signal } = {}) =>
      ((await read("/v1/checks", query, given(signal))) as { findings: Finding[] }).findings,
    search: (words, query = {}, call = {}) => items("/v1/search", { ...query, q: words }, call),
    health: async ({ signal } = {}) =>
      (await read("/health", {}, { acceptsUnwell: true, ...given(signal) })) as Health,
    describe: ({ signal } = {}) => read("/openapi.json", {}, given(signal)),
  } satisfies Client<Api> as unknown as Client<A>;
}

const given = (signal: AbortSignal | undefined): CallOptions =>
  signal === undefined ? {} : { signal };

/** JSON values, a line each, as they come. */
async function* linesOf(connection: Connection, call: Call, base: string): AsyncIterable<unknown> {
  const response = await connection.open({
    ...call,
    headers: { ...call.headers, Accept: jsonLines },
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) return;
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const lines = `${rest}${value ?? ""}`.split("\n");
      rest = done ? "" : (lines.pop() ?? "");
      for (const line of lines) if (line !== "") yield JSON.parse(line);
      if (done) return;
    }
  } catch (cause) {
    call.signal?.throwIfAborted();
    throw new ConnectionError("client/no-answer", `The answer from ${base} broke off.`, { cause });
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
