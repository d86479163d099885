import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planted } from "../test/lighting-plugin.ts";
import { type RunningService, startService } from "../test/running-service.ts";

let service: RunningService;
const hiddenId = "zephyr-hidden";

beforeAll(async () => {
  service = await startService();
  await service.put("lighting/column", {
    id: "hidden-column",
    title: planted.restricted,
    class: "restricted",
  });
  await service.put(
    "lighting/lamp",
    {
      id: "open",
      title: "Open",
      engineerNote: planted.restricted,
      column: "lighting/column/hidden-column",
      faults: [{ what: "dark", reporter: planted.confidential }],
    },
    { id: "half", title: `Half ${planted.restricted}`, class: "restricted" },
    {
      id: hiddenId,
      title: planted.confidential,
      class: "confidential",
      fitted: "2011-11-11",
      isLit: false,
    },
  );
  // Once public in part, then withheld: the past must be as silent as the present.
  service.setNow("2026-01-02T00:00:00.000Z");
  await service.put("lighting/lamp", {
    id: "withdrawn",
    title: `Withdrawn ${planted.confidential}`,
  });
  service.setNow("2026-01-03T00:00:00.000Z");
  await service.put("lighting/lamp", {
    id: "withdrawn",
    title: `Withdrawn ${planted.confidential}`,
    class: "confidential",
  });
});
afterAll(() => service.close());

const json = { "content-type": "application/json" };
const addresses = [
  "/",
  "/?format=html",
  "/openapi.json",
  "/health",
  "/v1/checks",
  "/v1/checks?format=html",
  "/v1/trace?record=lighting/lamp/open",
  "/v1/trace?record=lighting/lamp/half",
  "/v1/trace?record=lighting/column/hidden-column",
  "/v1",
  "/v1?format=html",
  "/v1/lighting/reports/survey?format=html",
  "/v1/lighting/lamp/open/history?format=html",
  "/v1/lighting/lamp/half?format=html",
  "/v1/lighting/column?format=html",
  "/v1/lighting/column/hidden-column?format=html",
  "/v1/search?q=lamp&format=html",
  "/v1/search?q=open&format=html",
  "/v1/search?q=zephyrine",
  "/v1/search?q=quagmire",
  "/v1/search?q=confidential",
  "/v1/lighting/lamp",
  "/v1/lighting/lamp?limit=1000&order=title",
  "/v1/lighting/lamp?format=csv",
  "/v1/lighting/lamp?format=html",
  "/v1/lighting/lamp?fitted=2011-11-11",
  "/v1/lighting/lamp?as-at=2026-01-02T12:00:00Z",
  "/v1/lighting/lamp?as-at=2026-01-02T12:00:00Z&format=csv",
  "/v1/lighting/lamp/open",
  "/v1/lighting/lamp/open?format=html",
  "/v1/lighting/lamp/open/history",
  "/v1/lighting/lamp/half",
  "/v1/lighting/lamp/half/history",
  `/v1/lighting/lamp/${hiddenId}`,
  `/v1/lighting/lamp/${hiddenId}/history`,
  `/v1/lighting/lamp/${hiddenId}?as-at=2026-01-01T12:00:00Z`,
  "/v1/lighting/lamp/withdrawn",
  "/v1/lighting/lamp/withdrawn?as-at=2026-01-02T12:00:00Z",
  "/v1/lighting/lamp/withdrawn/history",
  "/v1/lighting/column",
  "/v1/lighting/column/hidden-column",
  "/v1/lighting/assess",
  "/v1/lighting/fall-over",
  "/v1/lighting/lie",
  "/v1/lighting/reports/costs",
  "/v1/lighting/reports/costs?format=html",
  "/v1/lighting/reports/costs?format=markdown",
  "/v1/lighting/reports/costs?table=costs",
  "/v1/lighting/reports/hidden-costs",
  "/v1/lighting/exports/titles",
  "/v1/lighting/hidden-count",
  "/lux",
];

