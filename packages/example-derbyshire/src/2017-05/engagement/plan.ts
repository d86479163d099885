import { activity, consultation, engagementPlan, tour } from "../../engagement-records.ts";
import { type ExampleRecord, printed } from "../../example-record.ts";
import { in2017, inReformAct } from "../../papers.ts";

const report = (paragraph: string) => in2017({ item: "11B", paragraph });
const section = (paragraph: string) => in2017({ item: "11B, Appendix A", paragraph });
const methodsTable = in2017({ item: "11B, Appendix A", paragraph: "7", table: "Methods" });
const body = "register/body/opcc-derbyshire";
const plan = "engagement/plan/opcc-derbyshire.2016";
const objectives = [1, 2, 3, 4, 5, 6, 7].map(
  (number) => `register/objective/opcc-derbyshire.2016.${number}`,
);

const aims = [
  ["priorities", "Learn the public's views and priorities, for police and partners to plan by"],
  ["perceptions", "Understand how people see crime and the police, and answer their concerns"],
  ["confidence", "Raise confidence in the police"],
  ["safety", "Help people feel safer and protect themselves and others"],
  ["responsibility", "Encourage people to look after their communities together"],
  ["awareness", "Make the commissioner and his part known"],
] as const;

const audiences = [
  ["public", "General public"],
  ["residents", "Residents of the relevant area"],
  ["shared-interests", "Groups and individuals with shared interests or concerns"],
  ["localised", "Communities and individuals in localised areas"],
  ["experienced", "Individuals with experience of the subject, at times through partners"],
  ["victims", "Victims of crime"],
  ["protected", "Groups and communities that share a protected characteristic or a place"],
  ["online", "People whom digital means reach more easily"],
] as const;

/** Method, kind, audiences, and what the plan says it is good for. */
const methods = [
  [
    "public-venues",
    "Face to face engagement and consultation at public venues",
    "stall",
    ["public"],
    "Reach many people where footfall is high, hand out information, consult informally",
  ],
  [
    "public-meetings",
    "Attendance at public meetings",
    "meeting",
    ["public", "residents"],
    "Reach people with common concerns in their neighbourhoods, make the commissioner known",
  ],
  [
    "group-visits",
    "Visits to community groups, forums, charities, businesses, workplaces and schools",
    "visit",
    ["shared-interests"],
    "Consult on one subject, build relations between commissioner, partners and public",
  ],
  [
    "walkabouts",
    "Walkabouts and community visits",
    "walkabout",
    ["localised"],
    "Understand local concerns and reassure",
  ],
  [
    "focus-groups",
    "Focus groups",
    "focus-group",
    ["experienced"],
    "Consult on one subject, so that services can be shaped",
  ],
  [
    "digital",
    "Digital engagement: two websites, surveys online, alerts, social media, short films",
    "digital",
    ["public", "victims", "online"],
    "Reach many people quickly, in forms that suit them",
  ],
] as const;

const themes = [
  ["victims-services", "Services for victims"],
  ["plan-priorities", "Priorities of the police and crime plan"],
  ["local-issues", "Local issues from what people raise and from crime trends"],
  ["national-issues", "Topical national issues"],
  ["campaigns", "Initiatives and campaigns of police and partners"],
] as const;

const entries = (list: readonly (readonly [id: string, text: string])[]) =>
  list.map(([id, text]) => ({ id, text }));

const survey = (id: string, title: string, source: object, also: object): ExampleRecord =>
  consultation({
    id: `opcc-derbyshire.${id}`,
    title,
    body,
    design: "opt-in",
    plan,
    areas: ["register/area/derbyshire-police-force-area"],
    ...also,
    sources: [report("2.8"), source],
  });

