import { createHash } from "node:crypto";
import { readdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import type { PublicationClass } from "@moothall/core";
import { localCaller } from "@moothall/host";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningService, startService } from "../test/running-service.ts";

let service: RunningService;
let tokens: Record<PublicationClass, string>;
beforeAll(async () => {
  service = await startService({ limits: { file: 400_000 } });
  const of = (clearance: PublicationClass) => service.token({ clearance });
  tokens = {
    public: await of("public"),
    restricted: await of("restricted"),
    confidential: await of("confidential"),
  };
});
afterAll(() => service.close());

interface Named {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha512: string;
}

const digestOf = (bytes: Uint8Array | string) => createHash("sha512").update(bytes).digest("hex");

const put = (
  id: string,
  bytes: Uint8Array<ArrayBuffer> | string,
  { name = "plan.pdf", type = "application/pdf", token = tokens.confidential } = {},
) =>
  service.fetch(`/v1/lighting/lamp/${id}/files?name=${encodeURIComponent(name)}`, {
    method: "POST",
    body: bytes,
    headers: { "content-type": type },
    token,
  });

const putAs = async (...given: Parameters<typeof put>): Promise<Named> =>
  (await put(...given)).json() as Promise<Named>;

const create = (record: object, token = tokens.confidential) =>
  service.fetch("/v1/lighting/lamp", {
    method: "POST",
    body: JSON.stringify(record),
    headers: { "content-type": "application/json" },
    token,
  });

const get = (id: string, sha512: string, init: RequestInit & { token?: string } = {}) =>
  service.fetch(`/v1/lighting/lamp/${id}/files/${sha512}`, init);

/** All of an answer but what it says of the address. */
const whole = async (answer: Response, ...addresses: string[]) => {
  let text = JSON.stringify([
    answer.status,
    [...answer.headers].filter(([name]) => name !== "date"),
    await answer.text(),
  ]);
  for (const address of addresses) text = text.replaceAll(address, "X");
  return text;
};

