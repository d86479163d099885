import { describe, expect, it } from "vitest";
import { merge } from "./merge.ts";
import type { Release } from "./order-releases.ts";

const release = (
  number: number,
  fields: object,
  date = `2026-0${number}-01T09:00:00Z`,
): Release => ({
  ocid: "ocds-213czf-1",
  id: String(number),
  date,
  tag: ["tender"],
  ...fields,
});

const compiled = (...fields: readonly object[]) =>
  merge(fields.map((each, index) => release(index + 1, each)));
const strictly = (...fields: readonly object[]) =>
  merge(
    fields.map((each, index) => release(index + 1, each)),
    { strict: true },
  );

describe("merge to a compiled release", () => {
  it("orders by date, replaces, removes on null, and names the result", () => {
    const merged = merge([
      release(2, { language: null, tender: { title: "Second", status: "active" } }),
      release(1, { language: "en", tender: { title: "First", value: { amount: 1 } } }),
    ]);
    expect(merged).toEqual({
      ocid: "ocds-213czf-1",
      id: "ocds-213czf-1-2026-02-01T09:00:00Z",
      date: "2026-02-01T09:00:00Z",
      tag: ["compiled"],
      tender: { title: "Second", status: "active", value: { amount: 1 } },
    });
  });

  it("merges arrays of objects by id and appends in order", () => {
    const merged = compiled(
      {
        awards: [
          { id: "1", title: "a", status: "pending" },
          { id: 2, title: "b" },
        ],
      },
      {
        awards: [
          { id: "3", title: "c" },
          { id: "1", status: "active" },
        ],
      },
    );
    expect(merged.awards).toEqual([
      { id: "1", title: "a", status: "active" },
      { id: 2, title: "b" },
      { id: "3", title: "c" },
    ]);
  });

  it("replaces as a whole what the schema says so, codes, and lists without ids", () => {
    const merged = compiled(
      {
        parties: [{ id: "1", roles: ["buyer", "payer"], additionalIdentifiers: [{ id: "x" }] }],
        tender: { submissionMethod: ["written"], amendment: { changes: [{ property: "a" }] } },
      },
      {
        parties: [{ id: "1", roles: ["buyer"], additionalIdentifiers: [{ id: "y" }] }],
        tender: { submissionMethod: [], amendment: { changes: [{ property: "b" }] } },
      },
    );
    expect(merged.parties).toEqual([
      { id: "1", roles: ["buyer"], additionalIdentifiers: [{ id: "y" }] },
    ]);
    expect(merged.tender).toEqual({
      submissionMethod: [],
      amendment: { changes: [{ property: "b" }] },
    });
  });

  it("does not change the releases", () => {
    const first = release(1, {
      tender: { items: [{ id: "1", quantity: 1 }] },
      unknown: { list: [{ a: 1 }] },
    });
    const second = release(2, {
      tender: { items: [{ id: "1", quantity: 2 }] },
      unknown: { list: [{ a: 2 }] },
    });
    const before = JSON.stringify([first, second]);
    merge([first, second]);
    merge([first, second], { strict: true });
    merge([first, second], { versioned: true });
    expect(JSON.stringify([first, second])).toBe(before);
  });

  it("keeps fields with the names of a prototype's as plain fields", () => {
    const hostile = JSON.parse(
      '{"__proto__":{"polluted":true},"constructor":{"a":1},"toString":"x"}',
    );
    const merged = compiled(hostile, hostile);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(Object.hasOwn(merged, "__proto__")).toBe(true);
    expect(merged.constructor).toEqual({ a: 1 });
  });

  it("refuses what is no list of releases", () => {
    for (const bad of [[], {}, [1], null, "x"]) {
      expect(() => merge(bad as never)).toThrow(
        expect.objectContaining({ code: "procurement/not-a-release" }),
      );
    }
    expect(() => merge([{ ocid: "x" }])).toThrow(
      expect.objectContaining({ code: "procurement/date-missing" }),
    );
    expect(() => compiled({ tender: "x" }, { tender: { id: "1" } })).toThrow(
      expect.objectContaining({ code: "procurement/inconsistent-release" }),
    );
  });
});

describe("merge in strict mode", () => {
  it("lets null remove objects and arrays, which otherwise stay as in the reference", () => {
    const fields = [
      { tender: { value: { amount: 1 } }, awards: [{ id: "1" }] },
      { tender: { value: null }, awards: null },
    ];
    expect(strictly(...fields)).toMatchObject({ tender: {} });
    expect(strictly(...fields).awards).toBeUndefined();
    expect(compiled(...fields)).toMatchObject({
      tender: { value: { amount: 1 } },
      awards: [{ id: "1" }],
    });
  });

  it("compares moments, not text", () => {
    const releases = [
      release(1, { language: "later" }, "2026-03-02T09:30:00Z"),
      release(2, { language: "earlier" }, "2026-03-02T10:00:00+01:00"),
    ];
    expect(merge(releases, { strict: true }).language).toBe("later");
    expect(merge(releases).language).toBe("earlier");
  });

  it("does not append objects without ids again at every republication", () => {
    const lots = {
      tender: { lots: [{ id: "1", awardCriteria: { criteria: [{ name: "Price" }] } }] },
    };
    expect(strictly(lots, lots).tender).toEqual(lots.tender);
    expect(compiled(lots, lots).tender).toEqual({
      lots: [{ id: "1", awardCriteria: { criteria: [{ name: "Price" }, { name: "Price" }] } }],
    });
  });

  it.each([
    ["mixed-ocids", [release(1, {}), { ...release(2, {}), ocid: "ocds-213czf-2" }]],
    ["repeated-release-id", [release(1, {}), { ...release(2, {}), id: "1" }]],
    ["date-without-zone", [release(1, {}, "2026-03-02T09:00:00")]],
    ["date-without-zone", [release(1, {}, "2026-03-02")]],
  ])("refuses with %s what otherwise passes", (code, releases) => {
    expect(() => merge(releases, { strict: true })).toThrow(
      expect.objectContaining({ code: `procurement/${code}` }),
    );
    expect(merge(releases).tag).toEqual(["compiled"]);
  });

  it("lets the later kind of a field replace the earlier", () => {
    expect(strictly({ tender: "x" }, { tender: { id: "1" } }).tender).toEqual({ id: "1" });
    expect(strictly({ tender: { id: "1" } }, { tender: "x" }).tender).toBe("x");
  });
});

describe("merge to a versioned release", () => {
  it("adds a version only on change, keeps ids in arrays plain, and keeps nulls", () => {
    const merged = merge(
      [
        release(1, { language: "en", awards: [{ id: "1", title: "a" }] }),
        release(2, { language: "en", awards: [{ id: "1", title: "b" }] }),
        release(3, { language: null }),
      ],
      { versioned: true },
    );
    const version = (number: number, value: unknown) => ({
      releaseID: String(number),
      releaseDate: `2026-0${number}-01T09:00:00Z`,
      releaseTag: ["tender"],
      value,
    });
    expect(merged).toEqual({
      ocid: "ocds-213czf-1",
      language: [version(1, "en"), version(3, null)],
      awards: [{ id: "1", title: [version(1, "a"), version(2, "b")] }],
    });
  });
});
