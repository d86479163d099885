import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningService, startService } from "../test/running-service.ts";

interface Page {
  readonly items: { readonly id: string }[];
  readonly next: string | null;
}

let service: RunningService;
const lampId = (index: number) => `lamp.${String(index).padStart(4, "0")}`;

beforeAll(async () => {
  service = await startService();
  await service.put("lighting/column", { id: "a", title: "A" });
  const lamps = Array.from({ length: 250 }, (_, index) => ({
    id: lampId(index * 2),
    title: `Lamp ${index}`,
    fitted: `20${String(10 + (index % 10)).padStart(2, "0")}-01-01`,
    isLit: index % 3 !== 0,
    cost: { amount: `${index}.50`, currency: "GBP" },
    ...(index % 5 === 0 && { column: "lighting/column/a" }),
  }));
  await service.put("lighting/lamp", ...lamps);
});
afterAll(() => service.close());

const page = async (query: string): Promise<Page> =>
  (await (await service.fetch(`/v1/lighting/lamp${query}`)).json()) as Page;

describe("a list", () => {
  it("shows an amount with its currency in one column", async () => {
    const answer = await service.fetch("/v1/lighting/lamp?format=html&limit=1");
    expect(await answer.text()).toContain('<th scope="col" class="number">Cost</th>');
  });

  it("has 50 of the records, as they are read one by one", async () => {
    const first = await page("");
    expect(first.items).toHaveLength(50);
    const one = await (await service.fetch(`/v1/lighting/lamp/${first.items[3]?.id}`)).json();
    expect(first.items[3]).toEqual(one);
  });

  it("pages to the end while records are added, each once, by its links", async () => {
    const seen: string[] = [];
    let path: string | undefined = "/v1/lighting/lamp?limit=40&order=title";
    let added = 0;
    while (path !== undefined) {
      const answer = await service.fetch(path);
      const { items, next } = (await answer.json()) as Page;
      seen.push(...items.map(({ id }) => id));
      path = /^<([^>]+)>; rel="next"$/.exec(answer.headers.get("link") ?? "")?.[1];
      expect(path === undefined).toBe(next === null);
      // One before the page that was read and one after it.
      await service.put(
        "lighting/lamp",
        { id: `early.${added}`, title: `AA ${added}` },
        { id: `late.${added}`, title: `ZZ ${added}` },
      );
      added += 1;
    }
    expect(new Set(seen).size).toBe(seen.length);
    for (let index = 0; index < 250; index += 1) expect(seen).toContain(lampId(index * 2));
    expect(seen.some((id) => id.startsWith("early."))).toBe(false);
    expect(seen.some((id) => id.startsWith("late."))).toBe(true);
  });

  it.each([
    ["?lit=false&limit=1000", 84],
    ["?fitted=2010-01-01&fitted=2011-01-01&limit=1000", 50],
    ["?fitted-from=2018-01-01&fitted-to=2018-12-31&limit=1000", 25],
    ["?cost-from=240&limit=1000", 10],
    ["?column=lighting/column/a&limit=1000", 50],
    ["?title=Lamp%207", 1],
    ["?title=No%20such", 0],
  ])("filters by %s", async (query, count) => {
    expect((await page(query)).items).toHaveLength(count);
  });

  it("orders by a field, either way", async () => {
    const [first] = (await page("?order=-cost&limit=1")).items;
    expect(first?.id).toBe(lampId(498));
  });

  it("refuses words that it does not know, and wrong values", async () => {
    for (const query of [
      "?colour=red",
      "?limit=0",
      "?limit=1001",
      "?limit=x",
      "?__proto__=x",
      "?toString=x",
    ]) {
      const answer = await service.fetch(`/v1/lighting/lamp${query}`);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ code: "core/usage" });
    }
    for (const query of ["?order=colour", "?cursor=x", "?fitted=soon", "?cost=dear"]) {
      expect((await service.fetch(`/v1/lighting/lamp${query}`)).status).toBe(422);
    }
  });

  it("is not sent again while nothing in it changed, and anew as soon as something does", async () => {
    const first = await service.fetch("/v1/lighting/lamp?title=Lamp%207");
    const tag = first.headers.get("etag") ?? "";
    const ask = () =>
      service.fetch("/v1/lighting/lamp?title=Lamp%207", { headers: { "if-none-match": tag } });
    expect((await ask()).status).toBe(304);
    await service.put("lighting/lamp", { id: lampId(14), title: "Lamp 7", isLit: true });
    const changed = await ask();
    expect(changed.status).toBe(200);
    expect(((await changed.json()) as Page).items[0]).toMatchObject({
      isLit: true,
      record: { version: 2 },
    });
  });

  it("is whole as CSV, a page of it when asked for", async () => {
    const whole = await service.fetch("/v1/lighting/lamp", { headers: { accept: "text/csv" } });
    expect(whole.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(whole.headers.get("content-disposition")).toBe(
      'attachment; filename="lighting-lamp.csv"',
    );
    const lines = (await whole.text()).trim().split("\n");
    const all = await page("?limit=1000");
    expect(lines).toHaveLength(all.items.length + 1);
    expect(lines[0]).toContain("id,title");
    const part = await service.fetch("/v1/lighting/lamp?format=csv&limit=3");
    expect((await part.text()).trim().split("\n")).toHaveLength(4);
    expect(part.headers.get("link")).toContain('rel="next"');
  });

  it("does not let a spreadsheet run a title", async () => {
    await service.put("lighting/lamp", { id: "formula", title: "=1+1" });
    const answer = await service.fetch("/v1/lighting/lamp?format=csv&title=%3D1%2B1");
    expect(await answer.text()).toContain("'=1+1");
  });

  it("is a table for a browser, with links to records and what they refer to", async () => {
    const answer = await service.fetch("/v1/lighting/lamp?title=Lamp%200", {
      headers: { accept: "text/html" },
    });
    const text = await answer.text();
    expect(text).toContain(`<a href="/v1/lighting/lamp/${lampId(0)}">`);
    expect(text).toContain('<a href="/v1/lighting/column/a">');
  });

  it("is refused in a format that it does not have", async () => {
    const answer = await service.fetch("/v1/lighting/lamp", { headers: { accept: "image/png" } });
    expect(answer.status).toBe(406);
    expect(await answer.json()).toMatchObject({ code: "http/not-acceptable" });
    expect((await service.fetch("/v1/lighting/lamp?format=xml")).status).toBe(400);
  });

  it("shows what there was", async () => {
    service.setNow("2026-01-02T00:00:00.000Z");
    await service.put("lighting/lamp", { id: "new", title: "New" });
    expect((await page("?title=New")).items).toHaveLength(1);
    expect((await page("?title=New&as-at=2026-01-01T12:00:00Z")).items).toHaveLength(0);
    service.setNow("2026-01-01T00:00:00.000Z");
  });
});
