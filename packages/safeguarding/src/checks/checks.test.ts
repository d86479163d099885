import { describe, expect, it } from "vitest";
import { benchmarkSchema, peerGroupSchema } from "../resources/benchmark.ts";
import { breakSchema } from "../resources/break.ts";
import { claimSchema } from "../resources/claim.ts";
import { indicatorSchema } from "../resources/indicator.ts";
import { observationSchema } from "../resources/observation.ts";
import { targetSchema } from "../resources/target.ts";
import { checkAreas } from "./check-areas.ts";
import { checkClaim } from "./check-claims.ts";
import { checkFigures } from "./check-figures.ts";
import { observationFaults } from "./check-observation.ts";
import { checkSeries } from "./check-series.ts";
import { checkPublicFigures } from "./check-small-counts.ts";
import { checkTarget } from "./check-targets.ts";
import { checkTotals } from "./check-totals.ts";
import type { IndicatorData } from "./series-data.ts";

const reference = "safeguarding/indicator/reports";
const indicator = (more: object = {}) =>
  indicatorSchema.parse({
    id: "reports",
    title: "Reports",
    theme: "children",
    definitions: [{ version: 1, text: "Reports made" }],
    unit: "reports",
    counts: "cases",
    timing: "flow",
    measure: { type: "count" },
    polarity: { direction: "none" },
    ...more,
  });
let next = 0;
const nextId = () => {
  next += 1;
  return `reports.${next}`;
};
const figure = (period: string, value: string | null, more: object = {}) =>
  observationSchema.parse({
    id: nextId(),
    indicator: reference,
    period,
    value,
    ...(value === null && { status: ["O"] }),
    ...more,
  });
const recordingSystem = breakSchema.parse({
  id: "recording-system",
  title: "New system",
  date: "2016-06-22",
  cause: "the recording system was replaced",
  indicators: [reference],
});
const data = (observations: IndicatorData["observations"], more: object = {}, breaks = false) => ({
  indicator: indicator(more),
  observations,
  breaks: breaks ? [recordingSystem] : [],
});
const rulesOf = (findings: readonly { rule: string }[]) =>
  findings.map(({ rule }) => rule.replace("safeguarding/", ""));

describe("observationFaults", () => {
  const ratio = {
    measure: {
      type: "ratio",
      numerator: reference,
      denominator: reference,
      per: 100,
      link: "cohort",
    },
    counts: "not-a-count",
    unit: "% of reports",
  };
  it.each([
    [{}, { value: "-1" }, "negative-count"],
    [{}, { value: "1.5" }, "fraction-of-a-person"],
    [{}, { definition: 7 }, "unknown-definition"],
    [{}, { breakdown: "gender=female" }, "unknown-category"],
    [{}, { area: "register/area/nowhere" }, "unknown-area"],
    [ratio, { numerator: "9", denominator: "8" }, "numerator-over-denominator"],
    [ratio, {}, "percentage-without-base"],
  ])("of %j with %j is %s", (of, with_, code) => {
    const found = observationFaults(figure("2016", "5", with_), indicator(of), new Set());
    expect(found.map((each) => each.code)).toEqual([`safeguarding/${code}`]);
  });

  it("lets a throughput ratio exceed the whole", () => {
    const throughput = { ...ratio, measure: { ...ratio.measure, link: "throughput" } };
    const given = figure("2016", "112.5", { numerator: "9", denominator: "8" });
    expect(observationFaults(given, indicator(throughput))).toEqual([]);
  });

  it("needs a polarity, and of what a percentage is", () => {
    const polarity = indicatorSchema.safeParse({ ...indicator(), polarity: undefined });
    expect(polarity.error?.issues[0]?.message).toContain("there is no default");
    expect(indicatorSchema.safeParse({ ...indicator(), unit: "%" }).success).toBe(false);
  });
});

