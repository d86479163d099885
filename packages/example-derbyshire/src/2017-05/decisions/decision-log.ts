import { type ExampleRecord, printed } from "../../example-record.ts";
import { decision } from "../../meeting-records.ts";
import { in2017 } from "../../papers.ts";

/**
 * The table of decisions under item 15A. Its columns run into each other in the published text; the
 * signatures follow the order of the appendices, and agree with the dates on the reports.
 */
const log = in2017({ item: "15A", paragraph: "2.2", table: "Decisions" });

/** The day of signature as the log prints it. */
export const signed = (text: string, date: string) => printed("/decided", text, date, log);

/** That the log prints the day of signature once for an award and its decision, after the report's own. */
export const signedOnReport = (number: string) => [
  {
    kind: "same",
    figures: ["/decided", { record: `meetings/decision/opcc.2017-${number}`, of: "/taken" }],
  },
  {
    kind: "order",
    dates: ["/reported", "/decided"],
    because: "A decision is signed on its report, so not before it.",
  },
];

/** The body that decided. */
export const commissioner = "register/body/opcc-derbyshire";

/** The sources of a decision: its report and the log. */
export const reportAndLog = (appendix: string) => [in2017({ item: `15A, ${appendix}` }), log];

const decisions = [
  [
    "13/2017",
    "14 March 2017",
    "2017-03-14",
    "A",
    "Recommendation for the award of contract for the refurbishment of Block B",
  ],
  [
    "14/17",
    "20 March 2017",
    "2017-03-20",
    "B",
    "Recommendation for the Award of Contract for the Refurbishment of Chesterfield HQ",
  ],
  [
    "15/17",
    "6 April 2017",
    "2017-04-06",
    "C",
    "Provision of funding to support the additional demand on SV2 Counselling Services for 2016/17",
  ],
  [
    "16/17",
    "20 March 2017",
    "2017-03-20",
    "D",
    "Recommendation for the intention to award the contract for the provision of medical services in custody and sexual offence examination",
  ],
  [
    "17/17",
    "4 May 2017",
    "2017-05-04",
    "E",
    "Recommendation for the Award of Contract for the Police and Crime Commissioner Media Communication Services",
  ],
  [
    "18/17",
    "2 May 2017",
    "2017-05-02",
    "F",
    "Recommendation for the Award of Contract for the Supply of a Display Screen Equipment (DSE) E-Learning Solution",
  ],
  ["19/17", "11 May 2017", "2017-05-11", "G", "Award of Community Safety Fund 2017/20"],
  [
    "20/17",
    "11 May 2017",
    "2017-05-11",
    "H",
    "Police and Crime Commissioner Community Action Grant – Small Grant Awards – Round 2",
  ],
] as const;

/** What the decisions that are not on a contract gave. */
const granted: Readonly<Record<string, string>> = {
  15: "funding/award/opcc.2017-15",
  19: "funding/allocation-table/opcc-derbyshire.community-safety.2017",
  20: "funding/round/opcc-derbyshire.community-action.small.2016-2",
};

/** The decisions that were put before the board of 22 May 2017. */
export const decisionLog: readonly ExampleRecord[] = decisions.map(
  ([number, text, taken, appendix, title]) => {
    const id = `opcc.2017-${number.slice(0, 2)}`;
    return decision({
      id,
      body: commissioner,
      number,
      title,
      taken,
      by: "register/post/opcc-derbyshire.commissioner",
      report: `meetings/paper/${id}`,
      reportLabel: `Appendix ${appendix}`,
      about: [granted[number.slice(0, 2)] ?? `procurement/award/${id}`],
      reportedTo: "meetings/meeting/sgb.2017-05-22",
      sources: reportAndLog(`Appendix ${appendix}`),
      printed: [printed("/taken", text, taken, log), printed("/number", number, number, log)],
    });
  },
);
