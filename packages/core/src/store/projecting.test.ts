import { describe, expect, it } from "vitest";
import { neverWritten } from "./held-record.ts";
import { documentsOf, hiddenAmong, viewsAfter } from "./projecting.ts";

const targets = new Map([["a/b/x", "restricted"]] as const);

describe("documentsOf", () => {
  it("makes a document for each clearance that may see the record", () => {
    const data = { id: "a", title: "t", see: "a/b/x", of: "a/b/never" };
    const documents = documentsOf(
      data,
      { record: "public", paths: { "/title": "confidential" } },
      targets,
    );
    expect(documents).toEqual({
      public: '{"id":"a","of":"a/b/never"}',
      restricted: '{"id":"a","see":"a/b/x","of":"a/b/never"}',
      confidential: JSON.stringify(data),
    });
  });

  it("makes none where the record itself is hidden", () => {
    expect(documentsOf({ id: "a" }, { record: "confidential" }, new Map())).toEqual({
      public: undefined,
      restricted: undefined,
      confidential: '{"id":"a"}',
    });
  });
});

it("hides what is of a class above, not what is unknown", () => {
  const asked = ["a/b/x", "a/b/unknown"] as const;
  expect([...hiddenAmong(asked, targets, "public")]).toEqual(["a/b/x"]);
  expect([...hiddenAmong(asked, targets, "restricted")]).toEqual([]);
});

describe("viewsAfter", () => {
  const all = (text: string | undefined) => ({
    public: text,
    restricted: text,
    confidential: text,
  });
  const first = viewsAfter(neverWritten("a/b", "a"), all('{"id":"a","n":1}'), "t1");

  it("creates, replaces and deletes, each with a version of its own", () => {
    expect(first.versions).toEqual({ public: 1, restricted: 1, confidential: 1 });
    expect(first.seen.public).toEqual({
      version: 1,
      action: "created",
      document: '{"id":"a","n":1}',
    });
    const second = viewsAfter(first, { ...all('{"id":"a","n":2}'), public: undefined }, "t2");
    expect(second.seen.public).toEqual({ version: 2, action: "deleted", document: undefined });
    expect(second.views.public).toBeUndefined();
    expect(second.views.restricted).toMatchObject({ version: 2, created: "t1", modified: "t2" });
    const third = viewsAfter(second, all('{"id":"a","n":2}'), "t3");
    expect(third.seen).toMatchObject({ public: { version: 3, action: "created" } });
    expect(third.seen.restricted).toBeUndefined();
    expect(third.views.public).toMatchObject({ created: "t3" });
  });

  it("moves nothing for a clearance to which only the order has changed", () => {
    const moved = viewsAfter(
      first,
      { ...all('{"id":"a","n":1}'), public: '{"n":1,"id":"a"}' },
      "t2",
    );
    expect(moved.seen).toEqual(all(undefined));
    expect(moved.views).toEqual(first.views);
  });
});
