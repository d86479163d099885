import {
  activity,
  consultation,
  engagementPlan,
  result,
  submission,
} from "../engagement-records.ts";
import { body, type ExampleRecord, printed } from "../example-record.ts";
import { in2013 } from "../papers.ts";

const assessment = (paragraph: string) =>
  in2013({ item: "3 Community Safety Agreement, Appendix C", paragraph });
const feedback = assessment("5.1");
const effects = assessment("5.2");
const stage6 = assessment("Stage 6");
const priorities = in2013({ item: "3 Community Safety Agreement", paragraph: "3" });
const alcohol = in2013({ item: "Minutes of 12 December 2012", paragraph: "33/12" });
const remedy = in2013({ item: "8 Community Remedy" });
const response = in2013({ item: "4 Transforming Rehabilitation", paragraph: "B3" });

const constabulary = "register/body/derbyshire-constabulary";
// The pack does not say who ran these surveys; they are held as the board's for which such were run.
const justiceBoard = "register/body/derbyshire-criminal-justice-board";
const county = "register/body/derbyshire-county-council";
const board = "register/body/safer-communities-board";
const areas = ["register/area/derbyshire"];

const survey = (id: string, title: string, of: string, fields: object): ExampleRecord =>
  consultation({ id, title, body: of, design: "not-stated", areas, ...fields });

const notStated = {
  design: "not-stated",
  groups: ["respondents"],
  method: "as printed; how respondents were chosen is not stated",
};

const panel = "engagement/consultation/derbyshire-county-council.citizens-panel";
const drugs = (version: number, text: string) => ({
  id: "drugs",
  version,
  text,
  type: "one",
});

