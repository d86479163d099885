import { body, type ExampleRecord } from "../example-record.ts";
import { in2013, in2017, in2022, inAuthorities } from "../papers.ts";

const minutes = in2013({ item: "Minutes of 12 December 2012" });
const fund = in2017({ item: "15A, Appendix G", table: "Table 1" });
const partnerships = in2013({
  item: "3 Community Safety Agreement",
  table: "Partnership structure",
});

const council = (id: string, name: string, code: string, area: string, ...also: object[]) =>
  body({
    id,
    name,
    kind: "council",
    identifiers: [`GB-LAE-${code}`],
    nation: "england",
    legalProfiles: [
      { profile: "english-council", authority: "Local Government Act 1972, Part VA" },
    ],
    area: `register/area/${area}`,
    sources: [inAuthorities(), ...also],
  });

const districts = [
  ["amber-valley", "Amber Valley", "Borough Council", "AMB", minutes],
  ["bolsover", "Bolsover", "District Council", "BOS", minutes],
  ["chesterfield", "Chesterfield", "Borough Council", "CHS", minutes],
  ["derbyshire-dales", "Derbyshire Dales", "District Council", "DEB", minutes],
  ["erewash", "Erewash", "Borough Council", "ERE", minutes],
  ["high-peak", "High Peak", "Borough Council", "HIG", partnerships],
  ["north-east-derbyshire", "North East Derbyshire", "District Council", "NED", partnerships],
  ["south-derbyshire", "South Derbyshire", "District Council", "SDE", minutes],
] as const;

/** The county council, the city council and the eight districts, and the eight districts' partnerships. */
export const councils: readonly ExampleRecord[] = [
  council("derbyshire-county-council", "Derbyshire County Council", "DBY", "derbyshire", minutes),
  council(
    "derby-city-council",
    "Derby City Council",
    "DER",
    "derby",
    fund,
    in2022({ paragraph: "3.9" }),
  ),
  ...districts.map(([area, name, form, code, source]) =>
    council(`${area}-council`, `${name} ${form}`, code, area, source),
  ),
  ...districts.map(([area, name]) =>
    body({
      id: `${area}-community-safety-partnership`,
      name: `${name} Community Safety Partnership`,
      otherNames: [{ name: `${name} CSP` }],
      kind: "community-safety-partnership",
      nation: "england",
      legalProfiles: [
        { profile: "partnership", authority: "Crime and Disorder Act 1998, sections 5 to 7" },
      ],
      area: `register/area/${area}`,
      sources: [partnerships, fund],
    }),
  ),
];
