import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { builtInPlugins, example } from "../../apps/cli/src/built-in.generated.ts";
import type { Kind } from "../../packages/core/src/index.ts";
import {
  createHost,
  csvOfRecords,
  type Host,
  importRecords,
  loadPlugin,
  localCaller,
} from "../../packages/host/src/index.ts";
import { openSqlite } from "../../packages/records-sqlite/src/index.ts";

// What an officer exports as a spreadsheet comes back as it was: every record of the worked example,
// and the example of every kind of record beside it.

const caller = localCaller("confidential");
const plugins = await Promise.all(
  builtInPlugins.map(({ from }) => loadPlugin({ from, settings: {} }, builtInPlugins, undefined)),
);
const declared = plugins.flatMap((plugin) =>
  "error" in plugin
    ? []
    : Object.entries(plugin.declarations.resources ?? {}).map(
        ([name, resource]) => [`${plugin.name}/${name}` as Kind, resource] as const,
      ),
);

let host: Host;
beforeAll(async () => {
  host = createHost({ plugins, openStore: () => openSqlite({ path: ":memory:" }) });
  const { example: content } = await example.load();
  await host.put(content.records, caller);
  const held = await host.store();
  for (const [kind, resource] of declared) {
    const { id } = resource.example as { id: string };
    if ((await held.load(kind, id)) === undefined)
      await host.put([{ kind, data: resource.example }], caller);
  }
});
afterAll(() => host?.close());

describe("a spreadsheet of records comes back as it was", () => {
  it.each(declared)("%s", async (kind, resource) => {
    const store = await host.store();
    let csv = "";
    for await (const line of csvOfRecords(resource, store.iterate("confidential", kind, {})))
      csv += line;
    const rows = store.aggregate("confidential", kind, {});
    expect((await rows).length).toBeGreaterThan(0);
    const bytes = new TextEncoder().encode(csv);
    const request = { kind, name: "back.csv", format: "csv", bytes, caller } as const;
    expect(await importRecords(host, request)).toMatchObject({
      created: 0,
      replaced: 0,
      findings: [],
    });
  });
});
