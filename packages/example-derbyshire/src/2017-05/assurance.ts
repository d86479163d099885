import {
  auditOf,
  commissionedService,
  inspection,
  partnership,
  recommendationOf,
  reviewOf,
  riskOf,
  riskRegisterOf,
  scrutinyReport,
  scrutinyScheme,
  serviceStandard,
  strategy,
} from "../assurance-records.ts";
import { body, type ExampleRecord, printed } from "../example-record.ts";
import { in2017 } from "../papers.ts";

/** The pack made the committee's minutes and the reports public on the day of its meeting. */
const published = "2017-05-22";
const auditRecord = auditOf(published);
const recommendation = recommendationOf(published);
const review = reviewOf(published);
const riskRegister = riskRegisterOf(published);
const risk = riskOf(published);

const commissioner = "register/body/opcc-derbyshire";
const constabulary = "register/body/derbyshire-constabulary";
const committee = "register/body/joint-audit-risk-assurance-committee";
const county = "register/body/derbyshire-county-council";
const consortium = "register/body/derbyshire-domestic-abuse-services-consortium";
const inspectorate = "register/body/hmic";

const minute = (paragraph: string) => in2017({ item: "4B, minutes of 9 March 2017", paragraph });
const board = (paragraph: string) => in2017({ item: "4A, minutes of 27 March 2017", paragraph });
const paper = (item: string, paragraph: string) => in2017({ item, paragraph });
const committeeMeeting = "meetings/minutes/jarac.2017-03-09";
const resolution = (number: number) => `meetings/resolution/jarac.2017-03-09.${number}`;

const bodies: readonly ExampleRecord[] = [
  body({
    id: "hmic",
    name: "Her Majesty's Inspectorate of Constabulary",
    otherNames: [{ name: "HMIC" }],
    kind: "inspectorate",
    sources: [board("12E")],
  }),
  body({
    id: "nottinghamshire-safeguarding-children-board",
    name: "Nottinghamshire Safeguarding Children Board",
    kind: "partnership",
    nation: "england",
    sources: [paper("12B", "14.4")],
  }),
  body({
    id: "domestic-abuse-and-sexual-violence-governance-board",
    name: "Domestic Abuse & Sexual Violence Governance Board",
    kind: "board",
    nation: "england",
    sources: [in2017({ item: "11D, Appendix D" })],
  }),
];

const audit = (data: ExampleRecord["data"]): ExampleRecord =>
  auditRecord({ kind: "internal", body: commissioner, status: "final", ...data });

