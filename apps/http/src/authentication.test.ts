import { revokeToken } from "@moothall/host";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningService, startService } from "../test/running-service.ts";

const json = { "content-type": "application/json" };
let service: RunningService;

beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.close());

const add = (id: string, token?: string, more: object = {}) =>
  service.fetch("/v1/lighting/lamp", {
    method: "POST",
    headers: json,
    body: JSON.stringify({ id, title: id, ...more }),
    ...(token !== undefined && { token }),
  });
const code = async (answer: Response) => ((await answer.json()) as { code: string }).code;

describe("a bearer token", () => {
  it("is needed to write, and not to read", async () => {
    const answer = await add("a");
    expect(answer.status).toBe(401);
    expect(answer.headers.get("www-authenticate")).toBe('Bearer realm="moothall"');
    expect((await service.fetch("/v1/lighting/lamp")).status).toBe(200);
  });

  it.each(["Bearer moothall_nonsense", "Bearer", "Basic dXNlcjpwYXNz", "Bearer a b", "moothall_x"])(
    "that is bad (%s) is refused everywhere",
    async (authorization) => {
      for (const path of ["/", "/v1/lighting/lamp", "/openapi.json", "/v1/lighting/none"]) {
        const answer = await service.fetch(path, { headers: { authorization } });
        expect(answer.status).toBe(401);
        expect(answer.headers.get("www-authenticate")).toContain('error="invalid_token"');
        expect(await code(answer)).toBe("core/not-authenticated");
      }
    },
  );

  it("expires, and can be revoked", async () => {
    const token = await service.token({ expires: "2026-01-02T00:00:00Z" });
    expect((await add("b", token)).status).toBe(201);
    service.setNow("2026-01-02T00:00:00.000Z");
    expect((await add("c", token)).status).toBe(401);
    service.setNow("2026-01-01T00:00:00.000Z");
    const other = await service.token();
    const store = await service.host.store();
    for (const { id } of await store.tokens())
      await revokeToken(store, id, service.host.clock.now());
    expect((await add("d", other)).status).toBe(401);
  });

  it("carries permissions", async () => {
    const reader = await service.token({ clearance: "restricted", permissions: [] });
    const answer = await add("e", reader);
    expect(answer.status).toBe(403);
    expect(await code(answer)).toBe("core/not-permitted");
    for (const permissions of [["lighting:write"], ["lighting:*"], ["*"]]) {
      const token = await service.token({ permissions });
      expect(
        (await add(`with-${permissions[0]?.replace(/[^a-z]/g, "-")}`.replace(/-+$/, "x"), token))
          .status,
      ).toBe(201);
    }
    expect((await add("f", await service.token({ permissions: ["other:write"] }))).status).toBe(
      403,
    );
  });

  it("carries the bodies for which its holder writes", async () => {
    const token = await service.token({ bodies: ["register/body/ours"] });
    expect((await add("ours", token, { body: "register/body/ours" })).status).toBe(201);
    expect((await add("theirs", token, { body: "register/body/theirs" })).status).toBe(403);
    expect((await add("nobodys", token)).status).toBe(403);
    const moved = await service.fetch("/v1/lighting/lamp/ours", {
      method: "PATCH",
      token,
      headers: { "content-type": "application/merge-patch+json", "if-match": "*" },
      body: JSON.stringify({ body: "register/body/theirs" }),
    });
    expect(moved.status).toBe(403);
  });

  it("carries a clearance, above which its holder does not write", async () => {
    const token = await service.token({ clearance: "public", permissions: ["lighting:write"] });
    expect((await add("g", token, { engineerNote: "x" })).status).toBe(403);
    expect((await add("h", token)).status).toBe(201);
  });

  it("is asked for before a body is read", async () => {
    const answer = await service.fetch("/v1/lighting/lamp", {
      method: "POST",
      headers: json,
      body: "{not json",
    });
    expect(answer.status).toBe(401);
    await answer.text();
  });

  it("leaves a trace of writes, and of reads above public", async () => {
    const token = await service.token();
    await add("traced", token);
    await service.fetch("/v1/lighting/lamp/traced", { token });
    await service.fetch("/v1/search?q=traced", { token });
    await service.fetch("/lux", { token });
    await service.fetch("/v1/checks", { token });
    await service.fetch("/v1/lighting/lamp/traced");
    const entries: string[] = [];
    const all = [];
    for await (const entry of (await service.host.store()).audit()) all.push(entry);
    for (const entry of all.slice(-5)) entries.push(`${entry.action} ${entry.outcome}`);
    expect(entries).toEqual([
      "lighting/lamp/create done",
      "lighting/lamp/get done",
      "search done",
      "feed done",
      "checks done",
    ]);
    expect(all.at(-1)?.by).toMatch(/^token:/);
  });
});
