import type { ExampleRecord } from "../../example-record.ts";
import {
  amount,
  claim,
  count,
  dimension,
  type From,
  forceArea,
  observed,
  ratio,
  reported,
  row,
  safeguarding,
} from "../../safeguarding-records.ts";
import { ofItem } from "./places.ts";

const item = ofItem("12D");
const years = ["FY2014", "FY2015", "FY2016"] as const;
type Three = readonly [string, string, string];
const theme = "rape-and-serious-sexual-offences";

const perYear = <Value>(values: readonly [Value, Value, Value]) =>
  Object.fromEntries(years.map((year, index) => [year, values[index] as Value]));

const victim = dimension(
  "victim",
  "Victim",
  { female: "Female", male: "Male", unknown: "Unknown gender" },
  {
    overlap:
      "One offence may have a male and a female victim, as 12A says; here the column of all is starred.",
  },
);

interface Offences {
  /** `rape` or `other-sexual-offences`: where the ids begin. */
  readonly id: string;
  readonly name: string;
  readonly breakdown: From;
  readonly outcomes: From;
  readonly delay: From;
  /** By victim and for all: crimes recorded, crimes cancelled, share cancelled, year by year. */
  readonly byVictim: Readonly<
    Record<
      "female" | "male" | "unknown" | "all",
      { recorded: Three; cancelled: Three; share: Three }
    >
  >;
  readonly recordedAgain: Three;
  readonly detections: Three;
  readonly detectionRates: Three;
  readonly restorative: Three;
  readonly positive: Three;
  readonly positiveRates: Three;
  readonly otherOutcomes: Three;
  readonly otherOutcomeRates: Three;
  readonly allOutcomeRates: Three;
  readonly kinds: Readonly<Record<string, readonly [title: string, values: Three]>>;
  readonly over90: Three;
  readonly over90Shares: Three;
  readonly over365: Three;
  readonly over365Shares: Three;
}

const digits = (text: string) => text.replaceAll(",", "");
const sum = (...texts: readonly string[]) =>
  String(texts.reduce((total, text) => total + Number(digits(text)), 0));

const rates = (shown: Three, numerators: Three, denominators: Three) =>
  perYear(
    [0, 1, 2].map((index) => [
      shown[index] as string,
      digits(numerators[index] as string),
      digits(denominators[index] as string),
    ]) as unknown as readonly [Three, Three, Three],
  );

