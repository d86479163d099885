import { type ExampleRecord, printed } from "../../example-record.ts";
import { award, commissioner, fund, round, scheme } from "../../funding-records.ts";
import { in2017 } from "../../papers.ts";
import { reportAndLog } from "../decisions/decision-log.ts";

const at = (paragraph: string) => in2017({ item: "15A, Appendix H", paragraph });
const table = in2017({ item: "15A, Appendix H", table: "Table 1" });

const purse = "opcc-derbyshire.community-action";
/** The term of office runs to May 2020; the money is promised for each year of it. */
const years = ["FY2016", "FY2017", "FY2018", "FY2019"];
const decided = "2017-05-11";

const small = {
  body: "register/body/opcc-derbyshire",
  fund: `funding/fund/${purse}`,
  scheme: `funding/scheme/${purse}.small`,
  year: "FY2016",
};

/** Recipient, purpose, amount as printed, and the plan's objectives by number. */
const awards = [
  ["junction-arts", "Bright Winter Nights 2017", "£2,500", "1,2,5"],
  ["sinfin-community-centre", "Sports for Sinfin", "£1,989.80", "1,2,5"],
  ["gad-khalsa-sports-club", "Sports Club", "£2,500", "1,2,3,5"],
  ["grassmoor-perseverance-allotments", "Community Showground Project", "£700", "1,2"],
  ["ripley-school-of-boxing", "Our Club", "£2,500", "1,2,5"],
  ["derbyshire-neighbourhood-watch", "Stay Safe Booklet", "£2,500", "1,2"],
  ["hearing-help-uk", "Safety First", "£2,500", "1,2"],
  ["high-peak-foodbank-and-zink", "New Challenge – Zink", "£1,850", "2,3,4,5"],
  ["derbyshire-autism-services", "Supporting Autism", "£2,500", "2,5"],
  ["penmore-allotment-association", "Security Grilles – storage", "£1,750", "1,2"],
  ["british-deaf-association", "BSL Video production on Hate Crime", "£2,500", "1,2"],
  ["enthusiasm-trust", "Junior Arrows", "£2,490.90", "1,2,5"],
] as const;

const amountOf = (text: string) => text.replace(/[£,]/g, "");

/** Decision 20/17: the commissioner's grants to communities, and the twelve of the second small round. */
export const communityActionGrants: readonly ExampleRecord[] = [
  fund({
    id: purse,
    title: "Community Action Grants",
    body: commissioner,
    source: "other",
    sourceName: "The commissioner's budget",
    years: years.map((year) => ({ year, budget: "275000" })),
    sources: [at("1.2"), at("1.7")],
    printed: [printed("/years/0/budget", "£275,000", "275000", at("1.2"))],
    relations: [
      {
        kind: "derived",
        operation: "sum",
        of: ["large", "small"].map((size) => ({
          record: `funding/scheme/${purse}.${size}`,
          of: "/ceilings/0/amount",
        })),
        result: "/years/0/budget",
        source: at("1.6"),
      },
    ],
  }),
  scheme({
    id: `${purse}.large`,
    title: "Community Action Grants: large grants",
    body: commissioner,
    fund: `funding/fund/${purse}`,
    ceilings: years.map((year) => ({ year, amount: "200000" })),
    minimum: "2501",
    maximum: "25000",
    roundsPerYear: 1,
    sources: [at("1.6")],
    printed: [
      printed("/ceilings/0/amount", "£200,000", "200000", at("1.6")),
      printed("/minimum", "£2,501", "2501", at("1.6")),
      printed("/maximum", "£25,000", "25000", at("1.6")),
    ],
  }),
  scheme({
    id: `${purse}.small`,
    title: "Community Action Grants: small grants",
    body: commissioner,
    fund: `funding/fund/${purse}`,
    purpose: "Work of communities with the commissioner for the objectives of the plan.",
    ceilings: years.map((year) => ({ year, amount: "75000" })),
    maximum: "2500",
    roundsPerYear: 3,
    criteria: [
      {
        id: "applicant",
        rule: "applicant-is",
        kinds: ["voluntary", "community-group"],
        text: "Community groups and organisations that make no profit.",
      },
      {
        id: "objectives",
        rule: "objectives-at-least",
        count: 1,
        plan: "register/plan/opcc-derbyshire.2016",
      },
    ],
    sources: [at("1.4"), at("1.5"), at("1.6")],
    printed: [
      printed("/ceilings/0/amount", "£75,000", "75000", at("1.6")),
      printed("/maximum", "£2,500", "2500", at("1.6")),
    ],
  }),
  round({
    id: `${purse}.small.2016-2`,
    title: "Community Action Grants: small grants, round two",
    ...small,
    number: 2,
    closes: "2017-03-01",
    decided,
    months: 12,
    openCall: true,
    sources: [at("1.9"), at("1.10"), table, at("Recommendation")],
    printed: [
      printed("/closes", "1st March 2017", "2017-03-01", at("1.9")),
      printed("/months", "12 month period", "12", at("1.10")),
      printed("applications.count", "15 applications", "15", at("1.9")),
      printed("applications.value", "£33,780.70", "33780.70", at("1.9")),
      printed("awards.count", "12 small grants", "12", at("1.1")),
      printed("awards.count", "12 small grants", "12", at("1.11")),
      printed("awards.count", "12 projects", "12", table),
      printed("awards.count", "12 organisations", "12", at("Recommendation")),
      printed("awards.value", "£26,280.70", "26280.70", table),
      printed("awards.value", "£26,280.70", "26280.70", at("Recommendation")),
    ],
    relations: ["count", "value"].map((of) => ({
      kind: "total",
      parts: [`awards.${of}`],
      total: `applications.${of}`,
      partial: true,
      because: "Only what was applied for can be awarded.",
    })),
  }),
  ...awards.map(([recipient, title, text, objectives]) =>
    award({
      id: `opcc.2017-20.${recipient}`,
      ...small,
      round: `funding/round/${purse}.small.2016-2`,
      recipient: { body: `register/body/${recipient}`, kind: "voluntary" },
      title,
      amount: amountOf(text),
      current: amountOf(text),
      awarded: decided,
      decision: "meetings/decision/opcc.2017-20",
      reason: "It meets objectives of the plan and is good value for money.",
      conditions: ["Criteria that the commissioner sets", "Regular monitoring reports"],
      objectives: objectives
        .split(",")
        .map((number) => `register/objective/opcc-derbyshire.2016.${number}`),
      openCall: true,
      sources: [table, at("1.11"), ...reportAndLog("Appendix H").slice(1)],
      printed: [printed("/amount", text, amountOf(text), table)],
    }),
  ),
];
