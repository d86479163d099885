import { describe, expect, it } from "vitest";
import * as z from "zod";
import { isMoothallError } from "./error.ts";
import { parseInput } from "./parse-input.ts";

const schema = z.strictObject({ bids: z.array(z.strictObject({ "a/b": z.string() })) });

describe("parseInput", () => {
  it("gives what the schema makes of the input", () => {
    expect(parseInput(schema, { bids: [{ "a/b": "x" }] }, "score")).toEqual({
      bids: [{ "a/b": "x" }],
    });
  });

  it("names every fault by its JSON Pointer, the first of them in its message", () => {
    try {
      parseInput(schema, { bids: [{ "a/b": 1 }, {}] }, "score");
      expect.unreachable();
    } catch (error) {
      if (!isMoothallError(error)) throw error;
      expect(error.code).toBe("core/bad-input");
      expect(error.message).toContain("The input of score is not valid: /bids/0/a~1b");
      expect(error.findings?.map(({ at }) => at?.pointer)).toEqual([
        "/bids/0/a~1b",
        "/bids/1/a~1b",
      ]);
    }
  });
});
