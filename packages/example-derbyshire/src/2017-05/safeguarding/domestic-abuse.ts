import type { ExampleRecord } from "../../example-record.ts";
import {
  claim,
  count,
  dimension,
  forceArea,
  notGiven,
  observed,
  ratio,
  reported,
  row,
  type Shown,
} from "../../safeguarding-records.ts";
import { ofItem, sinceNiche } from "./places.ts";

const item = ofItem("12A");
const proportion = item({ paragraph: "2.2", table: "Crime that is domestic related" });
const incidents = item({ paragraph: "2.4", table: "Incidents and crimes" });
const outcomes = item({ paragraph: "2.7", table: "Offences and positive outcomes" });
const byVictim = item({ paragraph: "2.10", table: "Offences by gender of the victim" });
const outcomesByVictim = item({ paragraph: "2.10", table: "Positive outcomes by gender" });
const ratesByVictim = item({ paragraph: "2.10", table: "Positive outcome rate by gender" });
const repeat = item({ paragraph: "2.12", table: "Repeat victims and offenders" });
const scorecard = ofItem("12E, Appendix A")({ table: "Crime investigation, line 14" });
const disclosures = item({ paragraph: "4.7", table: "Applications" });
const marac = item({ paragraph: "4.17", table: "Cases referred to MARAC" });
const orders = item({ paragraph: "6.6", table: "DVPOs in the region" });

const offence = dimension(
  "offence",
  "Offence",
  {
    "violence-with-injury": "Violence with injury",
    "violence-without-injury": "Violence without injury",
    sexual: "Sexual offences",
    damage: "Criminal damage and arson",
  },
  { partial: true },
);
const victim = dimension(
  "victim",
  "Victim",
  { male: "Male", female: "Female", unknown: "Unknown gender", state: "The state" },
  { overlap: "One offence may have a male and a female victim." },
);

/**
 * Crimes, those that are domestic related and their share. The table prints no crimes of 2015–16,
 * and for domestic crimes of that year those of the next.
 */
const ofOffence = (
  breakdown: string | undefined,
  first: readonly [string, string, string],
  last: readonly [string, string, string],
  middle: readonly [share: string, again: string],
  more: { readonly recorded?: (text: string, year: string) => Shown } = {},
): readonly ExampleRecord[] => {
  const of = breakdown === undefined ? {} : { breakdown: `offence=${breakdown}` };
  const [, , shareOne] = first;
  const { recorded = (text: string): Shown => text } = more;
  return [
    ...row("recorded-crime", proportion, of, {
      FY2014: recorded(first[0], "FY2014"),
      FY2016: recorded(last[0], "FY2016"),
    }),
    notGiven("recorded-crime", proportion, of, "FY2015", "O", "The table prints none."),
    // The totals of domestic crimes are those of paragraph 2.7, below.
    ...(breakdown === undefined
      ? []
      : [
          ...row("domestic-abuse-crimes", proportion, of, { FY2014: first[1], FY2016: last[1] }),
          notGiven(
            "domestic-abuse-crimes",
            proportion,
            of,
            "FY2015",
            "O",
            "The table prints that of 2016–17 in its place.",
            last[1],
          ),
        ]),
    ...row("domestic-abuse-share-of-crime", proportion, of, {
      FY2014: [shareOne, first[1], first[0]],
      FY2015: {
        text: middle[0],
        also: [{ text: middle[1], source: proportion.source }],
        comment:
          "Two columns of shares stand under 2015/16, and one of them repeats 2016/17; the crimes of the year are not printed.",
      },
      FY2016: [last[2], last[1], last[0]],
    }),
  ];
};

/** The rate as the scorecard prints it, of the counts that stand here. */
const onScorecard = (text: string) => ({
  also: [{ of: "on-scorecard", text, source: scorecard.source }],
  relations: [
    {
      kind: "percentage",
      part: "/numerator",
      base: "/denominator",
      percentage: "on-scorecard",
      because: "The scorecard's rate is of the same outcomes and crimes.",
    },
  ],
});