/** The engagement plan of 2016 to 2020, its tour and the consultations that ran in May 2017. */
export const engagementPlan2017: readonly ExampleRecord[] = [
  engagementPlan({
    id: "opcc-derbyshire.2016",
    title: "Community Engagement Plan – 2016-20",
    body,
    serves: "register/plan/opcc-derbyshire.2016",
    objectives,
    duties: [
      {
        authority: "Police Act 1996, section 96, as amended",
        text: "Engage with communities, and learn what concerns them about crime and policing",
      },
      {
        authority: "Police Act 1996, section 96, as amended",
        text: "Engage with victims of crime, and learn what they need",
      },
      {
        authority: "Equality Act 2010, section 149",
        text: "Have due regard to ending discrimination, advancing equality and fostering good relations",
      },
    ],
    aims: entries(aims),
    audiences: entries(audiences),
    themes: entries(themes),
    methods: methods.map(([id, text, kind, reached, purpose]) => ({
      id,
      text,
      kind,
      audiences: reached,
      purpose,
    })),
    commitments: [
      {
        id: "d383",
        text: "Visit all 383 towns and villages within the term",
        status: "in-progress",
        note: "In May 2017 the first interim target, 83 by the end of June, is expected to be met.",
      },
      {
        id: "publish-visits",
        text: "Publish visits to the public beforehand, and each of the tour with a photograph",
        status: "in-progress",
      },
      {
        id: "record-matters",
        text: "Keep a record of what people raise on the tour and of what came of it",
        status: "in-progress",
      },
      {
        id: "open-invitation",
        text: "Invite communities to name events and meetings for a visit",
        status: "in-progress",
      },
      {
        id: "digital-officer",
        text: "Employ an officer for digital engagement in the first year of the term",
        status: "done",
      },
      {
        id: "alert",
        text: "Bring back the Derbyshire Alert messages that ended in 2015",
        status: "done",
      },
      {
        id: "alert-groups",
        text: "Send alerts to groups with one interest, such as farm watch",
        status: "in-progress",
      },
      {
        id: "yearly-review",
        text: "Review the plan about every twelve months",
        status: "in-progress",
      },
    ],
    reviewEvery: 12,
    sources: [report("2.5"), section("1"), section("4"), section("5"), methodsTable, section("8")],
    printed: [
      printed("/reviewEvery", "12 months", "12", section("Introduction")),
      printed("/reviewEvery", "annually", "12", report("2.10")),
      printed("objective-count", "seven", "7", report("2.4")),
      printed("objective-count", "7", "7", section("3")),
      printed("years", "2016-20", "2016-20", section("Title")),
    ],
  }),
  tour({
    id: "opcc-derbyshire.d383",
    title: "#D383",
    body,
    plan,
    // His term: from the seventh day after the poll of 2016 to the eve of the next one's.
    start: "2016-05-12",
    end: "2020-05-13",
    places: 383,
    interim: [{ by: "2017-06-30", places: 83 }],
    criteria: [
      "It is for the public, or a part of it",
      "It gives people the opportunity to say what they think and what concerns them",
    ],
    sources: [report("2.9"), section("5"), inReformAct({ item: "section 50" })],
    printed: [
      printed("/places", "383", "383", report("2.9")),
      printed("/places", "383", "383", section("5")),
      printed("/interim/0/places", "83", "83", report("2.9")),
      printed("/interim/0/by", "the end of June", "2017-06-30", report("2.9")),
    ],
  }),
  survey("listening-to-you.2016", "Listening to You", section("6"), {
    series: "Listening to You",
    wave: "2016-20",
    purpose:
      "A general survey on crime, policing, community safety and the commissioner, the same over the term so that trends can be seen.",
    audiences: ["General public"],
    groups: ["people"],
    objectives,
  }),
  survey("victims.2016", "Victims survey", section("6"), {
    purpose: "Learn what services victims of the last twelve months need and what keeps them out.",
    audiences: ["Victims of crime in the last twelve months"],
    groups: ["victims"],
    objectives: objectives.slice(0, 1),
  }),
  survey("hate-crime.2016", "Hate Crime Survey", report("2.8"), {
    purpose: "Make hate crime known, encourage reports, and inform services for its victims.",
  }),
];

