import {
  equalityAssessment,
  initiative,
  partnership,
  reviewOf,
  strategy,
  threatAssessment,
} from "../assurance-records.ts";
import { type ExampleRecord, printed, sameAs } from "../example-record.ts";
import { in2013 } from "../papers.ts";
import { actionPlan2013 } from "./assurance-action-plan.ts";

const board = "register/body/safer-communities-board";
const partners = "register/body/safer-derbyshire-partnership";
const constabulary = "register/body/derbyshire-constabulary";
const county = "register/body/derbyshire-county-council";
const plan = "register/plan/safer-communities-board.2011";
const community = "register/post/derbyshire-county-council.head-of-community-safety";

const agreement = (table?: string) =>
  in2013({ item: "3 Community Safety Agreement", ...(table !== undefined && { table }) });
const assessmentForm = (table: string) =>
  in2013({ item: "3 Community Safety Agreement, Appendix C", table });
const minute = (paragraph: string) => in2013({ item: "Minutes of 12 December 2012", paragraph });
const reviews = in2013({ item: "5 Domestic Violence Homicide Reviews", table: "Background" });

const strategies: readonly ExampleRecord[] = [
  strategy({
    id: "safer-communities-board.2011",
    title: "Derbyshire Community Safety Agreement 2011–14",
    body: board,
    owner: community,
    status: "in-force",
    plan,
    validFrom: "2011-04-01",
    validTo: "2014-03-31",
    authority: "Police and Justice Act 2006, Schedule 9",
    approval: { by: board },
    reviewed: "2013-02-27",
    sources: [agreement(), assessmentForm("Stage 1")],
  }),
  strategy({
    id: "safer-communities-board.hate-crime",
    title: "Partnership hate crime strategy",
    body: board,
    partners: ["register/body/derbyshire-criminal-justice-board"],
    status: "draft",
    approval: { by: board, date: "2012-12-12", record: "meetings/resolution/scb.2012-12-12.32" },
    sources: [minute("32/12")],
  }),
  strategy({
    id: "safer-derbyshire.domestic-abuse.2011",
    title: "Joint city and county strategy on domestic abuse and sexual violence",
    body: partners,
    status: "approved",
    launched: "2011",
    sources: [
      in2013({ item: "3 Community Safety Agreement, Appendix A", table: "Domestic Abuse" }),
    ],
    printed: [
      printed(
        "objectives",
        "five",
        "5",
        in2013({ item: "3 Community Safety Agreement, Appendix A", table: "Domestic Abuse" }),
      ),
    ],
  }),
  strategy({
    id: "derbyshire-drug-and-alcohol-action-team.2009",
    title: "Drug and alcohol strategy 2009–2013",
    body: "register/body/derbyshire-drug-and-alcohol-action-team",
    status: "approved",
    launched: "2009",
    sources: [minute("37/12")],
  }),
];

/** In their final order; the order before the risk was weighed is not printed. */
const threats = [
  ["cyber-crime", "Cyber crime", "cross-cutting"],
  ["new-communities", "New and emerging communities", "cross-cutting"],
  ["economic-crime", "Economic crime", "cross-cutting"],
  ["domestic-abuse", "Domestic abuse", "vulnerable"],
  ["drugs", "Drugs", "criminality"],
  ["safeguarding-adults", "Safeguarding adults", "vulnerable"],
  ["troubled-families", "Troubled families", "cross-cutting"],
  ["rape", "Rape and serious sexual assault", "vulnerable"],
  ["safeguarding-children", "Safeguarding children", "vulnerable"],
  ["terrorism", "Terrorism", "criminality"],
  ["organised-crime", "Organised crime groups", "criminality"],
  ["alcohol", "Alcohol related harm", "reassurance"],
  ["roads", "Killed and seriously injured on the roads", "reassurance"],
  ["acquisitive-crime", "Acquisitive crime and offender management", "criminality"],
  ["anti-social-behaviour", "Anti-social behaviour", "reassurance"],
] as const;

