import { body, type ExampleRecord } from "../example-record.ts";
import { in2017 } from "../papers.ts";

const table = in2017({ item: "15A, Appendix H", table: "Table 1" });

const recipients = [
  ["junction-arts", "Junction Arts"],
  ["sinfin-community-centre", "Sinfin Community Centre"],
  ["gad-khalsa-sports-club", "GAD Khalsa Sports Club Derby"],
  ["grassmoor-perseverance-allotments", "Grassmoor Perseverance Allotments Assn"],
  ["ripley-school-of-boxing", "Ripley School of Boxing"],
  ["derbyshire-neighbourhood-watch", "Derbyshire Neighbourhood Watch"],
  ["hearing-help-uk", "Hearing Help UK"],
  ["high-peak-foodbank-and-zink", "High Peak Foodbank and Zink Employability"],
  ["derbyshire-autism-services", "Derbyshire Autism Services"],
  ["penmore-allotment-association", "Penmore Allotment Association"],
  ["british-deaf-association", "British Deaf Association"],
  ["enthusiasm-trust", "The Enthusiasm Trust"],
] as const;

/** The twelve organisations of the second round of small community action grants. */
export const grantRecipients2017: readonly ExampleRecord[] = recipients.map(([id, name]) =>
  body({ id, name, kind: "voluntary-organisation", sources: [table] }),
);
