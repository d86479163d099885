import { body, type ExampleRecord, post } from "../example-record.ts";
import { in2013, in2017, in2022, inCoronavirusAct, inReformAct } from "../papers.ts";

const minutes2012 = in2013({ item: "Minutes of 12 December 2012", paragraph: "29/12" });
const minutes2017 = in2017({ item: "4A, minutes of 27 March 2017" });
const engagement = in2017({ item: "11B", paragraph: "2.4" });
const media = in2017({ item: "15A, Appendix E", paragraph: "2.2" });

const bodies: readonly ExampleRecord[] = [
  body({
    id: "opcc-derbyshire",
    name: "Police and Crime Commissioner for Derbyshire",
    otherNames: [{ name: "Office of the Police and Crime Commissioner for Derbyshire" }],
    kind: "commissioner",
    nation: "england",
    legalProfiles: [
      {
        profile: "commissioner",
        authority: "Elected Local Policing Bodies (Specified Information) Order 2011",
        validFrom: "2012-11-22",
      },
    ],
    area: "register/area/derbyshire-police-force-area",
    validFrom: "2012-11-22",
    sources: [in2013({ item: "5 Domestic Violence Homicide Reviews" }), inReformAct()],
  }),
  body({
    id: "derbyshire-police-authority",
    name: "Derbyshire Police Authority",
    kind: "police-authority",
    nation: "england",
    area: "register/area/derbyshire-police-force-area",
    validTo: "2012-11-21",
    successors: ["register/body/opcc-derbyshire"],
    sources: [in2013({ item: "5 Domestic Violence Homicide Reviews" }), inReformAct()],
  }),
  body({
    id: "derbyshire-constabulary",
    name: "Derbyshire Constabulary",
    kind: "constabulary",
    nation: "england",
    area: "register/area/derbyshire-police-force-area",
    sources: [in2013({ item: "Minutes of 12 December 2012" }), minutes2017],
  }),
  body({
    id: "derbyshire-police-and-crime-panel",
    name: "Derbyshire Police and Crime Panel",
    kind: "police-and-crime-panel",
    nation: "england",
    legalProfiles: [
      {
        profile: "police-and-crime-panel",
        authority: "Police Reform and Social Responsibility Act 2011, Schedule 6",
      },
    ],
    area: "register/area/derbyshire-police-force-area",
    sources: [minutes2012, in2022({ paragraph: "2.2" })],
  }),
  body({
    id: "strategic-governance-board",
    name: "Strategic Governance Board",
    otherNames: [{ name: "SGB" }],
    kind: "board",
    nation: "england",
    legalProfiles: [
      {
        profile: "commissioner",
        authority: "Elected Local Policing Bodies (Specified Information) Order 2011",
        validFrom: "2012-11-22",
      },
    ],
    parent: "register/body/opcc-derbyshire",
    sources: [minutes2017],
  }),
  body({
    id: "joint-audit-risk-assurance-committee",
    name: "Joint Audit, Risk Assurance Committee",
    otherNames: [{ name: "JARAC" }],
    kind: "committee",
    nation: "england",
    // Of the commissioner and the chief constable, not of a council: the order binds it.
    legalProfiles: [
      {
        profile: "commissioner",
        authority: "Elected Local Policing Bodies (Specified Information) Order 2011",
        validFrom: "2012-11-22",
      },
    ],
    parent: "register/body/opcc-derbyshire",
    sources: [in2017({ item: "4B, minutes of 9 March 2017" })],
  }),
];

const commissioner = "register/body/opcc-derbyshire";
const constabulary = "register/body/derbyshire-constabulary";