const perVictim = (
  name: string,
  crimes: readonly [string, string, string],
  positive: readonly [string, string, string],
  rates: readonly [string, string, string],
): readonly ExampleRecord[] => {
  const breakdown = `victim=${name}`;
  const years = (values: readonly [string, string, string]) => ({
    FY2014: values[0],
    FY2015: values[1],
    FY2016: values[2],
  });
  const plain = (text: string) => text.replaceAll(",", "");
  return [
    ...row("domestic-abuse-crimes", byVictim, { breakdown }, years(crimes)),
    ...row("domestic-abuse-positive-outcomes", outcomesByVictim, { breakdown }, years(positive)),
    ...row(
      "domestic-abuse-positive-outcome-rate",
      ratesByVictim,
      { breakdown },
      {
        FY2014: [rates[0], plain(positive[0]), plain(crimes[0])],
        FY2015: [rates[1], plain(positive[1]), plain(crimes[1])],
        FY2016: [rates[2], plain(positive[2]), plain(crimes[2])],
      },
    ),
  ];
};

const sums = (
  indicator: string,
  from: typeof byVictim,
  values: Readonly<Record<string, string>>,
): readonly ExampleRecord[] =>
  Object.entries(values).map(([period, value]) =>
    claim(from, indicator, {
      id: `12a.${indicator}-sum-${period.toLowerCase()}`,
      text: `${value} by gender of the victim`,
      period,
      says: { kind: "sum", dimension: "victim", value },
    }),
  );

const forces = [
  "derbyshire",
  "leicestershire",
  "lincolnshire",
  "northamptonshire",
  "nottinghamshire",
];
const protectionOrders = (
  values: readonly (readonly [applied: string, granted: string, rate: string, breached: string])[],
): readonly ExampleRecord[] =>
  values.flatMap(([applied, granted, rate, breached], index) => {
    const of = { area: `register/area/${forces[index]}-police-force-area` };
    return [
      ...row("dvpo-applied", orders, of, { FY2016: applied }),
      ...row("dvpo-granted", orders, of, { FY2016: granted }),
      ...row("dvpo-success-rate", orders, of, { FY2016: [rate, granted, applied] }),
      ...row("dvpo-breached", orders, of, { FY2016: breached }),
    ];
  });

