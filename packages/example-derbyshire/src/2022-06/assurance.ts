import {
  commissionedService,
  initiative,
  partnership,
  scrutinyScheme,
  serviceStandard,
  strategy,
} from "../assurance-records.ts";
import { type ExampleRecord, printed, sameAs } from "../example-record.ts";
import { in2022 } from "../papers.ts";

const commissioner = "register/body/opcc-derbyshire";
const constabulary = "register/body/derbyshire-constabulary";
const county = "register/body/derbyshire-county-council";
const city = "register/body/derby-city-council";
const plan = "register/plan/opcc-derbyshire.2021";
const meetings = ["meetings/paper/panel.2022-06-23.1"];
const forceArea = "register/area/derbyshire-police-force-area";

/** The priorities as the report words them; it gives none a number. */
const priorities = {
  women: "Violence against women and girls",
  roads: "Road safety",
  policing: "Strong local policing",
  watch: "Expansion of Neighbourhood Watch",
  children: "Children and young people",
} as const;

const at = (paragraph: string) => in2022({ paragraph });

interface Told {
  readonly id: string;
  readonly paragraph: string;
  readonly title: string;
  readonly [field: string]: unknown;
}

/** Something that the report of June 2022 tells of in one paragraph. */
const told = ({ id, paragraph, title, ...fields }: Told): ExampleRecord =>
  initiative({
    id: `opcc-derbyshire.${id}`,
    title,
    body: commissioner,
    plan,
    status: "under-way",
    meetings,
    ...fields,
    sources: [at(paragraph)],
  });

const figure = (of: string, text: string, value: string, paragraph: string, bound?: string) => ({
  ...printed(of, text, value, at(paragraph)),
  ...(bound !== undefined && { bound }),
});

/** The visits to those who had a grant of the first round. */
const recipientsVisited = [
  "little-eaton",
  "derby",
  "crich",
  "ironville-and-codnor",
  "new-mills",
  "chapel-en-le-frith",
  "clay-cross",
].map(
  (place) =>
    `engagement/activity/opcc-derbyshire.2021-11.${place}-${place === "derby" ? "grants" : "grant"}`,
);