describe("checkFigures", () => {
  const context = { areas: undefined, others: new Map<string, IndicatorData>() };

  it("recomputes a ratio from its counts, as its publisher rounds", () => {
    const measure = {
      type: "ratio",
      numerator: reference,
      denominator: reference,
      per: 100,
      link: "cohort",
    };
    const of = { measure, counts: "not-a-count", unit: "% of applications", places: 1 };
    // Protection notices, item 12A of the pack of May 2017, paragraph 6.6: 68 of 96, 70.8 %.
    const right = figure("FY2016", "70.8", { numerator: "68", denominator: "96" });
    // Child sexual exploitation, item 12B, paragraph 2.7: 63 of 523, which the pack prints as 11.5 %.
    const wrong = figure("FY2015", "11.5", { numerator: "63", denominator: "523" });
    const found = checkFigures(data([right, wrong], of), context);
    expect(found).toMatchObject([
      {
        rule: "safeguarding/ratio-not-of-its-counts",
        evidence: { computed: "12.0", held: "11.5" },
      },
    ]);
  });

  it("takes a ratio that is right only if cut off for a warning", () => {
    const of = {
      measure: {
        type: "ratio",
        numerator: reference,
        denominator: reference,
        per: 100,
        link: "cohort",
      },
      counts: "not-a-count",
      unit: "% of offences",
      places: 1,
    };
    // Domestic abuse, item 12E of the pack of May 2017: 2,785 of 6,095 are 45.69 %.
    const counts = { numerator: "2785", denominator: "6095" };
    const severities = (value: string) =>
      checkFigures(data([figure("FY2015", value, counts)], of), context).map(
        ({ severity }) => severity,
      );
    expect(severities("45.7")).toEqual([]);
    expect(severities("45.6")).toEqual(["warning"]);
    expect(severities("45.5")).toEqual(["error"]);
  });

  it("asks for the base of a share, but not of a paper that printed it without", () => {
    const of = {
      measure: {
        type: "ratio",
        numerator: reference,
        denominator: reference,
        per: 100,
        link: "cohort",
      },
      counts: "not-a-count",
      unit: "% of crimes",
    };
    const outBy = { disclosedIn: { document: "Pack", item: "12D" } };
    const rules = (value: string, more: object) =>
      rulesOf(checkFigures(data([figure("FY2015", value, more)], of), context));
    const ofNothing = { numerator: "0", denominator: "0" };
    expect(rules("12", {})).toEqual(["bad-figure"]);
    expect(rules("12", outBy)).toEqual([]);
    expect(rules("0", ofNothing)).toEqual(["bad-figure"]);
    expect(rules("0", { ...ofNothing, ...outBy })).toEqual([]);
    expect(rules("12", { ...ofNothing, ...outBy })).toEqual(["bad-figure"]);
    expect(rules("0", { numerator: "1", denominator: "0", ...outBy })).toEqual(["bad-figure"]);
  });

  it("recomputes a change from its two figures", () => {
    const base = data([figure("FY2015", "52716"), figure("FY2016", "54359")]);
    const of = {
      measure: { type: "change", of: reference },
      counts: "not-a-count",
      unit: "% of the year before",
      places: 1,
    };
    const others = new Map([[reference, base as IndicatorData]]);
    expect(checkFigures(data([figure("FY2016", "3.1")], of), { ...context, others })).toEqual([]);
    expect(
      rulesOf(checkFigures(data([figure("FY2016", "3.4")], of), { ...context, others })),
    ).toEqual(["change-not-of-its-figures"]);
  });
});

describe("rounding of a ratio", () => {
  it("rounds once, to the places that were printed: 2020 of 4540 is 44 %, not 45", () => {
    const percent = data([figure("FY2015", "44", { numerator: "2020", denominator: "4540" })], {
      measure: {
        type: "ratio",
        numerator: reference,
        denominator: reference,
        per: 100,
        link: "cohort",
      },
      counts: "not-a-count",
      unit: "% of reports",
      places: 1,
    });
    expect(checkFigures(percent, { areas: undefined, others: new Map() })).toEqual([]);
  });
});

describe("checkTotals", () => {
  const dimensions = (overlap?: string) => [
    {
      id: "gender",
      title: "gender",
      categories: ["male", "female"].map((id) => ({ id, title: id })),
      ...(overlap !== undefined && { overlap }),
    },
  ];
  const parts = (total: string, male: string | null, female: string | null) => [
    figure("FY2016", total),
    figure("FY2016", male, { breakdown: "gender=male" }),
    figure("FY2016", female, { breakdown: "gender=female" }),
  ];
  it.each([
    [undefined, ["10", "4", "6"], []],
    [undefined, ["10", "4", "5"], ["parts-do-not-add-up"]],
    [undefined, ["10", "5", "6"], ["parts-do-not-add-up"]],
    ["one case, two victims", ["10", "5", "6"], []],
    ["one case, two victims", ["10", "4", "5"], ["parts-below-total"]],
    [undefined, ["10", "10", null], ["null-as-zero"]],
    [undefined, ["10", "4", null], []],
  ] as const)("with overlap %s, %j: %j", (overlap, [total, male, female], rules) => {
    const found = checkTotals(
      data(parts(total, male, female), { dimensions: dimensions(overlap) }),
    );
    expect(rulesOf(found)).toEqual(rules);
  });

  it("adds up periods that make up a longer one", () => {
    // Child referrals, item 12B, paragraph 2.2.
    const figures = [
      figure("2016-04-01/2016-06-21", "1396"),
      figure("2016-06-22/2017-03-31", "3709"),
    ];
    expect(checkTotals(data([...figures, figure("FY2016", "5105")]))).toEqual([]);
    expect(rulesOf(checkTotals(data([...figures, figure("FY2016", "5106")])))).toEqual([
      "periods-do-not-add-up",
    ]);
  });
});

