/** A row of a file: its number in a spreadsheet (from 1, the header included) and its cells as bytes read one to one. */
export interface CsvRow {
  readonly number: number;
  readonly cells: readonly string[];
  /** Whether any cell holds bytes beyond ASCII, which are still to be decoded. */
  readonly coded: boolean;
  /** Quotation marks do not pair up; the row was ended at its line's end. */
  readonly damaged: boolean;
}

/** A quoted cell longer than this has lost its closing mark. */
const longestCell = 1_000_000;

/**
 * The rows of CSV text that comes in pieces (RFC 4180). Written here and not taken from a library,
 * because a file with a fault has to lose one row and no more: where a quotation mark is not closed,
 * or is followed by something other than a separator, the row ends at its first line end and reading
 * goes on from the next line.
 */
export class CsvRows {
  private rest = "";
  private row = 0;
  private readonly separator: string;

  constructor(separator: string) {
    this.separator = separator;
  }

  /** The rows that are complete with this piece of text (bytes as latin-1). */
  push(piece: string): CsvRow[] {
    return this.read(piece, false);
  }

  /** The rows that are left when there is no more text. */
  end(): CsvRow[] {
    return this.read("", true);
  }

  private read(piece: string, ended: boolean): CsvRow[] {
    const text = this.rest + piece;
    // A line end is known only with the character after it; a lone \r at the end waits.
    const coded = /[\x80-\xff]/.test(text);
    const rows: CsvRow[] = [];
    let start = 0;
    while (start < text.length) {
      const read = this.readRow(text, start, ended);
      if (read === undefined) break;
      this.row += 1;
      rows.push({ number: this.row, cells: read.cells, coded, damaged: read.damaged });
      start = read.next;
    }
    this.rest = text.slice(start);
    return rows;
  }

  /** Undefined when the row is not complete yet. */
  private readRow(
    text: string,
    start: number,
    ended: boolean,
  ): { readonly cells: string[]; readonly next: number; readonly damaged: boolean } | undefined {
    let lineEnd = text.indexOf("\n", start);
    if (lineEnd < 0) {
      if (!ended) return undefined;
      lineEnd = text.length;
    }
    const quote = text.indexOf('"', start);
    if (quote < 0 || quote > lineEnd) {
      return { cells: this.plain(text, start, lineEnd), next: lineEnd + 1, damaged: false };
    }
    const cells: string[] = [];
    let at = start;
    for (;;) {
      if (text.charCodeAt(at) !== 34) {
        const end = this.endOfPlain(text, at);
        if (end === undefined && !ended) return undefined;
        const stop = end ?? text.length;
        const isLine = stop >= text.length || text.charCodeAt(stop) === 10;
        cells.push(
          text.slice(at, isLine && text.charCodeAt(stop - 1) === 13 && stop > at ? stop - 1 : stop),
        );
        if (isLine) return { cells, next: stop + 1, damaged: false };
        at = stop + 1;
        continue;
      }
      const close = this.endOfQuoted(text, at + 1);
      if (close === undefined) {
        if (!ended && text.length - at < longestCell) return undefined;
        return this.damaged(text, start, lineEnd);
      }
      const cell = text.slice(at + 1, close);
      cells.push(cell.includes('"') ? cell.replaceAll('""', '"') : cell);
      let after = close + 1;
      if (after >= text.length) {
        if (!ended) return undefined;
        return { cells, next: after, damaged: false };
      }
      if (text.charCodeAt(after) === 13 && text.charCodeAt(after + 1) === 10) after += 1;
      else if (text.charCodeAt(after) === 13 && after + 1 >= text.length && !ended)
        return undefined;
      if (text.charCodeAt(after) === 10) return { cells, next: after + 1, damaged: false };
      if (text[after] !== this.separator) return this.damaged(text, start, lineEnd);
      at = after + 1;
    }
  }

  private plain(text: string, start: number, end: number): string[] {
    const stop = end > start && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    const cells: string[] = [];
    for (let at = start; ; ) {
      const next = text.indexOf(this.separator, at);
      if (next < 0 || next >= stop) {
        cells.push(text.slice(at, stop));
        return cells;
      }
      cells.push(text.slice(at, next));
      at = next + 1;
    }
  }

  private endOfPlain(text: string, start: number): number | undefined {
    for (let at = start; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 10 || code === this.separator.charCodeAt(0)) return at;
    }
    return undefined;
  }

  /** The closing mark of a quoted cell; undefined where there is none in the text at hand. */
  private endOfQuoted(text: string, start: number): number | undefined {
    for (let at = start; ; ) {
      const mark = text.indexOf('"', at);
      if (mark < 0) return undefined;
      if (text.charCodeAt(mark + 1) !== 34) return mark;
      at = mark + 2;
    }
  }

  private damaged(text: string, start: number, lineEnd: number) {
    return { cells: this.plain(text, start, lineEnd), next: lineEnd + 1, damaged: true };
  }
}
