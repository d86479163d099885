import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { coreMergeRules, type MergeRules, rulesFromSchema } from "./merge-rules.ts";

const official = "../shared/standards/ocds/release-schema.json";
if (!existsSync(official)) console.log(`skipped: the release schema is not at ${official}`);

/** Every rule by its path, as far as the definitions go without repeating themselves. */
function pathsOf(rules: MergeRules, path = "", above: readonly MergeRules[] = []): string[] {
  return [...rules]
    .flatMap(([field, rule]) => {
      const here = `${path}/${field}`;
      if (typeof rule === "string") return [`${here} ${rule}`];
      return above.includes(rule) ? [] : pathsOf(rule, here, [...above, rule]);
    })
    .sort();
}

describe("the merge rules of OCDS 1.1.5", () => {
  it.skipIf(!existsSync(official))("are those of the published schema", () => {
    const schema = JSON.parse(readFileSync(official, "utf8"));
    const published = pathsOf(rulesFromSchema(schema));
    expect(published).toHaveLength(24);
    expect(pathsOf(coreMergeRules)).toEqual(published);
  });
});

describe("rulesFromSchema", () => {
  it("follows references, circles among them, and patched fields", () => {
    const rules = rulesFromSchema({
      properties: { id: { omitWhenMerged: true }, tender: { $ref: "#/definitions/Tender" } },
      definitions: {
        Tender: {
          type: "object",
          properties: {
            codes: { type: ["array", "null"], items: { type: "string" } },
            weights: { type: "array", wholeListMerge: true, items: { type: "object" } },
            parts: { type: "array", items: { $ref: "#/definitions/Tender" } },
            noIds: { type: "array", items: { type: "object", properties: { name: {} } } },
            id: {},
          },
        },
      },
    });
    const tender = rules.get("tender") as MergeRules;
    expect(rules.get("id")).toBe("omit");
    expect(tender.get("codes")).toBe("replace");
    expect(tender.get("weights")).toBe("replace");
    expect(tender.get("noIds")).toBe("replace");
    expect(tender.get("parts")).toBe(tender);
  });

  it.each([
    [undefined],
    [{}],
    [{ properties: { a: { $ref: "#/definitions/Missing" } } }],
    [{ properties: { a: { $ref: "https://example.org/schema.json" } } }],
    [{ properties: { a: { $ref: "#/properties/a" } } }],
  ])("refuses what is no usable schema", (schema) => {
    expect(() => rulesFromSchema(schema)).toThrow(
      expect.objectContaining({ code: "procurement/bad-schema" }),
    );
  });
});
