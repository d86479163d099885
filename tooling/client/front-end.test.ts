import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import AxeBuilder from "@axe-core/playwright";
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ExampleService, exampleService } from "./example-service.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const example = join(root, "docs", "examples", "front-end");
const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const isThere = existsSync(executablePath);
if (!isThere)
  console.log(
    `skipped: the front end in a browser: there is no Chromium at ${executablePath} (set CHROMIUM to where it is)`,
  );

const types = { html: "text/html", css: "text/css", js: "text/javascript" } as const;

/** Another origin than that of the records, which serves the page. */
async function serveSite(program: string, records: () => string): Promise<Server> {
  const server = createServer(({ url = "/" }, response) => {
    const name = url === "/" ? "index.html" : url.slice(1);
    const file = name === "main.js" ? program : join(example, "site", name);
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const text = readFileSync(file, "utf8").replace("http://localhost:8765", records());
    response.setHeader("Content-Type", types[name.split(".").at(-1) as keyof typeof types]);
    response.end(text);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return server;
}

it("the front end is typed by the client", () => {
  const compiler = join(root, "node_modules", "typescript", "lib", "tsc.js");
  const ran = spawnSync(process.execPath, [compiler, "--project", example]);
  expect(String(ran.stdout)).toBe("");
  expect(ran.status).toBe(0);
});

describe.skipIf(!isThere)("the front end in a browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "moothall-front-end-"));
  let service: ExampleService;
  let site: Server;
  let browser: Browser;
  let records: string;

  beforeAll(async () => {
    const program = join(folder, "main.js");
    await build({
      entryPoints: [join(example, "src", "main.ts")],
      outfile: program,
      bundle: true,
      minify: true,
      format: "esm",
      target: "es2023",
      alias: { "@moothall/client": join(root, "packages", "client", "src", "index.ts") },
    });
    // What a page pays for the client: it brings nothing else along.
    expect(readFileSync(program).byteLength).toBeLessThan(20_000);
    service = await exampleService();
    records = service.url;
    site = await serveSite(program, () => records);
    browser = await chromium.launch({
      executablePath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    });
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
    await service?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** The page, opened and done with reading. */
  async function open(): Promise<{ page: Page; complaints: string[] }> {
    const page = await (await browser.newContext()).newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    await page.locator("#total:not(:text('Reading the records'))").waitFor();
    return { page, complaints };
  }

  it("shows what was paid, to whom, and the paper that says so", async () => {
    const { page, complaints } = await open();
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
    const { page } = await open();
    await page.getByLabel("Who was paid").fill("block b");
    expect(await page.locator("#total").textContent()).toBe("£121,229.00 in 1 payment");
    expect(await page.locator("#payments tr").count()).toBe(1);
    await page.getByLabel("Who was paid").fill("nobody at all");
    expect(await page.locator("#total").textContent()).toBe("Nothing was found.");
    await page.context().close();
  });

  it("says so when the records cannot be reached", async () => {
    records = "http://127.0.0.1:9";
    const { page } = await open();
    expect(await page.locator("#total").textContent()).toContain("cannot be reached");
    records = service.url;
    await page.context().close();
  });
});