const headings = {
  reassurance: "Providing reassurance",
  vulnerable: "Protecting the vulnerable",
  criminality: "Attacking criminality",
  "cross-cutting": "Cross-cutting issues",
} as const;

const isNew = (heading: (typeof threats)[number][2]) => heading === "cross-cutting";
const ledByPolice = new Set<string>(["cyber-crime", "economic-crime"]);

const assessment = threatAssessment({
  id: "safer-derbyshire.2012",
  title: "Joint strategic threat, harm and risk assessment 2012",
  body: partners,
  partners: [constabulary, "register/body/derby-city-and-neighbourhood-partnership"],
  assessed: "2012-10",
  period: "FY2013",
  headings: Object.values(headings),
  items: threats.map(([id, threat, heading], index) => ({
    id,
    threat,
    heading: headings[heading],
    finalRank: index + 1,
    ...(isNew(heading) && { isNew: true }),
    ...(ledByPolice.has(id) && { lead: constabulary }),
    ...(index < 3 && {
      reason:
        "Its score rose steeply: little resource is given to it, and its scale is not understood in common.",
    }),
  })),
  themedReports: [
    { heading: headings.reassurance, due: "2013-06" },
    { heading: headings.vulnerable, due: "2013-09" },
  ],
  sources: [minute("30/12"), agreement("Background"), agreement("3 Priorities")],
  printed: [
    printed("threats", "15", "15", agreement("3 Priorities")),
    printed("new-threats", "four", "4", agreement("3 Priorities")),
    printed("headings", "four", "4", agreement("Background")),
    printed("risen-most", "top three", "3", minute("30/12")),
  ],
  relations: [
    {
      kind: "derived",
      operation: "sum",
      of: [
        {
          record: "assurance/equality-assessment/safer-communities-board.2011",
          of: "priorities",
        },
        "new-threats",
      ],
      result: "threats",
      because: "Eleven go on from 2011, and four were added.",
    },
    { kind: "count", list: ["/items/*/id"], count: "threats" },
    { kind: "count", list: ["/headings/*"], count: "headings" },
  ],
});

const stages = [
  ["1", "Prioritising what to impact assess"],
  ["2", "Pulling an assessment team together"],
  ["3", "Scoping of the assessment"],
  ["4", "Pulling together all the information"],
  ["5", "Assessing the impact or effects"],
  ["6", "Ways of reducing or removing unwanted effects"],
  ["7", "Finding out whether people agree what needs changing"],
  ["8 and 9", "Action planning, target setting and monitoring"],
  ["10", "Adding the actions to service plans"],
  ["11", "Publishing"],
] as const;

