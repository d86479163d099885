import type { ExampleRecord } from "../../example-record.ts";
import {
  claim,
  count,
  dimension,
  notGiven,
  ratio,
  reported,
  row,
  safeguarding,
} from "../../safeguarding-records.ts";
import { beforeNiche, ofItem, sinceNiche } from "./places.ts";

const item = ofItem("12B");
const referrals = item({ paragraph: "2.2", table: "Child Protection Grade" });
const notices = item({ paragraph: "2.2", table: "Number of occurrences" });
const offences = item({ paragraph: "2.3", table: "Offences with positive outcomes" });
const sinceOffences = item({ paragraph: "2.3", table: "Since 22 June 2016" });
const delay = item({ paragraph: "2.5", table: "Delay in reporting" });
const exploitation = item({ paragraph: "2.7", table: "CSE occurrences" });
const missing = item({ paragraph: "2.11", table: "Under 18 missing reports" });
const fromCare = item({ paragraph: "2.13", table: "Missing from social care" });
const repeat = item({ paragraph: "2.15", table: "Repeat missing child reports" });
const online = item({ paragraph: "8.6" });
const forensics = item({ paragraph: "9.2" });
const checks = item({ paragraph: "11.3" });
const mutilation = item({ paragraph: "12.6", table: "FGM referrals and crimes" });

const guardian = { system: "Guardian" };
const niche = { system: "Niche" };
const grade = dimension("grade", "Grade", {
  "in-need": "Child in need (section 17)",
  harm: "Significant harm (section 47)",
});

