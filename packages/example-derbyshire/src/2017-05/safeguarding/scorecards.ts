import type { ExampleRecord } from "../../example-record.ts";
import {
  amount,
  claim,
  count,
  type Detail,
  type From,
  forceArea,
  observed,
  ratio,
  reported,
  row,
  safeguarding,
} from "../../safeguarding-records.ts";
import { ofItem, sinceNiche } from "./places.ts";

const report = ofItem("12E");
const appendix = ofItem("12E, Appendix A");
const deputy = (table: string) => appendix({ table: `Deputy chief constable: ${table}` });
const crime = (table: string) => appendix({ table: `ACC, crime: ${table}` });
const operations = (table: string) => appendix({ table: `ACC, operations: ${table}` });

const personnel = deputy("Force personnel");
const sickness = deputy("Sickness");
const confidence = deputy("Confidence and satisfaction");
const complaints = deputy("Professional standards");
const remarks = appendix({ paragraph: "Comments, deputy chief constable" });
const demand = crime("Recorded demand");
const investigation = crime("Crime investigation");
const asb = crime("Anti-social behaviour");
const contact = operations("Contact management");
const support = operations("Operational support");
const specials = operations("Special constabulary");
const courts = operations("Criminal justice");

const high = { polarity: { direction: "high" } };
const low = { polarity: { direction: "low" } };
const day = "@2017-04-01";
const yearBefore = "@2016-04-01";
const toFebruary = "2016-04-01/2017-02-28";
const untilFebruary = "2016-03-01/2017-02-28";

/** A line of the first scorecard: how many, and in full-time equivalents, on a day of two years. */
const staff = (
  id: string,
  title: string,
  headcount: readonly [string, string],
  equivalents: readonly [string, string],
): readonly ExampleRecord[] => [
  count(personnel, {
    id: `${id}-headcount`,
    title: `${title}, headcount`,
    theme: "workforce",
    unit: "people",
    counts: "people",
    timing: "stock",
    sourceSystem: "Origin HR",
    text: `${title}; officers who are seconded, on regional units or on a career break left out`,
  }),
  ...row(`${id}-headcount`, personnel, {}, { [yearBefore]: headcount[1], [day]: headcount[0] }),
  amount(personnel, {
    id: `${id}-fte`,
    title: `${title}, full-time equivalents`,
    theme: "workforce",
    unit: "full-time equivalents",
    timing: "stock",
    places: 1,
    sourceSystem: "Origin HR",
    text: `${title} in full-time equivalents`,
  }),
  ...row(
    `${id}-fte`,
    personnel,
    {},
    Object.fromEntries(
      [yearBefore, day].map((on, index) => [
        on,
        {
          text: equivalents[1 - index] as string,
          relations: [
            {
              kind: "total",
              parts: ["/value"],
              total: observed(`${id}-headcount.${on.replace("@", "")}`),
              partial: true,
              because: "Nobody is more than one full-time equivalent.",
            },
          ],
        },
      ]),
    ),
  ),
];

const daysLost = (id: string, title: string, now: string, before: string) => [
  reported(sickness, title.toLowerCase(), {
    id,
    title: `Working days lost to sickness, ${title.toLowerCase()}`,
    theme: "workforce",
    unit: "working days lost per head in twelve months",
    places: 2,
    ...low,
    text: `Working days that ${title.toLowerCase()} lost to sickness in twelve months, per head`,
  }),
  ...row(
    id,
    sickness,
    {},
    {
      FY2015: before,
      [untilFebruary]: { text: now, also: [{ text: now, source: remarks.source }] },
    },
  ),
  safeguarding("target", {
    id: `${id}-standard`,
    title: `Standard of the force, ${title.toLowerCase()}`,
    indicator: `safeguarding/indicator/${id}`,
    area: forceArea,
    value: "8.20",
    setBy: "Derbyshire Constabulary",
    sources: [sickness.source],
    printed: [{ of: "/value", text: "8.20", value: "8.20", source: sickness.source }],
  }),
];

/** The changes of a line of the second scorecard: per cent and number, this year and two before. */
const changes = (
  indicator: string,
  from: From,
  breakdown: string | undefined,
  values: readonly (readonly [period: string, against: string, percent: string, number: string])[],
): readonly ExampleRecord[] =>
  values.map(([period, against, percent, number]) =>
    claim(from, indicator, {
      id: `12e.${indicator}${breakdown === undefined ? "" : `-${breakdown.split("=")[1]}`}-${period.toLowerCase()}`,
      text: `${percent} % and ${number} against the year before`,
      period,
      ...(breakdown !== undefined && { breakdown }),
      says: { kind: "change", against, percent, amount: number },
    }),
  );