const equality = equalityAssessment({
  id: "safer-communities-board.2011",
  title: "Equality impact assessment of the community safety agreement",
  body: board,
  of: "assurance/strategy/safer-communities-board.2011",
  form: "2008",
  chair: community,
  team: [
    "Community safety",
    "Domestic violence",
    "Safeguarding",
    "Commissioning of drug and alcohol services",
    "Probation",
    "Equalities policy",
    "Road safety",
    "Police community safety",
    "Fire and rescue community safety",
    "Analysis",
  ],
  assessed: "2011",
  stages: stages.map(([number, heading]) => ({ number, heading, done: number !== "11" })),
  basis: "assurance/threat-assessment/safer-derbyshire.2012",
  // The form scopes itself to eleven priorities; the four that the assessment of 2012 added are not among them.
  covers: threats.filter(([, , heading]) => !isNew(heading)).map(([, threat]) => threat),
  effects: [
    {
      group: "Children and young people",
      effect: "Are more often victims than older people, and fear crime more.",
      direction: "negative",
    },
    {
      group: "Men, black and minority ethnic, and lesbian, gay, bisexual and transgender victims",
      effect: "Have few services of their own after domestic abuse.",
      direction: "negative",
    },
    {
      group: "People with a disability",
      effect: "Are less content with how they are treated as victims, and fear intimidation more.",
      direction: "negative",
    },
    {
      group: "People with learning disabilities",
      effect: "Are a large share of the victims of sexual violence.",
      direction: "negative",
    },
    {
      group: "Older people",
      effect: "Are more at risk of burglary by distraction.",
      direction: "negative",
    },
    {
      group: "Muslim communities in Chesterfield",
      effect: "Little is known of what concerns them.",
      direction: "unknown",
    },
  ],
  actions: [
    {
      action: "Develop services for victims that meet the needs of minority groups",
      groups: ["Race", "Sexual orientation", "Sex"],
      lead: partners,
      otherPartners: ["Providers of the third sector"],
      measure: "More of these victims use the services",
      tracking: "Community safety agreement and service plan; boards every six months",
    },
    {
      action: "Improve what is known with the learning disability partnership",
      groups: ["Disability"],
      lead: partners,
      tracking: "Plans with adult care; yearly planning and reviews",
    },
    {
      action: "Exchange information with the Muslim associations in Chesterfield",
      groups: ["Religion"],
      lead: partners,
      partners: [constabulary],
      otherPartners: ["Muslim associations in Chesterfield"],
      measure: "Awareness of the national programme, and referrals into it",
      tracking: "County plan to prevent extremism; every six months",
    },
    {
      action: "Carry on with work between generations, and between victims and offenders",
      groups: ["Age"],
      lead: partners,
      partners: [county, "register/body/derbyshire-probation-trust", constabulary],
      measure: "More confidence and less fear of crime",
      tracking: "Plans with adult care and of the districts; yearly",
    },
    {
      action: "Find victims of anti-social behaviour who are vulnerable and suffer it again",
      groups: ["Age", "Disability"],
      lead: partners,
      partners: [constabulary, county],
      measure: "The results of the pilots",
      tracking: "The police's project board; quarterly",
    },
    {
      action: "Obtain and share data on the exploitation of children and on forced marriage",
      groups: ["Age", "Race"],
      lead: partners,
      tracking: "Research team and multi-agency teams; as resources allow",
    },
    {
      action: "Consult communities on what concerns them, through forums that exist",
      groups: ["Race", "Sexual orientation", "Age"],
      lead: partners,
      tracking: "Part of each development of a service",
    },
  ],
  updates: [
    {
      date: "2013-02",
      changes: [
        "How the victims of anti-social behaviour are found is to follow from April 2013",
        "Data on exploitation follow a plan of December 2012",
      ],
    },
  ],
  signedOff: { by: board },
  meetings: ["meetings/paper/scb.2013-02-27.3"],
  sources: [assessmentForm("Stages 1 to 11"), agreement("Background")],
  printed: [
    printed("priorities", "11", "11", assessmentForm("Stage 1")),
    printed("priorities", "11", "11", assessmentForm("Stage 3")),
  ],
  relations: [{ kind: "count", list: ["/covers/*"], count: "priorities" }],
});

/** Told by number alone: nothing here says whom, where or when. */
const homicideReviews: readonly ExampleRecord[] = [
  { stage: "not-held" },
  {
    stage: "quality-assurance",
    chair: "independent",
    costOfEach: { amount: "1100.00" },
    printed: [{ ...printed("cost-of-each", "approx. £1,100", "1100", reviews), bound: "about" }],
    relations: [
      sameAs(
        "cost-of-each",
        "funding/cost-split/safer-communities-board.homicide-reviews",
        "cost.second-review.share",
      ),
    ],
  },
  { stage: "under-way", chair: "agency" },
].map((told, index) =>
  reviewOf("2013-02-27")({
    id: `safer-communities-board.homicide-review.${index + 1}`,
    kind: "domestic-homicide",
    body: board,
    authority: "Domestic Violence, Crime and Victims Act 2004, section 9",
    asAt: "2013-02-27",
    money: ["funding/cost-split/safer-communities-board.homicide-reviews"],
    meetings: ["meetings/paper/scb.2013-02-27.5"],
    ...told,
    sources: [reviews],
  }),
);

