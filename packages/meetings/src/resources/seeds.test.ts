import { describe, expect, it } from "vitest";
import { resources } from "../plugin/resources.ts";

const pack2012 = "Derbyshire Safer Communities Board pack, 27 February 2013";
const pack2017 = "Derbyshire Strategic Governance Board pack, 22 May 2017";
const board = "meetings/meeting/safer-communities-board.2012-12-12";
const body = "register/body/safer-communities-board";
const chair = "register/post/derbyshire-county-council.cabinet-member";
const out = { publication: "published" };

/** One record of every shape that the packs and other boards' records have. */
const shapes: readonly (readonly [string, string, object])[] = [
  [
    "an agenda with open and closed session",
    "agenda",
    {
      id: "scb.2013-02-27",
      meeting: board,
      sections: [
        { id: "open", title: "Open Session", session: "open" },
        { id: "closed", title: "Closed Session", session: "closed" },
      ],
      ...out,
    },
  ],
  [
    "an item with parts, lead and a paper to follow",
    "agenda-item",
    {
      id: "scb.2013-02-27.6",
      meeting: board,
      number: "6",
      title: "PCC Funding",
      order: 5,
      section: "open",
      lead: [chair],
      toFollow: ["New Funding Pot"],
      ...out,
    },
  ],
  [
    "a closed item, withheld",
    "agenda-item",
    {
      id: "scb.2013-02-27.c1",
      meeting: board,
      title: "A closed matter",
      order: 9,
      session: "closed",
      section: "closed",
      withheld: {
        ground: "partnership-personal",
        reasoning: "It concerns individuals.",
        decidedBy: body,
        decided: "2012-12-12",
        review: "2013-12-12",
      },
      ...out,
    },
  ],
  [
    "apologies by organisation",
    "attendance",
    {
      id: "scb.2012-12-12.a1",
      meeting: board,
      as: "Chief executive",
      organisation: "register/body/amber-valley",
      capacity: "apologies",
      ...out,
    },
  ],
  [
    "a substitute who joins under an item",
    "attendance",
    {
      id: "scb.2012-12-12.a2",
      meeting: board,
      member: chair,
      substituteFor: "register/post/other.leader",
      joinedAt: "meetings/agenda-item/scb.2012-12-12.3",
      capacity: "present",
      ...out,
    },
  ],
  [
    "several numbered limbs under one RESOLVED",
    "resolution",
    {
      id: "scb.2012-12-12.30",
      meeting: board,
      number: "30/12",
      limbs: [
        { number: "(1)", text: "to note the report;" },
        { number: "(2)", text: "the priorities;" },
        { number: "(3)", text: "the potential risks.", limbs: [{ number: "(a)", text: "nested" }] },
      ],
      ...out,
    },
  ],
  [
    "exclusion of the public",
    "resolution",
    {
      id: "scb.2012-12-12.38",
      meeting: board,
      number: "38/12",
      limbs: [{ text: "that the public be excluded" }],
      excludes: {
        grounds: ["partnership-personal"],
        items: ["meetings/agenda-item/scb.2012-12-12.c1"],
      },
      ...out,
    },
  ],
  [
    "minutes with a summary of the closed proceedings",
    "minutes",
    {
      id: "scb.2012-12-12",
      meeting: board,
      status: "confirmed",
      confirmedAt: "meetings/meeting/scb.2013-02-27",
      minutes: [
        {
          id: "27",
          number: "27/12",
          heading: "ASB Victims First Project",
          paragraphs: [{ text: "A presentation was received." }],
        },
        { id: "c1", heading: "Closed", session: "closed", ground: "partnership-personal" },
      ],
      summaryOfClosed: [{ number: "1", text: "Reviews" }],
      sources: [{ document: pack2012 }],
    },
  ],
  [
    "minutes by minute and paragraph, with a closing time",
    "minutes",
    {
      id: "jarac.2017-03-09",
      meeting: board,
      status: "approved",
      closedAt: "13:15",
      minutes: [
        {
          id: "5",
          number: "05/17",
          heading: "Internal audit",
          paragraphs: [
            { number: "5.1", text: "Presented." },
            { number: "5.6", text: "Amended." },
          ],
        },
      ],
    },
  ],
  [
    "several meetings' minutes with a word corrected",
    "minutes",
    {
      id: "x",
      meeting: board,
      status: "confirmed",
      confirmedAt: board,
      corrections: [{ minute: "1", was: "19", is: "20" }],
      minutes: [{ id: "1", heading: "H" }],
    },
  ],
  [
    "a recommendation amended before it is agreed",
    "resolution",
    {
      id: "jarac.2017-03-09.5",
      meeting: board,
      limbs: [
        { number: "1.", text: "Assurance was taken.", outcome: "assurance" },
        { number: "2.", text: "Partial assurance.", outcome: "partial assurance" },
      ],
      recommendation: {
        put: [{ text: "Take assurance." }],
        agreed: [
          { number: "i", text: "Take assurance on the plan." },
          { number: "ii", text: "Take partial assurance." },
        ],
      },
      ...out,
    },
  ],
  [
    "nobody declared an interest",
    "declaration-of-interest",
    { id: "jarac.2017-03-09", meeting: board, kind: "none", ...out },
  ],
  [
    "an item taken out of order",
    "agenda-item",
    {
      id: "sgb.2017-03-27.14a",
      meeting: board,
      number: "14A",
      title: "Finance briefing",
      order: 21,
      taken: 17,
      takenOutOfOrder: "To let its presenter leave early.",
      ...out,
    },
  ],
  [
    "a presentation without a number",
    "agenda-item",
    {
      id: "sgb.2017-03-27.md",
      meeting: board,
      title: "Mobile data",
      order: 7,
      taken: 7,
      kind: "presentation",
      ...out,
    },
  ],
  [
    "an action with owners and progress",
    "action",
    {
      id: "sgb.2017-01-23.12a-1",
      body,
      meeting: board,
      number: "12A",
      heading: "Chief Constable's scorecards",
      text: "Examine the fall.",
      owners: ["register/body/constabulary"],
      progress: [{ meeting: board, text: "Provided in March." }],
      ...out,
    },
  ],
  [
    "a forward plan entry in a topic column",
    "forward-plan-entry",
    {
      id: "sgb.2017-06.annual-report",
      body,
      title: "PCC annual report",
      topic: "Performance and other issues",
      date: "2017-06-26",
      condition: "may move to September",
    },
  ],
  [
    "a report with eight lines of implications, one left blank",
    "paper",
    {
      id: "sgb.2017-05-22.11a",
      title: "Casework update",
      body,
      part: "I",
      stamp: "Section B",
      purpose: [{ number: "1", text: "To update." }],
      information: [{ number: "2", text: "Enquiries." }],
      recommendations: [{ number: "i.", text: "That it is noted." }],
      implications: Object.fromEntries(
        [
          "crime-and-disorder",
          "environmental",
          "equality-and-diversity",
          "financial",
          "health-and-safety",
          "human-rights",
          "legal",
          "personnel",
        ].map((head) => [head, { level: head === "personnel" ? null : "low" }]),
      ),
      contact: { telephone: "0300 122 6000", email: "office@example.org" },
      backgroundPapers: [],
      attachments: [{ label: "Appendix A" }],
      sources: [{ document: pack2017, item: "11A" }],
      ...out,
    },
  ],
  [
    "a decision with the date signed and its report",
    "decision",
    {
      id: "opcc.2017-14",
      body,
      number: "14/17",
      title: "Award of a contract",
      taken: "2017-03-20",
      reportLabel: "Appendix B",
      reportedTo: "meetings/meeting/sgb.2017-05-22",
      ...out,
    },
  ],
  [
    "a meeting given over to one priority, recorded and transcribed",
    "meeting",
    {
      id: "psm.2021-11",
      body,
      name: "Performance scrutiny meeting",
      start: "2021-11-15T10:00:00Z",
      public: true,
      status: "held",
      objectives: ["register/objective/opcc.2021.1"],
      recordings: [{ title: "Recording", url: "https://example.org/r" }],
      transcript: { title: "Transcript", url: "https://example.org/t" },
    },
  ],
  [
    "an adjourned meeting resumed",
    "meeting",
    {
      id: "scb.2013-03-06",
      body,
      name: "Resumed",
      start: "2013-03-06T09:30:00Z",
      public: true,
      status: "held",
      resumes: "meetings/meeting/scb.2013-02-27",
    },
  ],
  [
    "a question with a written answer",
    "question",
    {
      id: "sgb.2017-03-27.q1",
      body,
      meeting: board,
      asked: "in-advance",
      by: "member-of-the-public",
      text: "How?",
      answer: "So.",
      form: "written",
      ...out,
    },
  ],
  [
    "a co-opted member with a term of their own",
    "membership",
    {
      id: "panel.co1",
      body,
      member: chair,
      role: "co-opted",
      validFrom: "2020-05-01",
      validTo: "2024-04-30",
    },
  ],
];

