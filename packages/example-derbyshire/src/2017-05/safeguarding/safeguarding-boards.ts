import type { ExampleRecord } from "../../example-record.ts";
import { claim, count, dimension, reported, row } from "../../safeguarding-records.ts";
import { ofItem } from "./places.ts";

const city = "register/area/derby";
const county = "register/area/derbyshire";
const inCity = ofItem("11C, Appendix A");
const inCounty = ofItem("11C, Appendix B");
const inJoint = ofItem("11C, Appendix C");
const activity = inCity({ table: "Activity" });
const growth = inCity({ paragraph: "Activity" });
const referrals = inCounty({ paragraph: "Safeguarding referrals" });
const categories = inCounty({ table: "Categories of abuse (all referrals)" });
const byPolice = inCounty({ table: "Categories of abuse, police referrals" });
const conferences = inCounty({ table: "MARAC conferences by centre" });
const shares = inCounty({ table: "% of referrals to MARAC by source" });
const representation = inJoint({ paragraph: "4" });

const several = "A referral can be made under more than one category.";

const ofCategory = (
  from: typeof categories,
  source: "all" | "police",
  values: Readonly<Record<string, string>>,
): readonly ExampleRecord[] =>
  Object.entries(values).flatMap(([category, text]) =>
    row(
      "adult-safeguarding-referrals",
      from,
      {
        area: county,
        breakdown: `category=${category}${source === "police" ? ";source=police" : ""}`,
      },
      { FY2016: text },
    ),
  );

const held = (area: string, values: Readonly<Record<string, string>>, centre?: string) =>
  row(
    "marac-conferences",
    conferences,
    { area, ...(centre !== undefined && { breakdown: `centre=${centre}` }) },
    values,
  );

const quarters = (...[one, two, three, four]: readonly [string, string, string, string]) => ({
  "FY2016-Q1": one,
  "FY2016-Q2": two,
  "FY2016-Q3": three,
  "FY2016-Q4": four,
});

const share = (area: string, values: Readonly<Record<string, string>>, centre?: string) =>
  Object.entries(values).flatMap(([source, text]) =>
    row(
      "marac-referral-shares",
      shares,
      {
        area,
        breakdown: `${centre === undefined ? "" : `centre=${centre};`}source=${source}`,
      },
      { FY2016: text },
    ),
  );

/** The rows whose place is sure: adult care, children's care, police, probation, other. */
const sharesOfCentres = {
  alfreton: ["2%", "5%", "55%", "2%", "35%"],
  buxton: ["2%", "2%", "48%", "1%", "30%"],
  chesterfield: ["1%", "3%", "50%", "1%", "26%"],
} as const;

