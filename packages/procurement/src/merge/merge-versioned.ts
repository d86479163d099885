import { dequal } from "dequal/lite";
import { held, holdsObjects, inconsistent, lacksIds, put } from "./fields.ts";
import type { MergeRules } from "./merge-rules.ts";
import type { OrderedRelease } from "./order-releases.ts";

type Fields = Record<string, unknown>;

/** A value, and the release that brought it. */
interface Version {
  readonly releaseID: unknown;
  readonly releaseDate: unknown;
  readonly releaseTag: unknown;
  readonly value: unknown;
}

interface Merging {
  /** The arrays that are merged by id, each with its items by id. */
  readonly identified: Map<unknown, Map<string, Fields>>;
  /** The histories of values, to be told from arrays. */
  readonly histories: Set<unknown>;
  readonly strict: boolean;
  readonly release: Omit<Version, "value">;
  /** The versions that this release brought. */
  readonly brought: Set<unknown>;
}

/** Every value that a field ever had, each once, when it changed. */
export function mergeVersioned(
  releases: readonly OrderedRelease[],
  rules: MergeRules,
  strict: boolean,
): Fields {
  const target: Fields = {};
  const identified: Merging["identified"] = new Map();
  const histories: Merging["histories"] = new Set();
  for (const { release } of releases) {
    const { tag, ocid: _, ...rest } = release;
    mergeFields(target, rest, rules, {
      identified,
      histories,
      strict,
      brought: new Set(),
      release: {
        releaseID: release.id ?? null,
        releaseDate: release.date,
        releaseTag: tag ?? null,
      },
    });
  }
  return target;
}

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
      addVersion(target, key, value, merging);
      said = true;
    } else if (!Array.isArray(value)) {
      if (mergeObject(target, key, value as Fields, rule, merging)) said = true;
    } else if (!holdsObjects(value) || (merging.strict && lacksIds(value))) {
      addVersion(target, key, value, merging);
      said = true;
    } else if (value.length > 0) {
      if (mergeItems(target, key, value, rule, merging)) said = true;
    } else if (merging.strict) {
      addVersion(target, key, value, merging);
      said = true;
    }
  }
  return said;
}

function addVersion(target: Fields, key: string, value: unknown, merging: Merging): void {
  const before = held(target, key);
  if (merging.histories.has(before)) {
    const history = before as Version[];
    // A list may name an id twice in one release: the later says what the release brings.
    if (merging.brought.has(history.at(-1))) history.pop();
    const last = history.at(-1);
    if (last === undefined || !dequal(last.value, value)) {
      history.push(version(value, merging));
    }
    return;
  }
  // What was merged as an object or by ids has no history of its own into which this could go.
  if (before !== undefined && !merging.strict) return;
  const history = [version(value, merging)];
  merging.histories.add(history);
  put(target, key, history);
}

function version(value: unknown, { release, brought }: Merging): Version {
  const made = { ...release, value };
  brought.add(made);
  return made;
}

/** The history of a field that was only ever null does not stand in the way of an object. */
const standsInTheWay = (before: unknown, { histories, strict }: Merging): boolean =>
  before !== undefined &&
  !strict &&
  !(histories.has(before) && (before as Version[]).every(({ value }) => value === null));

function mergeObject(
  target: Fields,
  key: string,
  value: Fields,
  rules: MergeRules | undefined,
  merging: Merging,
): boolean {
  const before = held(target, key);
  if (typeof before === "object" && !Array.isArray(before)) {
    return mergeFields(before as Fields, value, rules, merging);
  }
  const fresh: Fields = {};
  if (!mergeFields(fresh, value, rules, merging)) return false;
  if (standsInTheWay(before, merging)) throw inconsistent(key);
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
  let byId = merging.identified.get(before);
  const array = byId === undefined ? [] : (before as Fields[]);
  if (byId === undefined) {
    if (standsInTheWay(before, merging)) throw inconsistent(key);
    byId = new Map();
  }
  let said = false;
  for (const item of items) {
    const { id, ...rest } = item;
    const identifies = id !== undefined && id !== null;
    const known = identifies ? byId.get(String(id)) : undefined;
    if (known !== undefined) {
      mergeFields(known, rest, rules, merging);
      said = true;
      continue;
    }
    const fresh: Fields = identifies ? { id } : {};
    if (!mergeFields(fresh, rest, rules, merging) && !identifies) continue;
    said = true;
    array.push(fresh);
    if (identifies) byId.set(String(id), fresh);
  }
  if (said && array !== before) {
    merging.identified.set(array, byId);
    put(target, key, array);
  }
  return said;
}
