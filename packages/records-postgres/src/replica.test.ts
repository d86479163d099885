import { afterAll, describe, expect, it } from "vitest";
import { batch, directly, item, itemModel, put, refusal, until } from "../test/place.ts";
import { openPostgres } from "./index.ts";
import { noPostgres, noReplica, startPostgres, startReplica } from "./testing/index.ts";

const primary = await startPostgres();
const replica = primary === undefined ? undefined : await startReplica(primary);
if (replica === undefined)
  console.warn(`Replicas are not tested: ${primary === undefined ? noPostgres : noReplica}.`);
afterAll(async () => {
  await replica?.remove();
  await primary?.remove();
});

describe.skipIf(replica === undefined)("a streaming replica", () => {
  it("is read when it has what was written last, and never before", async () => {
    if (primary === undefined || replica === undefined) throw new Error("no replica");
    const store = await openPostgres({
      url: primary.url(),
      replica: replica.url(),
      patience: 2000,
    });
    await store.prepare([itemModel]);
    const value = async (id = "a") =>
      JSON.parse((await store.get("public", item, id))?.text ?? "{}").value;
    for (let turn = 0; turn < 50; turn += 1) {
      await store.commit(batch(put("a", { value: turn })));
      expect(await value()).toBe(turn);
    }

    await directly(replica.url(), "SELECT pg_wal_replay_pause()");
    await store.commit(batch(put("a", { value: 100 }), put("b", { value: 1 })));
    expect(await value()).toBe(100);
    expect((await store.list("public", item, {})).items).toHaveLength(2);
    expect((await store.search("public", { text: "a" })).items).toHaveLength(1);
    const [behind] = await directly<{ n: string }>(
      replica.url(),
      "SELECT count(*) AS n FROM moothall.documents_public",
    );
    expect(behind?.n).toBe("1");
    // A kind whose indexes the replica does not have yet.
    const other = { kind: "test/other", fields: { value: { type: "integer" } } } as const;
    await store.prepare([other]);
    expect((await store.list("public", "test/other", {})).items).toEqual([]);

    await directly(replica.url(), "SELECT pg_wal_replay_resume()");
    await until(async () => {
      const [row] = await directly<{ n: string }>(
        replica.url(),
        "SELECT count(*) AS n FROM moothall.kinds",
      );
      return row?.n === "2";
    });
    expect(await value()).toBe(100);

    // With the primary gone only the replica can answer.
    await primary.stop("kill");
    expect(await value()).toBe(100);
    expect((await store.list("public", item, {})).items).toHaveLength(2);
    expect(await refusal(() => store.commit(batch(put("c", {}))))).toBe("core/store-unreachable");
    await primary.start();
    await store.commit(batch(put("c", { value: 3 })));
    expect(await value("c")).toBe(3);

    // And with the replica gone the primary does.
    await replica.stop("kill");
    expect(await value()).toBe(100);
    await store.commit(batch(put("d", { value: 4 })));
    expect(await value("d")).toBe(4);
    await store.close();
  }, 60_000);
});
