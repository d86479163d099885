import { describe, expect, it } from "vitest";
import { type Call, type ConnectionOptions, connect } from "./connection.ts";

const problem = (status: number) =>
  new Response(JSON.stringify({ code: "core/busy", status, detail: "Busy.", title: "Busy" }), {
    status,
    headers: { "content-type": "application/problem+json" },
  });

/** A connection to answers that are told beforehand; an error stands for no answer. */
function told(answers: readonly (Response | Error)[], options: Partial<ConnectionOptions> = {}) {
  const requests: { address: string; method: string; headers: Record<string, string> }[] = [];
  const waits: number[] = [];
  const connection = connect({
    url: "https://example.org/records/",
    wait: async (milliseconds) => {
      waits.push(milliseconds);
    },
    fetch: async (address, { method = "", headers }) => {
      requests.push({ address, method, headers: headers as Record<string, string> });
      const answer = answers[requests.length - 1];
      if (answer instanceof Response) return answer.clone();
      throw answer ?? new Error("More was asked than was told.");
    },
    ...options,
  });
  return { connection, requests, waits };
}

const get: Call = { method: "GET", path: "/v1/a/b" };
const outcome = (asked: Promise<unknown>) =>
  asked.then(
    () => "answered",
    (error: { code?: string }) => error.code ?? "not one of ours",
  );

describe("a call that may be repeated", () => {
  it("is, after a pause that grows", async () => {
    const { connection, requests, waits } = told([
      new Error("no line"),
      new Response("", { status: 502 }),
      new Response("well"),
    ]);
    expect((await connection.ask(get)).text).toBe("well");
    expect(requests.length).toBe(3);
    expect(waits).toEqual([250, 500]);
  });

  it("waits as long as it is asked to, within bounds", async () => {
    const busy = (seconds: string) => {
      const response = problem(503);
      response.headers.set("retry-after", seconds);
      return response;
    };
    const { connection, waits } = told([busy("2"), busy("86400"), busy("1")]);
    expect(await outcome(connection.ask(get))).toBe("core/busy");
    expect(waits).toEqual([2000, 30_000]);
  });

  it("is given up after as many times as were allowed", async () => {
    const { connection, requests } = told([new Error("a"), new Error("b")], { retries: 1 });
    expect(await outcome(connection.ask(get))).toBe("client/no-answer");
    expect(requests.length).toBe(2);
  });

  it.each(["PUT", "DELETE"] as const)("%s: only when nothing was done", async (method) => {
    const busy = told([problem(503), new Response("well")]);
    expect((await busy.connection.ask({ ...get, method })).text).toBe("well");
    for (const answer of [new Error("no line"), new Response("", { status: 502 })]) {
      const unsure = told([answer]);
      expect(await outcome(unsure.connection.ask({ ...get, method }))).toMatch(/^client\//);
      expect(unsure.requests.length).toBe(1);
    }
  });

  it.each(["POST", "PATCH"] as const)("%s is none", async (method) => {
    for (const answer of [new Error("no line"), problem(503), new Response("", { status: 502 })]) {
      const { connection, requests } = told([answer]);
      expect(await outcome(connection.ask({ ...get, method }))).not.toBe("answered");
      expect(requests.length).toBe(1);
    }
  });

  it("is not, when it was given up meanwhile", async () => {
    const given = new AbortController();
    const { connection, requests } = told([problem(503)], {
      wait: async (_, signal) => {
        given.abort(new Error("enough"));
        signal?.throwIfAborted();
      },
    });
    await expect(connection.ask({ ...get, signal: given.signal })).rejects.toThrow("enough");
    expect(requests.length).toBe(1);
  });
});

describe("an answer", () => {
  const tagged = new Response("kept", { headers: { etag: '"1"' } });
  const unchanged = new Response(null, { status: 304 });

  it("is kept and asked after", async () => {
    const { connection, requests } = told([tagged, unchanged], { cache: new Map() });
    await connection.ask(get);
    expect((await connection.ask(get)).text).toBe("kept");
    expect(requests.map(({ headers }) => headers["If-None-Match"])).toEqual([undefined, '"1"']);
  });

  it("is kept by a cache that takes its time", async () => {
    const held = new Map();
    const { connection } = told([tagged, unchanged], {
      cache: {
        get: async (address) => held.get(address),
        set: async (address, answer) => held.set(address, answer),
      },
    });
    await connection.ask(get);
    expect((await connection.ask(get)).text).toBe("kept");
  });

  it("to a token is never kept", async () => {
    const cache = new Map();
    const { connection, requests } = told([tagged, tagged], { cache, token: "secret" });
    await connection.ask(get);
    await connection.ask(get);
    expect(cache.size).toBe(0);
    expect(requests[1]?.headers).toMatchObject({ Authorization: "Bearer secret" });
    expect(requests[1]?.headers).not.toHaveProperty("If-None-Match");
  });

  it("of something else is told from one of the service", async () => {
    for (const answer of [
      new Response("<html>Not here</html>", { status: 404 }),
      new Response('{"error":"no"}', { status: 500 }),
      unchanged,
    ]) {
      const { connection } = told([answer]);
      expect(await outcome(connection.ask(get))).toBe("client/not-understood");
    }
  });

  it("that breaks off is none", async () => {
    const broken = new ReadableStream({
      start: (controller) => controller.error(new Error("cut")),
    });
    const connection = connect({
      url: "https://example.org",
      fetch: async () => new Response(broken),
    });
    expect(await outcome(connection.ask(get))).toBe("client/no-answer");
  });
});

describe("an address", () => {
  it("lies below that of the service, with its words", async () => {
    const { connection, requests } = told([new Response("")]);
    await connection.ask({
      ...get,
      query: { kind: ["a/b", "c/d"], q: "two words", none: undefined, limit: 2 },
    });
    expect(requests[0]?.address).toBe(
      "https://example.org/records/v1/a/b?kind=a%2Fb&kind=c%2Fd&q=two+words&limit=2",
    );
  });
});
