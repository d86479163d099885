import { type ExampleRecord, printed } from "../../example-record.ts";
import { allBlank, allLow } from "../../implications.ts";
import { paper } from "../../meeting-records.ts";
import { in2017 } from "../../papers.ts";

const commissioner = "register/post/opcc-derbyshire.commissioner";
const financeOfficer = "register/post/opcc-derbyshire.chief-finance-officer";

const report = (number: string, appendix: string, title: string, fields: object): ExampleRecord =>
  paper({
    id: `opcc.2017-${number}`,
    title,
    body: "register/body/strategic-governance-board",
    meeting: "meetings/meeting/sgb.2017-05-22",
    item: "meetings/agenda-item/sgb.2017-05-22.15a",
    ...fields,
    sources: [in2017({ item: `15A, Appendix ${appendix}` })],
  });

const procured = (number: string) => [
  `procurement/tender/opcc.2017-${number}`,
  `procurement/award/opcc.2017-${number}`,
];

/** The month on a report that prints no day, held against the day on which its decision was signed. */
const reportedInMonth = (number: string, appendix: string) => ({
  printed: printed("reported", "MAY 2017", "2017-05", in2017({ item: `15A, ${appendix}` })),
  relation: {
    kind: "same",
    figures: ["reported", { record: `meetings/decision/opcc.2017-${number}`, of: "/taken" }],
    because: "It was signed in the month of the report.",
  },
});

const fundReported = reportedInMonth("19", "Appendix G");
const grantsReported = reportedInMonth("20", "Appendix H");
const ofTheFund = (paragraph: string) => in2017({ item: "15A, Appendix G", paragraph });

