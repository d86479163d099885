import { describe, expect, it } from "vitest";
import { largeContract, notifiable, reachesThreshold, ruleOn, thresholds } from "./rules.ts";

describe("dated rules", () => {
  it("hold one rule for a day, each with its citation and the day it was checked", () => {
    expect(ruleOn(thresholds, "2025-12-31").value.works).toBe("5372609");
    expect(ruleOn(thresholds, "2026-01-01").value.works).toBe("5193000");
    for (const rules of [thresholds, notifiable, largeContract]) {
      for (const [index, { from, citation, checked }] of rules.entries()) {
        expect(citation).toMatch(/Procurement Act 2023/);
        expect(checked).toMatch(/^20/);
        const before = rules[index - 1];
        if (before !== undefined) expect(before.to !== null && before.to < from).toBe(true);
      }
    }
  });

  it("say whether an amount with VAT reaches the threshold", () => {
    expect(reachesThreshold("207719.99", "goods-and-services", "2026-03-02")).toBe(false);
    expect(reachesThreshold("207720", "goods-and-services", "2026-03-02")).toBe(true);
    expect(reachesThreshold("207720", "goods-and-services", "2025-03-02")).toBe(false);
  });

  it("do not guess for a day before them", () => {
    expect(() => ruleOn(thresholds, "2017-05-22")).toThrow(
      expect.objectContaining({ code: "procurement/no-rule-in-force" }),
    );
  });
});
