import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { launchBrowser, openFrontEnd, serveSite } from "../client/front-end-page.ts";
import type { Project } from "./project.ts";

const example = join(import.meta.dirname, "..", "..", "docs", "examples", "front-end");

/**
 * What a developer of a front end does: takes the example as it lies in the repository, says where
 * the records are, installs, checks and builds it.
 *
 * @param records The address of a service.
 * @returns The folder to put on a web server.
 */
export async function buildFrontEnd(project: Project, records: string): Promise<string> {
  for (const part of ["package.json", "tsconfig.json", "src", "site/index.html", "site/style.css"])
    cpSync(join(example, part), join(project.folder, part), { recursive: true });
  const page = readFileSync(join(example, "site", "index.html"), "utf8");
  expect(page).toContain('content="http://localhost:8765"');
  project.write("site/index.html", page.replace("http://localhost:8765", records));
  await project.install();
  await project.run("npm", ["run", "build"]);
  return join(project.folder, "site");
}

/** What a visitor of that page sees, in a real browser. */
export async function visitFrontEnd(folder: string): Promise<void> {
  const site = await serveSite(folder);
  const browser = await launchBrowser();
  try {
    const { page, complaints } = await openFrontEnd(browser, site);
    expect(complaints).toEqual([]);
    await page.getByLabel("Who was paid").fill("block b");
    expect(await page.locator("#total").textContent()).toBe("£121,229.00 in 1 contract or grant");
    expect(await page.getByRole("row", { name: "Block B" }).textContent()).toContain("22 May 2017");
    expect(await page.locator("#findings li").count()).toBeGreaterThan(0);
  } finally {
    await browser.close();
    site.close();
  }
}
