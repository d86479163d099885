import type { ExampleRecord } from "../example-record.ts";
import { in2013 } from "../papers.ts";
import {
  claim,
  count,
  dimension,
  type From,
  notGiven,
  reported,
  row,
} from "../safeguarding-records.ts";

const place = (item: string, paragraph: string): From => ({
  source: in2013({ item, paragraph }),
  disclosedOn: "2013-02-27",
});
const agreement = (paragraph: string) => place("3 Community Safety Agreement", paragraph);
const introduction = agreement("1 Introduction");
const assessment = agreement("Appendix C, 5.2");
const plan = agreement("Appendix A");
const minutes = (number: string) => place("Minutes of 12 December 2012", number);

const county = "register/area/derbyshire";
const of = { area: county };
const low = { polarity: { direction: "low" } };

interface Fell {
  readonly id: string;
  readonly title: string;
  readonly before: string;
  readonly now: string;
  /** As the agreement prints it, with its sign. */
  readonly percent: string;
}

/** Recorded crime of two years with the change that the agreement prints. */
const crimes = ({ id, title, before, now, percent }: Fell): readonly ExampleRecord[] => [
  count(introduction, {
    id,
    title,
    theme: "crime",
    unit: "crimes",
    text: `${title} recorded in the county`,
  }),
  ...row(id, introduction, of, { FY2010: before, FY2011: now }),
  claim(introduction, id, {
    id: `csa.${id}`,
    text: `${percent} % against the year before`,
    period: "FY2011",
    area: county,
    says: { kind: "change", against: "FY2010", percent },
  }),
];

const one = (
  from: From,
  id: string,
  title: string,
  theme: string,
  unit: string,
  values: Parameters<typeof row>[3],
  more: Readonly<Record<string, unknown>> = {},
): readonly ExampleRecord[] => [
  count(from, { id, title, theme, unit, text: title, ...more }),
  ...row(id, from, of, values),
];

const per = (
  from: From,
  base: string,
  id: string,
  title: string,
  theme: string,
  values: Parameters<typeof row>[3],
  more: Readonly<Record<string, unknown>> = {},
): readonly ExampleRecord[] => [
  reported(from, base, { id, title, theme, unit: `% of ${base}`, places: 1, text: title, ...more }),
  ...row(id, from, of, values),
];

