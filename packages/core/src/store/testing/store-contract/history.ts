import assert from "node:assert/strict";
import type { Classification } from "../../../publication.ts";
import { verifyExport } from "../../history-export.ts";
import {
  collected,
  commit,
  contractCase,
  day,
  erase,
  noFaults,
  note,
  outcomes,
  paper,
  put,
  refusal,
  remove,
  seen,
} from "./contract-case.ts";

const narrow: Classification = { record: "public", paths: { "/title": "restricted" } };

export const historyCases = [
  contractCase(
    "tells each clearance what it saw happen, and who did it to the confidential",
    async (store) => {
      await commit(store, day(1), [put(paper, "a", { title: "one", pages: 1 }, narrow)]);
      await commit(store, day(2), [put(paper, "a", { title: "two", pages: 1 }, narrow)]);
      await commit(store, day(3), [remove(paper, "a")]);
      const all = await store.history("confidential", paper, "a");
      assert.deepEqual(
        all.map(({ version, at, action, reason, by }) => ({ version, at, action, reason, by })),
        [
          { version: 1, at: day(1), action: "created", reason: undefined, by: "token-1" },
          { version: 2, at: day(2), action: "replaced", reason: undefined, by: "token-1" },
          { version: 3, at: day(3), action: "deleted", reason: "entered twice", by: "token-1" },
        ],
      );
      assert.deepEqual(
        all.map(({ text }) => (text === undefined ? undefined : JSON.parse(text).title)),
        ["one", "two", undefined],
      );
      const open = await store.history("public", paper, "a");
      assert.deepEqual(open, [
        {
          version: 1,
          at: day(1),
          action: "created",
          text: `{"id":"a","pages":1,"record":{"version":1,"created":"${day(1)}","modified":"${day(1)}"}}`,
        },
        { version: 2, at: day(3), action: "deleted", reason: "entered twice" },
      ]);
    },
  ),

  contractCase("rebuilds a past view", async (store) => {
    await commit(store, day(2), [put(paper, "a", { pages: 1 }), put(paper, "b", { pages: 5 })]);
    await commit(store, day(4), [put(paper, "a", { pages: 2 }), remove(paper, "b")]);
    await commit(store, day(6), [put(paper, "b", { pages: 6 })]);
    const pagesAt = async (at: string) =>
      (await store.list("public", paper, { asAt: at })).items.map(({ text }) => {
        const { pages, record } = JSON.parse(text);
        return [pages, record.version, record.created, record.modified];
      });
    assert.deepEqual(await pagesAt(day(1)), []);
    assert.deepEqual(await pagesAt(day(2)), [
      [1, 1, day(2), day(2)],
      [5, 1, day(2), day(2)],
    ]);
    assert.deepEqual(await pagesAt(day(5)), [[2, 2, day(2), day(4)]]);
    assert.deepEqual(await pagesAt(day(7)), [
      [2, 2, day(2), day(4)],
      [6, 3, day(6), day(6)],
    ]);
    assert.equal((await store.getAsAt("public", paper, "b", day(3)))?.version, 1);
    assert.equal(await store.getAsAt("public", paper, "b", day(5)), undefined);
  }),

  contractCase("reads the past by the narrower of the class then and now", async (store) => {
    const title = (text: string | undefined) => JSON.parse(text ?? "{}").title;
    await commit(store, day(1), [put(paper, "a", { title: "planted one", pages: 1 })]);
    await commit(store, day(2), [put(paper, "a", { title: "planted two", pages: 1 })]);
    await commit(store, day(3), [put(paper, "a", { title: "planted two", pages: 1 }, narrow)]);
    // The class now: both versions that were public look the same to the public, and are one.
    const open = await store.history("public", paper, "a");
    assert.ok(!JSON.stringify(open).includes("planted"));
    assert.deepEqual(
      open.map(({ version, at }) => [version, at]),
      [[1, day(1)]],
    );
    const then = await store.getAsAt("public", paper, "a", day(2));
    assert.deepEqual([then?.version, then?.modified, title(then?.text)], [1, day(1), undefined]);
    assert.equal(
      title((await store.getAsAt("restricted", paper, "a", day(1)))?.text),
      "planted one",
    );
    // The class then: what was hidden when it was written stays so when the record is opened.
    await commit(store, day(4), [put(paper, "a", { title: "open", pages: 1 })]);
    assert.ok(title((await store.getAsAt("public", paper, "a", day(3)))?.text) === undefined);
    await commit(store, day(5), [put(paper, "a", { title: "open", pages: 1 }, "confidential")]);
    assert.deepEqual(await store.history("restricted", paper, "a"), []);
    assert.equal(await store.getAsAt("restricted", paper, "a", day(4)), undefined);
    assert.deepEqual((await store.list("public", paper, { asAt: day(4) })).items, []);
  }),

  contractCase("narrows the past over all items of an array", async (store) => {
    await commit(store, day(1), [put(paper, "a", { items: [{ cost: "1" }, { cost: "2" }] })]);
    await commit(store, day(2), [
      put(
        paper,
        "a",
        { items: [{ cost: "2" }, { cost: "1" }] },
        {
          record: "public",
          paths: { "/items/0/cost": "restricted" },
        },
      ),
    ]);
    const then = await store.getAsAt("public", paper, "a", day(1));
    assert.deepEqual(JSON.parse(then?.text ?? "{}").items, [{}, {}]);
    const found = await store.list("public", paper, {
      asAt: day(1),
      where: [{ field: "costs", is: "equals", value: "2" }],
    });
    assert.deepEqual(found.items, []);
  }),

  contractCase(
    "has chains and roots that verify, here and by an outsider",
    async (store, under) => {
      await commit(store, day(1), [
        put(paper, "a", { title: "planted", pages: 1 }, narrow),
        put(note, "hidden", { heading: "planted" }, "confidential"),
      ]);
      await commit(store, day(2), [put(paper, "a", { title: "planted", pages: 2 }, narrow)]);
      await commit(store, day(3), [
        remove(paper, "a"),
        put(paper, "b", { see: "test/note/hidden" }),
      ]);
      await commit(store, day(4), [put(note, "hidden", {}, "public")]);
      await noFaults(store);
      const again = await under.reopen(store);
      await noFaults(again);
      for (const opened of [undefined, "public", "confidential"] as const) {
        const lines = await collected(again.exportHistory(opened));
        const verdict = await verifyExport(lines);
        assert.deepEqual(verdict.faults, []);
        assert.equal(verdict.entries, 7);
        assert.equal(verdict.unsigned, 0);
        assert.ok(verdict.roots >= 1 && verdict.keys.length === 1);
        const text = lines.join("\n");
        assert.equal(text.includes("planted"), opened === "confidential");
        assert.equal(text.includes('"opened"'), opened !== undefined);
      }
      await again.close();
    },
  ),

  contractCase("shows an outsider that an export was tampered with", async (store) => {
    await commit(store, day(1), [put(paper, "a", { pages: 1 }), put(paper, "b", { pages: 1 })]);
    await commit(store, day(2), [put(paper, "a", { pages: 2 }), put(paper, "b", { pages: 2 })]);
    const lines = await collected(store.exportHistory("public"));
    const entries = lines.flatMap((line, index) =>
      JSON.parse(line).type === "entry" ? [index] : [],
    );
    const [first = 0, second = 0, third = 0] = entries;
    const swapped = lines.with(first, lines[second] ?? "").with(second, lines[first] ?? "");
    const altered = lines.with(third, (lines[third] ?? "").replace(/pages(\W+)2/, "pages$13"));
    assert.notDeepEqual(altered, lines);
    for (const forged of [
      swapped,
      altered,
      lines.toSpliced(third, 1),
      lines.slice(0, -1),
      lines.filter((line) => JSON.parse(line).type !== "root"),
    ]) {
      const { faults } = await verifyExport(forged);
      assert.ok(faults.length > 0);
    }
    assert.deepEqual((await verifyExport(lines)).faults, []);
  }),

  contractCase("erases content everywhere and leaves a chain that verifies", async (store) => {
    const hidden: Classification = { record: "public", paths: { "/pages": "confidential" } };
    await commit(store, day(1), [put(paper, "a", { title: "planted", tags: ["planted"] }, hidden)]);
    await commit(store, day(2), [put(paper, "a", { title: "planted more", pages: 4 }, hidden)]);
    await commit(store, day(2), [put(paper, "kept", { see: "test/paper/a" })]);
    await commit(store, day(3), [remove(paper, "a")]);
    await commit(store, day(4), [put(paper, "a", { title: "planted again" }, hidden)]);
    assert.deepEqual(outcomes(await commit(store, day(5), [erase(paper, "a")])), ["erased"]);
    for (const clearance of ["public", "restricted", "confidential"] as const) {
      assert.equal(await store.get(clearance, paper, "a"), undefined);
      assert.deepEqual((await store.search(clearance, { text: "planted" })).items, []);
      for (const number of [1, 2, 4, 6])
        assert.equal(await store.getAsAt(clearance, paper, "a", day(number)), undefined);
      assert.deepEqual((await store.list(clearance, paper, { asAt: day(4) })).items.length, 1);
      const history = await store.history(clearance, paper, "a");
      assert.deepEqual(
        history.map(({ action, reason, text }) => [action, reason, text]),
        [
          ["created", undefined, undefined],
          ["replaced", undefined, undefined],
          ["deleted", undefined, undefined],
          ["created", undefined, undefined],
          ["erased", "ordered by the court", undefined],
        ],
      );
    }
    assert.deepEqual((await store.load(paper, "a"))?.data, {});
    assert.equal((await store.load(paper, "a"))?.deleted, true);
    await noFaults(store);
    const lines = await collected(store.exportHistory("confidential"));
    assert.deepEqual((await verifyExport(lines)).faults, []);
    assert.ok(!lines.join("\n").includes("planted"));
    await refusal("core/not-found", () => commit(store, day(6), [erase(paper, "a")]));
    await refusal("core/not-found", () => commit(store, day(6), [erase(paper, "never")]));
    await commit(store, day(7), [put(paper, "a", { title: "fresh" })]);
    assert.equal((await seen(store, "public", paper, "a"))?.title, "fresh");
    assert.equal((await store.get("public", paper, "a"))?.version, 6);
    await noFaults(store);
  }),

  contractCase("erases a record that was deleted before", async (store) => {
    await commit(store, day(1), [put(paper, "a", { title: "planted" })]);
    await commit(store, day(2), [remove(paper, "a")]);
    await commit(store, day(3), [erase(paper, "a")]);
    assert.ok(!JSON.stringify(await store.history("confidential", paper, "a")).includes("planted"));
    assert.deepEqual((await store.load(paper, "a"))?.data, {});
    await noFaults(store);
  }),
];
