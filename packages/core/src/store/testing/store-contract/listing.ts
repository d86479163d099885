import assert from "node:assert/strict";
import type { PublicationClass } from "../../../publication.ts";
import type { Condition, ListQuery, Store, StoredPage } from "../../store.ts";
import {
  collected,
  commit,
  contractCase,
  day,
  erase,
  note,
  paper,
  put,
  refusal,
  remove,
} from "./contract-case.ts";

const ids = async (store: Store, query: ListQuery): Promise<string[]> =>
  (await store.list("public", paper, query)).items.map(({ id }) => id);

const paged = async (store: Store, query: ListQuery): Promise<string[]> => {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.list("public", paper, {
      ...query,
      ...(cursor === undefined ? {} : { cursor }),
    });
    found.push(...page.items.map(({ id }) => id));
    assert.ok(page.items.length <= (query.limit ?? 50));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return found;
};

const see = `${paper}/a`;

const some = (store: Store) =>
  commit(store, day(1), [
    put(paper, "a", { title: "Zebra", amount: "10.50", pages: 3, open: true, tags: ["x", "y"] }),
    put(paper, "b", { title: "apple", amount: "-2", pages: 10, open: false, day: "2026-01-02" }),
    put(paper, "c", { title: "Apple", amount: "10.5", day: "2025-12-31", tags: ["y", "y"] }),
    put(paper, "d", { meeting: { chair: "Ann" }, items: [{ cost: "1" }, { cost: "2.5" }] }),
    put(paper, "e", { title: "\u{1f600}", heard: "2026-01-01T10:00:00+01:00", pages: -1 }),
    put(paper, "f", { title: "\uffee", heard: "2026-01-01T09:30:00Z", rate: "0.1234" }),
  ]);

const filters: readonly (readonly [Condition, string])[] = [
  [{ field: "title", is: "equals", value: "Apple" }, "c"],
  [{ field: "title", is: "at-most", value: "Zz" }, "ac"],
  [{ field: "title", is: "missing" }, "d"],
  [{ field: "title", is: "one-of", value: ["Zebra", "apple", "Zebra"] }, "ab"],
  [{ field: "title", is: "one-of", value: [] }, ""],
  [{ field: "amount", is: "equals", value: "10.50" }, "ac"],
  [{ field: "amount", is: "equals", value: 10.5 }, "ac"],
  [{ field: "amount", is: "at-least", value: "-2.00" }, "abc"],
  [{ field: "amount", is: "at-most", value: "0" }, "b"],
  [{ field: "pages", is: "at-least", value: 3 }, "ab"],
  [{ field: "pages", is: "at-most", value: "3" }, "ae"],
  [{ field: "pages", is: "missing" }, "cdf"],
  [{ field: "open", is: "equals", value: true }, "a"],
  [{ field: "open", is: "equals", value: "false" }, "b"],
  [{ field: "day", is: "at-most", value: "2025-12-31" }, "c"],
  [{ field: "heard", is: "equals", value: "2026-01-01T09:00:00Z" }, "e"],
  [{ field: "heard", is: "at-least", value: "2026-01-01T10:30:00+01:00" }, "f"],
  [{ field: "rate", is: "equals", value: "0.1234" }, "f"],
  [{ field: "chair", is: "equals", value: "Ann" }, "d"],
  [{ field: "tags", is: "equals", value: "y" }, "ac"],
  [{ field: "tags", is: "one-of", value: ["x", "z"] }, "a"],
  [{ field: "tags", is: "missing" }, "bdef"],
  [{ field: "costs", is: "equals", value: "2.50" }, "d"],
  [{ field: "id", is: "at-least", value: "e" }, "ef"],
  [{ field: "id", is: "one-of", value: ["a", "zz"] }, "a"],
];

