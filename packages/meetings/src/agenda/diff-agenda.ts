/** What is compared of an item of an agenda. */
export interface AgendaEntry {
  readonly id: string;
  readonly number?: string | undefined;
  readonly title?: string | undefined;
  readonly session?: string | undefined;
  readonly ground?: string | undefined;
  readonly papers?: readonly AgendaPaper[] | undefined;
}

export interface AgendaPaper {
  readonly id: string;
  readonly title?: string | undefined;
  readonly version?: number | undefined;
  readonly ground?: string | undefined;
}

export interface FieldChange {
  readonly field: "number" | "title" | "session" | "ground" | "version";
  readonly from: string | null;
  readonly to: string | null;
}

export interface AgendaDifference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Items that stand elsewhere among those that stayed. */
  readonly moved: readonly { readonly id: string; readonly from: number; readonly to: number }[];
  readonly changed: readonly { readonly id: string; readonly changes: readonly FieldChange[] }[];
  readonly papers: readonly {
    readonly item: string;
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly { readonly id: string; readonly changes: readonly FieldChange[] }[];
  }[];
}

/**
 * What changed between an agenda as published and as it is now, item by item and paper by paper, by
 * their ids. Positions count from 0 among the items that both have.
 */
export function diffAgenda(
  before: readonly AgendaEntry[],
  after: readonly AgendaEntry[],
): AgendaDifference {
  const was = new Map(before.map((each) => [each.id, each]));
  const is = new Map(after.map((each) => [each.id, each]));
  const stayedBefore = before.filter(({ id }) => is.has(id)).map(({ id }) => id);
  const stayedAfter = after.filter(({ id }) => was.has(id)).map(({ id }) => id);
  const positionBefore = new Map(stayedBefore.map((id, index) => [id, index]));
  return {
    added: after.filter(({ id }) => !was.has(id)).map(({ id }) => id),
    removed: before.filter(({ id }) => !is.has(id)).map(({ id }) => id),
    moved: stayedAfter.flatMap((id, to) => {
      const from = positionBefore.get(id) ?? to;
      return from === to ? [] : [{ id, from, to }];
    }),
    changed: after.flatMap((each) => {
      const changes = changesOf(was.get(each.id), each, ["number", "title", "session", "ground"]);
      return changes.length === 0 ? [] : [{ id: each.id, changes }];
    }),
    papers: after.flatMap((each) => paperChanges(each.id, was.get(each.id)?.papers, each.papers)),
  };
}

/** Whether nothing changed. */
export const isSameAgenda = (difference: AgendaDifference): boolean =>
  Object.values(difference).every((changes) => changes.length === 0);

function paperChanges(
  item: string,
  before: readonly AgendaPaper[] = [],
  after: readonly AgendaPaper[] = [],
): AgendaDifference["papers"][number][] {
  const was = new Map(before.map((each) => [each.id, each]));
  const is = new Set(after.map(({ id }) => id));
  const added = after.filter(({ id }) => !was.has(id)).map(({ id }) => id);
  const removed = before.filter(({ id }) => !is.has(id)).map(({ id }) => id);
  const changed = after.flatMap((each) => {
    const changes = changesOf(was.get(each.id), each, ["title", "version", "ground"]);
    return changes.length === 0 ? [] : [{ id: each.id, changes }];
  });
  return added.length + removed.length + changed.length === 0
    ? []
    : [{ item, added, removed, changed }];
}

function changesOf<T extends object>(
  before: T | undefined,
  after: T,
  fields: readonly (FieldChange["field"] & keyof T)[],
): FieldChange[] {
  if (before === undefined) return [];
  return fields.flatMap((field) => {
    const from = wordOf(before[field]);
    const to = wordOf(after[field]);
    return from === to ? [] : [{ field, from, to }];
  });
}

const wordOf = (value: unknown): string | null => (value === undefined ? null : String(value));
