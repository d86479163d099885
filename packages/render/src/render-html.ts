import { formatDate, type ReportDocument } from "@moothall/core";
import { classMark, isTable } from "./block-words.ts";
import { documentContents } from "./document-outline.ts";
import { htmlBlocks } from "./html-blocks.ts";
import { htmlForm, htmlSearch } from "./html-form.ts";
import type { HtmlFragmentOptions, HtmlOptions, PageLink } from "./html-options.ts";
import { Markup, type MarkupValue, markup } from "./markup.ts";
import { stylesheet } from "./stylesheet.ts";

/**
 * A document as a whole page: no script, no style attribute, nothing from elsewhere, so that it
 * stands under `default-src 'none'; style-src 'sha256-…' 'self'; img-src 'self' data:`. The ids of
 * blocks are anchors, those of rows too; ids with `_` are the page's own.
 * @throws MoothallError `core/bad-document` when a chart draws a table that is not there,
 * `core/bad-input` when `updated` is not a date.
 */
export function renderHtml(document: ReportDocument, options: HtmlOptions = {}): string {
  const { site } = options;
  const title = site === undefined ? document.title : `${document.title} – ${site.text}`;
  return markup`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${document.summary !== undefined && markup`<meta name="description" content="${document.summary}">\n`}${style(options)}${alternates(document, options)}</head>
<body>
<a class="skip-link" href="#page_content">Skip to main content</a>
${header(options)}<div class="frame">
${breadcrumbs(options.breadcrumbs)}<main id="page_content" tabindex="-1">
${mark(document)}<h1>${document.title}</h1>
${document.summary !== undefined && markup`<p class="summary">${document.summary}</p>\n`}${options.form !== undefined && htmlForm(options.form)}${contents(document)}${htmlBlocks(document, options)}${next(options.next)}</main>
</div>
${footer(options)}</body>
</html>
`.toString();
}

/**
 * The blocks alone, for a page that has its own head and level 1 heading; `stylesheet` fits it.
 * @throws MoothallError `core/bad-document` when a chart draws a table that is not there.
 */
export const renderHtmlFragment = (
  document: ReportDocument,
  options: HtmlFragmentOptions = {},
): string => htmlBlocks(document, options).toString();

const style = ({ stylesheet: address }: HtmlOptions): Markup =>
  address === undefined
    ? markup`<style>${new Markup(stylesheet)}</style>\n`
    : markup`<link rel="stylesheet" href="${address}">\n`;

const alternates = (
  document: ReportDocument,
  { csv, json, alternates: others = [] }: HtmlOptions,
): MarkupValue => [
  json !== undefined && markup`<link rel="alternate" type="application/json" href="${json}">\n`,
  csv !== undefined &&
    document.blocks.filter(isTable).map((table) => {
      const href = csv(table.id);
      return (
        href !== undefined &&
        markup`<link rel="alternate" type="text/csv" href="${href}" title="${table.caption}">\n`
      );
    }),
  others.map(
    ({ type, href, title }) =>
      markup`<link rel="alternate" type="${type}" href="${href}" title="${title}">\n`,
  ),
];

const next = (link: PageLink | undefined): MarkupValue =>
  link !== undefined &&
  markup`<nav class="paging" aria-label="Pages"><a rel="next" href="${link.href}">${link.text}</a></nav>\n`;

const header = ({ site, navigation = [], search }: HtmlOptions): MarkupValue =>
  (site !== undefined || navigation.length > 0 || search !== undefined) &&
  markup`<header class="site-header"><div class="frame">
${site !== undefined && markup`<p class="site-name"><a href="${site.href}">${site.text}</a></p>\n`}${
  navigation.length > 0 && markup`<nav aria-label="Main"><ul>${links(navigation)}</ul></nav>\n`
}${search !== undefined && htmlSearch(search)}</div></header>
`;

const breadcrumbs = (trail: readonly PageLink[] = []): MarkupValue =>
  trail.length > 0 &&
  markup`<nav class="breadcrumbs" aria-label="Breadcrumb"><ol>${links(trail)}</ol></nav>\n`;

const mark = (document: ReportDocument): MarkupValue => {
  const words = classMark(document.class);
  return words !== undefined && markup`<p class="class-mark"><strong>${words}</strong></p>\n`;
};

function contents(document: ReportDocument): MarkupValue {
  const entries = documentContents(document).map(({ id, text }) => ({
    text,
    href: `#${id}`,
  }));
  return (
    entries.length > 0 &&
    markup`<nav class="contents" aria-labelledby="page_contents"><p id="page_contents">Contents</p><ol>${links(entries)}</ol></nav>\n`
  );
}

function footer({ json, formats = [], footer: more = [], updated }: HtmlOptions): MarkupValue {
  const twins = [...(json === undefined ? [] : [{ text: "JSON", href: json }]), ...formats];
  return (
    (twins.length > 0 || more.length > 0 || updated !== undefined) &&
    markup`<footer class="site-footer"><div class="frame">
${updated !== undefined && markup`<p>Updated <time datetime="${updated}">${formatDate(updated)}</time></p>\n`}${
  twins.length > 0 &&
  markup`<nav aria-label="This page in other formats"><p>This page in other formats:</p><ul>${links(twins)}</ul></nav>\n`
}${more.length > 0 && markup`<nav aria-label="About this site"><ul>${links(more)}</ul></nav>\n`}</div></footer>
`
  );
}

const links = (all: readonly PageLink[]): Markup =>
  markup`${all.map(({ text, href }) => markup`<li><a href="${href}">${text}</a></li>`)}`;
