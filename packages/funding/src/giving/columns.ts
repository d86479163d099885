import { fieldOfHeading, requiredTitles } from "./grant-fields.ts";
import type { CellUse } from "./read-cell.ts";

/** A column of a file of grants: its heading and where its cells go in a grant. */
export interface Column {
  readonly index: number;
  readonly heading: string;
  /** Undefined for a column that the standard does not know: it is kept under its heading. */
  readonly path: string | undefined;
  readonly segments: readonly (string | number)[];
  readonly use: CellUse;
}

/** The columns that a header row makes. Columns without a heading are left out. */
export function columnsOf(header: readonly string[]): Column[] {
  return header.flatMap((text, index) => {
    const heading = text.trim();
    if (heading === "") return [];
    const field = fieldOfHeading(heading);
    const segments = (field?.path.split("/") ?? [heading]).map((part) =>
      field !== undefined && /^[0-9]+$/.test(part) ? Number(part) : part,
    );
    return [{ index, heading, path: field?.path, segments, use: useOf(field?.path, field?.type) }];
  });
}

function useOf(path: string | undefined, type: "text" | "number" | "list" | undefined): CellUse {
  if (path === undefined) return "text";
  if (type === "number" || type === "list") return type;
  if (/(?:^|\/)(?:awardDate|startDate|endDate|dateModified)$/.test(path)) return "date";
  if (path.endsWith("/companyNumber")) return "company-number";
  if (/Organization\/[0-9]+\/id$/.test(path)) return "organisation-id";
  return "text";
}

/** How many of the titles that every grant needs stand in this row. */
export const requiredIn = (row: readonly string[]): number => {
  const paths = new Set(row.map((cell) => fieldOfHeading(cell.trim())?.title));
  return requiredTitles.filter((title) => paths.has(title)).length;
};

/** Whether a row repeats the header: most of its filled cells are titles or paths of the standard. */
export function repeatsHeader(cells: readonly string[], columns: readonly Column[]): boolean {
  const filled = columns.filter((each) => (cells[each.index] ?? "") !== "");
  if (filled.length < 2) return false;
  // One look at the first cell settles nearly every row.
  const [first] = filled as [Column, ...Column[]];
  if (!isHeading(cells[first.index] as string, first)) return false;
  const same = filled.filter((each) => isHeading(cells[each.index] as string, each)).length;
  return same * 2 > filled.length;
}

const isHeading = (cell: string, column: Column): boolean =>
  cell === column.heading ||
  (column.path !== undefined && fieldOfHeading(cell)?.path === column.path);

/** A grant as JSON. */
export type Grant = Record<string, unknown>;

/** Puts a value into a grant, making the objects and lists on the way. */
export function put(grant: Grant, segments: readonly (string | number)[], value: unknown): void {
  let target: Record<string | number, unknown> = grant;
  const last = segments.length - 1;
  for (let index = 0; index < last; index += 1) {
    const segment = segments[index] as string | number;
    let next = Object.hasOwn(target, segment) ? target[segment] : undefined;
    if (next === undefined) {
      next = typeof segments[index + 1] === "number" ? [] : {};
      define(target, segment, next);
    }
    target = next as Record<string | number, unknown>;
  }
  define(target, segments[last] as string | number, value);
}

/** A heading such as `__proto__` is a name like any other. */
function define(
  target: Record<string | number, unknown>,
  name: string | number,
  value: unknown,
): void {
  if (name === "__proto__") {
    Object.defineProperty(target, name, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else {
    target[name] = value;
  }
}
