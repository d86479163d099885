import type { PrintedFigure, Source } from "@moothall/core";
import { type ExampleRecord, printed } from "./example-record.ts";

type Data = ExampleRecord["data"];
type Fields = Readonly<Record<string, unknown>>;

/** A place in a pack, and the day on which the pack came out. */
export interface From {
  readonly source: Source;
  readonly disclosedOn: string;
}

/** Another printing of the same figure, or of another field of it (`/period`). */
interface Printing {
  readonly text: string;
  readonly source: Source;
  readonly of?: string;
  /** What the text says, where it is not the text without its commas and per cent sign. */
  readonly value?: string;
  /** The unit in its last place, where it is rounded further than the figure held. */
  readonly unit?: string;
  readonly bound?: PrintedFigure["bound"];
}

export interface Detail {
  readonly text: string;
  /** What the text says, where it is a word. */
  readonly value?: string;
  /** The unit in its last place, where another printing rounds less. */
  readonly unit?: string;
  readonly numerator?: string;
  readonly denominator?: string;
  readonly also?: readonly Printing[];
  readonly comment?: string;
  readonly status?: readonly string[];
  readonly relations?: readonly Fields[];
}

/** As printed; of a ratio with the two counts that it rests on. */
export type Shown =
  | string
  | readonly [text: string, numerator: string, denominator: string]
  | Detail;

interface Of {
  readonly area?: string;
  readonly breakdown?: string;
  readonly system?: string;
}

export const forceArea = "register/area/derbyshire-police-force-area";
const indicatorOf = (id: string) => `safeguarding/indicator/${id}`;

/** `1,558` → `1558`, `45.7%` → `45.7`: what a printed number says. */
const numberIn = (text: string): string => text.replaceAll(/[,%]/g, "");

/** A part of an id: `@2017-04-01` → `2017-04-01`, `victim=male` → `victim-male`. */
const slug = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9._-]+/g, "-")
    .replace(/^-/, "");

const idOf = (
  indicator: string,
  period: string,
  area: string,
  breakdown: string | undefined,
): string => {
  const parts = [indicator, slug(period)];
  if (area !== forceArea) parts.push(area.split("/").at(-1) as string);
  if (breakdown !== undefined) parts.push(slug(breakdown));
  return parts.join(".");
};

/** The figures of one row of a table: by period, each with its place. The force area unless said. */
export const row = (
  indicator: string,
  { source, disclosedOn }: From,
  of: Of,
  values: Readonly<Record<string, Shown>>,
): readonly ExampleRecord[] =>
  Object.entries(values).map(([period, shown]) => {
    const {
      text,
      value = numberIn(text),
      unit,
      numerator,
      denominator,
      also = [],
      ...rest
    } = detailOf(shown);
    const { area = forceArea, breakdown, system } = of;
    return {
      kind: "safeguarding/observation",
      data: {
        id: idOf(indicator, period, area, breakdown),
        indicator: indicatorOf(indicator),
        period,
        area,
        ...(breakdown !== undefined && { breakdown }),
        ...(system !== undefined && { system }),
        value,
        ...(numerator !== undefined && { numerator, denominator }),
        ...rest,
        disclosedIn: source,
        disclosedOn,
        sources: [source],
        printed: [
          { ...printed("/value", text, value, source), ...(unit !== undefined && { unit }) },
          ...also.map((each) => ({
            ...printed(
              each.of ?? "/value",
              each.text,
              each.value ?? numberIn(each.text),
              each.source,
            ),
            ...(each.unit !== undefined && { unit: each.unit }),
            ...(each.bound !== undefined && { bound: each.bound }),
          })),
        ],
      },
    };
  });

function detailOf(shown: Shown): Detail {
  if (typeof shown === "string") return { text: shown };
  if (!("text" in shown)) {
    const [text, numerator, denominator] = shown;
    return { text, numerator, denominator };
  }
  return shown;
}

