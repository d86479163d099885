/** An item of a list of grants: what was read, or why it could not be. */
export type JsonItem =
  | { readonly index: number; readonly grant: unknown }
  | { readonly index: number; readonly fault: string };

const space = (byte: number): boolean => byte === 32 || byte === 9 || byte === 10 || byte === 13;

/**
 * The grants of a package (`{"grants": […]}`) or of a bare list, item by item, from bytes that come
 * in pieces. An item that is not JSON is told as such, and the next is read.
 */
export class JsonGrants {
  /** Whether the list was found. */
  found = false;
  private buffer: Buffer = Buffer.alloc(0);
  private at = 0;
  private depth = 0;
  private inText = false;
  private escaped = false;
  private textStart = 0;
  private key = "";
  private lastText = "";
  private itemStart = -1;
  private index = 0;
  private ended = false;

  push(piece: Uint8Array): JsonItem[] {
    this.buffer =
      this.buffer.length === 0 ? Buffer.from(piece) : Buffer.concat([this.buffer, piece]);
    const items: JsonItem[] = [];
    while (this.at < this.buffer.length && !this.ended) {
      if (this.found) this.readInList(items);
      else this.readOutside();
    }
    this.forget();
    return items;
  }

  /** What is left when there is no more: an item that was never closed. */
  end(): JsonItem[] {
    if (this.itemStart < 0) return [];
    return [{ index: this.index, fault: "The file ends in the middle of this grant." }];
  }

  /** Lets go of bytes that were read, so that memory stays flat. */
  private forget(): void {
    const keep =
      this.itemStart >= 0 ? this.itemStart : this.inText && !this.found ? this.textStart : this.at;
    if (keep === 0) return;
    this.buffer = this.buffer.subarray(keep);
    this.at -= keep;
    if (this.itemStart >= 0) this.itemStart -= keep;
    this.textStart -= keep;
  }

  private readOutside(): void {
    const byte = this.buffer[this.at] as number;
    if (this.inText) {
      if (this.passText(byte))
        this.lastText = this.buffer.toString("utf8", this.textStart, this.at);
    } else if (byte === 34) {
      this.inText = true;
      this.textStart = this.at + 1;
    } else if (byte === 58 && this.depth === 1) {
      this.key = this.lastText;
    } else if (byte === 91 && (this.depth === 0 || (this.depth === 1 && this.key === "grants"))) {
      this.found = true;
      this.depth = 0;
    } else if (byte === 123 || byte === 91) {
      this.depth += 1;
    } else if (byte === 125 || byte === 93) {
      this.depth -= 1;
    }
    this.at += 1;
  }

  /** One byte of a text; true when the text ends with it. */
  private passText(byte: number): boolean {
    if (this.escaped) this.escaped = false;
    else if (byte === 92) this.escaped = true;
    else if (byte === 34) {
      this.inText = false;
      return true;
    }
    return false;
  }

  private readInList(items: JsonItem[]): void {
    const { buffer } = this;
    let { at, depth, inText, escaped } = this;
    for (; at < buffer.length; at += 1) {
      const byte = buffer[at] as number;
      if (inText) {
        if (escaped) escaped = false;
        else if (byte === 92) escaped = true;
        else if (byte === 34) inText = false;
        continue;
      }
      if (this.itemStart < 0) {
        if (space(byte) || byte === 44) continue;
        if (byte === 93) {
          this.ended = true;
          break;
        }
        this.itemStart = at;
      }
      if (byte === 34) inText = true;
      else if (byte === 123 || byte === 91) depth += 1;
      else if (byte === 125 || byte === 93) {
        if (depth === 0) {
          this.take(items, at);
          this.ended = true;
          break;
        }
        depth -= 1;
        if (depth === 0) this.take(items, at + 1);
      } else if (byte === 44 && depth === 0) this.take(items, at);
    }
    this.at = at;
    this.depth = depth;
    this.inText = inText;
    this.escaped = escaped;
  }

  private take(items: JsonItem[], end: number): void {
    const text = this.buffer.toString("utf8", this.itemStart, end);
    this.itemStart = -1;
    try {
      items.push({ index: this.index, grant: JSON.parse(text) });
    } catch {
      items.push({ index: this.index, fault: "It is not well-formed JSON." });
    }
    this.index += 1;
  }
}