describe("a file", () => {
  it("is put, named by its record and got by anyone who may see it there", async () => {
    const bytes = Buffer.alloc(300_000, "plan of the lamp ");
    const answer = await put("a", bytes, { name: "Plan “Č” 1%.pdf" });
    expect(answer.status).toBe(201);
    const plan = (await answer.json()) as Named;
    expect(plan).toEqual({
      name: "Plan “Č” 1%.pdf",
      mediaType: "application/pdf",
      size: 300_000,
      sha512: digestOf(bytes),
    });
    expect((await get("a", plan.sha512)).status).toBe(404);
    expect((await create({ id: "a", title: "A", plans: [plan] })).status).toBe(201);
    const got = await get("a", plan.sha512);
    expect(got.status).toBe(200);
    expect(Buffer.from(await got.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(got.headers)).toMatchObject({
      etag: `"${plan.sha512}"`,
      "content-type": "application/pdf",
      "content-length": "300000",
      "x-content-type-options": "nosniff",
      "cache-control": "public, max-age=0, must-revalidate",
      "content-disposition": `attachment; filename="Plan ??? 1%.pdf"; filename*=UTF-8''Plan%20%E2%80%9C%C4%8C%E2%80%9D%201%25.pdf`,
    });
    const same = await get("a", plan.sha512, { headers: { "if-none-match": `"${plan.sha512}"` } });
    expect([same.status, same.headers.get("content-length")]).toEqual([304, null]);
    const head = await get("a", plan.sha512, { method: "HEAD" });
    expect([head.status, head.headers.get("content-length")]).toEqual([200, "300000"]);
    const own = await get("a", plan.sha512, { token: tokens.restricted });
    expect(own.headers.get("cache-control")).toBe("private, no-store");
  });

  it("of no bytes is a file", async () => {
    const empty = await putAs("empty", "", { name: "empty.txt", type: "text/plain" });
    expect(empty.size).toBe(0);
    await create({ id: "empty", title: "Empty", plans: [empty] });
    const got = await get("empty", empty.sha512);
    expect([got.status, got.headers.get("content-length"), await got.text()]).toEqual([
      200,
      "0",
      "",
    ]);
  });

  it("of an earlier view is there as at its moment", async () => {
    service.setNow("2026-02-01T00:00:00.000Z");
    const [first, second] = [await putAs("turn", "first"), await putAs("turn", "second")];
    await create({ id: "turn", title: "Turn", plans: [first] });
    service.setNow("2026-03-01T00:00:00.000Z");
    await service.put("lighting/lamp", { id: "turn", title: "Turn", plans: [second] });
    expect((await get("turn", first.sha512)).status).toBe(404);
    const then = await get("turn", `${first.sha512}?as-at=2026-02-15T00:00:00Z`);
    expect(await then.text()).toBe("first");
    service.setNow("2026-01-01T00:00:00.000Z");
  });
});

describe("a withheld file", () => {
  it("is not there for those who may not see it, exactly as one that never was", async () => {
    const wiring = await putAs("w", "secret wiring", { name: "quagmire-secret.pdf" });
    await create({ id: "w", title: "W", wiring });
    const never = digestOf("something else");
    expect(await (await get("w", wiring.sha512, { token: tokens.restricted })).text()).toBe(
      "secret wiring",
    );
    for (const method of ["GET", "HEAD", "OPTIONS", "PUT"]) {
      const [hidden, absent] = await Promise.all([
        get("w", wiring.sha512, { method }),
        get("w", never, { method }),
      ]);
      expect(await whole(hidden, wiring.sha512)).toBe(await whole(absent, never));
    }
    const [conditional, other] = await Promise.all([
      get("w", wiring.sha512, { headers: { "if-none-match": "*" } }),
      get("w", never, { headers: { "if-none-match": "*" } }),
    ]);
    expect(await whole(conditional, wiring.sha512)).toBe(await whole(other, never));
    for (const path of [
      "/v1/lighting/lamp/w",
      "/v1/lighting/lamp/w/history",
      "/v1/search?q=quagmire",
    ]) {
      const text = await (await service.fetch(path)).text();
      expect(text).not.toContain("quagmire");
      expect(text).not.toContain(wiring.sha512);
    }
  });

  it("of a hidden record is not there, nor is the record", async () => {
    const plan = await putAs("hidden", "hidden plan");
    await create({ id: "hidden", title: "H", class: "restricted", plans: [plan] });
    const [hidden, absent] = [await get("hidden", plan.sha512), await get("absent", plan.sha512)];
    expect(await whole(hidden, "hidden")).toBe(await whole(absent, "absent"));
    const [one, other] = [
      await put("hidden", "x", { token: tokens.public }),
      await put("absent", "x", { token: tokens.public }),
    ];
    expect(await whole(one)).toBe(await whole(other));
  });

  it("goes out of sight with its record, and comes back with it", async () => {
    const plan = await putAs("turned", "turned plan");
    await create({ id: "turned", title: "T", plans: [plan] });
    expect((await get("turned", plan.sha512)).status).toBe(200);
    await service.put("lighting/lamp", {
      id: "turned",
      title: "T",
      class: "confidential",
      plans: [plan],
    });
    expect((await get("turned", plan.sha512)).status).toBe(404);
    expect((await get("turned", `${plan.sha512}?as-at=2026-01-01T00:00:00Z`)).status).toBe(404);
  });

  it("is not opened by knowing its digest", async () => {
    const wiring = await putAs("known", "the wiring of known");
    await create({ id: "known", title: "K", wiring });
    // In a record of one's own, in the same record at a place that one sees, and in a new one.
    for (const [id, free] of [
      ["own", "not"],
      ["known", "other"],
      ["another", "unheard"],
    ] as const) {
      const answer =
        id === "known"
          ? await service.fetch("/v1/lighting/lamp/known", {
              method: "PATCH",
              body: JSON.stringify({ plans: [wiring] }),
              headers: { "content-type": "application/merge-patch+json", "if-match": "*" },
              token: tokens.public,
            })
          : await create({ id, title: "O", plans: [wiring] }, tokens.public);
      const unknown = await create(
        { id: free, title: "O", plans: [{ ...wiring, sha512: digestOf("unknown") }] },
        tokens.public,
      );
      expect(answer.status).toBe(422);
      expect(await whole(answer, wiring.sha512.slice(0, 16), `lamp/${id}`)).toBe(
        await whole(unknown, digestOf("unknown").slice(0, 16), `lamp/${free}`),
      );
    }
    // Whoever has the bytes may put them.
    const own = await putAs("own", "the wiring of known", { token: tokens.public });
    expect((await create({ id: "own", title: "O", plans: [own] }, tokens.public)).status).toBe(201);
  });
});

describe("what may be put", () => {
  it("needs a token that may write, for that body", async () => {
    expect((await put("a", "x", { token: "" })).status).toBe(401);
    const reader = await service.token({ permissions: ["lighting:read"] });
    expect((await put("a", "x", { token: reader })).status).toBe(403);
    await service.put("lighting/lamp", { id: "of-a", title: "A", body: "register/body/a" });
    const other = await service.token({ bodies: ["register/body/b"] });
    expect((await put("of-a", "x", { token: other })).status).toBe(403);
  });

  it("is no larger than is allowed, and nothing of what is larger is kept", async () => {
    const before = readdirSync(service.files, { recursive: true }).length;
    const large = await put("a", Buffer.alloc(400_001));
    expect(large.status).toBe(413);
    // Without a length that says so beforehand.
    const status = await new Promise((resolve, reject) => {
      const sending = request(`${service.url}/v1/lighting/lamp/a/files?name=a.pdf`, {
        method: "POST",
        headers: { authorization: `Bearer ${tokens.confidential}` },
      });
      sending.on("response", (response) => resolve(response.statusCode));
      sending.on("error", reject);
      for (let part = 0; part < 9; part += 1) sending.write(Buffer.alloc(50_000));
      sending.end();
    });
    expect(status).toBe(413);
    expect(readdirSync(service.files, { recursive: true })).toHaveLength(before);
  });

  it.each([
    ["../../etc/passwd", "application/pdf"],
    ["a\u0000b", "application/pdf"],
    ["a\r\nX-Other: 1", "application/pdf"],
    ["", "application/pdf"],
    ["x".repeat(201), "application/pdf"],
    ["a.pdf", "pdf"],
    ["a.pdf", "text/html<script>"],
  ])("has a name and a media type that are such: %j, %j", async (name, type) => {
    const answer = await put("a", "x", { name, type });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: "core/bad-input" });
  });

  it("says its size truly", async () => {
    const plan = await putAs("sized", "four");
    const answer = await create({ id: "sized", title: "S", plans: [{ ...plan, size: 5 }] });
    expect(answer.status).toBe(422);
    expect((await service.fetch("/v1/lighting/lamp/sized")).status).toBe(404);
  });

  it("is for kinds of record that can name it", async () => {
    const path = "/v1/lighting/column/a/files";
    const answer = await service.fetch(`${path}?name=a`, {
      method: "POST",
      body: "x",
      token: tokens.confidential,
    });
    expect(answer.status).toBe(404);
    expect((await service.fetch(`${path}/${"0".repeat(128)}`)).status).toBe(404);
  });
});

