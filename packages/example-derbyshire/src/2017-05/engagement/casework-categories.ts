import { categorySet } from "../../engagement-records.ts";
import type { ExampleRecord } from "../../example-record.ts";
import { in2017 } from "../../papers.ts";

/** Counts of 2016–17 and of 2015–16; null where none is printed, `new` for a new category. */
export type Counts = readonly [now: number, before: number | null | "new"];
export type Line = readonly [id: string, title: string, counts: Counts];

/** Of each new category, where its contacts were logged before, where the paper says so. */
const formerly: Readonly<Record<string, string>> = {
  appreciation: "feedback",
  indecipherable: "not-for-office",
};

export const natures: readonly Line[] = [
  ["complaint", "Complaint or Dissatisfaction", [147, 175]],
  ["crime-report", "Crime Report", [19, 12]],
  ["general-enquiry", "General Enquiry", [140, 94]],
  ["feedback", "Feedback", [26, 37]],
  ["intelligence", "Intelligence", [36, 29]],
  ["not-for-office", "Not for Derbyshire PCC/Force", [7, 21]],
  ["appreciation", "Appreciation", [8, "new"]],
  ["indecipherable", "Indecipherable", [4, "new"]],
];

/** Each subject with its sub-categories; one without has its own count among them. */
export const subjects: readonly (readonly [...Line, readonly Line[]])[] = [
  [
    "abuse",
    "Abuse Suffered",
    [33, 15],
    [
      ["child-sexual-exploitation", "Child Sexual Exploitation", [3, 0]],
      ["domestic-violence", "Domestic Violence", [2, 2]],
      ["hate-crime", "Hate Crime", [14, 4]],
      ["human-trafficking", "Human Trafficking/Slavery", [0, 1]],
      ["safeguarding-concerns", "Safeguarding Concerns", [3, "new"]],
      ["sexual-violence", "Sexual Violence", [2, 3]],
      ["violence-other", "Violence – other", [9, 5]],
    ],
  ],
  [
    "acquisitive-crime",
    "Acquisitive Crime",
    [31, 19],
    [
      ["burglary-robbery-theft", "Burglary, Robbery, Theft", [9, 4]],
      ["cyber-fraud", "Cyber Fraud", [5, 2]],
      ["fraud", "Fraud", [17, 11]],
      ["proceeds-of-crime", "POCA", [0, 2]],
    ],
  ],
  [
    "anti-social-behaviour",
    "Anti-Social Behaviour",
    [47, 23],
    [
      ["asb-general", "ASB general", [18, "new"]],
      ["criminal-damage", "Criminal Damage", [3, 3]],
      ["harassment-and-bullying", "Harassment & Bullying", [3, 7]],
      ["neighbour-disputes", "Neighbour Disputes", [10, 5]],
      ["noise-and-nuisance", "Noise & Nuisance", [4, 8]],
      ["trespass", "Trespass/unlawful gatherings", [9, "new"]],
    ],
  ],
  [
    "budget-and-resources",
    "Budget & Resources Issues",
    [18, 20],
    [
      ["budget-and-precept", "Budget/Precept", [4, 3]],
      ["estate", "Estate – police buildings", [5, 5]],
      ["resources", "Resources – allocation/reduction", [9, 12]],
    ],
  ],
  [
    "drugs-and-alcohol",
    "Drugs & Alcohol",
    [3, 11],
    [
      ["alcohol-related-harm", "Alcohol Related Harm", [0, 0]],
      ["drug-supply", "Drug Supply/Dealing", [1, 7]],
      ["drug-taking", "Drug Taking", [1, 4]],
      ["licensing", "Licensing", [0, 0]],
      ["street-drinking", "Street Drinking", [1, 0]],
    ],
  ],
  ["equality-and-diversity", "Equality & Diversity", [1, "new"], []],
  ["unclear", "Indecipherable/Unclear", [8, 18], []],
  ["not-relevant", "Not relevant/Not for PCC", [5, "new"], []],
  [
    "pcc-matters",
    "PCC Matters",
    [18, 16],
    [
      ["community-engagement", "Community Engagement", [1, 0]],
      ["complaints-against-pcc", "Complaints against the PCC", [0, 0]],
      ["complaints-against-staff", "Complaints against PCC Staff", [0, 0]],
      ["pcc-role", "PCC role, costs and accountability", [12, 7]],
      ["policy-and-performance", "Policy and Performance", [0, 3]],
      ["political-comments", "Political Comments & Opinions", [0, 2]],
      ["victim-services", "Victim Services, Commissioning & Grants", [4, 4]],
    ],
  ],
  [
    "personnel",
    "Personnel Issues",
    [8, 3],
    [
      ["employment", "Employment issues inc. pensions", [5, 2]],
      ["work-experience", "Work/work experience, student projects", [3, 1]],
    ],
  ],
  ["serious-and-organised-crime", "Serious & Organised Crime", [0, 9], []],
  [
    "service-and-performance",
    "Service & Police Performance",
    [145, 166],
    [
      ["contact-and-response", "Contact & response times", [32, 15]],
      ["data-issues", "Data issues inc. DBS applications", [5, 13]],
      ["policy-and-procedure", "General policy & procedure", [28, 29]],
      ["quality-of-service", "General quality of service", [41, 65]],
      ["performance", "Performance & Crime Stats", [4, 1]],
      ["police-complaint", "Police Complaint", [21, 30]],
      ["police-powers", "Police Powers", [14, 13]],
    ],
  ],
  [
    "traffic",
    "Traffic/Roads Policing",
    [61, 57],
    [
      ["cyclists", "Cyclists", [2, 2]],
      ["drink-and-drug-driving", "Drink/Drug Driving", [1, 1]],
      ["off-roading", "Off-roading/green lanes", [2, 3]],
      ["other-roads-policing", "Other roads policing", [29, 26]],
      ["parking", "Parking", [17, 11]],
      ["speed", "Speed", [10, 14]],
    ],
  ],
  ["wildlife-crime", "Wildlife Crime", [9, 11], []],
];

const lines = [
  ...natures.map(([id, title, counts]) => ({ id, title, counts, dimension: "nature" })),
  ...subjects.flatMap(([id, title, counts, parts]) => [
    { id, title, counts, dimension: "subject" },
    ...parts.map(([part, words, own]) => ({
      id: part,
      title: words,
      counts: own,
      dimension: "subject",
      parent: id,
    })),
  ]),
];

const body = "register/body/opcc-derbyshire";
const sources = [in2017({ item: "11A, Appendix A" })];

/** The categories of 2015–16 and those of 2016–17, with what is new and where it was logged before. */
export const caseworkCategories2017: readonly ExampleRecord[] = [
  categorySet({
    id: "opcc-derbyshire.2015",
    title: "Categories of 2015–16",
    body,
    validTo: "2016-03-31",
    categories: lines
      .filter(({ counts: [, before] }) => before !== "new")
      .map(({ counts: _, ...category }) => category),
    sources,
  }),
  categorySet({
    id: "opcc-derbyshire.2016",
    title: "Categories of 2016–17",
    body,
    validFrom: "2016-04-01",
    previous: "engagement/category-set/opcc-derbyshire.2015",
    categories: lines.map(({ counts: [, before], ...category }) => ({
      ...category,
      ...(before === "new" && { isNew: true }),
      ...(formerly[category.id] !== undefined && { formerlyIn: [formerly[category.id]] }),
    })),
    sources,
  }),
];
