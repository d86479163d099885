import { type Kind, type Reference, referenceTo } from "../../../identifier.ts";
import {
  type Classification,
  clears,
  type PublicationClass,
  project,
  publicationClasses,
  referencesIn,
  widenOverItems,
} from "../../../publication.ts";
import { sameJson } from "../../canonical.ts";
import type { Write } from "../../store.ts";
import { note } from "./contract-case.ts";

interface View {
  readonly document: Record<string, unknown>;
  readonly version: number;
  readonly created: string;
  readonly modified: string;
  readonly touched: string;
}

interface Step {
  readonly version: number;
  readonly at: string;
  readonly action: string;
  readonly document: Record<string, unknown> | undefined;
  readonly created: string;
}

interface PlainRecord {
  data: Record<string, unknown>;
  classification: Classification;
  there: boolean;
  erased: boolean;
  at: string;
  readonly versions: Record<PublicationClass, number>;
  readonly views: Partial<Record<PublicationClass, View>>;
  readonly steps: Record<PublicationClass, Step[]>;
}

/**
 * The semantics of a store in the plainest form, without text, indexes or a chain: every view is
 * made anew after every batch. What a driver answers is compared with this.
 */
export class PlainStore {
  readonly records = new Map<Reference, PlainRecord>();
  #touches: { of: PublicationClass; whole: Reference; at: string }[] = [];

  /** The outcomes, or undefined where the batch is refused. */
  commit(at: string, writes: readonly Write[]): string[] | undefined {
    const held = structuredClone(this.records);
    this.#touches = [];
    const outcomes: string[] = [];
    for (const write of writes) {
      const outcome = this.#write(at, write);
      if (outcome === undefined) {
        this.records.clear();
        for (const [reference, record] of held) this.records.set(reference, record);
        return undefined;
      }
      outcomes.push(outcome);
      // Each write shows at once, but by the classes that hold after the batch.
      this.#look(at, referenceTo(write.kind, write.id), writes);
    }
    for (const reference of this.records.keys()) this.#look(at, reference, []);
    for (const { of, whole, at: moment } of this.#touches) {
      const views = this.records.get(whole)?.views;
      const view = views?.[of];
      if (views !== undefined && view !== undefined)
        views[of] = { ...view, touched: later(moment, view.touched) };
    }
    return outcomes;
  }

