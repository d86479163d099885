import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Store } from "@moothall/core/store";
import { storeContract } from "@moothall/core/store/testing";
import { afterAll, describe, it } from "vitest";
import { openSqlite } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "moothall-contract-"));
let stores = 0;
const open = async () => {
  stores += 1;
  return openSqlite({ path: join(folder, `${stores}.sqlite`) });
};
const reopen = async (store: Store) => {
  await store.close();
  return openSqlite({ path: store.location });
};
const another = (store: Store) => openSqlite({ path: store.location });

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("store contract, on a file", () => {
  for (const { name, hold } of storeContract({ open, reopen, another })) it(name, hold, 120_000);
});
