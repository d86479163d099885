import type { Position } from "./cursor.ts";
import { type IndexValue, indexValues } from "./fields.ts";
import { comparePositions, meetsCondition } from "./ordering.ts";
import { type CheckedList, declaredField } from "./query.ts";
import type { ResourceModel, StoredPage, StoredText } from "./store.ts";

interface Candidate {
  readonly position: Position;
  readonly view: StoredText;
}

/**
 * Gathers a page of what was seen at a moment, from the views of the records that come by: indexes
 * are of today only. In memory that does not grow with the number of records.
 */
export class AsAtPage {
  /** How many records to look through at once: by id they come in order, and few are needed. */
  readonly stretch: number;
  readonly #model: ResourceModel;
  readonly #query: CheckedList;
  readonly #compare: (left: Position, right: Position) => number;
  #best: Candidate[] = [];

  constructor(model: ResourceModel, query: CheckedList) {
    this.#model = model;
    this.#query = query;
    this.#compare = comparePositions(query.order);
    this.stretch = query.order.field === "id" ? query.limit + 1 : 500;
  }

  /** Whether no other record can be on the page any more. */
  get full(): boolean {
    return this.#query.order.field === "id" && this.#best.length > this.#query.limit;
  }

  /** Takes the view of a record, where there was one, if it may belong on the page. */
  offer(id: string, view: StoredText | undefined): void {
    if (view === undefined || this.full) return;
    const { where, order, after, limit } = this.#query;
    let document: unknown;
    const values = (field: string) => {
      document ??= JSON.parse(view.text);
      return this.#valuesThen(field, document);
    };
    if (!where.every((condition) => meetsCondition(condition, values(condition.field)))) return;
    const value = order.field === "id" ? null : (values(order.field)[0] ?? null);
    const position = { value, id };
    if (after !== undefined && this.#compare(position, after) <= 0) return;
    this.#best.push({ position, view });
    if (this.#best.length > 4 * limit + 100) this.#trim();
  }

  page(): StoredPage {
    this.#trim();
    const { limit, cursorAfter } = this.#query;
    const shown = this.#best.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map(({ view }) => view),
      next: this.#best.length > limit && last !== undefined ? cursorAfter(last.position) : null,
    };
  }

  #trim(): void {
    // By id they came in order.
    if (this.#query.order.field === "id") return;
    this.#best.sort((left, right) => this.#compare(left.position, right.position));
    this.#best = this.#best.slice(0, this.#query.limit + 1);
  }

  /** A field that was declared later may not fit what was held then: such a document has no value of it. */
  #valuesThen(name: string, document: unknown): readonly IndexValue[] {
    try {
      return indexValues(name, declaredField(this.#model, name), document);
    } catch {
      return [];
    }
  }
}
