import { type AnswerCache, createClient, ServiceError } from "@moothall/client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ExampleService, exampleService } from "./example-service.ts";

let service: ExampleService;
beforeAll(async () => {
  service = await exampleService();
});
afterAll(() => service.close());

const reader = (cache?: AnswerCache) =>
  createClient({ url: service.url, ...(cache !== undefined && { cache }) });
const writer = () => createClient({ url: service.url, token: service.token });

/** A client whose exchanges can be looked at. */
function watched(cache?: AnswerCache) {
  const statuses: number[] = [];
  const client = createClient({
    url: service.url,
    ...(cache !== undefined && { cache }),
    fetch: async (address, request) => {
      const response = await fetch(address, request);
      statuses.push(response.status);
      return response;
    },
  });
  return { client, statuses };
}

const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};

const failure = async (doing: Promise<unknown>): Promise<ServiceError> => {
  const error = await doing.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ServiceError);
  return error as ServiceError;
};

describe("reading", () => {
  it("gives a record with its tag", async () => {
    const { value, etag } = await reader().get("procurement/contract", "opcc.2017-13");
    expect(value.value).toEqual({ amount: "121229.00", currency: "GBP" });
    expect(etag).toBe(`"public-${value.record.version}"`);
  });

  it("goes through all pages, in order, as they are needed", async () => {
    const whole = await collect(reader().list("procurement/contract", { limit: 1000 }));
    expect(whole.length).toBeGreaterThan(3);
    const { client, statuses } = watched();
    const ids: string[] = [];
    for await (const { id } of client.list("procurement/contract", { limit: 2 })) {
      ids.push(id);
      if (ids.length === 3) break;
    }
    expect(statuses).toEqual([200, 200]);
    const paged = await collect(reader().list("procurement/contract", { limit: 2 }));
    expect(paged).toEqual(whole);
    expect(ids).toEqual(whole.slice(0, 3).map(({ id }) => id));
    const last = (await collect(reader().pages("procurement/contract", { limit: 3 }))).at(-1);
    expect(last?.next).toBeNull();
  });

  it("filters and orders by the fields of the kind", async () => {
    const dear = await collect(
      reader().list("procurement/contract", { "value-from": "100000", order: "-value" }),
    );
    const amounts = dear.map(({ value }) => Number(value?.amount));
    expect(amounts.length).toBeGreaterThan(1);
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
    expect(amounts.every((amount) => amount >= 100_000)).toBe(true);
  });

  it("asks after what it holds, and is not sent it again", async () => {
    const cache = new Map();
    const first = watched(cache);
    const record = await first.client.get("procurement/contract", "opcc.2017-13");
    const again = watched(cache);
    expect(await again.client.get("procurement/contract", "opcc.2017-13")).toEqual(record);
    await collect(again.client.list("procurement/contract", { limit: 1000 }));
    await collect(again.client.list("procurement/contract", { limit: 1000 }));
    await again.client.report("procurement/register");
    await again.client.report("procurement/register");
    expect(first.statuses).toEqual([200]);
    expect(again.statuses).toEqual([304, 200, 304, 200, 304]);
  });

  it("finds, checks, reports, exports and describes", async () => {
    const client = reader();
    const hits = await collect(
      client.search("services", { kind: "procurement/contract", limit: 1 }),
    );
    expect(hits.length).toBeGreaterThan(1);
    expect(hits.every(({ reference }) => reference.startsWith("procurement/contract/"))).toBe(true);
    const findings = await client.checks({ plugin: "procurement" });
    expect(findings.map(({ about }) => about)).toContain("procurement/contract/opcc.2017-17");
    const { title, blocks } = await client.report("procurement/register", { from: "500" });
    expect(title).not.toBe("");
    const table = blocks.find((block) => block.type === "table");
    const csv = await client.table("procurement/register", table?.id ?? "", { from: "500" });
    expect(csv.split("\n").length).toBeGreaterThan(2);
    const file = await client.export("procurement/ocds");
    expect(await file.json()).toMatchObject({ version: "1.1" });
    expect(await client.health()).toMatchObject({ status: "up", records: "readable" });
    expect(await client.describe()).toMatchObject({ openapi: "3.1.1" });
    expect(await client.feed("oparl")).toMatchObject({ type: expect.stringContaining("System") });
  });

  it("tells what is wrong, with the code that is permanent", async () => {
    const missing = await failure(reader().get("procurement/contract", "none"));
    expect(missing).toMatchObject({ code: "core/not-found", status: 404 });
    expect(missing.hint).toBeTruthy();
    const query = { columm: "x" } as object;
    const unknown = await failure(collect(reader().list("procurement/contract", query)));
    expect(unknown.status).toBe(400);
    expect(unknown.message).toContain("columm");
    const refused = await failure(
      createClient({ url: service.url, token: "moothall_wrong" }).health(),
    );
    expect(refused).toMatchObject({ code: "core/not-authenticated", status: 401 });
  });

  it("is given up when the signal says so, between pages too", async () => {
    const given = new AbortController();
    const seen: string[] = [];
    const going = (async () => {
      for await (const { id } of reader().list("procurement/contract", { limit: 1 }, given)) {
        seen.push(id);
        given.abort(new Error("enough"));
      }
    })();
    await expect(going).rejects.toThrow("enough");
    expect(seen.length).toBe(1);
    await expect(reader().health({ signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });
});

describe("operations", () => {
  const weights = { price: "60", quality: "40" };
  const bids = [
    { bidder: "A", price: "121229.00", quality: "22" },
    { bidder: "B", price: "138788.00", quality: "26" },
  ];

  it("run on JSON", async () => {
    const { winner, results } = await reader().run("procurement/score", { weights, bids });
    expect(winner).toBe("A");
    expect(results[1]?.total).toBe("77.31");
    const bad = await failure(
      reader().run("procurement/score", { weights: { price: "60", quality: "50" }, bids }),
    );
    expect(bad.status).toBe(422);
    expect(bad.at).toBeDefined();
  });

  it("are asked by address where it can hold the input, so that answers are kept", async () => {
    const { client, statuses } = watched(new Map());
    const words = { published: "2024-05-01", nation: "england" } as const;
    const first = await client.ask("procurement/standstill", words);
    expect(await client.ask("procurement/standstill", words)).toEqual(first);
    expect(statuses).toEqual([200, 304]);
  });

  it("read a file and answer line by line", async () => {
    const release = (id: string, date: string, title: string) => ({
      ocid: "ocds-213czf-1",
      id,
      date,
      tag: ["tender"],
      tender: { title },
    });
    const process = [
      release("1", "2024-01-01T00:00:00Z", "Old"),
      release("2", "2024-02-01T00:00:00Z", "New"),
    ];
    const lines = `${JSON.stringify(process)}\n${JSON.stringify(process)}\n`;
    const merged = await collect(reader().sendLines("procurement/merge", lines));
    expect(merged).toMatchObject([{ tender: { title: "New" } }, { tender: { title: "New" } }]);
    const stream = new Blob([lines]).stream();
    expect(await collect(reader().sendLines("procurement/merge", stream))).toEqual(merged);
  });
});

describe("writing", () => {
  const contract = {
    id: "client-test",
    title: "Lamps",
    body: "register/body/opcc-derbyshire",
    supplier: "A supplier",
    status: "active",
  } as const;

  it("needs a token", async () => {
    expect(await failure(reader().create("procurement/contract", contract))).toMatchObject({
      code: "core/not-authenticated",
      status: 401,
    });
  });

  it("changes the version that was read, or nothing", async () => {
    const client = writer();
    const made = await client.create("procurement/contract", contract);
    expect(made.value.record.version).toBe(1);
    expect(await failure(client.create("procurement/contract", contract))).toMatchObject({
      code: "core/already-exists",
      status: 409,
    });
    const replaced = await client.replace("procurement/contract", contract.id, made.etag, {
      ...contract,
      title: "More lamps",
      supplierIdentifier: "GB-COH-00000000",
    });
    expect(replaced.etag).not.toBe(made.etag);
    for (const late of [
      () => client.replace("procurement/contract", contract.id, made.etag, contract),
      () => client.patch("procurement/contract", contract.id, made.etag, { title: "Fewer lamps" }),
      () => client.remove("procurement/contract", contract.id, made.etag, "Late"),
    ])
      expect(await failure(late())).toMatchObject({ code: "core/stale", status: 412 });
    const patched = await client.patch("procurement/contract", contract.id, replaced.etag, {
      supplierIdentifier: null,
    });
    expect(patched.value.title).toBe("More lamps");
    expect(patched.value).not.toHaveProperty("supplierIdentifier");
    await client.remove("procurement/contract", contract.id, patched.etag, "Only a test");
    expect(await failure(client.get("procurement/contract", contract.id))).toMatchObject({
      status: 404,
    });
    const history = await client.history("procurement/contract", contract.id);
    expect(history.map(({ action }) => action)).toEqual([
      "created",
      "replaced",
      "replaced",
      "deleted",
    ]);
    expect(history.at(-1)?.reason).toBe("Only a test");
  });
});
