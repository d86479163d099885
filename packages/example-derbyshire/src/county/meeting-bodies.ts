import type { ExampleRecord } from "../example-record.ts";
import { membership, standingOrders } from "../meeting-records.ts";
import { in2013, in2017, in2022 } from "../papers.ts";

const structure = in2013({ item: "3 Community Safety Agreement", table: "Partnership structure" });
const minutes2012 = in2013({ item: "Minutes of 12 December 2012" });
const march = in2017({ item: "4A, minutes of 27 March 2017" });
const audit = in2017({ item: "4B, minutes of 9 March 2017" });
const log = in2017({ item: "15A", paragraph: "2.2", table: "Decisions" });

/** How the bodies number, and in which words they put an outcome. No pack prints a quorum. */
const orders: readonly ExampleRecord[] = [
  standingOrders({
    id: "safer-communities-board",
    body: "register/body/safer-communities-board",
    nation: "england",
    numbering: { agenda: { scheme: "sequence" }, minutes: { scheme: "yearly" } },
    outcomes: ["noted", "confirmed", "supported", "approved", "agreed"],
    sources: [minutes2012, in2013({ item: "Agenda" })],
  }),
  standingOrders({
    id: "strategic-governance-board",
    body: "register/body/strategic-governance-board",
    nation: "england",
    numbering: { agenda: { scheme: "sectioned" } },
    outcomes: ["direct assurance", "noted"],
    topics: ["Finance", "Performance and other issues"],
    sources: [march, in2017({ item: "6 Forward plan" })],
  }),
  standingOrders({
    id: "joint-audit-risk-assurance-committee",
    body: "register/body/joint-audit-risk-assurance-committee",
    nation: "england",
    numbering: { minutes: { scheme: "yearly", minimumDigits: 2 } },
    outcomes: [
      "assurance",
      "partial assurance",
      "reassurance",
      "noted",
      "confirmed",
      "reviewed",
      "recommended",
      "received",
      "approved",
    ],
    sources: [audit],
  }),
  standingOrders({
    id: "opcc-derbyshire",
    body: "register/body/opcc-derbyshire",
    nation: "england",
    numbering: { decisions: { scheme: "yearly" } },
    sources: [log],
  }),
  standingOrders({
    id: "derbyshire-police-and-crime-panel",
    body: "register/body/derbyshire-police-and-crime-panel",
    nation: "england",
    sources: [in2022()],
  }),
];

const districts = [
  "amber-valley",
  "bolsover",
  "chesterfield",
  "derbyshire-dales",
  "erewash",
  "high-peak",
  "north-east-derbyshire",
  "south-derbyshire",
];

const boardMembers = [
  ["cabinet-member", "register/post/derbyshire-county-council.cabinet-member-public-health"],
  ...districts.map((name) => [name, `register/body/${name}-community-safety-partnership`]),
  ...districts.map((name) => [`${name}-council`, `register/body/${name}-council`]),
  ["county-council", "register/body/derbyshire-county-council"],
  ["constabulary", "register/body/derbyshire-constabulary"],
  ["fire-and-rescue-service", "register/body/derbyshire-fire-and-rescue-service"],
  ["probation-trust", "register/body/derbyshire-probation-trust"],
] as const;

/** Of the Safer Communities Board as its agreement describes it: bodies, and the one post that it names. */
const saferCommunitiesBoard: readonly ExampleRecord[] = [
  membership({
    id: "safer-communities-board.chair",
    body: "register/body/safer-communities-board",
    member: "register/post/safer-communities-board.chair",
    role: "chair",
    sources: [minutes2012],
  }),
  ...boardMembers.map(([id, member]) =>
    membership({
      id: `safer-communities-board.${id}`,
      body: "register/body/safer-communities-board",
      member,
      sources: [structure],
    }),
  ),
  membership({
    id: "safer-communities-board.primary-care-trust",
    body: "register/body/safer-communities-board",
    member: "register/body/derbyshire-county-pct",
    validTo: "2013-03-31",
    sources: [structure],
  }),
];

const board = "register/body/strategic-governance-board";
const committee = "register/body/joint-audit-risk-assurance-committee";

/** At the Strategic Governance Board it is the commissioner who resolves; the others attend. */
const policing: readonly ExampleRecord[] = [
  membership({
    id: "strategic-governance-board.commissioner",
    body: board,
    member: "register/post/opcc-derbyshire.commissioner",
    sources: [march],
  }),
  ...[
    "opcc-derbyshire.deputy-commissioner",
    "opcc-derbyshire.chief-executive",
    "opcc-derbyshire.chief-finance-officer",
    "derbyshire-constabulary.chief-constable",
    "derbyshire-constabulary.deputy-chief-constable",
    "derbyshire-constabulary.assistant-chief-constable",
  ].map((name) =>
    membership({
      id: `strategic-governance-board.${name.split(".")[1]}`,
      body: board,
      member: `register/post/${name}`,
      role: "adviser",
      votingRight: false,
      onBehalfOf: `register/body/${name.split(".")[0]}`,
      sources: [march],
    }),
  ),
  membership({
    id: "joint-audit-risk-assurance-committee.chair",
    body: committee,
    member: "register/post/joint-audit-risk-assurance-committee.chair",
    role: "chair",
    sources: [audit],
  }),
  membership({
    id: "joint-audit-risk-assurance-committee.member",
    body: committee,
    member: "register/post/joint-audit-risk-assurance-committee.member",
    sources: [audit],
  }),
];

export const meetingBodies: readonly ExampleRecord[] = [
  ...orders,
  ...saferCommunitiesBoard,
  ...policing,
];
