import type { ExampleRecord } from "../example-record.ts";
import { forwardPlanEntry } from "../meeting-records.ts";
import { in2017 } from "../papers.ts";

interface Planned {
  readonly title: string;
  readonly kind?: "presentation" | "minutes";
  readonly condition?: string;
  /** The number of the item of 22 May 2017 under which it came. */
  readonly item?: string;
}

const presentation = (title: string, item?: string): Planned => ({
  title,
  kind: "presentation",
  ...(item !== undefined && { item }),
});
const on = (item: string, title: string): Planned => ({ title, item });
const ifAny = (title: string): Planned => ({ title, condition: "if any" });
const ifRelevant = (title: string): Planned => ({ title, condition: "if relevant" });

const briefing =
  "Finance Briefing (capital programme, expenditure against budget, estates, PFI financing)";

type Column = readonly (string | Planned)[];

/** By meeting: the column of finance, and that of performance and other issues. */
const plan: readonly (readonly [string, Column, Column])[] = [
  [
    "2017-05-22",
    [
      "Finance (Period 12) & Resources",
      "PCC & Force – Revenue Budget Outturn 2016/17",
      "PCC & Force – Capital Outturn 2016/17",
      "PCC & Force – Annual Report on Treasury Management and Prudential Indicators 2016/17",
      "Force Insurance Renewals 2017/18",
      "Force Estates Update",
      "Force – Information Services (IS) Quarterly Update",
      "Force – Procurement and Contracts Quarterly Update",
    ],
    [
      on("12E", "Chief Constable's Scorecards"),
      presentation("Safeguarding Children", "12B"),
      presentation("Safeguarding Adults", "12C"),
      on("11C", "Safeguarding Boards Report"),
      presentation("Domestic Abuse", "12A"),
      on("11D", "Domestic Abuse Partners Report"),
      presentation("Rape & Sexual Assault", "12D"),
      { title: "JARAC Minutes", kind: "minutes", item: "4B" },
      on("12F", "Health & Safety Report"),
      on("12G", "Helicopter Deployments"),
      on("11A", "PCC Casework Report"),
      on("11B", "PCC Consultation & Engagement Plan"),
    ],
  ],
  [
    "2017-06-26",
    [
      "Finance (Periods 1 and 2) & Resources",
      briefing,
      "Capital Outturn 2016/17",
      "Revenue Budget Outturn 2016/17",
      "Annual Report on Treasury Management and Prudential Indicators 2016/17",
      "Insurance Renewals 2017/18",
      "Annual Report on Debtors",
      ifAny("PCC Report on funding decisions"),
    ],
    [
      "PCC Performance Report",
      "Contact Management",
      presentation("KSI Road Collisions and Road Safety"),
      { title: "PCC Annual Report", condition: "may move to September" },
      "CJ Update",
      "SGB Meetings 2017-2018",
      "Force Media Engagement",
      "Review of 2016/2017 grants",
      "PSD Report",
    ],
  ],
  [
    "2017-09-18",
    [
      "Finance (Periods 3, 4 & 5) & Resources",
      briefing,
      "Police Property Act Fund – Contribution towards Derbyshire Foundation 2016-2017",
      "Revised Capital Programme 2017/18-2019/20",
      "Revenue spend against profiled budget, with predicted out-turn",
      "Information Services (IS) Quarterly Update",
      "Estates Services and PFI Financing Quarterly Update",
      "Procurement and Contracts Quarterly Update",
      ifAny("PCC – Report on funding decisions"),
    ],
    [
      "Chief Constable's Scorecards",
      "Strategic Policing Requirement",
      "ICV Update",
      { title: "JARAC minutes – June", kind: "minutes" },
      presentation("Antisocial Behaviour & Community Policing"),
      presentation("Substance Misuse"),
      "Workforce",
      "Wildlife Crime & Cruelty to Animals",
      "Wildlife Crime partner report",
      "PEEL (Efficiency/Legitimacy) Inspection",
    ],
  ],
  [
    "2017-11-27",
    [
      "Finance (Periods 6 & 7) & Resources",
      briefing,
      "Annual Audit Letter",
      ifRelevant("Revised Revenue Budget"),
      ifRelevant("Revised Capital Programme & Strategy"),
      "Financial Projections Update",
      "Update on Treasury Management & Prudential Indicators",
      ifAny("PCC – Report on funding decisions"),
    ],
    [
      "PCC Performance Report",
      "Organised Crime Groups",
      presentation("OICMS&HT & FNO"),
      "Econ Crime, POCA & Fin Investigation",
      presentation("Cyber Crime"),
      "Gun & Firearms Issues",
      "Knife and Sharp Instrument Crime",
      presentation("Joint 'weapons'"),
      "Terrorism & Domestic Extremism",
      "PEEL (Effectiveness/Legitimacy) Inspection",
    ],
  ],
];

const column = (date: string, topic: string, code: string, entries: Column): ExampleRecord[] =>
  entries.map((each, index) => {
    const { item, ...entry } = typeof each === "string" ? ({ title: each } as Planned) : each;
    return forwardPlanEntry({
      id: `sgb.${date}.${code}-${String(index + 1).padStart(2, "0")}`,
      body: "register/body/strategic-governance-board",
      topic,
      ...(date === "2017-05-22" ? { meeting: `meetings/meeting/sgb.${date}` } : { date }),
      ...entry,
      ...(item !== undefined && {
        item: `meetings/agenda-item/sgb.2017-05-22.${item.toLowerCase()}`,
      }),
      sources: [in2017({ item: "6 Forward plan", table: topic, paragraph: date })],
    });
  });

/** The board's forward plan as it stood on 22 May 2017: four meetings in two columns. */
export const forwardPlan2017: readonly ExampleRecord[] = plan.flatMap(
  ([date, finance, performance]) => [
    ...column(date, "Finance", "finance", finance),
    ...column(date, "Performance and other issues", "performance", performance),
  ],
);
