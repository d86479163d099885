import { type BlockOf, type Cell, type Column, formatSource, type Source } from "@moothall/core";
import type { HtmlFragmentOptions } from "./html-options.ts";
import { type Markup, type MarkupValue, markup } from "./markup.ts";
import { renderCsv } from "./render-csv.ts";
import {
  cellText,
  columnHeading,
  isNumeric,
  rowAnchors,
  rowHeadings,
  type TableSources,
  tableSources,
} from "./table-reading.ts";
import { webAddress } from "./web-address.ts";

type Table = BlockOf<"table">;

/**
 * A table with its caption, heads of columns and rows, notes, sources and CSV. It scrolls within
 * itself on a narrow screen, by keyboard too (WCAG 2.2, 1.4.10 and 2.1.1).
 */
export function htmlTable(table: Table, options: HtmlFragmentOptions): Markup {
  const sources = tableSources(table);
  const anchors = rowAnchors(table);
  const heads = rowHeadings(table);
  return markup`<div class="table" id="${table.id}">
<div class="scroll" role="region" aria-labelledby="${table.id}_caption" tabindex="0">
<table>
<caption id="${table.id}_caption"><span>${table.caption}</span></caption>
<thead>
<tr>${table.columns.map(
    (column) => markup`<th scope="col"${look(column)}>${columnHeading(column)}</th>`,
  )}</tr>
</thead>
<tbody>
${table.rows.map(
  (row, index) =>
    markup`<tr id="${anchors[index]}"${row.total === true && markup` class="total"`}>${row.cells.map(
      (cell, place) => htmlCell(cell, place, { table, row: row.id, heads, sources, options }),
    )}</tr>
`,
)}${
  table.rows.length === 0 &&
  markup`<tr><td colspan="${table.columns.length}">No rows.</td></tr>
`
}</tbody>
</table>
</div>
${notes(table)}${sourceList(table, sources)}${download(table, csvAddress(table, options))}</div>
`;
}

interface CellSetting {
  readonly table: Table;
  readonly row: string | undefined;
  readonly heads: ReadonlySet<number>;
  readonly sources: TableSources;
  readonly options: HtmlFragmentOptions;
}

function htmlCell(
  cell: Cell,
  place: number,
  { table, row, heads, sources, options }: CellSetting,
): Markup {
  const column = table.columns[place];
  const number = sources.numberOf(cell);
  const address = heads.has(place) && row !== undefined ? options.row?.(table.id, row) : undefined;
  const shown =
    address === undefined
      ? cellContent(cell, options)
      : markup`<a href="${address}">${cellContent(cell, {})}</a>`;
  const content = markup`${shown}${
    number !== undefined &&
    markup` <sup><a href="#${table.id}_source_${number}">[<span class="visually-hidden">source </span>${number}]</a></sup>`
  }`;
  const style = column !== undefined && look(column);
  return heads.has(place)
    ? markup`<th scope="row"${style}>${content}</th>`
    : markup`<td${style}${column !== undefined && markup` data-heading="${columnHeading(column)}"`}><div>${content}</div></td>`;
}

const look = (column: Column): MarkupValue => {
  if (isNumeric(column)) return markup` class="number"`;
  return column.type === "date" && markup` class="date"`;
};

/** What a cell shows, linked to the record that it refers to, with its status as a word. */
export function cellContent(cell: Cell, { base }: HtmlFragmentOptions): Markup {
  const shown = cellText(cell);
  const status = cell.status !== undefined && markup` <span class="status">(${cell.status})</span>`;
  return cell.reference === undefined || base === undefined
    ? markup`${shown}${status}`
    : markup`<a href="${base.replace(/\/$/, "")}/${cell.reference}">${shown || cell.reference}</a>${status}`;
}

/** A source, linked when it lies on the web. */
export function sourceContent(source: Source): Markup {
  const address = webAddress(source.url);
  return address === undefined
    ? markup`${formatSource(source)}`
    : markup`<a href="${address}">${formatSource(source)}</a>`;
}

const notes = (table: Table): MarkupValue =>
  table.notes !== undefined &&
  markup`<ul class="notes">
${table.notes.map((note) => markup`<li>${note}</li>\n`)}</ul>
`;

function sourceList(table: Table, { list }: TableSources): MarkupValue {
  const [only] = list;
  if (only === undefined) return undefined;
  if (list.length === 1) return markup`<p class="source">Source: ${sourceContent(only)}</p>\n`;
  return markup`<p class="source" id="${table.id}_sources">Sources</p>
<ol class="sources" aria-labelledby="${table.id}_sources">
${list.map(
  (source, index) =>
    markup`<li id="${table.id}_source_${index + 1}">${sourceContent(source)}</li>\n`,
)}</ol>
`;
}

const download = (table: Table, address: string | undefined): MarkupValue =>
  address !== undefined &&
  markup`<p class="download"><a href="${address}" download="${table.id}.csv">Download this table as CSV<span class="visually-hidden">: ${table.caption}</span></a></p>
`;

const csvAddress = (table: Table, { csv }: HtmlFragmentOptions): string | undefined =>
  csv !== undefined
    ? csv(table.id)
    : `data:text/csv;charset=utf-8,${encodeURIComponent(renderCsv(table))}`;
