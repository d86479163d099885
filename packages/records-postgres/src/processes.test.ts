import { spawn } from "node:child_process";
import { afterAll, describe, expect, it } from "vitest";
import { batch, collected, item, itemModel, put, script } from "../test/place.ts";
import { openPostgres } from "./index.ts";
import { noPostgres, startPostgres } from "./testing/index.ts";

const server = await startPostgres();
if (server === undefined) console.warn(`Several processes are not tested: ${noPostgres}.`);
const url = server?.url() ?? "";
afterAll(() => server?.remove());

/** Runs a script in a process of its own; what it said. */
const run = (name: string, ...args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...script(name), url, ...args], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += chunk;
    });
    child.once("close", (code) =>
      code === 0 ? resolve(said) : reject(new Error(`${name} ended with ${code}`)),
    );
  });

describe.skipIf(server === undefined)("several processes on one database", () => {
  it("make it at once where there is none, and count together without losing one", async () => {
    await Promise.all([1, 2, 3].map(() => run("count-up.ts", "counting", "20")));
    const store = await openPostgres({ url, schema: "counting" });
    const found = await store.get("public", item, "count");
    expect([JSON.parse(found?.text ?? "{}").value, found?.version]).toEqual([60, 60]);
    expect(await collected(store.verifyHistory())).toEqual([]);
    await store.close();
  }, 60_000);

  it("never spend a penny more than there is", async () => {
    const schema = "spending";
    const store = await openPostgres({ url, schema });
    await store.prepare([itemModel]);
    const spent = await Promise.all(
      ["a", "b", "c"].map((name) => run("spend.ts", schema, name, "100000")),
    );
    // One that starts late may find that all is spent; that is no fault.
    expect(spent.filter((times) => Number(times) > 0)).not.toEqual([]);
    const [row] = await store.aggregate("public", item, { sum: ["amount"] });
    expect(row).toMatchObject({
      sum: { amount: "1000.00" },
      count: spent.map(Number).reduce((sum, times) => sum + times, 0),
    });
    expect(await collected(store.verifyHistory())).toEqual([]);
    await store.close();
  }, 60_000);

  it("show no reference to what another hides meanwhile", async () => {
    const schema = "hiding";
    const [one, other] = [await openPostgres({ url, schema }), await openPostgres({ url, schema })];
    await one.prepare([itemModel]);
    await one.commit(batch(put("target", {})));
    const referring = Array.from({ length: 40 }, (_, index) => `r${index}`);
    await Promise.all([
      (async () => {
        for (const id of referring) await one.commit(batch(put(id, { see: "test/item/target" })));
      })(),
      (async () => {
        for (let turn = 0; turn < 21; turn += 1)
          await other.commit(batch(put("target", {}, turn % 2 === 0 ? "restricted" : "public")));
      })(),
    ]);
    expect(await one.get("public", item, "target")).toBeUndefined();
    for (const id of referring) {
      const found = await one.get("public", item, id);
      expect(found?.text).not.toContain("test/item/target");
      expect((await one.get("restricted", item, id))?.text).toContain("test/item/target");
    }
    expect(await one.referrers("public", "test/item/target")).toEqual([]);
    expect(await collected(one.verifyHistory())).toEqual([]);
    await Promise.all([one.close(), other.close()]);
  }, 60_000);

  it("write beside each other, and read by the fields that another declares meanwhile", async () => {
    const schema = "beside";
    const stores = await Promise.all([1, 2, 3, 4].map(() => openPostgres({ url, schema })));
    const [first] = stores;
    if (first === undefined) throw new Error("no store");
    await first.prepare([itemModel]);
    const writing = stores.map(async (store, writer) => {
      for (let turn = 0; turn < 40; turn += 1)
        await store.commit(batch(put(`w${writer}-${turn}`, { value: turn, added: `x${turn}` })));
    });
    const reading = (async () => {
      for (let turn = 0; turn < 60; turn += 1) {
        const page = await stores[1]?.list("public", item, {
          order: { field: "value", direction: "descending" },
        });
        expect(page?.items.length).toBeLessThanOrEqual(50);
      }
    })();
    const declaring = (async () => {
      for (const added of ["text", "integer"] as const) {
        const name = added === "text" ? "added" : "value";
        await first.prepare([
          { ...itemModel, fields: { ...itemModel.fields, [name]: { type: added } } },
        ]);
      }
    })();
    await Promise.all([...writing, reading, declaring]);
    for (const store of stores) {
      const where = [{ field: "value", is: "equals", value: 7 }] as const;
      expect((await store.list("public", item, { where })).items).toHaveLength(4);
      expect((await store.counts("public")).get(item)).toBe(160);
    }
    expect(await collected(first.verifyHistory())).toEqual([]);
    await Promise.all(stores.map((store) => store.close()));
  }, 60_000);
});
