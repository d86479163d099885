import {
  type Cell,
  formatDate,
  formatMoney,
  formatPeriod,
  isCalendarDate,
  isDecimal,
  isReference,
  type Money,
  period,
  type ReportDocumentInput,
} from "@moothall/core";

type Block = ReportDocumentInput["blocks"][number];

/** Any answer as a document: single values as facts, lists of objects as tables. */
export function valueDocument(title: string, value: unknown): ReportDocumentInput {
  return { title, blocks: blocksOf(isObject(value) ? value : { value }) };
}

/**
 * A record as a document: what it calls itself, its fields in words, and apart from them what the
 * store says of it.
 *
 * @param kind The name of its kind: `contract`.
 */
export function recordDocument(
  kind: string,
  { record, ...fields }: Readonly<Record<string, unknown>>,
): ReportDocumentInput {
  const own = `${kind.replaceAll("-", " ")} ${String(fields.id)}`;
  const called = ["title", "name", "subject", "heading"].find(
    (field) => typeof fields[field] === "string" && fields[field] !== "",
  );
  const { id: _, [called ?? "id"]: title, ...rest } = fields;
  const [first, ...blocks] = blocksOf(rest);
  const of = isObject(record) ? record : {};
  return {
    title: called === undefined ? own : String(title),
    ...(called !== undefined && { summary: `${own.charAt(0).toUpperCase()}${own.slice(1)}` }),
    blocks: [
      ...(first === undefined ? [] : [first]),
      ...blocks,
      ...(Object.keys(of).length === 0
        ? []
        : [{ type: "facts" as const, id: "record", items: Object.entries(of).map(factOf) }]),
    ],
  };
}

function blocksOf(value: Readonly<Record<string, unknown>>): Block[] {
  const entries = Object.entries(value);
  const facts = entries.filter(([, item]) => !isRows(item)).map(factOf);
  return [
    ...(facts.length === 0 ? [] : [{ type: "facts" as const, id: "facts", items: facts }]),
    ...entries.flatMap(([name, item]) => (isRows(item) ? [tableOfRows(name, item)] : [])),
  ];
}

const factOf = ([name, value]: readonly [string, unknown]) => ({
  term: label(name),
  ...cellOf(value),
});

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isRows = (value: unknown): value is readonly Record<string, unknown>[] =>
  Array.isArray(value) && value.length > 0 && value.every(isObject);

function tableOfRows(name: string, rows: readonly Record<string, unknown>[]): Block {
  const headings = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return {
    type: "table",
    id: `table-${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`,
    caption: label(name),
    columns: headings.map((heading, index) => ({
      id: `column-${index + 1}`,
      heading: label(heading),
    })),
    rows: rows.map((row) => ({ cells: headings.map((heading) => cellOf(row[heading])) })),
  };
}

/** `smallOrMedium` → `Small or medium`. */
function label(name: string): string {
  const words = name
    .replace(
      /([a-z0-9])([A-Z])/g,
      (_, before: string, letter: string) => `${before} ${letter.toLowerCase()}`,
    )
    .replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A value as a reader writes it; what it is exactly stays beside it. */
function cellOf(value: unknown): Cell {
  const text = inWords(value);
  if (isReference(value)) return { text, reference: value };
  const exactly = isMoney(value) ? value.amount : value;
  return typeof exactly === "string" && exactly !== text ? { text, value: exactly } : { text };
}

function inWords(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.map(inWords).join(isRows(value) ? "; " : ", ");
  if (isMoney(value)) return formatMoney(value);
  if (isObject(value))
    return Object.entries(value)
      .map(([name, each]) => `${label(name)}: ${inWords(each)}`)
      .join("; ");
  if (isCalendarDate(value)) return formatDate(value);
  const text = String(value);
  return text.includes("/") && period().safeParse(text).success ? formatPeriod(text) : text;
}

const isMoney = (value: unknown): value is Money =>
  isObject(value) &&
  Object.keys(value).length === 2 &&
  isDecimal(value.amount) &&
  typeof value.currency === "string" &&
  /^[A-Z]{3}$/.test(value.currency);
