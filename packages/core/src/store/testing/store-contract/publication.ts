import assert from "node:assert/strict";
import {
  type Classification,
  clears,
  type PublicationClass,
  publicationClasses,
} from "../../../publication.ts";
import type { Store } from "../../store.ts";
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
import { everythingSeen, moments } from "./everything-seen.ts";

const other = "test/unprepared" as const;
const asked = {
  kinds: [paper, note, other],
  ids: ["a", "b", "c", "d", "hidden", "secret"],
  texts: [
    "plantedrestricted",
    "plantedconfidential",
    "planted",
    "open",
    "paper",
    "secret",
    "hidden",
  ],
  moments,
};

/** Records in which every text that is not public says of which class it is. */
const planted: Classification = {
  record: "public",
  paths: {
    "/title": "restricted",
    "/tags": "restricted",
    "/meeting/chair": "confidential",
    "/items/*/cost": "confidential",
    "/items/0/why": "restricted",
    "/see": "restricted",
  },
};

async function plant(store: Store): Promise<void> {
  await commit(store, day(1), [
    put(paper, "a", plantedFields("one", "777111"), planted),
    put(paper, "b", { title: "open", see: "test/note/hidden", pages: 4 }),
    put(note, "hidden", { heading: "plantedrestricted heading" }, "restricted"),
    put(other, "secret", { text: "plantedconfidential", of: "test/paper/a" }, "confidential"),
  ]);
  await commit(store, day(2), [
    put(paper, "a", plantedFields("two", "777222"), planted),
    put(paper, "c", { title: "plantedrestricted was public once", pages: 1 }),
    put(note, "d", { heading: "plantedconfidential was restricted once" }, "restricted"),
  ]);
  await commit(store, day(3), [
    put(paper, "c", { title: "plantedrestricted was public once", pages: 1 }, "restricted"),
    put(note, "d", { heading: "plantedconfidential was restricted once" }, "confidential"),
    remove(note, "hidden"),
  ]);
}

const plantedFields = (which: string, cost: string) => ({
  title: `plantedrestricted ${which}`,
  tags: [`plantedrestricted-${which}`, "tag"],
  meeting: { chair: `plantedconfidential ${which}`, place: "open hall" },
  items: [{ cost, why: `plantedrestricted ${which}`, what: "open" }, { cost }],
  see: "test/unprepared/secret",
});

const markers: Readonly<Record<PublicationClass, readonly string[]>> = {
  public: [],
  restricted: ["plantedrestricted", "note/hidden", "paper/c"],
  confidential: ["plantedconfidential", "777111", "777222", "note/d", "unprepared/secret"],
};

/** What was asked for is no answer: names of questions and of what is not there are left out. */
const answersOf = (told: Record<string, unknown>): string => JSON.stringify(Object.values(told));

