import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { batch, collected, item, itemModel, Place, put, refusal, script } from "../test/place.ts";
import { openSqlite, restoreSqlite, verifySqlite } from "./index.ts";
import { schemaVersion } from "./schema.ts";

let place: Place;
beforeEach(() => {
  place = new Place();
});
afterEach(() => place.remove());

const many = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    put(`p${String(index).padStart(4, "0")}`, { value: index, name: `name ${index} `.repeat(30) }),
  );

async function written(count = 1): Promise<string> {
  const path = place.path();
  const store = await openSqlite({ path });
  await store.prepare([itemModel]);
  await store.commit(batch(...many(count)));
  await store.close();
  return path;
}

describe("a file that cannot be used", () => {
  it("is refused when it is no database", async () => {
    writeFileSync(place.path(), "Minutes of the meeting\n".repeat(1000));
    expect(await refusal(() => openSqlite({ path: place.path() }))).toBe("core/store-damaged");
    expect(readFileSync(place.path(), "utf8")).toContain("Minutes");
  });

  it("is refused when it is a database of something else, and left as it is", async () => {
    const other = new DatabaseSync(place.path());
    other.exec("CREATE TABLE minutes (text TEXT)");
    other.close();
    const before = readFileSync(place.path());
    expect(await refusal(() => openSqlite({ path: place.path() }))).toBe("core/store-damaged");
    expect(readFileSync(place.path()).equals(before)).toBe(true);
  });

  it("is refused when a newer version wrote it, and left as it is", async () => {
    const path = await written();
    const newer = new DatabaseSync(path);
    newer.exec(`PRAGMA user_version = ${schemaVersion + 1}; PRAGMA wal_checkpoint(TRUNCATE)`);
    newer.close();
    const before = readFileSync(path);
    for (const readOnly of [false, true])
      expect(await refusal(() => openSqlite({ path, readOnly }))).toBe("core/store-too-new");
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it("is not made by opening it for reading only", async () => {
    expect(await refusal(() => openSqlite({ path: place.path(), readOnly: true }))).toBe(
      "core/store-unreachable",
    );
    expect(existsSync(place.path())).toBe(false);
  });

  it("is refused when its place is taken by a folder or below a file", async () => {
    writeFileSync(place.path("file"), "");
    expect(await refusal(() => openSqlite({ path: place.path("file/records") }))).toBe(
      "core/cannot-write",
    );
    expect(await refusal(() => openSqlite({ path: place.folder }))).toBe("core/store-unreachable");
  });
});

describe("a damaged file", () => {
  it("gives a clear error, is seen by verify and is not restored", async () => {
    const path = await written(400);
    const size = statSync(path).size;
    const file = openSync(path, "r+");
    // The first pages hold the schema; what lies behind them is damaged here and there.
    for (let page = Math.floor(size / 4096 / 3); page * 4096 < size; page += 3)
      writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, page * 4096);
    closeSync(file);
    const store = await openSqlite({ path });
    const codes = new Set<string>();
    for (const read of [
      () => store.list("public", item, { limit: 1000 }),
      () => store.search("public", { text: "name", limit: 1000 }),
      () => collected(store.records()),
      () => collected(store.verifyHistory()),
      () => store.commit(batch(...many(400), put("new", {}))),
    ])
      codes.add(await refusal(read));
    codes.delete("nothing was refused");
    expect([...codes]).toEqual(["core/store-damaged"]);
    await store.close().catch(() => undefined);
    expect((await verifySqlite(path)).damage.length).toBeGreaterThan(0);
    expect(await refusal(() => restoreSqlite(path, place.path("restored.sqlite")))).toBe(
      "core/store-damaged",
    );
    expect(existsSync(place.path("restored.sqlite"))).toBe(false);
  });

  it("that was cut short is refused", async () => {
    const path = await written(400);
    truncateSync(path, Math.floor(statSync(path).size / 2));
    const codes = new Set([
      await refusal(async () => {
        const store = await openSqlite({ path });
        store.list("public", item, { limit: 1000 });
      }),
      await refusal(() => restoreSqlite(path, place.path("restored.sqlite"))),
    ]);
    expect([...codes]).toEqual(["core/store-damaged"]);
  });
});

describe("a file that may only be read", () => {
  it("answers reads and refuses writes", async () => {
    const path = await written(3);
    const store = await openSqlite({ path, readOnly: true });
    expect(store.list("public", item, {}).items).toHaveLength(3);
    await store.prepare([itemModel]);
    expect(await refusal(() => store.commit(batch(put("new", {}))))).toBe("core/cannot-write");
    expect(await refusal(() => store.prepare([{ ...itemModel, fields: {} }]))).toBe(
      "core/cannot-write",
    );
    expect(await collected(store.verifyHistory())).toEqual([]);
    await store.close();
  });

  it("can lie on a medium that cannot be written", async ({ skip }) => {
    const folder = place.mount("medium", "8m");
    if (folder === undefined) return skip("mounting a file system is not permitted here");
    const path = `${folder}/moothall.sqlite`;
    const made = await openSqlite({ path });
    await made.prepare([itemModel]);
    await made.commit(batch(...many(3)));
    await made.close();
    expect(spawnSync("mount", ["-o", "remount,ro", folder]).status).toBe(0);
    const store = await openSqlite({ path, readOnly: true });
    expect(store.list("public", item, {}).items).toHaveLength(3);
    expect(await refusal(() => store.commit(batch(put("new", {}))))).toBe("core/cannot-write");
    await store.close();
    expect(
      await refusal(async () => {
        const writing = await openSqlite({ path });
        await writing.commit(batch(put("new", {})));
      }),
    ).toMatch(/^core\/(cannot-write|store-unreachable)$/);
  });

  it("is readable by its owner only, with its key", async () => {
    const path = await written();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(`${path}.key`).mode & 0o777).toBe(0o600);
    chmodSync(path, 0o600);
  });
});

