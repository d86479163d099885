import type { ExampleRecord } from "../example-record.ts";
import { agenda, agendaItem } from "../meeting-records.ts";
import { in2017 } from "../papers.ts";

const meeting = "meetings/meeting/sgb.2017-05-22";
const chiefExecutive = ["register/post/opcc-derbyshire.chief-executive"];
const chiefConstable = ["register/post/derbyshire-constabulary.chief-constable"];

/** The decisions whose reports item 15A attaches, in the order of its appendices. */
const decided = ["13", "14", "15", "16", "17", "18", "19", "20"];

const sections = [
  ["minutes", "Minutes"],
  ["actions-and-plan", "Actions and forward plan"],
  ["commissioner", "Reports of the Chief Executive"],
  ["constabulary", "Reports of the Chief Constable"],
  ["decisions", "Decisions"],
] as const;

const items = [
  [
    "4A",
    "Minutes of the Strategic Governance Board, 27 March 2017",
    "minutes",
    { kind: "minutes" },
  ],
  [
    "4B",
    "Minutes of the Joint Audit, Risk Assurance Committee, 9 March 2017",
    "minutes",
    { kind: "minutes" },
  ],
  ["5", "Review of actions", "actions-and-plan", { kind: "review-of-actions" }],
  ["6", "Forward plan", "actions-and-plan", { kind: "forward-plan" }],
  ["11A", "Commissioner's casework update report", "commissioner", { lead: chiefExecutive }],
  [
    "11B",
    "Community engagement and consultation planning 2016-20",
    "commissioner",
    { lead: chiefExecutive },
  ],
  [
    "11C",
    "Report from the chairs of the safeguarding adults and safeguarding children boards",
    "commissioner",
    { lead: chiefExecutive },
  ],
  ["11D", "Domestic abuse partners report", "commissioner", { lead: chiefExecutive }],
  ["12A", "Domestic abuse", "constabulary", { lead: chiefConstable }],
  ["12B", "Safeguarding children", "constabulary", { lead: chiefConstable }],
  ["12C", "Safeguarding adults", "constabulary", { lead: chiefConstable }],
  ["12D", "Rape and serious sexual assault", "constabulary", { lead: chiefConstable }],
  ["12E", "Performance scorecards", "constabulary", { lead: chiefConstable }],
  ["12F", "Health and safety update", "constabulary", { lead: chiefConstable }],
  ["12G", "National Air Support Service (NPAS)", "constabulary", { lead: chiefConstable }],
  [
    "15A",
    "Decisions taken but not yet reported to the Strategic Governance Board",
    "decisions",
    {
      kind: "decisions",
      lead: chiefExecutive,
      papers: ["sgb.2017-05-22.15a", ...decided.map((number) => `opcc.2017-${number}`)].map(
        (id) => `meetings/paper/${id}`,
      ),
    },
  ],
] as const;

/**
 * The items of 22 May 2017, as the papers head themselves: the pack has no page with the agenda. Its
 * numbers leave room for items without a paper.
 */
export const agenda2017: readonly ExampleRecord[] = [
  agenda({
    id: "sgb.2017-05-22",
    meeting,
    sections: sections.map(([id, title]) => ({ id, title, session: "open" })),
    sources: [in2017()],
  }),
  ...items.map(([number, title, section, also], order) =>
    agendaItem({
      id: `sgb.2017-05-22.${number.toLowerCase()}`,
      meeting,
      number,
      title,
      order,
      section,
      ...also,
      sources: [in2017({ item: number })],
    }),
  ),
];