const initiatives: readonly ExampleRecord[] = [
  told({
    id: "asb-grant.2021",
    paragraph: "3.1",
    title: "Grants to prevent anti-social behaviour, first round",
    money: ["funding/round/opcc-derbyshire.anti-social-behaviour.2021"],
    engagement: recipientsVisited,
    started: "2021-09",
    areas: [{ area: forceArea }],
    progress:
      "Awards were decided in November 2021; the projects are expected to end later in the financial year, and the commissioner has visited several.",
    targets: [{ id: "awards", measure: "organisations awarded a grant", achieved: "22" }],
    printed: [
      figure("/targets/0/achieved", "22", "22", "3.1"),
      figure("most-for-each", "up to £5,000", "5000", "3.1", "at-most"),
      figure("allocated", "£100,000", "100000", "3.1"),
    ],
    relations: [
      sameAs(
        "/targets/0/achieved",
        "funding/round/opcc-derbyshire.anti-social-behaviour.2021",
        "awards.count",
      ),
      sameAs(
        "most-for-each",
        "funding/round/opcc-derbyshire.anti-social-behaviour.2021",
        "/maximum",
      ),
      sameAs(
        "allocated",
        "funding/round/opcc-derbyshire.anti-social-behaviour.2021",
        "awards.value",
      ),
    ],
  }),
  told({
    id: "asb-grant.2022",
    paragraph: "3.2",
    title: "Grants to prevent anti-social behaviour, second round",
    money: ["funding/round/opcc-derbyshire.anti-social-behaviour.2022"],
    started: "2022-06-01",
    areas: [{ area: forceArea }],
    progress: "Open for projects against the peak of incidents in the summer.",
    printed: [figure("/started", "1st June 2022", "2022-06-01", "3.2")],
  }),
  told({
    id: "vawg-survey",
    paragraph: "3.3",
    title: "Survey on violence against women and girls",
    engagement: ["engagement/consultation/opcc-derbyshire.vawg.2021"],
    priority: priorities.women,
    started: "2021-11",
    progress: "What was answered helps the partners to write the strategy.",
    printed: [figure("responses", "over 1,400", "1400", "3.3", "more-than")],
    relations: [
      sameAs("responses", "engagement/consultation/opcc-derbyshire.vawg.2021", "/responses/count"),
    ],
  }),
  told({
    id: "vawg-focus-groups",
    paragraph: "3.4",
    title: "Focus groups on violence against women and girls",
    engagement: ["engagement/activity/opcc-derbyshire.vawg-focus-groups.2021"],
    priority: priorities.women,
    progress:
      "Several were held online with women and with organisations for them, beside the survey.",
  }),
  told({
    id: "vawg-strategy",
    paragraph: "3.5",
    title: "A strategy of all partners against violence towards women and girls",
    priority: priorities.women,
    partners: [constabulary, county, city],
    areas: [{ area: forceArea }],
    strategies: ["assurance/strategy/opcc-derbyshire.vawg"],
    progress: "Written together; to be launched within weeks, with an action plan under it.",
  }),
  told({
    id: "road-safety-governance",
    paragraph: "3.6",
    title: "Oversight of the road safety partnership",
    priority: priorities.roads,
    partners: ["register/body/derby-and-derbyshire-road-safety-partnership"],
    areas: [{ area: forceArea }],
    progress: "The commissioner has taken the role on, against the four main causes of crashes.",
  }),
  told({
    id: "bikesafe",
    paragraph: "3.6",
    title: "BikeSafe: road skills for motorcyclists",
    priority: priorities.roads,
    progress: "Funding that sustains the scheme was supported.",
  }),
  told({
    id: "operation-capture",
    paragraph: "3.6",
    title: "Operation Capture: a civilian to handle the public's recordings of driving",
    priority: priorities.roads,
    partners: [constabulary],
    progress:
      "The request for funding was supported; the officer on secondment goes back to roads policing.",
  }),
  told({
    id: "road-safety-grant.2022",
    paragraph: "3.7",
    title: "Grants for road safety, also for speed indicator devices",
    money: ["funding/round/opcc-derbyshire.road-safety.2022"],
    priority: priorities.roads,
    started: "2022-04",
    partners: [county],
    progress: "Open to community groups and to parish and town councils.",
    printed: [figure("available", "up to £150,000", "150000", "3.7", "at-most")],
  }),
  told({
    id: "neighbourhood-watch",
    paragraph: "3.8",
    title: "Support fund for Neighbourhood Watch",
    metrics: [
      "safeguarding/indicator/neighbourhood-watch-growth",
      "safeguarding/indicator/neighbourhood-watch-schemes-funded",
    ],
    money: ["funding/round/opcc-derbyshire.neighbourhood-watch.2021"],
    priority: priorities.watch,
    started: "2021-11",
    areas: [{ area: forceArea }],
    progress: "Schemes were funded to make places safer and to win volunteers.",
    targets: [
      { id: "schemes", measure: "schemes funded", achieved: "21" },
      {
        id: "members",
        measure: "members gained from May 2021 to June 2022",
        achieved: "2482",
        asAt: "2022-06-23",
      },
    ],
    printed: [
      figure("/targets/0/achieved", "21", "21", "3.8"),
      figure("/targets/1/achieved", "2,482", "2482", "3.8"),
    ],
    relations: [
      sameAs(
        "/targets/0/achieved",
        "funding/round/opcc-derbyshire.neighbourhood-watch.2021",
        "awards.count",
      ),
    ],
  }),
  told({
    id: "encampment-taskforce",
    paragraph: "3.9",
    title: "Taskforce against illegal encampments",
    partners: [
      "register/body/north-east-derbyshire-council",
      "register/body/derbyshire-dales-council",
      "register/body/bolsover-council",
      city,
    ],
    areas: [
      { area: "register/area/north-east-derbyshire", stage: "pilot" },
      { area: "register/area/derbyshire-dales", stage: "in-talks" },
      { area: "register/area/bolsover", stage: "interested" },
      { area: "register/area/derby", stage: "interested" },
    ],
    progress: "A joint protocol says when it is called out; the pilot has been a success.",
  }),
  told({
    id: "performance-scrutiny",
    paragraph: "3.10",
    title: "Performance scrutiny meetings",
    engagement: ["engagement/activity/opcc-derbyshire.performance-scrutiny.2021-11"],
    partners: [constabulary],
    started: "2021-11",
    progress:
      "Every two months on one of the plan's priorities, the first on violence against women and girls.",
    printed: [figure("/started", "November 2021", "2021-11", "3.10")],
  }),
  told({
    id: "bleed-control-kits",
    paragraph: "3.11",
    title: "Kits against bleeding in licensed premises",
    metrics: ["safeguarding/indicator/bleed-control-kits"],
    status: "complete",
    areas: [{ area: "register/area/derby" }],
    progress: "The commissioner's share of the kits is bought; one has been used in an incident.",
    targets: [{ id: "kits", measure: "kits bought", achieved: "20", target: "100" }],
    printed: [
      figure("/targets/0/achieved", "20", "20", "3.11"),
      figure("/targets/0/target", "100", "100", "3.11"),
    ],
    relations: [
      {
        kind: "total",
        parts: ["/targets/0/achieved"],
        total: "/targets/0/target",
        partial: true,
        because: "The kits paid for are some of those that are wanted.",
      },
    ],
  }),
  told({
    id: "listening-to-you.2021",
    paragraph: "3.12",
    title: "Consultation 'Listening to You' 2021–22",
    engagement: ["engagement/consultation/opcc-derbyshire.listening-to-you.2021"],
    status: "complete",
    areas: [{ area: forceArea }],
    ends: "2022-03",
    progress: "Closed in March 2022; the answers are being analysed.",
    printed: [
      figure("responses", "Over 2,500", "2500", "3.12", "more-than"),
      figure("/ends", "March 2022", "2022-03", "3.12"),
    ],
    relations: [
      sameAs(
        "responses",
        "engagement/consultation/opcc-derbyshire.listening-to-you.2021",
        "/responses/count",
      ),
    ],
  }),
  told({
    id: "listening-to-you.2022",
    paragraph: "3.12",
    title: "Consultation 'Listening to You' 2022–23",
    engagement: ["engagement/consultation/opcc-derbyshire.listening-to-you.2022"],
    progress: "Launched.",
  }),
  told({
    id: "stalking-coordinator",
    paragraph: "3.13",
    title: "A co-ordinator against stalking in the constabulary",
    partners: [constabulary],
    status: "planned",
    progress: "The budget of the year provides for the post.",
  }),
  told({
    id: "stalking-advocates",
    paragraph: "3.13",
    title: "Independent advocates for victims of stalking, for the county and for the city",
    status: "proposed",
    areas: [{ area: "register/area/derbyshire" }, { area: "register/area/derby" }],
    progress: "The Home Office is to pay for the county's, the commissioner for the city's.",
  }),
  told({
    id: "domestic-abuse-derby",
    paragraph: "3.14",
    title: "More help for victims of domestic abuse in Derby",
    money: ["funding/commissioned-service/opcc-derbyshire.outreach-derby"],
    partners: ["register/body/refuge"],
    areas: [{ area: "register/area/derby" }],
    progress: "A contract was awarded after a competitive tender.",
    printed: [
      figure("contract-value", "over £583k", "583000", "3.14", "more-than"),
      figure("contract-years", "three", "3", "3.14"),
    ],
  }),
  told({
    id: "policing-charter",
    paragraph: "3.15",
    title: "Neighbourhood policing charter",
    engagement: ["engagement/plan/derbyshire-constabulary.2022-charter"],
    priority: priorities.policing,
    partners: [constabulary],
    progress: "Drawn up by the constabulary.",
  }),
  told({
    id: "police-recruitment",
    paragraph: "3.16",
    title: "Recruitment of police officers",
    metrics: ["safeguarding/indicator/uplift-officers-recruited"],
    priority: priorities.policing,
    lead: constabulary,
    areas: [{ area: forceArea }],
    progress:
      "Part of the national programme; the commissioner speaks up for keeping an entry without a degree.",
    targets: [
      {
        id: "officers",
        measure: "police officers recruited since the programme began",
        achieved: "158",
        toCome: "125",
        asAt: "2022-06-23",
        due: "2023-03-31",
      },
    ],
    printed: [
      figure("/targets/0/achieved", "158", "158", "3.16"),
      figure("/targets/0/toCome", "125", "125", "3.16"),
      figure("national-programme", "20,000", "20000", "3.16"),
    ],
  }),
  told({
    id: "children-strategy",
    paragraph: "3.17",
    title: "Children and young people's strategy",
    engagement: [
      "engagement/plan/opcc-derbyshire.2021-children",
      "engagement/activity/opcc-derbyshire.2021-11.south-normanton-schools",
    ],
    priority: priorities.children,
    strategies: ["assurance/strategy/opcc-derbyshire.children"],
    progress:
      "Developed; secondary schools were invited to a conference on the exploitation of young people.",
  }),
  told({
    id: "i-vengers",
    paragraph: "3.18",
    title: "I-Vengers: pupils teach pupils to be safe online",
    money: ["funding/commissioned-service/opcc-derbyshire.i-vengers"],
    engagement: ["engagement/activity/opcc-derbyshire.2021-11.bolsover-school"],
    partners: [county],
    areas: [{ area: "register/area/derbyshire" }],
    progress: "Paid for together with the county council; a school in Bolsover was visited.",
  }),
  ...(
    [
      ["chesterfield", "chesterfield-council", "Against neighbourhood crime in the town centre"],
      ["derby", "derby-city-council", "Against violence towards women and girls, with cameras"],
    ] as const
  ).map(([name, council, aim]) =>
    told({
      id: `safer-streets.${name}`,
      paragraph: "3.18",
      title: `Safer Streets Fund in ${name === "derby" ? "Derby" : "Chesterfield"}`,
      partners: [`register/body/${council}`],
      areas: [{ area: `register/area/${name}` }],
      money: ["funding/fund/opcc-derbyshire.safer-streets"],
      engagement: [`engagement/activity/opcc-derbyshire.2021-11.${name}-safer-streets`],
      ...(name === "derby" && { priority: priorities.women }),
      progress: `${aim}; paid for by the Home Office and visited by the commissioner.`,
    }),
  ),
  told({
    id: "youth-commission",
    paragraph: "3.18",
    title: "Derbyshire Youth Commission",
    money: ["funding/commissioned-service/opcc-derbyshire.youth-commission"],
    engagement: ["engagement/activity/opcc-derbyshire.2021-11.derby-youth-commission"],
    partners: [constabulary, "register/body/derbyshire-youth-commission"],
    progress: "Paid for together with the constabulary; it met for the first time.",
  }),
  told({
    id: "your-choice",
    paragraph: "3.18",
    title: "Your Choice: against knife crime and gangs",
    engagement: ["engagement/activity/opcc-derbyshire.2021-11.derby-your-choice"],
    areas: [{ area: "register/area/derby" }],
    progress: "Funded by the commissioner, who came to its conference.",
  }),
];