const surveys: readonly ExampleRecord[] = [
  survey("derbyshire-constabulary.have-your-say.2010", "Have Your Say Survey 2010", constabulary, {
    held: "2010",
    groups: ["people"],
    sources: [feedback, effects],
  }),
  result({
    id: "derbyshire-constabulary.have-your-say.2010.satisfaction",
    title: "Satisfaction with how the police deal with crime and anti-social behaviour",
    body: constabulary,
    consultation: "engagement/consultation/derbyshire-constabulary.have-your-say.2010",
    question: "satisfaction",
    version: 1,
    text: "How satisfied respondents are with how the police deal with crime and anti-social behaviour where they live",
    ...notStated,
    options: ["very or fairly satisfied"],
    counts: [[2427]],
    base: null,
    shares: [0.76],
    disclosedIn: feedback,
    sources: [feedback],
    printed: [
      printed("/shares/0", "76%", "0.76", feedback),
      printed("/counts/0/0", "2427", "2427", feedback),
    ],
  }),
  result({
    id: "derbyshire-constabulary.have-your-say.2010.partnership",
    title: "Whether police and council work together",
    body: constabulary,
    consultation: "engagement/consultation/derbyshire-constabulary.have-your-say.2010",
    question: "partnership",
    version: 1,
    text: "Whether respondents agree that police and council deal with crime and anti-social behaviour together",
    ...notStated,
    options: ["agree", "neither", "disagree"],
    counts: [[null], [null], [null]],
    base: null,
    shares: [0.72, 0.16, 0.12],
    disclosedIn: feedback,
    sources: [feedback],
    printed: [
      printed("/shares/0", "72%", "0.72", feedback),
      printed("/shares/1", "16%", "0.16", feedback),
      printed("/shares/2", "12%", "0.12", feedback),
    ],
    relations: [{ kind: "total", parts: ["/shares/*"], total: { constant: "1" } }],
  }),
  survey(
    "derbyshire-criminal-justice-board.waves.2010",
    "WAVES, witnesses' and victims' experience survey",
    justiceBoard,
    {
      groups: ["victims"],
      audiences: ["Witnesses", "Victims"],
      sources: [feedback],
      printed: [
        printed("analysed", "June 2010", "2010-06", feedback),
        printed("sweeps-ethnicity-lower", "15-17", "15-17", feedback),
        printed("sweeps-ethnicity-higher", "18-20", "18-20", feedback),
      ],
    },
  ),
  survey(
    "derbyshire-criminal-justice-board.victims-and-witnesses.2009",
    "Local survey of victims and witnesses",
    justiceBoard,
    {
      groups: ["victims"],
      audiences: ["Witnesses", "Victims"],
      sources: [feedback],
      printed: [
        printed("analysed", "August 2009", "2009-08", feedback),
        printed("fears-not-disabled", "40%", "40", feedback),
        printed("fears-addressed-disabled", "74%", "74", feedback),
        printed("fears-addressed-not-disabled", "83%", "83", feedback),
      ],
    },
  ),
  result({
    id: "derbyshire-criminal-justice-board.victims-and-witnesses.2009.fears",
    title: "Fears of intimidation among those who said that they were disabled",
    body: justiceBoard,
    consultation:
      "engagement/consultation/derbyshire-criminal-justice-board.victims-and-witnesses.2009",
    question: "fears",
    version: 1,
    text: "Whether respondents feared intimidation",
    ...notStated,
    options: ["feared intimidation"],
    counts: [[19]],
    base: 21,
    shares: [0.9],
    disclosedIn: feedback,
    sources: [feedback],
    printed: [
      printed("/shares/0", "90%", "0.90", feedback),
      printed("/counts/0/0", "19", "19", feedback),
      printed("/base", "21", "21", feedback),
    ],
    relations: [{ kind: "ratio", part: "/counts/0/0", base: "/base", ratio: "/shares/0" }],
  }),
  survey(
    "derbyshire-constabulary.young-victims.2009",
    "Young Victims of Crime Survey 2009",
    constabulary,
    {
      held: "2009",
      groups: ["victims"],
      audiences: ["Young people who were victims of crime"],
      purpose:
        "Learn what worries young victims: drug use above all, then theft and being attacked; among those of 14 to 19 also pregnancy and being picked on for their colour.",
      sources: [effects],
      printed: [printed("top-issues", "five", "5", effects)],
    },
  ),
  survey(
    "derbyshire-county-council.citizens-panel.2009",
    "Derbyshire Citizens Panel Survey 2009",
    county,
    {
      kind: "panel",
      series: "Citizens Panel",
      wave: "2009",
      held: "2009",
      groups: ["people"],
      questions: [drugs(1, "Whether respondents know of anyone near them who uses or deals drugs")],
      sources: [effects, priorities],
    },
  ),
  survey(
    "derbyshire-county-council.citizens-panel.2010",
    "Citizens Panel Survey, February 2010",
    county,
    {
      kind: "panel",
      series: "Citizens Panel",
      wave: "2010",
      held: "2010-02",
      groups: ["people"],
      questions: [drugs(2, "How often the dealing of drugs is a problem where respondents live")],
      sources: [effects, priorities],
      printed: [
        printed("/held", "February 2010", "2010-02", effects),
        printed("questions-over-40-per-cent", "four out of the 10", "4", effects),
        printed("questions-on-anti-social-behaviour", "10", "10", effects),
        { ...printed("problem-share", "over 40%", "40", effects), bound: "more-than" },
      ],
    },
  ),
  result({
    id: "derbyshire-county-council.citizens-panel.2009.drugs",
    title: "Knowing of drugs nearby, 2009",
    body: county,
    consultation: `${panel}.2009`,
    wave: "2009",
    question: "drugs",
    version: 1,
    text: "Whether respondents know of anyone near them who uses or deals drugs",
    ...notStated,
    options: ["yes"],
    counts: [[null]],
    base: null,
    shares: [0.34],
    disclosedIn: effects,
    sources: [effects],
    printed: [printed("/shares/0", "34%", "0.34", effects)],
  }),
  result({
    id: "derbyshire-county-council.citizens-panel.2010.drugs",
    title: "Dealing of drugs as a problem, 2010",
    body: county,
    consultation: `${panel}.2010`,
    wave: "2010",
    question: "drugs",
    version: 2,
    text: "How often the dealing of drugs is a problem where respondents live",
    ...notStated,
    options: ["often or quite often"],
    counts: [[null]],
    base: null,
    shares: [0.218],
    disclosedIn: effects,
    sources: [effects],
    printed: [printed("/shares/0", "21.8%", "0.218", effects)],
  }),
  survey(
    "derbyshire-county-council.youth-council",
    "Youth Council on messages to young people",
    county,
    {
      kind: "panel",
      purpose:
        "Learn how to reach young people on staying safe: through education, in lessons or between them.",
      audiences: ["Members of the Youth Council"],
      sources: [effects],
    },
  ),
  survey("safer-communities-board.agreement.2011", "Draft Community Safety Agreement", board, {
    kind: "consultation",
    purpose: "Partners saw the draft, and it was changed where they asked.",
    audiences: ["Partners"],
    sources: [assessment("Stage 7")],
  }),
  survey(
    "derbyshire-probation-trust.sentencers",
    "Survey of sentencers in Derbyshire",
    "register/body/derbyshire-probation-trust",
    {
      purpose:
        "Learn how far those who pass sentence trust the service: much, as the trust tells it.",
      audiences: ["Sentencers"],
      sources: [response],
    },
  ),
];

