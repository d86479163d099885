import * as z from "zod";
import { MoothallError } from "./error.ts";
import { reference } from "./identifier.ts";
import { publicationClass } from "./publication.ts";
import { shared } from "./shared-schema.ts";
import { source } from "./source.ts";

const blockId = () =>
  z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9.-]*$/,
      "must be lower-case letters, digits, '.' and '-', so that it can be an address",
    );

/**
 * A cell of a table: what a reader reads, and, where it is more than words, the exact value behind
 * it, its status and its source. `value: null` is unknown or withheld, never zero.
 */
export const cell = shared(() =>
  z.strictObject({
    text: z.string(),
    /** A decimal as text, a date or a word; what CSV and JSON carry. Left out, it is the text. */
    value: z.string().nullable().optional(),
    /** A word such as `provisional`, `suppressed`, `tied`, shown beside the text. */
    status: z.string().optional(),
    reference: reference().optional(),
    source: source().optional(),
  }),
);

export const column = shared(() =>
  z.strictObject({
    id: blockId(),
    heading: z.string().min(1),
    /** Numbers and money stand to the right. */
    type: z.enum(["text", "number", "money", "date"]).default("text"),
    /** Such as `£`, `%`, `cases`; percentages say of what. */
    unit: z.string().optional(),
    /** The cells of this column head their rows. */
    headsRow: z.boolean().optional(),
  }),
);

export const block = shared(() =>
  z.discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("heading"),
      id: blockId(),
      level: z.int().min(2).max(5).default(2),
      text: z.string().min(1),
    }),
    z.strictObject({
      type: z.literal("paragraph"),
      id: blockId(),
      text: z.string().min(1),
      number: z.string().optional(),
      source: source().optional(),
    }),
    z.strictObject({
      type: z.literal("list"),
      id: blockId(),
      ordered: z.boolean().default(false),
      items: z.array(z.string().min(1)).min(1),
    }),
    z.strictObject({
      type: z.literal("facts"),
      id: blockId(),
      items: z.array(z.strictObject({ term: z.string().min(1), ...cell().shape })).min(1),
    }),
    z.strictObject({
      type: z.literal("notice"),
      id: blockId(),
      severity: z.enum(["note", "warning", "error"]).default("note"),
      text: z.string().min(1),
    }),
    z.strictObject({
      type: z.literal("table"),
      id: blockId(),
      caption: z.string().min(1),
      columns: z.array(column()).min(1),
      rows: z.array(
        z.strictObject({
          id: z.string().optional(),
          total: z.boolean().optional(),
          cells: z.array(cell()),
        }),
      ),
      notes: z.array(z.string().min(1)).optional(),
      sources: z.array(source()).optional(),
    }),
    z.strictObject({
      type: z.literal("chart"),
      id: blockId(),
      kind: z.enum(["bar", "line", "stacked-bar", "heat-map", "tile-map"]),
      /** The id of the table that it draws, in this document. */
      table: blockId(),
      /** The column of the categories or periods, and those of the values. */
      category: blockId(),
      values: z.array(blockId()).min(1),
      /**
       * Of a tile map: the columns that say in which row and column of the map a category's tile
       * stands, counted from 1 at the north-west. A row of the table without them has no tile.
       */
      tiles: z.strictObject({ row: blockId(), column: blockId() }).optional(),
      title: z.string().min(1),
      /**
       * Of a heat map: the statuses of its cells from the lightest to the darkest. Where left out,
       * a cell is the darker the greater its value.
       */
      shades: z.array(z.string().min(1)).min(2).optional(),
      /** One sentence that says what the chart shows, for a reader who cannot see it. */
      finding: z.string().min(1),
    }),
    z.strictObject({ type: z.literal("page-break"), id: blockId() }),
  ]),
);

/**
 * A report as a document, not as a page: blocks with stable ids, from which every surface
 * (terminal, Markdown, HTML, CSV, DOCX) is made, so that all say the same.
 */
export const reportDocument = shared(() =>
  z
    .strictObject({
      title: z.string().min(1),
      summary: z.string().min(1).optional(),
      /** Who may see it: the narrowest class of what went into it. */
      class: publicationClass().default("public"),
      blocks: z.array(block()),
    })
    .meta({ description: "A report as a document of blocks" }),
);

