import {
  isIdentifier,
  parseReference,
  referencesIn,
  referenceTo,
  type Source,
} from "@moothall/core";
import { describe, expect, it } from "vitest";
import { example } from "./index.ts";

const references = example.records.map(({ kind, data }) => referenceTo(kind, data.id));

/** Every object of the data that names the paper or record it was taken from. */
function sourcesIn(value: unknown): Source[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(sourcesIn);
  const own = "document" in value && typeof value.document === "string" ? [value as Source] : [];
  return [...own, ...Object.values(value).flatMap(sourcesIn)];
}

describe("the worked example", () => {
  it("names each record once, by a well-formed id", () => {
    expect(new Set(references).size).toBe(references.length);
    for (const reference of references) {
      expect(() => parseReference(reference)).not.toThrow();
      expect(isIdentifier(parseReference(reference).id)).toBe(true);
    }
  });

  it("refers only to records that it holds", () => {
    const held = new Set<string>(references);
    const loose = example.records.flatMap(({ kind, data }) =>
      [...referencesIn(data)]
        .filter((each) => !held.has(each))
        .map((each) => `${kind}/${data.id} → ${each}`),
    );
    expect(loose).toEqual([]);
  });

  it("gives every record a source, and every printed figure its place in a paper", () => {
    for (const { kind, data } of example.records) {
      const sources = (data.sources ?? []) as readonly Source[];
      expect(sources.length, `${kind}/${data.id}`).toBeGreaterThan(0);
      for (const { source } of (data.printed ?? []) as readonly { source: Source }[]) {
        expect(source.item ?? source.paragraph, `${kind}/${data.id}`).toBeDefined();
      }
    }
  });

  it("lists the papers that it uses", () => {
    const listed = new Set(example.sources.map((each) => each.document));
    const used = new Set(
      example.records.flatMap(({ data }) => sourcesIn(data).map((each) => each.document)),
    );
    expect([...used].filter((each) => !listed.has(each))).toEqual([]);
    expect([...listed].filter((each) => !used.has(each))).toEqual([]);
  });

  it("names as persons the elected commissioners and nobody else", () => {
    const persons = example.records.filter(({ kind }) => kind === "register/person");
    expect(persons.map(({ data }) => data.name)).toEqual(["Alan Charles", "Hardyal Dhindsa"]);
  });
});