const audits: readonly ExampleRecord[] = [
  audit({
    id: "opcc-derbyshire.2016.partnerships",
    title: "Partnerships",
    year: "FY2016",
    assurance: [{ by: committee, taken: "partial-assurance" }],
    findings: [
      "The plan's success hangs on partnerships, and the risk register holds that as a high risk.",
    ],
    reauditYear: "FY2019",
    meetings: [committeeMeeting, resolution(5)],
    sources: [minute("5.1"), minute("5.4"), minute("5.6")],
    printed: [printed("/reauditYear", "2019/20", "FY2019", minute("5.4"))],
  }),
  audit({
    id: "derbyshire-constabulary.2016.firearms-licensing",
    title: "Firearms licensing",
    body: constabulary,
    findings: [
      "It made recommendations of priority 2 for which no action was agreed; how many is not printed.",
    ],
    reauditYear: "FY2019",
    meetings: [committeeMeeting],
    sources: [minute("6.2")],
    printed: [printed("/reauditYear", "2019/20", "FY2019", minute("6.2"))],
  }),
  audit({
    id: "derbyshire-constabulary.2016.network-security",
    title: "Network security",
    body: constabulary,
    findings: ["The report gives assurance."],
    meetings: [committeeMeeting],
    sources: [minute("3.1")],
  }),
  audit({
    id: "derbyshire-constabulary.2016.ict",
    title: "Information and communication technology",
    body: constabulary,
    year: "FY2016",
    meetings: [committeeMeeting],
    sources: [minute("5.1")],
  }),
  audit({
    id: "opcc-derbyshire.2016.regulatory-check",
    title: "Second regulatory check",
    year: "FY2016",
    status: "planned",
    meetings: [committeeMeeting],
    sources: [minute("5.1")],
  }),
  ...(
    [
      ["shared-human-resources", "East Midlands shared human resource service", "satisfactory"],
      ["commercial-unit", "East Midlands commercial unit", "satisfactory"],
      ["legal-services", "East Midlands legal services", "limited"],
    ] as const
  ).map(([name, title, opinion]) =>
    audit({
      id: `east-midlands.2016.${name}`,
      title,
      kind: "collaborative",
      auditedBodies: [commissioner, constabulary],
      year: "FY2016",
      opinion,
      meetings: [committeeMeeting],
      sources: [minute("5.2")],
    }),
  ),
  audit({
    id: "opcc-derbyshire.2017.estates",
    title: "Estates management",
    year: "FY2017",
    status: "planned",
    meetings: [committeeMeeting],
    sources: [minute("6.5")],
  }),
  audit({
    id: "opcc-derbyshire.2016.external",
    title: "External audit 2016/17",
    kind: "external",
    auditedBodies: [commissioner, constabulary],
    year: "FY2016",
    status: "under-way",
    fees: [
      {
        body: commissioner,
        fee: { amount: "31035.00" },
        before: { amount: "31035.00" },
      },
      {
        body: "register/body/derbyshire-constabulary",
        fee: { amount: "15000.00" },
        before: { amount: "15000.00" },
      },
    ],
    findings: ["A further fee is expected for work on pensions and on the code of accounts."],
    meetings: [committeeMeeting, resolution(7)],
    sources: [minute("7.2")],
    printed: [
      printed("/fees/0/fee/amount", "£31,035", "31035", minute("7.2")),
      printed("/fees/1/fee/amount", "£15,000", "15000", minute("7.2")),
    ],
  }),
  audit({
    id: "derby-safeguarding-children-board.2016.neglect",
    title: "Case files of neglect",
    kind: "multi-agency",
    body: "register/body/derby-safeguarding-children-board",
    casesSeen: 6,
    reported: "2016-04",
    findings: ["Findings, good practice and recommendations were published in April 2016."],
    sources: [paper("12B", "3.4")],
    printed: [printed("/casesSeen", "six", "6", paper("12B", "3.4"))],
  }),
  audit({
    id: "derby-safeguarding-children-board.2016.sexual-abuse",
    title: "Learning from cases of child sexual abuse",
    kind: "multi-agency",
    body: "register/body/derby-safeguarding-children-board",
    casesSeen: 6,
    reported: "2016-08",
    findings: ["Findings and recommendations were published in August 2016."],
    sources: [paper("12B", "3.3")],
    printed: [printed("/casesSeen", "six", "6", paper("12B", "3.3"))],
  }),
];

const recommendations: readonly ExampleRecord[] = [
  recommendation({
    id: "opcc-derbyshire.2016.partnerships.1",
    of: "assurance/audit/opcc-derbyshire.2016.partnerships",
    text: "Four significant recommendations, whose words are not printed",
    covers: 4,
    priority: "significant",
    agreed: "no",
    response:
      "A new structure of the office is to give partnerships more resource; chief finance officer and auditor meet on the difference of opinion.",
    owner: "register/post/opcc-derbyshire.chief-finance-officer",
    reauditYear: "FY2019",
    meetings: [committeeMeeting, resolution(5)],
    sources: [minute("5.3"), minute("5.4"), minute("5.5")],
    printed: [printed("/covers", "four", "4", minute("5.3"))],
  }),
];

const register = "opcc-derbyshire.2017-03";
const remarks: readonly (readonly [string, string, string, object?])[] = [
  ["2.3", "collaboration", "The audits of the collaborations are to be referred to."],
  [
    "2.5",
    "partnerships",
    "Rightly identified; the fall from a high inherent to a low residual risk was questioned, since the mitigation has little substance. A matrix of 4 × 4 or 5 × 5 would tell more.",
    { inherentLevel: "high", residualLevel: "low" },
  ],
  ["4.2", "mental health", "It is to be said whether offenders or victims are meant."],
  ["5.1", "engagement", "Whether engagement succeeds is hard to measure and to evidence."],
  ["6.1", "its aim", "It does not say what is to be achieved."],
  ["7.1", "new technology", "Too fast and too slow are both a risk."],
  ["7.2", "new technology", "Too fast and too slow are both a risk."],
  [
    "8.4",
    "grants in the press",
    "The award was looked at independently and there was no case to answer; the panel asked too. Training for the media and openness about conflicts would help.",
  ],
];

