import type { Kind } from "@moothall/core";
import { type ResourceModel, requireModel, sameModel } from "@moothall/core/store";
import type { Querying } from "./connections.ts";

/** A kind as the database knows it. */
export interface StoredKind {
  readonly number: number;
  /** Counts how often its indexes were made anew, so that nobody reads those of another model. */
  readonly build: number;
  readonly model: ResourceModel;
}

interface KindRow {
  readonly generation: string;
  readonly number: number | null;
  readonly build: number;
  readonly model: string;
}

/** The kinds that a database holds, read once and again when another process has changed them. */
export class Kinds {
  #generation: string | undefined;
  #byKind = new Map<Kind, StoredKind>();
  #byNumber = new Map<number, StoredKind>();

  /** Looks whether the kinds have been changed since they were read. */
  async refresh(from: Querying): Promise<void> {
    if (this.#generation !== undefined) {
      const [now] = await from.all<{ generation: string }>("SELECT generation FROM store");
      if (now?.generation === this.#generation) return;
    }
    const rows = await from.all<KindRow>(
      `SELECT s.generation, k.number, k.build, k.model
       FROM store AS s LEFT JOIN kinds AS k ON true`,
    );
    const generation = rows[0]?.generation;
    // An answer that was overtaken by a later one is no news.
    if (BigInt(generation ?? 0) < BigInt(this.#generation ?? 0)) return;
    this.forget();
    for (const { number, build, model } of rows) {
      if (number === null) continue;
      const stored: StoredKind = { number, build, model: JSON.parse(model) };
      this.#byKind.set(stored.model.kind, stored);
      this.#byNumber.set(number, stored);
    }
    this.#generation = generation;
  }

  forget(): void {
    this.#generation = undefined;
    this.#byKind = new Map();
    this.#byNumber = new Map();
  }

  /** What is known without asking. */
  known(kind: Kind): StoredKind | undefined {
    return this.#byKind.get(kind);
  }

  all(): readonly StoredKind[] {
    return [...this.#byKind.values()];
  }

  async find(from: Querying, kind: Kind): Promise<StoredKind | undefined> {
    const known = this.#byKind.get(kind);
    if (known !== undefined) return known;
    await this.refresh(from);
    return this.#byKind.get(kind);
  }

  async ofNumber(from: Querying, number: number): Promise<StoredKind> {
    if (!this.#byNumber.has(number)) await this.refresh(from);
    const found = this.#byNumber.get(number);
    if (found === undefined) throw new Error(`no kind has the number ${number}`);
    return found;
  }

  /** The models of which something has to be built. Refreshed before. */
  outdated(models: readonly ResourceModel[]): ResourceModel[] {
    return models.filter((model) => {
      requireModel(model);
      const found = this.#byKind.get(model.kind);
      return found === undefined || !sameModel(found.model, model);
    });
  }
}
