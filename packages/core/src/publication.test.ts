import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Classification,
  clears,
  escapeSegment,
  narrower,
  type PathPattern,
  type PublicationClass,
  project,
  publicationClasses,
  type Reference,
  referencesIn,
  restoreWithheld,
  segmentsOf,
  valueAt,
  widenOverItems,
} from "./index.ts";

const someClass = fc.constantFrom(...publicationClasses);

/** Records with nesting, arrays of every kind, odd keys, and patterns that hit parts of them. */
const key = fc.constantFrom(
  "name",
  "id",
  "notes",
  "a/b",
  "~",
  "*",
  "0",
  "__proto__",
  "constructor",
);
const leaf = fc.oneof(
  fc.constantFrom("SECRET-1", "SECRET-2", "open", "", "meetings/decision/opcc.2017-13"),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
);
const tree = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.array(tie("node"), { maxLength: 4 }),
    fc
      .uniqueArray(fc.tuple(key, tie("node")), { selector: ([name]) => name, maxLength: 4 })
      .map((entries) => Object.fromEntries(entries)),
  ),
})).node;
const someRecord = fc
  .uniqueArray(fc.tuple(key, tree), { selector: ([name]) => name, maxLength: 5 })
  .map((entries) => Object.fromEntries(entries) as Record<string, unknown>);
const somePattern = fc
  .array(fc.oneof(key, fc.constantFrom("1", "2")), { minLength: 1, maxLength: 4 })
  .map((segments) => `/${segments.map(escapeSegment).join("/")}` as PathPattern);
const somePaths = fc.array(fc.tuple(somePattern, someClass), { maxLength: 4 });

const classification = (
  paths: readonly (readonly [PathPattern, PublicationClass])[],
): Classification => ({ record: "public", paths: Object.fromEntries(paths) });

/** Ids that are unique within each array, as a schema that has ids asks. */
function withOwnIds(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((item, index) => {
      const inner = withOwnIds(item);
      return typeof inner === "object" && inner !== null && Object.hasOwn(inner, "id")
        ? { ...inner, id: `id-${index}` }
        : inner;
    });
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withOwnIds(item)]));
}

describe("classes", () => {
  it("widen from public to confidential, and a caller clears his own and wider ones", () => {
    expect(clears("public", "restricted")).toBe(false);
    expect(clears("confidential", "restricted")).toBe(true);
    for (const each of publicationClasses) expect(clears(each, each)).toBe(true);
    fc.assert(
      fc.property(someClass, someClass, someClass, (caller, left, right) => {
        expect(clears(caller, narrower(left, right))).toBe(
          clears(caller, left) && clears(caller, right),
        );
      }),
    );
  });
});

