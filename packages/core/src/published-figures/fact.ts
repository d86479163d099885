import { isDecimal } from "../exact.ts";
import { isReference, type Reference } from "../identifier.ts";
import { escapeSegment, valueAt } from "../publication.ts";
import { formatSource, type Source } from "../source.ts";
import type { FigureName } from "./figure-name.ts";
import { common, hull, type Interval } from "./interval.ts";
import {
  agree,
  intervalOf,
  lastPlace,
  type PrintedFigure,
  type PrintedNumber,
  type Reading,
} from "./printed-figure.ts";
import { type Span, spanOf } from "./span.ts";

type Document = Readonly<Record<string, unknown>>;

/** One printing of a fact, and where it stands. */
export interface Printing extends PrintedNumber {
  readonly text: string;
  readonly place: string;
}

/** What a relation speaks of: a fact, with all its printings. */
export interface Fact {
  /** The record that carries it; undefined for a constant. */
  readonly record: string | undefined;
  readonly of: string;
  readonly printings: readonly [Printing, ...Printing[]];
}

/** Finds what relations of one record name. */
export interface FactReader {
  /** One fact; undefined where it is not there or nothing is named. */
  readonly one: (name: FigureName | undefined) => Fact | undefined;
  /** All that a list names, in the order of the list and of the records. */
  readonly all: (names: readonly FigureName[]) => readonly Fact[];
  /** What was named and is not there, as far as this reader should see it. */
  readonly missing: readonly string[];
  /** Whether something is withheld from this reader, so that nothing can be said. */
  readonly withheld: boolean;
}

/**
 * @param about the reference of the record that carries the relation
 * @param documents the documents of other records that the reader may see
 */
export function makeFactReader(
  about: string,
  document: Document,
  documents: ReadonlyMap<string, Document>,
): FactReader {
  const missing: string[] = [];
  let withheld = false;
  const all = (names: readonly FigureName[]) => names.flatMap((name) => find(name));
  const find = (name: FigureName): readonly Fact[] => {
    if (typeof name === "object" && "constant" in name) return [constant(name.constant)];
    const record = typeof name === "string" ? about : name.record;
    const of = typeof name === "string" ? name : name.of;
    const carrier = record === about ? document : documents.get(record ?? "");
    if (record === undefined || carrier === undefined) {
      // Not there, or not for this reader: the check of references says which may be said.
      withheld = true;
      return [];
    }
    const found = factsOf(record, carrier, of);
    // Of another record, printed figures may be withheld as a whole; then nothing is missing.
    if (found.length === 0 && record !== about && carrier.printed === undefined) withheld = true;
    else if (found.length === 0) missing.push(record === about ? of : `${of} of ${record}`);
    return found;
  };
  return {
    all,
    one: (name) => (name === undefined ? undefined : find(name)[0]),
    missing,
    get withheld() {
      return withheld;
    },
  };
}

const constant = (value: string): Fact => ({
  record: undefined,
  of: value,
  printings: [{ text: value, value, place: "" }],
});

/** The facts of one record under a name in which `*` stands for anything. */
function factsOf(record: string, document: Document, name: string): readonly Fact[] {
  const figures = (document.printed ?? []) as readonly PrintedFigure[];
  const isMeant = nameMatcher(name);
  const found = new Map<string, Printing[]>();
  for (const figure of figures) {
    if (!isMeant(figure.of)) continue;
    const printing = { ...figure, place: formatSource(figure.source) };
    found.set(figure.of, [...(found.get(figure.of) ?? []), printing]);
  }
  if (name.startsWith("/")) {
    const place = formatSource(
      ((document.sources ?? []) as readonly Source[])[0] ?? {
        document: record,
      },
    );
    for (const pointer of pointersOf(document, name)) {
      const value = heldValue(valueAt(document, pointer));
      if (value === undefined || found.has(pointer)) continue;
      found.set(pointer, [{ text: value, value, place }]);
    }
  }
  return [...found].map(([of, printings]) => ({
    record,
    of,
    printings: printings as unknown as readonly [Printing, ...Printing[]],
  }));
}

/** In a pointer, `*` stays within its segment. */
function nameMatcher(name: string): (of: string) => boolean {
  if (!name.includes("*")) return (of) => of === name;
  if (!name.startsWith("/")) return (of) => matches(of, name);
  const segments = name.split("/");
  return (of) => {
    const own = of.split("/");
    return (
      own.length === segments.length &&
      own.every((each, index) => matches(each, segments[index] as string))
    );
  };
}

/** Whether a text is of a pattern in which `*` stands for any text; in one pass, whatever the pattern. */
function matches(text: string, pattern: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  const last = rest.pop();
  if (last === undefined) return text === pattern;
  if (text.length < first.length + last.length) return false;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}

function heldValue(value: unknown): string | undefined {
  if (typeof value === "number") return isDecimal(String(value)) ? String(value) : undefined;
  return typeof value === "string" && !isReference(value) ? value : undefined;
}

/** The pointers of a document that a pattern names; `*` is every item. */
function pointersOf(document: unknown, pattern: string): readonly string[] {
  if (!pattern.includes("*")) return [pattern];
  let pointers = [""];
  for (const segment of pattern.slice(1).split("/")) {
    pointers = pointers.flatMap((pointer) => {
      if (segment !== "*") return [`${pointer}/${segment}`];
      const value = valueAt(document, pointer);
      return typeof value === "object" && value !== null
        ? Object.keys(value).map((key) => `${pointer}/${escapeSegment(key)}`)
        : [];
    });
  }
  return pointers;
}

/** How a fact is read as a number. */
export interface NumberOptions {
  /** A result such as a rate, which is rounded to its own last place where nothing else is said. */
  readonly toOwnPlace?: boolean;
}

/**
 * The numbers that a fact can be. Printings that agree narrow each other; of printings that do not,
 * any may be the right one, since which is wrong is told by its own finding.
 */
export function numberOf(
  fact: Fact,
  reading: Reading,
  { toOwnPlace = false }: NumberOptions = {},
): Interval | undefined {
  const numbers = fact.printings.flatMap((printing) => {
    const rounded =
      toOwnPlace && printing.unit === undefined && isDecimal(printing.value)
        ? { ...printing, unit: lastPlace(printing.value) }
        : printing;
    return intervalOf(rounded, reading) ?? [];
  });
  if (numbers.length < fact.printings.length || numbers.length === 0) return undefined;
  return common(numbers) ?? hull(numbers);
}

/** The days that a fact can mean: of its first printing that is a date or period. */
export function daysOf(fact: Fact): readonly Span[] {
  return fact.printings.flatMap(({ value }) => spanOf(value) ?? []);
}

/** Whether two facts can be one: some printing of either agrees with one of the other. */
export const canBeSame = (left: Fact, right: Fact, reading: Reading): boolean =>
  left.printings.some((one) => right.printings.some((other) => agree(one, other, reading)));

/** For a reader: `£322k (Board pack, 22 May 2017, 11A)`. */
export const quote = ({ printings: [{ text, place }] }: Fact): string =>
  place === "" ? text : `${text} (${place})`;

/** The records that relations of a document name. */
export function namedRecords(relations: unknown, found = new Set<Reference>()): Set<Reference> {
  if (Array.isArray(relations)) for (const each of relations) namedRecords(each, found);
  else if (typeof relations === "object" && relations !== null) {
    if ("record" in relations && "of" in relations && isReference(relations.record))
      found.add(relations.record);
    for (const each of Object.values(relations)) namedRecords(each, found);
  }
  return found;
}
