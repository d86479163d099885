import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningService, startService } from "../test/running-service.ts";

const path = "/v1/lighting/reports/lamp-card";
const page = { headers: { accept: "text/html,*/*;q=0.8" } };
let service: RunningService;

beforeAll(async () => {
  service = await startService();
  await service.put("lighting/lamp", { id: "open", title: "Open <b>lamp</b>" });
  await service.put("lighting/lamp", { id: "shut", title: "Shut", class: "restricted" });
});
afterAll(() => service.close());

describe("a report that needs something", () => {
  it("asks a reader for it, with what the reader may see to choose from", async () => {
    const answer = await service.fetch(path, page);
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text).toContain(
      '<option value="lighting/lamp/open">Open &lt;b&gt;lamp&lt;/b&gt; (open)',
    );
    expect(text).not.toContain("shut");
    expect(text).toMatch(/<input id="field_since" name="since" type="date"/);
    expect(text).toMatch(/<option value="dark">dark/);
    const token = await service.token({ clearance: "restricted" });
    expect(await (await service.fetch(path, { ...page, token })).text()).toContain("Shut (shut)");
  });

  it("tells a program what is missing", async () => {
    const answer = await service.fetch(path);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: "core/bad-input" });
  });

  it("takes what a form leaves empty as not given, and says what is wrong with the rest", async () => {
    const filled = await service.fetch(
      `${path}?lamp=lighting/lamp/open&column=&since=&state=`,
      page,
    );
    expect(await filled.text()).toContain("Card of lighting/lamp/open");
    const wrong = await service.fetch(`${path}?lamp=nonsense`, page);
    expect(wrong.status).toBe(422);
    expect(wrong.headers.get("content-type")).toContain("text/html");
    expect(await wrong.text()).toContain("must be a reference of the form lighting/lamp/id");
  });
});

describe("search", () => {
  it("is a page for a reader and JSON for a program", async () => {
    const found = await service.fetch("/v1/search?q=open", page);
    const text = await found.text();
    expect(text).toContain("lighting/lamp/open");
    expect(text).toContain('value="open"');
    expect((await service.fetch("/v1/search", page)).status).toBe(200);
    expect((await service.fetch("/v1/search")).status).toBe(400);
    expect(await (await service.fetch("/v1/search?q=open")).json()).toHaveProperty("items");
  });
});
