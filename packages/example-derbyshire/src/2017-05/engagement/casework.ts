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
  /** What the report says in words of the table of 2016–17. */
  readonly said?: readonly Words[];
}

const idOf = (name: string, year: number) => `opcc-derbyshire.${name}.fy${year}`;

const countedIn = (rows: readonly Row[], year: number) =>
  rows.flatMap(({ counts: [now, before], ...row }) => {
    const count = year === 2016 ? now : before;
    return count === "new" ? [] : [{ ...row, count }];
  });

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
  said: words = [],
}: Layout): readonly ExampleRecord[] {
  return ([2015, 2016] as const).map((year) => {
    const counted = countedIn(rows, year);
    const total = totals[year === 2016 ? 0 : 1];
    const places = [
      inAppendix(appendix),
      ...(heading !== undefined && year === 2016 ? [inReport(heading)] : []),
    ];
    const figures = [
      ...counted.map(({ count }, index) => [`/rows/${index}/count`, count] as const),
      ["/total", total] as const,
    ];
    const spoken = year === 2016 ? words.map((each) => each(name, rows)) : [];
    return caseworkTable({
      id: idOf(name, year),
      title: `${title}, ${year}–${year - 1999}`,
      body: "register/body/opcc-derbyshire",
      dimension,
      period: `FY${year}`,
      categories: `engagement/category-set/opcc-derbyshire.${year}`,
      rows: counted,
      total,
      ...(year === 2016 && now),
      disclosedIn: inAppendix(appendix),
      sources: places,
      printed: [
        ...figures.flatMap(([figure, count]) =>
          count === null
            ? []
            : places.map((place) => printed(figure, String(count), String(count), place)),
        ),
        ...spoken.flatMap((each) => each.printed),
      ],
      ...(spoken.length > 0 && { relations: spoken.flatMap((each) => each.relations) }),
    });
  });
}

interface Spoken {
  readonly printed: readonly object[];
  readonly relations: readonly object[];
}

/** What the report says of a table in words: its figures, and how they hang together with the counts. */
type Words = (name: string, rows: readonly Row[]) => Spoken;

/** Where the count of a category stands, this year and the year before. */
function placesOf(name: string, rows: readonly Row[], category: string) {
  const pointer = (year: number) =>
    category === "total"
      ? "/total"
      : `/rows/${countedIn(rows, year).findIndex((row) => row.category === category)}/count`;
  return {
    now: pointer(2016),
    before: {
      record: `engagement/casework-table/${idOf(name, 2015)}`,
      of: pointer(2015),
    },
  };
}

/** The count again and its percentage of all, or of the subject that it is part of. */
const share =
  (
    category: string,
    count: string | undefined,
    percent: string,
    paragraph: string,
    of = "total",
  ): Words =>
  (name, rows) => {
    const { now } = placesOf(name, rows, category);
    const percentage = `${category}.share`;
    return {
      printed: [
        ...(count === undefined ? [] : [printed(now, count, count, said(paragraph))]),
        printed(percentage, `${percent}%`, percent, said(paragraph)),
      ],
      relations: [
        {
          kind: "percentage",
          part: now,
          base: of === "total" ? "/total" : `/parents/${of}`,
          percentage,
        },
      ],
    };
  };

/** A change from the year before: by how many, by how many per cent. */
const change =
  (
    category: string,
    direction: "up" | "down",
    words: string,
    paragraph: string,
    { by, percent, from }: { by?: string; percent: string; from?: string },
  ): Words =>
  (name, rows) => {
    const { now, before } = placesOf(name, rows, category);
    const [amount, share, earlier] = [
      `${category}.change`,
      `${category}.change-percent`,
      `${category}.before`,
    ];
    return {
      printed: [
        printed(share, `${percent}%`, percent, said(paragraph)),
        ...(by === undefined ? [] : [printed(amount, by, by, said(paragraph))]),
        ...(from === undefined ? [] : [printed(earlier, from, from, said(paragraph))]),
      ],
      relations: [
        {
          kind: "change",
          from: before,
          to: now,
          percent: share,
          ...(by !== undefined && { amount }),
          direction,
          words,
        },
        ...(from === undefined ? [] : [{ kind: "same", figures: [earlier, before] }]),
      ],
    };
  };

/** So many times the year before. */
const times =
  (
    category: string,
    words: string,
    multiple: string,
    paragraph: string,
    qualifier?: string,
  ): Words =>
  (name, rows) => {
    const { now, before } = placesOf(name, rows, category);
    return {
      printed: [],
      relations: [
        {
          kind: "claim",
          means: "multiple",
          words,
          figure: now,
          base: before,
          multiple,
          ...(qualifier !== undefined && { qualifier }),
          source: said(paragraph),
        },
      ],
    };
  };

const rank =
  (category: string, words: string, place: number, paragraph: string): Words =>
  (name, rows) => ({
    printed: [],
    relations: [
      {
        kind: "rank",
        list: ["/rows/*/count"],
        figure: placesOf(name, rows, category).now,
        rank: place,
        from: "highest",
        words,
        source: said(paragraph),
      },
    ],
  });

const service = "service-and-performance";
const asb = "anti-social-behaviour";

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
    said: [
      change("total", "up", "increase", "3", { percent: "5" }),
      share("complaint", "147", "38", "3"),
      change("complaint", "down", "decrease", "3", { percent: "16", from: "175" }),
    ],
  }),
  ...bothYears({
    dimension: "subject",
    name: "subject",
    title: "Reason for contact",
    rows: subjects.map(([category, title, counts]) => ({ category, title, counts })),
    totals: total,
    heading: "Reason for Contact",
    appendix: "Reason for Contact",
    said: [
      rank(service, "the greatest number", 1, "3, i"),
      share(service, "145", "37", "3, i"),
      rank("traffic", "the second most", 2, "3, ii"),
      share("traffic", "61", "16", "3, ii"),
      rank(asb, "the third most", 3, "3, iii"),
      share(asb, "47", "32", "3, iii"),
      times(asb, "about double", "2", "3, iii", "about"),
      times("abuse", "just over double", "2", "3, iv", "just-over"),
    ],
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
    },
    said: [
      share("quality-of-service", "41", "28", "3, i", service),
      change("quality-of-service", "down", "drop", "3, i", { by: "24", percent: "37" }),
      share("contact-and-response", "32", "22", "3, i", service),
      times("contact-and-response", "just over double", "2", "3, i", "just-over"),
      share("parking", undefined, "28", "3, ii", "traffic"),
      share("speed", undefined, "16", "3, ii", "traffic"),
      share("other-roads-policing", undefined, "48", "3, ii", "traffic"),
      times("hate-crime", "3.5 times", "3.5", "3, iv"),
    ],
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
    said: [
      () => ({
        printed: [
          printed("/rows/0/count", "87", "87", said("3")),
          printed("/rows/1/count", "300", "300", said("3")),
        ],
        relations: [],
      }),
    ],
  }),
];
