import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Project } from "./project.ts";
import { runIn } from "./run.ts";
import { serving } from "./serving.ts";

const plugin = "noise-complaints";
/** The package of the plugin, as its author publishes it and a council installs it. */
export const outsidePlugin = `moothall-${plugin}`;

const blockOf = (page: string, language: string): string => {
  const block = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(page)?.[1];
  if (block === undefined) throw new Error(`The page of the plugin has no example in ${language}.`);
  return block;
};

/**
 * What an author does: follows the page on writing plugins and then that of the new plugin, word by
 * word, and publishes it.
 */
export async function writeOutsidePlugin(author: Project): Promise<void> {
  const guide = readFileSync(new URL("../../docs/writing-a-plugin.md", import.meta.url), "utf8");
  const begun = await author.run("sh", ["-eu", "-c", blockOf(guide, "sh")]);
  expect(begun.stdout).toMatch(/ Tests +\d+ passed \(/);
  expect(begun.stdout).toContain("days-open");
  const folder = join(author.folder, plugin);
  const run = runIn(folder, author.environment);
  const page = readFileSync(join(folder, "README.md"), "utf8");
  const { stdout } = await run("sh", ["-eu", "-c", blockOf(page, "sh")]);
  expect(stdout).toContain("c-1 High Street\n");
  const packed = JSON.parse((await run("npm", ["pack", "--json", "--dry-run"])).stdout);
  const paths = (packed as { files: { path: string }[] }[])[0]?.files.map(({ path }) => path);
  expect(paths?.sort()).toEqual([
    "README.md",
    "dist/index.d.ts",
    "dist/index.js",
    "dist/plugin.d.ts",
    "dist/plugin.js",
    "package.json",
  ]);
  await run("npm", ["publish", "--loglevel=error"]);
}

/**
 * What a council does: installs the published plugin beside the command, and uses all of it.
 *
 * @param developer Who builds a page on the council's service.
 */
export async function useOutsidePlugin(council: Project, developer: Project): Promise<void> {
  await council.install("moothall", outsidePlugin);
  const page = readFileSync(
    join(council.folder, "node_modules", outsidePlugin, "README.md"),
    "utf8",
  );
  council.write("moothall.config.json", blockOf(page, "json"));
  const moothall = async (...args: readonly string[]) =>
    (await council.run("npx", ["moothall", ...args])).stdout;

  expect(await moothall("--help")).toMatch(/^ {2}noise-complaints +Noise complaints, from/m);
  expect(await moothall(plugin, "--help")).toContain("days-open");
  const days = ["days-open", "--opened", "2020-02-03", "--closed"];
  expect(JSON.parse(await moothall(plugin, ...days, "2020-03-02", "--json"))).toEqual({ days: 28 });
  const refused = await council.try("npx", ["moothall", plugin, ...days, "2020-01-01"]);
  expect(refused).toMatchObject({ code: 65, stdout: "" });
  expect(refused.stderr).toContain("noise-complaints/closed-too-early");
  for (const each of [
    { id: "c-1", place: "High Street", opened: "2020-02-03", reporter: "A neighbour" },
    { id: "c-2", place: "Mill Lane", opened: "2020-01-06", closed: "2020-01-08" },
  ]) {
    council.write("case.json", JSON.stringify(each));
    await moothall(plugin, "case", "create", "--file", "case.json", "--as", "confidential");
  }
  expect(await moothall("check", "--format", "markdown")).toContain(
    "has been open since 2020-02-03; 28 days are allowed.",
  );
  expect(await moothall("report", plugin, "cases", "--format", "markdown")).toMatch(
    /Mill Lane \| 2020-01-06 .*\n.*High Street \| 2020-02-03/,
  );
  const lines = "c-2 Mill Lane\nc-1 High Street\n";
  expect(await moothall("export", plugin, "lines")).toBe(lines);

  const service = await serving(council);
  try {
    const get = async (path: string) => {
      const answer = await fetch(`${service.url}${path}`, {
        headers: { Accept: "application/json" },
      });
      expect(answer.status, path).toBe(200);
      return answer;
    };
    const { paths } = (await (await get("/openapi.json")).json()) as { paths: object };
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(
        ["case", "case/{id}", "days-open", "reports/cases", "exports/lines"].map(
          (each) => `/v1/${plugin}/${each}`,
        ),
      ),
    );
    const { record, ...fields } = (await (await get(`/v1/${plugin}/case/c-1`)).json()) as {
      record: object;
    };
    expect(record).toMatchObject({ version: 1 });
    // Who told the council is seen by nobody outside.
    expect(fields).toEqual({ id: "c-1", place: "High Street", opened: "2020-02-03" });
    const counted = await fetch(`${service.url}/v1/${plugin}/days-open`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ opened: "2020-02-03", closed: "2020-03-02" }),
    });
    expect(await counted.json()).toEqual({ days: 28 });
    const { findings } = (await (await get(`/v1/checks?plugin=${plugin}`)).json()) as {
      findings: { rule: string; about: string }[];
    };
    expect(findings.map(({ rule, about }) => [rule, about])).toEqual([
      ["noise-complaints/overdue", "noise-complaints/case/c-1"],
    ]);
    expect(await (await get(`/v1/${plugin}/reports/cases?format=markdown`)).text()).toContain(
      "Mill Lane",
    );
    expect(await (await get(`/v1/${plugin}/exports/lines`)).text()).toBe(lines);
    await typeFrontEnd(developer, service.url);
  } finally {
    await service.end("SIGTERM");
  }
}

/** What a developer of a front end does: has the types of that service written, and uses them. */
async function typeFrontEnd(developer: Project, service: string): Promise<void> {
  await developer.install("@moothall/client");
  await developer.run("npx", ["@moothall/client", service, "--output", "service-api.ts"]);
  await developer.typecheck("bundler", "with-libraries", {
    "page.ts": `import { createClient } from "@moothall/client";
import type { ServiceApi } from "./service-api";

const council = createClient<ServiceApi>({ url: "${service}" });
const { value } = await council.get("noise-complaints/case", "c-1");
export const opened: string = value.opened;
export const { days }: { days: number } = await council.run("noise-complaints/days-open", {
  opened: "2020-02-03",
  closed: "2020-03-02",
});
// @ts-expect-error Such a field has no case.
export const { street } = value;
`,
  });
}
