import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Why no browser can be driven here; undefined where one can. */
export const noBrowser: string | undefined = existsSync(executablePath)
  ? undefined
  : `there is no Chromium at ${executablePath} (set CHROMIUM to where it is)`;

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
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

export interface Site {
  readonly url: string;
  readonly close: () => void;
}

const types = { html: "text/html", css: "text/css", js: "text/javascript" } as const;

/**
 * Serves a folder of files from an origin of its own, as any web server does.
 *
 * @param change What becomes of the text of a page before it is sent.
 */
export async function serveSite(
  folder: string,
  change: (text: string) => string = (text) => text,
): Promise<Site> {
  const server = createServer(({ url = "/" }, response) => {
    const name = url === "/" ? "index.html" : url.slice(1);
    const file = join(folder, name);
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader("Content-Type", types[name.split(".").at(-1) as keyof typeof types]);
    response.end(change(readFileSync(file, "utf8")));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => server.close(),
  };
}

/** The page of the example, opened and done with reading, with what the browser complained of. */
export async function openFrontEnd(
  browser: Browser,
  { url }: Site,
): Promise<{ page: Page; complaints: readonly string[] }> {
  const page = await (await browser.newContext()).newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(url);
  await page.locator("#total:not(:text('Reading the records'))").waitFor();
  return { page, complaints };
}
