import { activity, activityLog } from "../engagement-records.ts";
import { type ExampleRecord, printed } from "../example-record.ts";
import { in2022 } from "../papers.ts";

const summary = in2022({ paragraph: "3.18" });
const id = "opcc-derbyshire.2021-11";
const period = "2021-11-01/2022-06-30";
const body = "register/body/opcc-derbyshire";
const listening = "engagement/consultation/opcc-derbyshire.listening-to-you.2021";

const authorities = [
  "derby",
  "amber-valley",
  "bolsover",
  "chesterfield",
  "derbyshire-dales",
  "erewash",
  "high-peak",
  "north-east-derbyshire",
  "south-derbyshire",
];

const antisocial = "anti-social behaviour";
const grants = { kind: "service-visit", subjects: ["grant against anti-social behaviour"] };
const board = "register/body/derby-city-council";

/** In the order of the report: id, title, places (none where an area is meant), further fields. */
const visits: readonly (readonly [string, string, readonly string[], object])[] = [
  [
    "bolsover-school",
    "School children who teach safety online, Bolsover",
    ["bolsover"],
    {
      kind: "visit",
      venue: "Scarcliffe Primary School",
      partnerBodies: ["register/body/derbyshire-county-council"],
      subjects: ["safety online", "young people"],
    },
  ],
  [
    "allestree-and-oakwood",
    "Listening to You, Allestree and Oakwood",
    ["allestree", "oakwood"],
    { kind: "visit", consultations: [listening], subjects: ["crime", "policing"] },
  ],
  [
    "bakewell-rural-crime",
    "Rural crime event, Bakewell",
    ["bakewell"],
    {
      kind: "event",
      openToPublic: true,
      partners: ["Rural Crime Team", "Providers of services for victims"],
      subjects: ["rural crime", "policing", antisocial],
    },
  ],
  [
    "chesterfield-remembrance",
    "Remembrance service, Chesterfield",
    ["chesterfield"],
    { kind: "event", venue: "Chesterfield Parish Church and War Memorial" },
  ],
  [
    "belper-walk",
    "Walk through the town with the Member of Parliament, Belper",
    ["belper"],
    {
      kind: "walkabout",
      partners: ["Safer Neighbourhood Team", "Member of Parliament", "Young people"],
      subjects: ["constituents' concerns", "activities for young people"],
    },
  ],
  [
    "chesterfield-rotary",
    "Rotary club, Chesterfield",
    ["chesterfield"],
    {
      kind: "meeting",
      partners: ["Chesterfield Scarsdale Rotary Club"],
      subjects: ["the commissioner's part", "police and crime plan"],
    },
  ],
  [
    "derby-rangers",
    "Rangers and businesses of the Cathedral Quarter, Derby",
    ["derby"],
    {
      kind: "visit",
      venue: "Cathedral Quarter",
      partners: ["Cathedral Quarter Rangers", "Business Improvement District", "Business owners"],
      subjects: ["crime against businesses", "knife crime", antisocial],
    },
  ],
  [
    "clowne-councillor-1",
    "Local councillor, Clowne (first entry)",
    ["clowne"],
    { kind: "meeting", partners: ["Local councillor"], subjects: ["crime", antisocial] },
  ],
  [
    "chesterfield-vigil",
    "Vigil for those affected by domestic abuse, Chesterfield",
    ["chesterfield"],
    { kind: "event", venue: "A church", subjects: ["domestic abuse"] },
  ],
  [
    "harpur-hill-mp",
    "Member of Parliament, Harpur Hill",
    ["harpur-hill"],
    {
      kind: "meeting",
      partners: ["Member of Parliament", "Safer Neighbourhood Team"],
      subjects: ["local crime", "rural policing"],
    },
  ],
  [
    "whitwell-parish-council",
    "Parish council, Whitwell",
    ["whitwell"],
    {
      kind: "meeting",
      partnerBodies: ["register/body/whitwell-parish-council"],
      subjects: ["police and crime plan", "road safety", "police presence"],
    },
  ],
  [
    "derby-safe-space",
    "Safe Space, Derby",
    ["normanton"],
    {
      kind: "service-visit",
      partners: ["Derby City Mission"],
      subjects: [antisocial, "homelessness"],
    },
  ],
  [
    "mackworth-councillors",
    "Local councillors, Mackworth",
    ["mackworth"],
    {
      kind: "visit",
      partners: ["Local councillors", "Safer Neighbourhood Team"],
      subjects: ["patrols", "off-road biking", antisocial],
    },
  ],
  [
    "little-eaton-grant",
    "Recipient of a grant, Little Eaton",
    ["little-eaton"],
    {
      ...grants,
      venue: "Little Eaton Village Hall",
      partners: ["Parish councillors"],
      subjects: [antisocial, "vandalism", "cameras"],
    },
  ],
  [
    "derby-grants",
    "Two recipients of grants, Derby",
    ["derby"],
    {
      ...grants,
      partnerBodies: [
        "register/body/inspire-fitness-academy",
        "register/body/derby-youth-provision",
      ],
    },
  ],
  [
    "clowne-councillor-2",
    "Local councillor, Clowne (second entry)",
    ["clowne"],
    {
      kind: "visit",
      partners: ["Local councillor"],
      subjects: [antisocial, "speeding", "drugs", "Barlborough", "Stanfree"],
    },
  ],
  [
    "derby-your-choice",
    "Conference of the Your Choice programme, Derby",
    ["derby"],
    { kind: "conference", partners: ["Your Choice"], subjects: ["knife crime", "young people"] },
  ],
  [
    "crich-grant",
    "Recipient of a grant, Crich",
    ["crich"],
    { ...grants, partnerBodies: ["register/body/crich-youth-club"] },
  ],
  [
    "ironville-and-codnor-grant",
    "Recipient of a grant, Ironville and Codnor",
    ["ironville", "codnor"],
    { ...grants, partnerBodies: ["register/body/ironville-and-codnor-community-association"] },
  ],
  [
    "ridgeway-councillor",
    "The district council's lead for community safety, Ridgeway",
    ["ridgeway"],
    {
      kind: "meeting",
      partnerBodies: ["register/body/north-east-derbyshire-council"],
      subjects: ["partnership working", "priorities"],
    },
  ],
  [
    "killamarsh-councillors",
    "Parish councillors, Killamarsh",
    ["killamarsh"],
    {
      kind: "meeting",
      partners: ["Parish councillors"],
      subjects: ["neighbourhood teams and parish councils", "crime", antisocial],
    },
  ],
  [
    "buxton-residents",
    "Residents and the local councillor, Buxton",
    ["buxton"],
    {
      kind: "meeting",
      partners: ["Residents", "Local councillor"],
      subjects: ["police and crime plan", "policing budget"],
      groups: ["people"],
    },
  ],
  [
    "derby-womens-day",
    "International Women's Day, Derby",
    ["derby"],
    {
      kind: "event",
      venue: "Derby Museum and Art Gallery",
      partnerBodies: ["register/body/remedi"],
      consultations: [listening],
      groups: ["people"],
    },
  ],
  [
    "derby-street-pastors",
    "Street Pastors, Derby",
    ["derby"],
    { kind: "walkabout", partners: ["Street Pastors"], subjects: ["the city at night"] },
  ],
  [
    "belper-deaf-initely-women",
    "Deaf-initely Women, Belper",
    ["belper"],
    {
      kind: "service-visit",
      partners: ["Deaf-initely Women"],
      subjects: ["deaf women", "domestic abuse"],
    },
  ],
  [
    "tintwistle-parish-council",
    "Parish councillors, Tintwistle",
    ["tintwistle"],
    {
      kind: "meeting",
      partnerBodies: ["register/body/tintwistle-parish-council"],
      subjects: [antisocial, "road safety", "police and crime plan"],
      printed: [printed("place", "Tintwhistle", "Tintwhistle", summary)],
    },
  ],
  [
    "new-mills-grant",
    "Recipient of a grant, New Mills",
    ["new-mills"],
    { ...grants, partnerBodies: ["register/body/youth-matters-volunteers"] },
  ],
  [
    "chapel-en-le-frith-grant",
    "Recipient of a grant, Chapel-en-le-Frith",
    ["chapel-en-le-frith"],
    { ...grants, partnerBodies: ["register/body/shift"] },
  ],
  [
    "derby-youth-commission",
    "First meeting of the youth commission, Derby",
    ["derby"],
    {
      kind: "meeting",
      partnerBodies: ["register/body/derbyshire-youth-commission"],
      subjects: ["the commission's priorities", "young people"],
    },
  ],
  [
    "bolsover-parishes",
    "Parish councillors of the Bolsover district",
    [],
    {
      kind: "meeting",
      areas: ["register/area/bolsover"],
      partners: ["Councillors of Barlborough, Clowne, Tibshelf, Pinxton and Shirebrook"],
      subjects: ["police and crime plan", "visible policing", antisocial, "101 service"],
    },
  ],
  [
    "south-derbyshire-parishes",
    "Parish councillors of South Derbyshire",
    [],
    {
      kind: "meeting",
      areas: ["register/area/south-derbyshire"],
      partners: ["Parish councillors"],
      subjects: ["police and crime plan", "speeding", "recruitment", "burglary", antisocial],
    },
  ],
  [
    "chesterfield-safer-streets",
    "What the Safer Streets Fund paid for, Chesterfield",
    ["chesterfield"],
    {
      kind: "service-visit",
      partnerBodies: ["register/body/chesterfield-council"],
      subjects: ["Safer Streets Fund", "neighbourhood crime", antisocial],
    },
  ],
  [
    "clay-cross-grant",
    "Recipient of a grant, Clay Cross",
    ["clay-cross"],
    { ...grants, partnerBodies: ["register/body/derby-county-community-trust"] },
  ],
  [
    "derby-safer-streets",
    "What the Safer Streets Fund paid for, Derby",
    ["derby"],
    {
      kind: "service-visit",
      partnerBodies: [board],
      subjects: ["Safer Streets Fund", "violence against women and girls", "cameras"],
    },
  ],
  [
    "matlock-rotary",
    "Rotary club, Matlock",
    ["matlock"],
    {
      kind: "meeting",
      partners: ["Matlock Rotary Club"],
      subjects: ["police and crime plan", "road safety", "neighbourhood policing"],
    },
  ],
  [
    "high-peak-parishes",
    "Parish councillors of High Peak",
    [],
    {
      kind: "meeting",
      areas: ["register/area/high-peak"],
      partners: ["Parish councillors"],
      subjects: ["police and crime plan", "young people", "101 service", antisocial],
    },
  ],
  [
    "chesterfield-pathways",
    "Pathways of Chesterfield",
    ["chesterfield"],
    {
      kind: "service-visit",
      partners: ["Pathways of Chesterfield"],
      subjects: ["homelessness"],
    },
  ],
  [
    "swadlincote-councillors",
    "County councillors, Swadlincote",
    ["swadlincote"],
    {
      kind: "meeting",
      partners: ["County councillors", "Safer Neighbourhood Team"],
      subjects: ["crime", antisocial, "town centre"],
    },
  ],
  [
    "swadlincote-stall",
    "Listening to You market stall, Swadlincote",
    ["swadlincote"],
    {
      kind: "stall",
      openToPublic: true,
      partners: ["Safer Neighbourhood Team"],
      consultations: [listening],
      subjects: ["feeling safe", "policing priorities"],
      groups: ["people"],
    },
  ],
  [
    "holmesfield-team",
    "Safer Neighbourhood Team, Holmesfield",
    ["holmesfield"],
    {
      kind: "visit",
      partners: ["Safer Neighbourhood Team"],
      subjects: ["speeding", "dangerous driving", "parking"],
    },
  ],
  [
    "south-normanton-schools",
    "Conference for secondary schools, South Normanton",
    ["south-normanton"],
    {
      kind: "conference",
      partners: ["Secondary schools of the county", "Providers of services for victims"],
      partnerBodies: ["register/body/derbyshire-constabulary"],
      subjects: ["exploitation", "county lines", "young people"],
      sources: [summary, in2022({ paragraph: "3.17" })],
    },
  ],
];