/** The reports on which decisions 13/2017 to 20/17 were taken, as item 15A attaches them. */
export const decisionReports: readonly ExampleRecord[] = [
  report(
    "13",
    "A",
    "Recommendation for the award of contract for the refurbishment of Block B, Ripley HQ",
    {
      author: [commissioner],
      date: "2017-03-07",
      purpose: [{ number: "1", text: "Propose to award the contract for Block B at Ripley." }],
      recommendations: [{ text: "Award the contract to Tour Construction." }],
      implications: allBlank,
      contact: { telephone: "0300 122 5964" },
      about: procured("13"),
    },
  ),
  report(
    "14",
    "B",
    "Recommendation for the award of contract for the refurbishment of Chesterfield HQ",
    {
      date: "2017-03-20",
      purpose: [{ number: "1", text: "Propose to award the contract for Chesterfield." }],
      recommendations: [
        {
          text: "Award the contract to Derwent Valley Construction Limited: cheapest, and compliant with every qualifying criterion.",
        },
      ],
      implications: allBlank,
      contact: { telephone: "0300 122 5964" },
      about: procured("14"),
    },
  ),
  report(
    "15",
    "C",
    "Provision of grant funding for SV2 to support additional demand for counselling services for 2016/17",
    {
      author: [financeOfficer],
      date: "2017-04-06",
      purpose: [
        {
          number: "1.1",
          text: "Propose a further grant of £20,000 to SV2 for counselling up to 31 March 2017, while joint planning from April 2017 is set up.",
        },
      ],
      recommendations: [
        {
          number: "i",
          text: "Approve a single grant of £20,000 for the demand between April 2016 and March 2017.",
        },
      ],
      implications: allLow,
      contact: {
        post: "register/post/opcc-derbyshire.head-of-commissioning",
        telephone: "0300 122 6013",
      },
      backgroundPapers: [],
      attachments: [],
    },
  ),
  report(
    "16",
    "D",
    "Recommendation for the intention to award the contract for the provision of medical services in custody and sexual offence examination",
    {
      author: [commissioner],
      date: "2017-03-20",
      purpose: [{ number: "1.1", text: "Ask for approval to award the contract." }],
      recommendations: [
        {
          number: "i",
          text: "Approve the award to Castlerock Recruitment Group Limited from 1 June 2017 to 31 May 2019 for £1,990,821.85, with two options of twelve months each.",
        },
      ],
      implications: allBlank,
      contact: {
        post: "register/post/opcc-derbyshire.head-of-commissioning",
        telephone: "03001226013",
      },
      about: procured("16"),
    },
  ),
  report(
    "17",
    "E",
    "Recommendation to award the contract for Police and Crime Commissioner media and communication services",
    {
      author: [commissioner],
      date: "2017-05-04",
      purpose: [
        {
          number: "1.1",
          text: "Propose to award the contract to Better Times Limited from 1 July 2017 to 30 November 2020 for £100,600.",
        },
      ],
      recommendations: [
        {
          text: "Approve the award to Better Times Limited from 1 July 2017 to 30 November 2020 for £106,600.00.",
        },
      ],
      implications: allBlank,
      about: procured("17"),
    },
  ),
  report(
    "18",
    "F",
    "Recommendation for the award of contract for the supply of a DSE (display screen equipment) e-learning solution",
    {
      author: [commissioner],
      date: "2017-05-02",
      purpose: [
        {
          number: "1",
          text: "Propose a contract of five years for training, at £24,323.70 in all.",
        },
      ],
      recommendations: [
        { text: "Approve the contract of five years with the preferred supplier, Worksite." },
      ],
      implications: allBlank,
      contact: { telephone: "0300 122 5964" },
      about: procured("18"),
    },
  ),
  report("19", "G", "Allocation of Commissioner's Community Safety Fund 2017-2020", {
    author: [financeOfficer],
    purpose: [
      {
        number: "1.1",
        text: "Consider the answer to proposals for funding, and the shares of partners for three years.",
      },
    ],
    recommendations: [
      { number: "i", text: "Offer the grants of Table 1." },
      {
        number: "ii",
        text: "Agree, with those who accept, payments that depend on monitoring and reports.",
      },
    ],
    contact: { post: financeOfficer },
    // Paragraph 3.9 lists all seven.
    objectives: [1, 2, 3, 4, 5, 6, 7].map(
      (number) => `register/objective/opcc-derbyshire.2016.${number}`,
    ),
    attachments: [{ label: "Appendix A" }],
    printed: [
      fundReported.printed,
      printed("term", "2017- 2020", "2017-04-01/2020-03-31", ofTheFund("Title")),
      printed("term", "2017 – 2020", "2017-04-01/2020-03-31", ofTheFund("1.1")),
      printed("term", "2017 - 2020", "2017-04-01/2020-03-31", ofTheFund("3.2")),
      printed(
        "term",
        "2017/20",
        "2017-04-01/2020-03-31",
        in2017({ item: "15A", paragraph: "2.2", table: "Decisions" }),
      ),
      printed("term-years", "three year", "3", ofTheFund("3.2")),
      printed("term-years", "three year", "3", ofTheFund("3.6")),
      printed("term-years", "three years", "3", ofTheFund("3.8")),
      printed("before.1", "2014 - 2016", "2014-04-01/2016-03-31", ofTheFund("3.1")),
      printed("before.2", "2016- 17", "2016-04-01/2017-03-31", ofTheFund("3.1")),
      printed("reports-from-partners", "two", "2", ofTheFund("3.5")),
    ],
    relations: [
      fundReported.relation,
      { kind: "period", periods: ["term"], years: "term-years" },
      {
        kind: "period",
        periods: ["before.1", "before.2", "term"],
        adjoining: true,
        because: "The fund was awarded for one period after another.",
      },
    ],
  }),
  report(
    "20",
    "H",
    "Police and Crime Commissioner Community Action Grant awards: small grants, round two",
    {
      author: [financeOfficer],
      purpose: [{ number: "1.1", text: "Approve twelve small grants of the second round." }],
      recommendations: [
        { number: "i", text: "Approve the twelve grants of Table 1, £26,280.70 in all." },
      ],
      implications: allLow,
      contact: { post: financeOfficer, telephone: "0300 122 6005" },
      printed: [grantsReported.printed],
      relations: [grantsReported.relation],
    },
  ),
];
