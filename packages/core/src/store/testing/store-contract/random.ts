import assert from "node:assert/strict";
import fc from "fast-check";
import type { ContractCase } from "../../../contract-case.ts";
import type { Kind, Reference } from "../../../identifier.ts";
import { type Classification, publicationClasses, referencesIn } from "../../../publication.ts";
import { searchTexts, wordsOf } from "../../search-words.ts";
import type { Store, Write } from "../../store.ts";
import {
  collected,
  day,
  models,
  noFaults,
  note,
  paper,
  type StoreUnderTest,
} from "./contract-case.ts";
import { PlainStore } from "./plain-store.ts";

const ids = ["a", "b", "c", "d"];
const kinds = [paper, note] as const;
const references = kinds.flatMap((kind) => ids.map((id) => `${kind}/${id}` as Reference));
const words = ["award", "budget", "chair", "minutes"];

const publicationClass = fc.constantFrom(...publicationClasses);

const classification: fc.Arbitrary<Classification> = fc.record({
  record: fc.oneof({ weight: 2, arbitrary: fc.constant("public" as const) }, publicationClass),
  paths: fc.dictionary(
    fc.constantFrom("/title", "/heading", "/see", "/items/*/cost", "/items/0", "/tags" as const),
    publicationClass,
    { maxKeys: 2, noNullPrototype: true },
  ) as fc.Arbitrary<NonNullable<Classification["paths"]>>,
});

const text = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 2 })
  .map((some) => some.join(" "));
const see = fc.oneof(
  fc.constantFrom(...references),
  fc.array(fc.constantFrom(...references), { maxLength: 3 }),
);
const cost = fc.integer({ min: -3, max: 3 }).map((pounds) => `${pounds}.50`);

const paperData = fc.record(
  {
    title: text,
    amount: cost,
    open: fc.boolean(),
    tags: fc.array(fc.constantFrom(...words), { maxLength: 2 }),
    items: fc.array(fc.record({ cost }, { noNullPrototype: true }), { maxLength: 2 }),
    see,
  },
  { requiredKeys: [], noNullPrototype: true },
);
const noteData = fc.record(
  { heading: text, see, title: fc.integer({ min: 0, max: 2 }) },
  { requiredKeys: [], noNullPrototype: true },
);

const puts = (kind: (typeof kinds)[number]): fc.Arbitrary<Write> =>
  fc
    .record({
      id: fc.constantFrom(...ids),
      data: (kind === paper ? paperData : noteData) as fc.Arbitrary<Record<string, unknown>>,
      classification,
      absent: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.constant(true)),
    })
    .map(({ id, data, absent, ...rest }) => ({
      action: "put",
      kind,
      id,
      data: { id, ...data },
      ...rest,
      ...(absent ? { expect: "absent" as const } : {}),
    }));

const removals: fc.Arbitrary<Write> = fc.record({
  action: fc.constantFrom("delete", "delete", "erase" as const),
  kind: fc.constantFrom(...kinds),
  id: fc.constantFrom(...ids),
  reason: fc.constant("wrong"),
});

const batches = fc.array(
  fc.record({
    at: fc.integer({ min: 1, max: 9 }).map(day),
    writes: fc.array(
      fc.oneof(
        { weight: 4, arbitrary: puts(paper) },
        { weight: 3, arbitrary: puts(note) },
        { weight: 1, arbitrary: removals },
      ),
      { minLength: 1, maxLength: 4 },
    ),
  }),
  { minLength: 1, maxLength: 8 },
);

const parsed = (found: string | undefined): unknown =>
  found === undefined ? undefined : JSON.parse(found);

const stamped = (
  view: { document: object; version: number; created: string; modified: string } | undefined,
): unknown =>
  view === undefined
    ? undefined
    : {
        ...view.document,
        record: { version: view.version, created: view.created, modified: view.modified },
      };

/** Everything that the plain store knows, asked of the driver. */
async function compare(store: Store, plain: PlainStore): Promise<void> {
  for (const clearance of publicationClasses) {
    const counts = new Map<string, number>();
    for (const { kind, fields, searchable } of models) {
      const views = plain.views(clearance, kind);
      if (views.length > 0) counts.set(kind, views.length);
      const page = await store.list(clearance, kind, {});
      assert.deepEqual(
        page.items.map((item) => parsed(item.text)),
        views.map(([, view]) => stamped(view)),
      );
      await compareTimes(store, plain, clearance, kind);
      for (const word of words) {
        const where = { field: "tags", is: "equals", value: word } as const;
        if (fields.tags !== undefined)
          assert.deepEqual(
            (await store.list(clearance, kind, { where: [where] })).items.map(({ id }) => id),
            views.filter(([, { document }]) => holds(document.tags, word)).map(([id]) => id),
          );
        const found = await store.search(clearance, { text: word, kinds: [kind] });
        assert.deepEqual(
          found.items.map(({ reference }) => reference).sort(),
          views
            .filter(([, { document }]) =>
              searchTexts(document, searchable).some((some) =>
                wordsOf(some).includes(wordsOf(word)[0] ?? ""),
              ),
            )
            .map(([id]) => `${kind}/${id}`),
        );
      }
      for (const number of [1, 3, 5, 9]) {
        const then = await store.list(clearance, kind, { asAt: day(number) });
        const expected = ids.flatMap((id) => {
          const view = plain.asAt(clearance, `${kind}/${id}`, day(number));
          return view === undefined ? [] : [stamped(view)];
        });
        assert.deepEqual(
          then.items.map((item) => parsed(item.text)),
          expected,
        );
      }
    }
    assert.deepEqual(
      new Map([...(await store.counts(clearance))].sort()),
      new Map([...counts].sort()),
    );
    await compareRecords(store, plain, clearance);
  }
  await noFaults(store);
}