const risks: readonly ExampleRecord[] = [
  riskRegister({
    id: register,
    title: "Risk register of the commissioner's office",
    body: commissioner,
    owner: "register/post/opcc-derbyshire.chief-finance-officer",
    asAt: "@2017-03-09",
    meetings: [committeeMeeting, resolution(11)],
    sources: [minute("11.1"), minute("11.2"), minute("11.3")],
  }),
  ...remarks.map(([number, about, text, levels = {}]) =>
    risk({
      id: `${register}.${number}`,
      register: `assurance/risk-register/${register}`,
      number,
      // The register was sent apart from the pack: only what was said of it is printed.
      title: `Risk ${number}, discussed for ${about}; its words are not printed`,
      ...levels,
      remarks: [{ text, record: committeeMeeting, date: "2017-03-09" }],
      sources: [minute("11.4")],
    }),
  ),
];

const inspections: readonly ExampleRecord[] = [
  inspection({
    id: "derbyshire-constabulary.peel-legitimacy.2016",
    title: "Legitimacy",
    body: constabulary,
    inspector: inspectorate,
    programme: "PEEL",
    status: "published",
    overall: "outstanding",
    standing: { grade: "outstanding", holders: 2, of: 43 },
    meetings: ["meetings/resolution/sgb.2017-03-27.12e"],
    sources: [board("12E")],
    printed: [
      printed("/standing/holders", "two", "2", board("12E")),
      printed("/standing/of", "43", "43", board("12E")),
    ],
  }),
  inspection({
    id: "derbyshire-constabulary.peel-effectiveness.2016",
    title: "Effectiveness",
    body: constabulary,
    inspector: inspectorate,
    programme: "PEEL",
    status: "published",
    publishedIn: "2017-03",
    overall: "good",
    grades: [
      { question: "Serious and organised crime", grade: "outstanding" },
      { question: "Missing children and vulnerability", grade: "good" },
    ],
    inspected: "2016-11",
    meetings: ["meetings/resolution/sgb.2017-03-27.12e", "meetings/paper/sgb.2017-05-22.12b"],
    sources: [board("12E"), paper("12B", "13.1")],
    printed: [
      printed("/publishedIn", "March 2017", "2017-03", board("12E")),
      printed("/inspected", "November 2016", "2016-11", paper("12B", "13.1")),
    ],
  }),
  inspection({
    id: "derbyshire-constabulary.rape-monitoring.2015",
    title: "Rape Monitoring Group: Derbyshire 2015/16",
    body: constabulary,
    inspector: inspectorate,
    status: "published",
    inspected: "FY2015",
    findings: [
      "More cases than in the country fail for evidence though the suspect is known and the victim supports action.",
    ],
    meetings: ["meetings/paper/sgb.2017-05-22.12d"],
    sources: [paper("12D", "6.3"), paper("12D", "6.4")],
  }),
  inspection({
    id: "derbyshire-safeguarding-children-board.mock.1",
    title: "First rehearsal of a joint targeted area inspection: domestic abuse in the family",
    body: "register/body/derbyshire-safeguarding-children-board",
    mock: true,
    status: "published",
    inspected: "2016-10",
    findings: ["Six cases were looked at in depth; the recommendations became an action plan."],
    meetings: ["meetings/paper/sgb.2017-05-22.12b"],
    sources: [paper("12B", "3.5"), paper("12B", "3.6"), paper("12B", "11.1")],
    printed: [printed("cases", "Six", "6", paper("12B", "3.6"))],
  }),
  inspection({
    id: "derbyshire-safeguarding-children-board.mock.2",
    title: "Second rehearsal of a joint targeted area inspection: neglect of children over ten",
    body: "register/body/derbyshire-safeguarding-children-board",
    mock: true,
    status: "under-way",
    findings: ["Eight cases were looked at on two days; two more days are set."],
    meetings: ["meetings/paper/sgb.2017-05-22.12b"],
    sources: [paper("12B", "3.7"), paper("12B", "11.1")],
    printed: [printed("cases", "eight", "8", paper("12B", "3.7"))],
  }),
];

