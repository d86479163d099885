import { describe, expect, it } from "vitest";
import type { Response } from "../resources/response.ts";
import { firstResponses } from "./first-responses.ts";

const response = (id: string, received: string, sameAs?: string, of = "c"): Response => ({
  id,
  consultation: `engagement/consultation/${of}`,
  received,
  answers: {},
  ...(sameAs !== undefined && { sameAs }),
});

describe("the responses that count", () => {
  it("are the first of each respondent, by the moment, and all without a digest", () => {
    const all = [
      response("late", "2022-02-01T12:00:00Z", "a"),
      // An hour before the one above, though its spelling sorts after it.
      response("early", "2022-02-01T12:30:00+01:30", "a"),
      response("other", "2022-02-01T12:00:00Z", "b"),
      response("elsewhere", "2022-02-02T12:00:00Z", "a", "d"),
      response("one", "2022-02-01T12:00:00Z"),
      response("two", "2022-02-01T12:00:00Z"),
    ];
    expect(firstResponses(all).map(({ id }) => id)).toEqual([
      "early",
      "other",
      "elsewhere",
      "one",
      "two",
    ]);
    expect(firstResponses(all.toReversed()).map(({ id }) => id)).toEqual([
      "two",
      "one",
      "elsewhere",
      "other",
      "early",
    ]);
  });

  it("are one of two that came at once, always the same", () => {
    const both = [
      response("b", "2022-02-01T12:00:00Z", "a"),
      response("a", "2022-02-01T12:00:00Z", "a"),
    ];
    expect(firstResponses(both).map(({ id }) => id)).toEqual(["a"]);
    expect(firstResponses(both.toReversed()).map(({ id }) => id)).toEqual(["a"]);
  });
});