/** The three tables of one group of offences: by victim, by outcome, and by delay in reporting. */
function offences(of: Offences): readonly ExampleRecord[] {
  const { id, name, breakdown, outcomes, delay, byVictim } = of;
  const unit = "offences";
  const plain = (suffix: string, title: string, text: string, from: From, more = {}) =>
    count(from, { id: `${id}-${suffix}`, title: `${title}, ${name}`, theme, unit, text, ...more });
  const rate = (
    suffix: string,
    [numerator, denominator]: readonly [string, string],
    title: string,
    text: string,
    from: From,
    more = {},
  ) =>
    ratio(from, `${id}-${numerator}`, `${id}-${denominator}`, {
      id: `${id}-${suffix}`,
      title: `${title}, ${name}`,
      theme,
      unit: "% of offences",
      text,
      ...more,
    });
  const all = of.recordedAgain;
  return [
    plain("recorded", "Recorded crimes", "Crimes recorded, by gender of the victim", breakdown, {
      dimensions: [victim],
    }),
    plain(
      "cancelled",
      "Cancelled crimes",
      "Crimes cancelled: false, or recorded by error",
      breakdown,
      {
        dimensions: [victim],
      },
    ),
    plain(
      "reported",
      "Crimes recorded and cancelled",
      "The base of the cancelled share; the paper does not print it",
      breakdown,
      { dimensions: [victim] },
    ),
    rate(
      "cancelled-share",
      ["cancelled", "reported"],
      "Cancelled share",
      "Crimes cancelled over crimes recorded and cancelled together",
      breakdown,
      { dimensions: [victim], unit: "% of crimes recorded and cancelled" },
    ),
    ...Object.entries(byVictim).flatMap(([gender, { recorded, cancelled, share }]) => {
      const part = gender === "all" ? {} : { breakdown: `victim=${gender}` };
      const base = recorded.map((text, index) =>
        sum(text, cancelled[index] as string),
      ) as unknown as Three;
      return [
        ...row(`${id}-recorded`, breakdown, part, perYear(recorded)),
        ...row(`${id}-cancelled`, breakdown, part, perYear(cancelled)),
        ...row(`${id}-cancelled-share`, breakdown, part, rates(share, cancelled, base)),
      ];
    }),
    plain(
      "with-outcome-base",
      "Recorded crimes as the base of outcomes",
      "Crimes recorded, as the table of outcomes counts them",
      outcomes,
    ),
    ...row(
      `${id}-with-outcome-base`,
      outcomes,
      {},
      perYear(
        all.map((text, index) => ({
          text,
          also: [{ text: byVictim.all.recorded[index] as string, source: breakdown.source }],
        })) as unknown as readonly [{ text: string }, { text: string }, { text: string }],
      ),
    ),
    plain("detections", "Sanction detections", "Sanction detections of the year", outcomes),
    ...row(`${id}-detections`, outcomes, {}, perYear(of.detections)),
    rate(
      "detection-rate",
      ["detections", "with-outcome-base"],
      "Sanction detection rate",
      "Sanction detections over crimes recorded",
      outcomes,
      { link: "throughput", polarity: { direction: "high" } },
    ),
    ...row(`${id}-detection-rate`, outcomes, {}, rates(of.detectionRates, of.detections, all)),
    plain(
      "positive-outcomes",
      "Positive outcomes",
      "Detections and restorative justice",
      outcomes,
      {
        dimensions: [
          dimension("kind", "Kind", {
            detection: "Sanction detection",
            "restorative-justice": "Restorative justice",
          }),
        ],
      },
    ),
    ...row(`${id}-positive-outcomes`, outcomes, {}, perYear(of.positive)),
    ...row(
      `${id}-positive-outcomes`,
      outcomes,
      { breakdown: "kind=detection" },
      perYear(of.detections),
    ),
    ...row(
      `${id}-positive-outcomes`,
      outcomes,
      { breakdown: "kind=restorative-justice" },
      perYear(of.restorative),
    ),
    rate(
      "positive-outcome-rate",
      ["positive-outcomes", "with-outcome-base"],
      "Positive outcome rate",
      "Positive outcomes over crimes recorded",
      outcomes,
      { link: "throughput", polarity: { direction: "high" } },
    ),
    ...row(`${id}-positive-outcome-rate`, outcomes, {}, rates(of.positiveRates, of.positive, all)),
    plain("other-outcomes", "Other outcomes", "Outcomes that are not positive, by kind", outcomes, {
      dimensions: [
        dimension(
          "kind",
          "Kind",
          Object.fromEntries(Object.entries(of.kinds).map(([kind, [title]]) => [kind, title])),
        ),
      ],
    }),
    ...row(`${id}-other-outcomes`, outcomes, {}, perYear(of.otherOutcomes)),
    ...Object.entries(of.kinds).flatMap(([kind, [, values]]) =>
      row(`${id}-other-outcomes`, outcomes, { breakdown: `kind=${kind}` }, perYear(values)),
    ),
    rate(
      "other-outcome-rate",
      ["other-outcomes", "with-outcome-base"],
      "Other outcome rate",
      "Other outcomes over crimes recorded",
      outcomes,
      { link: "throughput" },
    ),
    ...row(
      `${id}-other-outcome-rate`,
      outcomes,
      {},
      rates(of.otherOutcomeRates, of.otherOutcomes, all),
    ),
    plain(
      "outcomes",
      "Outcomes",
      "Positive and other outcomes; the paper does not print them",
      outcomes,
    ),
    rate(
      "outcome-rate",
      ["outcomes", "with-outcome-base"],
      "Total outcome rate",
      "All outcomes over crimes recorded",
      outcomes,
      { link: "throughput" },
    ),
    ...row(
      `${id}-outcome-rate`,
      outcomes,
      {},
      rates(
        of.allOutcomeRates,
        of.positive.map((text, index) =>
          sum(text, of.otherOutcomes[index] as string),
        ) as unknown as Three,
        all,
      ),
    ),
    ...(
      [
        ["90", of.over90, of.over90Shares],
        ["365", of.over365, of.over365Shares],
      ] as const
    ).flatMap(([days, numbers, shares]) => [
      plain(
        `over-${days}-days`,
        `Reported more than ${days} days after`,
        `Crimes reported more than ${days} days after they happened`,
        delay,
      ),
      ...row(`${id}-over-${days}-days`, delay, {}, perYear(numbers)),
      rate(
        `over-${days}-days-share`,
        [`over-${days}-days`, "with-outcome-base"],
        `Share reported more than ${days} days after`,
        `Crimes reported more than ${days} days after over crimes recorded`,
        delay,
      ),
      ...row(`${id}-over-${days}-days-share`, delay, {}, rates(shares, numbers, all)),
    ]),
  ];
}