const none = [{ body: constabulary, count: 0 }];

/** By number and stage alone: whom they are about is not held, though the pack says much of it. */
const reviews: readonly ExampleRecord[] = [
  ...(
    [
      ["14.2", { stage: "report-complete", publicationDue: "2017-05", recommendations: none }],
      ["14.3", { stage: "report-complete", recommendations: none }],
      [
        "14.4",
        {
          body: "register/body/nottinghamshire-safeguarding-children-board",
          stage: "under-way",
          recommendations: none,
        },
      ],
      ["14.5", { stage: "report-complete", recommendations: none }],
      ["14.6", { stage: "under-way" }],
      ["14.7", { stage: "considered" }],
      ["14.8", { stage: "under-way" }],
    ] as const
  ).map(([paragraph, told], index) =>
    review({
      id: `derbyshire.serious-case-review.${index + 1}`,
      kind: "serious-case",
      body: "register/body/derbyshire-safeguarding-children-board",
      asAt: published,
      meetings: ["meetings/paper/sgb.2017-05-22.12b"],
      ...told,
      sources: [paper("12B", paragraph)],
    }),
  ),
  review({
    id: "derbyshire-safeguarding-adults-board.learning-review.1",
    kind: "learning",
    body: "register/body/derbyshire-safeguarding-adults-board",
    stage: "report-complete",
    asAt: "2017-04-27",
    learning: ["To be told to the agencies in the coming months."],
    meetings: ["meetings/paper/sgb.2017-05-22.11c"],
    sources: [in2017({ item: "11C, Appendix B" })],
  }),
  review({
    id: "derbyshire.homicide-reviews.2016",
    kind: "domestic-homicide",
    body: county,
    agencies: [constabulary],
    stage: "under-way",
    asAt: published,
    learning: ["Staff have to be reminded regularly.", "What doctors know has to be shared."],
    meetings: ["meetings/paper/sgb.2017-05-22.12a"],
    sources: [paper("12A", "7.9"), paper("12A", "7.10")],
  }),
];

