import { spawnSync } from "node:child_process";
import { chownSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isMoothallError } from "@moothall/core";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { batch, collected, directly, item, itemModel, put, refusal, until } from "../test/place.ts";
import { openPostgres } from "./index.ts";
import { unprivileged } from "./testing/find-postgres.ts";
import { noPostgres, startPostgres } from "./testing/index.ts";

const server = await startPostgres();
if (server === undefined) console.warn(`Faults of PostgreSQL are not tested: ${noPostgres}.`);
const url = server?.url() ?? "";
afterAll(() => server?.remove());

/** Hundreds with MOOTHALL_KILL_ROUNDS; a few in every run. */
const rounds = Number(process.env.MOOTHALL_KILL_ROUNDS ?? 2);

/** What is said while a server is down, and while all who wait for it come back at once. */
const passing = ["core/store-unreachable", "core/busy"];

/** Milliseconds that outlast any test: what is waited for is something that happens, not the clock. */
const patient = 240_000;

async function opened(
  schema: string,
  options: { patience?: number; statementTimeout?: number } = {},
) {
  const store = await openPostgres({ url, schema, ...options });
  await store.prepare([itemModel]);
  return store;
}

/** A connection that holds what a statement locks until it is let go. */
async function holding(...statements: readonly string[]): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  await client.query("BEGIN");
  for (const statement of statements) await client.query(statement);
  return async () => {
    await client.query("ROLLBACK");
    await client.end();
  };
}

/** Cuts the connections that are at something, once there are any. */
async function cut(at: string): Promise<void> {
  await until(async () => {
    const gone = await directly(
      url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'moothall' AND ${at}`,
    );
    return gone.length > 0;
  });
}

describe.skipIf(server === undefined)("a database that cannot be used", () => {
  it("is refused when there is none, or nobody is let in", async () => {
    const { port = 0 } = server ?? {};
    for (const address of [
      "postgres://postgres@127.0.0.1:1/postgres",
      "postgres://postgres@no-such-host.invalid/postgres",
      `postgres://nobody:wrong@127.0.0.1:${port}/postgres`,
      server?.url("no-such-database") ?? "",
    ])
      expect(await refusal(() => openPostgres({ url: address, patience: 3000 }))).toBe(
        "core/store-unreachable",
      );
  });

  it("is refused when a newer version wrote it, or something else, and left as it is", async () => {
    const store = await opened("newer");
    await store.commit(batch(put("a", {})));
    await store.close();
    await directly(url, "UPDATE newer.store SET form = 1000");
    expect(await refusal(() => openPostgres({ url, schema: "newer" }))).toBe("core/store-too-new");
    await directly(url, "CREATE SCHEMA other", "CREATE TABLE other.minutes (text text)");
    expect(await refusal(() => openPostgres({ url, schema: "other" }))).toBe("core/store-damaged");
    const tables = await directly(url, "SELECT * FROM pg_tables WHERE schemaname = 'other'");
    expect(tables).toHaveLength(1);
  });

  it("answers reads and refuses writes when it takes none", async () => {
    const store = await opened("only_read");
    await store.commit(batch(put("a", {})));
    await store.close();
    await directly(url, "CREATE DATABASE readers");
    const own = await openPostgres({ url: server?.url("readers") ?? "" });
    await own.prepare([itemModel]);
    await own.commit(batch(put("a", {})));
    await own.close();
    await directly(url, "ALTER DATABASE readers SET default_transaction_read_only = on");
    const again = await openPostgres({ url: server?.url("readers") ?? "" });
    expect((await again.list("public", item, {})).items).toHaveLength(1);
    expect(await refusal(() => again.commit(batch(put("b", {}))))).toBe("core/cannot-write");
    await again.close();
  });

  it("says so when a table is damaged", async () => {
    const store = await opened("damaged");
    const many = Array.from({ length: 300 }, (_, index) =>
      put(`p${index}`, { name: `name ${index} `.repeat(20) }),
    );
    await store.commit(batch(...many));
    const [file] = await directly<{ path: string }>(
      url,
      "CHECKPOINT",
      "SELECT pg_relation_filepath('damaged.documents_public') AS path",
    );
    await store.close();
    await server?.stop();
    // The pointers to the rows of a page, to where there are none.
    const path = join(server?.folder ?? "", "data", file?.path ?? "");
    writeFileSync(path, Buffer.alloc(8192 * 8, 0xa5));
    await server?.start();
    const again = await openPostgres({ url, schema: "damaged" });
    expect(await refusal(() => again.list("public", item, { limit: 1000 }))).toBe(
      "core/store-damaged",
    );
    await again.close();
  });
});