describe("bytes that do not hold", () => {
  const pathOf = (sha512: string) => `${service.files}/${sha512.slice(0, 2)}/${sha512}`;

  it("are not passed on as good", async () => {
    service.log.length = 0;
    const bytes = Buffer.alloc(380_000, "long ");
    const [small, long] = [await putAs("bad", "small"), await putAs("bad", bytes)];
    await create({ id: "bad", title: "B", plans: [small, long] });
    writeFileSync(pathOf(small.sha512), "smell");
    const answer = await get("bad", small.sha512);
    expect(answer.status).toBe(500);
    expect(await answer.json()).toMatchObject({ code: "core/file-damaged" });
    bytes[379_999] = 0;
    writeFileSync(pathOf(long.sha512), bytes);
    await expect(get("bad", long.sha512).then((got) => got.arrayBuffer())).rejects.toThrow();
    expect(service.log).toHaveLength(2);
    for (const line of service.log) expect(JSON.stringify(line)).toContain("core/file-damaged");
  });

  it("that are missing are told as such", async () => {
    const plan = await putAs("missing", "missing plan");
    await create({ id: "missing", title: "M", plans: [plan] });
    await (await service.host.files()).delete(plan.sha512);
    expect(await (await get("missing", plan.sha512)).json()).toMatchObject({
      code: "core/file-missing",
    });
    // The same bytes, put again, mend it.
    await putAs("missing", "missing plan");
    expect((await get("missing", plan.sha512)).status).toBe(200);
  });
});