const scrutiny: readonly ExampleRecord[] = [
  scrutinyScheme({
    id: "opcc-derbyshire.custody-visitors",
    title: "Independent custody visitors",
    kind: "custody-visits",
    body: commissioner,
    scrutinised: constabulary,
    authority: "Police Reform Act 2002, section 51",
    meetings: ["meetings/resolution/sgb.2017-03-27.11a"],
    sources: [board("11A")],
  }),
  scrutinyReport({
    id: "opcc-derbyshire.custody-visitors.2017-03",
    scheme: "assurance/scrutiny-scheme/opcc-derbyshire.custody-visitors",
    reported: "2017-03-27",
    findings: [
      "Detained persons ask most often for toilet paper and for drink.",
      "Sheets of translations, brought in some 18 months ago, have helped.",
    ],
    mattersRaised: [
      {
        text: "There was no secure accommodation for a child with a mental illness.",
        answer: "The commissioner writes to the clinical commissioning groups.",
        settled: false,
      },
    ],
    meetings: ["meetings/resolution/sgb.2017-03-27.11a"],
    sources: [board("11A")],
    printed: [printed("languages", "15", "15", board("11A"))],
  }),
  scrutinyScheme({
    id: "opcc-derbyshire.dog-welfare-visitors",
    title: "Police dog welfare visitors",
    kind: "animal-welfare",
    body: commissioner,
    scrutinised: constabulary,
    meetings: ["meetings/resolution/sgb.2017-03-27.11b"],
    sources: [board("11B")],
  }),
  scrutinyReport({
    id: "opcc-derbyshire.dog-welfare-visitors.2017-03",
    scheme: "assurance/scrutiny-scheme/opcc-derbyshire.dog-welfare-visitors",
    period: "2016-09-01/2017-02-28",
    reported: "2017-03-27",
    meetings: ["meetings/resolution/sgb.2017-03-27.11b"],
    sources: [board("11B")],
    printed: [
      printed("first-day", "1 September 2016", "2016-09-01", board("11B")),
      printed("last-day", "28 February 2017", "2017-02-28", board("11B")),
    ],
  }),
  scrutinyScheme({
    id: "opcc-derbyshire.stop-and-search-panel",
    title: "Stop and search scrutiny panel",
    kind: "stop-and-search",
    body: commissioner,
    scrutinised: constabulary,
    meetings: ["meetings/resolution/sgb.2017-03-27.11g"],
    sources: [board("11G")],
  }),
  scrutinyReport({
    id: "opcc-derbyshire.stop-and-search-panel.2017-03",
    scheme: "assurance/scrutiny-scheme/opcc-derbyshire.stop-and-search-panel",
    reported: "2017-03-27",
    findings: ["On the whole the powers are used correctly."],
    mattersRaised: [
      { text: "Key sections of the forms lack data." },
      { text: "Body-worn video is not used where it should be." },
    ],
    meetings: ["meetings/resolution/sgb.2017-03-27.11g"],
    sources: [board("11G")],
  }),
  scrutinyScheme({
    id: "derbyshire-constabulary.domestic-abuse-panel",
    title: "Domestic abuse scrutiny panel",
    kind: "case-panel",
    body: constabulary,
    scrutinised: constabulary,
    meetings: ["meetings/paper/sgb.2017-05-22.12a"],
    sources: [paper("12A", "7.5")],
  }),
  scrutinyReport({
    id: "derbyshire-constabulary.domestic-abuse-panel.2017-05",
    scheme: "assurance/scrutiny-scheme/derbyshire-constabulary.domestic-abuse-panel",
    reported: published,
    findings: ["Support services and officers who talk to each other help victims."],
    mattersRaised: [
      {
        text: "What advisers there are at the courts that take cases after one was closed.",
        answer: "A smaller service is there.",
        settled: true,
      },
      {
        text: "Information on victims at medium risk reaches the advisers late.",
        answer: "Resolved.",
        settled: true,
      },
    ],
    mattersRaisedCount: 3,
    meetings: ["meetings/paper/sgb.2017-05-22.12a"],
    sources: [paper("12A", "7.5"), paper("12A", "7.6"), paper("12A", "7.7"), paper("12A", "7.8")],
    printed: [printed("/mattersRaisedCount", "three", "3", paper("12A", "7.5"))],
  }),
  scrutinyScheme({
    id: "derbyshire-constabulary.community-remedy-sample",
    title: "Dip sample of community remedy",
    kind: "dip-sample",
    body: constabulary,
    scrutinised: constabulary,
    meetings: ["meetings/resolution/sgb.2017-03-27.12b"],
    sources: [board("12B")],
  }),
  scrutinyReport({
    id: "derbyshire-constabulary.community-remedy-sample.2017-03",
    scheme: "assurance/scrutiny-scheme/derbyshire-constabulary.community-remedy-sample",
    reported: "2017-03-27",
    casesSeen: 100,
    mattersRaised: [
      { text: "The system of records does not hold which remedy was chosen.", settled: false },
    ],
    meetings: ["meetings/resolution/sgb.2017-03-27.12b"],
    sources: [board("12B")],
    printed: [printed("/casesSeen", "100", "100", board("12B"))],
  }),
];

