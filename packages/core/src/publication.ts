import * as z from "zod";
import { isReference, type Reference } from "./identifier.ts";
import { shared } from "./shared-schema.ts";

/** From the widest audience to the narrowest. */
export const publicationClasses = ["public", "restricted", "confidential"] as const;

/** Who may see a record or a part of it; as a caller's clearance, what the caller may see. */
export type PublicationClass = (typeof publicationClasses)[number];

export const publicationClass = shared(() =>
  z
    .enum(publicationClasses)
    .meta({ description: "Publication class: public, restricted or confidential" }),
);

/**
 * A JSON Pointer in which the segment `*` stands for every item of an array or every property of an
 * object: `/bids/*​/price`.
 */
export type PathPattern = `/${string}`;

/** The class of a record as a whole, and of parts that are narrower than the whole. */
export interface Classification {
  readonly record: PublicationClass;
  readonly paths?: Readonly<Record<PathPattern, PublicationClass>>;
}

const rank: Readonly<Record<PublicationClass, number>> = {
  public: 0,
  restricted: 1,
  confidential: 2,
};

/** Whether a caller of this clearance may see what is of this class. */
export const clears = (clearance: PublicationClass, of: PublicationClass): boolean =>
  rank[clearance] >= rank[of];

export const narrower = (left: PublicationClass, right: PublicationClass): PublicationClass =>
  rank[left] >= rank[right] ? left : right;

/** What one clearance sees of a record, and the pointers of what was taken out. */
export interface Projection<T = Record<string, unknown>> {
  readonly document: T;
  readonly withheld: readonly string[];
}

/**
 * What a caller of this clearance may see of a record; undefined when not even its existence. A
 * reference among `hidden` (records that this clearance may not see) is taken out as well. The
 * record itself is not changed.
 */
export function project<T extends Record<string, unknown>>(
  record: T,
  classification: Classification,
  clearance: PublicationClass,
  hidden: ReadonlySet<Reference> = none,
): Projection<T> | undefined {
  if (!clears(clearance, classification.record)) return undefined;
  const patterns = Object.entries(classification.paths ?? {})
    .filter(([, of]) => !clears(clearance, of))
    .map(([pattern]) => segmentsOf(pattern));
  if (patterns.length === 0 && hidden.size === 0) return { document: record, withheld: [] };
  const withheld: string[] = [];
  const document = prune(record, patterns, hidden, "", withheld) as T;
  return { document, withheld };
}

const none: ReadonlySet<Reference> = new Set();
const removed = Symbol("removed");

function prune(
  value: unknown,
  patterns: readonly (readonly string[])[],
  hidden: ReadonlySet<Reference>,
  pointer: string,
  withheld: string[],
): unknown {
  if (
    patterns.some((pattern) => pattern.length === 0) ||
    (isReference(value) && hidden.has(value))
  ) {
    withheld.push(pointer);
    return removed;
  }
  if (typeof value !== "object" || value === null) return value;
  const child = (key: string, item: unknown) =>
    prune(
      item,
      patterns
        .filter((pattern) => pattern[0] === "*" || pattern[0] === key)
        .map((pattern) => pattern.slice(1)),
      hidden,
      `${pointer}/${escapeSegment(key)}`,
      withheld,
    );
  if (Array.isArray(value)) {
    return value
      .map((item, index) => child(String(index), item))
      .filter((item) => item !== removed);
  }
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, child(key, item)] as const)
      .filter(([, item]) => item !== removed),
  );
}

/**
 * Puts back what the caller could not see, so that replacing a record loses nothing hidden. Items
 * of arrays are matched by their `id` where the caller saw one, else by position; what was withheld
 * inside an item that the caller took away goes with it.
 */
export function restoreWithheld<T extends Record<string, unknown>>(
  next: T,
  previous: T,
  withheld: readonly string[],
): T {
  const copy = structuredClone(next);
  const taken = new Set(withheld);
  for (const pointer of withheld) putBack(copy, previous, segmentsOf(pointer), "", taken);
  return copy;
}

