import { once } from "node:events";
import { createWriteStream } from "node:fs";

const header = [
  "Identifier",
  "Title",
  "Description",
  "Currency",
  "Amount Applied For",
  "Amount Awarded",
  "Amount Disbursed",
  "Award Date",
  "URL",
  "Planned Dates:Start Date",
  "Planned Dates:End Date",
  "Planned Dates:Duration (months)",
  "Recipient Org:Identifier",
  "Recipient Org:Name",
  "Recipient Org:Charity Number",
  "Recipient Org:Company Number",
  "Recipient Org:Street Address",
  "Recipient Org:City",
  "Recipient Org:County",
  "Recipient Org:Country",
  "Recipient Org:Postal Code",
  "Recipient Org:Description",
  "Recipient Org:Web Address",
  "Beneficiary Location:Name",
  "Beneficiary Location:Geographic Code",
  "Beneficiary Location:Geographic Code Type",
  "Funding Org:Identifier",
  "Funding Org:Name",
  "Grant Programme:Title",
  "From An Open Call?",
  "Last Modified",
  "Data Source",
];

const districts = [
  ["Amber Valley", "E07000032"],
  ["Bolsover", "E07000033"],
  ["Chesterfield", "E07000034"],
  ["Derbyshire Dales", "E07000035"],
] as const;

/** An invented award as the cells of a row; about one in a thousand has something wrong with it. */
function row(index: number): string[] {
  const [place, code] = districts[index % districts.length] as (typeof districts)[number];
  const charity = String(200000 + (index % 90000));
  const amount = (((index * 7919) % 2_500_000) / 100 + 100).toFixed(2);
  const month = String((index % 12) + 1).padStart(2, "0");
  const year = 2014 + (index % 10);
  const wrong = index % 1000;
  return [
    `360G-example-${index}`,
    `Safer streets project ${index}`,
    `Sessions, equipment and training for volunteers of "${place}", in ${index % 40} streets, with evening patrols and a monthly report`,
    "GBP",
    wrong === 1 ? "50" : (Number(amount) + 250).toFixed(2),
    wrong === 2 ? `£${amount}` : amount,
    wrong === 3 ? "9999999" : amount,
    wrong === 4 ? `13/${month}/${year}` : `${year}-${month}-13`,
    `https://grants.example/${index}`,
    `${year}-${month}-20`,
    `${year + 1}-${month}-19`,
    wrong === 5 ? "30" : "12",
    `GB-CHC-${charity}`,
    `Community Association ${charity}`,
    charity,
    wrong === 6 ? "123456" : String(1_000_000 + (index % 90_000)).padStart(8, "0"),
    `${(index % 80) + 1} High Street`,
    place,
    "Derbyshire",
    "United Kingdom",
    "DE5 3QE",
    "A charity that keeps a hall and a youth club",
    "https://association.example/",
    place,
    code,
    "NMD",
    "GB-LAE-DBY",
    "Derbyshire County Council",
    "Community Action Grants",
    index % 2 === 0 ? "Yes" : "No",
    `${year}-${month}-28T10:00:00Z`,
    "https://grants.example/data.csv",
  ];
}

const cell = (text: string): string =>
  /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** Writes a file of invented awards with the 32 titles of the standard that are used most. */
export async function generateAwards(path: string, count: number): Promise<void> {
  const out = createWriteStream(path);
  out.write(`${header.join(",")}\n`);
  for (let index = 0; index < count; index += 1) {
    if (!out.write(`${row(index).map(cell).join(",")}\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}
