import { publicationClasses } from "@moothall/core";
import type { ListQuery, ResourceModel } from "@moothall/core/store";
import { afterAll, describe, expect, it } from "vitest";
import { batch, collected, directly, item, itemModel, put } from "../test/place.ts";
import { openPostgres } from "./index.ts";
import { noPostgres, startPostgres } from "./testing/index.ts";

const server = await startPostgres();
if (server === undefined) console.warn(`Older forms are not tested on PostgreSQL: ${noPostgres}.`);
afterAll(() => server?.remove());

const url = server?.url() ?? "";
const schema = "older";
const part = "test/part" as const;
const partModel: ResourceModel = { kind: part, fields: {}, partOf: ["/of"] };
const times: readonly ListQuery[] = [
  { deleted: "only" },
  { deleted: "included", order: { field: "touched", direction: "descending" } },
  { order: { field: "modified", direction: "ascending" }, limit: 2 },
  { where: [{ field: "created", is: "at-least", value: "2026-01-02T00:00:00Z" }] },
];

/** Takes away what the third form has beyond the second. */
async function asSecondForm(): Promise<void> {
  const tables = await directly<{ name: string }>(
    url,
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = '${schema}' AND tablename LIKE 'fields_%'`,
  );
  await directly(
    url,
    ...publicationClasses.map((of) => `DROP TABLE ${schema}.deleted_${of}`),
    ...tables.flatMap(({ name }) =>
      ["created", "modified", "touched"].map(
        (column) => `ALTER TABLE ${schema}.${name} DROP COLUMN ${column}`,
      ),
    ),
    `UPDATE ${schema}.store SET form = 2`,
  );
}

describe.skipIf(server === undefined)("records of the second form", () => {
  it("are brought to the present one, and every clearance reads them by its own user", async () => {
    const store = await openPostgres({ url, schema });
    await store.prepare([itemModel, partModel]);
    await store.commit(
      batch(put("a", { value: 1 }), put("b", { value: 2 }), put("c", {}), put("d", {})),
    );
    await store.commit({
      ...batch(
        { ...put("p", { of: `${item}/c` }), kind: part },
        put("b", { value: 2 }, "restricted"),
        put("e", { value: 5 }),
        { action: "delete", kind: item, id: "a", reason: "wrong" },
      ),
      at: "2026-01-02T12:00:00Z",
    });
    await store.commit({
      ...batch({ action: "erase", kind: item, id: "d", reason: "law" }, put("b", {}, "restricted")),
      at: "2026-01-03T12:00:00Z",
    });
    const answers = async () => {
      const from = await openPostgres({ url, schema });
      const told = [];
      for (const of of publicationClasses)
        for (const query of times) told.push(await from.list(of, item, query));
      expect(await collected(from.verifyHistory())).toEqual([]);
      await from.close();
      return told;
    };
    await store.close();
    const before = await answers();
    expect(before[0]?.items.map(({ id }) => id)).toEqual(["a", "b", "d"]);
    await asSecondForm();
    expect(await answers()).toEqual(before);
  });
});
