import { type ExampleRecord, printed } from "../example-record.ts";
import { agenda, agendaItem, meeting, paper } from "../meeting-records.ts";
import { in2013 } from "../papers.ts";
import { agreementFigures } from "./agreement-figures.ts";

const id = "scb.2013-02-27";
const called = `meetings/meeting/${id}`;
const body = "register/body/safer-communities-board";
const sources = [in2013({ item: "Agenda" })];

const chair = "register/post/safer-communities-board.chair";
const headOfSafety = "register/post/derbyshire-county-council.head-of-community-safety";
const constabulary = "register/body/derbyshire-constabulary";
const commissioner = "register/body/opcc-derbyshire";

const dates = [
  [id, "2013-02-27T09:30:00Z", "called"],
  ["scb.2013-06-05", "2013-06-05T09:30:00+01:00", "planned"],
  ["scb.2013-09-11", "2013-09-11T09:30:00+01:00", "planned"],
] as const;

const items = [
  ["Apologies", { kind: "apologies", lead: [chair] }],
  [
    "Minutes of the meeting of 12 December 2012 and matters arising",
    { kind: "minutes", lead: [chair] },
  ],
  [
    "Community Safety Agreement refresh",
    { lead: [headOfSafety], text: "Action plan; performance monitoring proposal" },
  ],
  ["Transforming Rehabilitation", { lead: ["register/body/derbyshire-probation-trust"] }],
  ["Funding for Domestic Violence Homicide Reviews", { lead: [headOfSafety] }],
  [
    "PCC funding",
    {
      lead: [headOfSafety, commissioner],
      text: "Formerly Community Safety Fund; new funding pot",
      toFollow: ["New funding pot"],
    },
  ],
  ["Road Safety Partnership update", { lead: [constabulary] }],
  ["Community Remedy consultation", { lead: [constabulary] }],
  ["Any other business", { kind: "any-other-business" }],
] as const;

const report = (
  item: string,
  number: string,
  title: string,
  place: string,
  fields: object,
): ExampleRecord =>
  paper({
    id: `${id}.${number}`,
    title,
    body,
    meeting: called,
    item: `meetings/agenda-item/${id}.${item}`,
    sources: [in2013({ item: place })],
    ...fields,
  });

const rehabilitation = "4 Transforming Rehabilitation";
const roads = "7 Road Safety Partnership Update";
const campaign = in2013({ item: roads, table: "Christmas drink drive" });
const reviews = "5 Domestic Violence Homicide Reviews";
const askWithContact =
  "Ask each district partnership to tell its clinical commissioning group of the funding, and to name a contact.";

