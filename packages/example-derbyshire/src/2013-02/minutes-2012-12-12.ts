import { type ExampleRecord, printed } from "../example-record.ts";
import {
  agenda,
  agendaItem,
  attendance,
  type Matter,
  meeting,
  minuted,
  minutes,
} from "../meeting-records.ts";
import { in2013 } from "../papers.ts";

const id = "scb.2012-12-12";
const held = `meetings/meeting/${id}`;
const source = (place: object = {}) => in2013({ item: "Minutes of 12 December 2012", ...place });
const sources = [source()];
const actionPlan = in2013({
  item: "3 Community Safety Agreement",
  paragraph: "Appendix A",
});

const noted = { number: "(1)", text: "The report is noted.", outcome: "noted" };

const matters: readonly Matter[] = [
  {
    id: "27",
    minute: "27/12",
    title: "ASB Victims First Project",
    item: { kind: "presentation" },
    paragraphs: [
      "The project puts the victim first, finds vulnerable victims across agencies, and betters services and their management. Its two strands are a matrix of risk and a system of case management.",
      "The system shares information securely between agencies. Bolsover and Chesterfield begin in April 2013; with training it takes about 14 months.",
      "The constabulary pays for the whole county at first; later each partnership may owe about £6,000. It will be reviewed when all areas have it.",
      "Members asked how it fits with other systems; some information may be held twice at first.",
    ],
  },
  {
    id: "28",
    minute: "28/12",
    title: "Minutes",
    item: { kind: "minutes" },
    resolved: [
      { text: "The minutes of 19 June 2012 are confirmed as correct.", outcome: "confirmed" },
    ],
  },
  {
    id: "29",
    minute: "29/12",
    title: "Police and Crime Commissioner",
    paragraphs: [
      "The newly elected commissioner, Alan Charles, was welcomed. A draft of the plan would be circulated soon and go to the panel on 10 January 2013; victims are at its heart.",
      "Regulations of 2012 have the board and the commissioner share their plans; all agreed that the board can be the place for it.",
    ],
  },
  {
    id: "30",
    minute: "30/12",
    title: "Joint strategic threat, harm and risk assessment",
    paragraphs: [
      "The joint process had ranked 15 priorities for 2013-14, cyber crime, new and emerging communities and economic crime first, since little is allocated to them and they are little understood. The police lead on cyber and economic crime.",
      "Which funds pass to the commissioner on 1 April 2013 was not yet known, so that risks are hard to name.",
      "A county assessment with parts for the districts would be ready by the end of December.",
    ],
    resolved: [
      noted,
      { number: "(2)", text: "The priorities for 2013/14 are noted.", outcome: "noted" },
      {
        number: "(3)",
        text: "The risks to funding from 1 April 2013 are noted.",
        outcome: "noted",
      },
    ],
  },
  {
    id: "31",
    minute: "31/12",
    title: "CSA action plan 2012/13 update",
    paragraphs: [
      "A voluntary programme for perpetrators of domestic abuse was slow to develop; a bid for lottery money was awaited.",
      "A coordinator for troubled families is drawing up a costed plan. Prevention of harm from alcohol needs more work.",
    ],
  },
  {
    id: "32",
    minute: "32/12",
    title: "Hate crime strategy for Derbyshire",
    paragraphs: [
      "Services for victims had improved without a strategy of the whole county. A national plan of March gives a template.",
      "The draft would be owned by the criminal justice board and the boards of county and city, and worked out by two groups of theirs.",
    ],
    resolved: [
      {
        number: "(1)",
        text: "The development of a partnership strategy is supported.",
        outcome: "supported",
      },
      {
        number: "(2)",
        text: "The draft and the governance that it proposes are approved.",
        outcome: "approved",
      },
    ],
  },
  {
    id: "33",
    minute: "33/12",
    title: "Violence, alcohol and licensing update",
    paragraphs: [
      "From 1 April to 30 September 2012, 110 test purchases were tried at on-licence premises; 27 ended in a sale, and on 18 occasions the volunteers were refused at the door.",
      "The Christmas campaign on alcohol had begun. Unlicensed premises used for private parties gave trouble. A presentation on exploitation and licensed premises would go round the groups.",
    ],
    resolved: [{ text: "The report is noted.", outcome: "noted" }],
  },
  {
    id: "34",
    minute: "34/12",
    title: "Integrated offender management: progress report",
    paragraphs: [
      "About 300 offenders are managed at a time. In the first year, June 2011 to May 2012, offending fell by 28.4%: 192 offences and £1.1m.",
      "From July to September 2012 it was 32.4% below the baseline. Whether the second year succeeds could not yet be said.",
    ],
    resolved: [
      { text: "The report is noted.", outcome: "noted" },
      { text: "The scheme is promoted in the districts.", outcome: "supported" },
    ],
  },
  {
    id: "35",
    minute: "35/12",
    title: "Derbyshire's child sexual exploitation action plan",
    paragraphs: [
      "A group of the Safeguarding Children Board had drawn up a plan in answer to the national inquiry, signed off in October. Awareness, training and the sharing of intelligence come first in it.",
    ],
    resolved: [
      { number: "(i)", text: "The report is noted.", outcome: "noted" },
      {
        number: "(ii)",
        text: "The head of community safety is to arrange a presentation for the next meeting.",
      },
    ],
  },
  {
    id: "36",
    minute: "36/12",
    title: "Health representation on community safety partnerships",
    paragraphs: [
      "From 1 April 2013 clinical commissioning groups represent health on the partnerships; the change is little known. The districts have the contacts of the four groups of the county.",
    ],
    resolved: [
      { text: "The report is noted.", outcome: "noted" },
      { text: "The districts are to see that their own groups consider it." },
    ],
  },
  {
    id: "37",
    minute: "37/12",
    title: "Derbyshire Drug and Alcohol Action Team (DAAT) business plan",
    paragraphs: [
      "A simple business plan and one commissioning group would take the place of the team's board after March 2013, reporting by exception.",
    ],
    resolved: [
      {
        number: "(1)",
        text: "The report and the changes proposed to structure and plan are noted.",
        outcome: "noted",
      },
      {
        number: "(2)",
        text: "The board will govern prevention and enforcement from 1 April 2013.",
        outcome: "agreed",
      },
    ],
  },
  {
    id: "38",
    minute: "38/12",
    title: "Exclusion of the public",
    item: { kind: "exclusion" },
    resolved: [
      {
        text: "The public is excluded while the remaining items are considered, lest information of the kind in the summary be disclosed.",
      },
    ],
    // The pack names no ground.
    resolution: { excludes: { grounds: [], items: [`meetings/agenda-item/${id}.c1`] } },
  },
];