describe("two on one file", () => {
  it("lets reads go on while another writes, and says busy to a write", async () => {
    const path = await written(3);
    const store = await openSqlite({ path, patience: 60 });
    const other = new DatabaseSync(path);
    other.exec("BEGIN IMMEDIATE");
    expect(store.list("public", item, {}).items).toHaveLength(3);
    expect(await refusal(() => store.commit(batch(put("new", {}))))).toBe("core/busy");
    expect(store.get("public", item, "new")).toBeUndefined();
    other.exec("ROLLBACK");
    await store.commit(batch(put("new", {})));
    expect(store.get("public", item, "new")).toBeDefined();
    other.close();
    await store.close();
  });

  it("acknowledges no audit entry that is not written", async () => {
    const path = await written();
    const store = await openSqlite({ path, patience: 30 });
    const entry = (action: string) => ({
      at: "2026-01-01T00:00:00Z",
      by: "t",
      action,
      outcome: "",
    });
    const other = new DatabaseSync(path);
    other.exec("BEGIN IMMEDIATE");
    const refused = ["a", "b", "c"].map((action) =>
      refusal(() => store.appendAudit(entry(action))),
    );
    expect(await Promise.all(refused)).toEqual(["core/busy", "core/busy", "core/busy"]);
    other.exec("ROLLBACK");
    await Promise.all(["d", "e"].map((action) => store.appendAudit(entry(action))));
    expect((await collected(store.audit())).map(({ action }) => action)).toEqual(["d", "e"]);
    other.close();
    await store.close();
  });

  it("lets processes count together without losing one", async () => {
    const path = place.path();
    const store = await openSqlite({ path });
    await store.prepare([itemModel]);
    await store.commit(batch(put("count", { value: 0 })));
    const ends = await Promise.all(
      [1, 2].map(
        () =>
          new Promise((resolve) => {
            const args = [...script("count-up.ts"), path, "25"];
            spawn(process.execPath, args, { stdio: ["ignore", "inherit", "inherit"] }).once(
              "close",
              resolve,
            );
          }),
      ),
    );
    expect(ends).toEqual([0, 0]);
    const found = store.get("public", item, "count");
    expect([JSON.parse(found?.text ?? "{}").value, found?.version]).toEqual([50, 51]);
    expect(await collected(store.verifyHistory())).toEqual([]);
    await store.close();
  }, 60_000);

  it("reads by the fields that another has declared meanwhile", async () => {
    const path = await written(3);
    const store = await openSqlite({ path });
    const where = [{ field: "name", is: "missing" }] as const;
    expect(store.list("public", item, { where }).items).toHaveLength(0);
    const other = await openSqlite({ path });
    const fields = { added: { type: "text" }, ...itemModel.fields } as const;
    await other.prepare([{ ...itemModel, fields }]);
    await other.commit(batch(put("new", { added: "here", value: 7 })));
    await other.close();
    expect(store.list("public", item, { where }).items).toHaveLength(1);
    await store.commit(batch(put("newer", { added: "there", value: 8 })));
    const added = [{ field: "added", is: "equals", value: "there" }] as const;
    expect(store.list("public", item, { where: added }).items).toHaveLength(1);
    await store.close();
  });
});

describe("a full disk", () => {
  it("refuses the write, keeps what was written, and goes on when there is room", async ({
    skip,
  }) => {
    const folder = place.mount("small", "3m");
    if (folder === undefined) return skip("mounting a file system is not permitted here");
    writeFileSync(`${folder}/ballast`, Buffer.alloc(1_000_000));
    const store = await openSqlite({ path: `${folder}/moothall.sqlite` });
    await store.prepare([itemModel]);
    let count = 0;
    const fill = async () => {
      for (;;) {
        await store.commit(batch(put(`p${count}`, { value: count, name: "x".repeat(20_000) })));
        count += 1;
      }
    };
    expect(await refusal(fill)).toBe("core/cannot-write");
    expect(count).toBeGreaterThan(3);
    expect(store.counts("public").get(item)).toBe(count);
    expect(store.get("public", item, `p${count}`)).toBeUndefined();
    expect(await collected(store.verifyHistory())).toEqual([]);
    rmSync(`${folder}/ballast`);
    await store.commit(batch(put("after", { value: 1 })));
    expect(store.get("public", item, "after")).toBeDefined();
    expect(await collected(store.verifyHistory())).toEqual([]);
    await store.close();
  });

  it("refuses the write when the file may not grow", async () => {
    const path = place.path();
    const command = `ulimit -f 1200 && exec "$0" "$@"`;
    const args = ["-c", command, process.execPath, ...script("fill-up.ts"), path];
    const { stdout, status } = spawnSync("bash", args, { encoding: "utf8" });
    expect(status).toBe(0);
    const { written: acknowledged, held, code } = JSON.parse(stdout);
    expect(code).toBe("core/cannot-write");
    expect(acknowledged).toBeGreaterThan(0);
    expect(held).toBe(acknowledged);
    const store = await openSqlite({ path });
    expect(store.counts("public").get(item)).toBe(acknowledged);
    expect(await collected(store.verifyHistory())).toEqual([]);
    await store.commit(batch(put("after", { value: 1 })));
    await store.close();
  });
});
