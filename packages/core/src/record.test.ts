import { describe, expect, it } from "vitest";
import * as z from "zod";
import { record } from "./record.ts";

describe("record", () => {
  it("adds the fields that every record has", () => {
    const parsed = record({ title: z.string() }).parse({
      id: "a",
      title: "x",
      sources: [{ document: "Pack" }],
    });
    expect(parsed).toEqual({ id: "a", title: "x", sources: [{ document: "Pack" }] });
  });

  it.each(["id", "sources", "printed", "record"])(
    "refuses a field of its own called %s",
    (name) => {
      expect(() => record({ [name]: z.string() })).toThrow(`'${name}' is a word`);
    },
  );
});