const work = (data: ExampleRecord["data"]): ExampleRecord =>
  initiative({ body: board, plan, status: "under-way", ...data });

const initiatives: readonly ExampleRecord[] = [
  work({
    id: "safer-derbyshire.victims-first",
    title: "Victims of anti-social behaviour first: one risk assessment, one system of cases",
    money: ["funding/commissioned-service/derbyshire-constabulary.case-management"],
    lead: constabulary,
    priority: "Anti-social behaviour",
    areas: [
      { area: "register/area/bolsover", stage: "pilot" },
      { area: "register/area/chesterfield", stage: "pilot" },
    ],
    progress: "Rolled out from April 2013; a review follows when every area has it.",
    meetings: ["meetings/minutes/scb.2012-12-12"],
    sources: [minute("27/12")],
    printed: [
      {
        ...printed("cost-for-each-partnership", "approximately £6,000", "6000", minute("27/12")),
        bound: "about",
      },
    ],
    relations: [
      sameAs(
        "cost-for-each-partnership",
        "funding/commissioned-service/derbyshire-constabulary.case-management",
        "later-share-of-each-partnership",
      ),
    ],
  }),
  work({
    id: "safer-derbyshire.offender-management",
    title: "Integrated offender management",
    metrics: [
      "safeguarding/indicator/offenders-managed-together",
      "safeguarding/indicator/integrated-management-reduction",
    ],
    money: ["funding/allocation-table/safer-communities-board.2012"],
    priority: "Acquisitive crime and offender management",
    partners: [constabulary, "register/body/derbyshire-probation-trust"],
    progress: "In its second year; some 300 offenders are managed at a time.",
    meetings: ["meetings/resolution/scb.2012-12-12.34"],
    sources: [minute("34/12")],
    printed: [
      printed("reduction-in-first-year", "28.4%", "28.4", minute("34/12")),
      printed(
        "reduction-in-first-year",
        "28.4%",
        "28.4",
        in2013({ item: "3 Community Safety Agreement, Appendix A", table: "Acquisitive Crime" }),
      ),
      printed("offences-fewer", "192", "192", minute("34/12")),
      printed("cost-saving", "£1.1m", "1100000", minute("34/12")),
      printed("reduction-july-to-september-2012", "32.4%", "32.4", minute("34/12")),
    ],
    relations: [
      sameAs(
        "reduction-in-first-year",
        "safeguarding/observation/integrated-management-reduction.2011-06-01-2012-05-31.derbyshire",
        "/value",
      ),
      sameAs(
        "reduction-july-to-september-2012",
        "safeguarding/observation/integrated-management-reduction.2012-07-01-2012-09-30.derbyshire",
        "/value",
      ),
    ],
  }),
  work({
    id: "safer-derbyshire.troubled-families",
    title: "Troubled families",
    metrics: [
      "safeguarding/indicator/troubled-families",
      "safeguarding/indicator/troubled-families-paid",
    ],
    priority: "Troubled families",
    partners: [county],
    progress: "A co-ordinator is in post; the fee is received for most of the families.",
    targets: [
      { id: "families", measure: "families to work with in the first year", target: "474" },
    ],
    meetings: ["meetings/paper/scb.2013-02-27.3"],
    sources: [
      minute("31/12"),
      in2013({ item: "3 Community Safety Agreement, Appendix A", table: "Troubled Families" }),
    ],
    printed: [
      printed(
        "/targets/0/target",
        "474",
        "474",
        in2013({ item: "3 Community Safety Agreement, Appendix A", table: "Troubled Families" }),
      ),
      printed(
        "families-paid-for",
        "396",
        "396",
        in2013({ item: "3 Community Safety Agreement, Appendix A", table: "Troubled Families" }),
      ),
    ],
    relations: [
      sameAs(
        "families-paid-for",
        "safeguarding/observation/troubled-families-paid.2012-04-01-2013-02-27.derbyshire",
        "/value",
      ),
      sameAs(
        "/targets/0/target",
        "safeguarding/observation/troubled-families.2012-04-01-2013-02-27.derbyshire",
        "/value",
      ),
    ],
  }),
  work({
    id: "safer-derbyshire.test-purchases",
    title: "Test purchases of alcohol at licensed premises",
    metrics: ["safeguarding/indicator/test-purchases"],
    priority: "Alcohol related harm",
    partners: [constabulary, county],
    progress: "Jointly run by police and trading standards; the rate of failure goes on falling.",
    meetings: ["meetings/resolution/scb.2012-12-12.33"],
    sources: [minute("33/12")],
    printed: [
      printed("attempts", "110", "110", minute("33/12")),
      printed("sales", "27", "27", minute("33/12")),
      printed("refused-at-the-door", "18", "18", minute("33/12")),
    ],
    relations: [
      sameAs(
        "attempts",
        "safeguarding/observation/test-purchases.2012-04-01-2012-09-30.derbyshire",
        "/value",
      ),
      sameAs(
        "sales",
        "safeguarding/observation/test-purchases.2012-04-01-2012-09-30.derbyshire.result-sold",
        "/value",
      ),
      sameAs(
        "refused-at-the-door",
        "safeguarding/observation/test-purchases.2012-04-01-2012-09-30.derbyshire.result-refused-entry",
        "/value",
      ),
    ],
  }),
  work({
    id: "safer-derbyshire.child-exploitation",
    title: "Action plan against the sexual exploitation of children",
    priority: "Safeguarding children",
    partners: ["register/body/derbyshire-safeguarding-children-board", partners],
    progress: "Signed off by the safeguarding board in October 2012.",
    meetings: ["meetings/resolution/scb.2012-12-12.35"],
    sources: [minute("35/12")],
  }),
];

