import { describe, expect, it } from "vitest";
import { historyEntries, type KeptView, narrowViews, referencesInViews, viewAt } from "./as-at.ts";

const view = (
  version: number,
  at: string,
  document: object | null,
  action = "replaced",
): KeptView =>
  ({
    version,
    at,
    action,
    reason: null,
    by: "t",
    document: document === null ? null : JSON.stringify(document),
  }) as KeptView;

const views = [
  view(1, "1", { id: "a", x: 1, y: 1 }, "created"),
  view(2, "2", { y: 1, id: "a", x: 2 }),
  view(3, "3", { id: "a", x: 2, y: 2 }),
  view(4, "4", null, "deleted"),
  view(5, "5", { id: "a", y: 2, see: "a/b/c" }, "created"),
];
const open = { record: "public" } as const;
const none = new Map();

describe("narrowViews", () => {
  it("leaves alone what may be read as it was", () => {
    expect(narrowViews(views, open, "public", none).map(({ version }) => version)).toEqual([
      1, 2, 3, 4, 5,
    ]);
  });

  it("makes one of what looks the same now, with the version and time of the first", () => {
    const narrow = { record: "public", paths: { "/x": "restricted" } } as const;
    const narrowed = narrowViews(views, narrow, "public", none);
    expect(narrowed.map(({ version, at }) => [version, at])).toEqual([
      [1, "1"],
      [3, "3"],
      [4, "4"],
      [5, "5"],
    ]);
    expect(JSON.stringify(narrowed)).not.toContain("x");
    expect(viewAt("a", narrowed, "2")).toMatchObject({ version: 1, modified: "1" });
    expect(viewAt("a", narrowed, "4")).toBeUndefined();
    expect(JSON.parse(viewAt("a", narrowed, "9")?.text ?? "{}").record).toEqual({
      version: 5,
      created: "5",
      modified: "5",
    });
  });

  it("leaves out what is withheld now wherever it stands, and only that", () => {
    const held = [
      view(
        1,
        "1",
        { id: "a", bids: [{ price: 1, by: "x" }], "a/b": 1, list: ["p", "q"] },
        "created",
      ),
      view(2, "2", { id: "a", bids: [{ by: "x" }], "a/b": 2, list: ["p", "q"], price: 3 }),
    ];
    const shown = (...paths: `/${string}`[]) => {
      const narrow = {
        record: "public",
        paths: Object.fromEntries(paths.map((path) => [path, "restricted"])),
      };
      return narrowViews(held, narrow as never, "public", none).map(({ document }) => document);
    };
    expect(shown("/bids/*/price")).toEqual([
      '{"id":"a","bids":[{"by":"x"}],"a/b":1,"list":["p","q"]}',
      '{"id":"a","bids":[{"by":"x"}],"a/b":2,"list":["p","q"],"price":3}',
    ]);
    expect(shown("/bids/0")[0]).toBe('{"id":"a","bids":[],"a/b":1,"list":["p","q"]}');
    expect(shown("/a~1b", "/list/1")).toEqual([
      '{"id":"a","bids":[{"price":1,"by":"x"}],"list":[]}',
      '{"id":"a","bids":[{"by":"x"}],"list":[],"price":3}',
    ]);
    expect(shown("/*")).toEqual(["{}"]);
    expect(shown("/nothing", "/id/deeper")).toEqual(held.map(({ document }) => document));
  });

  it("shows nothing of a record that is hidden now, and no reference to what is", () => {
    expect(narrowViews(views, { record: "restricted" }, "public", none)).toEqual([]);
    expect([...referencesInViews(views)]).toEqual(["a/b/c"]);
    const targets = new Map([["a/b/c", "restricted"]] as const);
    expect(JSON.stringify(narrowViews(views, open, "public", targets))).not.toContain("a/b/c");
    expect(JSON.stringify(narrowViews(views, open, "restricted", targets))).toContain("a/b/c");
  });
});

it("tells who did it to the confidential only", () => {
  expect(
    historyEntries(narrowViews(views, open, "restricted", none), "restricted")[0],
  ).not.toHaveProperty("by");
  expect(historyEntries(narrowViews(views, open, "confidential", none), "confidential")[3]).toEqual(
    {
      version: 4,
      at: "4",
      action: "deleted",
      by: "t",
    },
  );
});
