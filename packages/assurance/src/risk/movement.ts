/** Something that has a place in a version: a threat by rank, a risk by score. */
export interface Placed {
  readonly id: string;
  readonly label: string;
  /** Null where it is not known. */
  readonly value: number | null;
}

export interface Moved {
  readonly id: string;
  readonly label: string;
  readonly before: number | null;
  readonly after: number | null;
  /** After less before; null where one of them is not known. */
  readonly change: number | null;
  readonly outcome: "new" | "gone" | "moved" | "same" | "unknown";
}

/** What changed from one version to the next: those that are there now, then those that went. */
export function movement(before: readonly Placed[], after: readonly Placed[]): readonly Moved[] {
  const now = after.map(({ id, label, value }): Moved => {
    const was = before.find((each) => each.id === id);
    if (was === undefined) {
      return { id, label, before: null, after: value, change: null, outcome: "new" };
    }
    const change = value === null || was.value === null ? null : value - was.value;
    return {
      id,
      label,
      before: was.value,
      after: value,
      change,
      outcome: change === null ? "unknown" : change === 0 ? "same" : "moved",
    };
  });
  const gone = before
    .filter(({ id }) => !after.some((each) => each.id === id))
    .map(
      ({ id, label, value }): Moved => ({
        id,
        label,
        before: value,
        after: null,
        change: null,
        outcome: "gone",
      }),
    );
  return [...now, ...gone];
}