/** Item 12B. What it tells of single cases, of hospitals' patients and of case reviews is not held. */
export const children: readonly ExampleRecord[] = [
  count(referrals, {
    id: "child-referrals",
    title: "Child referrals, and occurrences of child concern",
    theme: "children",
    unit: "referrals",
    text: "Until 21 June 2016 referrals in Guardian by grade; from then on occurrences in Niche with a public protection notice of child concern",
    dimensions: [grade],
  }),
  ...row(
    "child-referrals",
    referrals,
    { ...guardian, breakdown: "grade=in-need" },
    {
      FY2014: "2035",
      FY2015: "2772",
      [beforeNiche]: "777",
    },
  ),
  ...row(
    "child-referrals",
    referrals,
    { ...guardian, breakdown: "grade=harm" },
    {
      FY2014: "2792",
      FY2015: "2598",
      [beforeNiche]: "619",
    },
  ),
  ...row("child-referrals", referrals, guardian, {
    FY2014: "4827",
    FY2015: "5370",
    [beforeNiche]: "1396",
  }),
  ...row("child-referrals", notices, niche, {
    [sinceNiche]: {
      text: "3709",
      also: [{ text: "5,061", source: item({ paragraph: "2.10" }).source }],
    },
  }),
  ...row(
    "child-referrals",
    notices,
    {},
    {
      FY2016: {
        text: "5105",
        comment: "Referrals to 21 June 2016 and occurrences from 22 June added up by the paper.",
      },
    },
  ),
  count(offences, {
    id: "child-abuse-offences",
    title: "Child abuse offences",
    theme: "children",
    unit: "offences",
    text: "Offences with a tag of child abuse; from 22 June 2016 on, offences with a notice of child concern",
  }),
  ...row("child-abuse-offences", offences, guardian, {
    FY2014: "854",
    FY2015: "1292",
    [beforeNiche]: "354",
  }),
  ...row("child-abuse-offences", sinceOffences, niche, {
    [sinceNiche]: {
      text: "1108",
      also: [{ text: "1,108", source: item({ paragraph: "2.4" }).source }],
    },
  }),
  count(offences, {
    id: "child-abuse-positive-outcomes",
    title: "Positive outcomes of child abuse offences",
    theme: "children",
    unit: "outcomes",
    text: "Positive outcomes of the offences of the same period",
  }),
  ...row("child-abuse-positive-outcomes", offences, guardian, {
    FY2014: "344",
    FY2015: "368",
    [beforeNiche]: "114",
  }),
  ...row("child-abuse-positive-outcomes", sinceOffences, niche, {
    [sinceNiche]: {
      text: "191",
      also: [{ text: "191", source: item({ paragraph: "2.4" }).source }],
    },
  }),
  ratio(offences, "child-abuse-positive-outcomes", "child-abuse-offences", {
    id: "child-abuse-positive-outcome-rate",
    title: "Positive outcome rate of child abuse offences",
    theme: "children",
    unit: "% of child abuse offences",
    link: "throughput",
    polarity: { direction: "high" },
    text: "Positive outcomes over offences of the same period",
  }),
  ...row("child-abuse-positive-outcome-rate", offences, guardian, {
    FY2014: ["40%", "344", "854"],
    FY2015: ["28%", "368", "1292"],
    [beforeNiche]: ["32%", "114", "354"],
  }),
  ...row("child-abuse-positive-outcome-rate", sinceOffences, niche, {
    [sinceNiche]: ["17%", "191", "1108"],
  }),
  ...(["90", "365"] as const).flatMap((days) => [
    reported(delay, "child abuse offences", {
      id: `child-abuse-over-${days}-days`,
      title: `Child abuse reported more than ${days} days after`,
      theme: "children",
      unit: "% of child abuse offences",
      places: 1,
      text: `Offences reported more than ${days} days after they happened`,
    }),
  ]),
  ...row("child-abuse-over-90-days", delay, guardian, {
    FY2014: "47.7%",
    FY2015: "38.6%",
    [beforeNiche]: "34.2%",
  }),
  ...row("child-abuse-over-90-days", delay, niche, { [sinceNiche]: "14.6%" }),
  ...row("child-abuse-over-365-days", delay, guardian, {
    FY2014: "31.6%",
    FY2015: "27.4%",
    [beforeNiche]: "20.9%",
  }),
  ...row("child-abuse-over-365-days", delay, niche, { [sinceNiche]: "6.9%" }),
  count(exploitation, {
    id: "child-sexual-exploitation-occurrences",
    title: "Occurrences of child sexual exploitation",
    theme: "children",
    unit: "occurrences",
    text: "Occurrences of the operation, so finalised, or with a notice that the child is vulnerable to it",
  }),
  ...row(
    "child-sexual-exploitation-occurrences",
    exploitation,
    {},
    {
      FY2014: "422",
      FY2015: "395",
      FY2016: "523",
    },
  ),
  count(exploitation, {
    id: "child-sexual-exploitation-cyber",
    title: "Occurrences of child sexual exploitation with a cyber flag",
    theme: "children",
    unit: "occurrences",
    text: "Occurrences of child sexual exploitation marked as cyber related",
  }),
  ...row(
    "child-sexual-exploitation-cyber",
    exploitation,
    {},
    {
      FY2014: "34",
      FY2015: "27",
      FY2016: "63",
    },
  ),
  ratio(exploitation, "child-sexual-exploitation-cyber", "child-sexual-exploitation-occurrences", {
    id: "child-sexual-exploitation-cyber-share",
    title: "Cyber share of child sexual exploitation",
    theme: "children",
    unit: "% of occurrences",
    places: 1,
    text: "Occurrences with a cyber flag over all of child sexual exploitation",
  }),
  ...row(
    "child-sexual-exploitation-cyber-share",
    exploitation,
    {},
    {
      FY2014: ["8.1%", "34", "422"],
      FY2015: ["6.8%", "27", "395"],
      FY2016: ["11.5%", "63", "523"],
    },
  ),
  ...["occurrences", "cyber"].map((name) =>
    claim(item({ paragraph: "2.8" }), `child-sexual-exploitation-${name}`, {
      id: `12b.exploitation-${name}-up`,
      text: "considerably more in the latest year",
      period: "FY2016",
      says: { kind: "change", against: "FY2015", direction: "up" },
    }),
  ),
  count(missing, {
    id: "missing-children-reports",
    title: "Missing reports, under 18",
    theme: "missing-persons",
    unit: "reports",
    sourceSystem: "Compact",
    text: "Reports of missing persons who were under 18 at the time of the event",
  }),
  ...row(
    "missing-children-reports",
    missing,
    { system: "Compact" },
    {
      FY2014: "1214",
      FY2015: "1277",
      FY2016: "1187",
    },
  ),
  count(fromCare, {
    id: "missing-children-from-care",
    title: "Missing reports, under 18, from social care",
    theme: "missing-persons",
    unit: "reports",
    sourceSystem: "Compact",
    method: "In 2015–16 the category was replaced; the latest year holds the old and the new one.",
    text: "Reports of under 18s missing from social care or a children's residential home",
  }),
  ...row(
    "missing-children-from-care",
    fromCare,
    { system: "Compact" },
    {
      FY2014: "319",
      FY2015: "345",
      FY2016: "390",
    },
  ),
  ratio(fromCare, "missing-children-from-care", "missing-children-reports", {
    id: "missing-children-from-care-share",
    title: "Share of missing reports, under 18, from social care",
    theme: "missing-persons",
    unit: "% of missing reports of under 18s",
    text: "Reports from social care over all reports of under 18s",
  }),
  ...row(
    "missing-children-from-care-share",
    fromCare,
    { system: "Compact" },
    {
      FY2014: ["26%", "319", "1214"],
      FY2015: ["27%", "345", "1277"],
      FY2016: ["33%", "390", "1187"],
    },
  ),
  claim(item({ paragraph: "2.14" }), "missing-children-from-care", {
    id: "12b.from-care-up",
    text: "more from social care than before",
    period: "FY2016",
    says: { kind: "change", against: "FY2015", direction: "up" },
  }),
  claim(item({ paragraph: "2.14" }), "missing-children-from-care-share", {
    id: "12b.from-care-share-level",
    text: "the proportion is in line with 2015/16",
    period: "FY2016",
    says: { kind: "change", against: "FY2015", direction: "level", tolerance: "1" },
  }),
  count(repeat, {
    id: "missing-children-repeat-reports",
    title: "Repeat missing reports, under 18",
    theme: "missing-persons",
    unit: "reports",
    sourceSystem: "Compact",
    text: "Reports of children who were missing more than once within twelve months",
  }),
  ...row(
    "missing-children-repeat-reports",
    repeat,
    { system: "Compact" },
    {
      FY2014: "871",
      FY2015: "922",
      FY2016: "885",
    },
  ),
  ratio(repeat, "missing-children-repeat-reports", "missing-children-reports", {
    id: "missing-children-repeat-share",
    title: "Repeat reports among missing reports, under 18",
    theme: "missing-persons",
    unit: "% of missing reports of under 18s",
    polarity: { direction: "low" },
    text: "Repeat reports over all reports of under 18s",
  }),
  ...row(
    "missing-children-repeat-share",
    repeat,
    { system: "Compact" },
    {
      FY2014: ["72%", "871", "1214"],
      FY2015: ["72%", "922", "1277"],
      FY2016: ["75%", "885", "1187"],
    },
  ),
  count(repeat, {
    id: "missing-children-repeat",
    title: "Children missing more than once",
    theme: "missing-persons",
    unit: "children",
    counts: "people",
    sourceSystem: "Compact",
    text: "Children who were missing more than once within twelve months",
  }),
  ...row(
    "missing-children-repeat",
    repeat,
    { system: "Compact" },
    {
      FY2014: "549",
      FY2015: "530",
      FY2016: "479",
    },
  ),
  claim(item({ paragraph: "2.16" }), "missing-children-repeat", {
    id: "12b.repeat-down",
    text: "fewer children missing more than once",
    period: "FY2016",
    says: { kind: "change", against: "FY2015", direction: "down" },
  }),
  count(online, {
    id: "online-investigation-cases",
    title: "Cases enforced by the online investigation team",
    theme: "children",
    unit: "cases",
    text: "Cases that the team enforced, by operation",
    dimensions: [
      dimension("operation", "Operation", {
        blackstone: "Blackstone",
        decathlon: "Decathlon",
        deepwater: "Deepwater",
      }),
    ],
  }),
  ...row("online-investigation-cases", online, {}, { "2016-04-01/2017-02-28": "291" }),
  ...Object.entries({ blackstone: "71", decathlon: "116", deepwater: "104" }).flatMap(
    ([operation, text]) =>
      row(
        "online-investigation-cases",
        online,
        { breakdown: `operation=${operation}` },
        { "2016-04-01/2017-02-28": text },
      ),
  ),
  count(online, {
    id: "online-investigation-arrests",
    title: "Arrests by the online investigation team",
    theme: "children",
    unit: "arrests",
    text: "Arrests made in the cases that the team enforced",
  }),
  ...row("online-investigation-arrests", online, {}, { "2016-04-01/2017-02-28": "199" }),
  count(forensics, {
    id: "digital-forensics-cases",
    title: "Cases referred to digital forensics",
    theme: "children",
    unit: "cases",
    text: "Cases of child sexual exploitation and of online investigation referred in twelve months",
  }),
  ...row("digital-forensics-cases", forensics, {}, { FY2016: "170" }),
  count(forensics, {
    id: "digital-forensics-exhibits",
    title: "Exhibits submitted to digital forensics",
    theme: "children",
    unit: "exhibits",
    text: "Exhibits submitted in the cases referred",
  }),
  ...row("digital-forensics-exhibits", forensics, {}, { FY2016: "470" }),
  reported(forensics, "examinations", {
    id: "digital-forensics-weeks",
    title: "Time to a result of digital forensics",
    theme: "children",
    unit: "weeks",
    timing: "stock",
    polarity: { direction: "low" },
    text: "Weeks to an examination's result at the time of the report, and a year before",
  }),
  ...row("digital-forensics-weeks", forensics, {}, { "@2016-05-22": "20", "@2017-05-22": "12" }),
  claim(forensics, "digital-forensics-weeks", {
    id: "12b.forensics-down",
    text: "fallen over the last year",
    period: "@2017-05-22",
    says: { kind: "change", against: "@2016-05-22", direction: "down" },
  }),
  reported(checks, "checks completed", {
    id: "disclosure-checks-in-time",
    title: "Disclosure and barring checks in time",
    theme: "children",
    unit: "% of checks",
    polarity: { direction: "high" },
    text: "Checks completed within so many days",
  }),
  safeguarding("target", {
    id: "disclosure-checks",
    title: "Standard of the Disclosure and Barring Service",
    indicator: "safeguarding/indicator/disclosure-checks-in-time",
    area: "register/area/derbyshire-police-force-area",
    steps: [
      { percent: "85", within: 14 },
      { percent: "90", within: 18 },
      { percent: "95", within: 25 },
      { percent: "100", within: 60 },
    ],
    achieved: [{ period: "2016-09", within: 15, percent: "74", source: checks.source }],
    setBy: "Disclosure and Barring Service",
    sources: [checks.source],
  }),
  count(mutilation, {
    id: "female-genital-mutilation-referrals",
    title: "Referrals of female genital mutilation",
    theme: "children",
    unit: "referrals",
    text: "Referrals to the police",
  }),
  ...row(
    "female-genital-mutilation-referrals",
    mutilation,
    {},
    {
      FY2013: "0",
      FY2014: "5",
      FY2015: "5",
    },
  ),
  notGiven(
    "female-genital-mutilation-referrals",
    item({ paragraph: "12.7" }),
    {},
    "FY2016",
    "L",
    "The new system cannot give a number of referrals.",
  ),
  count(mutilation, {
    id: "female-genital-mutilation-crimes",
    title: "Crimes of female genital mutilation",
    theme: "children",
    unit: "crimes",
    text: "Crimes recorded",
  }),
  ...row(
    "female-genital-mutilation-crimes",
    mutilation,
    {},
    {
      FY2013: "0",
      FY2014: "0",
      FY2015: "0",
    },
  ),
  ...row(
    "female-genital-mutilation-crimes",
    item({ paragraph: "12.7" }),
    {},
    {
      FY2016: { text: "0" },
    },
  ),
];
