import { area, type ExampleRecord } from "../../example-record.ts";
import { in2017, inCodes } from "../../papers.ts";
import { safeguarding } from "../../safeguarding-records.ts";

const table = in2017({ item: "12A", paragraph: "6.6", table: "DVPOs in the region" });

/** The region's other police force areas, as the pack compares with them. */
export const forces: readonly ExampleRecord[] = [
  ...(
    [
      ["nottinghamshire", "Nottinghamshire", "E23000019"],
      ["lincolnshire", "Lincolnshire", "E23000020"],
      ["leicestershire", "Leicestershire", "E23000021"],
      ["northamptonshire", "Northamptonshire", "E23000022"],
    ] as const
  ).map(([id, name, code]) =>
    area({
      id: `${id}-police-force-area`,
      name,
      kind: "police-force-area",
      code,
      sources: [inCodes(), table],
    }),
  ),
  safeguarding("peer-group", {
    id: "east-midlands-forces",
    title: "Forces of the East Midlands",
    members: [
      "derbyshire",
      "leicestershire",
      "lincolnshire",
      "northamptonshire",
      "nottinghamshire",
    ].map((name) => `register/area/${name}-police-force-area`),
    sources: [table],
  }),
  safeguarding("peer-group", {
    id: "england-and-wales-forces",
    title: "Forces of England and Wales",
    members: [],
    size: 43,
    sources: [in2017({ item: "12E, Appendix A", table: "Confidence and satisfaction" })],
  }),
];