const threeYears = (
  ...[[nowP, nowN], [oneP, oneN], [twoP, twoN]]: readonly [
    readonly [string, string],
    readonly [string, string],
    readonly [string, string],
  ]
) =>
  [
    ["FY2016", "FY2015", nowP, nowN],
    ["FY2015", "FY2014", oneP, oneN],
    ["FY2014", "FY2013", twoP, twoN],
  ] as const;

const rate = (
  id: string,
  title: string,
  [now, one, two]: readonly [string, string, string],
  theme = "crime",
  more: (year: string) => Pick<Detail, "relations"> = () => ({}),
): readonly ExampleRecord[] => [
  reported(investigation, "crimes recorded", {
    id,
    title,
    theme,
    unit: "% of crimes recorded",
    places: 1,
    ...high,
    text: `${title}, of the crimes recorded in the year`,
  }),
  ...row(
    id,
    investigation,
    {},
    {
      FY2014: { text: two, ...more("fy2014") },
      FY2015: { text: one, ...more("fy2015") },
      FY2016: { text: now, ...more("fy2016") },
    },
  ),
];

/** A rate of rape and sexual offences, of what the tables of 12D add up to. */
const sexual = (
  id: string,
  title: string,
  [now, one, two]: readonly [string, string, string],
  [outcomesNow, outcomesOne, outcomesTwo]: readonly [string, string, string],
): readonly ExampleRecord[] => {
  const theme = "rape-and-serious-sexual-offences";
  const comment = "The counts are those of 12D, of rape and of other sexual offences, added up.";
  return [
    count(investigation, {
      id: `sexual-${id}s`,
      title: `${title}s, rape and sexual offences`,
      theme,
      unit: "outcomes",
      text: "Of both groups of offences of 12D together; the scorecard does not print them",
    }),
    ratio(investigation, `sexual-${id}s`, "sexual-offences-recorded", {
      id: `sexual-${id}-rate`,
      title: `${title} rate, rape and sexual offences`,
      theme,
      unit: "% of crimes recorded",
      places: 1,
      link: "throughput",
      ...high,
      text: `${title}s of the year over crimes recorded in it`,
    }),
    ...row(
      `sexual-${id}-rate`,
      investigation,
      {},
      {
        FY2014: { text: two, numerator: outcomesTwo, denominator: "1236", comment },
        FY2015: { text: one, numerator: outcomesOne, denominator: "1593", comment },
        FY2016: {
          text: now,
          numerator: outcomesNow,
          denominator: "1874",
          comment: "Outcomes as 12D adds up, of the crimes that 12A prints.",
        },
      },
    ),
  ];
};

const lessRestorative = "The detections are 12A's positive outcomes less restorative justice.";

const notices = (
  id: string,
  title: string,
  text: string,
  theme: string,
  { also = [], ...more }: Pick<Detail, "also" | "relations"> = {},
): readonly ExampleRecord[] => [
  count(demand, {
    id,
    title,
    theme,
    unit: "notices",
    sourceSystem: "Niche",
    text: `${title} recorded in Niche; what Guardian recorded before were referrals`,
  }),
  ...row(
    id,
    report({ paragraph: "2.3" }),
    { system: "Niche" },
    {
      [sinceNiche]: {
        text,
        ...more,
        also: [
          ...also,
          { text, source: demand.source },
          {
            of: "counted-from",
            text: "from the introduction of Niche",
            value: "2016-06-22",
            source: report({ paragraph: "2.3" }).source,
          },
          {
            of: "counted-from",
            text: "Jul '16",
            value: "2016-07",
            source: demand.source,
          },
        ],
      },
    },
  ),
];

const simple = (
  from: From,
  make: typeof count,
  id: string,
  title: string,
  unit: string,
  theme: string,
  values: Parameters<typeof row>[3],
  more: Readonly<Record<string, unknown>> = {},
): readonly ExampleRecord[] => [
  make(from, { id, title, theme, unit, text: title, ...more }),
  ...row(id, from, {}, values),
];

const shareOf = (base: string) => (from: From, fields: Parameters<typeof count>[1]) =>
  reported(from, base, fields);

