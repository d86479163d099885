import { body, type ExampleRecord } from "../example-record.ts";
import { in2017 } from "../papers.ts";

const fund = in2017({ item: "15A, Appendix G", table: "Table 1" });
const counselling = in2017({ item: "15A, Appendix C" });
const abuse = in2017({ item: "11D", paragraph: "2.2" });
const minutes = in2017({ item: "4A, minutes of 27 March 2017", paragraph: "11E" });
const adults = in2017({ item: "11C, Appendix A" });

/** Who is paid to help, treats, tests or safeguards, as the pack of May 2017 names them. */
export const partners2017: readonly ExampleRecord[] = [
  body({ id: "remedi", name: "Remedi", kind: "voluntary-organisation", sources: [minutes, fund] }),
  body({ id: "sv2", name: "SV2", kind: "voluntary-organisation", sources: [counselling] }),
  body({ id: "sail", name: "SAIL", kind: "voluntary-organisation", sources: [counselling] }),
  body({
    id: "north-derbyshire-ccg",
    name: "North Derbyshire Clinical Commissioning Group",
    otherNames: [{ name: "North Derbyshire CCG" }],
    kind: "health-body",
    nation: "england",
    validFrom: "2013-04-01",
    sources: [in2017({ item: "15A, Appendix C", paragraph: "2.8" })],
  }),
  body({
    id: "nhs-england",
    name: "National Health Service England",
    otherNames: [{ name: "NHSE" }],
    kind: "health-body",
    nation: "england",
    sources: [in2017({ item: "15A, Appendix C", paragraph: "2.1" })],
  }),
  body({
    id: "east-midlands-health-and-justice",
    name: "East Midlands Health and Justice Commissioning",
    kind: "health-body",
    nation: "england",
    sources: [in2017({ item: "15A, Appendix D", paragraph: "2.2" })],
  }),
  body({
    id: "sporting-futures",
    name: "Sporting Futures",
    kind: "voluntary-organisation",
    sources: [fund],
  }),
  body({
    id: "dlnr-crc",
    name: "DLNR CRC Ltd",
    kind: "probation-body",
    nation: "england",
    sources: [fund],
  }),
  body({
    id: "derbyshire-criminal-justice-board",
    name: "Derbyshire Criminal Justice Board",
    otherNames: [{ name: "Local Criminal Justice Board" }, { name: "LCJB" }],
    kind: "partnership",
    nation: "england",
    sources: [fund],
  }),
  body({ id: "refuge", name: "Refuge", kind: "voluntary-organisation", sources: [abuse] }),
  body({
    id: "derbyshire-domestic-abuse-services-consortium",
    name: "Derbyshire Domestic Abuse Services Consortium",
    kind: "partnership",
    nation: "england",
    sources: [abuse],
  }),
  body({
    id: "derby-homes",
    name: "Derby Homes",
    kind: "company",
    nation: "england",
    sources: [in2017({ item: "11D, Appendix C" })],
  }),
  body({
    id: "national-police-air-service",
    name: "National Police Air Service",
    otherNames: [{ name: "National Air Support Service" }, { name: "NPAS" }],
    kind: "government-body",
    sources: [in2017({ item: "12G", paragraph: "1.1" })],
  }),
  body({
    id: "action-housing",
    name: "Action Housing",
    kind: "voluntary-organisation",
    sources: [in2017({ item: "11D, Appendix D" })],
  }),
  ...(
    [
      ["ddvsas", "Derbyshire Domestic Violence and Sexual Abuse Service"],
      ["derbyshire-wish", "Derbyshire WISH"],
      ["crossroads-derbyshire", "Crossroads Derbyshire"],
      ["trident-reach", "Trident Reach"],
    ] as const
  ).map(([id, name]) => body({ id, name, kind: "voluntary-organisation", sources: [abuse] })),
  ...(
    [
      ["derby-safeguarding-adults-board", "Derby Safeguarding Adults Board", "Appendix A"],
      [
        "derbyshire-safeguarding-adults-board",
        "Derbyshire Safeguarding Adults Board",
        "Appendix B",
      ],
      ["derby-safeguarding-children-board", "Derby Safeguarding Children Board", "Appendix C"],
      [
        "derbyshire-safeguarding-children-board",
        "Derbyshire Safeguarding Children Board",
        "Appendix C",
      ],
    ] as const
  ).map(([id, name, appendix]) =>
    body({
      id,
      name,
      kind: "partnership",
      nation: "england",
      sources: [in2017({ item: `11C, ${appendix}` })],
    }),
  ),
  ...(
    [
      ["derbyshire-healthcare", "Derbyshire Healthcare NHS Foundation Trust"],
      ["derby-teaching-hospitals", "Derby Teaching Hospitals NHS Foundation Trust"],
    ] as const
  ).map(([id, name]) =>
    body({ id, name, kind: "health-body", nation: "england", sources: [adults] }),
  ),
];