const rape = offences({
  id: "rape",
  name: "rape",
  breakdown: item({ paragraph: "2.6", table: "Rape, recorded and no crimes" }),
  outcomes: item({ paragraph: "2.11", table: "Rape, outcomes" }),
  delay: item({ paragraph: "2.19", table: "Rape, delay in reporting" }),
  byVictim: {
    female: {
      recorded: ["368", "489", "579"],
      cancelled: ["71", "134", "136"],
      share: ["16%", "22%", "19%"],
    },
    male: {
      recorded: ["38", "40", "79"],
      cancelled: ["8", "13", "23"],
      share: ["17%", "25%", "23%"],
    },
    unknown: { recorded: ["0", "0", "0"], cancelled: ["0", "0", "1"], share: ["0%", "0%", "0%"] },
    all: {
      recorded: ["406", "527", "657"],
      cancelled: ["79", "147", "160"],
      share: ["16%", "22%", "20%"],
    },
  },
  recordedAgain: ["407", "526", "656"],
  detections: ["88", "87", "84"],
  detectionRates: ["22%", "17%", "13%"],
  restorative: ["0", "0", "0"],
  positive: ["88", "87", "84"],
  positiveRates: ["22%", "17%", "13%"],
  otherOutcomes: ["281", "374", "405"],
  otherOutcomeRates: ["69%", "71%", "62%"],
  allOutcomeRates: ["91%", "88%", "75%"],
  kinds: {
    "insufficient-evidence": ["Insufficient evidence", ["206", "253", "237"]],
    filed: ["Filed pending further information", ["14", "22", "26"]],
    "police-not-in-public-interest": ["Police: not in the public interest", ["1", "1", "4"]],
    "no-suspect-victim-withdraws": ["No suspect, victim withdraws", ["7", "16", "21"]],
    "victim-withdraws": ["Victim withdraws", ["52", "71", "96"]],
    "prosecutor-not-in-public-interest": [
      "Prosecutor: not in the public interest",
      ["0", "0", "5"],
    ],
    "too-ill": ["Too ill", ["0", "3", "0"]],
    "under-age": ["Below the age of responsibility", ["0", "2", "5"]],
    "witness-ill-or-dead": ["Victim or key witness too ill or died", ["1", "1", "3"]],
    "investigation-not-in-public-interest": [
      "Investigation not in the public interest",
      ["0", "5", "8"],
    ],
  },
  over90: ["203", "269", "359"],
  over90Shares: ["50%", "51%", "55%"],
  over365: ["158", "213", "296"],
  over365Shares: ["39%", "40%", "45%"],
});