describe("checkSeries", () => {
  it.each([
    [["2016-01", "2016-03"], ["period-missing"]],
    [["2016-01-01/2016-03-31", "2016-03-31/2016-05-01"], ["periods-overlap"]],
    [["2016-01", "2016-02"], []],
  ])("of periods %j finds %j", (periods, rules) => {
    expect(rulesOf(checkSeries(data(periods.map((period) => figure(period, "1")))))).toEqual(rules);
  });

  it("finds one fact twice, unless one revises the other", () => {
    const first = figure("FY2016", "1");
    const other = figure("FY2016", "2");
    const revision = figure("FY2016", "2", {
      revises: `safeguarding/observation/${first.id}`,
      revisionReason: "late",
    });
    expect(rulesOf(checkSeries(data([first, other])))).toEqual(["one-fact-twice"]);
    expect(checkSeries(data([first, revision]))).toEqual([]);
  });

  it("finds a figure astride a break and a change across it", () => {
    expect(rulesOf(checkSeries(data([figure("FY2016", "1")], {}, true)))).toEqual([
      "figure-astride-break",
    ]);
    const change = {
      measure: { type: "change", of: reference },
      counts: "not-a-count",
      unit: "% of before",
    };
    const found = checkSeries(data([figure("2017-05", "4")], change, true));
    expect(rulesOf(found)).toEqual(["comparison-across-break"]);
  });

  it("wants a reason for a polarity of harm", () => {
    const found = checkSeries(data([], { polarity: { direction: "low" } }));
    expect(rulesOf(found)).toEqual(["polarity-not-justified"]);
    expect(
      checkSeries(data([], { polarity: { direction: "low", reason: "fewer are better here" } })),
    ).toEqual([]);
  });
});

describe("checkClaim", () => {
  const group = peerGroupSchema.parse({
    id: "region",
    title: "Region",
    members: ["a", "b", "c"].map((id) => `register/area/${id}`),
  });
  const groups = new Map([["safeguarding/peer-group/region", group]]);
  const own = { area: "register/area/a" };
  const claim = (says: object, period = "FY2016") =>
    claimSchema.parse({ id: "claim", text: "said", indicator: reference, period, ...own, says });
  const region = (["5", "9", "3"] as const).map((value, index) =>
    figure("FY2016", value, { area: group.members[index] }),
  );
  const place = (number: number) => ({
    kind: "place",
    place: number,
    from: "highest",
    group: "safeguarding/peer-group/region",
  });

  it.each([
    [place(2), region, []],
    [place(3), region, ["claim-contradicted"]],
    [place(2), region.slice(0, 2), ["claim-not-verifiable"]],
    [{ kind: "value", value: "5" }, region, []],
    [{ kind: "value", value: "6" }, region, ["claim-contradicted"]],
  ])("%j", (says, figures, rules) => {
    expect(rulesOf(checkClaim(claim(says), data(figures), groups))).toEqual(rules);
  });

  it("holds a change to its figures, and names a break that it crosses", () => {
    // Safeguarding referrals, item 11C, Appendix A: 2,242 to 2,420, printed as 7 per cent.
    const figures = [figure("FY2014", "2242", own), figure("FY2015", "2420", own)];
    const says = { kind: "change", against: "FY2014", percent: "7" };
    const found = checkClaim(claim(says, "FY2015"), data(figures), groups);
    expect(rulesOf(found)).toEqual(["claim-contradicted"]);
    // 7.9 per cent is 7 where it is cut off; a fall of 7 it never is.
    expect(found[0]?.severity).toBe("warning");
    const fall = checkClaim(claim({ ...says, percent: "-7" }, "FY2015"), data(figures), groups);
    expect(fall[0]?.severity).toBe("error");
    const right = checkClaim(claim({ ...says, percent: "8" }, "FY2015"), data(figures), groups);
    expect(right).toEqual([]);
    const across = [figure("FY2015", "10", own), figure("FY2016", "11", own)];
    const said = { kind: "change", against: "FY2015", direction: "up" };
    expect(rulesOf(checkClaim(claim(said), data(across, {}, true), groups))).toEqual([
      "claim-across-break",
    ]);
  });

  it("holds words to the same change in numbers where its figures are not recorded", () => {
    // Recorded crime, item 12E of the pack of May 2017: 'just over three per cent', printed as 3.1.
    const words = (percent: string) =>
      claim({ kind: "change", against: "FY2015", percent, bound: "over" });
    const says = { kind: "change", against: "FY2015", percent: "3.1", amount: "1643" };
    const numbers = { ...claim(says), id: "numbers" };
    const rules = (percent: string, others: readonly ReturnType<typeof claim>[]) =>
      rulesOf(
        checkClaim(words(percent), data([figure("FY2016", "54359", own)]), groups, [], others),
      );
    expect(rules("3", [])).toEqual(["claim-not-verifiable"]);
    expect(rules("3", [words("3"), numbers])).toEqual([]);
    expect(rules("4", [words("4"), numbers])).toEqual(["claim-contradicted"]);
    const ofAnotherYear = { ...numbers, period: "FY2014" };
    expect(rules("3", [ofAnotherYear])).toEqual(["claim-not-verifiable"]);
  });

  it("takes no record across a break", () => {
    const figures = [figure("2016-05", "90", own), figure("2016-07", "20", own)];
    const says = { kind: "record", is: "highest" };
    expect(rulesOf(checkClaim(claim(says, "2016-07"), data(figures, {}, true), groups))).toEqual([
      "claim-across-break",
    ]);
    expect(rulesOf(checkClaim(claim(says, "2016-07"), data(figures), groups))).toEqual([
      "claim-contradicted",
    ]);
  });
});