function putBack(
  next: unknown,
  previous: unknown,
  segments: readonly string[],
  pointer: string,
  taken: ReadonlySet<string>,
): void {
  const [segment, ...rest] = segments;
  if (segment === undefined || typeof next !== "object" || next === null) return;
  const before = (previous as Record<string, unknown>)[segment];
  const at = `${pointer}/${escapeSegment(segment)}`;
  if (Array.isArray(next) && Array.isArray(previous)) {
    const index = Number(segment);
    if (rest.length === 0) {
      if (!isGivenBack(next, previous, index, pointer, taken)) {
        next.splice(Math.min(index, next.length), 0, structuredClone(before));
      }
      return;
    }
    const id = taken.has(`${at}/id`) ? undefined : idOf(before);
    const target = id === undefined ? next[index] : next.find((item) => idOf(item) === id);
    if (target !== undefined) putBack(target, before, rest, at, taken);
    return;
  }
  const object = next as Record<string, unknown>;
  if (rest.length === 0) {
    setOwn(object, segment, structuredClone(before));
    return;
  }
  if (object[segment] === undefined || object[segment] === null) {
    setOwn(object, segment, Array.isArray(before) ? [] : {});
  }
  putBack(object[segment], before, rest, at, taken);
}

/** Whether the caller wrote the item that was withheld, beside those alike that could be seen. */
function isGivenBack(
  next: readonly unknown[],
  previous: readonly unknown[],
  index: number,
  pointer: string,
  taken: ReadonlySet<string>,
): boolean {
  const item = previous[index];
  const alike = (other: unknown) => sameItem(other, item);
  const accounted = previous.filter(
    (other, position) =>
      position !== index &&
      alike(other) &&
      (position < index || !taken.has(`${pointer}/${position}`)),
  );
  return next.filter(alike).length > accounted.length;
}

/** A property of the object's own, also where it is named like one that every object has. */
const setOwn = (object: object, key: string, value: unknown): void => {
  Object.defineProperty(object, key, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
};

const idOf = (item: unknown): unknown =>
  typeof item === "object" && item !== null ? (item as { id?: unknown }).id : undefined;

const sameItem = (left: unknown, right: unknown): boolean =>
  idOf(right) === undefined ? left === right : idOf(left) === idOf(right);

/** Every reference that stands in a document, each once. */
export function referencesIn(value: unknown, found = new Set<Reference>()): ReadonlySet<Reference> {
  if (typeof value === "string") {
    if (isReference(value)) found.add(value);
  } else if (Array.isArray(value)) {
    for (const item of value) referencesIn(item, found);
  } else if (typeof value === "object" && value !== null) {
    for (const item of Object.values(value)) referencesIn(item, found);
  }
  return found;
}

/**
 * The classification to read an older version by: the narrower of then and now. A path now withheld
 * is withheld in the older version for every item of its arrays, since items may have moved.
 */
export function widenOverItems(classification: Classification): Classification {
  if (classification.paths === undefined) return classification;
  const paths: Record<PathPattern, PublicationClass> = {};
  for (const [pattern, of] of Object.entries(classification.paths)) {
    const wide = `/${segmentsOf(pattern)
      .map((segment) => (/^[0-9]+$/.test(segment) ? "*" : escapeSegment(segment)))
      .join("/")}` as PathPattern;
    paths[wide] = narrower(paths[wide] ?? "public", of);
  }
  return { record: classification.record, paths };
}

/** The segments of a JSON Pointer (RFC 6901), unescaped; none for the whole document. */
export const segmentsOf = (pointer: string): string[] =>
  pointer === ""
    ? []
    : pointer
        .slice(1)
        .split("/")
        .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));

export const escapeSegment = (segment: string): string =>
  segment.replaceAll("~", "~0").replaceAll("/", "~1");

/** The value at a JSON Pointer, or undefined. */
export function valueAt(document: unknown, pointer: string): unknown {
  let value: unknown = document;
  for (const segment of segmentsOf(pointer)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, segment)) {
      return undefined;
    }
    value = (value as Record<string, unknown>)[segment];
  }
  return value;
}