const line = (indicator: string, more: Readonly<Record<string, unknown>> = {}) => ({
  indicator: `safeguarding/indicator/${indicator}`,
  ...more,
});

const cards: readonly ExampleRecord[] = [
  safeguarding("scorecard", {
    id: "deputy-chief-constable.2017-05",
    title: "Scorecard of the deputy chief constable",
    body: "register/body/derbyshire-constabulary",
    officer: "register/post/derbyshire-constabulary.deputy-chief-constable",
    area: forceArea,
    period: "FY2016",
    outturns: 2,
    groups: [
      "safeguarding/peer-group/east-midlands-forces",
      "safeguarding/peer-group/england-and-wales-forces",
    ],
    sections: [
      {
        heading: "Force personnel",
        lines: ["police-officers", "police-staff", "community-support-officers"].flatMap((id) => [
          line(`${id}-headcount`, { period: day }),
          line(`${id}-fte`, { period: day }),
        ]),
      },
      {
        heading: "Sickness",
        lines: [
          line("police-officer-sickness", { period: untilFebruary }),
          line("police-staff-sickness", { period: untilFebruary }),
        ],
      },
      {
        heading: "Confidence and satisfaction",
        lines: [
          line("public-confidence", { period: "2015-10-01/2016-09-30" }),
          line("victim-satisfaction"),
        ],
      },
      {
        heading: "Professional standards",
        lines: [
          "complaints-recorded",
          "complaints-for-local-resolution",
          "complaints-under-investigation",
          "complaints-finalised",
          "complaints-upheld",
        ].map((id) => line(id, { period: toFebruary })),
      },
    ],
    notes: ["The year before of complaints is the same eleven months, not the outturn."],
    sources: [personnel.source],
  }),
  safeguarding("scorecard", {
    id: "acc-crime.2017-05",
    title: "Scorecard of the assistant chief constable, crime",
    body: "register/body/derbyshire-constabulary",
    officer: "register/post/derbyshire-constabulary.assistant-chief-constable",
    area: forceArea,
    period: "FY2016",
    outturns: 2,
    sections: [
      {
        heading: "Recorded demand",
        lines: [
          line("recorded-crime"),
          line("gun-crime"),
          line("domestic-abuse-notices", { period: sinceNiche }),
          line("child-concern-notices", { period: sinceNiche }),
          line("vulnerable-adult-notices", { period: sinceNiche }),
          line("missing-incidents", { breakdown: "kind=missing" }),
          line("missing-incidents", { breakdown: "kind=absent" }),
        ],
      },
      {
        heading: "Crime investigation",
        lines: [
          line("all-crime-detection-rate"),
          line("all-crime-positive-outcome-rate"),
          line("restorative-disposal-rate"),
          line("sexual-detection-rate"),
          line("sexual-positive-outcome-rate"),
          line("domestic-detection-rate"),
          line("domestic-abuse-positive-outcome-rate"),
        ],
      },
    ],
    notes: ["Public protection notices cannot be compared with the referrals of Guardian."],
    sources: [demand.source],
  }),
  safeguarding("scorecard", {
    id: "acc-operations.2017-05",
    title: "Scorecard of the assistant chief constable, operations",
    body: "register/body/derbyshire-constabulary",
    officer: "register/post/derbyshire-constabulary.assistant-chief-constable",
    area: forceArea,
    period: "FY2016",
    outturns: 2,
    sections: [
      {
        heading: "Contact management",
        lines: [
          "emergency-calls-in-time",
          "emergency-calls-abandoned",
          "other-calls-time-to-answer",
          "other-calls-abandoned",
        ].map((id) => line(id, { period: toFebruary })),
      },
      {
        heading: "Operational support",
        lines: [
          line("road-casualties-fatal-serious", { period: "2016" }),
          line("fatal-collisions", { period: "2016" }),
          line("firearm-authorisations", { period: untilFebruary }),
          line("taser-authorisations", { period: untilFebruary }),
        ],
      },
      {
        heading: "Special constabulary",
        lines: [
          line("special-constables", { period: day }),
          line("police-service-volunteers", { period: day }),
          line("special-duty-hours"),
          line("volunteer-duty-hours"),
        ],
      },
      {
        heading: "Criminal justice",
        lines: [
          "guilty-pleas-first-hearing",
          "magistrates-conviction-rate",
          "crown-conviction-rate",
        ].map((id) => line(id, { period: toFebruary })),
      },
    ],
    sources: [contact.source],
  }),
];