export const publicationCases = [
  contractCase("shows each clearance its own document, filters and search", async (store) => {
    await commit(store, day(1), [put(paper, "a", plantedFields("one", "7.00"), planted)]);
    const stamp = { version: 1, created: day(1), modified: day(1) };
    assert.deepEqual(await seen(store, "public", paper, "a"), {
      id: "a",
      meeting: { place: "open hall" },
      items: [{ what: "open" }, {}],
      record: stamp,
    });
    assert.deepEqual(await seen(store, "restricted", paper, "a"), {
      id: "a",
      title: "plantedrestricted one",
      tags: ["plantedrestricted-one", "tag"],
      meeting: { place: "open hall" },
      items: [{ why: "plantedrestricted one", what: "open" }, {}],
      see: "test/unprepared/secret",
      record: stamp,
    });
    assert.deepEqual(await seen(store, "confidential", paper, "a"), {
      id: "a",
      ...plantedFields("one", "7.00"),
      record: stamp,
    });
    const where = [{ field: "costs", is: "equals", value: "7" }] as const;
    for (const clearance of publicationClasses) {
      const found = await store.list(clearance, paper, { where });
      assert.equal(found.items.length, clearance === "confidential" ? 1 : 0);
      const missing = await store.list(clearance, paper, {
        where: [{ field: "tags", is: "missing" }],
      });
      assert.equal(missing.items.length, clearance === "public" ? 1 : 0);
    }
  }),

  contractCase("tells no clearance anything above it, by any method", async (store) => {
    await plant(store);
    for (const clearance of publicationClasses) {
      const told = answersOf(await everythingSeen(store, clearance, asked));
      for (const of of publicationClasses) {
        for (const marker of markers[of]) {
          if (clears(clearance, of)) assert.ok(told.includes(marker), `${clearance}: no ${marker}`);
          else assert.ok(!told.includes(marker), `${clearance} is told of ${marker}`);
        }
      }
    }
  }),

  contractCase("lets nothing hidden move what a clearance sees", async (store) => {
    await plant(store);
    const before = await everythingSeen(store, "public", asked);
    const hidden: Classification = { record: "restricted" };
    await commit(store, day(4), [
      put(paper, "a", { ...plantedFields("three", "5.00"), see: "test/paper/b" }, planted),
      put(paper, "c", { title: "plantedrestricted changed", pages: 9 }, hidden),
      put(note, "new", { heading: "plantedrestricted", of: "test/paper/b" }, hidden),
      put(note, "hidden", { heading: "plantedrestricted is back" }, "confidential"),
    ]);
    await commit(store, day(5), [remove(note, "new"), remove(other, "secret")]);
    await commit(store, day(6), [
      { action: "erase", kind: paper, id: "c", reason: "plantedrestricted" },
    ]);
    assert.deepEqual(await everythingSeen(store, "public", asked), before);
  }),

  contractCase("rewrites what is seen when a record is classified anew", async (store) => {
    const fields = { title: "planted", pages: 2 };
    await commit(store, day(1), [put(paper, "a", fields, "restricted")]);
    assert.equal(await store.get("public", paper, "a"), undefined);
    const receipt = await commit(store, day(2), [put(paper, "a", fields)]);
    assert.deepEqual(outcomes(receipt), ["replaced"]);
    assert.deepEqual(receipt.results[0]?.versions, { public: 1, restricted: 1, confidential: 1 });
    assert.deepEqual((await seen(store, "public", paper, "a"))?.record, {
      version: 1,
      created: day(2),
      modified: day(2),
    });
    assert.equal((await store.get("restricted", paper, "a"))?.modified, day(1));
    assert.equal((await store.search("public", { text: "planted" })).items.length, 1);
    await commit(store, day(3), [put(paper, "a", fields, "confidential")]);
    for (const clearance of ["public", "restricted"] as const) {
      assert.equal(await store.get(clearance, paper, "a"), undefined);
      assert.deepEqual((await store.search(clearance, { text: "planted" })).items, []);
      assert.deepEqual((await store.list(clearance, paper, {})).items, []);
      assert.equal((await store.counts(clearance)).size, 0);
    }
    await commit(store, day(4), [put(paper, "a", fields)]);
    assert.deepEqual((await seen(store, "public", paper, "a"))?.record, {
      version: 3,
      created: day(4),
      modified: day(4),
    });
  }),

  contractCase(
    "withholds references to what is hidden, and shows them when it is not",
    async (store) => {
      await commit(store, day(1), [
        put(paper, "a", {
          see: ["test/note/x", "test/note/y", "test/note/never"],
          of: "test/note/x",
        }),
        put(note, "x", {}, "restricted"),
        put(note, "y"),
      ]);
      assert.deepEqual((await seen(store, "public", paper, "a"))?.see, [
        "test/note/y",
        "test/note/never",
      ]);
      assert.equal((await seen(store, "public", paper, "a"))?.of, undefined);
      assert.equal((await seen(store, "restricted", paper, "a"))?.of, "test/note/x");
      assert.deepEqual(await store.referrers("public", "test/note/x"), []);
      assert.deepEqual(await store.referrers("restricted", "test/note/x"), ["test/paper/a"]);
      assert.deepEqual(await store.referrers("public", "test/note/y"), ["test/paper/a"]);
      assert.deepEqual((await store.search("public", { text: "x" })).items, []);

      await commit(store, day(2), [put(note, "x", { heading: "now public" })]);
      assert.deepEqual(await seen(store, "public", paper, "a"), {
        id: "a",
        see: ["test/note/x", "test/note/y", "test/note/never"],
        of: "test/note/x",
        record: { version: 2, created: day(1), modified: day(2) },
      });
      assert.equal((await store.get("restricted", paper, "a"))?.version, 1);
      assert.deepEqual(await store.referrers("public", "test/note/x"), ["test/paper/a"]);

      await commit(store, day(3), [put(note, "y", {}, "confidential")]);
      assert.deepEqual((await seen(store, "public", paper, "a"))?.see, [
        "test/note/x",
        "test/note/never",
      ]);
      assert.equal((await store.get("restricted", paper, "a"))?.version, 2);
      assert.equal((await store.get("confidential", paper, "a"))?.version, 1);
      // What was told of it before may no longer be read.
      assert.ok(!JSON.stringify(await store.history("public", paper, "a")).includes("note/y"));
      const then = await store.getAsAt("public", paper, "a", day(1));
      assert.ok(then !== undefined && !then.text.includes("note/y"));
    },
  ),

  contractCase("sees a whole batch when it decides which references are hidden", async (store) => {
    await commit(store, day(1), [
      put(paper, "first", { see: "test/note/later" }),
      put(note, "later", {}, "restricted"),
      put(paper, "second", { see: "test/note/later" }),
    ]);
    for (const id of ["first", "second"]) {
      assert.equal((await seen(store, "public", paper, id))?.see, undefined);
      assert.equal((await store.get("public", paper, id))?.version, 1);
      assert.equal((await store.history("public", paper, id)).length, 1);
    }
  }),

  contractCase("keeps references to hidden records hidden once those are gone", async (store) => {
    await commit(store, day(1), [
      put(note, "x", {}, "restricted"),
      put(note, "y", {}, "restricted"),
      put(paper, "a", { see: ["test/note/x", "test/note/y"] }),
    ]);
    const before = await store.get("public", paper, "a");
    await commit(store, day(2), [
      remove(note, "x"),
      { action: "erase", kind: note, id: "y", reason: "asked for" },
    ]);
    assert.deepEqual(await store.get("public", paper, "a"), before);
    await commit(store, day(3), [put(paper, "b", { see: "test/note/y" })]);
    assert.equal((await seen(store, "public", paper, "b"))?.see, undefined);
  }),

  contractCase(
    "withholds references in records of kinds that are not prepared",
    async (store, under) => {
      await commit(store, day(1), [
        put(
          other,
          "a",
          { see: "test/note/x" },
          { record: "public", paths: { "/why": "restricted" } },
        ),
        put(note, "x", {}),
      ]);
      const again = await under.reopen(store);
      await commit(again, day(2), [put(note, "x", {}, "restricted")]);
      assert.equal((await seen(again, "public", other, "a"))?.see, undefined);
      assert.equal((await seen(again, "restricted", other, "a"))?.see, "test/note/x");
      await again.close();
    },
  ),

  contractCase("tells nothing of what is hidden when it refuses", async (store) => {
    await commit(store, day(1), [
      put(paper, "a", { title: "planted", pages: 12345 }, "restricted"),
    ]);
    const messages = [
      await refusal("core/stale", () =>
        commit(store, day(2), [
          put(paper, "a", {}, publicOnly, { version: 7, clearance: "public" }),
        ]),
      ),
      await refusal("core/conflict", () =>
        commit(store, day(2), [], {
          totals: [{ clearance: "restricted", kind: paper, where: [], sum: "pages", equals: "1" }],
        }),
      ),
    ];
    for (const { message, hint } of messages)
      assert.doesNotMatch(`${message} ${hint}`, /planted|12345/);
  }),
];