describe.skipIf(server === undefined)("a connection", () => {
  it(
    "that is cut in mid-transaction costs nothing: the batch is written, once",
    async () => {
      const store = await opened("cut", { patience: patient });
      await store.commit(batch(put("a", { value: 1 }), put("b", { value: 1 })));
      const release = await holding("LOCK TABLE cut.documents_restricted IN ACCESS EXCLUSIVE MODE");
      const writing = store.commit(batch(put("a", { value: 2 }), put("b", { value: 2 })));
      await cut("wait_event_type = 'Lock'");
      await until(async () => {
        const waiting = await directly(
          url,
          "SELECT 1 FROM pg_stat_activity WHERE application_name = 'moothall' AND wait_event_type = 'Lock'",
        );
        return waiting.length > 0;
      });
      // Nothing of the first attempt is there while the second waits.
      const half = await directly<{ n: string }>(url, "SELECT count(*) AS n FROM cut.history");
      expect(half[0]?.n).toBe("2");
      await release();
      expect((await writing).results.map(({ versions }) => versions.public)).toEqual([2, 2]);
      expect(await store.history("public", item, "a")).toHaveLength(2);
      expect(await collected(store.verifyHistory())).toEqual([]);
      await store.close();
    },
    patient,
  );

  it(
    "that is cut again and again is a clear error, and nothing is half written",
    async () => {
      const store = await opened("cut_twice", { patience: patient });
      const release = await holding("LOCK TABLE cut_twice.counts_public IN ACCESS EXCLUSIVE MODE");
      const writing = refusal(() => store.commit(batch(put("a", { value: 1 }))));
      const at = "wait_event_type = 'Lock'";
      await cut(at);
      await cut(at);
      expect(await writing).toBe("core/store-unreachable");
      await release();
      expect(await store.load(item, "a")).toBeUndefined();
      await store.commit(batch(put("a", { value: 2 })));
      expect(await store.history("public", item, "a")).toHaveLength(1);
      await store.close();
    },
    patient,
  );

  it(
    "that is cut while the server confirms is found out about: written, and not twice",
    async () => {
      const store = await opened("confirmed", { patience: patient });
      // A commit now waits for a replica that does not exist, when it is kept already.
      const waiting = "ALTER SYSTEM SET synchronous_standby_names = 'nobody'";
      await directly(url, waiting, "SELECT pg_reload_conf()");
      const writing = store.commit(batch({ ...put("a", { value: 1 }), expect: "absent" }));
      await cut("wait_event = 'SyncRep'");
      expect((await writing).results[0]?.outcome).toBe("created");
      const enough = "ALTER SYSTEM RESET synchronous_standby_names";
      await directly(url, enough, "SELECT pg_reload_conf()");
      expect(await store.history("public", item, "a")).toHaveLength(1);
      await store.close();
    },
    patient,
  );

  it("waits for others as long as it may, then says that they are busy", async () => {
    const store = await opened("waiting", { patience: 200 });
    await store.commit(batch(put("a", { value: 1 })));
    const release = await holding("LOCK TABLE waiting.history IN EXCLUSIVE MODE");
    expect(await refusal(() => store.commit(batch(put("a", { value: 2 }))))).toBe("core/busy");
    expect((await store.list("public", item, {})).items).toHaveLength(1);
    await release();
    await store.commit(batch(put("a", { value: 2 })));
    await store.close();
  });

  it("takes no longer over a statement than it may", async () => {
    const store = await opened("slow", { patience: 60_000, statementTimeout: 1000 });
    const release = await holding("LOCK TABLE slow.documents_public IN ACCESS EXCLUSIVE MODE");
    expect(await refusal(() => store.get("public", item, "a"))).toBe("core/timeout");
    await release();
    expect(await store.get("public", item, "a")).toBeUndefined();
    await store.close();
  });

  it("is had by as many readers as there may be, and by the others after them", async () => {
    const store = await openPostgres({ url, schema: "many", connections: 2 });
    await store.prepare([itemModel]);
    await store.commit(batch(put("a", {})));
    const read = await Promise.all(
      Array.from({ length: 100 }, () => store.get("public", item, "a")),
    );
    expect(read.every((found) => found !== undefined)).toBe(true);
    await store.close();
  });
});