/** Key figures of the agreement of 2011 to 2014 as refreshed, and of the minutes of 12 December 2012. */
export const agreement2013: readonly ExampleRecord[] = [
  ...crimes({
    id: "county-crime",
    title: "Crime, county without the city",
    before: "42,307",
    now: "39,538",
    percent: "-7",
  }),
  ...crimes({
    id: "serious-acquisitive-crime",
    title: "Serious acquisitive crime",
    before: "6,423",
    now: "5,872",
    percent: "-9",
  }),
  ...crimes({
    id: "county-violence-with-injury",
    title: "Violence with injury",
    before: "5,106",
    now: "3,998",
    percent: "-22",
  }),
  ...crimes({
    id: "county-violence-without-injury",
    title: "Violence without injury",
    before: "3,203",
    now: "3,221",
    percent: "1",
  }),
  claim(introduction, "county-crime", {
    id: "csa.crime-falls",
    text: "the downward trend goes on",
    period: "FY2011",
    area: county,
    says: { kind: "change", against: "FY2010", direction: "down" },
  }),
  ...one(
    introduction,
    "county-domestic-violence-victims",
    "Victims of domestic violence, county",
    "domestic-abuse",
    "victims",
    { FY2011: "2,802" },
    { counts: "people" },
  ),
  ...per(
    introduction,
    "people asked",
    "safe-outside-by-day",
    "People who feel safe outside by day",
    "confidence",
    { "2012-02": "96.1%" },
    { polarity: { direction: "high" }, sourceSystem: "Citizens' Panel" },
  ),
  ...per(
    introduction,
    "people asked",
    "not-worried-about-crime",
    "People who are not worried about crime in their area",
    "confidence",
    { "2012-02": "65.3%" },
    { polarity: { direction: "high" }, sourceSystem: "Citizens' Panel" },
  ),
  ...per(
    introduction,
    "people asked",
    "not-well-informed-on-behaviour",
    "People who do not feel well informed of what is done about anti-social behaviour",
    "anti-social-behaviour",
    { "2012-02": "64.7%" },
    { ...low, sourceSystem: "Citizens' Panel" },
  ),
  ...one(
    introduction,
    "youth-justice-entrants",
    "First-time entrants into youth justice",
    "youth-justice",
    "young people",
    { FY2011: "377" },
    { counts: "people", ...low },
  ),
  claim(introduction, "youth-justice-entrants", {
    id: "csa.entrants",
    text: "108 fewer than in the year before",
    period: "FY2011",
    area: county,
    says: { kind: "change", against: "FY2010", amount: "-108" },
  }),
  ...per(
    introduction,
    "high-risk young offenders",
    "young-offenders-re-offending",
    "Re-offending of high-risk young offenders",
    "youth-justice",
    { FY2010: "28.2%", FY2011: "32%" },
    low,
  ),
  claim(introduction, "young-offenders-re-offending", {
    id: "csa.re-offending-up",
    text: "a slight increase",
    period: "FY2011",
    area: county,
    says: { kind: "change", against: "FY2010", direction: "up" },
  }),
  ...one(
    introduction,
    "young-people-in-treatment",
    "Young people in drug and alcohol treatment",
    "substance-misuse",
    "young people",
    {
      FY2009: { text: "199" },
      FY2010: "147",
      FY2011: "125",
    },
    { counts: "people" },
  ),
  claim(introduction, "young-people-in-treatment", {
    id: "csa.treatment-down",
    text: "fewer than in the year before",
    period: "FY2011",
    area: county,
    says: { kind: "change", against: "FY2010", direction: "down" },
  }),
  ...one(
    introduction,
    "adults-in-treatment",
    "Adults in drug treatment",
    "substance-misuse",
    "adults",
    { FY2009: "2,319", FY2011: "2,159" },
    { counts: "people" },
  ),
  notGiven("adults-in-treatment", introduction, of, "FY2010", "O", "Only the change is in words."),
  claim(assessment, "adults-in-treatment", {
    id: "eia.adults-in-treatment",
    text: "5.5 % more than in the year before",
    period: "FY2009",
    area: county,
    says: { kind: "change", against: "FY2008", percent: "5.5" },
  }),
  claim(assessment, "young-people-in-treatment", {
    id: "eia.young-in-treatment",
    text: "9 % more than in the year before",
    period: "FY2009",
    area: county,
    says: { kind: "change", against: "FY2008", percent: "9" },
  }),
  ...one(
    introduction,
    "county-killed-or-seriously-injured",
    "Killed and seriously injured on the roads, county",
    "road-safety",
    "casualties",
    { "2011": "330" },
    { counts: "people", ...low },
  ),
  ...row("county-killed-or-seriously-injured", assessment, of, { "2007": "493", "2009": "449" }),
  ...["2008", "2010"].map((year) =>
    notGiven("county-killed-or-seriously-injured", assessment, of, year, "O", "Not in the paper."),
  ),
  claim(introduction, "county-killed-or-seriously-injured", {
    id: "csa.killed-target",
    text: "27 % or 111 casualties below the target",
    period: "2011",
    area: county,
    says: { kind: "gap", side: "below", amount: "111", percent: "27" },
  }),
  claim(introduction, "county-killed-or-seriously-injured", {
    id: "csa.killed-up",
    text: "11 more than in the year before",
    period: "2011",
    area: county,
    says: { kind: "change", against: "2010", amount: "11" },
  }),
  ...one(
    plan,
    "organised-crime-groups",
    "Organised crime groups",
    "crime",
    "groups",
    {
      "@2013-02-27": "68",
    },
    { timing: "stock" },
  ),
  ...one(
    plan,
    "troubled-families",
    "Families that the programme works with",
    "community",
    "families",
    {
      "2012-04-01/2013-02-27": "474",
    },
  ),
  ...one(
    plan,
    "troubled-families-paid",
    "Families for which a fee was received",
    "community",
    "families",
    {
      "2012-04-01/2013-02-27": "396",
    },
  ),
  ...per(
    plan,
    "recorded crimes",
    "domestic-abuse-share-estimate",
    "Share of recorded crime that is domestic abuse, about",
    "domestic-abuse",
    { FY2012: { text: "25%", status: ["E"] } },
  ),
  count(minutes("33/12"), {
    id: "test-purchases",
    title: "Test purchases at on-licensed premises",
    theme: "substance-misuse",
    unit: "attempts",
    text: "Attempts by volunteers under age to buy alcohol in premises licensed for drinking there",
    dimensions: [
      dimension(
        "result",
        "Result",
        { sold: "Sold", "refused-entry": "Refused at the door" },
        { partial: true },
      ),
    ],
  }),
  ...row("test-purchases", minutes("33/12"), of, { "2012-04-01/2012-09-30": "110" }),
  ...row(
    "test-purchases",
    minutes("33/12"),
    { ...of, breakdown: "result=sold" },
    {
      "2012-04-01/2012-09-30": "27",
    },
  ),
  ...row(
    "test-purchases",
    minutes("33/12"),
    { ...of, breakdown: "result=refused-entry" },
    {
      "2012-04-01/2012-09-30": "18",
    },
  ),
  ...one(
    minutes("34/12"),
    "offenders-managed-together",
    "Offenders under integrated management, about",
    "offender-management",
    "offenders",
    { "@2012-12-12": { text: "300", status: ["E"] } },
    { counts: "people", timing: "stock" },
  ),
  ...per(
    minutes("34/12"),
    "offences of the cohort in its baseline period",
    "integrated-management-reduction",
    "Cut in offences of the cohorts against their own baseline",
    "offender-management",
    {
      "2011-06-01/2012-05-31": {
        text: "28.4%",
        also: [{ text: "28.4%", source: plan.source }],
        comment: "A cut of 192 offences, of the first year's cohort.",
      },
      "2012-07-01/2012-09-30": {
        text: "32.4%",
        comment: "By arrests, of the second year's cohort.",
      },
    },
    {
      polarity: { direction: "high" },
      method: "Each year's cohort is static and has a baseline of its own.",
    },
  ),
  ...one(
    assessment,
    "county-safeguarding-referrals",
    "Safeguarding referrals, adults, before the Care Act",
    "adults",
    "referrals",
    { FY2008: "412", FY2009: "1,025", FY2010: "1,218" },
  ),
  ...one(
    assessment,
    "young-victims-of-crime",
    "Victims of crime aged 17 and under",
    "children",
    "victims",
    { FY2009: "3,214" },
    { counts: "people" },
  ),
  ...per(
    assessment,
    "victims of crime",
    "young-victims-share",
    "Share of victims of crime aged 17 and under",
    "children",
    { FY2009: "9.6%" },
  ),
  count(assessment, {
    id: "fire-deaths",
    title: "Deaths in fires",
    theme: "community",
    unit: "deaths",
    counts: "people",
    ...low,
    text: "Deaths in fires of the county, by how the fire began",
    dimensions: [
      dimension("cause", "Fire", { accidental: "Accidental", deliberate: "Deliberate" }),
    ],
  }),
  ...row("fire-deaths", assessment, of, { "2010-04-01/2011-02-28": "11" }),
  ...row(
    "fire-deaths",
    assessment,
    { ...of, breakdown: "cause=accidental" },
    {
      "2010-04-01/2011-02-28": { text: "nine", value: "9" },
    },
  ),
  ...row(
    "fire-deaths",
    assessment,
    { ...of, breakdown: "cause=deliberate" },
    {
      "2010-04-01/2011-02-28": { text: "three", value: "3" },
    },
  ),
  ...one(
    assessment,
    "distraction-burglary",
    "Distraction burglaries",
    "crime",
    "offences",
    { "2008": "100", "2009": "144" },
    low,
  ),
  claim(assessment, "distraction-burglary", {
    id: "eia.burglary-up",
    text: "more than in the year before",
    period: "2009",
    area: county,
    says: { kind: "change", against: "2008", direction: "up" },
  }),
];
