import { type ExampleRecord, printed } from "../example-record.ts";
import { allLow } from "../implications.ts";
import { paper } from "../meeting-records.ts";
import { in2017 } from "../papers.ts";
import {
  figures12A,
  figures12B,
  figures12C,
  figures12D,
  figures12E,
  figures12F,
  figures12G,
} from "./constabulary-figures.ts";
import { domesticAbusePartnersReport, safeguardingBoardsReport } from "./reports-of-partners.ts";

const chiefExecutive = "register/post/opcc-derbyshire.chief-executive";
const chiefConstable = "register/post/derbyshire-constabulary.chief-constable";

const report = (number: string, title: string, fields: object): ExampleRecord =>
  paper({
    id: `sgb.2017-05-22.${number.toLowerCase()}`,
    title,
    body: "register/body/strategic-governance-board",
    meeting: "meetings/meeting/sgb.2017-05-22",
    item: `meetings/agenda-item/sgb.2017-05-22.${number.toLowerCase()}`,
    ...fields,
    sources: [in2017({ item: number })],
  });

const objectives = (...numbers: readonly number[]) =>
  numbers.map((number) => `register/objective/opcc-derbyshire.2016.${number}`);

const assurance = (number: string) => [
  {
    number,
    text: "Decide whether the commissioner is directly assured that this work is run well.",
  },
];

const enquiries = {
  telephone: "0300 122 4140",
  email: "sgbenquiries@derbyshire.pnn.police.uk",
};

const priority = (text: string) => [
  {
    number: "1.1",
    text: `Show the commissioner and the public what progress the constabulary makes on the strategic priority of ${text}.`,
  },
];

const commissionersReports: readonly ExampleRecord[] = [
  report("11A", "Commissioner's casework update report", {
    author: [chiefExecutive],
    purpose: [{ number: "1", text: "Report the casework of the twelve months to March 2017." }],
    recommendations: [
      {
        number: "i",
        text: "Note the report, and take assurance from how the office handles what the public raises.",
      },
    ],
    information: [
      {
        number: "2",
        text: "What is for the force or for others is passed on; the commissioner is told what came of it.",
      },
      {
        number: "3",
        text: "Contacts rose by 5 % to 387, of which 300 went to the force; complaints fell by 16 %. Most were about service, then traffic, then anti-social behaviour.",
      },
    ],
    contact: { post: chiefExecutive, telephone: "0300 1226000" },
    backgroundPapers: [],
    attachments: [{ label: "Appendix A", title: "Casework tables of contact received" }],
  }),
  report("11B", "Community engagement and consultation planning 2016-20", {
    author: [chiefExecutive],
    purpose: [
      {
        number: "1.1",
        text: "Tell the board what public engagement is planned for the coming months.",
      },
    ],
    recommendations: [
      {
        number: "i",
        text: "Note and approve the plans for engagement and how far they have come.",
      },
      {
        number: "ii",
        text: "Note the commissioner's undertaking to reach as many communities as possible in his term.",
      },
    ],
    contact: {
      post: chiefExecutive,
      telephone: "0300 122 6000",
      email: "pccoffice@derbyshire.pnn.police.uk",
    },
    attachments: [{ label: "Appendix A", title: "Community Engagement Strategy 2016-20" }],
    information: [
      {
        number: "2.2",
        text: "The law asks that communities are engaged and consulted.",
      },
      {
        number: "2.4",
        text: "The commissioner elected in May 2016 launched his plan that September, with seven priorities.",
      },
      {
        number: "2.5",
        text: "The strategy for engagement over his term followed; visits go on all year, and the public ones are announced.",
      },
      {
        number: "2.8",
        text: "Three surveys run: of everyone, of victims, and on hate crime.",
      },
      {
        number: "2.9",
        text: "The tour of all 383 towns and villages is to have reached 83 by the end of June.",
      },
      { number: "2.10", text: "The strategy is reviewed every year." },
    ],
    printed: [printed("elected", "May 2016", "2016-05", in2017({ item: "11B", paragraph: "2.4" }))],
    relations: [
      {
        kind: "order",
        dates: ["elected", { record: "register/plan/opcc-derbyshire.2016", of: "/launched" }],
        because: "The plan is his who was elected.",
      },
    ],
  }),
  report(
    "11C",
    "Report from the chairs of the safeguarding adults and safeguarding children boards",
    {
      author: [chiefExecutive],
      part: "I",
      purpose: [
        { number: "1.1", text: "Receive the reports of the city's and the county's boards." },
      ],
      ...safeguardingBoardsReport,
      recommendations: [{ number: "i", text: "Note the partnership work." }],
      implications: allLow,
      contact: { post: chiefExecutive, telephone: "0300 122 6021" },
      attachments: [
        { label: "Appendix A", title: "Report of the Derby City Safeguarding Adults Board" },
        { label: "Appendix B", title: "Report of the Derbyshire Safeguarding Adults Board" },
        {
          label: "Appendix C",
          title: "Joint report of the Derby City and Derbyshire Safeguarding Children Boards",
        },
      ],
    },
  ),
  report("11D", "Domestic abuse partners report", {
    author: [chiefExecutive],
    purpose: [
      {
        number: "1.1",
        text: "Sum up the issues, risks and threats that organisations working with victims raise.",
      },
    ],
    ...domesticAbusePartnersReport,
    recommendations: [{ number: "i", text: "Note the report and consider what it raises." }],
    contact: { post: chiefExecutive, telephone: "0300 122 6007" },
    attachments: [
      { label: "Appendix A", title: "Report from Trident Reach" },
      {
        label: "Appendix B",
        title: "Report from the Derbyshire Domestic Abuse Services Consortium",
      },
      { label: "Appendix C", title: "Report from Refuge" },
      { label: "Appendix D", title: "Report from Derbyshire County Council" },
    ],
  }),
];

