import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningService, startService } from "../test/running-service.ts";

let service: RunningService;
beforeAll(async () => {
  service = await startService();
  await service.put(
    "lighting/column",
    { id: "a", title: "Column A" },
    { id: "hidden", title: "Secret column", class: "restricted" },
  );
  service.setNow("2026-01-02T00:00:00.000Z");
  await service.put("lighting/column", { id: "b", title: "Column B" });
  await service.put(
    "lighting/lamp",
    {
      id: "one",
      title: "Lamp one",
      column: "lighting/column/a",
      fitted: "2017-05-22",
      cost: { amount: "106600.00", currency: "GBP" },
    },
    { id: "two", title: "Lamp two", fitted: "2016-01-01", column: "lighting/column/hidden" },
    { id: "three", title: "Secret lamp", column: "lighting/column/a", class: "restricted" },
  );
  service.setNow("2026-01-03T00:00:00.000Z");
  await service.put("lighting/lamp", { id: "two", title: "Lamp 2" });
});
afterAll(() => service.close());

const accept = "text/html,application/xhtml+xml,*/*;q=0.8";
const read = (path: string, token?: string) =>
  service.fetch(path, { headers: { accept }, ...(token !== undefined && { token }) });
const page = async (path: string, token?: string) => (await read(path, token)).text();

describe("a report that needs input", () => {
  it("asks a reader for it, from what they may see, the newest first", async () => {
    const answer = await read("/v1/lighting/reports/survey");
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text).toContain('<form class="form" action="/v1/lighting/reports/survey" method="get">');
    const offered = [...text.matchAll(/<option value="(lighting[^"]+)"/g)].map(
      ([, value]) => value,
    );
    expect(offered).toEqual(["lighting/column/b", "lighting/column/a"]);
    expect(text).toContain('name="since" type="date"');
    expect(text).toContain('<option value="by-cost">By cost</option>');
    expect(text).not.toContain("Secret");
    const token = await service.token({ clearance: "restricted" });
    expect(await page("/v1/lighting/reports/survey", token)).toContain("Secret column (hidden)");
  });

  it("takes a form whose other fields were left empty, and tells a program what is missing", async () => {
    const query = "column=lighting/column/a&since=&order=";
    expect(await page(`/v1/lighting/reports/survey?${query}`)).toContain("Of all time.");
    const answer = await service.fetch("/v1/lighting/reports/survey");
    expect(answer.status).toBe(422);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
  });

  it("asks for that of an export too", async () => {
    expect(await page("/v1/lighting/exports/card")).toContain('name="name" type="text" required');
    expect((await service.fetch("/v1/lighting/exports/card")).status).toBe(422);
  });
});

describe("an error", () => {
  it("is a page for a browser that says what the JSON says", async () => {
    const answer = await read("/v1/lighting/lamp/nobody");
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const text = await answer.text();
    const problem = (await (await service.fetch("/v1/lighting/lamp/nobody")).json()) as {
      title: string;
      code: string;
    };
    expect(text).toContain(`<h1>${problem.title}</h1>`);
    expect(text).toContain(problem.code);
    expect(text).toContain('action="/v1/search"');
  });
});

describe("search", () => {
  it("is a page with titles, and stays JSON for a program", async () => {
    const text = await page("/v1/search?q=lamp&limit=1");
    expect(text).toMatch(/href="\/v1\/lighting\/lamp\/(one|two)"/);
    expect(text).toContain('rel="next"');
    expect(text).not.toContain("Secret");
    expect(await page("/v1/search")).toContain("<h1>Search</h1>");
    expect(await (await service.fetch("/v1/search?q=lamp")).json()).toHaveProperty("items");
    expect((await service.fetch("/v1/search")).status).toBe(400);
  });
});

describe("a record's page", () => {
  it("names what it refers to and writes for a reader", async () => {
    const text = await page("/v1/lighting/lamp/one");
    expect(text).toContain("<h1>Lamp one</h1>");
    expect(text).toContain('<a href="/v1/lighting/column/a">Column A (a)</a>');
    expect(text).toContain("£106,600.00");
    expect(text).toContain("22 May 2017");
    expect(text.indexOf("About this record")).toBeGreaterThan(text.indexOf("£106,600.00"));
  });

  it("says what refers to it, as far as one may see, and the reports about it", async () => {
    const text = await page("/v1/lighting/column/a");
    expect(text).toContain('<a href="/v1/lighting/lamp/one">Lamp one</a>');
    expect(text).not.toContain("Secret");
    expect(text).not.toContain("/v1/lighting/lamp/three");
    expect(text).toContain('href="/v1/lighting/reports/survey?column=lighting%2Fcolumn%2Fa"');
    const token = await service.token({ clearance: "restricted" });
    expect(await page("/v1/lighting/column/a", token)).toContain("Secret lamp");
  });

  it("has a history for a reader, with what changed", async () => {
    const text = await page("/v1/lighting/lamp/two/history");
    expect(text).toContain("<h1>History of Lamp two</h1>");
    expect(text).toContain("Title; Fitted");
    expect(text).toContain("/v1/lighting/lamp/two?as-at=2026-01-03T00%3A00%3A00.000Z");
  });

  it("is tagged otherwise than its JSON", async () => {
    const tag = async (path: string) => (await service.fetch(path)).headers.get("etag");
    const html = await tag("/v1/lighting/lamp/one?format=html");
    expect(html).not.toBe(await tag("/v1/lighting/lamp/one"));
    expect(html).not.toBe(await tag("/v1/lighting/lamp/two?format=html"));
  });
});

describe("a list's page", () => {
  it("shows the titles of what is referred to, dates and money", async () => {
    const text = await page("/v1/lighting/lamp");
    expect(text).toContain('<a href="/v1/lighting/column/a">Column A (a)</a>');
    expect(text).toContain("22 May 2017");
    expect(text).toContain("£106,600.00");
    expect(text).not.toContain("Secret");
  });
});

describe("the first page", () => {
  it("counts for whom it is, and keeps nothing that was changed since", async () => {
    const count = async (token?: string) =>
      /<a href="\/v1\/lighting\/lamp">Lamp<\/a>.*?<div>([0-9]+)<\/div>/.exec(
        await page("/", token),
      )?.[1];
    expect(await count()).toBe("2");
    expect(await count(await service.token({ clearance: "restricted" }))).toBe("3");
    expect(await count()).toBe("2");
    await service.put("lighting/lamp", { id: "four", title: "Lamp four" });
    expect(await count()).toBe("3");
  });

  it("leads to the reports by plain titles and carries no data in its links", async () => {
    const text = await page("/");
    expect(text).toContain('<a href="/v1/lighting/reports/survey">Survey</a>');
    expect(text).toContain('<a href="/v1">For developers</a>');
    expect(text).not.toContain("data:text/csv");
    expect(text).not.toContain("Secret");
  });
});
