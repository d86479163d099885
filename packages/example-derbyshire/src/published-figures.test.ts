import {
  checkPrintedFigures,
  checkRelations,
  exact,
  type Finding,
  isDecimal,
  namedRecords,
  type PrintedFigure,
  parseDate,
  referenceTo,
  toExactText,
} from "@moothall/core";
import { describe, expect, it } from "vitest";
import { example } from "./index.ts";

type Data = Readonly<Record<string, unknown>>;

const records: ReadonlyMap<string, Data> = new Map(
  example.records.map(({ kind, data }) => [referenceTo(kind, data.id), data]),
);
const figuresOf = (data: Data) => (data.printed ?? []) as readonly PrintedFigure[];
const relationsOf = (data: Data) =>
  (data.relations ?? []) as readonly { readonly kind: string; readonly [role: string]: unknown }[];

/** The records whose relations name figures of each record, besides its own. */
const readers = new Map<string, string[]>();
for (const [reference, data] of records) {
  for (const named of namedRecords(data.relations))
    readers.set(named, [...(readers.get(named) ?? []), reference]);
}

function findingsOf(references: readonly string[], changed: ReadonlyMap<string, Data>): Finding[] {
  const read = new Map([...records, ...changed]);
  return references.flatMap((reference) => {
    const data = read.get(reference) ?? {};
    return [...checkPrintedFigures(reference, data), ...checkRelations(reference, data, read)];
  });
}

/** What it is that speaks: a relation, or the printings of one fact. */
const speaker = ({ rule, about, at, evidence }: Finding): string =>
  rule.startsWith("core/printed-")
    ? `${about} printings ${at?.pointer ?? JSON.stringify(evidence)}`
    : `${about} ${at?.pointer}`;
const spoken = (findings: readonly Finding[]) =>
  new Set(findings.map((each) => JSON.stringify([speaker(each), each.message])));

/** The relations that name a figure, as `record /relations/n`. */
function relationsNaming(reference: string, of: string): readonly string[] {
  return [reference, ...(readers.get(reference) ?? [])].flatMap((about) =>
    relationsOf(records.get(about) ?? {}).flatMap((relation, index) =>
      relation.kind !== "comparable" && names(relation, about, reference, of)
        ? [`${about} /relations/${index}`]
        : [],
    ),
  );
}

const prose = new Set(["kind", "because", "words", "source", "from-period", "means", "qualifier"]);
function names(value: unknown, about: string, reference: string, of: string): boolean {
  if (typeof value === "string") {
    const pattern = value.split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"));
    return about === reference && new RegExp(`^${pattern.join(".*")}$`).test(of);
  }
  if (Array.isArray(value)) return value.some((each) => names(each, about, reference, of));
  if (typeof value !== "object" || value === null || "constant" in value) return false;
  if ("record" in value && "of" in value)
    return value.record === reference && names(value.of, reference, reference, of);
  return Object.entries(value).some(
    ([role, each]) => !prose.has(role) && names(each, about, reference, of),
  );
}

/** Values that a figure cannot be rounded to: a little beyond, and far. */
function otherValues({ value, unit }: PrintedFigure): readonly string[] {
  const others: string[] = [];
  if (isDecimal(value)) {
    const number = exact(value);
    const step = exact("10").mul(exact(unit === undefined || unit === "0" ? "1" : unit));
    const changed = [
      number.add(step),
      number.sub(step),
      number.mul(50n).add(step),
      exact("0").sub(step),
    ];
    others.push(...changed.map(toExactText));
  }
  if (/(?:19|20)[0-9]{2}(?![0-9])/.test(value) && !value.includes(".")) {
    const years = (by: number) =>
      value.replaceAll(/[0-9]{4}/g, (year) => String(Number(year) + by));
    const moved = (by: number) =>
      value
        .split("/")
        .map((day) => shifted(day, by))
        .join("/");
    others.push(years(20), years(-20), moved(1), moved(-1));
  }
  if (others.length === 0) others.push(`${value} and another`);
  return others.filter((each) => each !== value);
}

function shifted(day: string, days: number): string {
  try {
    return parseDate(day).add({ days }).toString();
  } catch {
    return day;
  }
}

interface Trial {
  readonly name: string;
  readonly strangers: readonly string[];
  readonly silent: readonly string[];
  readonly isRelated: boolean;
}

/** Changes one figure in each way, and sees who speaks that did not before. */
function tryFigure(reference: string, data: Data, index: number): Trial {
  const figure = figuresOf(data)[index] as PrintedFigure;
  const affected = [reference, ...(readers.get(reference) ?? [])];
  const before = spoken(findingsOf(affected, new Map()));
  const relations = relationsNaming(reference, figure.of);
  const heard = new Set<string>();
  const strangers = new Set<string>();
  for (const value of otherValues(figure)) {
    const printed = figuresOf(data).map((each, at) =>
      at === index ? { ...each, text: `changed to ${value}`, value, bound: undefined } : each,
    );
    const changed = new Map([[reference, { ...data, printed }]]);
    for (const each of findingsOf(affected, changed)) {
      if (before.has(JSON.stringify([speaker(each), each.message]))) continue;
      heard.add(speaker(each));
      const isOwn =
        each.rule.startsWith("core/printed-") &&
        each.about === reference &&
        (each.at?.pointer ?? figure.of) === figure.of;
      if (!isOwn && !relations.includes(speaker(each))) strangers.add(speaker(each));
    }
  }
  const printings = [...heard].some((each) => each.startsWith(`${reference} printings`));
  return {
    name: `${reference} ${figure.of} (${figure.text})`,
    strangers: [...strangers],
    silent: printings ? [] : relations.filter((each) => !heard.has(each)),
    isRelated: printings || relations.length > 0,
  };
}

const trials = [...records].flatMap(([reference, data]) =>
  figuresOf(data).map((_, index) => tryFigure(reference, data, index)),
);

describe("each printed figure of the example, changed beyond its rounding", () => {
  it("makes speak what it stands in, and nothing else", () => {
    expect(trials.length).toBeGreaterThan(0);
    expect(trials.filter(({ strangers }) => strangers.length > 0)).toEqual([]);
    expect(trials.filter(({ silent }) => silent.length > 0)).toEqual([]);
  });

  it("is held against something, but for those listed", () => {
    const alone = trials.filter(({ isRelated }) => !isRelated).map(({ name }) => name);
    console.info(
      `${trials.length - alone.length} of ${trials.length} printed figures are held against another or the record; alone stand:\n${alone.join("\n")}`,
    );
    expect(alone.length).toBeLessThan(trials.length);
  });

  it("names in its relations only figures that are there", () => {
    const unread = findingsOf([...records.keys()], new Map()).filter(
      ({ rule }) => rule === "core/relation-unread",
    );
    expect(unread).toEqual([]);
  });
});