describe("what a claim may say", () => {
  const categories = ["male", "female", "unknown"];
  const of = data(
    [
      figure("FY2015", "94", { breakdown: "victim=male" }),
      figure("FY2015", "100"),
      figure("FY2016", "82"),
      figure("FY2016", "44.34", { breakdown: "victim=male" }),
      figure("FY2016", "11.23", { breakdown: "victim=female" }),
    ],
    {
      dimensions: [
        {
          id: "victim",
          title: "Victim",
          categories: categories.map((id) => ({ id, title: id })),
          partial: true,
        },
      ],
    },
  );
  const said = (says: object, more: object = {}) =>
    rulesOf(
      checkClaim(
        claimSchema.parse({
          id: "c",
          text: "c",
          indicator: reference,
          period: "FY2016",
          says,
          ...more,
        }),
        of,
        new Map(),
      ),
    );
  const ofMale = { breakdown: "victim=male" };

  it.each([
    [{ kind: "change", against: "FY2015", amount: "-18" }, {}, []],
    [{ kind: "change", against: "FY2015", amount: "-17" }, {}, ["claim-contradicted"]],
    [{ kind: "change", against: "FY2015", amount: "-20", bound: "under" }, {}, []],
    [
      { kind: "change", against: "FY2015", amount: "-18", bound: "over" },
      {},
      ["claim-contradicted"],
    ],
    [
      { kind: "change", against: "FY2015", amount: "20", bound: "under" },
      {},
      ["claim-contradicted"],
    ],
    [{ kind: "change", against: "FY2015", direction: "level", tolerance: "18" }, {}, []],
    [{ kind: "change", against: "FY2015", direction: "level" }, {}, ["claim-contradicted"]],
    [{ kind: "value", value: "80", bound: "over" }, {}, []],
    [{ kind: "value", value: "82", bound: "over" }, {}, ["claim-contradicted"]],
    [{ kind: "comparison", breakdown: "victim=female", percent: "295" }, ofMale, []],
    [
      { kind: "comparison", breakdown: "victim=female", percent: "360" },
      ofMale,
      ["claim-contradicted"],
    ],
    [
      { kind: "comparison", breakdown: "victim=female", direction: "down" },
      ofMale,
      ["claim-contradicted"],
    ],
    [
      { kind: "comparison", breakdown: "victim=unknown", direction: "up" },
      ofMale,
      ["claim-not-verifiable"],
    ],
    [{ kind: "gap", side: "below", amount: "18", percent: "18" }, {}, []],
    [{ kind: "gap", side: "below", from: "100", amount: "18" }, {}, []],
    [{ kind: "gap", side: "below", amount: "18", percent: "27" }, {}, ["claim-contradicted"]],
    [{ kind: "gap", side: "above", from: "100", amount: "18" }, {}, ["claim-contradicted"]],
    [{ kind: "sum", dimension: "victim", value: "55.57" }, {}, []],
    [{ kind: "sum", dimension: "victim", value: "56" }, {}, ["claim-contradicted"]],
  ])("%j of %j → %j", (says, more, rules) => {
    expect(said(says, more)).toEqual(rules);
  });

  it("compares with a benchmark of a group", () => {
    const group = "safeguarding/peer-group/all";
    const claim = claimSchema.parse({
      id: "c",
      text: "above the average",
      indicator: reference,
      period: "FY2016",
      says: { kind: "comparison", group, direction: "up" },
    });
    const average = (value: string) =>
      benchmarkSchema.parse({ id: "b", indicator: reference, group, period: "FY2016", value });
    expect(rulesOf(checkClaim(claim, of, new Map(), [average("81")]))).toEqual([]);
    expect(rulesOf(checkClaim(claim, of, new Map(), [average("83")]))).toEqual([
      "claim-contradicted",
    ]);
    expect(rulesOf(checkClaim(claim, of, new Map(), []))).toEqual(["claim-not-verifiable"]);
  });
});

