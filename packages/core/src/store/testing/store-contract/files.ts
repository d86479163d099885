import assert from "node:assert/strict";
import type { Store, Upload } from "../../store.ts";
import {
  collected,
  commit,
  contractCase,
  day,
  erase,
  note,
  paper,
  put,
  remove,
} from "./contract-case.ts";

const digest = (of: string): string => of.repeat(128);
const file = (of: string) => ({
  name: `${of}.pdf`,
  mediaType: "application/pdf",
  size: 3,
  sha512: digest(of),
});
const upload = (id: string, of: string, at: string, clearance: Upload["clearance"]): Upload => ({
  kind: paper,
  id,
  sha512: digest(of),
  clearance,
  at,
});
const held = async (store: Store, of: string): Promise<boolean> =>
  store.holdsFile(digest(of), day(30));

export const filesCases = [
  contractCase(
    "holds the files that records name or have named, until the last is erased",
    async (store) => {
      await commit(store, day(1), [
        put(paper, "a", { file: file("a"), more: [{ file: file("b") }] }),
        put(note, "b", { file: file("a") }, "confidential"),
        put(paper, "c", { file: { ...file("c"), url: "https://example.org/c.pdf" } }),
      ]);
      assert.deepEqual(await store.filesOf(paper, "a"), [digest("a"), digest("b")]);
      assert.deepEqual(await store.filesOf(paper, "c"), [], "it lies elsewhere");
      await commit(store, day(2), [put(paper, "a", { file: file("d") }), remove(note, "b")]);
      assert.deepEqual(await store.filesOf(paper, "a"), [digest("a"), digest("b"), digest("d")]);
      assert.deepEqual(await collected(store.files()), ["a", "b", "d"].map(digest));
      await commit(store, day(3), [erase(paper, "a")]);
      assert.deepEqual(await store.filesOf(paper, "a"), []);
      assert.equal(await held(store, "a"), true, "a deleted record still holds it");
      assert.equal(await held(store, "b"), false);
      await commit(store, day(4), [erase(note, "b")]);
      assert.equal(await held(store, "a"), false);
      assert.deepEqual(await collected(store.files()), []);
    },
  ),

  contractCase("holds what a batch that is refused would have named for nobody", async (store) => {
    await commit(store, day(1), [put(paper, "a")]);
    const batch = [put(paper, "b", { file: file("a") }), put(paper, "a", {}, "public", "absent")];
    await assert.rejects(commit(store, day(2), batch));
    assert.equal(await held(store, "a"), false);
  }),

  contractCase(
    "notes for which record bytes were put, and by whom at the widest",
    async (store, under) => {
      await store.noteUpload(upload("a", "a", day(1), "restricted"));
      await store.noteUpload(upload("a", "a", day(3), "confidential"));
      await store.noteUpload(upload("a", "b", day(2), "restricted"));
      await store.noteUpload(upload("a", "b", day(2), "public"));
      assert.deepEqual(await store.uploads(paper, "a"), [
        upload("a", "a", day(3), "restricted"),
        upload("a", "b", day(2), "public"),
      ]);
      assert.deepEqual(await store.uploads(paper, "b"), []);
      assert.equal(await store.holdsFile(digest("b"), day(2)), true);
      assert.equal(await store.holdsFile(digest("b"), day(3)), false);
      await commit(store, day(4), [put(paper, "a", { file: file("b") })]);
      const again = await under.reopen(store);
      await again.dropUploads(day(4));
      assert.deepEqual(
        (await again.uploads(paper, "a")).map(({ sha512 }) => sha512),
        [digest("b")],
      );
      await commit(again, day(5), [erase(paper, "a")]);
      assert.deepEqual(await again.uploads(paper, "a"), []);
      await again.close();
    },
  ),
];