describe("projecting", () => {
  const bid = {
    id: "t1",
    bids: [
      { id: "a", price: "10", by: "register/body/x" },
      { id: "b", price: "12" },
    ],
  };

  it("takes out what a path names, says where it was, and leaves the record alone", () => {
    const before = structuredClone(bid);
    const hides = classification([["/bids/*/price", "restricted"]]);
    expect(project(bid, hides, "public")).toEqual({
      document: { id: "t1", bids: [{ id: "a", by: "register/body/x" }, { id: "b" }] },
      withheld: ["/bids/0/price", "/bids/1/price"],
    });
    expect(project(bid, hides, "restricted")?.withheld).toEqual([]);
    expect(bid).toEqual(before);
  });

  it("gives nothing of a record above the caller, and takes out references he may not see", () => {
    expect(project(bid, { record: "restricted" }, "public")).toBeUndefined();
    const hidden = new Set<Reference>(["register/body/x"]);
    expect(project(bid, { record: "public" }, "public", hidden)?.withheld).toEqual(["/bids/0/by"]);
  });

  it("shows a narrower caller no less, and nobody what is withheld", () => {
    fc.assert(
      fc.property(someRecord, somePaths, someClass, (record, paths, caller) => {
        const of = classification(paths);
        const seen = project(record, of, caller);
        if (seen === undefined) throw new Error("a public record is seen by all");
        for (const pointer of seen.withheld) {
          expect(valueAt(record, pointer)).not.toBeUndefined();
        }
        expect(project(record, of, "confidential")?.withheld).toEqual([]);
        const again = project(seen.document, of, caller);
        if (seen.withheld.length === 0) expect(again?.document).toEqual(seen.document);
        expect(project(record, of, "restricted")?.withheld.length).toBeLessThanOrEqual(
          project(record, of, "public")?.withheld.length ?? -1,
        );
      }),
    );
  });

  it("leaves no withheld text anywhere in the document", () => {
    const marked = fc.tuple(someRecord, somePattern).map(([record, pattern]) => {
      let marks = 0;
      const mark = (value: unknown, segments: readonly string[] | undefined): unknown => {
        const under = segments?.length === 0;
        if (typeof value === "string" || typeof value === "number") {
          marks += 1;
          return under ? `HIDDEN-${marks}` : "shown";
        }
        if (typeof value !== "object" || value === null) return value;
        const down = (name: string) => {
          if (under) return segments;
          const [next, ...rest] = segments ?? [];
          return next === "*" || next === name ? rest : undefined;
        };
        return Array.isArray(value)
          ? value.map((item, index) => mark(item, down(String(index))))
          : Object.fromEntries(Object.entries(value).map(([k, item]) => [k, mark(item, down(k))]));
      };
      return [mark(record, segmentsOf(pattern)) as Record<string, unknown>, pattern] as const;
    });
    fc.assert(
      fc.property(marked, ([record, pattern]) => {
        const seen = project(record, classification([[pattern, "restricted"]]), "public");
        expect(JSON.stringify(seen?.document)).not.toContain("HIDDEN");
        const text = JSON.stringify(record);
        if (text.includes("HIDDEN")) expect(seen?.withheld.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe("restoring", () => {
  it("gives the record back when the projection was not changed", () => {
    fc.assert(
      fc.property(someRecord, somePaths, (anything, paths) => {
        const record = withOwnIds(anything) as Record<string, unknown>;
        const seen = project(record, classification(paths), "public");
        if (seen === undefined) throw new Error("a public record is seen by all");
        expect(restoreWithheld(seen.document, record, seen.withheld)).toEqual(record);
      }),
      { numRuns: 2000 },
    );
  });

  it.each<[string, Record<string, unknown>, PathPattern]>([
    ["one of two equal texts", { tags: ["a", "a"] }, "/tags/0"],
    ["all of three equal texts", { tags: ["a", "a", "a"] }, "/tags/*"],
    ["the id of an item, and what else is hidden in it", { x: [{ id: "1", s: "2" }] }, "/x/*/id"],
    ["a key that every object has", JSON.parse('{"x":{"__proto__":{"a":1}}}'), "/x/__proto__"],
    ["an item between others", { x: [{ id: "1" }, { id: "2" }, { id: "3" }] }, "/x/1"],
  ])("gives back %s", (_, record, pattern) => {
    const seen = project(record, classification([[pattern, "restricted"]]), "public");
    const restored = restoreWithheld(seen?.document ?? {}, record, seen?.withheld ?? []);
    expect(restored).toEqual(record);
    // Which keys are an object's own, equality does not say.
    expect(JSON.stringify(restored)).toHaveLength(JSON.stringify(record).length);
  });

  it("keeps what was hidden when the caller changes, moves or takes away what he saw", () => {
    const previous = {
      title: "old",
      bids: [
        { id: "a", price: "10" },
        { id: "b", price: "12" },
      ],
    };
    const withheld = ["/bids/0/price", "/bids/1/price"];
    const moved: typeof previous = JSON.parse('{"title":"new","bids":[{"id":"b"},{"id":"a"}]}');
    expect(restoreWithheld(moved, previous, withheld).bids).toEqual([
      { id: "b", price: "12" },
      { id: "a", price: "10" },
    ]);
    const fewer: typeof previous = JSON.parse('{"title":"new","bids":[{"id":"b"}]}');
    expect(restoreWithheld(fewer, previous, withheld)).toEqual({
      title: "new",
      bids: [{ id: "b", price: "12" }],
    });
    expect(fewer.bids[0]).toEqual({ id: "b" });
  });

  it("does not double an item that the caller wrote himself", () => {
    const previous = { about: ["register/body/x", "register/body/y"] };
    const next = { about: ["register/body/x"] };
    expect(restoreWithheld(next, previous, ["/about/0"])).toEqual({ about: ["register/body/x"] });
  });
});

describe("pointers", () => {
  it("are read as RFC 6901 says", () => {
    // The document and pointers of section 5.
    const document = { foo: ["bar", "baz"], "": 0, "a/b": 1, "m~n": 8, " ": 7 };
    expect(valueAt(document, "")).toBe(document);
    expect(valueAt(document, "/foo/0")).toBe("bar");
    expect(valueAt(document, "/")).toBe(0);
    expect(valueAt(document, "/a~1b")).toBe(1);
    expect(valueAt(document, "/m~0n")).toBe(8);
    expect(valueAt(document, "/ ")).toBe(7);
    for (const none of ["/x", "/foo/2", "/a~1b/c", "/constructor/name", "/foo/length/x"]) {
      expect(valueAt(document, none)).toBeUndefined();
    }
    fc.assert(
      fc.property(fc.array(fc.string()), (segments) => {
        const pointer = segments.map((segment) => `/${escapeSegment(segment)}`).join("");
        expect(segmentsOf(pointer)).toEqual(segments);
      }),
    );
  });

  it("widen to every item, by the narrower class where two meet", () => {
    expect(
      widenOverItems(
        classification([
          ["/bids/0/price", "restricted"],
          ["/bids/1/price", "confidential"],
          ["/a~1b/name", "restricted"],
        ]),
      ).paths,
    ).toEqual({ "/bids/*/price": "confidential", "/a~1b/name": "restricted" });
    expect(widenOverItems({ record: "restricted" })).toEqual({ record: "restricted" });
  });
});

it("finds every reference in a document once", () => {
  const record = { a: "x/y/z", b: ["x/y/z", { c: "p/q/r" }], d: "not a reference", e: 3 };
  expect([...referencesIn(record)]).toEqual(["x/y/z", "p/q/r"]);
});