/** What is gone, and what was touched when. */
async function compareTimes(
  store: Store,
  plain: PlainStore,
  clearance: (typeof publicationClasses)[number],
  kind: Kind,
): Promise<void> {
  const views = plain.views(clearance, kind);
  const gone = plain.gone(clearance, kind);
  const only = await store.list(clearance, kind, { deleted: "only" });
  assert.deepEqual(
    only.items.map((item) => parsed(item.text)),
    gone.map(([, told]) => told),
  );
  const order = { field: "touched", direction: "descending" } as const;
  const all = await store.list(clearance, kind, { deleted: "included", order });
  const expected = [
    ...views.map(([id, { touched }]) => [touched, id] as const),
    ...gone.map(([id, told]) => [(told as Told).record.modified, id] as const),
  ].sort((left, right) => (`${left[0]} ${left[1]}` < `${right[0]} ${right[1]}` ? 1 : -1));
  assert.deepEqual(
    all.items.map(({ touched, id }) => [touched, id]),
    expected,
  );
  for (const since of [day(3), day(6)]) {
    const where = [{ field: "touched", is: "at-least", value: since }] as const;
    const found = await store.list(clearance, kind, { deleted: "included", order, where });
    assert.deepEqual(
      found.items.map(({ id }) => id),
      expected.filter(([touched]) => touched >= since).map(([, id]) => id),
    );
  }
}

interface Told {
  readonly record: { readonly modified: string };
}

const holds = (values: unknown, value: string): boolean =>
  Array.isArray(values) && values.includes(value);

async function compareRecords(
  store: Store,
  plain: PlainStore,
  clearance: (typeof publicationClasses)[number],
): Promise<void> {
  const documents = kinds.flatMap((kind) =>
    plain.views(clearance, kind).map(([id, view]) => [`${kind}/${id}`, view.document] as const),
  );
  assert.deepEqual(
    [...(await store.visible(clearance, references))].sort(),
    documents.map(([reference]) => reference).sort(),
  );
  for (const kind of kinds) {
    for (const id of ids) {
      const reference = `${kind}/${id}` as Reference;
      assert.deepEqual(
        (await store.history(clearance, kind, id)).map((entry) => [
          entry.version,
          entry.at,
          entry.action,
          parsed(entry.text),
        ]),
        plain
          .history(clearance, reference)
          .map((step) => [
            step.version,
            step.at,
            step.action,
            step.document === undefined
              ? undefined
              : stamped({ ...step, document: step.document, modified: step.at }),
          ]),
        `history of ${reference} for ${clearance}`,
      );
      assert.deepEqual(
        (await store.referrers(clearance, reference)).toSorted(),
        documents
          .filter(([, document]) => referencesIn(document).has(reference))
          .map(([referrer]) => referrer)
          .sort(),
      );
      const found = plain.records.get(reference);
      const loaded = await store.load(kind, id);
      assert.deepEqual(loaded?.versions, found?.versions);
      assert.deepEqual(loaded?.data, found?.data);
      assert.equal(loaded?.deleted, found === undefined ? undefined : !found.there);
    }
  }
}

/** Random batches against the plain store. `runs` sequences of up to eight batches. */
export const randomCase =
  (runs: number) =>
  (under: StoreUnderTest): ContractCase => ({
    name: `answers as the plain store does after ${runs} random sequences of batches`,
    hold: async () => {
      await fc.assert(
        fc.asyncProperty(batches, async (sequence) => {
          const store = await under.open();
          try {
            await store.prepare(models);
            const plain = new PlainStore();
            for (const { at, writes } of sequence) {
              const expected = plain.commit(at, writes);
              const receipt = await store
                .commit({ at, by: "token-1", writes })
                .catch(() => undefined);
              assert.deepEqual(
                receipt?.results.map(({ outcome }) => outcome),
                expected,
              );
            }
            await compare(store, plain);
            assert.deepEqual(
              (await collected(store.records())).length,
              [...plain.records.values()].filter(({ there }) => there).length,
            );
          } finally {
            await store.close();
          }
        }),
        { numRuns: runs },
      );
    },
  });
