import type { Finding } from "@moothall/core";
import { type Column, columnsOf, type Grant, put, repeatsHeader, requiredIn } from "./columns.ts";
import type { CsvRow } from "./csv-rows.ts";
import { decodeCell } from "./decode-cell.ts";
import type { GrantBatch, GrantStep, ReadOptions } from "./grant-step.ts";
import { faultOfCell } from "./read-cell.ts";

/** How many rows may stand above the header. */
const mostAboveHeader = 5;

/** A sheet while it is read: its columns, and what was found. */
export class Sheet {
  private columns: Column[] | undefined;
  private readonly above: CsvRow[] = [];
  private blankFrom = 0;
  private blankCount = 0;
  private width = 0;
  private hasRows = false;
  /** Whether any column is the standard's: of a table of something else no row says anything. */
  private readable = false;
  private steps: GrantStep[] = [];
  private readonly about: string;
  private readonly options: ReadOptions;

  constructor(about: string, options: ReadOptions) {
    this.about = about;
    this.options = options;
  }

  note(rule: string, message: string): void {
    this.find({ rule, severity: "note", message, fix: "Save the file as UTF-8." });
  }

  withoutMark(text: string): string {
    if (!text.startsWith("\xef\xbb\xbf")) return text;
    this.find({
      rule: "funding/360-byte-order-mark",
      severity: "note",
      message:
        "The file begins with a byte-order mark, which some readers take for part of the first heading.",
      at: { row: 1 },
      fix: "Save it as UTF-8 without a mark; here it is left out.",
    });
    return text.slice(3);
  }

  read(rows: readonly CsvRow[]): GrantBatch {
    for (const row of rows) {
      if (row.cells.every((cell) => cell === "" || cell.trim() === "")) this.blank(row.number);
      else if (this.columns === undefined) this.header(row);
      else this.row(row, this.columns);
    }
    return this.hand();
  }

  end(): GrantBatch {
    this.endBlank();
    if (this.columns === undefined) this.noHeader();
    else if (!this.hasRows) {
      this.find({
        rule: "funding/360-no-grants",
        severity: "warning",
        message: "The file holds titles and no grant.",
        fix: "Give a file with grants.",
      });
    }
    return this.hand();
  }

  private hand(): GrantBatch {
    const { steps } = this;
    this.steps = [];
    return steps;
  }

  private find(
    finding: Omit<Finding, "about" | "evidence"> & { readonly evidence?: Finding["evidence"] },
  ): void {
    this.steps.push({ finding: { about: this.about, evidence: {}, ...finding } });
  }

  private header(row: CsvRow): void {
    const cells = row.coded ? row.cells.map((cell) => decodeCell(cell, true).text) : row.cells;
    if (requiredIn(cells) < 3) {
      this.above.push({ ...row, cells });
      if (this.above.length > mostAboveHeader) this.takeFirstAsHeader();
      return;
    }
    for (const above of this.above) {
      this.find({
        rule: "funding/360-above-header",
        severity: "warning",
        message: "This row stands above the header and is not a grant.",
        at: { row: above.number },
        fix: "Take it out: the first row has to hold the titles.",
      });
    }
    this.above.length = 0;
    this.useColumns(cells, row.number);
  }

  private useColumns(cells: readonly string[], row: number): void {
    this.columns = columnsOf(cells);
    this.readable = this.columns.some((each) => each.path !== undefined);
    this.width = cells.length;
    const seen = new Set<string>();
    for (const column of this.columns) {
      const name = column.path ?? column.heading;
      const twice = seen.has(name);
      seen.add(name);
      if (twice || column.path === undefined) {
        this.find({
          rule: twice ? "funding/360-column-twice" : "funding/360-unknown-column",
          severity: twice ? "warning" : "note",
          message: twice
            ? `The column '${column.heading}' stands twice; the later one is kept.`
            : `The standard has no column '${column.heading}'; it is kept as it is.`,
          at: { row, column: column.heading },
          fix: twice
            ? "Take one of them out."
            : "Check the spelling, or leave it as a column of your own.",
        });
      }
    }
  }

