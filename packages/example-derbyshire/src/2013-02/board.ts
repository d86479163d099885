import { body, type ExampleRecord, post } from "../example-record.ts";
import { in2013 } from "../papers.ts";

const minutes = in2013({ item: "Minutes of 12 December 2012", table: "Present" });
const apologies = in2013({ item: "Minutes of 12 December 2012", table: "Apologies" });
const reviews = in2013({ item: "5 Domestic Violence Homicide Reviews" });
const funding = in2013({ item: "6 Police & Crime Commissioner Funding" });
const structure = in2013({ item: "3 Community Safety Agreement", table: "Partnership structure" });

/**
 * The Safer Communities Board, the organisations whose members sat on it, and the agencies among
 * which the cost of homicide reviews was split, before and after the changes of 2012 and 2013.
 */
export const board2013: readonly ExampleRecord[] = [
  body({
    id: "safer-communities-board",
    name: "Derbyshire Safer Communities Board",
    otherNames: [{ name: "Safer Communities Board" }],
    kind: "board",
    nation: "england",
    legalProfiles: [
      { profile: "partnership", authority: "Crime and Disorder Act 1998, sections 5 to 7" },
    ],
    area: "register/area/derbyshire",
    sources: [minutes, structure],
  }),
  post({
    id: "safer-communities-board.chair",
    title: "Chair",
    body: "register/body/safer-communities-board",
    sources: [minutes],
  }),
  body({
    id: "safer-communities-tasking-and-advisory-group",
    name: "Safer Communities Tasking and Advisory Group",
    otherNames: [{ name: "SCTAG" }],
    kind: "committee",
    nation: "england",
    parent: "register/body/safer-communities-board",
    sources: [funding],
  }),
  body({
    id: "safer-derbyshire-partnership",
    name: "Safer Derbyshire Partnership",
    otherNames: [{ name: "Safer Derbyshire" }],
    kind: "partnership",
    nation: "england",
    area: "register/area/derbyshire",
    sources: [structure],
  }),
  body({
    id: "derby-city-and-neighbourhood-partnership",
    name: "Derby City and Neighbourhood Partnership",
    kind: "partnership",
    nation: "england",
    area: "register/area/derby",
    sources: [in2013({ item: "Minutes of 12 December 2012", paragraph: "30/12" }), structure],
  }),
  ...(
    [
      ["derbyshire-drug-and-alcohol-action-team", "Drug and Alcohol Action Team"],
      ["derbyshire-youth-offending-service", "Youth Offending Service"],
    ] as const
  ).map(([id, name]) =>
    body({ id, name, kind: "partnership", nation: "england", sources: [structure] }),
  ),
  body({
    id: "derbyshire-fire-and-rescue-service",
    name: "Derbyshire Fire & Rescue Service",
    otherNames: [{ name: "Derbyshire Fire and Rescue" }, { name: "DFRS" }],
    kind: "fire-and-rescue-authority",
    nation: "england",
    sources: [minutes, reviews],
  }),
  body({
    id: "derbyshire-county-pct",
    name: "Derbyshire County Primary Care Trust",
    otherNames: [{ name: "Derbyshire County PCT" }, { name: "Derbyshire PCT" }],
    kind: "health-body",
    nation: "england",
    // Replaced by the clinical commissioning groups of its districts from 1 April 2013.
    validTo: "2013-03-31",
    successors: ["register/body/north-derbyshire-ccg"],
    sources: [minutes, reviews],
  }),
  body({
    id: "derbyshire-probation-trust",
    name: "Derbyshire Probation Trust",
    kind: "probation-body",
    nation: "england",
    sources: [apologies, reviews],
  }),
  body({
    id: "3d-infrastructure-consortium",
    name: "3D Infrastructure Consortium",
    kind: "partnership",
    nation: "england",
    sources: [minutes],
  }),
  post({
    id: "derbyshire-county-council.head-of-community-safety",
    title: "Head of Community Safety",
    body: "register/body/derbyshire-county-council",
    sources: [reviews, funding],
  }),
  post({
    id: "derbyshire-county-council.cabinet-member-public-health",
    title: "Cabinet Member for Public Health",
    body: "register/body/derbyshire-county-council",
    sources: [structure],
  }),
  {
    kind: "register/plan",
    data: {
      id: "safer-communities-board.2011",
      title: "Derbyshire Community Safety Agreement 2011-14",
      body: "register/body/safer-communities-board",
      authority: "Police and Justice Act 2006, Schedule 9",
      sources: [in2013({ item: "3 Community Safety Agreement" })],
    },
  },
];