/** Item 11C: the boards that safeguard adults and children in the city and the county. */
export const boards: readonly ExampleRecord[] = [
  count(activity, {
    id: "adult-safeguarding-alerts",
    title: "Safeguarding alerts, adults",
    theme: "adults",
    unit: "alerts",
    text: "Alerts about an adult at risk that the city council received",
    dimensions: [dimension("source", "Made by", { police: "Police" }, { partial: true })],
  }),
  ...row(
    "adult-safeguarding-alerts",
    activity,
    { area: city },
    {
      FY2014: "1558",
      FY2015: "2242",
      FY2016: "2420",
    },
  ),
  ...row(
    "adult-safeguarding-alerts",
    activity,
    { area: city, breakdown: "source=police" },
    {
      FY2014: "66",
      FY2015: "110",
      FY2016: "107",
    },
  ),
  count(activity, {
    id: "deprivation-of-liberty-applications",
    title: "Applications to deprive of liberty",
    theme: "adults",
    unit: "applications",
    text: "Applications under the Deprivation of Liberty Safeguards",
  }),
  ...row(
    "deprivation-of-liberty-applications",
    activity,
    { area: city },
    {
      FY2014: "543",
      FY2015: "1020",
      FY2016: "1228",
    },
  ),
  claim(growth, "deprivation-of-liberty-applications", {
    id: "11c.liberty-judgment",
    text: "twenty times as many since the judgment of 2014",
    period: "FY2016",
    area: city,
    says: {
      kind: "change",
      against: "FY2013",
      percent: "1900",
      direction: "up",
    },
  }),
  claim(growth, "adult-safeguarding-alerts", {
    id: "11c.alerts-year",
    text: "7 % more than in the year before",
    period: "FY2016",
    area: city,
    says: { kind: "change", against: "FY2015", percent: "7" },
  }),
  claim(growth, "adult-safeguarding-alerts", {
    id: "11c.alerts-care-act",
    text: "53 % more than before the Care Act",
    period: "FY2016",
    area: city,
    says: { kind: "change", against: "FY2014", percent: "53" },
  }),
  count(referrals, {
    id: "adult-safeguarding-referrals",
    title: "Safeguarding referrals, adults",
    theme: "adults",
    unit: "referrals",
    text: "Referrals or concerns about an adult at risk raised with the county council",
    dimensions: [
      dimension(
        "category",
        "Category of abuse",
        {
          physical: "Physical",
          sexual: "Sexual",
          psychological: "Psychological or emotional",
          financial: "Financial",
          neglect: "Neglect and acts of omission",
          discriminatory: "Discriminatory",
          domestic: "Domestic",
          "modern-slavery": "Modern slavery",
          "self-neglect": "Self-neglect",
          "sexual-exploitation": "Sexual exploitation",
          institutional: "Institutional",
        },
        { overlap: several },
      ),
      dimension("source", "Made by", { police: "Police" }, { partial: true }),
    ],
  }),
  ...row("adult-safeguarding-referrals", referrals, { area: county }, { FY2016: "3040" }),
  ...row(
    "adult-safeguarding-referrals",
    referrals,
    { area: county, breakdown: "source=police" },
    { FY2016: "106" },
  ),
  ...ofCategory(categories, "all", {
    physical: "637",
    sexual: "139",
    psychological: "403",
    financial: "451",
    neglect: "776",
    discriminatory: "16",
    domestic: "189",
    "modern-slavery": "5",
    "self-neglect": "268",
    "sexual-exploitation": "51",
    institutional: "110",
  }),
  claim(categories, "adult-safeguarding-referrals", {
    id: "11c.categories-sum",
    text: "3,045 categories in all",
    period: "FY2016",
    area: county,
    says: { kind: "sum", dimension: "category", value: "3045" },
  }),
  ...ofCategory(byPolice, "police", {
    sexual: "6",
    physical: "17",
    psychological: "18",
    financial: "29",
    neglect: "11",
    discriminatory: "0",
    domestic: "10",
    "modern-slavery": "1",
    "self-neglect": "23",
    "sexual-exploitation": "5",
    institutional: "1",
  }),
  claim(byPolice, "adult-safeguarding-referrals", {
    id: "11c.police-categories-sum",
    text: "121 categories in referrals by police",
    period: "FY2016",
    area: county,
    breakdown: "source=police",
    says: { kind: "sum", dimension: "category", value: "121" },
  }),
  count(referrals, {
    id: "section-42-enquiries",
    title: "Section 42 enquiries",
    theme: "adults",
    unit: "enquiries",
    text: "Referrals that met the threshold of section 42 of the Care Act 2014, so that an enquiry was made",
    dimensions: [dimension("source", "Referred by", { police: "Police" }, { partial: true })],
  }),
  ...row("section-42-enquiries", referrals, { area: county }, { FY2016: "510" }),
  ...row(
    "section-42-enquiries",
    referrals,
    { area: county, breakdown: "source=police" },
    { FY2016: "11" },
  ),
  count(conferences, {
    id: "marac-conferences",
    title: "MARAC conferences",
    theme: "marac",
    unit: "conferences",
    text: "Multi-agency risk assessment conferences held, by centre",
    dimensions: [
      dimension("centre", "Centre", {
        alfreton: "Alfreton",
        buxton: "Buxton",
        chesterfield: "Chesterfield",
        "south-derbyshire": "South Derbyshire",
      }),
    ],
  }),
  ...held(county, quarters("7", "6", "7", "6"), "alfreton"),
  ...held(county, quarters("3", "3", "4", "3"), "buxton"),
  ...held(county, quarters("6", "7", "6", "7"), "chesterfield"),
  ...held(county, quarters("4", "3", "3", "3"), "south-derbyshire"),
  ...held(county, quarters("20", "19", "20", "19")),
  ...held(city, quarters("6", "7", "6", "7")),
  ...held("register/area/derbyshire-police-force-area", quarters("26", "26", "26", "26")),
  reported(shares, "cases referred to MARAC", {
    id: "marac-referral-shares",
    title: "Share of referrals to MARAC by source",
    theme: "marac",
    unit: "% of referrals to MARAC",
    text: "Whole per cent. Where the text has lost in which column a share stood, it is not held",
    dimensions: [
      dimension(
        "source",
        "Source",
        {
          "adult-care": "Adult care",
          "childrens-care": "Children's care",
          police: "Police",
          probation: "Probation",
          other: "Other",
        },
        { partial: true },
      ),
      dimension(
        "centre",
        "Centre",
        {
          alfreton: "Alfreton",
          buxton: "Buxton",
          chesterfield: "Chesterfield",
        },
        { partial: true },
      ),
    ],
  }),
  ...Object.entries(sharesOfCentres).flatMap(
    ([centre, [adult, children, police, probation, other]]) =>
      share(
        county,
        {
          "adult-care": adult,
          "childrens-care": children,
          police,
          probation,
          other,
        },
        centre,
      ),
  ),
  ...share("register/area/south-derbyshire", {
    "adult-care": "2%",
    "childrens-care": "3%",
    police: "47%",
    probation: "1%",
    other: "33%",
  }),
  ...share(county, {
    "adult-care": "2%",
    "childrens-care": "4%",
    police: "49%",
    probation: "1%",
    other: "30%",
  }),
  reported(representation, "sub-group meetings of the board", {
    id: "police-representation",
    title: "Police representation at the children board's sub-groups, city",
    theme: "children",
    unit: "% of sub-group meetings",
    polarity: { direction: "high" },
    text: "Sub-group meetings of the city's board at which the police were represented",
  }),
  ...row(
    "police-representation",
    representation,
    { area: city },
    {
      FY2015: "72%",
      FY2016: "87%",
    },
  ),
  reported(inJoint({ paragraph: "3" }), "meetings of the main board", {
    id: "police-attendance-main-board",
    title: "Police attendance at the children board's main meeting, county",
    theme: "children",
    unit: "% of meetings of the main board",
    polarity: { direction: "high" },
    text: "Meetings of the county's main board that the police attended",
  }),
  ...row(
    "police-attendance-main-board",
    inJoint({ paragraph: "3" }),
    { area: county },
    {
      FY2016: "100%",
    },
  ),
  count(representation, {
    id: "child-protection-plans",
    title: "Children subject to a protection plan",
    theme: "children",
    unit: "children",
    counts: "people",
    timing: "stock",
    text: "Children of the county who are subject to a child protection plan",
  }),
  ...row(
    "child-protection-plans",
    representation,
    { area: county },
    {
      FY2014: {
        text: "644",
        comment: "Printed of a year, where the two later figures are of a day.",
      },
      "@2016-03-31": "738",
      "@2016-11-30": "890",
    },
  ),
  claim(representation, "child-protection-plans", {
    id: "11c.plans-2016",
    text: "a steep rise to March 2016",
    period: "@2016-03-31",
    area: county,
    says: { kind: "change", against: "FY2014", direction: "up" },
  }),
  claim(representation, "child-protection-plans", {
    id: "11c.plans-november",
    text: "the rise goes on",
    period: "@2016-11-30",
    area: county,
    says: { kind: "change", against: "@2016-03-31", direction: "up" },
  }),
];
