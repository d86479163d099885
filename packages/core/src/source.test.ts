import { describe, expect, it } from "vitest";
import * as z from "zod";
import { formatSource, record, source } from "./index.ts";

describe("sources", () => {
  it("name the place down to the paragraph", () => {
    expect(
      formatSource({
        document: "Strategic Governance Board pack, 22 May 2017",
        item: "Appendix A",
        table: "Table 2",
        paragraph: "2.1",
        page: 14,
      }),
    ).toBe(
      "Strategic Governance Board pack, 22 May 2017, Appendix A, Table 2, paragraph 2.1, page 14",
    );
    expect(formatSource({ record: "meetings/paper/sgb.1" })).toBe("meetings/paper/sgb.1");
  });

  it("need a document or a record", () => {
    expect(source().safeParse({ document: "Pack" }).success).toBe(true);
    for (const bad of [
      {},
      { item: "11A" },
      { document: "" },
      { document: "x", page: 0 },
      { record: "x" },
      { document: "x", url: "not one" },
      { document: "x", line: 3 },
    ]) {
      expect(source().safeParse(bad).success).toBe(false);
    }
  });
});

describe("records", () => {
  it("have an id, sources and printed figures beside their own fields, and no others", () => {
    const schema = record({ title: z.string() });
    const good = {
      id: "opcc.1",
      title: "x",
      sources: [{ document: "Pack" }],
      printed: [{ of: "/title", text: "X", value: "x", source: { document: "Pack" } }],
    };
    expect(schema.parse(good)).toEqual(good);
    expect(schema.parse({ id: "a", title: "x" })).toEqual({ id: "a", title: "x" });
    for (const bad of [
      { title: "x" },
      { id: "A", title: "x" },
      { ...good, extra: 1 },
      { ...good, sources: [{}] },
    ]) {
      expect(schema.safeParse(bad).success).toBe(false);
    }
  });
});