  #write(at: string, write: Write): string | undefined {
    const reference = referenceTo(write.kind, write.id);
    const found = this.records.get(reference);
    if (write.action === "put") {
      if (write.expect === "absent" && found?.there === true) return undefined;
      if (found === undefined) {
        this.records.set(reference, newRecord(write.data, write.classification, at));
        return "created";
      }
      const same =
        sameJson(found.data, write.data) && sameJson(found.classification, write.classification);
      if (found.there && same) return "unchanged";
      const outcome = found.there ? "replaced" : "created";
      Object.assign(found, {
        data: write.data,
        classification: write.classification,
        there: true,
        erased: false,
        at: later(at, found.at),
      });
      return outcome;
    }
    if (found === undefined || (write.action === "delete" ? !found.there : found.erased))
      return undefined;
    found.there = false;
    found.at = later(at, found.at);
    if (write.action === "delete") return "deleted";
    found.erased = true;
    this.#erase(reference, found);
    return "erased";
  }

  /** Whose parts a clearance saw change; notes are parts of what they refer to. */
  #touch(of: PublicationClass, reference: Reference, at: string, documents: readonly unknown[]) {
    if (!reference.startsWith(`${note}/`)) return;
    for (const document of documents) {
      const { see = [] } = (document ?? {}) as { see?: Reference | Reference[] };
      for (const whole of [see].flat()) this.#touches.push({ of, whole, at });
    }
  }

  #erase(reference: Reference, found: PlainRecord): void {
    const { record } = found.classification;
    found.data = {};
    found.classification = { record };
    for (const of of publicationClasses) {
      found.steps[of] = found.steps[of].map((step) => ({ ...step, document: undefined }));
      if (!clears(of, record) || found.versions[of] === 0) continue;
      found.versions[of] += 1;
      this.#touch(of, reference, found.at, [found.views[of]?.document]);
      delete found.views[of];
      found.steps[of].push({
        version: found.versions[of],
        at: found.at,
        action: "erased",
        document: undefined,
        created: "",
      });
    }
  }

  /** Makes a record's views anew; `writes` are those of the batch that is being written. */
  #look(at: string, reference: Reference, writes: readonly Write[]): void {
    const found = this.records.get(reference);
    if (found === undefined) return;
    for (const of of publicationClasses) {
      const document = this.#document(found, of, writes);
      const view = found.views[of];
      if (document === undefined && view === undefined) continue;
      if (document !== undefined && view !== undefined && sameJson(document, view.document))
        continue;
      found.at = later(at, found.at);
      found.versions[of] += 1;
      const version = found.versions[of];
      const created = view?.created ?? found.at;
      const action =
        document === undefined ? "deleted" : view === undefined ? "created" : "replaced";
      found.steps[of].push({ version, at: found.at, action, document, created });
      this.#touch(of, reference, found.at, [view?.document, document]);
      const touched = later(found.at, view?.touched ?? "");
      if (document === undefined) delete found.views[of];
      else found.views[of] = { document, version, created, modified: found.at, touched };
    }
  }

  #document(
    found: PlainRecord,
    of: PublicationClass,
    writes: readonly Write[],
  ): Record<string, unknown> | undefined {
    if (!found.there) return undefined;
    return project(found.data, found.classification, of, this.#hidden(found.data, of, writes))
      ?.document;
  }

  #hidden(data: unknown, of: PublicationClass, writes: readonly Write[]): ReadonlySet<Reference> {
    return new Set(
      [...referencesIn(data)].filter((reference) => {
        const last = writes.findLast(
          (write) => write.action === "put" && referenceTo(write.kind, write.id) === reference,
        );
        const written = last?.action === "put" ? last.classification.record : undefined;
        const target = written ?? this.records.get(reference)?.classification.record;
        return target !== undefined && !clears(of, target);
      }),
    );
  }

  /** What a clearance may read today of what it saw, oldest first. */
  history(of: PublicationClass, reference: Reference): Step[] {
    const found = this.records.get(reference);
    if (found === undefined || !clears(of, found.classification.record)) return [];
    const told: Step[] = [];
    for (const step of found.steps[of]) {
      const document =
        step.document === undefined
          ? undefined
          : project(
              step.document,
              widenOverItems(found.classification),
              of,
              this.#hidden(step.document, of, []),
            )?.document;
      const before = told.at(-1);
      const same =
        document !== undefined &&
        before?.document !== undefined &&
        sameJson(document, before.document);
      if (!same) told.push({ ...step, document });
    }
    return told;
  }

  asAt(of: PublicationClass, reference: Reference, at: string): View | undefined {
    const step = this.history(of, reference).findLast((candidate) => candidate.at <= at);
    if (step?.document === undefined) return undefined;
    return { ...step, document: step.document, modified: step.at, touched: "" };
  }

  /** What is told of the records of a kind that a clearance saw and does not see, by id. */
  gone(of: PublicationClass, kind: Kind): [string, object][] {
    const gone: [string, object][] = [];
    for (const [reference, record] of this.records) {
      const last = record.steps[of].at(-1);
      if (!reference.startsWith(`${kind}/`) || record.views[of] !== undefined) continue;
      if (last === undefined) continue;
      const created = record.steps[of].findLast(({ action }) => action === "created")?.at;
      const id = reference.slice(kind.length + 1);
      const { version, at: modified } = last;
      gone.push([id, { id, record: { version, created, modified, deleted: true } }]);
    }
    return gone.sort(([left], [right]) => (left < right ? -1 : 1));
  }

  /** The records of a kind that a clearance sees, by id. */
  views(of: PublicationClass, kind: Kind): [string, View][] {
    const views: [string, View][] = [];
    for (const [reference, record] of this.records) {
      const view = record.views[of];
      if (view !== undefined && reference.startsWith(`${kind}/`))
        views.push([reference.slice(kind.length + 1), view]);
    }
    return views.sort(([left], [right]) => (left < right ? -1 : 1));
  }
}

const newRecord = (
  data: Record<string, unknown>,
  classification: Classification,
  at: string,
): PlainRecord => ({
  data,
  classification,
  there: true,
  erased: false,
  at,
  versions: { public: 0, restricted: 0, confidential: 0 },
  views: {},
  steps: { public: [], restricted: [], confidential: [] },
});

const later = (left: string, right: string): string => (left > right ? left : right);
