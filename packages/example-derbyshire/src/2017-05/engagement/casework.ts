import { caseworkTable } from "../../engagement-records.ts";
import { type ExampleRecord, printed } from "../../example-record.ts";
import { in2017 } from "../../papers.ts";
import { type Counts, natures, subjects } from "./casework-categories.ts";

const said = (paragraph: string) => in2017({ item: "11A", paragraph });
const inReport = (table: string) => in2017({ item: "11A", table });
const inAppendix = (table: string) => in2017({ item: "11A, Appendix A", table });

interface Row {
  readonly category: string;
  readonly title: string;
  readonly parent?: string;
  readonly counts: Counts;
}

interface Layout {
  readonly dimension: string;
  /** As the id has it. */
  readonly name: string;
  readonly title: string;
  readonly rows: readonly Row[];
  /** Totals of both years, where the table prints them. */
  readonly totals: readonly [now: number | null, before: number | null];
  /** The heading of the table in the report itself, of 2016–17 alone, where it stands there too. */
  readonly heading?: string;
  readonly appendix: string;
  /** Fields of the table of 2016–17. */
  readonly now?: object;
}

/** The two tables, a year each, that one table of Appendix A prints side by side. */
function bothYears({
  dimension,
  name,
  title,
  rows,
  totals,
  heading,
  appendix,
  now,
}: Layout): readonly ExampleRecord[] {
  const id = (year: number) => `opcc-derbyshire.${name}.fy${year}`;
  return ([2015, 2016] as const).map((year) => {
    const of = year === 2016 ? 0 : 1;
    const counted = rows.flatMap(({ counts, ...row }) => {
      const count = counts[of];
      return count === "new" ? [] : [{ ...row, count }];
    });
    const places = [
      inAppendix(appendix),
      ...(heading !== undefined && year === 2016 ? [inReport(heading)] : []),
    ];
    const figures = [
      ...counted.map(({ count }, index) => [`/rows/${index}/count`, count] as const),
      ["/total", totals[of]] as const,
    ];
    return caseworkTable({
      id: id(year),
      title: `${title}, ${year}–${year - 1999}`,
      body: "register/body/opcc-derbyshire",
      dimension,
      period: `FY${year}`,
      categories: `engagement/category-set/opcc-derbyshire.${year}`,
      rows: counted,
      total: totals[of],
      ...(year === 2016 && { previous: `engagement/casework-table/${id(2015)}`, ...now }),
      disclosedIn: inAppendix(appendix),
      sources: places,
      printed: figures.flatMap(([figure, count]) =>
        count === null
          ? []
          : places.map((place) => printed(figure, String(count), String(count), place)),
      ),
    });
  });
}

const service = "service-and-performance";
const asb = "anti-social-behaviour";

/** A share of all, or of the subject that it is part of. */
const share = (about: string, text: string, percent: string, paragraph: string, of = "total") => ({
  claim: "share",
  about,
  text,
  percent,
  of,
  source: said(paragraph),
});

const change = (about: string, text: string, paragraph: string, fields: object) => ({
  claim: "change",
  about,
  text,
  source: said(paragraph),
  ...fields,
});

const rank = (about: string, text: string, place: number, paragraph: string) => ({
  claim: "rank",
  about,
  text,
  place,
  source: said(paragraph),
});

const total: readonly [number, number] = [387, 368];

/** Casework of 2015–16 and 2016–17, and what the report says of it in words. */
export const casework2017: readonly ExampleRecord[] = [
  ...bothYears({
    dimension: "nature",
    name: "nature",
    title: "Nature of contact",
    rows: natures.map(([category, title, counts]) => ({ category, title, counts })),
    totals: total,
    heading: "Nature of Contact",
    appendix: "Nature of Contact",
    now: {
      claims: [
        change("total", "5% increase", "3", { direction: "rose", percent: "5" }),
        share("complaint", "147 (38%)", "38", "3"),
        change("complaint", "by 16% from last year's figure of 175", "3", {
          direction: "fell",
          percent: "16",
          before: 175,
        }),
      ],
    },
  }),
  ...bothYears({
    dimension: "subject",
    name: "subject",
    title: "Reason for contact",
    rows: subjects.map(([category, title, counts]) => ({ category, title, counts })),
    totals: total,
    heading: "Reason for Contact",
    appendix: "Reason for Contact",
    now: {
      claims: [
        rank(service, "the greatest number", 1, "3, i"),
        share(service, "145 (37%)", "37", "3, i"),
        rank("traffic", "the second most", 2, "3, ii"),
        share("traffic", "61 or 16%", "16", "3, ii"),
        rank(asb, "the third most", 3, "3, iii"),
        share(asb, "47 (32%)", "32", "3, iii"),
        change(asb, "about double", "3, iii", {
          direction: "rose",
          times: "2",
          exactness: "about",
        }),
        change("abuse", "just over double", "3, iv", {
          direction: "rose",
          times: "2",
          exactness: "over",
        }),
      ],
    },
  }),
  ...bothYears({
    dimension: "sub-category",
    name: "sub-category",
    title: "Reason for contact in detail",
    rows: subjects.flatMap(([category, title, counts, parts]): readonly Row[] =>
      parts.length === 0
        ? // Of serious and organised crime the column of 2015–16 prints no figure here.
          [
            {
              category,
              title,
              counts: category === "serious-and-organised-crime" ? [counts[0], null] : counts,
            },
          ]
        : parts.map(([part, words, own]) => ({
            category: part,
            title: words,
            parent: category,
            counts: own,
          })),
    ),
    // The table prints no totals of its own.
    totals: [null, null],
    appendix: "Contact Categories",
    now: {
      parents: Object.fromEntries(
        subjects.flatMap(([category, , [count], parts]) =>
          parts.length === 0 ? [] : [[category, count]],
        ),
      ),
      claims: [
        share(`${service}/quality-of-service`, "41 (28%)", "28", "3, i", service),
        change(`${service}/quality-of-service`, "drop of 24 (37%)", "3, i", {
          direction: "fell",
          by: 24,
          percent: "37",
        }),
        share(`${service}/contact-and-response`, "32 (22%)", "22", "3, i", service),
        change(`${service}/contact-and-response`, "just over double", "3, i", {
          direction: "rose",
          times: "2",
          exactness: "over",
        }),
        share("traffic/parking", "28%", "28", "3, ii", "traffic"),
        share("traffic/speed", "16%", "16", "3, ii", "traffic"),
        share("traffic/other-roads-policing", "48%", "48", "3, ii", "traffic"),
        change("abuse/hate-crime", "3.5 times", "3, iv", { direction: "rose", times: "3.5" }),
      ],
    },
  }),
  ...bothYears({
    dimension: "route",
    name: "route",
    title: "Method of response",
    rows: [
      { category: "office", title: "OPCC", counts: [87, 92] },
      { category: "force", title: "Constabulary", counts: [300, 276] },
    ],
    totals: total,
    appendix: "Method of Response",
  }),
];