const partnerships: readonly ExampleRecord[] = [
  partnership({
    id: "safer-communities-board",
    title: "Derbyshire Safer Communities Board",
    body: board,
    purpose: "Lead the county's partners against crime, disorder and misuse of drugs and alcohol",
    authority: "Police and Justice Act 2006",
    plan,
    meetings: ["meetings/paper/scb.2013-02-27.3"],
    sources: [agreement("Partnership structure")],
  }),
  partnership({
    id: "derbyshire-community-safety-partnerships",
    title: "Statutory members of the district partnerships",
    body: partners,
    members: [
      { member: constabulary, role: "statutory-member" },
      { member: county, role: "statutory-member" },
      { member: "register/body/derbyshire-probation-trust", role: "statutory-member" },
      { member: "register/body/derbyshire-fire-and-rescue-service", role: "statutory-member" },
      {
        member: "register/body/derbyshire-police-authority",
        role: "statutory-member",
        validTo: "2012-11-21",
      },
      {
        member: "register/body/derbyshire-county-pct",
        role: "statutory-member",
        validTo: "2013-03-31",
      },
      {
        member: "register/body/north-derbyshire-ccg",
        role: "statutory-member",
        validFrom: "2013-04-01",
      },
    ],
    meetings: ["meetings/paper/scb.2013-02-27.5", "meetings/resolution/scb.2012-12-12.36"],
    sources: [reviews, minute("36/12")],
  }),
  partnership({
    id: "derbyshire-drug-and-alcohol-action-team",
    title: "Drug and alcohol action team",
    body: "register/body/derbyshire-drug-and-alcohol-action-team",
    purpose: "Commission services against misuse of drugs and alcohol",
    mergers: [
      {
        date: "2013-04-01",
        of: ["Partnership board", "Joint commissioning group"],
        into: "One joint commissioning group",
        reason: "Members of the right rank were hard to bring to the meetings of both.",
      },
    ],
    meetings: ["meetings/resolution/scb.2012-12-12.37"],
    sources: [minute("37/12")],
  }),
];

/** What the pack of 27 February 2013 seeks and gives assurance on. */
export const assurance2013: readonly ExampleRecord[] = [
  ...strategies,
  assessment,
  ...actionPlan2013,
  equality,
  ...homicideReviews,
  ...initiatives,
  ...partnerships,
];
