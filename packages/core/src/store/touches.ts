import { isReference, type Reference } from "../identifier.ts";
import { type PublicationClass, publicationClasses } from "../publication.ts";
import type { Change } from "./commit-plan.ts";
import { valuesAt } from "./fields.ts";
import { forEachClass, type PerClass } from "./held-record.ts";
import type { ResourceModel } from "./store.ts";

/**
 * What is touched by the changes of a batch: of each clearance the records of which it saw a part
 * come, change or go, and when. A driver moves their `touched` on once the whole batch is written,
 * where the clearance sees them.
 */
export class Touches {
  readonly #latest: PerClass<Map<Reference, string>> = forEachClass(() => new Map());

  see({ partOf }: Pick<ResourceModel, "partOf">, { entry, before }: Change): void {
    if (partOf === undefined || entry === undefined) return;
    for (const of of publicationClasses) {
      const seen = entry.seen[of];
      if (seen === undefined) continue;
      for (const text of [before.views[of]?.text, seen.document]) {
        if (text !== undefined) this.add(of, wholesOf(partOf, JSON.parse(text)), entry.at);
      }
    }
  }

  add(of: PublicationClass, wholes: readonly Reference[], at: string): void {
    const latest = this.#latest[of];
    for (const whole of wholes) {
      const known = latest.get(whole);
      if (known === undefined || known < at) latest.set(whole, at);
    }
  }

  /** Ordered, so that two who write do not wait for each other. */
  of(clearance: PublicationClass): readonly (readonly [Reference, string])[] {
    return [...this.#latest[clearance]].sort(([left], [right]) => (left < right ? -1 : 1));
  }
}

/** The records that a document says it is a part of. */
export const wholesOf = (partOf: readonly string[], document: unknown): readonly Reference[] =>
  partOf.flatMap((pointer) => valuesAt(document, pointer)).filter(isReference);