const services: readonly ExampleRecord[] = [
  commissionedService({
    id: "derbyshire-county-council.domestic-abuse.2016",
    title: "Refuges and outreach for victims of domestic abuse in the county",
    money: ["funding/commissioned-service/derbyshire-county-council.domestic-abuse"],
    body: county,
    coCommissioners: [commissioner],
    provider: consortium,
    starts: "2016-04-01",
    areas: ["register/area/derbyshire"],
    outcomes: [
      {
        sought: "Victims at standard and medium risk, and children, are supported",
        reached: "Services are good throughout the county; too few victims and agencies know them.",
      },
    ],
    concerns: [
      "Funding does not grow with demand, and much of it is for a time only.",
      "Cuts to other services leave victims without help for mental illness and addiction.",
    ],
    objectives: ["register/objective/opcc-derbyshire.2016.1"],
    meetings: ["meetings/paper/sgb.2017-05-22.11d"],
    sources: [in2017({ item: "11D, Appendix D" }), paper("11D", "2.4")],
  }),
  commissionedService({
    id: "derbyshire-county-council.domestic-abuse-helpline.2016",
    title: "Domestic abuse helpline",
    money: ["funding/commissioned-service/derbyshire-county-council.helpline"],
    body: county,
    provider: "register/body/action-housing",
    areas: ["register/area/derbyshire"],
    concerns: ["Far more calls come than were expected; it is reviewed after twelve months."],
    meetings: ["meetings/paper/sgb.2017-05-22.11d"],
    sources: [in2017({ item: "11D, Appendix D" }), paper("11D", "2.4")],
  }),
  commissionedService({
    id: "opcc-derbyshire.victim-services",
    title: "Victim services, work with young victims and restorative justice",
    body: commissioner,
    provider: "register/body/remedi",
    objectives: ["register/objective/opcc-derbyshire.2016.1"],
    meetings: ["meetings/resolution/sgb.2017-03-27.11e", "meetings/resolution/sgb.2017-03-27.11f"],
    sources: [board("11E"), board("11F")],
    printed: [printed("services", "3", "3", board("11E"))],
  }),
];

const attendanceOf = in2017({ item: "11C, Appendix C" });
const safeguardingBoards: readonly ExampleRecord[] = [
  partnership({
    id: "derby-safeguarding-children-board",
    title: "Derby Safeguarding Children Board",
    body: "register/body/derby-safeguarding-children-board",
    authority: "Children Act 2004, section 14",
    members: [{ member: constabulary, role: "statutory-member" }],
    attendance: [
      { member: constabulary, year: "FY2015", of: "sub-groups", share: "72" },
      { member: constabulary, year: "FY2016", of: "sub-groups", share: "87" },
    ],
    risks: [
      "Smaller budgets and new structures strain good practice.",
      "Demand for safeguarding grows.",
      "Inspections, reviews and inquiries into the past take up the agencies.",
      "What follows the boards in law is uncertain.",
    ],
    meetings: ["meetings/paper/sgb.2017-05-22.11c"],
    sources: [attendanceOf],
    printed: [
      printed("/attendance/0/share", "72%", "72", attendanceOf),
      printed("/attendance/1/share", "87%", "87", attendanceOf),
    ],
  }),
  partnership({
    id: "derbyshire-safeguarding-children-board",
    title: "Derbyshire Safeguarding Children Board",
    body: "register/body/derbyshire-safeguarding-children-board",
    authority: "Children Act 2004, section 14",
    members: [{ member: constabulary, role: "statutory-member" }],
    attendance: [{ member: constabulary, year: "FY2016", share: "100" }],
    meetings: ["meetings/paper/sgb.2017-05-22.11c"],
    sources: [attendanceOf],
    printed: [printed("/attendance/0/share", "100%", "100", attendanceOf)],
  }),
  partnership({
    id: "derby-safeguarding-adults-board",
    title: "Derby Safeguarding Adults Board",
    body: "register/body/derby-safeguarding-adults-board",
    authority: "Care Act 2014, section 43",
    members: [{ member: constabulary, role: "statutory-member" }],
    risks: [
      "More referrals than partners can answer well.",
      "Services that are cut at one partner and missed at another.",
      "The law on mental capacity is not at home everywhere.",
      "The wider reach of the safeguards on liberty delays answers.",
    ],
    meetings: ["meetings/paper/sgb.2017-05-22.11c"],
    sources: [in2017({ item: "11C, Appendix A" })],
  }),
  partnership({
    id: "derbyshire-safeguarding-adults-board",
    title: "Derbyshire Safeguarding Adults Board",
    body: "register/body/derbyshire-safeguarding-adults-board",
    authority: "Care Act 2014, section 43",
    members: [{ member: constabulary, role: "statutory-member" }],
    mergers: [
      {
        date: "2017-03",
        of: ["Its group on mental capacity and liberty", "That of the city's board"],
        into: "One joint sub-group",
      },
    ],
    risks: [
      "There is no money of several agencies for the board.",
      "Abuse of long ago comes to light more often.",
      "Requests for safeguards on liberty outgrow the means.",
    ],
    meetings: ["meetings/paper/sgb.2017-05-22.11c"],
    sources: [in2017({ item: "11C, Appendix B" })],
  }),
  partnership({
    id: "domestic-abuse-and-sexual-violence-governance-board",
    title: "Domestic Abuse and Sexual Violence Governance Board",
    body: "register/body/domestic-abuse-and-sexual-violence-governance-board",
    members: [{ member: county }],
    meetings: ["meetings/paper/sgb.2017-05-22.11d"],
    sources: [in2017({ item: "11D, Appendix D" })],
  }),
];