/** Item 12E and the chief officers' scorecards. */
export const scorecards: readonly ExampleRecord[] = [
  ...staff("police-officers", "Police officers", ["1718", "1792"], ["1676.1", "1748.0"]),
  ...staff("police-staff", "Police staff", ["1446", "1405"], ["1257.2", "1227.3"]),
  ...staff(
    "community-support-officers",
    "Police community support officers",
    ["157", "157"],
    ["153.2", "151.3"],
  ),
  claim(report({ paragraph: "2.10" }), "police-officers-fte", {
    id: "12e.officers-fewer",
    text: "nearly 72 fewer than a year before",
    period: day,
    says: { kind: "change", against: yearBefore, amount: "-72", bound: "under" },
  }),
  claim(report({ paragraph: "2.10" }), "police-staff-fte", {
    id: "12e.staff-more",
    text: "slightly more than a year before",
    period: day,
    says: { kind: "change", against: yearBefore, direction: "up" },
  }),
  ...daysLost("police-officer-sickness", "Police officers", "9.85", "9.43"),
  ...daysLost("police-staff-sickness", "Police staff", "7.94", "7.03"),
  claim(report({ paragraph: "2.11" }), "police-officer-sickness", {
    id: "12e.officer-sickness",
    text: "0.42 days above the outturn",
    period: untilFebruary,
    says: { kind: "change", against: "FY2015", amount: "0.42" },
  }),
  claim(report({ paragraph: "2.11" }), "police-staff-sickness", {
    id: "12e.staff-sickness",
    text: "0.91 days more",
    period: untilFebruary,
    says: { kind: "change", against: "FY2015", amount: "0.91" },
  }),
  claim(report({ paragraph: "2.11" }), "police-officer-sickness", {
    id: "12e.officer-sickness-above-standard",
    text: "above the force's standard",
    period: untilFebruary,
    says: { kind: "value", value: "8.20", bound: "over" },
  }),
  claim(report({ paragraph: "2.11" }), "police-staff-sickness", {
    id: "12e.staff-sickness-below-standard",
    text: "below the force's standard",
    period: untilFebruary,
    says: { kind: "value", value: "8.20", bound: "under" },
  }),
  reported(confidence, "people asked", {
    id: "public-confidence",
    title: "Confidence in the local police",
    theme: "confidence",
    unit: "% of people asked",
    places: 1,
    ...high,
    sourceSystem: "Crime Survey for England and Wales",
    text: "People who have confidence in the police of their area",
  }),
  ...row(
    "public-confidence",
    confidence,
    {},
    {
      FY2014: "74.0%",
      FY2015: "77.5%",
      "2015-10-01/2016-09-30": "76.2%",
    },
  ),
  reported(confidence, "victims asked", {
    id: "victim-satisfaction",
    title: "Victims satisfied with the whole service",
    theme: "confidence",
    unit: "% of victims asked",
    places: 1,
    ...high,
    sourceSystem: "User satisfaction survey",
    text: "Victims who were satisfied with the service overall",
  }),
  ...row(
    "victim-satisfaction",
    confidence,
    {},
    {
      FY2014: "83.0%",
      FY2015: "82.6%",
      FY2016: {
        text: "79.7%",
        also: [{ text: "79.7%", source: report({ paragraph: "2.12" }).source }],
      },
    },
  ),
  claim(report({ paragraph: "2.12" }), "victim-satisfaction", {
    id: "12e.satisfaction-down",
    text: "nearly three points below the outturn",
    period: "FY2016",
    says: { kind: "change", against: "FY2015", amount: "-3", bound: "under" },
  }),
  ...(
    [
      ["public-confidence", "2015-10-01/2016-09-30", 4, 30],
      ["victim-satisfaction", "2016", 3, 33],
    ] as const
  ).flatMap(([id, period, region, country]) =>
    (
      [
        ["east-midlands-forces", region, 5],
        ["england-and-wales-forces", country, 43],
      ] as const
    ).map(([group, place, of]) =>
      safeguarding("benchmark", {
        id: `${id}.${group}`,
        indicator: `safeguarding/indicator/${id}`,
        group: `safeguarding/peer-group/${group}`,
        period,
        place: { area: forceArea, place, of },
        sources: [confidence.source],
        printed: [
          {
            of: "/place/place",
            text: `${place}${place === 3 || place === 33 ? "rd" : "th"}`,
            value: String(place),
            source: confidence.source,
          },
          ...(place === 33
            ? [{ of: "/place/place", text: "33rd", value: "33", source: remarks.source }]
            : []),
        ],
      }),
    ),
  ),
  ...simple(
    complaints,
    count,
    "complaints-recorded",
    "Complaints recorded",
    "complaints",
    "confidence",
    {
      "2015-04-01/2016-02-29": {
        text: "401",
        also: [
          {
            of: "/period",
            text: "2014/15",
            value: "FY2014",
            source: complaints.source,
          },
          {
            of: "/period",
            text: "the same period of 2015/16",
            value: "2015-04-01/2016-02-29",
            source: appendix({ paragraph: "Specific details, deputy chief constable" }).source,
          },
        ],
      },
      [toFebruary]: {
        text: "342",
        also: [{ text: "379", source: report({ paragraph: "2.14" }).source }],
      },
    },
  ),
  claim(report({ paragraph: "2.14" }), "complaints-recorded", {
    id: "12e.complaints-down",
    text: "complaints continue to fall",
    period: toFebruary,
    says: { kind: "change", against: "2015-04-01/2016-02-29", direction: "down" },
  }),
  ...simple(
    complaints,
    shareOf("complaints recorded"),
    "complaints-for-local-resolution",
    "Complaints suitable for local resolution",
    "% of complaints recorded",
    "confidence",
    {
      "2015-04-01/2016-02-29": "72%",
      [toFebruary]: {
        text: "84%",
        also: [{ text: "84%", source: report({ paragraph: "2.14" }).source }],
      },
    },
  ),
  ...simple(
    complaints,
    shareOf("complaints recorded"),
    "complaints-under-investigation",
    "Complaints under investigation",
    "% of complaints recorded",
    "confidence",
    { "2015-04-01/2016-02-29": "28%", [toFebruary]: "16%" },
  ),
  ...simple(
    complaints,
    count,
    "complaints-finalised",
    "Complaints finalised",
    "complaints",
    "confidence",
    { "2015-04-01/2016-02-29": "390", [toFebruary]: "379" },
  ),
  ...simple(
    complaints,
    shareOf("complaints finalised"),
    "complaints-upheld",
    "Complaints upheld",
    "% of complaints finalised",
    "confidence",
    {
      "2015-04-01/2016-02-29": "10%",
      [toFebruary]: {
        text: "5%",
        also: [
          { text: "5%", source: report({ paragraph: "2.14" }).source },
          { text: "4%", source: remarks.source },
          { of: "unit-named", text: "Volume", source: complaints.source },
          { of: "unit-given", text: "5%", value: "per cent", source: complaints.source },
        ],
        relations: [
          {
            kind: "same",
            figures: ["unit-named", "unit-given"],
            because: "A line gives its figures in the unit that it names.",
          },
        ],
      },
    },
  ),
  ...changes(
    "recorded-crime",
    demand,
    undefined,
    threeYears(["3.1", "1643"], ["2.9", "1475"], ["-1.3", "-682"]),
  ),
  claim(report({ paragraph: "2.2" }), "recorded-crime", {
    id: "12e.crime-over-three",
    text: "just over 3 % higher than the outturn",
    period: "FY2016",
    says: { kind: "change", against: "FY2015", percent: "3", bound: "over" },
  }),
  claim(report({ paragraph: "2.2" }), "violence", {
    id: "12e.violence-nearly-one",
    text: "nearly 1 % fewer",
    period: "FY2016",
    says: { kind: "change", against: "FY2015", percent: "-1", bound: "under" },
  }),
  claim(report({ paragraph: "2.4" }), "gun-crime", {
    id: "12e.gun-crime-down",
    text: "slightly fewer than in 2015/16",
    period: "FY2016",
    says: { kind: "change", against: "FY2015", direction: "down" },
  }),
  claim(report({ paragraph: "2.2" }), "recorded-crime", {
    id: "12e.sexual-offences-up",
    text: "among the main increases",
    period: "FY2016",
    breakdown: "offence=sexual",
    says: { kind: "change", against: "FY2015", direction: "up" },
  }),
  ...(
    [
      ["FY2015", "FY2014"],
      ["FY2016", "FY2015"],
    ] as const
  ).map(([period, against]) =>
    claim(report({ paragraph: "2.5" }), "anti-social-behaviour-incidents", {
      id: `12e.anti-social-behaviour-down-${period.toLowerCase()}`,
      text: "falling every year",
      period,
      says: { kind: "change", against, direction: "down" },
    }),
  ),
  ...(
    [
      ["together", undefined, "FY2015", "FY2014", "up"],
      ["together", undefined, "FY2016", "FY2015", "down"],
      ["missing", "kind=missing", "FY2015", "FY2014", "down"],
      ["absent", "kind=absent", "FY2015", "FY2014", "up"],
    ] as const
  ).map(([name, breakdown, period, against, direction]) =>
    claim(report({ paragraph: "2.5" }), "missing-incidents", {
      id: `12e.missing-${name}-${direction}-${period.toLowerCase()}`,
      text:
        name === "together"
          ? "missing and absent together fallen for the first year"
          : "missing fell and absent rose in the years before",
      period,
      ...(breakdown !== undefined && { breakdown }),
      says: { kind: "change", against, direction },
    }),
  ),
  ...(
    [
      "all-crime-positive-outcome-rate",
      "sexual-positive-outcome-rate",
      "domestic-abuse-positive-outcome-rate",
    ] as const
  ).map((id) =>
    claim(report({ paragraph: "2.6" }), id, {
      id: `12e.${id}-down`,
      text: "positive outcome rates have fallen across most crimes",
      period: "FY2016",
      says: { kind: "change", against: "FY2015", direction: "down" },
    }),
  ),
  count(demand, {
    id: "violence",
    title: "Violence against the person",
    theme: "crime",
    unit: "crimes",
    text: "Crimes of violence against the person",
  }),
  ...changes(
    "violence",
    demand,
    undefined,
    threeYears(["-0.7", "-84"], ["24.4", "2443"], ["9.6", "876"]),
  ),
  ...changes(
    "recorded-crime",
    demand,
    "offence=sexual",
    threeYears(["18.1", "288"], ["29.4", "363"], ["40.3", "360"]),
  ),
  count(demand, {
    id: "gun-crime",
    title: "Gun crime",
    theme: "crime",
    unit: "offences",
    text: "Firearms offences without possession and criminal damage",
  }),
  ...row("gun-crime", report({ paragraph: "2.4" }), {}, { FY2016: "82" }),
  ...changes(
    "gun-crime",
    demand,
    undefined,
    threeYears(["-12.8", "-12"], ["-10.0", "-10"], ["11.1", "10"]),
  ),
  count(demand, {
    id: "knife-crime",
    title: "Knife and sharp instrument offences",
    theme: "crime",
    unit: "offences",
    text: "Offences with a knife or sharp instrument",
  }),
  ...changes(
    "knife-crime",
    demand,
    undefined,
    threeYears(["14.3", "50"], ["17.8", "53"], ["-14.2", "-49"]),
  ),
  ...notices("domestic-abuse-notices", "Domestic abuse notices", "13,613", "domestic-abuse"),
  ...notices("child-concern-notices", "Child concern notices", "5,050", "children", {
    also: [
      {
        of: "occurrences-with-a-notice",
        text: "5,061",
        source: ofItem("12B")({ paragraph: "2.10" }).source,
      },
    ],
    relations: [
      {
        kind: "total",
        parts: ["occurrences-with-a-notice"],
        total: "/value",
        partial: true,
        because: "Each of the occurrences has at least one notice.",
      },
    ],
  }),
  ...notices("vulnerable-adult-notices", "Vulnerable adult notices", "1,216", "adults", {
    relations: [
      {
        kind: "total",
        parts: [observed("vulnerable-adult-referrals.2016-06-22-2017-03-31")],
        total: "/value",
        partial: true,
        because: "Each of the occurrences has a notice.",
      },
    ],
  }),
  ...changes(
    "missing-incidents",
    demand,
    "kind=missing",
    threeYears(["-8.6", "-327"], ["-0.8", "-31"], ["-10.6", "456"]),
  ),
  ...changes(
    "missing-incidents",
    demand,
    "kind=absent",
    threeYears(["-10.1", "-217"], ["20.3", "398"], ["114.6", "1045"]),
  ),
  ...rate("all-crime-detection-rate", "Sanction detection rate, all crime", [
    "20.4%",
    "25.0%",
    "28.4%",
  ]),
  ...rate("all-crime-positive-outcome-rate", "Positive outcome rate, all crime", [
    "25.8%",
    "31.6%",
    "34.0%",
  ]),
  claim(appendix({ paragraph: "Comments, ACC, crime" }), "all-crime-positive-outcome-rate", {
    id: "12e.outcomes-over-seven",
    text: "over seven per cent below the outturn, in points",
    period: "FY2016",
    says: { kind: "change", against: "FY2015", amount: "-7", bound: "over" },
  }),
  ...rate(
    "restorative-disposal-rate",
    "Restorative disposal rate",
    ["5.4%", "6.6%", "5.6%"],
    "crime",
    (year) => ({
      relations: [
        {
          kind: "total",
          parts: [observed(`all-crime-detection-rate.${year}`), "/value"],
          total: observed(`all-crime-positive-outcome-rate.${year}`),
          because: "Positive outcomes are detections and restorative disposals.",
        },
      ],
    }),
  ),
  count(investigation, {
    id: "sexual-offences-recorded",
    title: "Rape and other sexual offences recorded",
    theme: "rape-and-serious-sexual-offences",
    unit: "offences",
    text: "The two groups of offences of 12D together; the scorecard does not print them",
  }),
  ...sexual("detection", "Sanction detection", ["16.5%", "20.4%", "19.7%"], ["309", "336", "343"]),
  ...sexual(
    "positive-outcome",
    "Positive outcome",
    ["17.4%", "22.1%", "19.7%"],
    ["327", "363", "355"],
  ),
  count(investigation, {
    id: "domestic-detections",
    title: "Sanction detections, domestic abuse",
    theme: "domestic-abuse",
    unit: "detections",
    text: "Positive outcomes without restorative justice; no paper prints them",
  }),
  ratio(investigation, "domestic-detections", "domestic-abuse-crimes", {
    id: "domestic-detection-rate",
    title: "Sanction detection rate, domestic violence",
    theme: "domestic-abuse",
    unit: "% of domestic abuse crimes",
    places: 1,
    link: "throughput",
    ...high,
    text: "Sanction detections of the year over domestic abuse crimes recorded in it",
  }),
  ...row(
    "domestic-detection-rate",
    investigation,
    {},
    {
      FY2014: { text: "46.4%", numerator: "2472", denominator: "5353", comment: lessRestorative },
      FY2015: { text: "41.3%", numerator: "2527", denominator: "6095", comment: lessRestorative },
      FY2016: { text: "30.9%", numerator: "2023", denominator: "6545", comment: lessRestorative },
    },
  ),
  count(asb, {
    id: "anti-social-behaviour-incidents",
    title: "Incidents of anti-social behaviour",
    theme: "anti-social-behaviour",
    unit: "incidents",
    text: "Incidents of anti-social behaviour",
  }),
  ...changes(
    "anti-social-behaviour-incidents",
    asb,
    undefined,
    threeYears(["-3.4", "-1474"], ["-4.8", "-2178"], ["-3.3", "-1548"]),
  ),
  ...simple(
    contact,
    shareOf("999 calls"),
    "emergency-calls-in-time",
    "999 calls answered within 15 seconds",
    "% of 999 calls",
    "contact",
    { FY2015: "92.7%", [toFebruary]: "90.2%", "2017-02": "91.0%" },
    { places: 1, ...high },
  ),
  ...simple(
    contact,
    shareOf("999 calls"),
    "emergency-calls-abandoned",
    "999 calls abandoned",
    "% of 999 calls",
    "contact",
    { FY2015: "1.7%", [toFebruary]: "2.0%", "2017-02": "1.2%" },
    { places: 1, ...low },
  ),
  ...simple(
    contact,
    shareOf("other calls"),
    "other-calls-time-to-answer",
    "Mean time to answer a call other than 999",
    "seconds",
    "contact",
    { FY2015: "94.37", [toFebruary]: "148.36", "2017-02": "82.00" },
    { places: 2, ...low },
  ),
  claim(report({ paragraph: "2.7" }), "other-calls-time-to-answer", {
    id: "12e.calls-two-and-a-half",
    text: "just under two and a half minutes",
    period: toFebruary,
    says: { kind: "value", value: "150", bound: "under" },
  }),
  claim(report({ paragraph: "2.7" }), "emergency-calls-in-time", {
    id: "12e.calls-ninety",
    text: "over 90 % within 15 seconds",
    period: toFebruary,
    says: { kind: "value", value: "90", bound: "over" },
  }),
  ...simple(
    contact,
    shareOf("other calls"),
    "other-calls-abandoned",
    "Calls other than 999 abandoned",
    "% of other calls",
    "contact",
    { FY2015: "14.6%", [toFebruary]: "16.8%", "2017-02": "11.7%" },
    { places: 1, ...low },
  ),
  ...simple(
    support,
    count,
    "road-casualties-fatal-serious",
    "Fatal and serious road casualties",
    "casualties",
    "road-safety",
    { FY2014: "499", FY2015: "390", "2016": "390" },
    { counts: "people", ...low, sourceSystem: "Accidents database" },
  ),
  claim(report({ paragraph: "2.8" }), "road-casualties-fatal-serious", {
    id: "12e.casualties-level",
    text: "consistent with the year before",
    period: "2016",
    says: { kind: "change", against: "FY2015", direction: "level" },
  }),
  ...simple(
    support,
    count,
    "fatal-collisions",
    "Fatal road collisions",
    "collisions",
    "road-safety",
    { FY2014: "34", FY2015: "28", "2016": "32" },
    { ...low, sourceSystem: "Accidents database" },
  ),
  claim(report({ paragraph: "2.8" }), "fatal-collisions", {
    id: "12e.fatal-collisions-up",
    text: "slightly more than in the twelve months before",
    period: "2016",
    says: { kind: "change", against: "FY2015", direction: "up" },
  }),
  ...simple(
    support,
    count,
    "firearm-authorisations",
    "Authorisations of firearms",
    "authorisations",
    "demand",
    { FY2014: "180", FY2015: "143", [untilFebruary]: "168" },
  ),
  ...simple(
    support,
    count,
    "taser-authorisations",
    "Authorisations of Taser",
    "authorisations",
    "demand",
    { FY2014: "586", FY2015: "527", [untilFebruary]: "447" },
  ),
  ...(
    [
      ["firearm-authorisations", "up"],
      ["taser-authorisations", "down"],
    ] as const
  ).map(([id, direction]) =>
    claim(report({ paragraph: "2.8" }), id, {
      id: `12e.${id}-${direction}`,
      text: direction === "up" ? "more for the first time in years" : "still falling",
      period: untilFebruary,
      says: { kind: "change", against: "FY2015", direction },
    }),
  ),
  ...simple(
    specials,
    count,
    "special-constables",
    "Special constables",
    "people",
    "workforce",
    { [yearBefore]: "212", [day]: "240" },
    { counts: "people", timing: "stock" },
  ),
  ...simple(
    specials,
    count,
    "police-service-volunteers",
    "Police service volunteers",
    "people",
    "workforce",
    { [yearBefore]: "90", [day]: "123" },
    { counts: "people", timing: "stock" },
  ),
  ...simple(
    specials,
    amount,
    "special-duty-hours",
    "Duty hours of special constables",
    "hours",
    "workforce",
    { FY2015: "40281", FY2016: "49615" },
  ),
  ...simple(
    specials,
    amount,
    "volunteer-duty-hours",
    "Duty hours of police service volunteers",
    "hours",
    "workforce",
    { FY2015: "4353", FY2016: "5318" },
  ),
  ...(
    [
      ["special-constables", day, yearBefore],
      ["police-service-volunteers", day, yearBefore],
      ["special-duty-hours", "FY2016", "FY2015"],
    ] as const
  ).map(([id, period, against]) =>
    claim(appendix({ paragraph: "Comments, ACC, operations" }), id, {
      id: `12e.${id}-up`,
      text: "more than in the year before",
      period,
      says: { kind: "change", against, direction: "up" },
    }),
  ),
  ...simple(
    courts,
    shareOf("cases at a first hearing"),
    "guilty-pleas-first-hearing",
    "Guilty pleas at the first hearing",
    "% of cases",
    "criminal-justice",
    {
      FY2015: "72%",
      [toFebruary]: {
        text: "70%",
        also: [
          { text: "seventy per cent", value: "70", source: report({ paragraph: "2.9" }).source },
        ],
      },
    },
    high,
  ),
  ...simple(
    courts,
    shareOf("cases at magistrates' courts"),
    "magistrates-conviction-rate",
    "Conviction rate, magistrates' courts",
    "% of cases",
    "criminal-justice",
    { FY2015: "84%", [toFebruary]: "85%" },
    high,
  ),
  ...simple(
    courts,
    shareOf("cases at the Crown Court"),
    "crown-conviction-rate",
    "Conviction rate, Crown Court",
    "% of cases",
    "criminal-justice",
    { FY2015: "83%", [toFebruary]: "81%" },
    high,
  ),
  ...cards,
];
