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
    "/v1/checks",
    "/v1/search",
    "/v1/search?q=lamp",
    "/v1/lighting/reports/lamp-card",
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
    await page.getByRole("link", { name: "lamp", exact: true }).click();
    expect(new URL(page.url()).pathname).toBe("/v1/lighting/lamp");
    await page.getByRole("link", { name: "Next page" }).click();
    expect(await page.getByRole("row").count()).toBe(11);
    await page.getByRole("link", { name: "lamp.55" }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Lamp 55");
    await page.close();
  });

  it("search, and ask for what a report needs, by forms alone", async () => {
    const page = await browser.newPage();
    await page.goto(service.url);
    await page.getByLabel("Search").fill("Lamp 7");
    await page.getByRole("button", { name: "Search" }).click();
    expect(new URL(page.url()).search).toBe("?q=Lamp+7");
    expect(await page.getByLabel("Search").inputValue()).toBe("Lamp 7");
    await page.getByRole("link", { name: "lighting/lamp/lamp.07" }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Lamp 7");
    await page.goto(`${service.url}/v1/lighting/reports/lamp-card`);
    const lamps = page.getByLabel("Lamp");
    expect(await lamps.locator("option").nth(1).textContent()).toBe("Lamp 59 (lamp.59)");
    await lamps.selectOption("lighting/lamp/lamp.07");
    await page.getByLabel("Column (optional)").selectOption("a");
    await page.getByLabel("Since (optional)").fill("2026-01-02");
    await page.getByRole("button", { name: "Show" }).click();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(
      "Card of lighting/lamp/lamp.07",
    );
    await page.close();
  });

  it("say what is wrong in words, and lead back", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const answer = await page.goto(`${service.url}/v1/lighting/lamp/nowhere`);
    expect(answer?.status()).toBe(404);
    expect(answer?.headers()["content-type"]).toContain("text/html");
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(
      "There is no such record",
    );
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
    await page.getByRole("link", { name: "All records and reports" }).click();
    expect(new URL(page.url()).pathname).toBe("/");
    await context.close();
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