const summit = in2017({ item: "11A", paragraph: "3, iii" });
const ask = in2017({ item: "4A, minutes of 27 March 2017", paragraph: "Ask the SGB" });
const partnership = in2017({ item: "15A, Appendix G", paragraph: "3.2" });
const adults = in2017({ item: "11C, Appendix B" });
const safety = in2017({ item: "12F", paragraph: "6.4" });
const voice = in2017({ item: "11C, Appendix A" });

/** What else the pack tells of meetings with people, and of surveys. */
export const otherEngagement2017: readonly ExampleRecord[] = [
  activity({
    id: "opcc-derbyshire.ask-the-sgb.2017-03-27",
    title: "Ask the SGB, questions of the public",
    body,
    kind: "meeting",
    date: "2017-03-27",
    inPerson: true,
    openToPublic: true,
    venue: "Conference Room 3, Force Headquarters",
    partnerBodies: ["register/body/strategic-governance-board"],
    groups: ["people"],
    method: "public-meetings",
    plan,
    url: "http://www.derbyshire-pcc.gov.uk/News-and-Events-Meetings/Meeting-Information/Ask-SGB.aspx",
    sources: [ask],
  }),
  activity({
    id: "opcc-derbyshire.city-centre-summit.2016",
    title: "City centre summit",
    body,
    kind: "conference",
    // Told of as recent in the report of the year to March 2017.
    date: "2016-04-01/2017-05-22",
    areas: ["register/area/derby"],
    partners: ["Various agencies"],
    subjects: ["anti-social behaviour", "street drinking", "begging"],
    sources: [summit],
  }),
  activity({
    id: "opcc-derbyshire.partnership-event.2016-09-06",
    title: "Partnership event on the police and crime plan and the Community Safety Fund",
    body,
    kind: "event",
    date: "2016-09-06",
    partners: ["Partners"],
    subjects: ["police and crime plan", "criteria of the Community Safety Fund, 2017 to 2020"],
    findings: [
      {
        theme: "Criteria",
        points: ["The criteria were changed after what partners said."],
      },
    ],
    plan,
    sources: [partnership],
    printed: [printed("/date", "6 September 2016", "2016-09-06", partnership)],
  }),
  activity({
    id: "derbyshire-safeguarding-adults-board.2017-02",
    title: "Two conferences on Making Safeguarding Personal",
    body: "register/body/derbyshire-safeguarding-adults-board",
    kind: "conference",
    date: "2017-02",
    attendance: 170,
    partners: ["Professionals of many organisations"],
    subjects: ["safeguarding adults"],
    sources: [adults],
    printed: [
      printed("/date", "February 2017", "2017-02", adults),
      printed("/attendance", "170", "170", adults),
      printed("conferences", "two", "2", adults),
    ],
  }),
  consultation({
    id: "derby-safeguarding-adults-board.msp",
    title: "What adults say of being safeguarded",
    body: "register/body/derby-safeguarding-adults-board",
    design: "not-stated",
    purpose:
      "Adults are asked the questions of the regional survey, and whether they would join a focus group.",
    audiences: ["Adults who were safeguarded"],
    areas: ["register/area/derby"],
    sources: [voice],
  }),
  consultation({
    id: "derbyshire-constabulary.health-and-safety.2016",
    title: "Survey on the Health and Safety Strategy 2014-2016",
    body: "register/body/derbyshire-constabulary",
    design: "not-stated",
    held: "2016-10",
    purpose: "Learn from officers and staff how far the strategy's objectives were met.",
    audiences: ["Officers and staff"],
    responses: { count: 76 },
    sources: [safety],
    printed: [
      printed("/responses/count", "76", "76", safety),
      printed("/held", "October 2016", "2016-10", safety),
    ],
  }),
];
