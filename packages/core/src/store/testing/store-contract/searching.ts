import assert from "node:assert/strict";
import type { Kind } from "../../../identifier.ts";
import type { SearchQuery, Store } from "../../store.ts";
import { commit, contractCase, day, note, paper, put, refusal, remove } from "./contract-case.ts";

const found = async (store: Store, query: string | SearchQuery): Promise<string[]> =>
  (await store.search("public", typeof query === "string" ? { text: query } : query)).items.map(
    ({ reference }) => reference,
  );

export const searchingCases = [
  contractCase("finds records by all words, folded and without endings", async (store) => {
    await commit(store, day(1), [
      put(paper, "a", { title: "Decisions about Café budgets" }),
      put(paper, "b", { title: "A decision on policing", meeting: { place: "ΔΗΜΑΡΧΕΙΟ" } }),
      put(note, "c", { heading: "deciding the budget", body: "café" }),
      put(note, "d", { parts: [{ heading: "budget of 2017-18" }], body: "decision" }),
    ]);
    assert.deepEqual(await found(store, "DECISION"), ["test/paper/b", "test/paper/a"]);
    assert.deepEqual(await found(store, "budget decision"), ["test/paper/a"]);
    assert.deepEqual(await found(store, "cafe"), ["test/paper/a"]);
    assert.deepEqual(await found(store, "δημαρχειο"), ["test/paper/b"]);
    assert.deepEqual(await found(store, "budget"), ["test/note/d", "test/note/c", "test/paper/a"]);
    assert.deepEqual(await found(store, "2017"), ["test/note/d"]);
    assert.deepEqual(await found(store, "budget nothing"), []);
    assert.deepEqual(await found(store, { text: "budget", kinds: [note] }), [
      "test/note/d",
      "test/note/c",
    ]);
    assert.deepEqual(await found(store, { text: "budget", kinds: [] }), []);
    assert.deepEqual(await found(store, { text: "budget", kinds: ["test/unheard-of"] }), []);
  }),

  contractCase("takes nothing in a query for syntax", async (store) => {
    await commit(store, day(1), [put(paper, "a", { title: "budget and policing" })]);
    for (const text of [
      '"budget',
      "budget AND policing",
      "budget -- policing",
      "(budget* OR",
      "words:budget",
      "budget & policing | !",
      "NEAR(budget policing)",
      "'; DROP TABLE records; --budget",
    ]) {
      const page = await store.search("public", { text });
      assert.ok(page.items.length <= 1, text);
    }
    for (const text of ["", " ", '"', "*", "!?", "\u0000"])
      assert.deepEqual(await store.search("public", { text }), { items: [], next: null });
    assert.deepEqual(await found(store, "test/paper"), []);
    for (const kind of ["no kind", 'a"b/c', "test/paper.x", "", "*"] as Kind[])
      assert.deepEqual(await found(store, { text: "budget", kinds: [kind] }), []);
  }),

  contractCase("shows a stretch of the text in which the words were found", async (store) => {
    const long = `${"Something else was said. ".repeat(20)}The tender was awarded. ${"More. ".repeat(50)}`;
    await commit(store, day(1), [
      put(paper, "a", { title: "short", meeting: { place: long } }),
      put(note, "b", { heading: "Awards", body: "unsearched award" }),
    ]);
    const { items } = await store.search("public", { text: "awarded" });
    const [short, cut] = items;
    assert.deepEqual(short, { reference: "test/note/b", excerpt: "Awards" });
    assert.match(cut?.excerpt ?? "", /^….*The tender was awarded\..*…$/);
    assert.ok((cut?.excerpt.length ?? 0) < 200);
  }),

  contractCase("follows what is written and deleted", async (store) => {
    await commit(store, day(1), [put(paper, "a", { title: "first words" })]);
    await commit(store, day(2), [put(paper, "a", { title: "second words" })]);
    assert.deepEqual(await found(store, "first"), []);
    assert.deepEqual(await found(store, "second"), ["test/paper/a"]);
    await commit(store, day(3), [remove(paper, "a")]);
    assert.deepEqual(await found(store, "words"), []);
  }),

  contractCase("pages, newest first, while others write", async (store) => {
    const names = Array.from({ length: 25 }, (_, index) => `p${String(index).padStart(2, "0")}`);
    await commit(
      store,
      day(1),
      names.map((id) => put(paper, id, { title: "common words" })),
    );
    const all: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.search("public", {
        text: "common",
        limit: 10,
        ...(cursor === undefined ? {} : { cursor }),
      });
      all.push(...page.items.map(({ reference }) => reference.slice("test/paper/".length)));
      cursor = page.next ?? undefined;
      await commit(store, day(2), [
        put(paper, `later${all.length}`, { title: "common" }),
        put(paper, "p00", { title: `common words ${all.length}` }),
      ]);
    } while (cursor !== undefined);
    assert.deepEqual(all, names.toReversed());
    const { next } = await store.search("public", { text: "common", limit: 1 });
    for (const query of [
      { text: "words", cursor: next ?? "" },
      { text: "common", kinds: [paper], cursor: next ?? "" },
      { text: "common", cursor: "nonsense" },
      { text: "common", limit: 0 },
    ])
      await refusal("core/bad-input", () => store.search("public", query));
  }),
];