const { items, resolutions, list } = minuted(
  id,
  source,
  matters.map((each) => ({ ...each, item: { section: "open", ...each.item } })),
);

const present = [
  ["amber-valley-council", "Councillor", 1],
  ["bolsover-council", "Councillor", 1],
  ["bolsover-council", "Officer", 1],
  ["chesterfield-council", "Councillor", 1],
  ["chesterfield-council", "Officer", 1],
  ["derbyshire-constabulary", "Officer", 3],
  ["derbyshire-county-council", "Officer", 2],
  ["derbyshire-county-pct", "Officer", 1],
  ["derbyshire-dales-council", "Councillor", 1],
  ["derbyshire-dales-council", "Officer", 1],
  ["derbyshire-fire-and-rescue-service", "Officer", 1],
  ["erewash-council", "Councillor", 1],
  ["erewash-council", "Officer", 1],
  ["opcc-derbyshire", "Officer", 1],
  ["south-derbyshire-council", "Councillor", 1],
  ["3d-infrastructure-consortium", "Representative", 1],
] as const;

const apologies = [
  "amber-valley-council",
  "chesterfield-council",
  "erewash-council",
  "bolsover-council",
  "south-derbyshire-council",
  "derbyshire-probation-trust",
];

const attended: readonly object[] = [
  {
    member: "register/post/safer-communities-board.chair",
    organisation: "register/body/derbyshire-county-council",
    capacity: "present",
    inTheChair: true,
  },
  {
    member: "register/post/opcc-derbyshire.commissioner",
    organisation: "register/body/opcc-derbyshire",
    capacity: "present",
  },
  ...present.map(([body, as, number]) => ({
    as,
    number,
    organisation: `register/body/${body}`,
    capacity: "present",
  })),
  ...apologies.map((body) => ({
    as: "Representative",
    organisation: `register/body/${body}`,
    capacity: "apologies",
  })),
];

/**
 * The Safer Communities Board of 12 December 2012. The hour is not printed. Of the closed session the
 * pack prints the resolution and a summary of one line, without a ground; so none is recorded.
 */
