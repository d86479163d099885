import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareFindings, type Finding, finding } from "./index.ts";

const some = fc.record({
  rule: fc.constantFrom("a/x", "b/y"),
  about: fc.constantFrom("p/q/r", "p/q/s"),
  severity: fc.constantFrom("error", "warning", "note"),
  message: fc.constantFrom("m", "n"),
  evidence: fc.constant({}),
  at: fc.record({ row: fc.integer({ min: 1, max: 30 }), pointer: fc.constantFrom("/a", "/b") }),
}) as fc.Arbitrary<Finding>;

describe("findings", () => {
  it("stand in one order, the gravest first, rows by number, whatever order they came in", () => {
    fc.assert(
      fc.property(
        fc.array(some),
        fc.array(fc.nat(), { minLength: 50, maxLength: 50 }),
        (list, keys) => {
          const sorted = [...list].sort(compareFindings);
          const shuffled = list
            .map((each, index) => [keys[index % 50] as number, each] as const)
            .sort(([left], [right]) => left - right)
            .map(([, each]) => each)
            .sort(compareFindings);
          expect(shuffled).toEqual(sorted);
          const grave = { error: 0, warning: 1, note: 2 };
          for (const [index, each] of sorted.slice(1).entries()) {
            expect(grave[each.severity]).toBeGreaterThanOrEqual(
              grave[sorted[index]?.severity ?? "error"],
            );
          }
        },
      ),
    );
    const at = (row: number): Finding => ({
      rule: "a/x",
      about: "f",
      severity: "error",
      message: "m",
      evidence: {},
      at: { row },
    });
    expect(compareFindings(at(9), at(10))).toBeLessThan(0);
  });

  it("have no fields that nobody knows, and rows from 1", () => {
    const good = { rule: "a/x", about: "f", severity: "note", message: "m" };
    expect(finding().parse(good)).toEqual({ ...good, evidence: {} });
    for (const bad of [
      { ...good, severity: "fatal" },
      { ...good, at: { row: 0 } },
      { ...good, extra: 1 },
      { ...good, evidence: { nested: {} } },
    ]) {
      expect(finding().safeParse(bad).success).toBe(false);
    }
  });
});
