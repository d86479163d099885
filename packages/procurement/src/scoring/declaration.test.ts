import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { declare } from "./declaration.ts";

const plain = { formula: "proportional", weights: { price: "60", quality: "40" } };

describe("declare", () => {
  it("hashes the canonical JSON, as anyone can with other tools", () => {
    const { hash } = declare(plain);
    const text =
      '{"criteria":[],"formula":{"id":"proportional","version":1},"minimumQuality":null,"parameters":{},"questions":[],"rounding":{"mode":"half-up","places":2},"tieRule":"none","weights":{"price":"60","quality":"40"}}';
    expect(hash).toBe(`sha256:${createHash("sha256").update(text).digest("hex")}`);
  });

  it("is the same for the same method, however its numbers are written", () => {
    expect(declare({ ...plain, weights: { price: "60.00", quality: "40.0" } }).hash).toBe(
      declare(plain).hash,
    );
  });

  it.each([
    [{ ...plain, formula: "linear-range" }],
    [{ ...plain, weights: { price: "50", quality: "50" } }],
    [{ ...plain, tieRule: "lower-price" as const }],
    [{ ...plain, places: 3 }],
    [{ ...plain, minimumQuality: "10" }],
    [{ ...plain, questions: [{ id: "insurance" }] }],
    [{ ...plain, criteria: [{ id: "plan", weight: "40", maximum: "5" }] }],
  ])("differs for another method", (method) => {
    expect(declare(method).hash).not.toBe(declare(plain).hash);
  });
});