export const minutes20121212: readonly ExampleRecord[] = [
  meeting({
    id,
    body: "register/body/safer-communities-board",
    name: "Derbyshire Safer Communities Board",
    start: "2012-12-12",
    place: { address: "Police Headquarters, Ripley" },
    public: true,
    status: "held",
    chair: "register/post/safer-communities-board.chair",
    sources,
  }),
  agenda({
    id,
    meeting: held,
    sections: [
      { id: "open", title: "Open session", session: "open" },
      { id: "closed", title: "Closed session", session: "closed" },
    ],
    sources,
  }),
  ...items,
  agendaItem({
    id: `${id}.c1`,
    meeting: held,
    title: "Domestic Violence Homicide Reviews",
    order: matters.length,
    taken: matters.length,
    session: "closed",
    section: "closed",
    sources: [source({ paragraph: "Summary of proceedings" })],
  }),
  ...resolutions,
  ...attended.map((each, index) =>
    attendance({
      id: `${id}.a${String(index + 1).padStart(2, "0")}`,
      meeting: held,
      ...each,
      sources: [
        source({
          table: "capacity" in each && each.capacity === "apologies" ? "Apologies" : "Present",
        }),
      ],
    }),
  ),
  minutes({
    id,
    meeting: held,
    status: "approved",
    minutes: list,
    summaryOfClosed: [{ number: "1", text: "Domestic Violence Homicide Reviews" }],
    sources,
    printed: [
      printed("day", "12 December 2012", "2012-12-12", source({ paragraph: "Heading" })),
      printed("aims", "four", "4", source({ paragraph: "27/12" })),
      printed("work-streams", "two", "2", source({ paragraph: "27/12" })),
      printed("introduction-months", "around 14 months", "14", source({ paragraph: "27/12" }), {
        bound: "about",
      }),
      printed("introduction", "April 2013", "2013-04", source({ paragraph: "27/12" })),
      printed("introduction", "April 2013", "2013-04", actionPlan),
      printed("introduced", "July 2014", "2014-07", actionPlan),
      printed("last-meeting", "19 June 2012", "2012-06-19", source({ paragraph: "28/12" })),
      printed("panel", "10 January 2013", "2013-01-10", source({ paragraph: "29/12" })),
      // The minute went out with a question in it, whether the second is meant.
      printed("budget-meeting", "19 December", "2012-12-19", source({ paragraph: "29/12" })),
      printed("budget-meeting", "20th December", "2012-12-20", source({ paragraph: "29/12" })),
      printed("briefing", "19 October 2012", "2012-10-19", source({ paragraph: "30/12" })),
      printed("threats", "15", "15", source({ paragraph: "30/12" })),
      printed("funding-from", "1 April 2013", "2013-04-01", source({ paragraph: "30/12" })),
      printed("hate-crime-objectives", "three", "3", source({ paragraph: "32/12" })),
      printed("update-every-months", "six monthly", "6", source({ paragraph: "33/12" })),
      printed("inquiry-years", "two year", "2", source({ paragraph: "35/12" })),
      printed("inquiry", "October 2011", "2011-10", source({ paragraph: "35/12" })),
      printed("inquiry", "October 2011", "2011-10", actionPlan),
      printed("exploitation-plan", "October", "2012-10", source({ paragraph: "35/12" })),
      printed("exploitation-plan", "October 2012", "2012-10", actionPlan),
      printed("commissioning-groups", "four", "4", source({ paragraph: "36/12" })),
      printed("change-of-groups", "1 April 2013", "2013-04-01", source({ paragraph: "36/12" })),
      printed("joint-group", "28 November 2012", "2012-11-28", source({ paragraph: "37/12" })),
      printed("partnership-board", "21 December", "2012-12-21", source({ paragraph: "37/12" })),
      printed("new-structure", "1 April 2013", "2013-04-01", source({ paragraph: "37/12" })),
    ],
    relations: [
      {
        kind: "order",
        dates: ["last-meeting", "briefing", "joint-group", "day", "partnership-board", "panel"],
        because: "What was reported was over, and what was announced was still to come.",
      },
      { kind: "order", dates: ["introduction", "introduced"] },
      {
        kind: "order",
        dates: ["inquiry", "exploitation-plan", "day"],
        because: "The plan answers the inquiry, and the board was told of both.",
      },
      { kind: "order", dates: ["partnership-board", "new-structure"] },
      {
        kind: "same",
        figures: [
          "threats",
          {
            record: "assurance/threat-assessment/safer-derbyshire.2012",
            of: "threats",
          },
        ],
        because: "Minutes and agreement count the threats of one assessment.",
      },
      {
        kind: "same",
        figures: [
          "change-of-groups",
          {
            record: "funding/cost-split/safer-communities-board.homicide-reviews",
            of: "/partners/6/from",
          },
        ],
        because: "The groups take the trust's place on one day.",
      },
    ],
  }),
];
