import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judge } from "./judge.ts";
import { rank } from "./rank.ts";
import { judgeStandard } from "./standard.ts";

const high = { direction: "high" } as const;
const low = { direction: "low" } as const;
const none = { direction: "none" } as const;
const band = { direction: "band", lowest: "40", highest: "60" } as const;

describe("judge", () => {
  it.each([
    [high, "5", "4", "increasing", "getting-better"],
    [low, "5", "4", "increasing", "getting-worse"],
    [none, "5", "4", "increasing", "no-judgement"],
    [band, "45", "30", "increasing", "getting-better"],
    [band, "70", "50", "increasing", "getting-worse"],
    [band, "55", "50", "increasing", "no-judgement"],
    [low, "4", "4", "stable", "stable"],
  ] as const)("%j from %3$s to %2$s", (polarity, value, before, direction, judgement) => {
    expect(judge({ polarity, value, before }).movement).toEqual({ direction, judgement });
  });

  it.each([
    [high, "85", { value: "85" }, "met"],
    [high, "84", { value: "85", tolerance: "1" }, "within-tolerance"],
    [high, "83.9", { value: "85", tolerance: "1" }, "missed"],
    [low, "9.85", { value: "8.2" }, "missed"],
    [low, "7.94", { value: "8.2" }, "met"],
    [none, "7", { value: "8" }, null],
  ] as const)("%j %s against %j is %s", (polarity, value, target, expected) => {
    expect(judge({ polarity, value, target }).target).toBe(expected);
  });

  it.each([
    [high, { lower: 86, upper: 95 }, "consistently-passes"],
    [high, { lower: 70, upper: 84 }, "consistently-fails"],
    [high, { lower: 70, upper: 90 }, "inconsistent"],
    [low, { lower: 86, upper: 95 }, "consistently-fails"],
    [low, { lower: 70, upper: 85 }, "consistently-passes"],
  ] as const)("%j with limits %j %s", (polarity, limits, expected) => {
    const found = judge({ polarity, value: "85", target: { value: "85" }, limits });
    expect(found.assurance).toBe(expected);
  });

  it("compares with a benchmark by the interval", () => {
    const benchmark = { value: 50, lower: 60, upper: 70 };
    expect(judge({ polarity: high, value: "65", benchmark }).benchmark).toBe("better");
    expect(judge({ polarity: low, value: "65", benchmark }).benchmark).toBe("worse");
    expect(judge({ polarity: none, value: "65", benchmark }).benchmark).toBe("higher");
    expect(
      judge({ polarity: high, value: "65", benchmark: { ...benchmark, value: 65 } }).benchmark,
    ).toBe("similar");
  });

  it("judges nothing without a polarity", () => {
    expect(() => judge({ value: "1" })).toThrow(
      expect.objectContaining({ code: "safeguarding/polarity-missing" }),
    );
  });
});

describe("judgeStandard", () => {
  it("says nothing of a step that the figures leave open", () => {
    const steps = [
      { percent: "85", within: 14 },
      { percent: "90", within: 18 },
      { percent: "95", within: 25 },
      { percent: "100", within: 60 },
    ];
    const found = judgeStandard(steps, [
      { within: 15, percent: "74" },
      { within: 18, percent: "90" },
      { within: 60, percent: "100" },
    ]);
    expect(found.map(({ judgement }) => judgement)).toEqual(["missed", "met", null, "met"]);
  });
});

describe("rank", () => {
  it("gives competition ranks with =, and leaves the suppressed out", () => {
    // Success rates of protection notices, item 12A of the pack of May 2017, paragraph 6.6.
    const found = rank({
      polarity: high,
      entries: [
        { name: "Derbyshire", value: "70.8" },
        { name: "Leicestershire", value: "66.0" },
        { name: "Lincolnshire", value: "55.7" },
        { name: "Northamptonshire", value: "79.8" },
        { name: "Nottinghamshire", value: "85.3" },
        { name: "Elsewhere", value: null },
        { name: "Also 66", value: "66" },
      ],
    });
    expect(found.entries.map((each) => each.rank)).toEqual(["3", "=4", "6", "2", "1", null, "=4"]);
    expect(found).toMatchObject({ ranked: 6, unranked: 1 });
  });

  it("ranks by the distance from a band", () => {
    const entries = ["50", "58", "30", "65"].map((value) => ({ name: value, value }));
    expect(rank({ polarity: band, entries }).entries.map((each) => each.rank)).toEqual([
      "=1",
      "=1",
      "4",
      "3",
    ]);
  });

  it("puts as many ahead of each as are better", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }), (values) => {
        const entries = values.map((value, index) => ({ name: `${index}`, value: `${value}` }));
        for (const { value, rank: place } of rank({ polarity: low, entries }).entries) {
          const ahead = values.filter((other) => other < Number(value)).length;
          expect(Number(place?.replace("=", ""))).toBe(ahead + 1);
        }
      }),
    );
  });

  it.each([
    [{ polarity: none, entries: [{ name: "a", value: "1" }] }, "no-rank-without-polarity"],
    [{ entries: [{ name: "a", value: "1" }] }, "polarity-missing"],
    [
      {
        polarity: high,
        entries: [
          { name: "a", value: "1" },
          { name: "a", value: "2" },
        ],
      },
      "duplicate-entry",
    ],
  ])("refuses %j", (input, code) => {
    expect(() => rank(input)).toThrow(expect.objectContaining({ code: `safeguarding/${code}` }));
  });
});