const commitments = [
  [
    "groups",
    "Ask the engagement groups of minorities and the police advisory group about services for victims",
  ],
  [
    "learning-disability",
    "Work with the Learning Disability Partnership on vulnerability and staying safe",
  ],
  [
    "muslim-associations",
    "Build with the Muslim associations of Chesterfield ways for young people and women to say what they think",
  ],
  ["generations", "Go on with work between generations"],
  ["forums", "Use existing forums, the Youth Council among them, to consult on single subjects"],
] as const;

/** Surveys and work with the public that the equality impact assessment of 2011 tells of, and consultations of others. */
export const engagement2013: readonly ExampleRecord[] = [
  ...(
    [
      [
        "ministry-of-justice",
        "Ministry of Justice",
        in2013({ item: "4 Transforming Rehabilitation" }),
      ],
      ["home-office", "Home Office", remedy],
    ] as const
  ).map(([id, name, source]) => body({ id, name, kind: "government-body", sources: [source] })),
  ...surveys,
  activity({
    id: "derbyshire-county-council.generations.2009",
    title: "Projects between generations",
    body: county,
    kind: "event",
    date: "2009-04-01/2010-03-31",
    inPerson: true,
    partners: [
      "Forums of people over fifty",
      "Schools",
      "Care homes",
      "Youth and community groups",
    ],
    subjects: ["older and younger people"],
    findings: [
      {
        theme: "What came of it",
        points: ["Young people gained confidence, and both sides were readier to take part."],
      },
    ],
    sources: [feedback],
    printed: [
      printed("/date", "April 09/March 2010", "2009-04-01/2010-03-31", feedback),
      { ...printed("participants", "Over 850", "850", feedback), bound: "more-than" },
      {
        ...printed("participants-each-generation", "over 400", "400", feedback),
        bound: "more-than",
      },
    ],
    relations: [
      {
        kind: "derived",
        operation: "product",
        of: ["participants-each-generation", { constant: "2" }],
        result: "participants",
        because: "Two generations took part in equal numbers.",
      },
    ],
  }),
  engagementPlan({
    id: "safer-communities-board.2011-equality",
    title: "Engagement in the equality impact assessment of the Community Safety Agreement",
    body: board,
    serves: "register/plan/safer-communities-board.2011",
    commitments: commitments.map(([id, text]) => ({ id, text, status: "in-progress" })),
    sources: [stage6, assessment("Stages 8 and 9")],
  }),
  submission({
    id: "safer-derbyshire-partnership.alcohol-strategy",
    title: "Offer to take part in the consultation on the Alcohol Strategy",
    body: "register/body/safer-derbyshire-partnership",
    consultation: "Technical consultation on the Government's Alcohol Strategy",
    consulter: "Home Office",
    consulterBody: "register/body/home-office",
    status: "considered",
    sources: [alcohol],
  }),
  submission({
    id: "safer-communities-board.community-remedy",
    title: "Community Remedy",
    body: board,
    consultation: "Community Remedy",
    consulter: "Home Office",
    consulterBody: "register/body/home-office",
    closes: "2013-03-07",
    status: "considered",
    url: "http://www.homeoffice.gov.uk/publications/about-us/consultations/community-remedy-consultation/",
    sources: [remedy],
    printed: [printed("/closes", "7th March 2013", "2013-03-07", remedy)],
  }),
  submission({
    id: "derbyshire-constabulary.community-remedy",
    title: "Joint letter of constabulary and commissioner on Community Remedy",
    body: constabulary,
    consultation: "Community Remedy",
    consulter: "Association of Chief Police Officers",
    closes: "2013-03-07",
    status: "considered",
    sources: [remedy],
  }),
];
