import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningService, startService } from "../test/running-service.ts";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const isThere = existsSync(executablePath);
if (!isThere)
  console.log(
    `skipped: pages in a browser: there is no Chromium at ${executablePath} (set CHROMIUM to where it is)`,
  );

describe.skipIf(!isThere)("pages in a browser", () => {
  let service: RunningService;
  let browser: Browser;

  beforeAll(async () => {
    service = await startService();
    await service.put("lighting/column", { id: "a", title: "Column A" });
    const lamps = Array.from({ length: 60 }, (_, index) => ({
      id: `lamp.${String(index).padStart(2, "0")}`,
      title: `Lamp ${index}`,
      column: "lighting/column/a",
      isLit: index !== 3,
      cost: { amount: `${index + 1}.00`, currency: "GBP" },
    }));
    await service.put("lighting/lamp", ...lamps);
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser?.close();
    await service?.close();
  });

  it.each([
    "/",
    "/v1/lighting/reports/costs",
    "/v1/lighting/lamp",
    "/v1/lighting/lamp/lamp.00",
    "/v1/lighting/column/a",
    "/v1/lighting/lamp/lamp.00/history",
    "/v1/lighting/reports/survey",
    "/v1/search",
    "/v1/search?q=lamp",
    "/v1",
    "/v1/checks",
    "/errors/core/stale",
  ])("%s can be read by everyone and loads under its own policy", async (path) => {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      const answer = await page.goto(`${service.url}${path}`);
      expect(answer?.status()).toBe(200);
      expect(answer?.headers()["content-type"]).toContain("text/html");
      // The stylesheet is let in by its hash: without it the frame has no greatest width.
      const width = await page.evaluate(
        'getComputedStyle(document.querySelector(".frame")).maxWidth',
      );
      expect(width).not.toBe("none");
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
    }
  });

  it("lead from the front page to a record, and from page to page", async () => {
    const page = await browser.newPage();
    await page.goto(service.url);
    await page.getByRole("link", { name: "Lamp", exact: true }).click();
    expect(new URL(page.url()).pathname).toBe("/v1/lighting/lamp");
    await page.getByRole("link", { name: "Next page" }).click();
    expect(await page.getByRole("row").count()).toBe(11);
    await page.getByRole("link", { name: "lamp.55" }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Lamp 55");
    await page.close();
  });

  it("ask for what a report needs, and show every cell on a phone", async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(`${service.url}/v1/lighting/reports/survey`);
    await page.getByLabel("Column").selectOption({ label: "Column A (a)" });
    await page.getByRole("button", { name: "Show" }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(
      "Survey of lighting/column/a",
    );
    await page.getByRole("searchbox").fill("Lamp 42");
    await page.getByRole("button", { name: "Search" }).click();
    expect(await page.getByRole("link", { name: "Lamp 42" }).count()).toBe(1);
    await page.goto(`${service.url}/v1/lighting/lamp`);
    const [wide, cutOff] = (await page.evaluate(
      "[document.documentElement.scrollWidth, [...document.querySelectorAll('td, tbody th')].filter((cell) => cell.getBoundingClientRect().right > innerWidth).length]",
    )) as [number, number];
    expect(wide).toBeLessThanOrEqual(390);
    expect(cutOff).toBe(0);
    await page.close();
  });

  it("of another origin read what is public, and cannot send a token", async () => {
    const other = createServer((_, answer) =>
      answer.setHeader("content-type", "text/html").end("<!doctype html><title>Other</title>"),
    );
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}`);
    const read = (init: string) =>
      page.evaluate(
        `fetch(${JSON.stringify(`${service.url}/v1/lighting/lamp/lamp.00`)}, ${init}).then((answer) => answer.headers.get("etag"), () => "refused")`,
      );
    expect(await read("{}")).toBe('"public-1"');
    expect(await read('{ headers: { authorization: "Bearer x" } }')).toBe("refused");
    expect(await read('{ method: "DELETE" }')).toBe("refused");
    await page.close();
    other.close();
  });
});
