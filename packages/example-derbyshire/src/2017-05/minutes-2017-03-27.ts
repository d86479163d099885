import { type ExampleRecord, printed } from "../example-record.ts";
import {
  action,
  agenda,
  attendance,
  declarationOfInterest,
  type Matter,
  minuted,
  minutes,
} from "../meeting-records.ts";
import { in2017 } from "../papers.ts";

const id = "sgb.2017-03-27";
const meeting = `meetings/meeting/${id}`;
const printedAs = "4A, minutes of 27 March 2017";
const source = (place: object = {}) => in2017({ item: printedAs, ...place });

const commissioner = "register/body/opcc-derbyshire";
const constabulary = "register/body/derbyshire-constabulary";
const chiefConstable = "register/post/derbyshire-constabulary.chief-constable";
const assistant = "register/post/derbyshire-constabulary.assistant-chief-constable";
const chiefExecutive = "register/post/opcc-derbyshire.chief-executive";

const directAssurance = {
  resolved: [
    {
      text: "The commissioner is directly assured that this work is run well.",
      outcome: "direct assurance",
    },
  ],
  resolution: { outcome: "direct assurance" },
};

const numbered = (
  number: string,
  title: string,
  paragraphs: readonly string[],
  { lead, kind, ...also }: Partial<Matter> & { lead?: string; kind?: string } = {},
): Matter => ({
  id: number.toLowerCase(),
  title,
  minute: number,
  item: {
    number,
    ...(lead !== undefined && { lead: [lead] }),
    ...(kind !== undefined && { kind }),
    ...also.item,
  },
  paragraphs,
  ...(also.resolved !== undefined && { resolved: also.resolved }),
  ...(also.resolution !== undefined && { resolution: also.resolution }),
});

const noted = { resolved: [{ text: "The report is noted.", outcome: "noted" }] };

const opening: readonly Matter[] = [
  {
    id: "ask",
    title: "Ask the SGB",
    item: { kind: "questions" },
    paragraphs: [
      "Questions had come in beforehand and others were put by the public at the meeting; a note of all of them, with the answers, is on the commissioner's website.",
    ],
  },
  numbered("1", "Apologies", ["There were none."], { kind: "apologies" }),
  numbered("2", "Declarations of interest", ["There were none."], { kind: "declarations" }),
  numbered(
    "3A",
    "Announcements from the Commissioner",
    [
      "A minute's silence was kept for those who were killed in the attack in London.",
      "Interviews for a new Chief Constable were to be held on 31 March 2017.",
    ],
    { kind: "announcements" },
  ),
  numbered(
    "3B",
    "Announcements from the Chief Constable",
    ["Police cadets of the county were runners-up for the High Sheriff's award against crime."],
    { kind: "announcements" },
  ),
  numbered("4A", "Minutes and digest of decisions", [], {
    kind: "minutes",
    resolved: [{ text: "The minutes and the digest are noted.", outcome: "noted" }],
  }),
  numbered("4B", "Minutes of the audit committee, 15 December 2016", [], {
    kind: "minutes",
    resolved: [{ text: "The minutes are noted.", outcome: "noted" }],
  }),
  numbered(
    "5",
    "Review of actions",
    [
      "12A of 23 January 2017: an assistant chief constable will tell the commissioner why the rate of positive outcomes fell.",
      "12D of 23 January 2017: the commissioner has been briefed on the changes to bail; recordings cannot yet be sent to the prosecutors electronically, and digital courts are nine months or more away.",
    ],
    { kind: "review-of-actions" },
  ),
  numbered("6", "Forward plan", [], {
    kind: "forward-plan",
    resolved: [{ text: "The plan is noted.", outcome: "noted" }],
  }),
  {
    id: "mobile-data",
    title: "Mobile data",
    item: { kind: "presentation", lead: [constabulary] },
    paragraphs: [
      "The constabulary showed the devices that are being given to its officers, what runs on them and how much they are used; a device costs £1.20 for each officer and day.",
      "Terminals at stations will be reduced when officers are at home with the devices. The public has to be told that an officer at a screen is at work.",
    ],
  },
];

