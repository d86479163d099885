import { type Finding, isMoothallError, MoothallError, unguardCell } from "@moothall/core";
import { fault } from "../errors.ts";
import { type Consultation, preferNotToSay, type Question } from "../resources/consultation.ts";
import { type Response, responseSchema } from "../resources/response.ts";
import { requireAcceptable } from "./accept-response.ts";

/** A file as a table: the first row holds the headings. `row` counts from 1. */
export type Table = readonly { readonly row: number; readonly cells: readonly string[] }[];

interface Column {
  readonly heading: string;
  readonly index: number;
  /** `question`, `demographic`, or a field of the response. */
  readonly kind: string;
  readonly id: string;
}

const fields = new Set(["id", "received", "area", "channel"]);

/**
 * Reads responses from a table by the consultation's map of columns. Headings that the map does not
 * name are left out: what is not needed is not kept.
 *
 * @throws MoothallError `engagement/no-column-map`, `engagement/column-missing`,
 * `engagement/two-header-rows`, `engagement/duplicate-response`; with every faulty row as findings,
 * the code of the first: as `requireAcceptable`, or `core/bad-input`
 */
export function readResponses(consultation: Consultation, table: Table): readonly Response[] {
  const [head, ...body] = table;
  const columns = columnsOf(consultation, head?.cells ?? []);
  const rows = body.filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  requireOneHeader(consultation, columns, rows);
  const faults: { readonly row: number; readonly error: MoothallError }[] = [];
  const rowOf = new Map<string, number>();
  const responses = rows.flatMap(({ row, cells }) => {
    try {
      const response = responseOf(consultation, columns, row, cells);
      requireFirst(rowOf, response.id, row);
      return [response];
    } catch (error) {
      if (!isMoothallError(error)) throw error;
      faults.push({ row, error });
      return [];
    }
  });
  const [first] = faults;
  if (first === undefined) return responses;
  throw new MoothallError({
    code: first.error.code,
    message: `Nothing was read: row ${first.row}: ${first.error.message}`,
    ...(first.error.hint !== undefined && { hint: first.error.hint }),
    at: { row: first.row, ...first.error.at },
    findings: faults.map(
      ({ row, error }): Finding => ({
        rule: error.code,
        about: `engagement/consultation/${consultation.id}`,
        severity: "error",
        message: error.message,
        evidence: {},
        at: { row, ...error.at },
      }),
    ),
  });
}

function columnsOf({ columnMap }: Consultation, headings: readonly string[]): readonly Column[] {
  if (columnMap === undefined) {
    throw fault(
      "engagement/no-column-map",
      "The consultation does not say which column of a file is which question.",
      'Give it a columnMap, such as {"How safe do you feel?":"question:safe","Timestamp":"received"}.',
    );
  }
  return Object.entries(columnMap).map(([heading, target]) => {
    const index = headings.findIndex((each) => each.trim() === heading);
    const [kind = "", id = ""] = target.split(/:(.*)/s);
    if (index >= 0 && (fields.has(target) || kind === "question" || kind === "demographic"))
      return { heading, index, kind, id };
    throw fault(
      "engagement/column-missing",
      index < 0
        ? `The file has no column '${heading}'.`
        : `'${target}' in the column map is no field of a response.`,
      "Headings have to be those of the column map, which names question:ID, demographic:ID, id, received, area and channel.",
      { row: 1, column: heading },
    );
  });
}

/**
 * A second row of headings (some survey tools write one) repeats headings, questions or the names of
 * options, where every other row holds answers.
 */
function requireOneHeader(
  consultation: Consultation,
  columns: readonly Column[],
  rows: Table,
): void {
  const [second] = rows;
  if (second === undefined) return;
  const texts = new Set<string>([
    "response",
    "open-ended response",
    ...columns.map(({ heading }) => heading.toLowerCase()),
    ...(consultation.questions ?? []).map(({ text }) => text.toLowerCase()),
    ...(consultation.questions ?? []).map(({ id }) => id.toLowerCase()),
    ...(consultation.demographics ?? []).map(({ text }) => text.toLowerCase()),
  ]);
  const cells = columns
    .map(({ index }) => (second.cells[index] ?? "").trim().toLowerCase())
    .filter((cell) => cell !== "");
  const repeated = cells.filter((cell) => texts.has(cell)).length;
  if (repeated === 0 || repeated * 2 < cells.length) return;
  throw fault(
    "engagement/two-header-rows",
    `Row ${second.row} is a second row of headings.`,
    "Take it out, so that the first row holds the headings and every other one a response.",
    { row: second.row },
  );
}

function responseOf(
  consultation: Consultation,
  columns: readonly Column[],
  row: number,
  cells: readonly string[],
): Response {
  const answers: Record<string, unknown> = {};
  const demographics: Record<string, string> = {};
  const own: Record<string, string> = {};
  for (const { kind, id, index } of columns) {
    const cell = unguardCell((cells[index] ?? "").trim());
    if (kind === "question") {
      const question = consultation.questions?.find((each) => each.id === id);
      answers[id] = cell === "" ? null : answerOf(question, cell);
    } else if (kind === "demographic") {
      if (cell !== "") demographics[id] = /^prefer not to say$/i.test(cell) ? preferNotToSay : cell;
    } else if (cell !== "") own[kind] = cell;
  }
  const versions = Object.fromEntries(
    (consultation.questions ?? []).filter(({ id }) => id in answers).map((q) => [q.id, q.version]),
  );
  const parsed = responseSchema.safeParse({
    id: `${consultation.id}.${row}`,
    consultation: `engagement/consultation/${consultation.id}`,
    ...own,
    ...(own.received !== undefined && { received: instantOf(own.received) }),
    answers,
    versions,
    ...(Object.keys(demographics).length > 0 && { demographics }),
  });
  const columnOf = (field: string) => {
    const [, part = "", id = ""] = field.split("/");
    const kind = part === "answers" ? "question" : part === "demographics" ? "demographic" : part;
    return columns.find((each) => each.kind === kind && each.id === id)?.heading ?? part;
  };
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.join("/") ?? "";
    throw new MoothallError({
      code: "core/bad-input",
      message: `'${columnOf(`/${field}`)}' ${issue?.message ?? "is not valid"}.`,
      hint: "Correct the row.",
      at: { row, column: columnOf(`/${field}`) },
    });
  }
  requireAcceptable(consultation, parsed.data, (field) => ({ row, column: columnOf(field) }));
  return parsed.data;
}

/** A day without a time is taken as noon of that day. */
const instantOf = (cell: string): string =>
  /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(cell) ? `${cell}T12:00:00Z` : cell;

/** Options are written by id or by their words, several with semicolons between them. */
function answerOf(question: Question | undefined, cell: string): unknown {
  const option = (text: string) =>
    question?.options?.find((each) => each.text === text || each.id === text)?.id ?? text;
  switch (question?.type) {
    case "number":
      return /^-?[0-9]+(?:\.[0-9]+)?$/.test(cell) ? Number(cell) : cell;
    case "several":
      return cell
        .split(";")
        .map((part) => option(part.trim()))
        .filter((part) => part !== "");
    case "one":
      return option(cell);
    default:
      return cell;
  }
}

function requireFirst(rowOf: Map<string, number>, id: string, row: number): void {
  const before = rowOf.get(id);
  if (before === undefined) {
    rowOf.set(id, row);
    return;
  }
  throw fault(
    "engagement/duplicate-response",
    `It is the same response as row ${before}.`,
    "Each response stands once: take one of the two out.",
    { row, column: "id" },
  );
}
