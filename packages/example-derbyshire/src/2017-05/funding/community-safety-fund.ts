import { type ExampleRecord, printed } from "../../example-record.ts";
import { allocationTable, commissioner, fund, scheme } from "../../funding-records.ts";
import { in2017 } from "../../papers.ts";

const at = (paragraph: string) => in2017({ item: "15A, Appendix G", paragraph });
const table = in2017({ item: "15A, Appendix G", table: "Table 1" });

const id = "opcc-derbyshire.community-safety.2017";
const title = "Community Safety Fund 2017–2020";
const inForce = "Anti-social Behaviour, Crime and Policing Act 2014, section 143";
const objectives = [1, 2, 3, 4, 5, 6, 7].map(
  (number) => `register/objective/opcc-derbyshire.2016.${number}`,
);

const partnerships = [
  ["amber-valley", "Amber Valley Council Community Safety Partnership (CSP)"],
  ["bolsover", "Bolsover Community Safety Partnership (CSP)"],
  ["chesterfield", "Chesterfield Community Safety Partnership (CSP)"],
  ["derbyshire-dales", "Derbyshire Dales Community Safety Partnership (CSP)"],
  ["erewash", "Erewash Community Safety Partnership (CSP)"],
  ["high-peak", "High Peak Community Safety Partnership (CSP)"],
  ["north-east-derbyshire", "North East Derbyshire Community Safety Partnership (CSP)"],
  ["south-derbyshire", "South Derbyshire Community Safety Partnership (CSP)"],
] as const;

/** Rows after the partnerships: who or what it is for, the amount, and the body where it is one. */
const others = [
  ["sporting-futures", "Sporting Futures", "35000", "sporting-futures"],
  ["drug-testing", "DLNR CRC Ltd (testing for DRRs)", "26000", "dlnr-crc"],
  ["housing", "High Risk Offenders Housing project", "72484", undefined],
  ["case-system", "ECINS Licence", "59000", undefined],
  ["appropriate-adults", "Appropriate Adult Scheme – County", "10000", undefined],
  [
    "criminal-justice-board",
    "LCJB costs – contribution Derbyshire Constabulary",
    "10000",
    "derbyshire-criminal-justice-board",
  ],
  ["remedi", "ASB service – Remedi 2016-17", "40000", "remedi"],
] as const;

const inPartnership = (partner: string, amount: string) => ({
  programme: "partnership",
  partner,
  year: "FY2017",
  amount,
});

/**
 * Decision 19/17: grants offered out of the fund for three years, of which one is priced. They are
 * offers, and to whom some of them go is not said, so they are held as the table and not as awards.
 */
export const communitySafetyFund: readonly ExampleRecord[] = [
  fund({
    id,
    title,
    body: commissioner,
    source: "police-grant",
    sourceName: "General policing grant, into which the Home Office's fund of 2013–14 has gone",
    legalPower: inForce,
    years: [{ year: "FY2017", budget: "794735" }],
    sources: [at("2.1"), at("3.1"), at("3.6")],
    printed: [printed("/years/0/budget", "£794,735", "794735", at("3.6"))],
  }),
  scheme({
    id,
    title,
    body: commissioner,
    fund: `funding/fund/${id}`,
    purpose: "Services of partners, most of them councils, for community safety and less crime.",
    criteria: [
      {
        id: "posts",
        rule: "share-at-most",
        category: "posts",
        share: "0.5",
        text: "Half of the money at most goes to posts.",
      },
      {
        id: "objectives",
        rule: "objectives-at-least",
        count: 1,
        plan: "register/plan/opcc-derbyshire.2016",
      },
      {
        id: "activity-plan",
        rule: "activity-plan",
        text: "A plan for the next twelve months, submitted and approved each year.",
      },
      { id: "cctv", rule: "excludes", category: "cctv" },
      {
        id: "joint-project",
        rule: "joint-projects-at-least",
        count: 1,
        text: "One project a year together with other partnerships.",
      },
    ],
    objectives,
    legalPower: inForce,
    sources: [at("3.3"), at("3.7")],
    printed: [
      printed("/criteria/0/share", "No more than 50%", "0.5", at("3.3")),
      printed("/criteria/1/count", "at least one", "1", at("3.3")),
      printed("/criteria/4/count", "Minimum of one", "1", at("3.3")),
    ],
  }),
  allocationTable({
    id,
    title: "Award of Community Safety Grants 2017/18",
    body: commissioner,
    fund: `funding/fund/${id}`,
    decision: "meetings/decision/opcc.2017-19",
    kind: "crime-and-disorder-reduction-grant",
    legalPower: inForce,
    conditions: [
      "Two satisfactory reports on outcomes and expenditure",
      "A grant agreement, which is published",
      "Payments by a schedule that rests on monitoring and reports",
    ],
    objectives,
    years: ["FY2017", "FY2018", "FY2019"],
    programmes: [
      { id: "drugs", title: "Drug Interventions Programme (DIP) main grant" },
      { id: "youth", title: "Youth crime and substance misuse prevention" },
      { id: "partnership", title: "Community Safety/Partnership Funding" },
    ],
    partners: [
      {
        id: "county-council",
        name: "Derbyshire County Council",
        body: "register/body/derbyshire-county-council",
      },
      {
        id: "city-council",
        name: "Derby City Council",
        body: "register/body/derby-city-council",
      },
      ...partnerships.map(([partner, name]) => ({
        id: partner,
        name,
        body: `register/body/${partner}-community-safety-partnership`,
      })),
      ...others.map(([partner, name, , body]) => ({
        id: partner,
        name,
        ...(body !== undefined && { body: `register/body/${body}` }),
      })),
    ],
    cells: [
      { programme: "drugs", partner: "county-council", year: "FY2017", amount: "170000" },
      { programme: "youth", partner: "county-council", year: "FY2017", amount: "113480" },
      { programme: "youth", partner: "city-council", year: "FY2017", amount: "50666" },
      ...partnerships.map(([partner]) => inPartnership(partner, "25000")),
      ...others.map(([partner, , amount]) => ({
        ...inPartnership(partner, amount),
        ...(partner === "remedi" && { saysPeriod: "FY2016" }),
      })),
    ],
    sources: [table, at("3.5"), at("3.8"), at("3.9"), at("Recommendations")],
    printed: [
      printed("total.programme.drugs", "£170,000", "170000", table),
      printed("total.programme.youth", "£172,251", "172251", table),
      printed("total.programme.partnership", "£448,484", "448484", table),
      printed("total", "£794,735", "794735", table),
      printed("total", "£794,735", "794735", at("3.6")),
    ],
  }),
];