describe("checkPublicFigures", () => {
  it("wants a disclosure policy only where counts of people are not public", () => {
    const people = (...observations: IndicatorData["observations"]) =>
      rulesOf(checkPublicFigures(data(observations, { counts: "people" }), new Map()));
    const out = { disclosedIn: { document: "Pack", item: "12A" } };
    expect(people(figure("FY2015", "4912", out), figure("FY2016", null))).toEqual([]);
    expect(people(figure("FY2015", "4912", out), figure("FY2016", "5258"))).toEqual([
      "no-disclosure-policy",
    ]);
    expect(rulesOf(checkPublicFigures(data([figure("FY2016", "3")]), new Map()))).toEqual([]);
  });
});

describe("checkAreas", () => {
  const areas = [
    { id: "city", parent: "register/area/force", validFrom: "1997-04-01" },
    { id: "county", parent: "register/area/force" },
    { id: "old-town", parent: "register/area/force", validTo: "1997-03-31" },
    { id: "force" },
  ];
  const at = (area: string, value: string | null) =>
    figure("FY2016-Q1", value, { area: `register/area/${area}` });

  it("adds up the areas within an area, as they were in the period", () => {
    const whole = [at("city", "6"), at("county", "20")];
    expect(checkAreas(data([...whole, at("force", "26")]), areas)).toEqual([]);
    expect(rulesOf(checkAreas(data([...whole, at("force", "27")]), areas))).toEqual([
      "areas-do-not-add-up",
    ]);
  });

  it("says nothing of a part that is not known, nor of people", () => {
    expect(checkAreas(data([at("city", "6"), at("force", "26")]), areas)).toEqual([]);
    expect(
      checkAreas(data([at("city", "6"), at("county", null), at("force", "26")]), areas),
    ).toEqual([]);
    const people = data([at("city", "6"), at("county", "20"), at("force", "25")], {
      counts: "people",
    });
    expect(checkAreas(people, areas)).toEqual([]);
  });
});

describe("checkTarget", () => {
  it("wants what was reached by the steps of the standard", () => {
    const standard = (within: number) =>
      targetSchema.parse({
        id: "t",
        title: "Checks in time",
        indicator: reference,
        steps: [
          { percent: "85", within: 14 },
          { percent: "90", within: 18 },
        ],
        achieved: [{ period: "2016-09", within, percent: "74" }],
      });
    expect(checkTarget(standard(14))).toEqual([]);
    expect(checkTarget(standard(15))).toMatchObject([
      { rule: "safeguarding/standard-step-differs", at: { pointer: "/achieved/0/within" } },
    ]);
  });
});

describe("a figure and the day on which its paper came out", () => {
  const context = { areas: undefined, others: new Map() };
  const found = (period: string, more: object = {}) =>
    checkFigures(data([figure(period, "5", { disclosedOn: "2013-02-27", ...more })]), context).map(
      ({ rule, severity }) => [rule.replace("safeguarding/", ""), severity],
    );
  it.each([
    ["2013-12", {}, [["period-after-publication", "error"]]],
    ["2013-02", {}, [["period-after-publication", "warning"]]],
    ["2013-02", { status: ["P"] }, []],
    ["2013-12", { status: ["P"] }, [["period-after-publication", "error"]]],
    ["2013-12", { status: ["E"] }, []],
    ["2013-01", {}, []],
    ["@2013-02-27", {}, []],
  ])("%s with %j → %j", (period, more, expected) => {
    expect(found(period, more)).toEqual(expected);
  });
});
