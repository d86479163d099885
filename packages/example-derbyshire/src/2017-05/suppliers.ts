import { body, type ExampleRecord } from "../example-record.ts";
import { in2017 } from "../papers.ts";

const suppliers = [
  ["tour-construction", "Tour Construction", "Appendix A"],
  ["arg-mansfield", "ARG Mansfield", "Appendix A"],
  ["j-tomlinson", "J Tomlinsons", "Appendix A"],
  ["focus-consultants", "Focus Consultants", "Appendix A"],
  ["rider-levett-bucknall", "Rider Levett Bucknall", "Appendix B"],
  ["horsmann-construction", "Horsmann Construction Limited", "Appendix B"],
  ["castlerock-recruitment-group", "Castlerock Recruitment Group Limited", "Appendix D"],
  ["care-and-custody-health", "Care and Custody Health Limited", "Appendix D"],
  ["drc-locums", "DRC Locums Limited", "Appendix D"],
  ["g4s-health-services", "G4S Health Services UK Limited", "Appendix D"],
  ["better-times", "Better Times Limited", "Appendix E"],
  ["capital-b-media", "Capital B Media", "Appendix E"],
  ["cardinus", "Cardinus", "Appendix F"],
  ["workrite", "Workrite", "Appendix F"],
  ["optima", "Optima", "Appendix F"],
] as const;

/** The companies of the five contract decisions: bidders, and who prepared and evaluated. */
export const suppliers2017: readonly ExampleRecord[] = [
  ...suppliers.map(([id, name, appendix]) =>
    body({ id, name, kind: "company", sources: [in2017({ item: `15A, ${appendix}` })] }),
  ),
  body({
    id: "derwent-valley-construction",
    name: "Derwent Valley Construction Limited",
    otherNames: [{ name: "Derwent Valley Construction" }],
    kind: "company",
    sources: [in2017({ item: "15A, Appendix B" }), in2017({ item: "15A, Appendix A" })],
  }),
];
