import type { ExampleRecord } from "../example-record.ts";
import { action } from "../meeting-records.ts";
import { in2017 } from "../papers.ts";

const review = in2017({ item: "5 Review of actions" });
const march = in2017({ item: "4A, minutes of 27 March 2017", paragraph: "5" });
const may = "meetings/meeting/sgb.2017-05-22";
const constabulary = "register/body/derbyshire-constabulary";

const asked = (day: string, number: string, serial: number, fields: object): ExampleRecord =>
  action({
    id: `sgb.${day}.${number.toLowerCase()}-${serial}`,
    body: "register/body/strategic-governance-board",
    meeting: `meetings/meeting/sgb.${day}`,
    number,
    carriedTo: [may],
    sources: [review],
    ...fields,
  });

/** The actions that were carried to 22 May 2017, with the progress reported there. None is said to be closed. */
export const reviewOfActions2017: readonly ExampleRecord[] = [
  asked("2016-06-27", "12B", 1, {
    heading: "Domestic abuse",
    text: "Give the commissioner a map of the process for incidents that involve children.",
    owners: [
      "register/post/opcc-derbyshire.chief-executive",
      "register/post/opcc-derbyshire.head-of-commissioning",
    ],
    progress: [
      {
        meeting: may,
        text: "The map has come, and what is needed to align the city's and the county's.",
      },
    ],
  }),
  asked("2016-09-19", "4", 1, {
    heading: "Minutes",
    text: "Arrange the outstanding meeting with the regional Protect officer and the visit to the centre in London that defends against cyber-crime.",
    owners: ["register/post/opcc-derbyshire.personal-assistant"],
    progress: [{ meeting: may, text: "In hand." }],
  }),
  asked("2017-01-23", "12A", 1, {
    heading: "Chief Constable's scorecards",
    text: "Find out why the rate of positive outcomes fell, and tell the commissioner.",
    owners: [constabulary],
    progress: [
      {
        meeting: "meetings/meeting/sgb.2017-03-27",
        text: "An assistant chief constable is to report on it.",
      },
      { meeting: may, text: "Given in the reports to the board in March 2017." },
    ],
    carriedTo: ["meetings/meeting/sgb.2017-03-27", may],
    sources: [review, march],
  }),
  asked("2017-01-23", "12A", 2, {
    heading: "Chief Constable's scorecards",
    text: "Share the figures on gun crime, which the scorecard lacked, outside the meeting.",
    owners: [constabulary],
    progress: [{ meeting: may, text: "The scorecards now have them." }],
  }),
  asked("2017-01-23", "12C", 1, {
    heading: "Hate crime and community tensions",
    text: "Share the problem profile of hate crime and of falling detection when it is done.",
    owners: ["register/post/derbyshire-constabulary.assistant-chief-constable"],
    progress: [{ meeting: may, text: "Not done; expected by the end of May 2017." }],
  }),
  asked("2017-03-27", "12D", 1, {
    heading: "Information services",
    text: "Tell the commissioner what most endangers the emergency services' new mobile network.",
    item: "meetings/agenda-item/sgb.2017-03-27.12d",
    owners: ["register/post/derbyshire-constabulary.assistant-chief-constable"],
    progress: [
      {
        meeting: may,
        text: "An update came by email on 15 May 2017; a confidential briefing is being arranged.",
      },
    ],
  }),
];