const commissionersReports: readonly Matter[] = [
  numbered(
    "11A",
    "Independent custody visitor scheme – update",
    [
      "A visitor of long standing presented the report: how visits are made, and that sheets in 15 languages had been welcome.",
      "The commissioner will write to the chief executives of all clinical commissioning groups of the county on the lack of secure places for children.",
    ],
    directAssurance,
  ),
  numbered(
    "11B",
    "Police dog welfare visiting – visit statistics",
    ["The figures cover 1 September 2016 to 28 February 2017."],
    directAssurance,
  ),
  numbered(
    "11C",
    "PCC performance report",
    [
      "Recorded crime goes on rising slowly, much of it because victims report with more confidence. From April 2017 the national survey counts crime committed by computer.",
    ],
    { ...directAssurance, lead: commissioner },
  ),
  numbered(
    "11D",
    "Partner report – re-offending",
    [
      "The report serves the part of the commissioner's task that goes beyond the police. He called its risks worrying; the Youth Offending Service is cut each year.",
    ],
    { ...noted, lead: chiefExecutive },
  ),
  numbered(
    "11E",
    "Partner report – Remedi",
    [
      "Remedi presented its three services: for victims, for young victims, and for restorative justice. It offered to help with what the force writes for victims.",
      "The commissioner held that the ministry has to be pressed for more money for victims, since demand will outgrow what there is.",
    ],
    { ...directAssurance, lead: "register/body/remedi" },
  ),
  numbered(
    "11F",
    "Victim services",
    [
      "The services commissioned for victims were shown, with the value and the term of each contract and their common website. Remedi's has moved to police headquarters.",
      "A campaign on hate crime has begun with partners; restorative justice has to be made better known.",
    ],
    { ...directAssurance, lead: "register/post/opcc-derbyshire.head-of-commissioning" },
  ),
  numbered(
    "11G",
    "Stop search scrutiny panel",
    [
      "The new panel finds the powers rightly used on the whole. Missing entries on the forms, and cameras that were not switched on, are the common faults.",
    ],
    { ...directAssurance, lead: commissioner },
  ),
];

const constabularysReports: readonly Matter[] = [
  numbered(
    "12A",
    "Contact management department (CCMC) update",
    [
      "More emergency calls came in January than in either January before. Few are abandoned; the peaks came with new equipment. Calls to 101 fell with repeat callers.",
      "Staff are being trained to do both call-taking and dispatch. What the centre runs on has to be replaced, if possible within nine months.",
    ],
    { ...directAssurance, lead: assistant },
  ),
  numbered(
    "12B",
    "Restorative processes",
    [
      "A hundred cases had been sampled for the options of the Community Remedy that were used. The records system does not hold which option was chosen; changes to it should mend that.",
    ],
    { ...directAssurance, lead: constabulary },
  ),
  numbered(
    "12C",
    "The use of stop and search powers",
    [
      "More searches lead to an arrest than in earlier years. The electronic form cannot be sent unless every part is filled in; the deputy commissioner doubted that this makes the entries better, and more training was promised.",
    ],
    { ...directAssurance, lead: assistant },
  ),
  numbered(
    "12D",
    "Information services update",
    [
      "Six large systems were installed in twelve months; some switches had to wait. A personnel system and the last mobile devices follow this year.",
      "Loss of signal is a key risk of the new mobile network. It must be solved before old systems are switched off; the commissioner will be briefed outside the meeting.",
    ],
    { ...directAssurance, lead: constabulary },
  ),
  numbered(
    "12E",
    "HMIC effectiveness and overall PEEL assessment",
    [
      "The force is one of two of the 43 with the highest grade for legitimacy, and is graded good for effectiveness, outstanding on organised crime.",
    ],
    { ...directAssurance, lead: chiefConstable },
  ),
  numbered(
    "12F",
    "Acquisitive crime and offender management",
    [
      "The main threats are burglaries that are not detected, thefts from work vans, robbery and theft of fuel. A university found that harsher sentences leave offenders no reason to admit further offences; its work was passed to the Sentencing Council.",
      "Payment before fuelling would stop theft of fuel; businesses fear for their trade.",
    ],
    { ...directAssurance, lead: constabulary },
  ),
  numbered(
    "12G",
    "Police and crime delivery plan",
    [
      "The plan says how the force will deliver the seven strategic objectives. It came in good time.",
    ],
    { ...directAssurance, lead: chiefConstable },
  ),
  numbered(
    "14A",
    "Finance and resource briefing",
    ["The force's finances at period 11, the end of February 2017."],
    {
      ...directAssurance,
      lead: constabulary,
      item: { takenOutOfOrder: "So that its presenter could leave early." },
    },
  ),
  numbered(
    "15A",
    "Decisions taken and not yet reported to the Strategic Governance Board",
    ["The report listed the decisions since 23 January 2017."],
    {
      kind: "decisions",
      lead: chiefExecutive,
      resolved: [
        {
          text: "Decisions 06/2017 to 12/2017 are noted as published in the decision log.",
          outcome: "noted",
        },
      ],
    },
  ),
];