const posts: readonly ExampleRecord[] = [
  post({
    id: "opcc-derbyshire.commissioner",
    title: "Police and Crime Commissioner",
    body: commissioner,
    elected: true,
    area: "register/area/derbyshire-police-force-area",
    validFrom: "2012-11-22",
    sources: [minutes2012, minutes2017],
  }),
  post({
    id: "opcc-derbyshire.deputy-commissioner",
    title: "Deputy Police and Crime Commissioner",
    body: commissioner,
    sources: [minutes2017, media],
  }),
  post({
    id: "opcc-derbyshire.chief-executive",
    title: "Chief Executive",
    body: commissioner,
    sources: [in2017({ item: "15A" }), media],
  }),
  post({
    id: "opcc-derbyshire.chief-finance-officer",
    title: "Chief Finance Officer",
    body: commissioner,
    sources: [in2017({ item: "15A, Appendix C" }), media],
  }),
  post({
    id: "opcc-derbyshire.head-of-commissioning",
    title: "Head of Commissioning",
    body: commissioner,
    sources: [in2017({ item: "15A, Appendix D", paragraph: "2.2" })],
  }),
  post({
    id: "derbyshire-constabulary.chief-constable",
    title: "Chief Constable",
    body: constabulary,
    sources: [minutes2017, in2022({ paragraph: "3.10" })],
  }),
  post({
    id: "derbyshire-constabulary.deputy-chief-constable",
    title: "Deputy Chief Constable",
    body: constabulary,
    sources: [minutes2017],
  }),
  post({
    id: "derbyshire-constabulary.assistant-chief-constable",
    title: "Assistant Chief Constable",
    body: constabulary,
    seats: 2,
    sources: [minutes2017],
  }),
  post({
    id: "derbyshire-constabulary.chief-inspector-criminal-justice",
    title: "Chief Inspector, Criminal Justice",
    body: constabulary,
    sources: [in2017({ item: "15A, Appendix D", paragraph: "2.2" })],
  }),
  post({
    id: "derbyshire-constabulary.procurement-officer",
    title: "Procurement Officer",
    body: constabulary,
    sources: [media],
  }),
  post({
    id: "derbyshire-constabulary.procurement-assistant",
    title: "Procurement Assistant",
    body: constabulary,
    sources: [media],
  }),
  post({
    id: "east-midlands-health-and-justice.regional-police-lead",
    title: "Regional Police Lead",
    body: "register/body/east-midlands-health-and-justice",
    sources: [in2017({ item: "15A, Appendix D", paragraph: "2.2" })],
  }),
  post({
    id: "opcc-derbyshire.personal-assistant",
    title: "Personal Assistant to the Police and Crime Commissioner",
    body: commissioner,
    sources: [in2017({ item: "5 Review of actions" })],
  }),
  post({
    id: "joint-audit-risk-assurance-committee.member",
    title: "Member",
    body: "register/body/joint-audit-risk-assurance-committee",
    seats: 4,
    sources: [in2017({ item: "4B, minutes of 9 March 2017" })],
  }),
  post({
    id: "joint-audit-risk-assurance-committee.internal-auditor",
    title: "Internal auditor",
    body: "register/body/joint-audit-risk-assurance-committee",
    sources: [in2017({ item: "4B, minutes of 9 March 2017" })],
  }),
  post({
    id: "joint-audit-risk-assurance-committee.chair",
    title: "Chair",
    body: "register/body/joint-audit-risk-assurance-committee",
    sources: [in2017({ item: "4B, minutes of 9 March 2017" })],
  }),
];

const elections = inReformAct({ item: "section 50" });

/** The elected commissioners of the packs. Nobody else is named. */
const officeHolders: readonly ExampleRecord[] = [
  {
    kind: "register/person",
    data: {
      id: "alan-charles",
      name: "Alan Charles",
      electedTo: [{ post: "register/post/opcc-derbyshire.commissioner", poll: "2012-11-15" }],
      sources: [minutes2012],
    },
  },
  {
    kind: "register/person",
    data: {
      id: "hardyal-dhindsa",
      name: "Hardyal Dhindsa",
      electedTo: [{ post: "register/post/opcc-derbyshire.commissioner", poll: "2016-05-05" }],
      sources: [engagement, media],
    },
  },
  {
    kind: "register/office-holding",
    data: {
      id: "opcc-derbyshire.commissioner.2012",
      post: "register/post/opcc-derbyshire.commissioner",
      person: "register/person/alan-charles",
      validFrom: "2012-11-22",
      validTo: "2016-05-11",
      sources: [minutes2012, elections],
    },
  },
  {
    kind: "register/office-holding",
    data: {
      id: "opcc-derbyshire.commissioner.2016",
      post: "register/post/opcc-derbyshire.commissioner",
      person: "register/person/hardyal-dhindsa",
      validFrom: "2016-05-12",
      // The elections of May 2020 were held in May 2021 instead.
      validTo: "2021-05-12",
      sources: [engagement, elections, inCoronavirusAct({ item: "section 60" })],
    },
  },
];

export const policing: readonly ExampleRecord[] = [...bodies, ...posts, ...officeHolders];
