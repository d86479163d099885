import type { Source } from "@moothall/core";
import type { ExampleRecord } from "../example-record.ts";
import { in2013 } from "../papers.ts";
import {
  claim,
  count,
  dimension,
  type From,
  ratio,
  row,
  type Shown,
  safeguarding,
} from "../safeguarding-records.ts";

const place = (at: { readonly paragraph?: string; readonly table?: string }): From => ({
  source: in2013({ item: "7 Road Safety Partnership Update", ...at }),
  disclosedOn: "2013-02-27",
});
const table = place({ table: "Christmas drink drive" });
const words = place({ paragraph: "Christmas drink drive" });
const deaths = place({ paragraph: "Fatalities in 2012" });
const serious = place({ paragraph: "Killed and seriously injured" });

const theme = "road-safety";
const low = { polarity: { direction: "low" } };
// The columns are headed 2011/12 and Dec-13; the report is of campaigns of one December each.
const campaigns = ["2011-12-01/2011-12-31", "2012-12-01/2012-12-31"] as const;
const both = (before: Shown, now: Shown) => ({ [campaigns[0]]: before, [campaigns[1]]: now });

const age = dimension("age", "Age", { "under-25": "Under 25", "25-and-over": "25 and over" });
const occasion = dimension("occasion", "Occasion", {
  "no-collision": "Without a collision",
  collision: "After a collision",
});

const part = (
  breakdown: string,
  tests: readonly [string, string],
  positive: readonly [string, string],
  rates: readonly [string, string],
  also: readonly {
    readonly text: string;
    readonly unit: string;
    readonly source: Source;
  }[] = [],
): readonly ExampleRecord[] => [
  ...row("breath-tests", table, { breakdown }, both(...tests)),
  ...row("breath-tests-positive", table, { breakdown }, both(...positive)),
  ...row(
    "breath-tests-positive-rate",
    table,
    { breakdown },
    both([rates[0], positive[0], tests[0]], {
      text: rates[1],
      numerator: positive[1],
      denominator: tests[1],
      also,
    }),
  ),
];

/** The update of the road safety partnership, 27 February 2013, with its one table. */
export const roadSafety2013: readonly ExampleRecord[] = [
  count(deaths, {
    id: "road-deaths",
    title: "Killed on the roads",
    theme,
    unit: "deaths",
    counts: "people",
    ...low,
    text: "People killed in road traffic collisions of the city and the county",
  }),
  ...row(
    "road-deaths",
    deaths,
    {},
    {
      "2011": "39",
      "2012": {
        text: "25",
        also: [
          {
            text: "25",
            source: in2013({ item: "3 Community Safety Agreement", paragraph: "Appendix A" }),
          },
        ],
      },
    },
  ),
  claim(deaths, "road-deaths", {
    id: "road.deaths-lowest",
    text: "the lowest recorded",
    period: "2012",
    says: { kind: "record", is: "lowest" },
  }),
  count(serious, {
    id: "killed-or-seriously-injured",
    title: "Killed and seriously injured on the roads",
    theme,
    unit: "casualties",
    counts: "people",
    ...low,
    text: "People killed or seriously injured on the roads of the city and the county",
  }),
  ...row(
    "killed-or-seriously-injured",
    serious,
    {},
    {
      "2012-01-01/2012-10-31": {
        text: "336",
        comment: "The report says at October and not from when.",
      },
    },
  ),
  claim(serious, "killed-or-seriously-injured", {
    id: "road.milestone",
    text: "95 casualties or 22 % below the milestone",
    period: "2012-01-01/2012-10-31",
    says: { kind: "gap", side: "below", amount: "95", percent: "22" },
  }),
  safeguarding("baseline", {
    id: "killed-or-seriously-injured-2005-2009",
    title: "Half as many by 2020 as in 2005 to 2009",
    indicator: "safeguarding/indicator/killed-or-seriously-injured",
    area: "register/area/derbyshire-police-force-area",
    period: "2005-01-01/2009-12-31",
    goal: { percent: "50", by: "2020" },
    sources: [serious.source],
  }),
  count(table, {
    id: "breath-tests",
    title: "Breath tests",
    theme,
    unit: "tests",
    text: "Breath tests of the Christmas campaign",
    dimensions: [occasion, age],
  }),
  count(table, {
    id: "breath-tests-positive",
    title: "Breath tests positive, refused or failed",
    theme,
    unit: "tests",
    text: "Breath tests that were positive, that were refused, or that nobody could give",
    dimensions: [occasion, age],
  }),
  ratio(table, "breath-tests-positive", "breath-tests", {
    id: "breath-tests-positive-rate",
    title: "Share of breath tests positive, refused or failed",
    theme,
    unit: "% of breath tests",
    places: 2,
    ...low,
    text: "Tests positive, refused or failed over all tests",
    dimensions: [occasion, age],
  }),
  ...part("occasion=no-collision", ["493", "182"], ["50", "27"], ["10.14%", "14.84"]),
  ...part("occasion=collision", ["402", "209"], ["54", "52"], ["13.43%", "24.88%"]),
  ...part(
    "age=under-25",
    ["282", "106"],
    ["43", "47"],
    ["15.25%", "44.34%"],
    [{ text: "44%", unit: "1", source: words.source }],
  ),
  ...part("age=25-and-over", ["613", "285"], ["61", "32"], ["9.95%", "11.23%"]),
  ...row(
    "breath-tests",
    table,
    {},
    both("895", {
      text: "391",
      also: [
        { of: "/period", text: "Dec-13", value: "2013-12-01/2013-12-31", source: table.source },
        { of: "/period", text: "December 2012", value: campaigns[1], source: words.source },
      ],
      comment: "The column head names a month ten months after the report.",
    }),
  ),
  ...row("breath-tests-positive", table, {}, both("104", "79")),
  ...row(
    "breath-tests-positive-rate",
    table,
    {},
    both(
      {
        text: "11.62%",
        numerator: "104",
        denominator: "895",
        also: [{ text: "11%", unit: "1", source: words.source }],
      },
      {
        text: "20.20%",
        numerator: "79",
        denominator: "391",
        also: [{ text: "20%", unit: "1", source: words.source }],
      },
    ),
  ),
  claim(words, "breath-tests", {
    id: "road.tests-down",
    text: "fewer tests than in the year before",
    period: campaigns[1],
    says: { kind: "change", against: campaigns[0], direction: "down" },
  }),
  ...(
    [
      [campaigns[0], "41"],
      [campaigns[1], "360"],
    ] as const
  ).map(([period, percent]) =>
    claim(table, "breath-tests-positive-rate", {
      id: `road.under-25-against-over-${period.slice(0, 4)}`,
      text: `${percent} % more than those of 25 and over`,
      period,
      breakdown: "age=under-25",
      says: { kind: "comparison", breakdown: "age=25-and-over", percent },
    }),
  ),
  claim(table, "breath-tests-positive-rate", {
    id: "road.under-25-twice-national",
    text: "more than twice the national average of 5 %",
    period: campaigns[1],
    breakdown: "age=under-25",
    says: { kind: "value", value: "10", bound: "over" },
  }),
  count(table, {
    id: "collisions-reported",
    title: "Collisions reported during the campaign",
    theme,
    unit: "collisions",
    text: "Road collisions reported during the Christmas campaign",
  }),
  ...row("collisions-reported", table, {}, both("490", "479")),
  count(table, {
    id: "field-impairment-tests",
    title: "Field impairment tests",
    theme,
    unit: "tests",
    text: "Field impairment tests conducted during the campaign",
  }),
  ...row("field-impairment-tests", table, {}, both("0", "0")),
];
