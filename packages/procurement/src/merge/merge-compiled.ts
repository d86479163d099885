import { held, holdsObjects, inconsistent, lacksIds, put } from "./fields.ts";
import type { MergeRules } from "./merge-rules.ts";
import type { OrderedRelease } from "./order-releases.ts";

type Fields = Record<string, unknown>;

/** The arrays that are merged by id, each with its items by id. All others are taken as a whole. */
type Identified = Map<unknown, Map<string, Fields>>;

interface Merging {
  readonly identified: Identified;
  readonly strict: boolean;
}

/** The values as they stand after the last release. */
export function mergeCompiled(
  releases: readonly OrderedRelease[],
  rules: MergeRules,
  strict: boolean,
): Fields {
  const target: Fields = {};
  const merging: Merging = { identified: new Map(), strict };
  for (const { release } of releases) {
    const { tag: _, ...rest } = release;
    mergeFields(target, rest, rules, merging);
  }
  return target;
}

/** Whether anything was said, if only null: an object in which nothing was said is not made. */
function mergeFields(
  target: Fields,
  source: Readonly<Fields>,
  rules: MergeRules | undefined,
  merging: Merging,
): boolean {
  let said = false;
  for (const key in source) {
    const rule = rules?.get(key);
    if (rule === "omit") continue;
    const value = source[key];
    if (typeof value !== "object" || value === null || rule === "replace") {
      setWhole(target, key, value, merging);
      said = true;
    } else if (!Array.isArray(value)) {
      if (mergeObject(target, key, value as Fields, rule, merging)) said = true;
    } else if (!holdsObjects(value) || (merging.strict && lacksIds(value))) {
      setWhole(target, key, value, merging);
      said = true;
    } else if (value.length > 0) {
      if (mergeItems(target, key, value, rule, merging)) said = true;
    } else if (merging.strict) {
      setWhole(target, key, value, merging);
      said = true;
    }
  }
  return said;
}

function setWhole(target: Fields, key: string, value: unknown, merging: Merging): void {
  if (!merging.strict) {
    // The reference does not let a value or null take the place of what was merged before.
    const before = held(target, key);
    const merged = Array.isArray(before) ? merging.identified.has(before) : isObject(before);
    if (merged) return;
  }
  if (value === null) delete target[key];
  else put(target, key, value);
}

function mergeObject(
  target: Fields,
  key: string,
  value: Fields,
  rules: MergeRules | undefined,
  merging: Merging,
): boolean {
  const before = held(target, key);
  if (isObject(before)) return mergeFields(before, value, rules, merging);
  const fresh: Fields = {};
  if (!mergeFields(fresh, value, rules, merging)) return false;
  if (before !== undefined && !merging.strict) throw inconsistent(key);
  put(target, key, fresh);
  return true;
}

function mergeItems(
  target: Fields,
  key: string,
  items: readonly Fields[],
  rules: MergeRules | undefined,
  merging: Merging,
): boolean {
  const before = held(target, key);
  let array = before as Fields[];
  let byId = merging.identified.get(before);
  if (byId === undefined) {
    if (before !== undefined && !Array.isArray(before) && !merging.strict) throw inconsistent(key);
    // A list that was taken as a whole belongs to its release: what comes is appended to a copy.
    array = Array.isArray(before) && !merging.strict ? [...(before as Fields[])] : [];
    byId = new Map();
  }
  let said = false;
  for (const item of items) {
    const id = Object.hasOwn(item, "id") ? String(item.id) : undefined;
    const known = id === undefined ? undefined : byId.get(id);
    if (known !== undefined) {
      mergeFields(known, item, rules, merging);
      said = true;
      continue;
    }
    const fresh: Fields = {};
    if (!mergeFields(fresh, item, rules, merging)) continue;
    said = true;
    array.push(fresh);
    if (id !== undefined) byId.set(id, fresh);
  }
  if (said && array !== before) {
    merging.identified.set(array, byId);
    put(target, key, array);
  }
  return said;
}

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
