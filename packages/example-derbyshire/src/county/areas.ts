import { area, type ExampleRecord } from "../example-record.ts";
import { in2013, in2022, inCityOrder, inCodes, inGovernmentAct } from "../papers.ts";

const districts = [
  ["amber-valley", "Amber Valley", "E07000032"],
  ["bolsover", "Bolsover", "E07000033"],
  ["chesterfield", "Chesterfield", "E07000034"],
  ["derbyshire-dales", "Derbyshire Dales", "E07000035"],
  ["erewash", "Erewash", "E07000036"],
  ["high-peak", "High Peak", "E07000037"],
  ["north-east-derbyshire", "North East Derbyshire", "E07000038"],
  ["south-derbyshire", "South Derbyshire", "E07000039"],
] as const;

const ofCounty = in2013({
  item: "3 Community Safety Agreement",
  table: "Partnership structure",
});

/**
 * The police force area, the city, the county and its eight districts. The packs' "nine local
 * authority areas" are the city and the districts.
 */
export const areas: readonly ExampleRecord[] = [
  area({
    id: "derbyshire-police-force-area",
    name: "Derbyshire",
    kind: "police-force-area",
    code: "E23000018",
    sources: [inCodes(), in2022({ paragraph: "3.12" })],
  }),
  area({
    id: "derby",
    name: "Derby",
    kind: "unitary",
    code: "E06000015",
    parent: "register/area/derbyshire-police-force-area",
    validFrom: "1997-04-01",
    sources: [inCodes(), inCityOrder()],
  }),
  area({
    id: "derbyshire",
    name: "Derbyshire",
    kind: "county",
    code: "E10000007",
    parent: "register/area/derbyshire-police-force-area",
    sources: [inCodes(), inGovernmentAct({ item: "Schedule 1" })],
  }),
  ...districts.map(([id, name, code]) =>
    area({
      id,
      name,
      kind: "district",
      code,
      parent: "register/area/derbyshire",
      sources: [inCodes(), inGovernmentAct({ item: "Schedule 1" }), ofCounty],
    }),
  ),
];