/**
 * The engagements of November 2021 to June 2022. The report gives the span and no day, so each has
 * the span; whether it was open to everyone is held only where the report says so.
 */
export const engagementLog2022: readonly ExampleRecord[] = [
  activityLog({
    id,
    title: "Summary of engagement, November 2021 to June 2022",
    body,
    period,
    complete: true,
    inEach: { areas: authorities.map((each) => `register/area/${each}`), atLeast: 2 },
    sources: [summary],
    printed: [
      printed("/inEach/atLeast", "Multiple visits", "2", summary),
      printed("area-count", "nine", "9", summary),
      printed("/period", "November 2021 to June 2022", period, summary),
    ],
    relations: [
      {
        kind: "same",
        figures: ["area-count", { record: listening, of: "area-count" }],
        because: "Both speak of the local authority areas of the county.",
      },
    ],
  }),
  ...visits.map(([name, title, places, also]) =>
    activity({
      id: `${id}.${name}`,
      title,
      body,
      date: period,
      log: `engagement/activity-log/${id}`,
      attendedBy: ["register/post/opcc-derbyshire.commissioner"],
      ...(places.length > 0 && {
        inPerson: true,
        places: places.map((each) => `engagement/place/${each}`),
      }),
      sources: [summary],
      ...also,
    }),
  ),
];
