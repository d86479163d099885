import { grounds } from "./grounds.ts";
import type { LegalProfile, Rule } from "./profile.ts";

const act = "Local Government Act 1972";
const executiveRegulations =
  "Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012 (SI 2012/2089)";
const policingOrder =
  "Elected Local Policing Bodies (Specified Information) Order 2011 (SI 2011/3050)";

/** The day from which five clear days are owed in England (SI 2002/715); three were before it. */
const fiveDaysFrom = "2002-10-01";
const partFiveAFrom = "1986-04-01";

const codes = (...prefixes: readonly string[]): string[] =>
  grounds
    .map(({ code }) => code)
    .filter((code) => prefixes.some((prefix) => code.startsWith(prefix)));
const english = grounds
  .map(({ code }) => code)
  .filter((code) => code.startsWith("confidential-") || /^schedule-12a-[1-7]$/.test(code));

const noticeRules = (days: number, validFrom: string, validTo?: string): Rule[] =>
  (
    [
      ["public-notice", "Public notice of the time and place", "section 100A(6)"],
      ["agenda", "Agenda and reports open to the public", "section 100B(3)"],
    ] as const
  ).map(([subject, duty, section]) => ({
    id: `${subject}-${days}`,
    subject,
    duty,
    when: { type: "clear-days-before", days, of: "working" },
    provision: `${act}, ${section}`,
    force: "law",
    validFrom,
    ...(validTo !== undefined && { validTo }),
  }));

const afterRules = (validFrom: string): Rule[] => [
  {
    id: "minutes",
    subject: "minutes",
    duty: "Minutes of the public part, or a written summary where they would not be intelligible",
    when: { type: "as-soon-as-practicable" },
    provision: `${act}, section 100C(1) and (2)`,
    force: "law",
    validFrom,
  },
  {
    id: "keep-minutes",
    subject: "keep-minutes",
    duty: "Minutes, agenda and open reports kept open to inspection",
    when: { type: "years-from", years: 6 },
    provision: `${act}, section 100C(1)`,
    force: "law",
    validFrom,
  },
  {
    id: "keep-background-papers",
    subject: "keep-background-papers",
    duty: "Background papers kept open to inspection",
    when: { type: "years-from", years: 4 },
    provision: `${act}, section 100D(2)`,
    force: "law",
    validFrom,
  },
];

const englishCouncil: LegalProfile = {
  id: "english-council",
  title: "English council and its committees",
  summary: "A principal council in England, its committees, sub-committees and joint committees.",
  validFrom: partFiveAFrom,
  rules: [
    ...noticeRules(3, partFiveAFrom, "2002-09-30"),
    ...noticeRules(5, fiveDaysFrom),
    ...afterRules(partFiveAFrom),
  ],
  grounds: english,
  itemGate: { provision: `${act}, section 100B(4)` },
};

const panel: LegalProfile = {
  ...englishCouncil,
  id: "police-and-crime-panel",
  title: "Police and Crime Panel",
  summary:
    "A committee or joint committee of the councils of a force area, to which Part VA applies (Police Reform and Social Responsibility Act 2011, section 28 and Schedule 6; SI 2012/2734).",
  validFrom: "2012-11-22",
  rules: [...noticeRules(5, "2012-11-22"), ...afterRules("2012-11-22")],
};

const policingFrom = "2012-11-22";
const commissioner: LegalProfile = {
  id: "commissioner",
  title: "Police and crime commissioner",
  summary:
    "An elected local policing body. Part VA of the Local Government Act 1972 does not bind its own meetings; the Specified Information Order does.",
  validFrom: "2012-11-22",
  // The term of those elected in May 2024 ends six days after the poll of 4 May 2028 (Police Reform
  // and Social Responsibility Act 2011, section 50(7)); no further election was to follow, as announced
  // on 13 November 2025.
  validTo: "2028-05-10",
  rules: (
    [
      ["meeting-details", "Date, time and place of each public meeting"],
      ["agenda", "Agenda of each public meeting and the reports for it"],
      [
        "minutes",
        "Minutes of each public meeting, and of others on matters of significant interest",
      ],
      [
        "decision",
        "A record of each decision of significant public interest, in or out of meetings",
      ],
    ] as const
  ).map(
    ([subject, duty]): Rule => ({
      id: subject,
      subject,
      duty,
      when: { type: "as-soon-as-practicable" },
      provision: `${policingOrder}, article 3 and Schedule`,
      force: "law",
      validFrom: policingFrom,
    }),
  ),
  grounds: codes("policing-"),
};

