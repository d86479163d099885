import { type ExampleRecord, printed } from "../example-record.ts";
import { commissionedService, commissioner, fund, round, scheme } from "../funding-records.ts";
import { in2022 } from "../papers.ts";

const at = (paragraph: string) => in2022({ paragraph });

const behaviour = "opcc-derbyshire.anti-social-behaviour";
const roads = "opcc-derbyshire.road-safety";
const watch = "opcc-derbyshire.neighbourhood-watch";

/** Those whom 3.18 calls recipients of the first round; what each of them got is not printed. */
const recipients = [
  "little-eaton-village-hall",
  "inspire-fitness-academy",
  "derby-youth-provision",
  "crich-youth-club",
  "ironville-and-codnor-community-association",
  "youth-matters-volunteers",
  "shift",
  "derby-county-community-trust",
].map((id) => `register/body/${id}`);

/** Schemes with a theme of their own, launched between September 2021 and June 2022. */
const themedRounds: readonly ExampleRecord[] = [
  scheme({
    id: behaviour,
    title: "Anti-Social Behaviour Prevention Grant",
    body: commissioner,
    purpose: "Projects of communities that prevent anti-social behaviour.",
    launched: "2021-09",
    sources: [at("3.1")],
    printed: [printed("/launched", "September 2021", "2021-09", at("3.1"))],
  }),
  round({
    id: `${behaviour}.2021`,
    title: "Anti-Social Behaviour Prevention Grant, first round",
    body: commissioner,
    scheme: `funding/scheme/${behaviour}`,
    year: "FY2021",
    number: 1,
    maximum: "5000",
    awardsReported: 22,
    recipientsReported: recipients,
    sources: [at("3.1"), at("3.18")],
    printed: [
      printed("/maximum", "up to £5,000", "5000", at("3.1"), {
        bound: "at-most",
      }),
      printed("awards.count", "22 organisations", "22", at("3.1")),
      printed("awards.value", "£100,000", "100000", at("3.1")),
      printed("decided", "November 2021", "2021-11", at("3.1")),
    ],
    relations: [
      {
        kind: "derived",
        operation: "product",
        of: ["awards.count", "/maximum"],
        result: "awards.value",
        because: "So many grants of at most so much come to no less than was awarded.",
      },
      {
        kind: "order",
        dates: [
          { record: `funding/scheme/${behaviour}`, of: "/launched" },
          "decided",
          { record: `funding/round/${behaviour}.2022`, of: "/opens" },
        ],
        because: "A scheme is launched, decided on, and opened again after that.",
      },
    ],
  }),
  round({
    id: `${behaviour}.2022`,
    title: "Anti-Social Behaviour Prevention Grant, second round",
    body: commissioner,
    scheme: `funding/scheme/${behaviour}`,
    year: "FY2022",
    number: 2,
    opens: "2022-06-01",
    sources: [at("3.2")],
    printed: [printed("/opens", "1st June 2022", "2022-06-01", at("3.2"))],
  }),
  scheme({
    id: roads,
    title: "Road Safety Grant",
    body: commissioner,
    purpose: "Safer roads, speed indicator devices of parishes among them.",
    launched: "2022-04",
    sources: [at("3.7")],
    printed: [printed("/launched", "April 2022", "2022-04", at("3.7"))],
  }),
  round({
    id: `${roads}.2022`,
    title: "Road Safety Grant 2022–23",
    body: commissioner,
    scheme: `funding/scheme/${roads}`,
    year: "FY2022",
    ceiling: "150000",
    criteria: [
      {
        id: "applicant",
        rule: "applicant-is",
        kinds: ["community-group", "parish-council"],
        text: "Community groups, and parish and town councils.",
      },
    ],
    sources: [at("3.7")],
    printed: [printed("/ceiling", "£150,000", "150000", at("3.7"))],
  }),
  scheme({
    id: watch,
    title: "Neighbourhood Watch Support Fund",
    body: commissioner,
    purpose: "Local watch schemes: community safety, and more volunteers.",
    launched: "2021-11",
    sources: [at("3.8")],
    printed: [printed("/launched", "November 2021", "2021-11", at("3.8"))],
  }),
  round({
    id: `${watch}.2021`,
    title: "Neighbourhood Watch Support Fund 2021–22",
    body: commissioner,
    scheme: `funding/scheme/${watch}`,
    year: "FY2021",
    awardsReported: 21,
    sources: [at("3.8")],
    printed: [printed("awards.count", "21 local Watch schemes", "21", at("3.8"))],
  }),
];

/** Services and purses that the report names; only the first has an amount. */
const services: readonly ExampleRecord[] = [
  commissionedService({
    id: "opcc-derbyshire.outreach-derby",
    title: "Domestic abuse outreach in Derby",
    body: commissioner,
    provider: { body: "register/body/refuge", kind: "voluntary" },
    months: 36,
    value: "583000",
    outcomes: [
      { id: "recovery", text: "Victims at low or medium risk cope and recover." },
      { id: "protection", text: "They and their families are kept from further harm." },
      { id: "escalation", text: "Abuse does not become worse, and fewer people are killed." },
    ],
    sensitivity: "victim-service",
    sources: [at("3.14")],
    printed: [
      { ...printed("/value", "over £583k", "583000", at("3.14")), bound: "at-least" },
      printed("/months", "three years", "36", at("3.14")),
    ],
  }),
  commissionedService({
    id: "opcc-derbyshire.i-vengers",
    title: "I-Vengers, pupils who teach safety online",
    body: commissioner,
    provider: {},
    coFunders: [
      { name: "Police and Crime Commissioner for Derbyshire", body: commissioner },
      { name: "Derbyshire County Council", body: "register/body/derbyshire-county-council" },
    ],
    sources: [at("3.18")],
  }),
  commissionedService({
    id: "opcc-derbyshire.youth-commission",
    title: "Derbyshire Youth Commission",
    body: commissioner,
    provider: { body: "register/body/derbyshire-youth-commission", kind: "community-group" },
    coFunders: [
      { name: "Police and Crime Commissioner for Derbyshire", body: commissioner },
      { name: "Derbyshire Constabulary", body: "register/body/derbyshire-constabulary" },
    ],
    sources: [at("3.18")],
  }),
  fund({
    id: "opcc-derbyshire.safer-streets",
    title: "Safer Streets Fund in Chesterfield and Derby",
    body: commissioner,
    source: "home-office-grant",
    sourceName: "Safer Streets Fund of the Home Office",
    sources: [at("3.18")],
  }),
];

/** The money of the report of June 2022. */
export const funding2022: readonly ExampleRecord[] = [...themedRounds, ...services];
