import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { batch, collected, item, itemModel, Place, put, refusal, script } from "../test/place.ts";
import { openSqlite } from "./index.ts";

let place: Place;
beforeEach(() => {
  place = new Place();
});
afterEach(() => place.remove());

/** What verification says once someone has been at the file with SQL. */
async function afterTampering(...statements: readonly string[]): Promise<string[]> {
  const path = place.path();
  const store = await openSqlite({ path });
  await store.prepare([itemModel]);
  for (const value of [1, 2, 3])
    await store.commit(batch(put("a", { value, name: "n" }), put("b", { value, name: "n" })));
  await store.commit(batch({ action: "erase", kind: item, id: "b", reason: "asked for" }));
  await store.close();
  const tampered = new DatabaseSync(path);
  for (const statement of statements) tampered.exec(statement);
  tampered.close();
  const again = await openSqlite({ path });
  const faults = await collected(again.verifyHistory());
  await again.close();
  return faults.map(({ kind, id, entry, fault }) => `${kind}/${id} ${entry} ${fault}`);
}

const ofA = "record = (SELECT key FROM records WHERE id = 'a')";
const ofB = "record = (SELECT key FROM records WHERE id = 'b')";

describe("verification of the history", () => {
  it("finds nothing in what was left alone", async () => {
    expect(await afterTampering()).toEqual([]);
  });

  it("finds nothing in what another process writes between two of its statements", async () => {
    const path = place.path();
    const store = await openSqlite({ path });
    await store.prepare([itemModel]);
    await store.commit(batch(put("count", { value: 1 })));
    let interrupted = 0;
    const { prepare } = DatabaseSync.prototype;
    DatabaseSync.prototype.prepare = function (...given) {
      const statement = prepare.apply(this, given);
      if (!given[0].startsWith("SELECT * FROM history WHERE record")) return statement;
      const all = statement.all.bind(statement);
      statement.all = ((...values: never[]) => {
        spawnSync(process.execPath, [...script("count-up.ts"), path, "1"]);
        interrupted += 1;
        return all(...values);
      }) as typeof statement.all;
      return statement;
    };
    try {
      expect(await collected(store.verifyHistory())).toEqual([]);
    } finally {
      DatabaseSync.prototype.prepare = prepare;
    }
    expect(interrupted).toBe(1);
    expect(store.history("public", item, "count")).toHaveLength(2);
    await store.close();
  });

  it.each([
    ["data", `UPDATE history SET data = replace(data, '2', '9') WHERE entry = 2 AND ${ofA}`],
    ["a view", `UPDATE history SET document_public = '{}' WHERE entry = 2 AND ${ofA}`],
    ["a view's version", `UPDATE history SET version_restricted = 7 WHERE entry = 2 AND ${ofA}`],
    ["the time", `UPDATE history SET at = '2020-01-01T00:00:00.000Z' WHERE entry = 2 AND ${ofA}`],
    ["who did it", `UPDATE history SET by = 'someone' WHERE entry = 2 AND ${ofA}`],
    ["the class", `UPDATE history SET classification = '{}' WHERE entry = 2 AND ${ofA}`],
    ["the salt", `UPDATE history SET salt = upper(salt) WHERE entry = 2 AND ${ofA}`],
    ["all of it", `UPDATE history SET salt = NULL, data = NULL WHERE entry = 2 AND ${ofA}`],
  ])("names the entry in which %s was altered", async (_, statement) => {
    expect(await afterTampering(statement)).toEqual([`${item}/a 2 altered`]);
  });

  it("names the tombstone in which the reason was altered", async () => {
    expect(
      await afterTampering(`UPDATE history SET reason = 'other' WHERE entry = 4 AND ${ofB}`),
    ).toContain(`${item}/b 4 altered`);
  });

  it("names an entry that was removed, wherever it stood", async () => {
    expect(await afterTampering(`DELETE FROM history WHERE entry = 1 AND ${ofA}`)).toContain(
      `${item}/a 1 removed`,
    );
    place.remove();
    place = new Place();
    expect(await afterTampering(`DELETE FROM history WHERE entry = 2 AND ${ofA}`)).toContain(
      `${item}/a 2 removed`,
    );
    place.remove();
    place = new Place();
    expect(await afterTampering(`DELETE FROM history WHERE entry = 3 AND ${ofA}`)).toContain(
      `${item}/a 3 removed`,
    );
  });

  it("sees entries that were cut off with their end of the chain, by the root", async () => {
    const faults = await afterTampering(
      `DELETE FROM history WHERE entry = 3 AND ${ofA}`,
      `UPDATE records SET entries = 2,
         digest = (SELECT digest FROM history WHERE entry = 2 AND ${ofA}),
         data = (SELECT data FROM history WHERE entry = 2 AND ${ofA}) WHERE id = 'a'`,
    );
    // The views that are still shown tell of it as well.
    expect(faults.at(-1)).toMatch(/root-not-signed-by-this-store$/);
  });

  it("names entries that were reordered", async () => {
    const faults = await afterTampering(
      `UPDATE history SET entry = entry + 100 WHERE ${ofA} AND entry IN (1, 2)`,
      `UPDATE history SET entry = 203 - (entry + 100) WHERE ${ofA} AND entry > 100`,
    );
    expect(faults[0]).toBe(`${item}/a 1 reordered`);
  });

  it("sees that a record is held as its history does not say", async () => {
    expect(
      await afterTampering("UPDATE records SET data = replace(data, '3', '4') WHERE id = 'a'"),
    ).toEqual([`${item}/a 3 altered`]);
  });

  it("sees that a document is shown as its history does not say", async () => {
    expect(
      await afterTampering(
        "UPDATE documents_public SET text = replace(text, '3', '4') WHERE id = 'a'",
      ),
    ).toEqual([`${item}/a 3 altered`]);
  });

  it("sees that a root was made with another key, or none", async () => {
    const path = place.path();
    expect(await afterTampering("UPDATE roots SET signature = 'AAAA'")).toHaveLength(1);
    rmSync(path);
    expect(await afterTampering("DELETE FROM keys")).toHaveLength(1);
    writeFileSync(`${path}.key`, "not a key");
    const store = await openSqlite({ path });
    await store.commit(batch(put("c", {})));
    expect(await refusal(() => collected(store.exportHistory()))).toBe("core/store-damaged");
    expect(await refusal(() => store.close())).toBe("core/store-damaged");
    expect(await refusal(() => store.get("public", item, "c"))).toBe("core/store-unreachable");
  });
});