const otherSexualOffences = offences({
  id: "other-sexual-offences",
  name: "sexual offences other than rape",
  breakdown: item({ paragraph: "2.27", table: "Other sexual offences, recorded and no crimes" }),
  outcomes: item({ paragraph: "2.29", table: "Other sexual offences, outcomes" }),
  delay: item({ paragraph: "2.31", table: "Other sexual offences, delay in reporting" }),
  byVictim: {
    female: {
      recorded: ["692", "881", "929"],
      cancelled: ["54", "118", "108"],
      share: ["7%", "12%", "10%"],
    },
    male: {
      recorded: ["118", "161", "220"],
      cancelled: ["18", "22", "25"],
      share: ["13%", "12%", "10%"],
    },
    unknown: {
      recorded: ["20", "25", "77"],
      cancelled: ["2", "2", "5"],
      share: ["9%", "7%", "6%"],
    },
    all: {
      recorded: ["830", "1066", "1,216"],
      cancelled: ["74", "142", "138"],
      share: ["8%", "12%", "10%"],
    },
  },
  recordedAgain: ["830", "1065", "1207"],
  detections: ["255", "249", "225"],
  detectionRates: ["31%", "23%", "19%"],
  restorative: ["12", "27", "18"],
  positive: ["267", "276", "243"],
  positiveRates: ["32%", "26%", "20%"],
  otherOutcomes: ["408", "743", "745"],
  otherOutcomeRates: ["49%", "70%", "62%"],
  allOutcomeRates: ["81%", "96%", "82%"],
  kinds: {
    "insufficient-evidence": ["Insufficient evidence", ["255", "428", "337"]],
    filed: ["Filed pending further information", ["102", "163", "176"]],
    "police-not-in-public-interest": ["Police: not in the public interest", ["2", "22", "35"]],
    "no-suspect-victim-withdraws": ["No suspect, victim withdraws", ["4", "20", "13"]],
    "victim-withdraws": ["Victim withdraws", ["38", "85", "86"]],
    "prosecutor-not-in-public-interest": [
      "Prosecutor: not in the public interest",
      ["0", "0", "6"],
    ],
    "too-ill": ["Too ill", ["6", "11", "3"]],
    "victim-dead": ["Suspect named, victim or key witness dead", ["0", "0", "1"]],
    "under-age": ["Below the age of responsibility", ["1", "8", "12"]],
    "other-agency": ["Another body has primacy", ["0", "0", "11"]],
    "investigation-not-in-public-interest": [
      "Investigation not in the public interest",
      ["0", "6", "65"],
    ],
  },
  over90: ["335", "416", "383"],
  over90Shares: ["40%", "39%", "32%"],
  over365: ["203", "283", "246"],
  over365Shares: ["24%", "27%", "20%"],
});

const rates6 = item({ paragraph: "6.1", table: "Rape conviction rate" });
const offenders = item({ paragraph: "5.3", table: "Managed offenders" });
const toDate = "2017-01-01/2017-05-22";

const columns = ["FY2015", "@2016-07-31", "@2016-08-31", "@2016-09-30", "@2016-10-31"] as const;
const conviction = (area: string, values: readonly string[]) =>
  row(
    "rape-conviction-rate",
    rates6,
    { area: `register/area/${area}-police-force-area` },
    Object.fromEntries(columns.map((period, index) => [period, values[index] as string])),
  );
const benchmarks = (
  group: "england-and-wales-forces" | "east-midlands-forces",
  values: readonly string[],
): readonly ExampleRecord[] =>
  columns.map((period, index) =>
    safeguarding("benchmark", {
      id: `rape-conviction-rate.${group}.${period.replace("@", "").toLowerCase()}`,
      indicator: "safeguarding/indicator/rape-conviction-rate",
      group: `safeguarding/peer-group/${group}`,
      period,
      value: values[index] as string,
      sources: [rates6.source],
      printed: [
        {
          of: "/value",
          text: `${values[index]}%`,
          value: values[index] as string,
          source: rates6.source,
        },
      ],
    }),
  );

