import { afterAll, beforeAll, expect, it } from "vitest";
import type { Finding } from "../../packages/core/src/index.ts";
import { example } from "../../packages/example-derbyshire/src/index.ts";
import {
  createHost,
  type Host,
  loadPlugin,
  localCaller,
  runChecks,
} from "../../packages/host/src/index.ts";
import { openSqlite } from "../../packages/records-sqlite/src/index.ts";
import builtIn from "../built-in/plugins.json" with { type: "json" };

/** The day on which the findings of the page were made: some speak of what is overdue by then. */
const today = "2026-11-22";

let host: Host;
beforeAll(async () => {
  const plugins = await Promise.all(
    builtIn.map(({ name }) =>
      loadPlugin(
        { from: name, settings: {} },
        [
          {
            name,
            summary: "",
            from: name,
            load: () => import(`../../packages/${name}/src/plugin.ts`),
          },
        ],
        undefined,
      ),
    ),
  );
  for (const plugin of plugins) if ("error" in plugin) throw plugin.error;
  host = createHost({
    plugins,
    openStore: () => openSqlite({ path: ":memory:" }),
    clock: { now: () => `${today}T12:00:00Z`, today: () => today },
  });
  await host.put(example.records as Parameters<Host["put"]>[0], localCaller("confidential"));
});
afterAll(() => host.close());

const line = ({ about, rule, message }: Finding) => `- \`${about}\`: ${message} (\`${rule}\`)`;

it("finds in the worked example what the page says, and nothing else", async () => {
  const findings = await runChecks(host, { caller: localCaller("public") });
  const sections = [
    ["error", "Errors"],
    ["warning", "Warnings"],
    ["note", "Notes"],
  ].map(([severity, heading]) => {
    const found = findings.filter((each) => each.severity === severity);
    return [`## ${heading} (${found.length})`, "", ...found.map(line), ""].join("\n");
  });
  const page = [
    "# What `moothall check` finds in the worked example",
    "",
    `Made from the checks themselves, as the public sees them on ${today}; \`pnpm vitest tooling/whole/example-findings -u\` makes it anew. An error cannot be so, or lacks what the law asks for; a warning is unlikely, or true only under another rounding; a note is for information. What was weighed and is no finding stands in [The worked example](worked-example.md).`,
    "",
    ...sections,
  ].join("\n");
  await expect(page).toMatchFileSnapshot("../../docs/worked-example-findings.md");
});
