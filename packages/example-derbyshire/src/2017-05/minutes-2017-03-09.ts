import { type ExampleRecord, printed } from "../example-record.ts";
import {
  action,
  attendance,
  declarationOfInterest,
  type Matter,
  minuted,
  minutes,
} from "../meeting-records.ts";
import { in2017 } from "../papers.ts";

const id = "jarac.2017-03-09";
const meeting = `meetings/meeting/${id}`;
const body = "register/body/joint-audit-risk-assurance-committee";
const source = (place: object = {}) => in2017({ item: "4B, minutes of 9 March 2017", ...place });
const sources = [source()];
const financeOfficer = "register/post/opcc-derbyshire.chief-finance-officer";
const chiefExecutive = "register/post/opcc-derbyshire.chief-executive";
const internalAudit = "register/post/joint-audit-risk-assurance-committee.internal-auditor";
const constabulary = "register/body/derbyshire-constabulary";

const numbered = (prefix: string, ...texts: readonly string[]) =>
  texts.map((text, index) => ({ number: `${prefix}.${index + 1}`, text }));

const auditPlan =
  "Take assurance that this year's audit plan addresses what matters and is being delivered.";
const partial = "Take partial assurance that work in partnerships is well governed and well done.";

const matters: readonly Matter[] = [
  {
    id: "1",
    minute: "01/17",
    title: "Apologies",
    item: { kind: "apologies" },
    paragraphs: numbered("01", "There were none."),
  },
  {
    id: "2",
    minute: "02/17",
    title: "Declarations of interest",
    item: { kind: "declarations" },
    paragraphs: numbered("02", "There were none."),
    resolved: [
      {
        number: "1",
        text: "It is noted that no member declared a personal or prejudicial interest.",
        outcome: "noted",
      },
    ],
  },
  {
    id: "3",
    minute: "03/17",
    title: "Minutes of the meeting of 15 December 2016",
    item: { kind: "minutes" },
    paragraphs: numbered(
      "3",
      "The audit of network security is complete and gives assurance; the report can be circulated.",
      "The update on professional standards that the board receives is to come to the committee in June.",
      "A further report on the recording of crime and incidents is to come in June.",
      "A new chief constable, likely to be in place by June, may wish to attend then, as may the commissioner.",
      "The seminar on risks and threats is likely to be held in November; no day is set.",
    ),
    resolved: [
      {
        number: "1",
        text: "The minutes of 15 December 2016 are confirmed.",
        outcome: "confirmed",
      },
    ],
  },
  {
    id: "4",
    minute: "04/17",
    title: "Review of actions",
    item: { kind: "review-of-actions" },
    paragraphs: numbered(
      "4",
      "14 July 2016, internal audit progress: the information on personnel transactions has been given, and the action is removed.",
      "15 December 2016, shared legal services: their management goes before the deputies' board twice a year, next on 27 September; the committee is to have a report in December.",
    ),
    resolved: [{ number: "1", text: "The review is noted.", outcome: "noted" }],
  },
  {
    id: "5",
    minute: "05/17",
    title: "Internal audit – progress report 2016/17",
    paragraphs: numbered(
      "5",
      "One report of the year's plan, on partnerships, was finished since the last meeting. That on information technology, and the second check of regularity, are to come in June.",
      "Of the regional audits, shared personnel services and the commercial unit had satisfactory assurance, legal services limited assurance.",
      "Four significant recommendations of the partnerships report had not been agreed by management, which gave concern.",
      "The plan depends on partnerships and the register holds them as a high risk; yet the recommendations were not being acted on, and the next audit would be in 2019/20.",
      "The office is to be restructured with more for partnerships. The chief finance officer and the chief executive will go through the report with internal audit again, and report back if need be.",
      "Members could not take the assurance that was proposed, and amended the recommendations.",
    ),
    resolved: [
      {
        number: "1",
        text: "Assurance is taken that this year's audit plan addresses what matters and is being delivered.",
        outcome: "assurance",
      },
      {
        number: "2",
        text: "Partial assurance is taken that work in partnerships is well governed and well done.",
        outcome: "partial assurance",
      },
    ],
    resolution: {
      recommendation: {
        put: [
          { text: auditPlan },
          {
            text: "Take assurance that work in partnerships is well governed and well done.",
          },
        ],
        agreed: [
          { number: "i", text: auditPlan },
          { number: "ii", text: partial },
        ],
        reason: "Four significant recommendations of the audit had not been agreed by management.",
      },
    },
  },
  {
    id: "6",
    minute: "06/17",
    title: "Strategy for internal audit 2017/18 to 2019/20 and internal audit plan 2017/18",
    paragraphs: numbered(
      "6",
      "The drafts were before the members.",
      "Audits with priority recommendations but no agreed action gave concern; two of them were not due again until 2019/20, and members asked whether they should come sooner.",
      "Members can ask for more once they have received the follow-up.",
      "The follow-up report will say whether what was done in place of a recommendation worked. The plan can still be changed.",
      "The estates audit is due in 2017/18; its draft terms will be circulated.",
    ),
    resolved: [
      { number: "1", text: "The strategy and the plan were reviewed.", outcome: "reviewed" },
      {
        number: "2",
        text: "The final plan is recommended to the chief constable and the commissioner for approval.",
        outcome: "recommended",
      },
    ],
  },
  {
    id: "7",
    minute: "07/17",
    title: "External audit plan 2016/17",
    paragraphs: numbered(
      "7",
      "The external auditor presented the plan.",
      "The fees do not change: the commissioner's is £31,035, the chief constable's £15,000; more will fall due for the pension revaluation and changes of the accounting code.",
    ),
    resolved: [
      { number: "1", text: "The plan is received.", outcome: "received" },
      { number: "2", text: "No matter of concern was raised with the auditor." },
    ],
  },
  {
    id: "8",
    minute: "08/17",
    title: "HMIC value for money profiles 2016",
    paragraphs: numbered(
      "8",
      "The summary and the profile were attached.",
      "The committee had asked for a summary only, and for assurance on how the data are used.",
      "The force spends less than most forces like it and than the average, and inspections grade it among the best. The profiles go to the efficiency board.",
      "Members asked to see that board's report.",
    ),
    resolved: [
      {
        number: "1",
        text: "Reassurance is taken that the force goes on giving value for money.",
        outcome: "reassurance",
      },
    ],
  },
  {
    id: "9",
    minute: "09/17",
    title: "Summary report on the budget and precept process 2017/18",
    paragraphs: numbered("09", "The report summed up how budget and precept were made."),
    resolved: [
      {
        number: "1",
        text: "Reassurance is taken that due process was followed.",
        outcome: "reassurance",
      },
    ],
  },
  {
    id: "10",
    minute: "10/17",
    title: "2016/17 year end accounting arrangements and the accounting policies",
    paragraphs: numbered(
      "10",
      "The accounts will be presented otherwise from the year end of 2017/18, which is a challenge.",
      "The timetable was revised so that a trial can be run.",
      "The external auditor is recruiting and expects to meet next year's earlier deadline.",
      "Changes to the accounts will be shown as tracked changes.",
      "A change on pension costs and a section that last year's policies had were queried; the constabulary will check where the section went.",
    ),
    resolved: [
      {
        number: "1",
        text: "Reassurance is taken that the plans for closing the accounts of 2016/17 are robust.",
        outcome: "reassurance",
      },
      {
        number: "2",
        text: "The accounting policies of both are approved, and the analysis is noted.",
        outcome: "approved",
      },
    ],
  },
  {
    id: "11",
    minute: "11/17",
    title: "OPCC risk register",
    item: { toFollow: ["Risk register"] },
    paragraphs: numbered(
      "11",
      "The register came later than the agenda, by itself.",
      "Entries that did not belong were taken out and the risks aligned with the plan.",
      "The register will move to another system with fewer, strategic risks; members may take part.",
      "Members went through the risks. They doubted that partnerships fall from a high to a low risk, asked whose mental health risk 4.2 means, and asked how criticism of a grant award had been met: an independent scrutiny had found nothing wrong. The panel's minutes on it will be sent to them.",
    ),
    resolved: [{ number: "1", text: "The register and the update are noted.", outcome: "noted" }],
  },
];

