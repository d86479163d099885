import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { contentHash, verifyExport } from "@moothall/core/store";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { batch, collected, item, itemModel, Place, put, refusal } from "../test/place.ts";
import { openSqlite, restoreSqlite, verifySqlite } from "./index.ts";

let place: Place;
beforeEach(() => {
  place = new Place();
});
afterEach(() => place.remove());

const some = (from: number) =>
  Array.from({ length: 300 }, (_, index) => put(`p${from + index}`, { value: index }));

describe("a backup", () => {
  it("is made while others write, verifies, and is restored with its key", async () => {
    const store = await openSqlite({ path: place.path() });
    await store.prepare([itemModel]);
    await store.commit(batch(...some(0)));
    const hash = await contentHash(store);
    const copying = store.backup(place.path("backup.sqlite"));
    await Promise.all([copying, store.commit(batch(...some(1000)))]);
    const backup = place.path("backup.sqlite");
    expect(await verifySqlite(backup)).toEqual({ damage: [], history: [] });
    await restoreSqlite(backup, place.path("restored.sqlite"));
    const restored = await openSqlite({ path: place.path("restored.sqlite") });
    const held = restored.counts("public").get(item);
    expect([300, 600]).toContain(held);
    if (held === 300) expect(await contentHash(restored)).toBe(hash);
    await restored.commit(batch(put("more", { value: 1 })));
    const verdict = await verifyExport(restored.exportHistory("public"));
    expect(verdict.faults).toEqual([]);
    expect(verdict.keys).toHaveLength(1);
    expect(await collected(restored.verifyHistory())).toEqual([]);
    await restored.close();
    await store.close();
  });

  it("goes nowhere where something is, or nothing can be", async () => {
    const store = await openSqlite({ path: place.path() });
    await store.commit(batch(put("a", {})));
    writeFileSync(place.path("taken"), "x");
    mkdirSync(place.path("folder"));
    expect(await refusal(() => store.backup(place.path("taken")))).toBe("core/already-exists");
    expect(await refusal(() => store.backup(place.path("nowhere/backup")))).toMatch(
      /^core\/(cannot-write|store-unreachable)$/,
    );
    expect(await refusal(() => restoreSqlite(place.path("none"), place.path("to")))).toBe(
      "core/store-unreachable",
    );
    expect(existsSync(place.path("to"))).toBe(false);
    await store.close();
  });

  it("is not restored when its history does not hold", async () => {
    const store = await openSqlite({ path: place.path() });
    await store.commit(batch(put("a", { value: 1 })));
    await store.backup(place.path("backup"));
    await store.close();
    const { DatabaseSync } = await import("node:sqlite");
    const tampered = new DatabaseSync(place.path("backup"));
    tampered.exec(`UPDATE history SET data = '{"id":"a","value":2}'`);
    tampered.close();
    expect(await refusal(() => restoreSqlite(place.path("backup"), place.path("to")))).toBe(
      "core/store-damaged",
    );
    expect(existsSync(place.path("to"))).toBe(false);
  });
});
