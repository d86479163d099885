import { serve } from "../../apps/http/src/index.ts";
import { createHost, loadPlugin, localCaller } from "../../packages/host/src/index.ts";
import { openSqlite } from "../../packages/records-sqlite/src/index.ts";

// The service over a store on disk with 500 contracts.
const plugin = await loadPlugin(
  { from: "procurement", settings: {} },
  [
    {
      name: "procurement",
      summary: "",
      from: "procurement",
      load: () => import("../../packages/procurement/src/plugin.ts"),
    },
  ],
  undefined,
);
if ("error" in plugin) throw plugin.error;
const host = createHost({
  plugins: [plugin],
  openStore: () => openSqlite({ path: process.argv[2] as string }),
});
const contracts = Array.from({ length: 500 }, (_, index) => ({
  kind: "procurement/contract" as const,
  data: {
    id: `opcc.2017-${String(index + 1).padStart(3, "0")}`,
    title: `Contract ${index + 1} for the supply of invented services to the office`,
    body: "register/body/example-opcc",
    supplier: `Example Supplier ${index % 37} Ltd`,
    status: "active",
    value: { amount: `${10_000 + index * 137}.50`, currency: "GBP" },
    sources: [{ document: "An invented board pack", item: "11A", paragraph: `2.${index % 9}` }],
  },
}));
await host.put(contracts, localCaller("confidential"));
const { url } = await serve(host, { port: 0 });
console.log(url);