const { items, resolutions, list } = minuted(id, source, matters);

const present: readonly object[] = [
  {
    member: "register/post/joint-audit-risk-assurance-committee.chair",
    inTheChair: true,
    capacity: "present",
  },
  {
    member: "register/post/joint-audit-risk-assurance-committee.member",
    number: 4,
    capacity: "present",
  },
  {
    member: financeOfficer,
    organisation: "register/body/opcc-derbyshire",
    capacity: "in-attendance",
  },
  {
    as: "Minute taker",
    organisation: "register/body/opcc-derbyshire",
    capacity: "in-attendance",
  },
  { as: "Officer of the force", organisation: constabulary, capacity: "in-attendance" },
  { as: "Internal auditor", capacity: "in-attendance" },
  { as: "External auditor", capacity: "in-attendance" },
];

const asked = (minute: string, paragraph: string, text: string, owners: readonly string[] = []) =>
  action({
    id: `${id}.${paragraph}`,
    body,
    meeting,
    item: `meetings/agenda-item/${id}.${Number(minute.slice(0, 2))}`,
    number: minute,
    text,
    owners,
    sources: [source({ paragraph })],
  });

/** The audit committee of 9 March 2017. */
export const minutes20170309: readonly ExampleRecord[] = [
  ...items,
  ...resolutions,
  ...present.map((each, index) =>
    attendance({ id: `${id}.a${String(index + 1).padStart(2, "0")}`, meeting, ...each, sources }),
  ),
  declarationOfInterest({
    id,
    meeting,
    kind: "none",
    sources: [source({ paragraph: "02/17" })],
  }),
  // Those without an owner: the minutes name nobody who is to do them.
  asked("03/17", "3.2", "Bring the update on professional standards to the meeting in June."),
  asked("03/17", "3.3", "Bring a further report on the recording of crime and incidents in June."),
  asked("04/17", "4.2", "Report in December on the assurance for shared legal services.", [
    financeOfficer,
  ]),
  asked(
    "05/17",
    "5.5",
    "Go through the partnerships report with internal audit again, and report back if need be.",
    [financeOfficer, chiefExecutive],
  ),
  asked("06/17", "6.4", "Say in the follow-up report whether what was done instead worked."),
  asked("06/17", "6.5", "Send the members the draft terms of the estates audit.", [internalAudit]),
  asked("08/17", "8.4", "Show the members the efficiency board's report."),
  asked("10/17", "10.4", "Show changes to the accounts as tracked changes."),
  asked("10/17", "10.5", "Check where the omitted section of the accounting policies went.", [
    constabulary,
  ]),
  asked("11/17", "11.4", "Ask whose mental health risk 4.2 means, and report back.", [
    financeOfficer,
  ]),
  action({
    id: `${id}.11.4-2`,
    body,
    meeting,
    item: `meetings/agenda-item/${id}.11`,
    number: "11/17",
    text: "Send the members the panel's minutes on the award of the grant.",
    owners: [],
    sources: [source({ paragraph: "11.4" })],
  }),
  minutes({
    id,
    meeting,
    status: "approved",
    closedAt: "13:15",
    minutes: list,
    sources,
    printed: [
      printed("/closedAt", "13:15", "13:15", source({ paragraph: "Meeting closed" })),
      printed("regional-audits", "three", "3", source({ paragraph: "5.2" })),
      printed("regional-audits.satisfactory", "both", "2", source({ paragraph: "5.2" })),
      printed("regional-audits.limited", "EM Legal Services", "1", source({ paragraph: "5.2" })),
    ],
    relations: [
      {
        kind: "total",
        parts: ["regional-audits.satisfactory", "regional-audits.limited"],
        total: "regional-audits",
      },
    ],
  }),
];
