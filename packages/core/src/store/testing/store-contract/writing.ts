import assert from "node:assert/strict";
import {
  commit,
  contractCase,
  day,
  note,
  outcomes,
  paper,
  publicOnly,
  put,
  refusal,
  remove,
  seen,
} from "./contract-case.ts";

export const writingCases = [
  contractCase("writes, reads its own writes at once, and keeps them", async (store, under) => {
    const receipt = await commit(store, day(1), [put(paper, "one", { title: "Budget" })]);
    assert.deepEqual(receipt, {
      results: [
        {
          kind: paper,
          id: "one",
          outcome: "created",
          versions: { public: 1, restricted: 1, confidential: 1 },
        },
      ],
    });
    const expected = {
      id: "one",
      title: "Budget",
      record: { version: 1, created: day(1), modified: day(1) },
    };
    assert.deepEqual(await seen(store, "public", paper, "one"), expected);
    const again = await under.reopen(store);
    assert.deepEqual(await seen(again, "public", paper, "one"), expected);
    await again.close();
  }),

  contractCase("hands back text with the fields in the order written", async (store) => {
    await commit(store, day(1), [put(paper, "one", { title: "é €\u0000\ud83d\ude00", pages: 2 })]);
    const found = await store.get("public", paper, "one");
    assert.equal(
      found?.text,
      `{"id":"one","title":"é €\\u0000\ud83d\ude00","pages":2,"record":{"version":1,"created":"${day(1)}","modified":"${day(1)}"}}`,
    );
  }),

  contractCase("knows nothing of what is not there", async (store) => {
    for (const kind of [paper, "test/unheard-of"] as const) {
      assert.equal(await store.get("confidential", kind, "none"), undefined);
      assert.equal(await store.getAsAt("confidential", kind, "none", day(1)), undefined);
      assert.equal(await store.load(kind, "none"), undefined);
      assert.deepEqual(await store.history("confidential", kind, "none"), []);
      assert.deepEqual(await store.list("confidential", kind, {}), { items: [], next: null });
      assert.deepEqual(await store.aggregate("confidential", kind, {}), [
        { group: {}, count: 0, sum: {}, least: {}, greatest: {} },
      ]);
    }
    assert.deepEqual([...(await store.counts("confidential"))], []);
    assert.deepEqual(await store.referrers("confidential", "test/paper/none"), []);
    assert.deepEqual(await store.search("confidential", { text: "none" }), {
      items: [],
      next: null,
    });
  }),

  contractCase("changes nothing when the data is what is held", async (store) => {
    await commit(store, day(1), [put(paper, "one", { title: "Budget", pages: 3 })]);
    const before = await store.get("public", paper, "one");
    const receipt = await commit(store, day(2), [put(paper, "one", { pages: 3, title: "Budget" })]);
    assert.deepEqual(outcomes(receipt), ["unchanged"]);
    assert.deepEqual(await store.get("public", paper, "one"), before);
    assert.equal((await store.history("confidential", paper, "one")).length, 1);
  }),

  contractCase("writes a batch whole or not at all", async (store) => {
    await commit(store, day(1), [put(paper, "held")]);
    const audited = await store.counts("confidential");
    await refusal("core/already-exists", () =>
      commit(store, day(2), [
        put(paper, "new", { title: "planted" }),
        put(note, "first", { heading: "planted" }),
        put(paper, "held", { title: "x" }, publicOnly, "absent"),
      ]),
    );
    assert.equal(await store.load(paper, "new"), undefined);
    assert.deepEqual(await store.counts("confidential"), audited);
    assert.deepEqual((await store.search("confidential", { text: "planted" })).items, []);
    assert.deepEqual(await store.history("confidential", note, "first"), []);
    // And service goes on.
    assert.deepEqual(outcomes(await commit(store, day(2), [put(paper, "new")])), ["created"]);
  }),

  contractCase("forgets a kind that came with a refused batch", async (store) => {
    const kind = "test/refused" as const;
    await refusal("core/not-found", () =>
      commit(store, day(1), [put(kind, "a"), remove(paper, "none")]),
    );
    assert.equal(await store.get("public", kind, "a"), undefined);
    await store.prepare([{ kind, fields: { title: { type: "text" } } }]);
    await commit(store, day(2), [put(kind, "a", { title: "x" })]);
    const where = [{ field: "title", is: "equals", value: "x" }] as const;
    assert.equal((await store.list("public", kind, { where })).items.length, 1);
  }),

  contractCase("does several things to one record in one batch, in their order", async (store) => {
    const receipt = await commit(store, day(1), [
      put(paper, "one", { title: "a" }, publicOnly, "absent"),
      put(paper, "one", { title: "b" }, publicOnly, { version: 1, clearance: "public" }),
      remove(paper, "one"),
      put(paper, "one", { title: "c" }, publicOnly, "absent"),
    ]);
    assert.deepEqual(outcomes(receipt), ["created", "replaced", "deleted", "created"]);
    assert.equal((await seen(store, "public", paper, "one"))?.title, "c");
    assert.equal((await store.get("public", paper, "one"))?.version, 4);
  }),

  contractCase("refuses a stale version and never merges silently", async (store) => {
    await commit(store, day(1), [put(paper, "one", { title: "a" })]);
    await commit(store, day(2), [
      put(paper, "one", { title: "b" }, publicOnly, { version: 1, clearance: "public" }),
    ]);
    for (const write of [
      put(paper, "one", { title: "c" }, publicOnly, { version: 1, clearance: "public" }),
      remove(paper, "one", { version: 1, clearance: "confidential" }),
      put(paper, "absent", {}, publicOnly, { version: 1, clearance: "public" }),
      put(paper, "absent", {}, publicOnly, { version: 0, clearance: "public" }),
    ])
      await refusal("core/stale", () => commit(store, day(3), [write]));
    await refusal("core/already-exists", () =>
      commit(store, day(3), [put(paper, "one", {}, publicOnly, "absent")]),
    );
    assert.equal((await seen(store, "public", paper, "one"))?.title, "b");
  }),

  contractCase("compares a version with that of the clearance named", async (store) => {
    const hidden = { record: "public", paths: { "/pages": "restricted" } } as const;
    await commit(store, day(1), [put(paper, "one", { pages: 1 }, hidden)]);
    await commit(store, day(2), [put(paper, "one", { pages: 2 }, hidden)]);
    assert.deepEqual((await store.load(paper, "one"))?.versions, {
      public: 1,
      restricted: 2,
      confidential: 2,
    });
    await refusal("core/stale", () =>
      commit(store, day(3), [
        put(paper, "one", { pages: 3 }, hidden, { version: 1, clearance: "restricted" }),
      ]),
    );
    const receipt = await commit(store, day(3), [
      put(paper, "one", { pages: 3 }, hidden, { version: 1, clearance: "public" }),
    ]);
    assert.deepEqual(receipt.results[0]?.versions, { public: 1, restricted: 3, confidential: 3 });
  }),

  contractCase("holds a batch to the records that were read while deciding", async (store) => {
    await commit(store, day(1), [put(paper, "read", { pages: 1 })]);
    const read = { kind: paper, id: "read", expect: { version: 1, clearance: "public" } } as const;
    const absent = { kind: note, id: "none", expect: "absent" } as const;
    await commit(store, day(2), [put(paper, "one")], { unchanged: [read, absent] });
    await commit(store, day(3), [put(paper, "read", { pages: 2 })]);
    await refusal("core/conflict", () =>
      commit(store, day(4), [put(paper, "two")], { unchanged: [read] }),
    );
    await refusal("core/conflict", () =>
      commit(store, day(4), [put(paper, "two")], {
        unchanged: [{ kind: paper, id: "one", expect: "absent" }],
      }),
    );
    await commit(store, day(5), [remove(paper, "read")]);
    await refusal("core/conflict", () =>
      commit(store, day(6), [put(paper, "two")], {
        unchanged: [{ ...read, expect: { version: 3, clearance: "public" } }],
      }),
    );
    assert.equal(await store.load(paper, "two"), undefined);
  }),

  contractCase("holds a batch to the sums that were read while deciding", async (store) => {
    await commit(store, day(1), [
      put(paper, "one", { title: "x", amount: "10.10" }),
      put(paper, "two", { title: "x", amount: "0.20" }),
      put(paper, "three", { title: "y", amount: "5" }, "restricted"),
    ]);
    const total = (equals: string, title = "x", clearance: "public" | "restricted" = "public") => ({
      totals: [
        {
          clearance,
          kind: paper,
          where: [{ field: "title", is: "equals" as const, value: title }],
          sum: "amount",
          equals,
        },
      ],
    });
    await commit(store, day(2), [put(paper, "a")], total("10.3"));
    await commit(store, day(2), [put(paper, "b")], total("0", "y"));
    await commit(store, day(2), [put(paper, "c")], total("5.00", "y", "restricted"));
    await refusal("core/conflict", () => commit(store, day(3), [put(paper, "d")], total("10.31")));
    await commit(store, day(3), [put(paper, "four", { title: "x", amount: "1" })]);
    await refusal("core/conflict", () => commit(store, day(4), [put(paper, "d")], total("10.3")));
    assert.equal(await store.load(paper, "d"), undefined);
  }),

  contractCase("holds a batch to how many records there were while deciding", async (store) => {
    await commit(store, day(1), [
      put(paper, "one", { title: "x" }),
      put(paper, "two", { title: "y" }, "restricted"),
    ]);
    const number = (equals: string, clearance: "public" | "restricted" = "public") => ({
      totals: [{ clearance, kind: paper, where: [], equals }],
    });
    await refusal("core/conflict", () => commit(store, day(2), [put(paper, "a")], number("2")));
    await commit(store, day(2), [put(paper, "a")], number("1"));
    await commit(store, day(3), [put(paper, "b")], number("3", "restricted"));
    await refusal("core/conflict", () => commit(store, day(4), [put(paper, "c")], number("2")));
    assert.equal(await store.load(paper, "c"), undefined);
    const none = [{ field: "title", is: "equals" as const, value: "z" }];
    await commit(store, day(4), [put(paper, "c", { title: "z" })], {
      totals: [{ clearance: "public", kind: paper, where: none, equals: "0" }],
    });
  }),

  contractCase("lets one of two who decided at once go first", async (store) => {
    await commit(store, day(1), [put(paper, "one", { pages: 0 })]);
    const both = await Promise.allSettled(
      [1, 2].map((pages) =>
        commit(store, day(2), [
          put(paper, "one", { pages }, publicOnly, { version: 1, clearance: "public" }),
        ]),
      ),
    );
    assert.deepEqual(both.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
    assert.equal((await store.get("public", paper, "one"))?.version, 2);
  }),

  contractCase("refuses what no record can be", async (store) => {
    for (const write of [
      put(paper, "Upper"),
      put(paper, ""),
      put(paper, "../etc"),
      put("test" as typeof paper, "one"),
      put("test/a/b" as typeof paper, "one"),
      put(paper, "one", { record: {} }),
      put(paper, "one", { amount: "1.005" }),
      put(paper, "one", { amount: "100000000000000000.00" }),
      put(paper, "one", { day: "22 May" }),
      put(paper, "one", { title: ["a", "b"] }),
    ])
      await refusal("core/bad-input", () => commit(store, day(1), [write]));
    await refusal("core/bad-input", () => commit(store, "yesterday", [put(paper, "one")]));
    assert.equal(await store.load(paper, "one"), undefined);
  }),

  contractCase("deletes and makes anew; versions never restart", async (store) => {
    await commit(store, day(1), [put(paper, "one", { title: "planted" })]);
    assert.deepEqual(outcomes(await commit(store, day(2), [remove(paper, "one")])), ["deleted"]);
    assert.equal(await store.get("confidential", paper, "one"), undefined);
    assert.deepEqual((await store.list("confidential", paper, {})).items, []);
    assert.deepEqual((await store.search("confidential", { text: "planted" })).items, []);
    assert.deepEqual([...(await store.counts("confidential"))], []);
    assert.equal((await store.visible("confidential", ["test/paper/one"])).size, 0);
    const loaded = await store.load(paper, "one");
    assert.deepEqual(loaded, {
      data: { id: "one", title: "planted" },
      classification: publicOnly,
      versions: { public: 2, restricted: 2, confidential: 2 },
      deleted: true,
    });
    await refusal("core/not-found", () => commit(store, day(3), [remove(paper, "one")]));
    await refusal("core/not-found", () => commit(store, day(3), [remove(paper, "never")]));
    await commit(store, day(3), [put(paper, "one", { title: "new" }, publicOnly, "absent")]);
    assert.deepEqual((await seen(store, "public", paper, "one"))?.record, {
      version: 3,
      created: day(3),
      modified: day(3),
    });
    const actions = (await store.history("public", paper, "one")).map(({ action }) => action);
    assert.deepEqual(actions, ["created", "deleted", "created"]);
  }),

  contractCase("keeps a record's history in order when the clock goes back", async (store) => {
    await commit(store, day(5), [put(paper, "one", { pages: 1 })]);
    await commit(store, day(2), [put(paper, "one", { pages: 2 })]);
    await commit(store, day(3), [put(paper, "other")]);
    const history = await store.history("public", paper, "one");
    assert.deepEqual(
      history.map(({ at }) => at),
      [day(5), day(5)],
    );
    assert.equal((await store.get("public", paper, "one"))?.modified, day(5));
    assert.equal((await store.get("public", paper, "other"))?.modified, day(3));
    const then = await store.getAsAt("public", paper, "one", day(6));
    assert.equal(JSON.parse(then?.text ?? "{}").pages, 2);
    assert.equal(await store.getAsAt("public", paper, "one", day(4)), undefined);
  }),

  contractCase("keeps moments in UTC with milliseconds", async (store) => {
    await commit(store, "2026-06-01T01:30:00.1239+01:00", [put(paper, "one")]);
    const found = await store.get("public", paper, "one");
    assert.equal(found?.modified, "2026-06-01T00:30:00.123Z");
    assert.ok(await store.getAsAt("public", paper, "one", "2026-06-01T02:30:00.123+02:00"));
    assert.equal(
      await store.getAsAt("public", paper, "one", "2026-06-01T01:30:00.122+01:00"),
      undefined,
    );
  }),

  contractCase("writes a large batch in one piece while others read", async (store) => {
    const writes = Array.from({ length: 1500 }, (_, index) =>
      put(paper, `p${String(index).padStart(4, "0")}`, { pages: index, title: `Paper ${index}` }),
    );
    const writing = commit(store, day(1), writes);
    let done = false;
    const counted = new Set<number>();
    const watching = (async () => {
      while (!done) {
        counted.add((await store.counts("public")).get(paper) ?? 0);
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    await writing;
    done = true;
    await watching;
    counted.add((await store.counts("public")).get(paper) ?? 0);
    for (const count of counted) assert.ok(count === 0 || count === 1500, `saw ${count} of 1500`);
    assert.equal((await store.counts("public")).get(paper), 1500);
  }),
];
