import type { ReplyOptions } from "./reply.ts";

export interface KeptPage {
  readonly text: string;
  readonly options: ReplyOptions;
}

/** Characters of text that are kept at most. */
const capacity = 16 * 1024 * 1024;

/**
 * Public pages of records as they were sent, for as long as the store's mark stands: with the first
 * change to anything all of them are let go.
 */
export class KeptPages {
  readonly #pages = new Map<string, KeptPage>();
  #mark = "";
  #size = 0;

  /** The page that was sent for this request, if nothing was written since. */
  find(mark: string, asked: string): KeptPage | undefined {
    return mark === this.#mark ? this.#pages.get(asked) : undefined;
  }

  /** Keeps a page that was read after the mark was taken. */
  keep(mark: string, asked: string, page: KeptPage): void {
    if (mark !== this.#mark || this.#size + page.text.length > capacity) {
      this.#pages.clear();
      this.#mark = mark;
      this.#size = 0;
    }
    if (page.text.length > capacity) return;
    this.#pages.set(asked, page);
    this.#size += page.text.length;
  }
}
