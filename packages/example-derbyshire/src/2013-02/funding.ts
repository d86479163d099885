import { type ExampleRecord, printed, sameAs } from "../example-record.ts";
import {
  allocationTable,
  commissionedService,
  commissioner,
  costSplit,
  fund,
  scheme,
} from "../funding-records.ts";
import { in2013 } from "../papers.ts";

const agreement = in2013({ item: "3 Community Safety Agreement", paragraph: "4 Budget" });
const former = in2013({ item: "6 Police & Crime Commissioner Funding", paragraph: "Background" });
const newPot = in2013({
  item: "6 Police & Crime Commissioner Funding",
  paragraph: "Information and Analysis",
});
const reviews = in2013({
  item: "5 Domestic Violence Homicide Reviews",
  paragraph: "Background Information",
});
const caseSystem = in2013({ item: "Minutes of 12 December 2012", paragraph: "27/12" });

const board = "register/body/safer-communities-board";

/** The fund that the Home Office paid until March 2013, and what became of it. */
const homeOfficeFund: readonly ExampleRecord[] = [
  fund({
    id: "safer-communities-board.home-office",
    title: "Home Office Community Safety Fund",
    body: board,
    source: "home-office-grant",
    sourceName: "Home Office Community Safety Fund",
    years: [
      { year: "FY2011", budget: "735000" },
      { year: "FY2012", budget: "322000" },
    ],
    validTo: "2013-03-31",
    sources: [agreement, former],
    printed: [
      // The agreement gives both amounts for one year; the report gives the second for the next.
      printed("/years/0/budget", "£735k", "735000", agreement),
      printed("/years/0/budget", "£322k", "322000", agreement),
      printed("/years/1/budget", "£322k", "322000", former),
      printed("/validTo", "31 March 2013", "2013-03-31", agreement),
    ],
    relations: [
      {
        kind: "change",
        from: "/years/0/budget",
        to: "/years/1/budget",
        direction: "down",
        words: "cut",
        source: agreement,
      },
    ],
  }),
  allocationTable({
    id: "safer-communities-board.2012",
    title: "Home Office Community Safety Fund 2012–13",
    body: board,
    fund: "funding/fund/safer-communities-board.home-office",
    years: ["FY2012"],
    programmes: [
      { id: "anti-social-behaviour", title: "ASB Officers (or Activity)" },
      { id: "partnerships", title: "CSP Partnership Programme" },
      { id: "offender-management", title: "IOM Probation Service Officers" },
      { id: "advisors", title: "Independent Domestic Violence Advisors" },
    ],
    cells: [
      {
        programme: "anti-social-behaviour",
        year: "FY2012",
        amount: "120000",
        count: 8,
        each: "15000",
      },
      { programme: "partnerships", year: "FY2012", amount: "66000", count: 8, each: "8250" },
      { programme: "offender-management", year: "FY2012", amount: "82000" },
      {
        programme: "advisors",
        year: "FY2012",
        amount: "54000",
        note: "The part of the contract that this fund pays",
      },
    ],
    sources: [former],
    printed: [
      printed("total", "£322k", "322000", former),
      printed("total.programme.anti-social-behaviour", "£120k", "120000", former),
      printed("total.programme.partnerships", "£66k", "66000", former),
      printed("total.programme.offender-management", "£82k", "82000", former),
      printed("total.programme.advisors", "£54k", "54000", former),
      printed("/cells/0/each", "£15k", "15000", former),
      printed("/cells/1/each", "£8,250", "8250", former),
      printed("agreed", "November 2011", "2011-11", former),
    ],
    relations: [
      sameAs("total", "funding/fund/safer-communities-board.home-office", "/years/1/budget"),
    ],
  }),
  fund({
    id: "opcc-derbyshire.community-safety.2013",
    title: "Home Office funding of 2013–14",
    body: commissioner,
    source: "home-office-grant",
    sourceName: "Home Office funding of the commissioner, taken to hold the former fund",
    passports: [
      {
        fund: "funding/fund/safer-communities-board.home-office",
        year: "FY2013",
        asks: "What earlier spending brought about, what is to be spent next, and on which outcomes.",
        due: "2013-02-28",
      },
    ],
    validFrom: "2013-04-01",
    sources: [former],
    printed: [printed("/passports/0/due", "28 February 2013", "2013-02-28", former)],
  }),
];