/** The figure of another observation, by its id. */
export const observed = (id: string) => ({
  record: `safeguarding/observation/${id}`,
  of: "/value",
});

/** A figure that the paper does not or cannot give: O is missing, L was not collected. */
export const notGiven = (
  indicator: string,
  { source, disclosedOn }: From,
  { area = forceArea, breakdown }: Of,
  period: string,
  status: "L" | "O",
  comment: string,
  /** What the paper prints where the figure should stand, if that is another figure. */
  inItsPlace?: string,
): ExampleRecord => ({
  kind: "safeguarding/observation",
  data: {
    id: idOf(indicator, period, area, breakdown),
    indicator: indicatorOf(indicator),
    period,
    area,
    ...(breakdown !== undefined && { breakdown }),
    value: null,
    status: [status],
    comment,
    disclosedIn: source,
    disclosedOn,
    sources: [source],
    ...(inItsPlace !== undefined && {
      printed: [printed("in-its-place", inItsPlace, numberIn(inItsPlace), source)],
    }),
  },
});

interface IndicatorFields extends Fields {
  readonly id: string;
  readonly title: string;
  readonly theme: string;
  readonly unit: string;
  /** In own words, what is counted and how. */
  readonly text: string;
}

const indicator = (
  { source }: From,
  { text, ...fields }: IndicatorFields,
  kind: Fields,
): ExampleRecord => ({
  kind: "safeguarding/indicator",
  data: {
    definitions: [{ version: 1, text }],
    timing: "flow",
    polarity: { direction: "none" },
    ...kind,
    ...fields,
    sources: [source],
  },
});

/** So many cases, unless it says people. */
export const count = (from: From, fields: IndicatorFields): ExampleRecord =>
  indicator(from, fields, { counts: "cases", measure: { type: "count" } });

/** An amount that is no count: hours, full-time equivalents, seconds. */
export const amount = (from: From, fields: IndicatorFields): ExampleRecord =>
  indicator(from, fields, { counts: "not-a-count", measure: { type: "amount" } });

/** Of two indicators; a cohort and per cent unless said. */
export const ratio = (
  from: From,
  numerator: string,
  denominator: string,
  { link = "cohort", per = 100, ...fields }: IndicatorFields & { link?: string; per?: number },
): ExampleRecord =>
  indicator(from, fields as unknown as IndicatorFields, {
    counts: "not-a-count",
    measure: {
      type: "ratio",
      numerator: indicatorOf(numerator),
      denominator: indicatorOf(denominator),
      per,
      link,
    },
  });

/** A percentage, mean or score whose counts no paper gives. */
export const reported = (from: From, base: string, fields: IndicatorFields): ExampleRecord =>
  indicator(from, fields, { counts: "not-a-count", measure: { type: "reported", base } });

/** A dimension with its categories by id and title. */
export const dimension = (
  id: string,
  title: string,
  categories: Readonly<Record<string, string>>,
  more: { readonly overlap?: string; readonly partial?: boolean } = {},
) => ({
  id,
  title,
  categories: Object.entries(categories).map(([category, name]) => ({ id: category, title: name })),
  ...more,
});

interface ClaimFields extends Fields {
  readonly id: string;
  readonly text: string;
  readonly period: string;
  readonly says: Fields;
}

/** What a paper says in words about a figure, in few words of our own. The force area unless said. */
export const claim = (
  { source }: From,
  indicatorId: string,
  fields: ClaimFields,
): ExampleRecord => ({
  kind: "safeguarding/claim",
  data: {
    area: forceArea,
    ...fields,
    indicator: indicatorOf(indicatorId),
    sources: [source],
  },
});

/** Other records of the plugin: targets, breaks, benchmarks, scorecards. */
export const safeguarding = (
  kind: "break" | "target" | "benchmark" | "baseline" | "peer-group" | "scorecard" | "action-line",
  data: Data,
): ExampleRecord => ({ kind: `safeguarding/${kind}`, data });