const refused: readonly (readonly [string, string, object])[] = [
  [
    "a meeting that ends before it starts",
    "meeting",
    {
      id: "x",
      body,
      name: "X",
      start: "2026-06-18T10:00:00+01:00",
      end: "2026-06-18T09:30:00+01:00",
      public: true,
      status: "held",
    },
  ],
  [
    "a withheld paper without ground",
    "paper",
    {
      id: "x",
      title: "X",
      body,
      withheld: { reasoning: "r", decidedBy: chair, decided: "2026-01-01", review: "2027-01-01" },
    },
  ],
  [
    "a closed minute without ground",
    "minutes",
    { id: "x", meeting: board, minutes: [{ id: "1", heading: "H", session: "closed" }] },
  ],
  [
    "two minutes of one number",
    "minutes",
    {
      id: "x",
      meeting: board,
      minutes: [
        { id: "1", number: "1/12", heading: "H" },
        { id: "2", number: "1/12", heading: "I" },
      ],
    },
  ],
  [
    "a member twice in an electorate",
    "vote",
    {
      id: "x",
      motion: "meetings/motion/x",
      meeting: board,
      electorate: [chair, chair],
      counts: { yes: 1 },
      result: "carried",
    },
  ],
  [
    "a key decision with neither notice nor exception",
    "decision",
    { id: "x", body, number: "1/12", title: "T", taken: "2012-01-01", key: {} },
  ],
];

describe("the records of real boards", () => {
  it.each(shapes)("hold %s", (_, kind, data) => {
    const parsed = resources[kind]?.schema.safeParse(data);
    expect(parsed?.error?.issues ?? []).toEqual([]);
  });

  it.each(refused)("refuse %s", (_, kind, data) => {
    expect(resources[kind]?.schema.safeParse(data).success).toBe(false);
  });

  it("have an example of every kind that its schema accepts", () => {
    for (const [name, { schema, example }] of Object.entries(resources))
      expect(schema.safeParse(example).error?.issues ?? [], name).toEqual([]);
  });
});
