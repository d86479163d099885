import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byar, poissonExact, poissonInterval } from "./poisson.ts";

/** The chance of so many events or fewer, added up plainly: for means at which nothing underflows. */
function atMost(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let sum = 0;
  for (let events = 0; events <= count; events += 1) {
    sum += term;
    term *= mean / (events + 1);
  }
  return sum;
}

describe("byar", () => {
  it.each([
    // PHEindicatormethods, testdata_Byars_Wilson and testdata_Rate.
    [65, 50.163187710459454, 82.849138545939837],
    [20, 12.211428834875937, 30.889880369197066],
  ])("of %d", (count, lower, upper) => {
    const found = byar(count);
    expect(Math.abs(found.lower - lower)).toBeLessThan(1e-10);
    expect(Math.abs(found.upper - upper)).toBeLessThan(1e-10);
  });

  it("refuses what is too few for it", () => {
    expect(() => byar(9)).toThrow(
      expect.objectContaining({ code: "safeguarding/too-few-for-byar" }),
    );
  });
});

describe("poissonExact", () => {
  it.each([
    // PHEindicatormethods, testdata_Rate: χ²(0.025; 2)/2 and χ²(0.975; 4)/2.
    [1, 0.95, 0.025317807984289897, 5.571643390938898],
    // −ln 0.025, by hand.
    [0, 0.95, 0, 3.688879454113936],
  ])("of %d at %d", (count, confidence, lower, upper) => {
    const found = poissonExact(count, confidence);
    expect(Math.abs(found.lower - lower)).toBeLessThan(1e-8);
    expect(Math.abs(found.upper - upper)).toBeLessThan(1e-8);
  });

  it("is right to 1e-12 for one event", () => {
    const { lower, upper } = poissonExact(1);
    expect(Math.abs(lower + Math.log(0.975))).toBeLessThan(1e-14);
    expect(Math.abs(upper - 5.571643390938898)).toBeLessThan(1e-12);
  });

  it("leaves half of the doubt in each tail", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom(0.9, 0.95, 0.998),
        (count, confidence) => {
          const { lower, upper } = poissonExact(count, confidence);
          const tail = (1 - confidence) / 2;
          expect(Math.abs(atMost(count, upper) - tail)).toBeLessThan(1e-11);
          expect(Math.abs(1 - atMost(count - 1, lower) - tail)).toBeLessThan(1e-11);
        },
      ),
    );
  });

  it("stays near Byar's approximation for large counts", () => {
    for (const count of [1000, 100_000, 5_000_000]) {
      const [exact, near] = [poissonExact(count), byar(count)];
      expect(Math.abs(exact.lower / near.lower - 1)).toBeLessThan(1e-6);
      expect(Math.abs(exact.upper / near.upper - 1)).toBeLessThan(1e-6);
    }
  });

  it.each([
    [-1, "negative-count"],
    [0.5, "fraction-of-a-person"],
  ])("refuses %d", (count, code) => {
    expect(() => poissonExact(count)).toThrow(
      expect.objectContaining({ code: `safeguarding/${code}` }),
    );
  });
});

describe("poissonInterval", () => {
  it("is exact below ten and Byar's from ten", () => {
    expect(poissonInterval(9)).toEqual(poissonExact(9));
    expect(poissonInterval(10)).toEqual(byar(10));
  });
});