export type ReportDocument = z.output<ReturnType<typeof reportDocument>>;
export type ReportDocumentInput = z.input<ReturnType<typeof reportDocument>>;
export type Block = ReportDocument["blocks"][number];
export type BlockOf<Type extends Block["type"]> = Extract<Block, { type: Type }>;
export type Cell = z.output<ReturnType<typeof cell>>;
export type Column = z.output<ReturnType<typeof column>>;

/**
 * Completes and checks a document: the ids of blocks, and of the columns of a table, are unique,
 * rows are as wide as their table, and a chart draws a table and columns that are there.
 * @throws MoothallError `core/bad-document` that names the block.
 */
export function completeDocument(input: ReportDocumentInput): ReportDocument {
  const parsed = reportDocument().safeParse(input);
  if (!parsed.success) throw bad(z.prettifyError(parsed.error));
  const document = parsed.data;
  const ids = new Set<string>();
  for (const part of document.blocks) {
    if (ids.has(part.id)) throw bad(`Two blocks have the id '${part.id}'.`);
    ids.add(part.id);
    if (part.type === "table") {
      if (new Set(part.columns.map((each) => each.id)).size < part.columns.length) {
        throw bad(`Two columns of table '${part.id}' have one id.`);
      }
      for (const [index, row] of part.rows.entries()) {
        if (row.cells.length !== part.columns.length) {
          throw bad(
            `Row ${index + 1} of table '${part.id}' has ${row.cells.length} cells for ${part.columns.length} columns.`,
          );
        }
      }
    }
    if (part.type === "chart") {
      const drawn = tableOf(document, part.table);
      const tiles = part.tiles === undefined ? [] : [part.tiles.row, part.tiles.column];
      for (const id of [part.category, ...part.values, ...tiles]) {
        if (!drawn?.columns.some((each) => each.id === id)) {
          throw bad(
            `Chart '${part.id}' draws column '${id}' of table '${part.table}', which is not there.`,
          );
        }
      }
      if (drawn !== undefined) requireTiles(part, drawn);
    }
  }
  return document;
}

/** The most rows or columns of a tile map: more would be too small to read. */
const mostTiles = 24;

/**
 * Where each row of a table stands in a tile map; undefined for a row of totals and for one without
 * a place. Positions count from 1.
 */
export function tilePlaces(
  { tiles }: BlockOf<"chart">,
  table: BlockOf<"table">,
): readonly ({ readonly row: number; readonly column: number } | undefined)[] {
  const positionIn = (id: string | undefined, cells: readonly Cell[]): number | undefined => {
    const cell = cells[table.columns.findIndex((column) => column.id === id)];
    const written = cell?.value === undefined ? cell?.text : cell.value;
    return written === undefined || written === null || written === ""
      ? undefined
      : Number(written);
  };
  return table.rows.map(({ total, cells }) => {
    const row = positionIn(tiles?.row, cells);
    const column = positionIn(tiles?.column, cells);
    return total === true || row === undefined || column === undefined
      ? undefined
      : { row, column };
  });
}

function requireTiles(chart: BlockOf<"chart">, table: BlockOf<"table">): void {
  if ((chart.kind === "tile-map") !== (chart.tiles !== undefined))
    throw bad(`Chart '${chart.id}': a tile map, and no other chart, says where its tiles stand.`);
  if (chart.kind !== "tile-map") return;
  if (chart.values.length > 1)
    throw bad(`Tile map '${chart.id}' draws ${chart.values.length} columns; a tile shows one.`);
  const taken = new Map<string, number>();
  for (const [index, place] of tilePlaces(chart, table).entries()) {
    if (place === undefined) continue;
    const isPosition = (number: number) =>
      Number.isInteger(number) && number >= 1 && number <= mostTiles;
    if (!isPosition(place.row) || !isPosition(place.column))
      throw bad(
        `Row ${index + 1} of table '${table.id}' stands nowhere in tile map '${chart.id}': rows and columns go from 1 to ${mostTiles}.`,
      );
    const key = `${place.row}/${place.column}`;
    const other = taken.get(key);
    if (other !== undefined)
      throw bad(
        `Rows ${other + 1} and ${index + 1} of table '${table.id}' stand on one tile of '${chart.id}'.`,
      );
    taken.set(key, index);
  }
}

/** The table of that id, or undefined. */
export const tableOf = (document: ReportDocument, id: string): BlockOf<"table"> | undefined =>
  document.blocks.find((part): part is BlockOf<"table"> => part.type === "table" && part.id === id);

const bad = (message: string) =>
  new MoothallError({
    code: "core/bad-document",
    message,
    hint: "This is a fault of the report, not of the data: tell its author.",
  });