describe.skipIf(server === undefined)("a server that goes down under load", () => {
  it(
    `loses nothing that was acknowledged, and serves again without help, ${rounds} times`,
    async () => {
      const schema = "under_load";
      const store = await opened(schema, { patience: 3000 });
      const acknowledged: number[] = [];
      const refused = new Set<string>();
      let next = 0;
      let ended = false;
      const writer = async () => {
        while (!ended) {
          const value = next;
          next += 1;
          try {
            await store.commit(batch(put(`a${value}`, { value }), put(`b${value}`, { value })));
            acknowledged.push(value);
          } catch (cause) {
            if (!isMoothallError(cause)) throw cause;
            refused.add(cause.code);
            await new Promise((resolve) => setTimeout(resolve, 20));
          }
        }
      };
      const writers = [1, 2, 3, 4].map(writer);
      for (let round = 0; round < rounds; round += 1) {
        const before = acknowledged.length;
        await until(async () => acknowledged.length > before + 10 + Math.random() * 40);
        await server?.stop(round % 2 === 0 ? "kill" : "fast");
        if (round % 3 === 0)
          expect(passing).toContain(await refusal(() => store.get("public", item, "a0")));
        await server?.start();
      }
      const before = acknowledged.length;
      await until(async () => acknowledged.length > before + 10);
      ended = true;
      await Promise.all(writers);
      expect([...refused].filter((code) => !passing.includes(code))).toEqual([]);
      for (const value of acknowledged) {
        for (const id of [`a${value}`, `b${value}`])
          expect(JSON.parse((await store.get("public", item, id))?.text ?? "{}").value).toBe(value);
      }
      // What was not acknowledged is there whole, or not at all.
      const ids = (await collected(store.iterate("public", item, {}))).map(({ id }) => id);
      const halves = ["a", "b"].map((half) =>
        ids.filter((id) => id.startsWith(half)).map((id) => id.slice(1)),
      );
      expect(halves[0]).toEqual(halves[1]);
      expect((await store.counts("public")).get(item)).toBe(ids.length);
      expect(await collected(store.verifyHistory())).toEqual([]);
      await store.close();
    },
    patient + rounds * 10_000,
  );
});

describe.skipIf(server === undefined)("a full disk", () => {
  it("refuses the write, keeps what was written, and goes on when there is room", async ({
    skip,
  }) => {
    const folder = join(server?.folder ?? "", "small");
    mkdirSync(folder);
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=24m", "tmpfs", folder]);
    if (mounted.status !== 0) return skip("mounting a file system is not permitted here");
    const user = unprivileged();
    if (user !== undefined) chownSync(folder, user.uid, user.gid);
    writeFileSync(join(folder, "ballast"), Buffer.alloc(8_000_000));
    const space = join(folder, "space");
    mkdirSync(space);
    if (user !== undefined) chownSync(space, user.uid, user.gid);
    await directly(url, `CREATE TABLESPACE small LOCATION '${space}'`);
    await directly(url, "CREATE DATABASE full_disk TABLESPACE small");
    const full = server?.url("full_disk") ?? "";
    const store = await openPostgres({ url: full });
    await store.prepare([itemModel]);
    let count = 0;
    const fill = async () => {
      for (;;) {
        const name = Array.from({ length: 2000 }, () => Math.random().toString(36)).join(" ");
        await store.commit(batch(put(`p${count}`, { value: count, text: name })));
        count += 1;
      }
    };
    expect(await refusal(fill)).toBe("core/cannot-write");
    expect((await store.counts("public")).get(item) ?? 0).toBe(count);
    expect(await collected(store.verifyHistory())).toEqual([]);
    rmSync(join(folder, "ballast"));
    await store.commit(batch(put("after", { value: 1 })));
    expect(await store.get("public", item, "after")).toBeDefined();
    expect(await collected(store.verifyHistory())).toEqual([]);
    await store.close();
    await server?.stop();
    spawnSync("umount", ["--lazy", folder]);
  }, 60_000);
});
