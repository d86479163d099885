import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakSchema } from "../resources/break.ts";
import { type Claim, claimSchema } from "../resources/claim.ts";
import { indicatorSchema } from "../resources/indicator.ts";
import { observationSchema } from "../resources/observation.ts";
import { checkChanges } from "./check-changes.ts";

const reference = "safeguarding/indicator/offences";
const indicator = indicatorSchema.parse({
  id: "offences",
  title: "Offences",
  theme: "crime",
  definitions: [{ version: 1, text: "Offences recorded" }],
  unit: "offences",
  counts: "cases",
  timing: "flow",
  measure: { type: "count" },
  polarity: { direction: "none" },
});
const change = (period: string, against: string, percent: string, amount: string): Claim =>
  claimSchema.parse({
    id: `offences.${period.toLowerCase()}`,
    text: `${percent} % and ${amount}`,
    indicator: reference,
    period,
    says: { kind: "change", against, percent, amount },
  });
const held = (period: string, value: string) =>
  observationSchema.parse({
    id: `held.${period.toLowerCase()}`,
    indicator: reference,
    period,
    value,
  });
const found = (
  claims: readonly Claim[],
  observations: ReturnType<typeof held>[] = [],
  breaks: ReturnType<typeof breakSchema.parse>[] = [],
) => checkChanges(claims, { indicator, observations, breaks }).map(({ message }) => message);

describe("checkChanges", () => {
  // The gun crime and knife crime lines of a scorecard of May 2017.
  it("finds that two years' changes do not fit the figure of the last", () => {
    const claims = [
      change("FY2016", "FY2015", "-12.8", "-12"),
      change("FY2015", "FY2014", "-10.0", "-10"),
    ];
    expect(found(claims, [held("FY2016", "82")])).toEqual([
      "'-12.8 % and -12': counted back from it 2015–16 was 94, by the change of that year itself 89.5 to 90.5.",
    ]);
  });

  it("is silent where the rounding leaves room", () => {
    const claims = [
      change("FY2016", "FY2015", "14.3", "50"),
      change("FY2015", "FY2014", "17.8", "53"),
      change("FY2014", "FY2013", "-14.2", "-49"),
    ];
    expect(found(claims)).toEqual([]);
  });

  it("finds opposite signs, and a per cent that is not of the number", () => {
    expect(found([change("FY2014", "FY2013", "-10.6", "456")])[0]).toMatch(/opposite signs/);
    expect(found([change("FY2016", "FY2015", "18.1", "288")], [held("FY2016", "1874")])).toEqual([
      "'18.1 % and 288': the number makes 2015–16 1586, the per cent 1586.8 to 1595.6; both are right only if the per cent was cut off rather than rounded.",
    ]);
  });

  it("takes a per cent that was cut off for a warning, unless the years do not fit", () => {
    const held2016 = held("FY2016", "1874");
    const severities = (...claims: readonly Claim[]) =>
      checkChanges(claims, { indicator, observations: [held2016], breaks: [] }).map(
        ({ severity }) => severity,
      );
    const now = change("FY2016", "FY2015", "18.1", "288");
    expect(severities(now)).toEqual(["warning"]);
    expect(severities(change("FY2016", "FY2015", "18.3", "288"))).toEqual(["error"]);
    expect(severities(now, change("FY2015", "FY2014", "28.3", "350"))).toEqual(["warning"]);
    expect(severities(now, change("FY2015", "FY2014", "29.4", "363"))).toEqual(["error"]);
  });

  it("says nothing across a break, and takes the figure held before one worked out", () => {
    const claims = [
      change("FY2016", "FY2015", "-12.8", "-12"),
      change("FY2015", "FY2014", "-10.0", "-10"),
    ];
    const broken = breakSchema.parse({
      id: "b",
      title: "New system",
      date: "2016-06-22",
      cause: "new",
      indicators: [reference],
    });
    expect(found(claims, [held("FY2016", "82")], [broken])).toEqual([]);
    expect(found(claims, [held("FY2016", "82"), held("FY2015", "94")])).toEqual([
      "'-10.0 % and -10': the number makes 2014–15 104, the per cent 99.5 to 100.5.",
    ]);
  });

  it("never speaks of changes that were rounded from figures", () => {
    const level = fc.integer({ min: 40, max: 100_000 });
    fc.assert(
      fc.property(level, level, level, (first, second, third) => {
        const said = (period: string, against: string, from: number, to: number) => {
          // Away from zero at a half, as papers round.
          const percent = Math.round((Math.abs(to - from) * 1000) / from) / 10;
          return change(
            period,
            against,
            (to < from ? -percent : percent).toFixed(1),
            `${to - from}`,
          );
        };
        const claims = [
          said("FY2016", "FY2015", second, third),
          said("FY2015", "FY2014", first, second),
        ];
        expect(found(claims)).toEqual([]);
        expect(found(claims, [held("FY2016", String(third))])).toEqual([]);
      }),
    );
  });
});