/** Item 12D. What it tells of single breaches, cases and persons is not held. */
export const sexualOffences: readonly ExampleRecord[] = [
  ...rape,
  claim(item({ paragraph: "2.5" }), "rape-recorded", {
    id: "12d.rape-up",
    text: "nearly 25 % more than in the year before",
    period: "FY2016",
    says: { kind: "change", against: "FY2015", percent: "25", bound: "under" },
  }),
  claim(item({ paragraph: "2.10" }), "rape-cancelled-share", {
    id: "12d.cancelled-female-male",
    text: "a higher cancelled share for female than for male victims",
    period: "FY2016",
    breakdown: "victim=female",
    says: { kind: "comparison", breakdown: "victim=male", direction: "up" },
  }),
  claim(item({ paragraph: "2.12" }), "rape-positive-outcome-rate", {
    id: "12d.rape-outcomes-down",
    text: "the positive outcome rate has fallen",
    period: "FY2016",
    says: { kind: "change", against: "FY2015", direction: "down" },
  }),
  claim(item({ paragraph: "2.12" }), "rape-other-outcomes", {
    id: "12d.rape-withdrawals-up",
    text: "more victims withdraw",
    period: "FY2016",
    breakdown: "kind=victim-withdraws",
    says: { kind: "change", against: "FY2015", direction: "up" },
  }),
  claim(item({ paragraph: "2.20" }), "rape-over-365-days-share", {
    id: "12d.rape-historic-up",
    text: "a larger share of historic offences",
    period: "FY2016",
    says: { kind: "change", against: "FY2015", direction: "up" },
  }),
  reported(item({ paragraph: "2.13" }), "rape offences reported within 365 days", {
    id: "rape-positive-outcome-rate-recent",
    title: "Positive outcome rate, rape reported within a year",
    theme,
    unit: "% of offences reported within 365 days",
    polarity: { direction: "high" },
    text: "Positive outcomes of rape offences without those that were over 365 days old when reported",
  }),
  ...row("rape-positive-outcome-rate-recent", item({ paragraph: "2.13" }), {}, { FY2016: "20%" }),
  ...otherSexualOffences,
  claim(item({ paragraph: "2.28" }), "other-sexual-offences-recorded", {
    id: "12d.other-up",
    text: "considerably more than in the year before",
    period: "FY2016",
    says: { kind: "change", against: "FY2015", direction: "up" },
  }),
  claim(item({ paragraph: "2.30" }), "other-sexual-offences-positive-outcome-rate", {
    id: "12d.other-outcomes-down",
    text: "the positive outcome rate has fallen",
    period: "FY2016",
    says: { kind: "change", against: "FY2015", direction: "down" },
  }),
  count(item({ paragraph: "2.25" }), {
    id: "sexual-assault-hub-hits",
    title: "Visits of the sexual assault support hub",
    theme,
    unit: "hits",
    text: "Hits of the web pages since they were opened",
  }),
  ...row(
    "sexual-assault-hub-hits",
    item({ paragraph: "2.25" }),
    {},
    {
      "2016-02-01/2017-05-22": "2,271",
    },
  ),
  count(offenders, {
    id: "managed-offenders",
    title: "Offenders managed under public protection arrangements",
    theme: "offender-management",
    unit: "offenders",
    counts: "people",
    timing: "stock",
    text: "Offenders managed, and how many at each of the three levels",
    method:
      "The table says that its levels are of those escalated; it does not say where all others stand.",
    dimensions: [
      dimension(
        "level",
        "Level",
        { one: "Level 1", two: "Level 2", three: "Level 3" },
        { partial: true },
      ),
    ],
  }),
  ...row("managed-offenders", offenders, {}, { "2015": "1378", "2016": "1471", [toDate]: "1544" }),
  ...row(
    "managed-offenders",
    offenders,
    { breakdown: "level=one" },
    {
      "2015": "46",
      "2016": "47",
      [toDate]: "64",
    },
  ),
  ...row(
    "managed-offenders",
    offenders,
    { breakdown: "level=two" },
    {
      "2015": "16",
      "2016": "4",
      [toDate]: "10",
    },
  ),
  ...row(
    "managed-offenders",
    offenders,
    { breakdown: "level=three" },
    {
      "2015": "3",
      "2016": "1",
      [toDate]: "2",
    },
  ),
  amount(item({ paragraph: "5.5" }), {
    id: "offender-managers",
    title: "Officers who manage offenders",
    theme: "offender-management",
    unit: "officers",
    timing: "stock",
    text: "Officers of the team across the force",
  }),
  ...row(
    "offender-managers",
    item({ paragraph: "5.5" }),
    {},
    {
      "@2017-05-22": {
        text: "19",
        also: [
          {
            of: "caseload",
            text: "between 50 to 70 cases per officer",
            value: "70",
            bound: "at-most",
            source: item({ paragraph: "5.5" }).source,
          },
        ],
        relations: [
          {
            kind: "ratio",
            part: observed("managed-offenders.2017-01-01-2017-05-22"),
            base: "/value",
            ratio: "caseload",
            because: "The team is that of the whole force.",
          },
        ],
      },
    },
  ),
  count(item({ paragraph: "5.9" }), {
    id: "register-removals-applied",
    title: "Applications to be removed from the register of sex offenders",
    theme: "offender-management",
    unit: "applications",
    text: "Applications in twelve months",
  }),
  ...row("register-removals-applied", item({ paragraph: "5.9" }), {}, { FY2016: "62" }),
  count(item({ paragraph: "5.9" }), {
    id: "register-removals-approved",
    title: "Removals from the register of sex offenders approved",
    theme: "offender-management",
    unit: "removals",
    text: "Applications approved in twelve months",
  }),
  ...row(
    "register-removals-approved",
    item({ paragraph: "5.9" }),
    {},
    {
      FY2016: {
        text: "37",
        relations: [
          {
            kind: "total",
            parts: ["/value"],
            total: observed("register-removals-applied.fy2016"),
            partial: true,
          },
        ],
      },
    },
  ),
  count(item({ paragraph: "5.11" }), {
    id: "prevention-orders-granted",
    title: "Sexual harm prevention and risk orders granted",
    theme: "offender-management",
    unit: "orders",
    text: "Orders that courts granted in twelve months",
  }),
  ...row("prevention-orders-granted", item({ paragraph: "5.11" }), {}, { FY2016: "168" }),
  reported(rates6, "rape cases prosecuted", {
    id: "rape-conviction-rate",
    title: "Conviction rate, rape",
    theme,
    unit: "% of rape cases prosecuted",
    places: 1,
    polarity: { direction: "high" },
    sourceSystem: "Crown Prosecution Service",
    method: "Rolling year to date, as the table's columns give it.",
    text: "Convictions among rape cases, by the court area of the force's county",
  }),
  ...benchmarks("england-and-wales-forces", ["57.9", "57.7", "57.7", "57.6", "58.5"]),
  ...benchmarks("east-midlands-forces", ["64.6", "65.9", "67.0", "64.3", "66.9"]),
  ...conviction("derbyshire", ["67.6%", "71.2%", "72.2%", "69.3%", "69.9%"]),
  ...conviction("leicestershire", ["71.7%", "68.1%", "69.9%", "64.8%", "66.7%"]),
  ...conviction("lincolnshire", ["62.5%", "56.7%", "60.0%", "56.7%", "65.6%"]),
  ...conviction("northamptonshire", ["56.1%", "60.7%", "58.9%", "60.4%", "64.3%"]),
  ...conviction("nottinghamshire", ["65.3%", "67.2%", "66.7%", "65.6%", "67.6%"]),
  ...(
    [
      ["derbyshire", 5],
      ["leicestershire", 12],
      ["lincolnshire", 24],
      ["northamptonshire", 19],
      ["nottinghamshire", 11],
    ] as const
  ).map(([name, place]) =>
    safeguarding("benchmark", {
      id: `rape-conviction-rate.rank.${name}`,
      indicator: "safeguarding/indicator/rape-conviction-rate",
      group: "safeguarding/peer-group/england-and-wales-forces",
      period: "FY2016-Q2",
      place: { area: `register/area/${name}-police-force-area`, place },
      sources: [rates6.source],
      printed: [
        { of: "/place/place", text: String(place), value: String(place), source: rates6.source },
      ],
    }),
  ),
  ...columns.map((period) =>
    claim(item({ paragraph: "6.1" }), "rape-conviction-rate", {
      id: `12d.conviction-above-national.${period.replace("@", "").toLowerCase()}`,
      text: "consistently higher than the national average",
      period,
      area: forceArea,
      says: {
        kind: "comparison",
        group: "safeguarding/peer-group/england-and-wales-forces",
        direction: "up",
      },
    }),
  ),
];
