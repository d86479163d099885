import { ConnectionError, isProblem, ServiceError } from "./errors.ts";

/** An answer that is kept to be asked after. */
export interface KeptAnswer {
  readonly etag: string;
  readonly text: string;
  readonly modified: string | undefined;
}

/**
 * Where answers are kept, by address: a `Map`, or anything with the same two functions, over
 * `localStorage` or a database. What to forget is its own affair.
 */
export interface AnswerCache {
  readonly get: (address: string) => KeptAnswer | undefined | Promise<KeptAnswer | undefined>;
  readonly set: (address: string, answer: KeptAnswer) => unknown;
}

export interface ConnectionOptions {
  /** Where the service is: `https://records.example.gov.uk`, or below a path. */
  readonly url: string | URL;
  /** A token of `moothall token create`, for what is not public. The service takes none from pages of others. */
  readonly token?: string;
  /**
   * Keeps answers to be asked after with If-None-Match, so that what has not changed is not sent
   * again. None where left out. With a token nothing is kept.
   */
  readonly cache?: AnswerCache;
  /** How often a call that may be repeated is tried again; 2. */
  readonly retries?: number;
  /** Sends a request; the `fetch` of the platform where left out. */
  readonly fetch?: (address: string, request: RequestInit) => Promise<Response>;
  /** Waits before a retry, milliseconds; by the clock where left out. */
  readonly wait?: (milliseconds: number, signal: AbortSignal | undefined) => Promise<void>;
}

export interface CallOptions {
  /** Gives the call up; it then fails with the signal's reason. `AbortSignal.timeout` sets a time limit. */
  readonly signal?: AbortSignal;
}

export interface Call extends CallOptions {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** From the service's address on, with a slash: `/v1/procurement/contract`. */
  readonly path: string;
  /** Words of the address; several values stand several times, undefined ones not at all. */
  readonly query?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: NonNullable<RequestInit["body"]>;
  /** A stream is sent as it comes only when this is said. */
  readonly duplex?: "half";
  /** An answer of 503 is an answer as well: the report that the service is down. */
  readonly acceptsUnwell?: boolean;
}

/** An answer that was read to its end. */
export interface Answer {
  readonly text: string;
  readonly etag: string | undefined;
  readonly modified: string | undefined;
}

export interface Connection {
  /** The whole answer, from the cache where it still stands. */
  readonly ask: (call: Call) => Promise<Answer>;
  /** The answer as it comes, for what is large. */
  readonly open: (call: Call) => Promise<Response>;
}

/** Speaks HTTP with a service: addresses, token, cache, retries and errors, and nothing of records. */
export function connect(options: ConnectionOptions): Connection {
  const { token, cache, retries = 2 } = options;
  const base = String(options.url).replace(/\/+$/, "");
  const send = options.fetch ?? ((address, request) => fetch(address, request));
  const wait = options.wait ?? waitByClock;

  const request = async (call: Call, extra: Readonly<Record<string, string>>) => {
    const address = addressOf(base, call);
    const headers = {
      Accept: "application/json",
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...call.headers,
      ...extra,
    };
    for (let attempt = 0; ; attempt += 1) {
      const isLast = attempt >= retries;
      try {
        const response = await send(address, {
          method: call.method,
          headers,
          // Who asks is said by the token alone.
          credentials: "omit",
          ...(call.body !== undefined && { body: call.body }),
          ...(call.duplex !== undefined && { duplex: call.duplex }),
          ...(call.signal !== undefined && { signal: call.signal }),
        });
        const isAnswer = call.acceptsUnwell === true && response.status === 503;
        if (isLast || isAnswer || !mayRetryAfter(call.method, response.status)) return response;
        response.body?.cancel().catch(() => undefined);
        await wait(pauseOf(response, attempt), call.signal);
      } catch (cause) {
        call.signal?.throwIfAborted();
        if (isLast || call.method !== "GET") {
          throw new ConnectionError("client/no-answer", `There is no answer from ${base}.`, {
            cause,
          });
        }
        await wait(pauseOf(undefined, attempt), call.signal);
      }
    }
  };

  const open = async (call: Call, extra: Readonly<Record<string, string>> = {}) => {
    const response = await request(call, extra);
    const { ok, status } = response;
    if (ok || status === 304 || (status === 503 && call.acceptsUnwell === true)) return response;
    throw await failureOf(response, base);
  };

  const ask = async (call: Call): Promise<Answer> => {
    const keeper = call.method === "GET" && token === undefined ? cache : undefined;
    const address = addressOf(base, call);
    const kept = await keeper?.get(address);
    const response = await open(call, kept === undefined ? {} : { "If-None-Match": kept.etag });
    if (response.status === 304) {
      if (kept !== undefined) return kept;
      throw notUnderstood(base, response.status, "It says that nothing has changed, unasked.");
    }
    const text = await textOf(response, call, base);
    const etag = response.headers.get("etag") ?? undefined;
    const modified = response.headers.get("last-modified") ?? undefined;
    if (etag !== undefined) await keeper?.set(address, { etag, text, modified });
    return { text, etag, modified };
  };
  return { ask, open: (call) => open(call) };
}

function addressOf(base: string, { path, query = {} }: Call): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined) words.append(name, String(each));
  }
  return words.size === 0 ? base + path : `${base}${path}?${words}`;
}

/**
 * Whether a call may be made again after such an answer. Reading may, always. PUT and DELETE, which
 * name the version that they change, may where the service says that it did nothing. POST and PATCH
 * may not.
 */
function mayRetryAfter(method: Call["method"], status: number): boolean {
  const didNothing = status === 429 || status === 503;
  if (method === "GET") return didNothing || status === 502 || status === 504;
  return didNothing && (method === "PUT" || method === "DELETE");
}

/** Milliseconds: what the service asks for up to 30 s, else a quarter of a second and then twice as long. */
function pauseOf(response: Response | undefined, attempt: number): number {
  const seconds = Number(response?.headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0
    ? Math.min(seconds * 1000, 30_000)
    : 250 * 2 ** attempt;
}

function waitByClock(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}

async function textOf(response: Response, { signal }: Call, base: string): Promise<string> {
  try {
    return await response.text();
  } catch (cause) {
    signal?.throwIfAborted();
    throw new ConnectionError("client/no-answer", `The answer from ${base} broke off.`, {
      status: response.status,
      cause,
    });
  }
}

async function failureOf(response: Response, base: string): Promise<Error> {
  const text = await response.text().catch(() => "");
  try {
    const value: unknown = JSON.parse(text);
    if (isProblem(value)) return new ServiceError(value);
  } catch {
    // It is told below that it is no problem document.
  }
  return notUnderstood(base, response.status, "It is not a problem document.");
}

export const notUnderstood = (
  base: string,
  status: number | undefined,
  why: string,
): ConnectionError =>
  new ConnectionError(
    "client/not-understood",
    `What answers at ${base}${status === undefined ? "" : ` with ${status}`} is no Moothall service, or something stands between. ${why}`,
    status === undefined ? {} : { status },
  );