const strategies: readonly ExampleRecord[] = [
  strategy({
    id: "opcc-derbyshire.internal-audit.2017",
    title: "Strategy for internal audit 2017/18 to 2019/20",
    body: commissioner,
    partners: [constabulary],
    status: "draft",
    validFrom: "2017-04-01",
    validTo: "2020-03-31",
    sources: [minute("06/17")],
  }),
  strategy({
    id: "derbyshire-constabulary.delivery-plan.2017",
    title: "Police and crime delivery plan",
    body: constabulary,
    owner: "register/post/derbyshire-constabulary.chief-constable",
    status: "approved",
    objectives: Array.from(
      { length: 7 },
      (_, index) => `register/objective/opcc-derbyshire.2016.${index + 1}`,
    ),
    sources: [board("12G")],
    printed: [printed("objectives", "7", "7", board("12G"))],
  }),
  strategy({
    id: "derbyshire-constabulary.health-and-safety.2016",
    title: "Health and safety strategy 2016–2018",
    body: constabulary,
    status: "approved",
    launched: "2016",
    sources: [paper("12F", "6.4")],
  }),
  strategy({
    id: "derbyshire-safeguarding-adults-board.2016",
    title: "Strategic plan of the safeguarding adults board",
    body: "register/body/derbyshire-safeguarding-adults-board",
    status: "approved",
    launched: "2016-06",
    approval: { by: "register/body/derbyshire-safeguarding-adults-board" },
    sources: [in2017({ item: "11C, Appendix B" })],
    printed: [printed("/launched", "June 2016", "2016-06", in2017({ item: "11C, Appendix B" }))],
  }),
  strategy({
    id: "derby-safeguarding-adults-board.2016",
    title: "Strategic plan of the city's safeguarding adults board",
    body: "register/body/derby-safeguarding-adults-board",
    status: "approved",
    sources: [in2017({ item: "11C, Appendix A" })],
    printed: [printed("objectives", "three", "3", in2017({ item: "11C, Appendix A" }))],
  }),
];

const disclosure = paper("12B", "11.3");

/** What the pack of 22 May 2017 seeks and gives assurance on. */
export const assurance2017: readonly ExampleRecord[] = [
  ...bodies,
  ...strategies,
  ...audits,
  ...recommendations,
  ...risks,
  ...inspections,
  ...reviews,
  ...scrutiny,
  ...services,
  ...safeguardingBoards,
  serviceStandard({
    id: "derbyshire-constabulary.disclosure-checks",
    title: "Checks for the disclosure and barring service",
    body: constabulary,
    steps: (
      [
        [14, "85", { met: false, share: "74" }],
        [18, "90", { met: true }],
        [25, "95", { met: true }],
        [60, "100", { met: true }],
      ] as const
    ).map(([days, share, reached], index) => ({
      number: index + 1,
      promise: `${share} % are done within ${days} days`,
      share,
      days,
      reached: { ...reached, period: "2016-09" },
    })),
    meetings: ["meetings/paper/sgb.2017-05-22.12b"],
    sources: [disclosure],
    printed: [
      printed("/steps/0/days", "14 days", "14", disclosure),
      printed("/steps/0/reached/share", "74%", "74", disclosure),
      printed("days-that-are-told-as-reached", "15 days", "15", disclosure),
    ],
  }),
];