const strategies: readonly ExampleRecord[] = [
  strategy({
    id: "opcc-derbyshire.vawg",
    title: "Derby and Derbyshire strategy against violence towards women and girls",
    body: commissioner,
    partners: [constabulary, county, city],
    areas: [forceArea],
    status: "draft",
    serves: plan,
    sources: [at("3.5")],
  }),
  strategy({
    id: "opcc-derbyshire.children",
    title: "Children and Young People's Strategy",
    body: commissioner,
    status: "draft",
    serves: plan,
    sources: [at("3.17")],
  }),
];

/** What the report of 23 June 2022 tells of the delivery of the plan, paragraph by paragraph. */
export const assurance2022: readonly ExampleRecord[] = [
  ...initiatives,
  ...strategies,
  scrutinyScheme({
    id: "opcc-derbyshire.performance-scrutiny",
    title: "Performance scrutiny meetings",
    kind: "performance",
    body: commissioner,
    scrutinised: constabulary,
    since: "2021-11",
    frequency: "every two months, on one priority of the plan",
    open: true,
    meetings,
    sources: [at("3.10")],
  }),
  commissionedService({
    id: "opcc-derbyshire.domestic-abuse-derby",
    title: "Outreach for victims of domestic abuse in Derby",
    money: ["funding/commissioned-service/opcc-derbyshire.outreach-derby"],
    body: commissioner,
    provider: "register/body/refuge",
    months: 36,
    areas: ["register/area/derby"],
    outcomes: [
      { sought: "Victims at low or medium risk cope and recover" },
      { sought: "Less harm to them and their families, and less risk of homicide" },
    ],
    meetings,
    sources: [at("3.14")],
    printed: [figure("years", "three", "3", "3.14")],
  }),
  partnership({
    id: "vawg-partnership-board",
    title: "Violence Against Women and Girls Partnership Board",
    body: "register/body/vawg-partnership-board",
    purpose: "Drive the strategy against violence towards women and girls",
    meetings,
    sources: [at("3.5")],
  }),
  partnership({
    id: "derby-and-derbyshire-road-safety-partnership",
    title: "Derby and Derbyshire Road Safety Partnership",
    body: "register/body/derby-and-derbyshire-road-safety-partnership",
    purpose: "Fewer people killed or seriously injured on the roads",
    members: [{ member: commissioner, role: "oversees" }],
    meetings,
    sources: [at("3.6")],
  }),
  serviceStandard({
    id: "derbyshire-constabulary.policing-charter",
    title: "Neighbourhood policing charter",
    body: constabulary,
    steps: [
      {
        number: 1,
        promise: "Officers and staff keep in touch with the public and councillors in their area",
      },
    ],
    meetings,
    sources: [at("3.15")],
  }),
];