const matters = [...opening, ...commissionersReports, ...constabularysReports];
const names = matters.map((each) => each.id);
const upTo = names.indexOf("12d") + 1;
/** Item 14A was brought forward to follow 12D. */
const taken = [
  ...names.slice(0, upTo),
  "14a",
  ...names.slice(upTo).filter((name) => name !== "14a"),
];
const { items, resolutions, list } = minuted(id, source, matters, taken);

const attendees = [
  ["opcc-derbyshire.commissioner", commissioner],
  ["opcc-derbyshire.deputy-commissioner", commissioner],
  ["opcc-derbyshire.chief-executive", commissioner],
  ["opcc-derbyshire.chief-finance-officer", commissioner],
  ["derbyshire-constabulary.chief-constable", constabulary],
  ["derbyshire-constabulary.deputy-chief-constable", constabulary],
] as const;

const sources = [source()];

/** The Strategic Governance Board of 27 March 2017. */
export const minutes20170327: readonly ExampleRecord[] = [
  agenda({
    id,
    meeting,
    sections: [],
    sources,
  }),
  ...items,
  ...resolutions,
  ...attendees.map(([post, organisation], index) =>
    attendance({
      id: `${id}.a${index + 1}`,
      meeting,
      member: `register/post/${post}`,
      organisation,
      capacity: "in-attendance",
      sources,
    }),
  ),
  attendance({
    id: `${id}.a7`,
    meeting,
    member: assistant,
    number: 2,
    organisation: constabulary,
    capacity: "in-attendance",
    sources,
  }),
  attendance({
    id: `${id}.a8`,
    meeting,
    as: "Officer of the office",
    number: 2,
    organisation: commissioner,
    capacity: "in-attendance",
    sources,
  }),
  attendance({
    id: `${id}.a9`,
    meeting,
    as: "Officer of the force",
    organisation: constabulary,
    capacity: "in-attendance",
    sources,
  }),
  declarationOfInterest({
    id,
    meeting,
    kind: "none",
    sources: [source({ paragraph: "2" })],
  }),
  action({
    id: `${id}.11a-1`,
    body: "register/body/strategic-governance-board",
    meeting,
    item: `meetings/agenda-item/${id}.11a`,
    number: "11A",
    heading: "Independent custody visitor scheme",
    text: "Write to the chief executives of the clinical commissioning groups on the lack of secure places for children.",
    owners: ["register/post/opcc-derbyshire.commissioner"],
    sources: [source({ paragraph: "11A" })],
  }),
  minutes({
    id,
    meeting,
    status: "approved",
    closedAt: "17:10",
    minutes: list,
    sources,
    printed: [
      printed("/closedAt", "17:10", "17:10", source({ paragraph: "Meeting closed" })),
      printed("interviews", "Friday 31 March", "2017-03-31", source({ paragraph: "3A" })),
      printed("court-digitisation-months", "at least 9 months", "9", source({ paragraph: "5" }), {
        bound: "at-least",
      }),
      printed("sheets-for-months", "approximately 18 months", "18", source({ paragraph: "11A" }), {
        bound: "about",
      }),
      printed("computer-crime-share", "52%", "52", source({ paragraph: "11C" })),
      printed("call-centre-months", "the next 9 months", "9", source({ paragraph: "12A" })),
      printed("cases-sampled", "100", "100", source({ paragraph: "12B" })),
      printed("systems-installed", "6", "6", source({ paragraph: "12D" })),
      printed("kinds-of-robbery", "3 main areas", "3", source({ paragraph: "12F" })),
      printed("finance.period", "period 11", "11", source({ paragraph: "14A" })),
      printed(
        "finance.year-to-date",
        "period 11 – end of February 2017",
        "2016-04-01/2017-02-28",
        source({ paragraph: "14A" }),
      ),
      printed("decisions.since", "23 January 2017", "2017-01-23", source({ paragraph: "15A" })),
      printed("decisions.first", "06-12/2017", "6", source({ paragraph: "15A" })),
      printed("decisions.last", "06-12/2017", "12", source({ paragraph: "15A" })),
    ],
    relations: [
      { kind: "period", periods: ["interviews"], weekday: "friday" },
      {
        kind: "period",
        periods: ["finance.year-to-date"],
        months: "finance.period",
      },
      {
        kind: "same",
        figures: ["kinds-of-robbery", { constant: "3" }],
        because: "It names robbery in the street, over drugs and debts, and of banks.",
      },
      {
        kind: "same",
        figures: ["decisions.since", { record: "meetings/meeting/sgb.2017-01-23", of: "/start" }],
        because: "Decisions are reported from one meeting to the next.",
      },
      {
        kind: "total",
        parts: ["decisions.first"],
        total: "decisions.last",
        partial: true,
      },
    ],
  }),
];
