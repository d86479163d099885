import { DatabaseSync } from "node:sqlite";
import type { ListQuery, ResourceModel } from "@moothall/core/store";
import { afterEach, beforeEach, expect, it } from "vitest";
import { batch, collected, item, itemModel, Place, put } from "../test/place.ts";
import { openSqlite } from "./index.ts";

let place: Place;
beforeEach(() => {
  place = new Place();
});
afterEach(() => place.remove());

const part = "test/part" as const;
const partModel: ResourceModel = { kind: part, fields: {}, partOf: ["/of"] };
const times: readonly ListQuery[] = [
  { deleted: "only" },
  { deleted: "included", order: { field: "touched", direction: "descending" } },
  { order: { field: "modified", direction: "ascending" }, limit: 2 },
  { where: [{ field: "created", is: "at-least", value: "2026-01-02T00:00:00Z" }] },
];

/** Takes away what the third form has beyond the second. */
function asSecondForm(path: string): void {
  const file = new DatabaseSync(path);
  for (const of of ["public", "restricted", "confidential"]) file.exec(`DROP TABLE deleted_${of}`);
  const tables = file
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name LIKE 'fields_%'")
    .all();
  for (const { name } of tables)
    for (const column of ["created", "modified", "touched"])
      file.exec(`DROP INDEX ${name}_${column}; ALTER TABLE ${name} DROP COLUMN ${column}`);
  file.exec("PRAGMA user_version = 2");
  file.close();
}

it("brings a file of the second form to the present one", async () => {
  const store = await openSqlite({ path: place.path() });
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
    const from = await openSqlite({ path: place.path() });
    const told = [];
    for (const of of ["public", "restricted", "confidential"] as const)
      for (const query of times) told.push(from.list(of, item, query));
    expect(await collected(from.verifyHistory())).toEqual([]);
    await from.close();
    return told;
  };
  await store.close();
  const before = await answers();
  expect(before[0]?.items.map(({ id }) => id)).toEqual(["a", "b", "d"]);
  asSecondForm(place.path());
  expect(await answers()).toEqual(before);
});
