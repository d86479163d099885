import { describe, expect, it } from "vitest";
import * as z from "zod";
import { findingsOf } from "./faults.ts";

const said = (value: unknown) =>
  findingsOf("a/b", z.strictObject({ total: z.string() }).safeParse(value).error as z.ZodError).map(
    ({ message, at }) => [at?.pointer, message],
  );

describe("findingsOf", () => {
  it("tells what is missing from what is of another type, and repeats no value", () => {
    expect(said({})).toEqual([["/total", "is missing (string wanted)"]]);
    expect(said({ total: 4711 })).toEqual([["/total", "expected string, received number"]]);
    expect(said({ total: "1", more: 1 })).toEqual([["/more", "is not a known field"]]);
  });
});