const executiveFrom = "2012-09-10";
const executive: LegalProfile = {
  id: "english-executive",
  title: "Executive of an English council",
  summary: "A cabinet, its committees and its members who decide alone.",
  validFrom: executiveFrom,
  rules: [
    rule("public-notice", "Public notice of the time and place", 5, "regulation 6", "working"),
    rule("agenda", "Agenda and reports open to the public", 5, "regulation 7", "working"),
    rule(
      "private-meeting-notice",
      "Notice of the intention to meet in private",
      28,
      "regulation 5(2)",
      "all",
    ),
    rule("key-decision-notice", "Notice of a key decision", 28, "regulation 9", "all"),
    rule(
      "key-decision-general-exception",
      "General exception: scrutiny chair informed and reasons published",
      5,
      "regulation 10",
      "working",
    ),
    {
      id: "decision",
      subject: "decision",
      duty: "Written statement of each executive decision, with its reasons and the options rejected",
      when: { type: "as-soon-as-practicable" },
      provision: `${executiveRegulations}, regulations 12 to 14`,
      force: "law",
      validFrom: executiveFrom,
    },
    {
      id: "keep-minutes",
      subject: "keep-minutes",
      duty: "Statements of decisions kept open to inspection",
      when: { type: "years-from", years: 6 },
      provision: `${executiveRegulations}, regulation 22`,
      force: "law",
      validFrom: executiveFrom,
    },
    {
      id: "keep-background-papers",
      subject: "keep-background-papers",
      duty: "Background papers kept open to inspection",
      when: { type: "years-from", years: 4 },
      provision: `${executiveRegulations}, regulation 22`,
      force: "law",
      validFrom: executiveFrom,
    },
  ],
  grounds: english,
  itemGate: { provision: `${executiveRegulations}, regulation 7` },
};

function rule(
  subject: Rule["subject"],
  duty: string,
  days: number,
  regulation: string,
  of: "working" | "all",
): Rule {
  return {
    id: subject,
    subject,
    duty,
    when: { type: "clear-days-before", days, of },
    provision: `${executiveRegulations}, ${regulation}`,
    force: "law",
    validFrom: executiveFrom,
  };
}

const welshNoteFrom = "2022-05-05";
const welsh: LegalProfile = {
  id: "welsh-council",
  title: "Welsh council and its committees",
  summary: "A principal council in Wales, its committees, sub-committees and joint committees.",
  validFrom: partFiveAFrom,
  rules: [
    ...noticeRules(3, partFiveAFrom),
    ...afterRules(partFiveAFrom),
    {
      id: "meeting-note",
      subject: "meeting-note",
      duty: "A note of attendance, apologies, declarations, decisions and votes, published electronically",
      when: { type: "working-days-after", days: 7 },
      provision: `${act}, section 100C as it applies in Wales (Local Government and Elections (Wales) Act 2021, Schedule 4)`,
      force: "law",
      validFrom: welshNoteFrom,
    },
  ],
  grounds: codes("confidential-", "schedule-12a-wales-"),
  itemGate: { provision: `${act}, section 100B(4)` },
};

const partnershipFrom = "1998-09-30";
const partnership: LegalProfile = {
  id: "partnership",
  title: "Community safety partnership",
  summary:
    "Responsible authorities acting together under the Crime and Disorder Act 1998. No statute gives the public notice of its meetings; what follows is what its terms of reference usually say.",
  validFrom: partnershipFrom,
  rules: [
    {
      id: "agenda",
      subject: "agenda",
      duty: "Agenda and papers sent out and published",
      when: { type: "clear-days-before", days: 5, of: "working" },
      provision: "The partnership's terms of reference",
      force: "policy",
      validFrom: partnershipFrom,
    },
    {
      id: "minutes",
      subject: "minutes",
      duty: "Minutes of the open session",
      when: { type: "as-soon-as-practicable" },
      provision: "The partnership's terms of reference",
      force: "policy",
      validFrom: partnershipFrom,
    },
  ],
  grounds: codes("partnership-"),
};

/** What follows the commissioners: announced, not made, so every rule is to be confirmed. */
const successor: LegalProfile = {
  ...englishCouncil,
  id: "successor",
  title: "Successor of a police and crime commissioner",
  summary:
    "A mayor's combined authority or a board of council leaders that takes on policing governance (announced 13 November 2025). Read as bound by Part VA as such bodies are now; to be confirmed when the Act and its orders are made.",
  validFrom: "2028-05-11",
  provisional: true,
  rules: [
    ...noticeRules(5, "2028-05-11"),
    ...afterRules("2028-05-11"),
    ...commissioner.rules
      .filter(({ subject }) => subject === "decision")
      .map((each) => ({ ...each, validFrom: "2028-05-11" })),
  ],
  grounds: [...english, ...codes("policing-")],
};

export const profiles: readonly LegalProfile[] = [
  commissioner,
  panel,
  englishCouncil,
  executive,
  welsh,
  partnership,
  successor,
];