  /** No row looks like a header: the first is taken for it; where it has a title of the standard, each grant says what it lacks. */
  private takeFirstAsHeader(): void {
    const [first, ...others] = this.above;
    this.above.length = 0;
    if (first === undefined) return;
    this.find({
      rule: "funding/360-no-header",
      severity: "error",
      message: "The first row does not hold the titles of the standard.",
      evidence: {
        wanted: "Identifier, Title, Description, Currency, Amount Awarded, Award Date, …",
      },
      at: { row: first.number },
      fix: "Put the standard's titles into the first row.",
    });
    this.useColumns(first.cells, first.number);
    for (const row of others)
      this.row({ ...row, coded: false }, this.columns as unknown as Column[]);
  }

  private noHeader(): void {
    if (this.above.length > 0) this.takeFirstAsHeader();
    else {
      this.find({
        rule: "funding/360-empty",
        severity: "error",
        message: "The file holds no row with anything in it.",
        fix: "Give a file with grants.",
      });
    }
  }

  private blank(row: number): void {
    if (this.blankCount === 0) this.blankFrom = row;
    this.blankCount += 1;
  }

  private endBlank(): void {
    if (this.blankCount === 0) return;
    this.find({
      rule: "funding/360-blank-rows",
      severity: "note",
      message: `${this.blankCount} row(s) from row ${this.blankFrom} on are blank.`,
      evidence: { rows: this.blankCount },
      at: { row: this.blankFrom },
      fix: "Delete them; they are passed over.",
    });
    this.blankCount = 0;
  }

  private row(row: CsvRow, columns: readonly Column[]): void {
    this.endBlank();
    this.hasRows = true;
    if (!this.readable) return;
    if (row.damaged) {
      this.find({
        rule: "funding/360-quotation-marks",
        severity: "error",
        message:
          "The quotation marks of this row do not pair up, so its cells cannot be told apart for certain.",
        at: { row: row.number },
        fix: "Double a mark that belongs to the text, and close the cell.",
      });
    }
    if (row.cells.length !== this.width) this.wrongWidth(row);
    if (repeatsHeader(row.cells, columns)) {
      this.find({
        rule: "funding/360-second-header",
        severity: "warning",
        message: "This row repeats the header.",
        at: { row: row.number },
        fix: "Take it out.",
      });
      if (this.options.repair === true || this.options.withoutHeaders === true) return;
    }
    const grant: Grant = {};
    for (const column of columns) {
      const cell = row.cells[column.index];
      if (cell === undefined || cell === "") continue;
      this.cell(grant, column, cell, row);
    }
    this.steps.push({ grant, place: { row: row.number } });
  }

  private wrongWidth(row: CsvRow): void {
    const surplus = row.cells.slice(this.width).some((cell) => cell.trim() !== "");
    if (row.cells.length > this.width && !surplus) return;
    this.find({
      rule: "funding/360-row-length",
      severity: row.cells.length > this.width ? "error" : "warning",
      message: `The row has ${row.cells.length} cells for ${this.width} columns.`,
      evidence: { cells: row.cells.length, columns: this.width },
      at: { row: row.number },
      fix: "Put text with a comma in quotation marks.",
    });
  }

  private cell(grant: Grant, column: Column, raw: string, row: CsvRow): void {
    let text = raw;
    if (row.coded && /[\x80-\xff]/.test(raw)) {
      const decoded = decodeCell(raw, this.options.repair === true);
      text = decoded.text;
      if (decoded.foreign) {
        this.find({
          rule: "funding/360-encoding",
          severity: "warning",
          message: "The cell is not UTF-8; it looks like windows-1252.",
          at: { row: row.number, column: column.heading },
          fix: "Save the file as UTF-8.",
        });
      }
    }
    const fault = faultOfCell(text, column.use);
    if (fault !== undefined) {
      this.find({
        rule: fault.rule,
        severity: fault.rule === "funding/360-leading-zero" ? "warning" : "error",
        message: fault.message,
        at: { row: row.number, column: column.heading },
        fix: fault.fix,
      });
      if (this.options.repair === true && fault.repaired !== undefined) text = fault.repaired;
      if (text === "") return;
    }
    put(grant, column.segments, asValue(text, column));
  }
}

function asValue(text: string, { use }: Column): unknown {
  if (use === "number") {
    const number = Number(text);
    return Number.isFinite(number) && text.trim() !== "" && !/[a-z]/i.test(text) ? number : text;
  }
  return use === "list" ? text.split(";").map((each) => each.trim()) : text;
}
