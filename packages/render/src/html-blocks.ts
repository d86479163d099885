import type { Block, BlockOf, ReportDocument } from "@moothall/core";
import { drawnTable, noticeWord } from "./block-words.ts";
import { renderChart } from "./chart/render-chart.ts";
import { documentOutline, type OutlineEntry } from "./document-outline.ts";
import type { HtmlFragmentOptions } from "./html-options.ts";
import { cellContent, htmlTable, sourceContent } from "./html-table.ts";
import { Markup, markup } from "./markup.ts";

/**
 * The blocks of a document as HTML, headings from level 2.
 * @throws MoothallError `core/bad-document` when a chart draws a table that is not there.
 */
export function htmlBlocks(document: ReportDocument, options: HtmlFragmentOptions): Markup {
  const outline = documentOutline(document);
  return markup`${document.blocks.map((part) => htmlBlock(part, document, outline, options))}`;
}

function htmlBlock(
  part: Block,
  document: ReportDocument,
  outline: ReadonlyMap<string, OutlineEntry>,
  options: HtmlFragmentOptions,
): Markup {
  switch (part.type) {
    case "heading":
      return heading(part, outline.get(part.id)?.level ?? 2);
    case "paragraph":
      return paragraph(part);
    case "list":
      return list(part);
    case "facts":
      return facts(part, options);
    case "notice":
      return markup`<div class="notice ${part.severity}" id="${part.id}"><p><strong>${noticeWord[part.severity]}:</strong> ${part.text}</p></div>
`;
    case "table":
      return htmlTable(part, options);
    case "chart":
      return chart(part, document);
    case "page-break":
      return markup`<div class="page-break" id="${part.id}"></div>
`;
  }
}

/** Tag names cannot come from a template value, so each level has its own. */
function heading({ id, text }: BlockOf<"heading">, level: number): Markup {
  switch (level) {
    case 2:
      return markup`<h2 id="${id}">${text}</h2>\n`;
    case 3:
      return markup`<h3 id="${id}">${text}</h3>\n`;
    case 4:
      return markup`<h4 id="${id}">${text}</h4>\n`;
    default:
      return markup`<h5 id="${id}">${text}</h5>\n`;
  }
}

const paragraph = ({ id, number, text, source }: BlockOf<"paragraph">): Markup =>
  markup`<p id="${id}"${number !== undefined && markup` class="numbered"`}>${
    number !== undefined && markup`<a class="paragraph-number" href="#${id}">${number}</a> `
  }${text}</p>
${source !== undefined && markup`<p class="source">Source: ${sourceContent(source)}</p>\n`}`;

function list({ id, ordered, items }: BlockOf<"list">): Markup {
  const lines = items.map((item) => markup`<li>${item}</li>\n`);
  return ordered
    ? markup`<ol id="${id}">\n${lines}</ol>\n`
    : markup`<ul id="${id}">\n${lines}</ul>\n`;
}

const facts = ({ id, items }: BlockOf<"facts">, options: HtmlFragmentOptions): Markup =>
  markup`<dl class="facts" id="${id}">
${items.map(
  ({ term, ...cell }) => markup`<div><dt>${term}</dt><dd>${cellContent(cell, options)}${
    cell.source !== undefined &&
    markup` <span class="source">(Source: ${sourceContent(cell.source)})</span>`
  }</dd></div>
`,
)}</dl>
`;

function chart(part: BlockOf<"chart">, document: ReportDocument): Markup {
  const table = drawnTable(document, part);
  return markup`<figure class="chart" id="${part.id}">
<figcaption>${part.title}</figcaption>
<p class="finding">${part.finding}</p>
<div class="scroll" role="region" aria-label="Chart: ${part.title}" tabindex="0">
${new Markup(renderChart(part, table))}
</div>
<p class="drawn">The figures are in the table <a href="#${table.id}">${table.caption}</a>.</p>
</figure>
`;
}
