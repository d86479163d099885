import type { ExampleRecord } from "../../example-record.ts";
import { claim, count, dimension, ratio, row } from "../../safeguarding-records.ts";
import { beforeNiche, ofItem, sinceNiche } from "./places.ts";

const item = ofItem("12C");
const referrals = item({ paragraph: "2.1", table: "Pre-Niche" });
const occurrences = item({ paragraph: "2.1", table: "Post Niche" });
const power = item({ paragraph: "4.10" });
const powerSince = item({ paragraph: "4.11" });
const reports = item({ paragraph: "5.6", table: "Missing adult reports" });
const repeat = item({ paragraph: "5.8", table: "Repeat missing adult reports" });
const incidents = item({ paragraph: "5.11", table: "Missing and absent incidents" });

const guardian = { system: "Guardian" };
const compact = { system: "Compact" };
const kind = dimension("kind", "Kind", { missing: "Missing", absent: "Unauthorised absence" });

/** Item 12C. Counts of a single child under section 136 are not held. */
export const adults: readonly ExampleRecord[] = [
  count(referrals, {
    id: "vulnerable-adult-referrals",
    title: "Vulnerable adult referrals, and occurrences of adult concern",
    theme: "adults",
    unit: "referrals",
    text: "Until 21 June 2016 referrals; from then on occurrences in Niche with a public protection notice of adult concern",
    dimensions: [
      dimension("grade", "Grade", {
        susceptible: "Person susceptible to harm",
        safeguarding: "Safeguarding",
      }),
    ],
  }),
  ...row(
    "vulnerable-adult-referrals",
    referrals,
    { ...guardian, breakdown: "grade=susceptible" },
    {
      FY2014: "27",
      FY2015: "48",
      [beforeNiche]: "10",
    },
  ),
  ...row(
    "vulnerable-adult-referrals",
    referrals,
    { ...guardian, breakdown: "grade=safeguarding" },
    { FY2014: "739", FY2015: "909", [beforeNiche]: "212" },
  ),
  ...row("vulnerable-adult-referrals", referrals, guardian, {
    FY2014: "766",
    FY2015: "957",
    [beforeNiche]: "222",
  }),
  ...row("vulnerable-adult-referrals", occurrences, { system: "Niche" }, { [sinceNiche]: "1209" }),
  count(power, {
    id: "section-136-uses",
    title: "Uses of section 136 of the Mental Health Act",
    theme: "mental-health",
    unit: "uses",
    text: "Times that a person was removed to a place of safety",
    dimensions: [
      dimension("age", "Age", { "under-18": "Under 18" }, { partial: true }),
      dimension("place", "Place of safety", { custody: "Custody" }, { partial: true }),
    ],
  }),
  ...row("section-136-uses", power, {}, { FY2015: "248" }),
  ...row("section-136-uses", power, { breakdown: "age=under-18" }, { FY2015: "10" }),
  ...row("section-136-uses", power, { breakdown: "place=custody" }, { FY2015: "16" }),
  ...row("section-136-uses", powerSince, {}, { "2016-04-01/2016-12-31": "116" }),
  ...row(
    "section-136-uses",
    powerSince,
    { breakdown: "place=custody" },
    {
      "2016-04-01/2016-12-31": "0",
    },
  ),
  claim(power, "section-136-uses", {
    id: "12c.custody-down",
    text: "custody is used less and less",
    period: "2016-04-01/2016-12-31",
    breakdown: "place=custody",
    says: { kind: "change", against: "FY2015", direction: "down" },
  }),
  count(reports, {
    id: "missing-adult-reports",
    title: "Missing reports, adults",
    theme: "missing-persons",
    unit: "reports",
    sourceSystem: "Compact",
    text: "Reports of missing persons who were adults at the time of the event",
  }),
  ...row("missing-adult-reports", reports, compact, {
    FY2014: "699",
    FY2015: "649",
    FY2016: "520",
  }),
  ...(
    [
      ["FY2015", "FY2014"],
      ["FY2016", "FY2015"],
    ] as const
  ).map(([period, against]) =>
    claim(item({ paragraph: "5.7" }), "missing-adult-reports", {
      id: `12c.missing-adults-down-${period.toLowerCase()}`,
      text: "fallen every year",
      period,
      says: { kind: "change", against, direction: "down" },
    }),
  ),
  count(repeat, {
    id: "missing-adult-repeat-reports",
    title: "Repeat missing reports, adults",
    theme: "missing-persons",
    unit: "reports",
    sourceSystem: "Compact",
    text: "Reports of adults who were missing more than once within twelve months",
  }),
  ...row("missing-adult-repeat-reports", repeat, compact, {
    FY2014: "223",
    FY2015: "232",
    FY2016: "124",
  }),
  ratio(repeat, "missing-adult-repeat-reports", "missing-adult-reports", {
    id: "missing-adult-repeat-share",
    title: "Repeat reports among missing reports, adults",
    theme: "missing-persons",
    unit: "% of missing reports of adults",
    polarity: { direction: "low" },
    text: "Repeat reports over all reports of adults",
  }),
  ...row("missing-adult-repeat-share", repeat, compact, {
    FY2014: ["32%", "223", "699"],
    FY2015: ["36%", "232", "649"],
    FY2016: ["24%", "124", "520"],
  }),
  claim(item({ paragraph: "5.9" }), "missing-adult-repeat-share", {
    id: "12c.repeat-down",
    text: "missing episodes are less frequent",
    period: "FY2016",
    says: { kind: "change", against: "FY2015", direction: "down" },
  }),
  count(repeat, {
    id: "missing-adult-repeat",
    title: "Adults missing more than once",
    theme: "missing-persons",
    unit: "adults",
    counts: "people",
    sourceSystem: "Compact",
    text: "Adults who were missing more than once within twelve months",
  }),
  ...row("missing-adult-repeat", repeat, compact, { FY2014: "80", FY2015: "78", FY2016: "50" }),
  count(incidents, {
    id: "missing-incidents",
    title: "Missing and absent incidents",
    theme: "missing-persons",
    unit: "incidents",
    text: "Incidents of persons missing or absent without authority, of all ages",
    dimensions: [kind],
  }),
  ...row(
    "missing-incidents",
    incidents,
    { breakdown: "kind=missing" },
    {
      FY2014: "3847",
      FY2015: "3820",
      FY2016: "3493",
    },
  ),
  ...row(
    "missing-incidents",
    incidents,
    { breakdown: "kind=absent" },
    {
      FY2014: "1957",
      FY2015: "2176",
      FY2016: "1959",
    },
  ),
  ...row(
    "missing-incidents",
    incidents,
    {},
    {
      FY2014: "5804",
      FY2015: "5996",
      FY2016: "5452",
    },
  ),
  count(incidents, {
    id: "absent-incidents",
    title: "Absent incidents",
    theme: "missing-persons",
    unit: "incidents",
    text: "Incidents of persons absent without authority: the numerator of their share",
  }),
  ratio(incidents, "absent-incidents", "missing-incidents", {
    id: "absent-share",
    title: "Share of absent incidents",
    theme: "missing-persons",
    unit: "% of missing and absent incidents",
    text: "Absent incidents over all missing and absent incidents",
  }),
  ...row(
    "absent-share",
    incidents,
    {},
    {
      FY2014: ["35%", "1957", "5804"],
      FY2015: ["36%", "2176", "5996"],
      FY2016: ["36%", "1959", "5452"],
    },
  ),
  ...(["missing", "absent"] as const).map((name) =>
    claim(item({ paragraph: "5.13" }), "missing-incidents", {
      id: `12c.incidents-down-${name}`,
      text: "fewer, missing and absent alike",
      period: "FY2016",
      breakdown: `kind=${name}`,
      says: { kind: "change", against: "FY2015", direction: "down" },
    }),
  ),
];