/** Item 12A. Its national action plan of 125 lines is `domestic-abuse-action-plan.ts`. */
export const domesticAbuse: readonly ExampleRecord[] = [
  count(proportion, {
    id: "recorded-crime",
    title: "Recorded crime",
    theme: "crime",
    unit: "crimes",
    text: "All crimes that the force recorded",
    dimensions: [offence],
  }),
  count(outcomes, {
    id: "domestic-abuse-crimes",
    title: "Domestic abuse crimes",
    theme: "domestic-abuse",
    unit: "crimes",
    text: "Recorded crimes that are related to domestic abuse",
    dimensions: [offence, victim],
  }),
  ratio(proportion, "domestic-abuse-crimes", "recorded-crime", {
    id: "domestic-abuse-share-of-crime",
    title: "Share of crime that is domestic related",
    theme: "domestic-abuse",
    unit: "% of recorded crimes",
    text: "Domestic abuse crimes over all crimes recorded, of one kind of offence or of all",
    dimensions: [offence],
  }),
  ...ofOffence(undefined, ["51535", "5353", "10%"], ["54359", "6545", "12%"], ["12%", "12%"]),
  ...ofOffence(
    "violence-with-injury",
    ["6103", "2532", "41%"],
    ["7150", "2787", "39%"],
    ["38%", "39%"],
  ),
  ...ofOffence(
    "violence-without-injury",
    ["3923", "1823", "46%"],
    ["5188", "2263", "44%"],
    ["44%", "44%"],
  ),
  ...ofOffence("sexual", ["1236", "163", "13%"], ["1874", "311", "17%"], ["12%", "17%"], {
    recorded: (text, year) => ({
      text,
      relations: [
        {
          kind: "total",
          parts: [
            observed(`rape-recorded.${year.toLowerCase()}`),
            observed(`other-sexual-offences-recorded.${year.toLowerCase()}`),
          ],
          total: "/value",
          because: "12D prints rape and all other sexual offences.",
        },
      ],
    }),
  }),
  ...ofOffence("damage", ["8169", "557", "7%"], ["8012", "661", "8%"], ["7%", "8%"]),
  ...row(
    "domestic-abuse-crimes",
    outcomes,
    {},
    {
      FY2014: {
        text: "5,353",
        also: [
          { text: "5353", source: proportion.source },
          { text: "5,535", source: incidents.source },
          { text: "5,353", source: byVictim.source },
        ],
      },
      FY2015: {
        text: "6,095",
        also: [
          { text: "6545", source: proportion.source },
          { text: "6,095", source: incidents.source },
          { text: "6,095", source: byVictim.source },
        ],
        comment:
          "In the table of 2.2 the column of domestic crimes under 2015/16 is that of 2016/17.",
      },
      FY2016: {
        text: "6,545",
        also: [
          { text: "6545", source: proportion.source },
          { text: "6,545", source: incidents.source },
          { text: "6,545", source: byVictim.source },
        ],
      },
    },
  ),
  claim(item({ paragraph: "2.3" }), "domestic-abuse-crimes", {
    id: "12a.crimes-up",
    text: "more than in the year before",
    period: "FY2016",
    says: { kind: "change", against: "FY2015", direction: "up" },
  }),
  count(incidents, {
    id: "domestic-abuse-incidents",
    title: "Domestic abuse incidents",
    theme: "domestic-abuse",
    unit: "incidents",
    text: "Incidents of domestic abuse that were logged",
  }),
  ...row(
    "domestic-abuse-incidents",
    incidents,
    {},
    {
      FY2014: "18,538",
      FY2015: "17,601",
      FY2016: "16,415",
    },
  ),
  ratio(incidents, "domestic-abuse-incidents", "domestic-abuse-crimes", {
    id: "domestic-abuse-incidents-per-crime",
    title: "Incidents logged for each domestic abuse crime",
    theme: "domestic-abuse",
    unit: "incidents per crime",
    places: 1,
    per: 1,
    link: "throughput",
    text: "Incidents of a year over crimes of the same year; a crime need not come from an incident",
  }),
  ...row(
    "domestic-abuse-incidents-per-crime",
    incidents,
    {},
    {
      FY2014: {
        text: "3.5",
        numerator: "18538",
        denominator: "5353",
        comment: "Of the 5,353 crimes of the other tables, not of the 5,535 beside it.",
      },
      FY2015: ["2.9", "17601", "6095"],
      FY2016: ["2.5", "16415", "6545"],
    },
  ),
  claim(item({ paragraph: "2.6" }), "domestic-abuse-incidents", {
    id: "12a.incidents-down",
    text: "incidents fell in 2015/16",
    period: "FY2015",
    says: { kind: "change", against: "FY2014", direction: "down" },
  }),
  claim(item({ paragraph: "2.6" }), "domestic-abuse-crimes", {
    id: "12a.crimes-up-2015",
    text: "crimes rose in 2015/16",
    period: "FY2015",
    says: { kind: "change", against: "FY2014", direction: "up" },
  }),
  count(outcomes, {
    id: "domestic-abuse-victims",
    title: "Victims of domestic abuse crimes",
    theme: "domestic-abuse",
    unit: "victims",
    counts: "people",
    text: "Individual victims of the domestic abuse crimes of a year",
  }),
  ...row(
    "domestic-abuse-victims",
    outcomes,
    {},
    {
      FY2014: { text: "4,388", also: [{ text: "4388", source: repeat.source }] },
      FY2015: { text: "4,912", also: [{ text: "4912", source: repeat.source }] },
      FY2016: { text: "5,258", also: [{ text: "5258", source: repeat.source }] },
    },
  ),
  count(outcomes, {
    id: "domestic-abuse-positive-outcomes",
    title: "Positive outcomes of domestic abuse crimes",
    theme: "domestic-abuse",
    unit: "outcomes",
    text: "Positive outcomes that were recorded in the year",
    dimensions: [
      victim,
      dimension(
        "kind",
        "Kind",
        { "restorative-justice": "Restorative justice" },
        { partial: true },
      ),
    ],
  }),
  ...row(
    "domestic-abuse-positive-outcomes",
    outcomes,
    {},
    {
      FY2014: { text: "2,677", also: [{ text: "2,677", source: outcomesByVictim.source }] },
      FY2015: { text: "2,785", also: [{ text: "2,785", source: outcomesByVictim.source }] },
      FY2016: { text: "2,259", also: [{ text: "2,259", source: outcomesByVictim.source }] },
    },
  ),
  ...row(
    "domestic-abuse-positive-outcomes",
    outcomes,
    { breakdown: "kind=restorative-justice" },
    {
      FY2014: "205",
      FY2015: "258",
      FY2016: "236",
    },
  ),
  ratio(outcomes, "domestic-abuse-positive-outcomes", "domestic-abuse-crimes", {
    id: "domestic-abuse-positive-outcome-rate",
    title: "Positive outcome rate of domestic abuse crimes",
    theme: "domestic-abuse",
    unit: "% of domestic abuse crimes",
    places: 1,
    link: "throughput",
    polarity: { direction: "high" },
    text: "Positive outcomes of a year over the crimes recorded in it",
    dimensions: [victim],
  }),
  ...row(
    "domestic-abuse-positive-outcome-rate",
    outcomes,
    {},
    {
      FY2014: {
        text: "50%",
        unit: "1",
        numerator: "2677",
        denominator: "5353",
        ...onScorecard("50.3%"),
      },
      FY2015: {
        text: "45.7%",
        numerator: "2785",
        denominator: "6095",
        ...onScorecard("45.6%"),
      },
      FY2016: {
        text: "34.5%",
        numerator: "2259",
        denominator: "6545",
        also: [{ text: "34.5%", source: scorecard.source }],
      },
    },
  ),
  claim(item({ paragraph: "2.11" }), "domestic-abuse-positive-outcome-rate", {
    id: "12a.rate-down",
    text: "the rate has fallen",
    period: "FY2016",
    says: { kind: "change", against: "FY2015", direction: "down" },
  }),
  ...perVictim("male", ["1,002", "1,183", "1,291"], ["482", "498", "468"], ["48%", "42%", "36%"]),
  ...perVictim(
    "female",
    ["4,002", "4,540", "4,834"],
    ["1932", "2020", "1583"],
    ["48%", "44%", "33%"],
  ),
  ...perVictim("unknown", ["10", "19", "12"], ["6", "8", "8"], ["60%", "42%", "67%"]),
  ...perVictim("state", ["342", "356", "473"], ["262", "258", "264"], ["77%", "72%", "56%"]),
  ...sums("domestic-abuse-crimes", byVictim, { FY2014: "5356", FY2015: "6098", FY2016: "6610" }),
  ...sums("domestic-abuse-positive-outcomes", outcomesByVictim, {
    FY2014: "2682",
    FY2015: "2784",
    FY2016: "2323",
  }),
  ...["male", "female", "unknown", "state"].map((name) =>
    claim(item({ paragraph: "2.11" }), "domestic-abuse-positive-outcome-rate", {
      id: `12a.rate-down-${name}`,
      text: "the rate has fallen for victims of every gender and for the state",
      period: "FY2016",
      breakdown: `victim=${name}`,
      says: { kind: "change", against: "FY2015", direction: "down" },
    }),
  ),
  count(repeat, {
    id: "domestic-abuse-victims-of-several",
    title: "Victims of more than one domestic abuse crime",
    theme: "domestic-abuse",
    unit: "victims",
    counts: "people",
    text: "Victims linked to more than one domestic abuse crime in the year; the state counts too",
  }),
  ratio(repeat, "domestic-abuse-victims-of-several", "domestic-abuse-victims", {
    id: "domestic-abuse-repeat-victims",
    title: "Repeat victims of domestic abuse",
    theme: "domestic-abuse",
    unit: "% of victims",
    text: "Victims of several domestic abuse crimes over all their victims of the year",
  }),
  ...row(
    "domestic-abuse-victims-of-several",
    repeat,
    {},
    {
      FY2014: "505",
      FY2015: "658",
      FY2016: "754",
    },
  ),
  ...row(
    "domestic-abuse-repeat-victims",
    repeat,
    {},
    {
      FY2014: ["12%", "505", "4388"],
      FY2015: ["13%", "658", "4912"],
      FY2016: ["14%", "754", "5258"],
    },
  ),
  count(repeat, {
    id: "domestic-abuse-offenders",
    title: "Offenders of domestic abuse crimes",
    theme: "domestic-abuse",
    unit: "offenders",
    counts: "people",
    text: "Individual offenders of the domestic abuse crimes of a year",
  }),
  ...row(
    "domestic-abuse-offenders",
    repeat,
    {},
    {
      FY2014: "2221",
      FY2015: "2300",
      FY2016: "1833",
    },
  ),
  count(repeat, {
    id: "domestic-abuse-offenders-of-several",
    title: "Offenders of more than one domestic abuse crime",
    theme: "domestic-abuse",
    unit: "offenders",
    counts: "people",
    text: "Offenders linked to more than one domestic abuse crime in the year",
  }),
  ...row(
    "domestic-abuse-offenders-of-several",
    repeat,
    {},
    {
      FY2014: "346",
      FY2015: "374",
      FY2016: "304",
    },
  ),
  ratio(repeat, "domestic-abuse-offenders-of-several", "domestic-abuse-offenders", {
    id: "domestic-abuse-repeat-offenders",
    title: "Repeat offenders of domestic abuse",
    theme: "domestic-abuse",
    unit: "% of offenders",
    polarity: { direction: "low" },
    text: "Offenders of several domestic abuse crimes over all their offenders of the year",
  }),
  ...row(
    "domestic-abuse-repeat-offenders",
    repeat,
    {},
    {
      FY2014: ["16%", "346", "2221"],
      FY2015: ["16%", "374", "2300"],
      FY2016: ["17%", "304", "1833"],
    },
  ),
  reported(item({ paragraph: "2.9" }), "domestic abuse cases that came to court", {
    id: "domestic-abuse-conviction-rate",
    title: "Conviction rate, domestic abuse",
    theme: "domestic-abuse",
    unit: "% of cases at court",
    polarity: { direction: "high" },
    text: "Convictions among cases of domestic abuse at court; given about",
  }),
  ...row(
    "domestic-abuse-conviction-rate",
    item({ paragraph: "2.9" }),
    {},
    {
      "2016-04-01/2016-12-31": { text: "79%", status: ["E"] },
    },
  ),
  count(item({ paragraph: "3.11" }), {
    id: "honour-based-violence-occurrences",
    title: "Occurrences of honour-based violence",
    theme: "domestic-abuse",
    unit: "occurrences",
    sourceSystem: "Niche",
    text: "Occurrences marked as honour-based violence",
  }),
  ...row(
    "honour-based-violence-occurrences",
    item({ paragraph: "3.11" }),
    { system: "Niche" },
    { [sinceNiche]: "21" },
  ),
  count(item({ paragraph: "3.11" }), {
    id: "forced-marriage-occurrences",
    title: "Occurrences of forced marriage",
    theme: "domestic-abuse",
    unit: "occurrences",
    sourceSystem: "Niche",
    text: "Occurrences marked as forced marriage",
  }),
  ...row(
    "forced-marriage-occurrences",
    item({ paragraph: "3.11" }),
    { system: "Niche" },
    { [sinceNiche]: "2" },
  ),
  count(disclosures, {
    id: "disclosure-scheme-applications",
    title: "Applications under the Domestic Violence Disclosure Scheme",
    theme: "domestic-abuse",
    unit: "applications",
    text: "Applications received in the calendar year",
  }),
  ...row(
    "disclosure-scheme-applications",
    disclosures,
    {},
    {
      "2014": "148",
      "2015": "141",
      "2016": "126",
    },
  ),
  count(marac, {
    id: "marac-cases",
    title: "Cases referred to MARAC",
    theme: "marac",
    unit: "referrals",
    text: "High-risk cases referred; where children are counted, each child is a referral of its own",
    method: "An indication only, as the paper says.",
    dimensions: [
      dimension(
        "children",
        "Children",
        { excluded: "Without children", included: "Children counted too" },
        { overlap: "The second holds the first." },
      ),
    ],
  }),
  ...row(
    "marac-cases",
    marac,
    { breakdown: "children=excluded" },
    {
      FY2014: "1222",
      FY2015: "1556",
      FY2016: "1283",
    },
  ),
  ...row(
    "marac-cases",
    marac,
    { breakdown: "children=included" },
    {
      FY2014: "1449",
      FY2015: "1920",
      FY2016: "1542",
    },
  ),
  reported(item({ paragraph: "4.21" }), "requests to general practices", {
    id: "marac-practice-returns",
    title: "Returns by general practices to MARAC",
    theme: "marac",
    unit: "% of requests",
    polarity: { direction: "high" },
    text: "Requests for information that general practices answered",
  }),
  ...row(
    "marac-practice-returns",
    item({ paragraph: "4.21" }),
    {},
    {
      "2016-08-01/2016-12-31": "35%",
    },
  ),
  reported(item({ paragraph: "5.1" }), "victims of domestic related offences", {
    id: "domestic-abuse-support-opt-in",
    title: "Victims of domestic abuse who opt in to support",
    theme: "victim-services",
    unit: "% of victims of domestic related offences",
    polarity: { direction: "high" },
    sourceSystem: "Niche",
    text: "Victims who asked for the specialist service; those who refer themselves are not counted",
  }),
  ...row(
    "domestic-abuse-support-opt-in",
    item({ paragraph: "5.1" }),
    { system: "Niche" },
    { [sinceNiche]: "29%" },
  ),
  count(orders, {
    id: "dvpo-applied",
    title: "Domestic violence protection orders applied for",
    theme: "domestic-abuse",
    unit: "applications",
    text: "Applications for an order in twelve months",
  }),
  count(orders, {
    id: "dvpo-granted",
    title: "Domestic violence protection orders granted",
    theme: "domestic-abuse",
    unit: "orders",
    text: "Orders granted of those applied for",
  }),
  ratio(orders, "dvpo-granted", "dvpo-applied", {
    id: "dvpo-success-rate",
    title: "Domestic violence protection orders granted of those applied for",
    theme: "domestic-abuse",
    unit: "% of applications",
    places: 1,
    polarity: { direction: "high" },
    text: "Orders granted over orders applied for",
  }),
  count(orders, {
    id: "dvpo-breached",
    title: "Domestic violence protection orders breached",
    theme: "domestic-abuse",
    unit: "breaches",
    text: "Breaches found in twelve months",
  }),
  ...protectionOrders([
    ["96", "68", "70.8%", "22"],
    ["103", "68", "66.0%", "18"],
    ["70", "39", "55.7%", "19"],
    ["114", "91", "79.8%", "11"],
    ["34", "29", "85.3%", "1"],
  ]),
  claim(item({ paragraph: "6.7" }), "dvpo-success-rate", {
    id: "12a.dvpo-third",
    text: "third highest success rate",
    period: "FY2016",
    says: {
      kind: "place",
      place: 3,
      from: "highest",
      group: "safeguarding/peer-group/east-midlands-forces",
    },
  }),
  claim(item({ paragraph: "6.7" }), "dvpo-breached", {
    id: "12a.dvpo-breaches-first",
    text: "highest number of breaches",
    period: "FY2016",
    area: forceArea,
    says: {
      kind: "place",
      place: 1,
      from: "highest",
      group: "safeguarding/peer-group/east-midlands-forces",
    },
  }),
];
