import type { Store } from "@moothall/core/store";
import { storeContract } from "@moothall/core/store/testing";
import { afterAll, describe, it } from "vitest";
import { openPostgres } from "./index.ts";
import { noPostgres, startPostgres } from "./testing/index.ts";

const server = await startPostgres();
if (server === undefined)
  console.warn(`The store contract on PostgreSQL is left out: ${noPostgres}.`);
afterAll(() => server?.remove());

const url = server?.url() ?? "";
const schemas = new WeakMap<Store, string>();
let stores = 0;

async function openSchema(schema: string): Promise<Store> {
  const store = await openPostgres({ url, schema, connections: 2 });
  schemas.set(store, schema);
  return store;
}

const open = () => {
  stores += 1;
  return openSchema(`contract_${stores}`);
};

const reopen = async (store: Store) => {
  await store.close();
  return openSchema(schemas.get(store) ?? "");
};

const another = (store: Store) => openSchema(schemas.get(store) ?? "");

describe.skipIf(server === undefined)("store contract, on PostgreSQL", () => {
  // Hundreds with MOOTHALL_RANDOM_RUNS.
  const randomRuns = Number(process.env.MOOTHALL_RANDOM_RUNS ?? 15);
  for (const { name, hold } of storeContract({ open, reopen, another }, { randomRuns }))
    it(name, hold, 240_000);
});