export const listingCases = [
  contractCase("filters by every condition on fields of every type", async (store) => {
    await some(store);
    for (const [condition, expected] of filters) {
      assert.equal(
        (await ids(store, { where: [condition] })).join(""),
        expected,
        JSON.stringify(condition),
      );
      // As-at reads filter by the same rules, without the indexes.
      const then = await ids(store, { where: [condition], asAt: day(2) });
      assert.equal(then.join(""), expected, `as at: ${JSON.stringify(condition)}`);
    }
    const both: Condition[] = [
      { field: "tags", is: "equals", value: "y" },
      { field: "pages", is: "missing" },
    ];
    assert.deepEqual(await ids(store, { where: both }), ["c"]);
  }),

  contractCase("orders by value, then id; missing ones last in either direction", async (store) => {
    await some(store);
    for (const asAt of [undefined, day(2)]) {
      const order = async (field: string, direction: "ascending" | "descending") =>
        (
          await ids(store, { order: { field, direction }, ...(asAt === undefined ? {} : { asAt }) })
        ).join("");
      assert.equal(await order("id", "ascending"), "abcdef");
      assert.equal(await order("id", "descending"), "fedcba");
      assert.equal(await order("title", "ascending"), "cabfed");
      assert.equal(await order("title", "descending"), "efbacd");
      assert.equal(await order("amount", "ascending"), "bacdef");
      assert.equal(await order("amount", "descending"), "cabfed");
      assert.equal(await order("pages", "ascending"), "eabcdf");
      assert.equal(await order("heard", "descending"), "fedcba");
      assert.equal(await order("open", "ascending"), "bacdef");
    }
  }),

  contractCase("pages through every order without loss or repetition", async (store) => {
    await some(store);
    for (const field of ["id", "title", "amount", "pages", "heard", "open", "chair"]) {
      for (const direction of ["ascending", "descending"] as const) {
        const order = { field, direction };
        const whole = await ids(store, { order });
        for (const limit of [1, 2, 3, 5, 6])
          assert.deepEqual(
            await paged(store, { order, limit }),
            whole,
            `${field} ${direction} ${limit}`,
          );
        assert.deepEqual(await paged(store, { order, limit: 2, asAt: day(2) }), whole);
      }
    }
  }),

  contractCase("keeps pages stable while others write", async (store) => {
    await commit(
      store,
      day(1),
      Array.from({ length: 20 }, (_, index) =>
        put(paper, `p${String(index * 2).padStart(2, "0")}`, { pages: Math.floor(index / 3) }),
      ),
    );
    const order = { field: "pages", direction: "ascending" } as const;
    const first = await store.list("public", paper, { order, limit: 7 });
    await commit(store, day(2), [
      put(paper, "p01", { pages: 0 }),
      put(paper, "p99", { pages: 99 }),
      remove(paper, first.items.at(-1)?.id ?? ""),
    ]);
    const rest: string[] = [];
    let cursor = first.next;
    while (cursor !== null) {
      const page = await store.list("public", paper, { order, limit: 7, cursor });
      rest.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    }
    const all = [...first.items.map(({ id }) => id), ...rest];
    assert.equal(new Set(all).size, all.length);
    assert.equal(all.length, 21);
    assert.ok(all.includes("p99") && !all.includes("p01"));
  }),

  contractCase("iterates over everything in order", async (store) => {
    await commit(
      store,
      day(1),
      Array.from({ length: 1203 }, (_, index) =>
        put(paper, `p${String(index).padStart(4, "0")}`, { pages: index % 7 }),
      ),
    );
    const where: Condition[] = [{ field: "pages", is: "at-least", value: 1 }];
    const order = { field: "pages", direction: "descending" } as const;
    const found = await collected(store.iterate("public", paper, { where, order }));
    assert.equal(found.length, 1203 - 172);
    const pages = found.map(({ text }) => JSON.parse(text).pages);
    assert.deepEqual(
      pages,
      [...pages].sort((left, right) => right - left),
    );
  }),

  contractCase("filters and orders by texts of any length", async (store) => {
    const long = (end: string) => `${"a long title, ".repeat(3000)}${end}`;
    await commit(store, day(1), [
      put(paper, "a", { title: long("one"), tags: [long("tag")] }),
      put(paper, "b", { title: "b" }),
      put(paper, "c", { title: long("two") }),
      put(paper, "d", { title: "a" }),
    ]);
    const equal = { field: "title", is: "equals", value: long("two") } as const;
    const tagged = { field: "tags", is: "equals", value: long("tag") } as const;
    for (const asAt of [undefined, day(2)]) {
      const then = asAt === undefined ? {} : { asAt };
      assert.deepEqual(await ids(store, { where: [equal], ...then }), ["c"]);
      assert.deepEqual(await ids(store, { where: [tagged], ...then }), ["a"]);
      const order = { field: "title", direction: "ascending" } as const;
      const found = await ids(store, { order, ...then });
      assert.deepEqual([found[0], found.slice(1, 3).sort(), found[3]], ["d", ["a", "c"], "b"]);
      assert.deepEqual(await paged(store, { order, limit: 1, ...then }), found);
    }
  }),

  contractCase("tells fields apart that differ in case only", async (store) => {
    await commit(store, day(1), [put(note, "one", { Title: "x", title: 5 })]);
    const found = await store.list("public", note, {
      where: [
        { field: "Title", is: "equals", value: "x" },
        { field: "title", is: "equals", value: 5 },
      ],
    });
    assert.equal(found.items.length, 1);
  }),

  contractCase(
    "filters and orders by when records came, changed and were touched",
    async (store) => {
      await some(store);
      await commit(store, day(3), [put(paper, "b", { title: "apple" }), put(note, "n", { see })]);
      await commit(store, day(4), [put(paper, "g")]);
      await commit(store, day(5), [put(note, "n", { see: [] })]);
      const since = (field: string, number: number, is: "at-least" | "at-most" = "at-least") =>
        ids(store, { where: [{ field, is, value: day(number) }] });
      assert.deepEqual(await since("created", 2), ["g"]);
      assert.deepEqual(await since("modified", 3), ["b", "g"]);
      assert.deepEqual(await since("modified", 1, "at-most"), ["a", "c", "d", "e", "f"]);
      assert.deepEqual(await since("modified", 3, "at-most"), ["a", "b", "c", "d", "e", "f"]);
      // A part that went away touches what it was a part of.
      assert.deepEqual(await since("touched", 5), ["a"]);
      const order = { field: "touched", direction: "descending" } as const;
      assert.deepEqual(await ids(store, { order }), [..."agbfedc"]);
      assert.deepEqual(await paged(store, { order, limit: 2 }), [..."agbfedc"]);
      const [first] = (await store.list("public", paper, { order })).items;
      assert.equal(first?.touched, day(5));
      assert.equal(first?.modified, day(1));
    },
  ),

  contractCase("lists what is gone to those who saw it", async (store, under) => {
    await commit(store, day(1), [
      put(paper, "a", { title: "one" }),
      put(paper, "b", { title: "two" }),
      put(paper, "c", { title: "three" }, "restricted"),
      put(paper, "d", { title: "four" }),
      put(paper, "e", { title: "five" }),
    ]);
    await commit(store, day(2), [remove(paper, "a"), put(paper, "b", {}, "restricted")]);
    await commit(store, day(3), [remove(paper, "b"), remove(paper, "c"), erase(paper, "d")]);
    const again = await under.reopen(store);
    const list = async (of: PublicationClass, query: ListQuery) =>
      (await again.list(of, paper, query)).items.map(({ text }) => JSON.parse(text));
    const told = (id: string, version: number, number: number) => ({
      id,
      record: { version, created: day(1), modified: day(number), deleted: true },
    });
    // To the public it is the same whether a record was hidden or taken away, and what became of it then.
    const gone = [told("a", 2, 2), told("b", 2, 2), told("d", 2, 3)];
    assert.deepEqual(await list("public", { deleted: "only" }), gone);
    assert.deepEqual(
      (await list("restricted", { deleted: "only" })).map(({ id }) => id),
      [..."abcd"],
    );
    assert.deepEqual(
      (await list("public", {})).map(({ id }) => id),
      ["e"],
    );
    const found = async (query: ListQuery) =>
      (await list("public", { deleted: "included", ...query })).map(({ id }) => id).join("");
    assert.equal(await found({}), "abde");
    assert.equal(await found({ order: { field: "id", direction: "descending" } }), "edba");
    assert.equal(await found({ order: { field: "modified", direction: "ascending" } }), "eabd");
    assert.equal(await found({ order: { field: "title", direction: "descending" } }), "edba");
    const since = { field: "modified", is: "at-least", value: day(2) } as const;
    assert.equal(await found({ where: [since] }), "abd");
    assert.equal(await found({ where: [{ field: "title", is: "missing" }] }), "abd");
    assert.equal(await found({ where: [{ field: "title", is: "equals", value: "one" }] }), "");
    for (const field of ["id", "created", "modified", "touched", "title"]) {
      for (const direction of ["ascending", "descending"] as const) {
        const whole = { deleted: "included", order: { field, direction } } as const;
        let cursor: string | null = null;
        let paged = "";
        do {
          const page: StoredPage = await again.list("public", paper, {
            ...whole,
            limit: 1,
            ...(cursor === null ? {} : { cursor }),
          });
          paged += page.items.map(({ id }) => id).join("");
          cursor = page.next;
        } while (cursor !== null);
        assert.equal(paged, await found(whole), `${field} ${direction}`);
      }
    }
    await commit(again, day(4), [put(paper, "a", { title: "again" })]);
    assert.deepEqual(
      (await list("public", { deleted: "only" })).map(({ id }) => id),
      ["b", "d"],
    );
    await again.close();
  }),

  contractCase("refuses unknown fields, wrong values, limits and cursors", async (store) => {
    await some(store);
    const order = { field: "pages", direction: "ascending" } as const;
    const { next } = await store.list("public", paper, { order, limit: 1 });
    const other = await store.list("public", paper, { limit: 1 });
    for (const query of [
      { where: [{ field: "nothing", is: "missing" }] },
      { where: [{ field: "__proto__", is: "missing" }] },
      { where: [{ field: "pages", is: "equals", value: "many" }] },
      { where: [{ field: "day", is: "equals", value: "yesterday" }] },
      { where: [{ field: "amount", is: "at-least", value: "1e3" }] },
      { where: [{ field: "tags", is: "at-least", value: "a" }] },
      { order: { field: "tags", direction: "ascending" } },
      { order: { field: "nothing", direction: "ascending" } },
      { limit: 0 },
      { limit: 1001 },
      { limit: 1.5 },
      { cursor: "" },
      { cursor: "not a cursor" },
      { cursor: Buffer.from('{"a":1}').toString("base64url") },
      { cursor: next ?? "" },
      { cursor: other.next ?? "", where: [{ field: "open", is: "equals", value: true }] },
      { asAt: "yesterday" },
      { asAt: day(1), deleted: "only" },
      { asAt: day(1), order: { field: "touched", direction: "ascending" } },
      { where: [{ field: "modified", is: "at-least", value: "yesterday" }] },
    ] as ListQuery[])
      await refusal("core/bad-input", () => store.list("public", paper, query));
    await refusal("core/bad-input", () =>
      store.list("public", "test/unheard-of", { order: { field: "x", direction: "ascending" } }),
    );
  }),

  contractCase("aggregates exactly, by groups", async (store) => {
    await commit(store, day(1), [
      put(paper, "a", { title: "x", amount: "0.10", pages: 9007199254740991, day: "2026-01-02" }),
      put(paper, "b", { title: "x", amount: "0.20", pages: 9007199254740991 }),
      put(paper, "c", { title: "y", amount: "92233720368547758.07", open: true }),
      put(paper, "d", { title: "y", amount: "92233720368547758.07", rate: "-1.5" }),
      put(paper, "e", { title: "y", amount: "-92233720368547758.08" }),
      put(paper, "f", { open: true }),
    ]);
    const rows = await store.aggregate("public", paper, {
      groupBy: ["title"],
      sum: ["amount", "pages", "rate"],
      least: ["amount", "day"],
      greatest: ["amount", "pages"],
    });
    assert.deepEqual(rows, [
      {
        group: { title: "x" },
        count: 2,
        sum: { amount: "0.30", pages: "18014398509481982", rate: null },
        least: { amount: "0.10", day: "2026-01-02" },
        greatest: { amount: "0.20", pages: 9007199254740991 },
      },
      {
        group: { title: "y" },
        count: 3,
        sum: { amount: "92233720368547758.06", pages: null, rate: "-1.5000" },
        least: { amount: "-92233720368547758.08", day: null },
        greatest: { amount: "92233720368547758.07", pages: null },
      },
      {
        group: { title: null },
        count: 1,
        sum: { amount: null, pages: null, rate: null },
        least: { amount: null, day: null },
        greatest: { amount: null, pages: null },
      },
    ]);
    const open = await store.aggregate("public", paper, {
      where: [{ field: "amount", is: "at-least", value: "0" }],
      groupBy: ["open", "title"],
    });
    assert.deepEqual(
      open.map(({ group, count }) => [group.open, group.title, count]),
      [
        [true, "y", 1],
        [null, "x", 2],
        [null, "y", 1],
      ],
    );
    const none = {
      where: [{ field: "title", is: "equals", value: "z" }],
      sum: ["amount"],
    } as const;
    assert.deepEqual(await store.aggregate("public", paper, none), [
      { group: {}, count: 0, sum: { amount: null }, least: {}, greatest: {} },
    ]);
    assert.deepEqual(await store.aggregate("public", paper, { ...none, groupBy: ["open"] }), []);
    for (const query of [
      { sum: ["title"] },
      { sum: ["nothing"] },
      { groupBy: ["tags"] },
      { least: ["open"] },
    ])
      await refusal("core/bad-input", () => store.aggregate("public", paper, query));
  }),
];
