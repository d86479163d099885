import { area, type ExampleRecord } from "../example-record.ts";
import { in2013, in2022, inCityOrder, inCodes, inGovernmentAct } from "../papers.ts";

/** With the row and column of each in a map of tiles; the city's is [4, 2]. */
const districts = [
  ["amber-valley", "Amber Valley", "E07000032", [3, 2]],
  ["bolsover", "Bolsover", "E07000033", [2, 3]],
  ["chesterfield", "Chesterfield", "E07000034", [2, 2]],
  ["derbyshire-dales", "Derbyshire Dales", "E07000035", [2, 1]],
  ["erewash", "Erewash", "E07000036", [3, 3]],
  ["high-peak", "High Peak", "E07000037", [1, 1]],
  ["north-east-derbyshire", "North East Derbyshire", "E07000038", [1, 2]],
  ["south-derbyshire", "South Derbyshire", "E07000039", [4, 1]],
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
    tile: { row: 4, column: 2 },
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
  ...districts.map(([id, name, code, [row, column]]) =>
    area({
      id,
      name,
      kind: "district",
      code,
      tile: { row, column },
      parent: "register/area/derbyshire",
      sources: [inCodes(), inGovernmentAct({ item: "Schedule 1" }), ofCounty],
    }),
  ),
];
