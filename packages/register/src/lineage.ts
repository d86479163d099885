import {
  type Kind,
  MoothallError,
  parseReference,
  type Reference,
  referenceTo,
} from "@moothall/core";

/** A record that others took the place of. */
export interface Succeeded {
  readonly id: string;
  readonly successors?: readonly string[] | undefined;
}

/**
 * All records that took the place of this one, nearest first: its successors, theirs, and so on.
 * A successor that is not among the records is named all the same; a circle is walked once.
 *
 * @throws MoothallError `core/not-found` when the record itself is not among the records.
 */
export function successorsOf(
  records: Iterable<Succeeded>,
  kind: Kind,
  id: string,
): readonly Reference[] {
  const byReference = new Map<string, Succeeded>();
  for (const each of records) byReference.set(referenceTo(kind, each.id), each);
  const start = referenceTo(kind, id);
  if (!byReference.has(start)) {
    throw new MoothallError({
      code: "core/not-found",
      message: `There is no record '${start}'.`,
      hint: "Look the id up in the list of the kind.",
    });
  }
  const found = new Set<Reference>();
  let next: readonly string[] = [start];
  while (next.length > 0) {
    next = next.flatMap((each) => byReference.get(each)?.successors ?? []);
    next = next.filter((each) => each !== start && !found.has(each as Reference));
    for (const each of next) found.add(each as Reference);
  }
  return [...found];
}

/**
 * The circles in which records lead back to themselves, as the ids along each from the smallest on.
 * There is at least one wherever there are any; of circles that share records, not always all.
 */
export function circles<T extends { readonly id: string }>(
  records: readonly T[],
  leadsTo: (record: T) => readonly string[],
): readonly (readonly string[])[] {
  const byId = new Map(records.map((each) => [each.id, each]));
  const settled = new Set<string>();
  const found = new Map<string, readonly string[]>();
  for (const start of records) {
    const path: string[] = [];
    const onPath = new Set<string>();
    const open: { readonly id: string; readonly ahead: Iterator<string> }[] = [];
    const enter = (id: string) => {
      const each = byId.get(id);
      if (each === undefined || settled.has(id)) return;
      if (onPath.has(id)) {
        const circle = fromSmallest(path.slice(path.indexOf(id)));
        found.set(circle.join(" "), circle);
        return;
      }
      path.push(id);
      onPath.add(id);
      open.push({
        id,
        ahead: leadsTo(each)
          .map((reference) => parseReference(reference).id)
          .values(),
      });
    };
    enter(start.id);
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const step = top.ahead.next();
      if (step.done) {
        settled.add(top.id);
        onPath.delete(top.id);
        path.pop();
        open.pop();
      } else {
        enter(step.value);
      }
    }
  }
  return [...found.values()];
}

function fromSmallest(circle: readonly string[]): readonly string[] {
  const at = circle.indexOf(circle.toSorted()[0] as string);
  return [...circle.slice(at), ...circle.slice(0, at)];
}