const constabularysReports: readonly ExampleRecord[] = [
  report("12A", "Domestic abuse", {
    ...figures12A,
    author: [chiefConstable],
    purpose: priority("domestic abuse"),
    recommendations: assurance("8.1"),
    implications: allLow,
    contact: enquiries,
    attachments: [{ label: "Appendix A", title: "National Domestic Abuse Action Plan" }],
    objectives: objectives(1, 2),
  }),
  report("12B", "Safeguarding children", {
    ...figures12B,
    author: [chiefConstable],
    purpose: priority("safeguarding children"),
    recommendations: assurance("16.1"),
    contact: enquiries,
    objectives: objectives(1, 2, 5),
  }),
  report("12C", "Safeguarding adults", {
    ...figures12C,
    author: [chiefConstable],
    purpose: priority("safeguarding adults"),
    recommendations: assurance("6.1"),
    contact: enquiries,
    objectives: objectives(2, 3),
  }),
  report("12D", "Rape and serious sexual assault", {
    ...figures12D,
    author: [chiefConstable],
    part: "I",
    stamp: "Section B",
    purpose: priority("rape and serious sexual assault"),
    recommendations: assurance("7.1"),
    implications: allLow,
    contact: enquiries,
    // By its words: the number that it gives to the second of them is another objective's.
    objectives: objectives(1, 2),
  }),
  report("12E", "Performance scorecards", {
    ...figures12E,
    author: [chiefConstable],
    purpose: [
      { number: "1.1", text: "Note the latest scorecards of each chief officer's business." },
    ],
    recommendations: assurance("3.1"),
    contact: enquiries,
    backgroundPapers: [{ title: "Appendix A: Chief Officer Scorecards" }],
  }),
  report("12F", "Health and safety update", {
    ...figures12F,
    author: [chiefConstable],
    purpose: [{ number: "1.1", text: "Inform the commissioner of matters of health and safety." }],
    recommendations: assurance("8.1"),
    contact: { ...enquiries, email: "swbenquiries@derbyshire.pnn.police.uk" },
  }),
  report("12G", "National Air Support Service (NPAS)", {
    ...figures12G,
    author: [chiefConstable],
    purpose: [
      {
        number: "1.1",
        text: "Report each half-year how well the air support works that Derbyshire joined on 1 October 2013.",
      },
      { number: "1.2", text: "Say what has to be seen to in the coming months." },
    ],
    contact: { ...enquiries, telephone: "0300 122 4196" },
    attachments: [{ label: "Appendix A", title: "Actioned calls, January to December 2016" }],
  }),
];

const decided = [
  ["A", "13"],
  ["B", "14"],
  ["C", "15"],
  ["D", "16"],
  ["E", "17"],
  ["F", "18"],
  ["G", "19"],
  ["H", "20"],
] as const;

const noted = in2017({ item: "15A", paragraph: "2.3" });

/** The papers of 22 May 2017, but for the reports of decisions that item 15A brings as its appendices. */
export const reports2017: readonly ExampleRecord[] = [
  ...commissionersReports,
  ...constabularysReports,
  report("15A", "Decisions taken but not yet reported to the Strategic Governance Board", {
    author: [chiefExecutive],
    part: "I",
    purpose: [
      {
        number: "1.1",
        text: "Record the decisions of the commissioner that no agenda of the board has shown.",
      },
    ],
    information: [
      {
        number: "2.1",
        text: "The protocol on meetings asks that what is decided between two meetings is reported to the next.",
      },
      {
        number: "2.2",
        text: "Each decision goes on the commissioner's website once it is made; the reports that are not confidential are attached.",
      },
    ],
    recommendations: [
      { number: "2.3", text: "Note decisions 13/2017 to 20/17 as published in the decision log." },
    ],
    contact: { post: chiefExecutive, telephone: "03001226007" },
    attachments: decided.map(([letter, number]) => ({
      label: `Appendix ${letter}`,
      paper: `meetings/paper/opcc.2017-${number}`,
    })),
    about: decided.map(([, number]) => `meetings/decision/opcc.2017-${number}`),
    printed: [
      printed("decisions.first", "13-20/2017", "13", noted),
      printed("decisions.last", "13-20/2017", "20", noted),
      printed("appendices", "Appendix H", "8", in2017({ item: "15A", table: "Decisions" })),
    ],
    relations: [
      {
        kind: "derived",
        operation: "sum",
        of: [
          { record: "meetings/minutes/sgb.2017-03-27", of: "decisions.last" },
          { constant: "1" },
        ],
        result: "decisions.first",
        because: "The log runs on from the decisions that were noted at the meeting before.",
      },
      {
        kind: "derived",
        operation: "sum",
        of: [{ record: "meetings/minutes/sgb.2017-03-27", of: "decisions.last" }, "appendices"],
        result: "decisions.last",
        because: "Each decision has one appendix, A to H.",
      },
    ],
  }),
];
