import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningService, startService } from "../test/running-service.ts";

const json = { "content-type": "application/json" };
const patchType = { "content-type": "application/merge-patch+json" };
let service: RunningService;
let token: string;

beforeAll(async () => {
  service = await startService();
  token = await service.token();
});
afterAll(() => service.close());

const write = (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
  service.fetch(path, {
    method,
    token,
    body: JSON.stringify(body),
    headers: { ...(method === "PATCH" ? patchType : json), ...headers },
  });

describe("a record", () => {
  it("is added, and said where it lies", async () => {
    const answer = await write("POST", "/v1/lighting/lamp", { id: "one", title: "One" });
    expect(answer.status).toBe(201);
    expect(answer.headers.get("location")).toBe("/v1/lighting/lamp/one");
    expect(answer.headers.get("etag")).toBe('"confidential-1"');
    expect(await answer.json()).toMatchObject({ id: "one", title: "One", record: { version: 1 } });
    const again = await write("POST", "/v1/lighting/lamp", { id: "one", title: "Two" });
    expect(again.status).toBe(409);
  });

  it("is read with its ETag and date, and not sent again to who has it", async () => {
    const answer = await service.fetch("/v1/lighting/lamp/one");
    expect(answer.headers.get("etag")).toBe('"public-1"');
    expect(answer.headers.get("last-modified")).toBe("Thu, 01 Jan 2026 00:00:00 GMT");
    for (const held of ['"public-1"', 'W/"public-1"', '"other", "public-1"', "*"]) {
      const same = await service.fetch("/v1/lighting/lamp/one", {
        headers: { "if-none-match": held },
      });
      expect(same.status).toBe(304);
      expect(same.headers.get("etag")).toBe('"public-1"');
      expect(await same.text()).toBe("");
    }
    const other = await service.fetch("/v1/lighting/lamp/one", {
      headers: { "if-none-match": '"confidential-1"' },
    });
    expect(other.status).toBe(200);
  });

  it("loses no update when two replace the same version", async () => {
    await write("POST", "/v1/lighting/lamp", { id: "two", title: "Two" });
    const tag = '"confidential-1"';
    const both = await Promise.all([
      write("PUT", "/v1/lighting/lamp/two", { id: "two", title: "First" }, { "if-match": tag }),
      write("PUT", "/v1/lighting/lamp/two", { id: "two", title: "Second" }, { "if-match": tag }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const lost = both.find(({ status }) => status === 412) as Response;
    expect(await lost.json()).toMatchObject({
      code: "core/stale",
      status: 412,
      type: "/errors/core/stale",
    });
    const won = both.find(({ status }) => status === 200) as Response;
    expect(won.headers.get("etag")).toBe('"confidential-2"');
  });

  it("is not replaced without saying which version", async () => {
    const answer = await write("PUT", "/v1/lighting/lamp/two", { id: "two", title: "X" });
    expect(answer.status).toBe(428);
    expect(await answer.json()).toMatchObject({ code: "core/version-required" });
    expect((await write("PATCH", "/v1/lighting/lamp/two", { title: "X" })).status).toBe(428);
    expect(
      (await service.fetch("/v1/lighting/lamp/two?reason=x", { method: "DELETE", token })).status,
    ).toBe(428);
  });

  it("takes one of several ETags, and * for any", async () => {
    const several = await write(
      "PATCH",
      "/v1/lighting/lamp/two",
      { title: "Third" },
      { "if-match": '"confidential-9", "confidential-2"' },
    );
    expect(several.status).toBe(200);
    expect(
      (await write("PATCH", "/v1/lighting/lamp/two", { title: "4" }, { "if-match": "*" })).status,
    ).toBe(200);
    for (const wrong of ['W/"confidential-4"', '"public-4"', "nonsense", '"confidential-04"']) {
      expect(
        (await write("PATCH", "/v1/lighting/lamp/two", { title: "5" }, { "if-match": wrong }))
          .status,
      ).toBe(412);
    }
  });

  it("is made by PUT only when there is none", async () => {
    const fresh = await write(
      "PUT",
      "/v1/lighting/lamp/three",
      { id: "three", title: "Three" },
      { "if-none-match": "*" },
    );
    expect(fresh.status).toBe(201);
    const taken = await write(
      "PUT",
      "/v1/lighting/lamp/three",
      { id: "three", title: "Three" },
      { "if-none-match": "*" },
    );
    expect(taken.status).toBe(412);
    const other = await write(
      "PUT",
      "/v1/lighting/lamp/four",
      { id: "five", title: "Five" },
      { "if-none-match": "*" },
    );
    expect(other.status).toBe(422);
  });

  it("is changed in part by a merge patch", async () => {
    await write("POST", "/v1/lighting/lamp", { id: "six", title: "Six", fitted: "2017-05-22" });
    const answer = await write(
      "PATCH",
      "/v1/lighting/lamp/six",
      { title: "VI", fitted: null },
      { "if-match": '"confidential-1"' },
    );
    const body = (await answer.json()) as Record<string, unknown>;
    expect(body.title).toBe("VI");
    expect(body).not.toHaveProperty("fitted");
    const wrongType = await service.fetch("/v1/lighting/lamp/six", {
      method: "PATCH",
      token,
      body: "{}",
      headers: { ...json, "if-match": "*" },
    });
    expect(wrongType.status).toBe(415);
  });

  it("is deleted with a reason, and its history stays", async () => {
    await write("POST", "/v1/lighting/lamp", { id: "seven", title: "Seven" });
    const silent = await service.fetch("/v1/lighting/lamp/seven", {
      method: "DELETE",
      token,
      headers: { "if-match": "*" },
    });
    expect(silent.status).toBe(400);
    const answer = await service.fetch("/v1/lighting/lamp/seven?reason=Taken+down", {
      method: "DELETE",
      token,
      headers: { "if-match": '"confidential-1"' },
    });
    expect(answer.status).toBe(204);
    expect((await service.fetch("/v1/lighting/lamp/seven")).status).toBe(404);
    const history = (await (await service.fetch("/v1/lighting/lamp/seven/history")).json()) as {
      items: { action: string }[];
    };
    expect(history.items.map(({ action }) => action)).toEqual(["created", "deleted"]);
  });

  it("is shown as it was", async () => {
    service.setNow("2026-01-02T00:00:00.000Z");
    await write("PATCH", "/v1/lighting/lamp/one", { title: "Uno" }, { "if-match": "*" });
    const then = await service.fetch("/v1/lighting/lamp/one?as-at=2026-01-01T12:00:00Z");
    expect(await then.json()).toMatchObject({ title: "One" });
    expect(await (await service.fetch("/v1/lighting/lamp/one")).json()).toMatchObject({
      title: "Uno",
    });
    expect((await service.fetch("/v1/lighting/lamp/one?as-at=yesterday")).status).toBe(422);
    expect((await service.fetch("/v1/lighting/lamp/one?colour=red")).status).toBe(400);
    service.setNow("2026-01-01T00:00:00.000Z");
  });

  it("is a page for a browser", async () => {
    const answer = await service.fetch("/v1/lighting/lamp/one", {
      headers: { accept: "text/html,*/*;q=0.8" },
    });
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const page = await answer.text();
    expect(page).toContain("<h1>Uno</h1>");
    expect(page).toContain('<p class="summary">Lamp one</p>');
  });
});