const whole = async (answer: Response): Promise<string> =>
  `${answer.status} ${JSON.stringify([...answer.headers])} ${await answer.text()}`;

describe("what is withheld", () => {
  it.each(addresses)("does not reach the public at %s", async (path) => {
    const text = await whole(await service.fetch(path));
    expect(text).not.toContain(planted.confidential);
    expect(text).not.toContain(planted.restricted);
    expect(text).not.toContain('hidden-column"');
    if (!path.includes(hiddenId)) expect(text).not.toContain(hiddenId);
  });

  it.each(addresses)("above one's clearance does not reach its holder at %s", async (path) => {
    const token = await service.token({ clearance: "restricted", permissions: [] });
    expect(await whole(await service.fetch(path, { token }))).not.toContain(planted.confidential);
  });

  it("does not reach the log", () => {
    expect(service.log.length).toBeGreaterThan(0);
    for (const words of Object.values(planted))
      expect(JSON.stringify(service.log)).not.toContain(words);
  });

  it("reaches those who may see it", async () => {
    const token = await service.token({ permissions: [] });
    expect(await whole(await service.fetch("/v1/lighting/lamp/open", { token }))).toContain(
      planted.confidential,
    );
    expect(await whole(await service.fetch("/v1/lighting/assess", { token }))).toContain(
      planted.restricted,
    );
    expect(await whole(await service.fetch("/openapi.json", { token }))).toContain("hidden-count");
  });

  it("cannot be told from what is not there", async () => {
    const ask = async (id: string, init?: RequestInit & { token?: string }) =>
      (await whole(await service.fetch(`/v1/lighting/lamp/${id}`, init)))
        .replaceAll(id, "ID")
        .replace(/"date","[^"]+"/, "");
    expect(await ask(hiddenId)).toBe(await ask("zephyr-absent"));
    const token = await service.token({ clearance: "public", permissions: ["lighting:write"] });
    for (const method of ["PUT", "DELETE"]) {
      for (const match of ["*", '"public-1"', "x"]) {
        const init = {
          method,
          token,
          headers: { ...json, "if-match": match },
          ...(method === "PUT" && { body: JSON.stringify({ id: hiddenId, title: "x" }) }),
        };
        expect(
          (
            await service.fetch(
              `/v1/lighting/lamp/${hiddenId}?${method === "DELETE" ? "reason=x" : ""}`,
              init,
            )
          ).status,
        ).toBe(404);
      }
    }
  });

  it("does not move an ETag or a date that the public sees", async () => {
    const before = await service.fetch("/v1/lighting/lamp/open");
    const list = await service.fetch("/v1/lighting/lamp");
    service.setNow("2026-01-04T00:00:00.000Z");
    await service.put("lighting/lamp", {
      id: "open",
      title: "Open",
      engineerNote: "another",
      column: "lighting/column/hidden-column",
      faults: [{ what: "dark", reporter: "another" }],
    });
    const after = await service.fetch("/v1/lighting/lamp/open");
    for (const name of ["etag", "last-modified"])
      expect(after.headers.get(name)).toBe(before.headers.get(name));
    expect((await service.fetch("/v1/lighting/lamp")).headers.get("etag")).toBe(
      list.headers.get("etag"),
    );
  });

  it("stays when someone who cannot see it replaces the record", async () => {
    const token = await service.token({ clearance: "public", permissions: ["lighting:write"] });
    const seen = await service.fetch("/v1/lighting/lamp/open", { token });
    const { record: _, ...fields } = (await seen.json()) as Record<string, unknown>;
    const answer = await service.fetch("/v1/lighting/lamp/open", {
      method: "PUT",
      token,
      headers: { ...json, "if-match": seen.headers.get("etag") ?? "" },
      body: JSON.stringify({ ...fields, title: "Opened" }),
    });
    expect(answer.status).toBe(200);
    const full = await service.fetch("/v1/lighting/lamp/open", { token: await service.token() });
    expect(await full.json()).toMatchObject({
      title: "Opened",
      engineerNote: "another",
      faults: [{ reporter: "another" }],
    });
  });
});
