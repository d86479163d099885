import { body, type ExampleRecord } from "../example-record.ts";
import { in2022 } from "../papers.ts";

/** Those whom the commissioner visited as recipients of a grant against anti-social behaviour. */
const grantRecipients = [
  ["little-eaton-village-hall", "Little Eaton Village Hall"],
  ["inspire-fitness-academy", "Inspire Fitness Academy"],
  ["derby-youth-provision", "Derby Youth Provision"],
  ["crich-youth-club", "Crich Youth Club"],
  ["ironville-and-codnor-community-association", "Ironville and Codnor Community Association"],
  ["youth-matters-volunteers", "Youth Matters Volunteers"],
  ["shift", "Shift"],
  ["derby-county-community-trust", "Derby County Community Trust"],
] as const;

const parishCouncils = [
  ["whitwell-parish-council", "Whitwell Parish Council"],
  ["tintwistle-parish-council", "Tintwhistle Parish Council"],
] as const;

/** The partnerships that the report of June 2022 says were founded or are steered, and the bodies it visited. */
export const partners2022: readonly ExampleRecord[] = [
  body({
    id: "vawg-partnership-board",
    name: "Violence Against Women and Girls Partnership Board",
    otherNames: [{ name: "VAWG Partnership Board" }],
    kind: "partnership",
    nation: "england",
    area: "register/area/derbyshire-police-force-area",
    sources: [in2022({ paragraph: "3.5" })],
  }),
  body({
    id: "derby-and-derbyshire-road-safety-partnership",
    name: "Derby & Derbyshire Road Safety Partnership",
    otherNames: [{ name: "DDRSP" }],
    kind: "partnership",
    nation: "england",
    area: "register/area/derbyshire-police-force-area",
    sources: [in2022({ paragraph: "3.6" })],
  }),
  body({
    id: "derbyshire-youth-commission",
    name: "Derbyshire Youth Commission",
    kind: "community-group",
    nation: "england",
    area: "register/area/derbyshire-police-force-area",
    sources: [in2022({ paragraph: "3.18" })],
  }),
  ...grantRecipients.map(([id, name]) =>
    body({ id, name, kind: "voluntary-organisation", sources: [in2022({ paragraph: "3.18" })] }),
  ),
  ...parishCouncils.map(([id, name]) =>
    body({
      id,
      name,
      kind: "parish-council",
      nation: "england",
      sources: [in2022({ paragraph: "3.18" })],
    }),
  ),
];
