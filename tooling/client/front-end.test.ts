import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ExampleService, exampleService } from "./example-service.ts";
import { launchBrowser, noBrowser, openFrontEnd, type Site, serveSite } from "./front-end-page.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const example = join(root, "docs", "examples", "front-end");
const client = join(root, "packages", "client", "src", "index.ts");
const folder = mkdtempSync(join(tmpdir(), "moothall-front-end-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
if (noBrowser !== undefined) console.log(`skipped: the front end in a browser: ${noBrowser}`);

it("the front end is typed by the client", () => {
  const settings = join(folder, "tsconfig.json");
  writeFileSync(
    settings,
    JSON.stringify({
      extends: join(example, "tsconfig.json"),
      compilerOptions: { paths: { "@moothall/client": [client] } },
      include: [join(example, "src")],
    }),
  );
  const compiler = join(root, "node_modules", "typescript", "lib", "tsc.js");
  const ran = spawnSync(process.execPath, [compiler, "--project", settings]);
  expect(String(ran.stdout)).toBe("");
  expect(ran.status).toBe(0);
});

describe.skipIf(noBrowser !== undefined)("the front end in a browser", () => {
  let service: ExampleService;
  let site: Site;
  let browser: Browser;
  let records: string;

  beforeAll(async () => {
    const place = join(folder, "site");
    const program = join(place, "main.js");
    cpSync(join(example, "site"), place, { recursive: true });
    await build({
      entryPoints: [join(example, "src", "main.ts")],
      outfile: program,
      bundle: true,
      minify: true,
      format: "esm",
      target: "es2023",
      alias: { "@moothall/client": client },
    });
    // What a page pays for the client: it brings nothing else along.
    expect(readFileSync(program).byteLength).toBeLessThan(20_000);
    service = await exampleService();
    records = service.url;
    site = await serveSite(place, (text) => text.replace("http://localhost:8765", records));
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
    await service?.close();
  });

  it("shows what was paid, to whom, and the paper that says so", async () => {
    const { page, complaints } = await openFrontEnd(browser, site);
    expect(complaints).toEqual([]);
    const first = page.getByRole("row").nth(1);
    const block = page.getByRole("row", { name: "Block B" });
    expect(await block.textContent()).toContain("£121,229.00");
    expect(await block.textContent()).toContain("22 May 2017");
    expect(await first.textContent()).toMatch(/£[\d,]+\.\d\d/);
    expect(await page.locator("#findings li").count()).toBeGreaterThan(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    await page.context().close();
  });

  it("adds up what is looked for, exactly", async () => {
    const { page } = await openFrontEnd(browser, site);
    await page.getByLabel("Who was paid").fill("block b");
    expect(await page.locator("#total").textContent()).toBe("£121,229.00 in 1 contract or grant");
    expect(await page.locator("#payments tr").count()).toBe(1);
    await page.getByLabel("Who was paid").fill("nobody at all");
    expect(await page.locator("#total").textContent()).toBe("Nothing was found.");
    await page.context().close();
  });

  it("says so when the records cannot be reached", async () => {
    records = "http://127.0.0.1:9";
    const { page } = await openFrontEnd(browser, site);
    expect(await page.locator("#total").textContent()).toContain("cannot be reached");
    records = service.url;
    await page.context().close();
  });
});
