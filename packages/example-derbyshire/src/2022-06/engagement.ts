import { activity, consultation, engagementPlan } from "../engagement-records.ts";
import { type ExampleRecord, printed } from "../example-record.ts";
import { in2022 } from "../papers.ts";

const body = "register/body/opcc-derbyshire";
const serves = "register/plan/opcc-derbyshire.2021";
const survey = in2022({ paragraph: "3.3" });
const groups = in2022({ paragraph: "3.4" });
const listening = in2022({ paragraph: "3.12" });
const scrutiny = in2022({ paragraph: "3.10" });
const young = in2022({ paragraph: "3.17" });
const charter = in2022({ paragraph: "3.15" });
const force = ["register/area/derbyshire-police-force-area"];

/** Surveys, focus groups, strategies and questions of the public, apart from the log of visits. */
export const engagement2022: readonly ExampleRecord[] = [
  consultation({
    id: "opcc-derbyshire.vawg.2021",
    title: "Violence Against Women and Girls (VAWG) Survey",
    body,
    design: "opt-in",
    purpose:
      "Learn what makes women and girls feel unsafe and what would help, for a strategy of all partners. Online and anonymous.",
    audiences: ["Women", "Girls", "Parents and guardians"],
    areas: force,
    responses: { count: 1400, atLeast: true },
    sources: [survey],
    printed: [
      printed("launched", "November 2021", "2021-11", survey),
      printed("launched", "November 2021", "2021-11", groups),
      { ...printed("/responses/count", "over 1,400", "1400", survey), bound: "more-than" },
    ],
  }),
  activity({
    id: "opcc-derbyshire.vawg-focus-groups.2021",
    title: "Focus groups on violence against women and girls",
    body,
    kind: "focus-group",
    // Held beside the survey, and reported in June 2022; no day is printed.
    date: "2021-11-01/2022-06-23",
    inPerson: false,
    openToPublic: false,
    partners: ["Women", "Organisations that represent women"],
    groups: ["people", "victims"],
    consultations: ["engagement/consultation/opcc-derbyshire.vawg.2021"],
    subjects: ["violence against women and girls"],
    sources: [groups],
    printed: [printed("focus-groups", "several", "several", groups)],
  }),
  consultation({
    id: "opcc-derbyshire.listening-to-you.2021",
    title: "Listening to You 2021-22",
    body,
    series: "Listening to You",
    wave: "2021-22",
    design: "opt-in",
    purpose: "Hear what concerns residents about crime, community safety and policing.",
    audiences: ["Residents"],
    groups: ["people"],
    areas: force,
    responses: { count: 2500, atLeast: true },
    sources: [listening],
    printed: [
      printed("launched", "late in 2021", "2021", listening),
      printed("closed", "March 2022", "2022-03", listening),
      { ...printed("/responses/count", "Over 2,500", "2500", listening), bound: "more-than" },
      printed("area-count", "nine", "9", listening),
    ],
    relations: [
      {
        kind: "order",
        dates: ["launched", "closed"],
        because: "A survey is launched before it closes.",
      },
    ],
  }),
  consultation({
    id: "opcc-derbyshire.listening-to-you.2022",
    title: "Consultation for 2022-23",
    body,
    series: "Listening to You",
    wave: "2022-23",
    design: "opt-in",
    purpose: "The wave after; launched before the report of June 2022.",
    sources: [listening],
  }),
  activity({
    id: "opcc-derbyshire.performance-scrutiny.2021-11",
    title: "First performance scrutiny meeting, with questions of the public",
    body,
    kind: "meeting",
    date: "2021-11",
    partnerBodies: ["register/body/derbyshire-constabulary"],
    subjects: ["violence against women and girls", "public questions"],
    groups: ["people"],
    url: "https://www.derbyshire-pcc.gov.uk/public-information/public-information-secondary/performance-scrutiny-meeting/",
    sources: [scrutiny],
    printed: [
      printed("/date", "November 2021", "2021-11", scrutiny),
      printed("meetings-every-months", "two months", "2", scrutiny),
    ],
  }),
  engagementPlan({
    id: "opcc-derbyshire.2021",
    title: "Engagement and Communication Strategy",
    body,
    serves,
    sources: [young],
  }),
  engagementPlan({
    id: "opcc-derbyshire.2021-children",
    title: "Children and Young People's Strategy",
    body,
    serves,
    audiences: [
      { id: "victims", text: "Children and young people who are victims of crime" },
      { id: "offenders", text: "Those who become involved in offending" },
      { id: "community", text: "Those who are members of the wider community" },
    ],
    sources: [young],
  }),
  engagementPlan({
    id: "derbyshire-constabulary.2022-charter",
    title: "Neighbourhood Policing Charter",
    body: "register/body/derbyshire-constabulary",
    serves,
    audiences: [
      { id: "public", text: "The public" },
      { id: "councillors", text: "Councillors" },
    ],
    commitments: [
      {
        id: "communicate",
        text: "Officers and staff keep in touch with the public and with councillors in their areas.",
        status: "in-progress",
      },
    ],
    sources: [charter],
  }),
];
