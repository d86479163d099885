import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { made, planted, waited } from "../test/lighting-plugin.ts";
import { type RunningService, startService } from "../test/running-service.ts";

const json = { "content-type": "application/json" };
let service: RunningService;

beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const post = (name: string, body?: unknown, more: RequestInit & { token?: string } = {}) =>
  service.fetch(`/v1/lighting/${name}`, {
    method: "POST",
    ...(body !== undefined && { body: JSON.stringify(body), headers: json }),
    ...more,
  });

describe("an operation", () => {
  it("answers a body, an address, or both", async () => {
    expect(await (await post("add-up", { leftNumber: 2, rightNumber: 3 })).json()).toEqual({
      sum: 5,
    });
    expect(
      await (await service.fetch("/v1/lighting/add-up?left-number=2&right-number=4")).json(),
    ).toEqual({ sum: 6 });
    expect(
      await (await post("add-up?right-number=9", { leftNumber: 2, rightNumber: 3 })).json(),
    ).toEqual({ sum: 11 });
  });

  it("says what is wrong with its input, and nothing of the input", async () => {
    const answer = await post("add-up", { leftNumber: "a secret", other: 1 });
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).not.toContain("a secret");
    expect(JSON.parse(text)).toMatchObject({
      code: "core/bad-input",
      findings: [{ at: { pointer: "/leftNumber" } }, { at: { pointer: "/other" } }],
    });
  });

  it("tells an error of its plugin by the plugin's own table", async () => {
    const answer = await post("add-up", { leftNumber: -1 });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toEqual({
      type: "/errors/lighting/too-dim",
      title: "Too dim",
      status: 422,
      detail: "A negative number is too dim.",
      code: "lighting/too-dim",
      hint: "Give one above.",
    });
  });

  it("writes with a token, in one go", async () => {
    const token = await service.token({ permissions: ["lighting:write"] });
    const answer = await post("fit-lamp", { id: "fitted", title: "Fitted" }, { token });
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(await answer.json()).toEqual({ id: "fitted", fitted: "2026-01-01" });
    expect((await service.fetch("/v1/lighting/lamp/fitted")).status).toBe(200);
    expect((await service.fetch("/v1/lighting/fit-lamp?id=a&title=b", { token })).status).toBe(405);
  });

  it("says that an id is taken, which reading again does not mend", async () => {
    const token = await service.token({ permissions: ["lighting:write"] });
    const fit = () => post("fit-lamp", { id: "fitted-once", title: "Fitted" }, { token });
    expect((await fit()).status).toBe(200);
    const again = await fit();
    expect(again.status).toBe(409);
    expect(await again.json()).toMatchObject({ code: "core/already-exists" });
  });

  it("reads a file and answers line by line", async () => {
    const answer = await service.fetch("/v1/lighting/number-lines?start=5", {
      method: "POST",
      headers: { "content-type": "application/x-ndjson" },
      body: '"a"\n{"b":1}\n\n"c"',
    });
    expect(answer.headers.get("content-type")).toBe("application/x-ndjson");
    expect(await answer.text()).toBe(
      '{"line":5,"value":"a"}\n{"line":6,"value":{"b":1}}\n{"line":7,"value":"c"}\n',
    );
  });

  it("says which line of a file cannot be read", async () => {
    const answer = await service.fetch("/v1/lighting/number-lines", {
      method: "POST",
      headers: { "content-type": "application/x-ndjson" },
      body: "{nonsense",
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "core/malformed", at: { row: 1 } });
  });

  it("reads the bytes of a file", async () => {
    const answer = await service.fetch("/v1/lighting/count-bytes", {
      method: "POST",
      headers: { "content-type": "application/pdf" },
      body: new Uint8Array(300_000),
    });
    expect(await answer.json()).toEqual({ bytes: 300_000 });
  });

  it("answers item by item in one object", async () => {
    const answer = await post("count", { upTo: 3 });
    expect(await answer.json()).toEqual({ numbers: [{ number: 1 }, { number: 2 }, { number: 3 }] });
  });

  it("streams 100,000 items", async () => {
    const { numbers } = (await (await post("count", { upTo: 100_000 })).json()) as {
      numbers: { number: number }[];
    };
    expect(numbers).toHaveLength(100_000);
    expect(numbers.at(-1)).toEqual({ number: 100_000 });
  });

  it("holds no more of an answer than its reader takes, and ends with its reader", async () => {
    const answer = await post("count", { upTo: 100_000_000 });
    const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    for (let before = -1; made.numbers !== before; ) {
      before = made.numbers;
      expect(before).toBeLessThan(2_000_000);
      for (let turn = 0; turn < 200; turn += 1)
        await new Promise((resolve) => setImmediate(resolve));
    }
    await reader.cancel();
    await vi.waitFor(() => expect(made.ended).toBe(true));
  });
});

describe("what goes wrong in a plugin", () => {
  it("is cut off when it never settles", async () => {
    const answer = await post("never-settles");
    expect(answer.status).toBe(504);
    expect(await answer.json()).toMatchObject({ code: "core/timeout" });
  });

  it.each([
    ["fall-over", 500, "core/internal"],
    ["lie", 500, "core/bad-output"],
    ["undeclared", 500, "core/internal"],
  ])("%s is told without its words, and logged without them", async (name, status, code) => {
    service.log.length = 0;
    const answer = await post(name);
    expect(answer.status).toBe(status);
    const text = await answer.text();
    const problem = JSON.parse(text) as { code: string; instance: string };
    expect(problem.code).toBe(code);
    expect(service.log).toHaveLength(1);
    expect(service.log[0]).toMatchObject({
      level: "error",
      instance: problem.instance,
      method: "POST",
    });
    for (const words of Object.values(planted)) {
      expect(text).not.toContain(words);
      if (name !== "undeclared") expect(JSON.stringify(service.log)).not.toContain(words);
    }
  });

  it("is let go when its reader goes away, and is no fault", async () => {
    service.log.length = 0;
    const leaving = new AbortController();
    const answer = post("wait", undefined, { signal: leaving.signal });
    await vi.waitFor(() => expect(waited.started).toBe(true));
    leaving.abort();
    await expect(answer).rejects.toThrow();
    await vi.waitFor(() => expect(waited.interrupted).toBe(true));
    await service.fetch("/health");
    expect(service.log).toEqual([]);
  });

  it("half-way through an answer cuts it off visibly", async () => {
    service.log.length = 0;
    await expect(post("break-off").then((answer) => answer.text())).rejects.toThrow();
    expect(service.log).toHaveLength(1);
    expect(JSON.stringify(service.log)).not.toContain(planted.thrown);
  });

  it("leaves the rest running, and shows in /health by name and code alone", async () => {
    const health = await service.fetch("/health");
    const text = await health.text();
    expect(JSON.parse(text)).toEqual({
      status: "degraded",
      records: "readable",
      plugins: ["lighting"],
      faults: [{ name: null, code: "core/plugin-fault" }],
    });
    expect(text).not.toContain("someone");
    expect(await (await post("add-up", { leftNumber: 1 })).json()).toEqual({ sum: 1 });
  });
});