describe("the bytes of a file", () => {
  const operate = (name: string, input: object, token = tokens.confidential) =>
    service.fetch(`/v1/lighting/${name}`, {
      method: "POST",
      body: JSON.stringify(input),
      headers: { "content-type": "application/json" },
      token,
    });
  const kept = async (sha512: string) =>
    (await (await service.host.files()).find(sha512)) !== undefined;

  it("are erased with the last record that holds them", async () => {
    service.setNow("2026-02-01T00:00:00.000Z");
    const [plan, own] = [await putAs("scrap-1", "shared plan"), await putAs("scrap-1", "own plan")];
    await putAs("scrap-2", "shared plan");
    await create({ id: "scrap-1", title: "1", plans: [plan, own] });
    await create({ id: "scrap-2", title: "2", plans: [plan] });
    // What it no longer names it still holds, for its history.
    await service.put("lighting/lamp", { id: "scrap-1", title: "1" });
    service.setNow("2026-03-01T00:00:00.000Z");
    expect((await operate("scrap-lamp", { id: "scrap-1" })).status).toBe(200);
    expect([await kept(plan.sha512), await kept(own.sha512)]).toEqual([true, false]);
    expect((await get("scrap-2", plan.sha512)).status).toBe(200);
    expect((await operate("scrap-lamp", { id: "scrap-2" })).status).toBe(200);
    expect(await kept(plan.sha512)).toBe(false);
    service.setNow("2026-01-01T00:00:00.000Z");
  });

  it("stay for a record for which they were put lately", async () => {
    const plan = await putAs("scrap-3", "plan of two");
    await create({ id: "scrap-3", title: "3", plans: [plan] });
    await putAs("scrap-4", "plan of two");
    await operate("scrap-lamp", { id: "scrap-3" });
    expect((await create({ id: "scrap-4", title: "4", plans: [plan] })).status).toBe(201);
    expect((await get("scrap-4", plan.sha512)).status).toBe(200);
  });

  it("are written on by a handler, and not by what comes to it with a request", async () => {
    const plan = await putAs("twin", "plan of twins");
    await create({ id: "twin", title: "T", class: "restricted", plans: [plan] });
    const given = await operate(
      "twin-lamp",
      { id: "twin-1", of: "twin", plans: [plan] },
      tokens.public,
    );
    expect(given.status).toBe(422);
    expect((await operate("twin-lamp", { id: "twin-2", of: "twin" })).status).toBe(200);
    expect((await get("twin-2", plan.sha512)).status).toBe(200);
  });
});

it("the description names how files are put and got", async () => {
  const { paths } = (await (await service.fetch("/openapi.json")).json()) as {
    paths: Record<string, object>;
  };
  expect(Object.keys(paths["/v1/lighting/lamp/{id}/files"] ?? {})).toContain("post");
  expect(Object.keys(paths["/v1/lighting/lamp/{id}/files/{sha512}"] ?? {})).toContain("get");
  expect(paths["/v1/lighting/column/{id}/files"]).toBeUndefined();
});

it("putting and getting what is not public is audited", async () => {
  const wiring = await putAs("audited", "audited wiring");
  await service.host.put(
    [{ kind: "lighting/lamp", data: { id: "audited", title: "A", wiring } }],
    localCaller("confidential"),
  );
  await (await get("audited", wiring.sha512, { token: tokens.restricted })).text();
  const told: string[] = [];
  for await (const { action, about } of (await service.host.store()).audit())
    if (about === "audited") told.push(action);
  expect(told).toEqual(["lighting/lamp/put-file", "lighting/lamp/get-file"]);
});
