import { type ExampleRecord, printed } from "../example-record.ts";
import { agenda, agendaItem, meeting, paper } from "../meeting-records.ts";
import { in2022 } from "../papers.ts";

const id = "panel.2022-06-23";
const called = `meetings/meeting/${id}`;
const body = "register/body/derbyshire-police-and-crime-panel";
const title = "Progress Against Delivery – Derbyshire Police & Crime Plan";
const commissioner = "register/post/opcc-derbyshire.commissioner";
const sources = [in2022()];

/** What is reported, paragraph by paragraph; figures as the report gives them. */
const information = [
  ["2.2", "The plan was launched on 15 November 2021."],
  [
    "3.1",
    "Grants of up to £5,000 against anti-social behaviour went to 22 organisations, £100,000 in all.",
  ],
  ["3.2", "A second round of them was launched on 1 June 2022."],
  ["3.3", "A survey on violence against women and girls had over 1,400 answers."],
  ["3.4", "Focus groups with women, and with organisations for them, went with the survey."],
  [
    "3.5",
    "A strategy of all partners is to be launched within weeks; a partnership board drives it.",
  ],
  [
    "3.6",
    "The commissioner now oversees the road safety partnership, and supports training for motorcyclists and a civilian who handles the public's recordings.",
  ],
  [
    "3.7",
    "Grants for road safety of up to £150,000 were opened in April 2022, also for speed indicator devices.",
  ],
  [
    "3.8",
    "A fund has supported 21 Neighbourhood Watch schemes; from May 2021 to June 2022 membership grew by 2,482.",
  ],
  [
    "3.9",
    "A taskforce against illegal encampments has a protocol; one district was the pilot, a second is in talks, two more councils are interested.",
  ],
  [
    "3.10",
    "The chief constable is held to account every two months on one of the plan's six priorities; papers, transcripts and recordings are published.",
  ],
  [
    "3.11",
    "The commissioner paid for 20 of 100 kits against bleeding for licensed premises in the city.",
  ],
  ["3.12", "Over 2,500 people answered the consultation that closed in March 2022."],
  [
    "3.13",
    "The budget provides for a coordinator against stalking, and advocates for county and city are proposed.",
  ],
  [
    "3.14",
    "Refuge has a contract of over £583k for three years for victims of domestic abuse in the city.",
  ],
  ["3.15", "The constabulary has drawn up a charter of neighbourhood policing."],
  [
    "3.16",
    "158 officers were recruited under the national programme; 125 more are to come in the year.",
  ],
  [
    "3.17",
    "A strategy for children and young people serves the plan; a conference for secondary schools was held.",
  ],
  [
    "3.18",
    "All public engagements of the commissioner from November 2021 to June 2022, several in each of nine council areas as the report says.",
  ],
] as const;

/** The report that the commissioner put to the panel of 23 June 2022. Its agenda is not in the pack. */
export const panel2022: readonly ExampleRecord[] = [
  meeting({
    id,
    body,
    name: "Police and Crime Panel",
    // The report prints the day; neither the hour nor whether the public may attend.
    start: "2022-06-23",
    status: "called",
    sources,
  }),
  agenda({ id, meeting: called, sources }),
  agendaItem({ id: `${id}.1`, meeting: called, title, order: 0, lead: [commissioner], sources }),
  paper({
    id: `${id}.1`,
    title,
    body,
    meeting: called,
    item: `meetings/agenda-item/${id}.1`,
    author: [commissioner],
    purpose: [
      {
        number: "1.1",
        text: "Sum up what the commissioner has done to deliver the plan of 2021 to 2025.",
      },
    ],
    information: information.map(([number, text]) => ({ number, text })),
    recommendations: [{ number: "i", text: "Receive the update on the delivery of the plan." }],
    contact: { telephone: "0300 122 6000", email: "pccoffice@derbyshire.pnn.police.uk" },
    about: ["register/plan/opcc-derbyshire.2021"],
    sources: [in2022({ paragraph: "1.1" }), in2022({ paragraph: "4" })],
    printed: [
      printed(
        "reported-period",
        "15th November 2021 … from this date onwards",
        "2021-11-15/2022-06-23",
        in2022({ paragraph: "2.3" }),
      ),
      printed("reported-from", "15th November 2021", "2021-11-15", in2022({ paragraph: "2.2" })),
    ],
    relations: [
      {
        kind: "period",
        periods: [
          {
            record: "funding/scheme/opcc-derbyshire.anti-social-behaviour",
            of: "/launched",
          },
          {
            record: "safeguarding/observation/neighbourhood-watch-growth.2021-05-01-2022-06-23",
            of: "/period",
          },
        ],
        within: "reported-period",
        because: "The report says that it tells of the work from the launch of the plan onwards.",
      },
      {
        kind: "same",
        figures: [
          "reported-from",
          { record: "register/plan/opcc-derbyshire.2021", of: "/launched" },
        ],
      },
    ],
  }),
];
