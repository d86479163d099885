import assert from "node:assert/strict";
import { contentHash } from "../../content-hash.ts";
import type { ResourceModel, TokenRow } from "../../store.ts";
import {
  collected,
  commit,
  contractCase,
  day,
  erase,
  models,
  noFaults,
  note,
  noteModel,
  paper,
  paperModel,
  put,
  refusal,
  remove,
} from "./contract-case.ts";

const token: TokenRow = {
  id: "t1",
  hash: "a".repeat(64),
  clearance: "restricted",
  bodies: ["register/body/opcc"],
  permissions: ["meetings:*"],
  created: day(1),
  expires: day(20),
};

export const keepingCases = [
  contractCase("keeps tokens by the hash of their secret", async (store, under) => {
    assert.deepEqual(await store.tokens(), []);
    await store.putToken(token);
    await store.putToken({ ...token, id: "t0", hash: "b".repeat(64) });
    await store.putToken({ ...token, revoked: day(2) });
    const again = await under.reopen(store);
    assert.deepEqual(await again.tokenByHash(token.hash), { ...token, revoked: day(2) });
    assert.equal(await again.tokenByHash("c".repeat(64)), undefined);
    assert.equal(await again.tokenByHash(""), undefined);
    assert.deepEqual(
      (await again.tokens()).map(({ id }) => id),
      ["t0", "t1"],
    );
    await again.close();
  }),

  contractCase("keeps the audit in the order in which it came", async (store, under) => {
    const entries = Array.from({ length: 1203 }, (_, index) => ({
      at: day(1),
      by: "t1",
      action: "meetings/paper/get",
      outcome: "done",
      ...(index % 2 === 0 ? { about: `test/paper/p${index}` } : {}),
    }));
    await Promise.all(entries.map((entry) => store.appendAudit(entry)));
    const again = await under.reopen(store);
    assert.deepEqual(await collected(again.audit()), entries);
    await again.close();
  }),

  contractCase(
    "marks every change, by whatever process, and nothing else",
    async (store, under) => {
      if (store.mark?.() === undefined) return;
      const marks = new Set<string | undefined>();
      const changed = async (work: () => Promise<unknown>) => {
        const before = store.mark?.();
        marks.add(before);
        await work();
        assert.ok(!marks.has(store.mark?.()), "a change is not marked, or by an old mark");
        await store.get("public", paper, "a");
        assert.equal(store.mark?.(), store.mark?.(), "reading moves the mark");
      };
      await changed(() => commit(store, day(1), [put(paper, "a")]));
      await changed(() => commit(store, day(2), [put(paper, "a", {}, "restricted")]));
      await changed(() => commit(store, day(3), [erase(paper, "a")]));
      const other = await under.another(store);
      await other.prepare(models);
      await changed(() => commit(other, day(4), [put(note, "b")]));
      await other.close();
    },
  ),

  contractCase("counts what each clearance sees", async (store) => {
    await commit(store, day(1), [
      put(paper, "a"),
      put(paper, "b", {}, "restricted"),
      put(note, "c", {}, "confidential"),
    ]);
    assert.deepEqual([...(await store.counts("public"))], [[paper, 1]]);
    assert.deepEqual([...(await store.counts("restricted"))], [[paper, 2]]);
    assert.deepEqual(
      [...(await store.counts("confidential"))].sort(),
      [
        [note, 1],
        [paper, 2],
      ].sort(),
    );
    await commit(store, day(2), [put(paper, "a", {}, "restricted"), remove(paper, "b")]);
    assert.deepEqual([...(await store.counts("public"))], []);
    assert.deepEqual([...(await store.counts("restricted"))], [[paper, 1]]);
    const asked = ["test/paper/a", "test/paper/b", "test/note/c", "test/other/d"] as const;
    assert.deepEqual([...(await store.visible("public", asked))], []);
    assert.deepEqual([...(await store.visible("restricted", asked))], ["test/paper/a"]);
    assert.deepEqual([...(await store.visible("confidential", asked))].sort(), [
      "test/note/c",
      "test/paper/a",
    ]);
  }),

  contractCase(
    "hands out every record in full, and the same hash for the same content",
    async (store, under) => {
      const hidden = { record: "public", paths: { "/title": "restricted" } } as const;
      await commit(store, day(1), [
        put(paper, "b", { title: "x", pages: 1 }, hidden),
        put(note, "a", { heading: "y" }, "confidential"),
        put(paper, "a_b"),
        put(paper, "a-b"),
        put(paper, "gone"),
      ]);
      await commit(store, day(2), [remove(paper, "gone")]);
      const records = await collected(store.records());
      assert.deepEqual(
        records.map(({ kind, id }) => `${kind}/${id}`),
        ["test/note/a", "test/paper/a-b", "test/paper/a_b", "test/paper/b"],
      );
      assert.deepEqual(records[3], {
        kind: paper,
        id: "b",
        data: { id: "b", title: "x", pages: 1 },
        classification: hidden,
      });
      const hash = await contentHash(store);
      const copy = await under.open();
      await copy.commit({
        at: day(9),
        by: "copy",
        writes: records.toReversed().map((record) => ({ action: "put", ...record })),
      });
      assert.equal(await contentHash(copy), hash);
      await commit(copy, day(10), [put(paper, "b", { title: "x", pages: 1 })]);
      assert.notEqual(await contentHash(copy), hash);
      await copy.close();
    },
  ),

  contractCase(
    "indexes what is held already when a field is declared later",
    async (store, under) => {
      await commit(store, day(1), [
        put(paper, "a", { title: "x", weight: "2.5", words: ["p", "q"] }),
        put(paper, "b", { title: "planted", weight: "1", words: ["q"] }, "restricted"),
        put(paper, "c", { title: "x" }),
        put("test/unprepared", "d", { weight: "7" }),
      ]);
      const grown: ResourceModel = {
        kind: paper,
        fields: {
          ...paperModel.fields,
          another: { type: "text" },
          weight: { type: "decimal", places: 1 },
          words: { type: "text", many: true },
        },
      };
      const other: ResourceModel = {
        kind: "test/unprepared",
        fields: { weight: { type: "decimal" } },
      };
      const before = await store.get("public", paper, "a");
      await store.prepare([grown, other]);
      const again = await under.reopen(store);
      await again.prepare([grown]);
      for (const clearance of ["public", "restricted"] as const) {
        const seen = clearance === "public" ? ["a"] : ["b", "a"];
        const order = { field: "weight", direction: "ascending" } as const;
        const where = [{ field: "words", is: "equals", value: "q" }] as const;
        const page = await again.list(clearance, paper, { order, where });
        assert.deepEqual(
          page.items.map(({ id }) => id),
          seen,
        );
        const [total] = await again.aggregate(clearance, paper, { sum: ["weight"] });
        assert.equal(total?.sum.weight, clearance === "public" ? "2.5" : "3.5");
        const page2 = await again.list(clearance, other.kind, {
          where: [{ field: "weight", is: "equals", value: "7" }],
        });
        assert.equal(page2.items.length, 1);
      }
      assert.deepEqual(await again.get("public", paper, "a"), before);
      await again.prepare(models);
      await refusal("core/bad-input", () =>
        again.list("public", paper, { where: [{ field: "weight", is: "missing" }] }),
      );
      await noFaults(again);
      await again.close();
    },
  ),

  contractCase("searches by what is declared now", async (store) => {
    await commit(store, day(1), [put(note, "a", { heading: "planted", body: "buried" })]);
    const hits = async (text: string) => (await store.search("public", { text })).items.length;
    assert.deepEqual([await hits("planted"), await hits("buried")], [1, 0]);
    const { searchable: _, ...whole } = noteModel;
    await store.prepare([whole]);
    assert.deepEqual([await hits("planted"), await hits("buried")], [1, 1]);
    await store.prepare([{ ...whole, searchable: ["/body"] }]);
    assert.deepEqual([await hits("planted"), await hits("buried")], [0, 1]);
    await commit(store, day(2), [put(note, "a", { heading: "planted", body: "dug out" })]);
    assert.deepEqual([await hits("buried"), await hits("dug")], [0, 1]);
  }),

  contractCase(
    "refuses a field that does not fit what is held, without telling it",
    async (store) => {
      await commit(store, day(1), [put(paper, "a", { code: "planted" }, "confidential")]);
      const { message, hint } = await refusal("core/configuration", () =>
        store.prepare([{ kind: paper, fields: { code: { type: "integer" } } }]),
      );
      assert.doesNotMatch(`${message} ${hint}`, /planted|paper\/a/);
      await refusal("core/configuration", () =>
        store.prepare([{ kind: paper, fields: { id: { type: "text" } } }]),
      );
      const found = await store.list("confidential", paper, {
        where: [{ field: "title", is: "missing" }],
      });
      assert.equal(found.items.length, 1);
    },
  ),

  contractCase("refuses everything once it is closed", async (store) => {
    await store.close();
    await store.close();
    await refusal("core/store-unreachable", () => store.get("public", paper, "a"));
    await refusal("core/store-unreachable", () => commit(store, day(1), [put(paper, "a")]));
    await refusal("core/store-unreachable", () => collected(store.records()));
  }),
];