const papers: readonly ExampleRecord[] = [
  report("3", "3", "County Community Safety Agreement refresh", "3 Community Safety Agreement", {
    author: [headOfSafety],
    purpose: [
      {
        text: "Bring the refreshed agreement for its last year, and another way to watch performance: one field of risk in depth each quarter.",
      },
    ],
    recommendations: [
      { number: "1", text: "Note the agreement and its action plan." },
      { number: "2", text: "Agree the new way to watch performance." },
    ],
    attachments: [{ label: "CSA Refresh 2013-14" }],
    about: ["register/plan/safer-communities-board.2011"],
    ...agreementFigures,
  }),
  report(
    "4",
    "4",
    "Transforming Rehabilitation consultation: Derbyshire Probation's response",
    rehabilitation,
    {
      author: ["register/body/derbyshire-probation-trust"],
      information: [
        {
          text: "The trust would keep local partnerships, which 16 areas of contract would cut across.",
        },
      ],
      printed: [
        printed("contract-areas", "16", "16", in2013({ item: rehabilitation, paragraph: "C1" })),
      ],
    },
  ),
  report("5", "5", "Domestic Violence Homicide Reviews", reviews, {
    author: [headOfSafety],
    purpose: [
      {
        text: "Show what changes to the partnerships mean for how reviews are paid for.",
      },
    ],
    information: [
      {
        text: "Three reviews were due since 2011: one was not held, one is finished, one under way.",
      },
      {
        text: "Each cost was split seven ways; without the police authority, and with a commissioning group for the trust, it would be six.",
      },
    ],
    printed: [
      printed("reviews", "three", "3", in2013({ item: reviews })),
      printed("changes-to-partnerships", "two", "2", in2013({ item: reviews })),
    ],
    relations: [
      {
        kind: "count",
        list: ["1", "2", "3"].map((number) => ({
          record: `assurance/review/safer-communities-board.homicide-review.${number}`,
          of: "/stage",
        })),
        count: "reviews",
      },
    ],
    recommendations: [
      { number: "1", text: "Note the changes and what they mean for the cost of reviews." },
      { number: "2", text: "Agree to go on splitting the cost as before." },
      { number: "3", text: askWithContact },
    ],
    sources: [in2013({ item: reviews }), in2013({ item: reviews, paragraph: "Recommendations" })],
  }),
  report(
    "6",
    "6-1",
    "Police & Crime Commissioner Funding",
    "6 Police & Crime Commissioner Funding",
    {
      author: [headOfSafety],
      purpose: [
        {
          text: "Tell what becomes of the former Home Office fund of £322k once it passes to the commissioner in April 2013.",
        },
      ],
      recommendations: [{ text: "Note the report." }],
    },
  ),
  report(
    "6",
    "6-2",
    "Police & Crime Commissioner Funding",
    "6 Police & Crime Commissioner Funding",
    {
      author: [commissioner],
      purpose: [
        {
          text: "Seek the board's support for using its structure to bid for the commissioner's grants, £250k for city and county.",
        },
      ],
      recommendations: [
        {
          number: "1",
          text: "Resolve that the tasking and advisory group may receive partners' proposals for the commissioner.",
        },
        {
          number: "2",
          text: "Support an invitation to the commissioner's office to join that group.",
        },
      ],
    },
  ),
  report("7", "7", "Derby & Derbyshire Road Safety Partnership update", roads, {
    author: ["register/body/derby-and-derbyshire-road-safety-partnership"],
    recommendations: [
      {
        text: "Note the report, and the further work on what the drink-drive campaign of Christmas 2012 showed.",
      },
    ],
    information: [
      {
        text: "Deaths, and deaths with serious injuries, go down over the years.",
      },
      {
        text: "Three groups come first: motorcyclists, young drivers, those who drive for work. Pedal cyclists and older drivers are growing concerns.",
      },
      {
        text: "Fewer breath tests were made at Christmas 2012, and more of them failed; those under 25 most.",
      },
      {
        text: "Cameras nearly pay for themselves; reserves are to be spent over three years.",
      },
    ],
    printed: [
      printed("priorities", "three", "3", in2013({ item: roads })),
      printed("spending-plan-years", "three year", "3", in2013({ item: roads })),
      printed(
        "spending-plan-years",
        "three year",
        "3",
        in2013({
          item: "3 Community Safety Agreement",
          paragraph: "Appendix A",
        }),
      ),
      printed("under-25.nation", "5%", "5", campaign),
    ],
    relations: [
      {
        kind: "claim",
        means: "multiple",
        words: "more than double the national average",
        figure: {
          record:
            "safeguarding/observation/breath-tests-positive-rate.2012-12-01-2012-12-31.age-under-25",
          of: "/value",
        },
        base: "under-25.nation",
        multiple: "2",
        qualifier: "over",
      },
    ],
  }),
  report("8", "8", "Community Remedy consultation", "8 Community Remedy", {
    author: ["register/body/derbyshire-criminal-justice-board"],
    purpose: [
      {
        text: "Tell of the Home Office's proposal, and of the consultation that closes on 7 March 2013.",
      },
    ],
    information: [
      {
        text: "Commissioners would draw up a menu of sanctions with the public; officers would use it for two kinds of disposal out of court, and the victim would choose.",
      },
      {
        text: "Constabulary and commissioner would rather see today's restorative justice scrutinised.",
      },
    ],
    recommendations: [{ text: "Note the report, and consider answering the consultation." }],
    printed: [
      printed("elements", "three", "3", in2013({ item: "8 Community Remedy" })),
      printed("disposals", "two", "2", in2013({ item: "8 Community Remedy" })),
    ],
  }),
];

/** The agenda of 27 February 2013 with its papers, and the dates that it announces. */
export const agenda2013: readonly ExampleRecord[] = [
  ...dates.map(([name, start, status]) =>
    meeting({
      id: name,
      body,
      name: "Derbyshire Safer Communities Board",
      start,
      place: { room: "New Conference Room", address: "Police Headquarters, Ripley" },
      public: true,
      status,
      sources,
      ...(name === id && {
        printed: [
          printed("day", "Wednesday 27 February 2013", "2013-02-27", in2013({ item: "Agenda" })),
        ],
        relations: [{ kind: "period", periods: ["day"], weekday: "wednesday" }],
      }),
    }),
  ),
  agenda({
    id,
    meeting: called,
    sections: [
      { id: "open", title: "Open session", session: "open" },
      { id: "closed", title: "Closed session", session: "closed" },
    ],
    sources,
  }),
  ...items.map(([title, also], order) =>
    agendaItem({
      id: `${id}.${order + 1}`,
      meeting: called,
      number: String(order + 1),
      title,
      order,
      section: "open",
      ...also,
      sources,
    }),
  ),
  // What the agenda prints beneath it tells of cases, and is not held.
  agendaItem({
    id: `${id}.c1`,
    meeting: called,
    title: "Domestic Violence Homicide Reviews",
    order: items.length,
    session: "closed",
    section: "closed",
    lead: [headOfSafety],
    sources,
  }),
  ...papers,
];