/** The commissioner's own new fund, and what its form asks. It was to be launched in spring 2013. */
const newFund: readonly ExampleRecord[] = [
  fund({
    id: "opcc-derbyshire.crime-prevention.2013",
    title: "Crime prevention initiatives of the manifesto and the plan",
    body: commissioner,
    source: "other",
    sourceName: "The commissioner's budget, without restriction",
    years: [{ year: "FY2013", budget: "250000" }],
    sources: [newPot],
    printed: [
      printed("/years/0/budget", "£250k", "250000", newPot),
      printed("promised", "18 February", "2013-02-18", newPot),
    ],
    relations: [
      {
        kind: "order",
        dates: ["promised", { record: "meetings/meeting/scb.2013-02-27", of: "day" }],
        because: "The report tells of the promise.",
      },
    ],
  }),
  scheme({
    id: "opcc-derbyshire.crime-prevention.2013",
    title: "Partners' proposals through the tasking and advisory group",
    body: commissioner,
    fund: "funding/fund/opcc-derbyshire.crime-prevention.2013",
    purpose:
      "In the county, proposals go first to the tasking and advisory group, which recommends; the commissioner decides and tells the board.",
    ceilings: [{ year: "FY2013", amount: "250000" }],
    criteria: [
      {
        id: "priorities",
        rule: "answered",
        question: "priorities",
        text: "How it meets the plan's priorities for community safety.",
      },
      { id: "need", rule: "answered", question: "need", text: "What shows the present need." },
      {
        id: "outcomes",
        rule: "answered",
        question: "outcomes",
        text: "What it is to bring about.",
      },
      {
        id: "reporting",
        rule: "answered",
        question: "reporting",
        text: "How that is reported.",
      },
      { id: "amount", rule: "amount-between", maximum: "250000", text: "The amount needed." },
    ],
    sources: [newPot],
  }),
];

/**
 * The rule by which homicide reviews are paid for: seven ways since September 2011; the police
 * authority went in November 2012, and a clinical commissioning group takes the trust's place from
 * April 2013. Which districts the reviews concern is printed and not held.
 */
const reviewCosts = costSplit({
  id: "safer-communities-board.homicide-reviews",
  title: "Independent authors and chairs of homicide reviews",
  body: board,
  rule: "equal",
  partners: [
    {
      id: "constabulary",
      name: "Derbyshire Constabulary",
      body: "register/body/derbyshire-constabulary",
    },
    {
      id: "police-authority",
      name: "Derbyshire Police Authority",
      body: "register/body/derbyshire-police-authority",
      to: "2012-11-21",
    },
    {
      id: "county-council",
      name: "Derbyshire County Council",
      body: "register/body/derbyshire-county-council",
    },
    {
      id: "probation-trust",
      name: "Derbyshire Probation Trust",
      body: "register/body/derbyshire-probation-trust",
    },
    {
      id: "fire-and-rescue",
      name: "Derbyshire Fire & Rescue Service",
      body: "register/body/derbyshire-fire-and-rescue-service",
    },
    {
      id: "primary-care-trust",
      name: "Derbyshire PCT",
      body: "register/body/derbyshire-county-pct",
      to: "2013-03-31",
    },
    {
      id: "clinical-commissioning-group",
      name: "Relevant GP Clinical Commissioning Group",
      chosenByCase: true,
      from: "2013-04-01",
      replaces: "primary-care-trust",
    },
    { id: "district", name: "Relevant District Council", chosenByCase: true },
  ],
  costs: [
    {
      id: "second-review",
      title: "Author and chair of the second review",
      // Invoiced after the rule was agreed and before the authority went; the day is not printed.
      date: "2011-09-01/2012-11-21",
    },
    {
      id: "third-review",
      title: "Author of the third review, which the council's officer chairs",
      // Not finished in February 2013, and named with those that are split the new way.
      date: "2013-04-01/..",
    },
  ],
  sources: [reviews],
  printed: [
    printed("cost.second-review.ways", "seven way split", "7", reviews),
    { ...printed("cost.second-review.share", "approx. £1,100", "1100", reviews), unit: "100" },
    printed("/partners/1/to", "November 2012", "2012-11-21", reviews),
    printed("/partners/6/from", "1 April 2013", "2013-04-01", reviews),
  ],
});

/** What the new case system may cost each partnership once the constabulary no longer pays. */
const system = commissionedService({
  id: "derbyshire-constabulary.case-management",
  title: "Case management system for anti-social behaviour (ECINS)",
  body: "register/body/derbyshire-constabulary",
  provider: {},
  coFunders: [
    {
      name: "Derbyshire Constabulary, for the introduction",
      body: "register/body/derbyshire-constabulary",
    },
  ],
  sources: [caseSystem],
  printed: [printed("later-share-of-each-partnership", "approximately £6,000", "6000", caseSystem)],
});

/** The money of the pack of February 2013. */
export const funding2013: readonly ExampleRecord[] = [
  ...homeOfficeFund,
  ...newFund,
  reviewCosts,
  system,
];
