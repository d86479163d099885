import { createHash } from "node:crypto";

/**
 * How the pages look. Text and its ground have a contrast of 7:1 or more, controls and charts of 3:1
 * (WCAG 2.2, 1.4.6 and 1.4.11); nothing is said by colour alone.
 */
export const stylesheet = `
:root { color-scheme: light; --ink: #1b2430; --quiet: #46515e; --line: #c3cad2; --ground: #fff; --tint: #f3f5f7; --link: #154a8a; --focus: #ffd24a; --mark: #17456b; }
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Liberation Sans", Arial, sans-serif; overflow-wrap: break-word; }
.frame { max-width: 90rem; margin: 0 auto; padding: 0 1rem; }
main { padding: 1.5rem 0 3rem; }
main:focus { outline: none; }
h1, h2, h3, h4, h5 { line-height: 1.25; text-wrap: balance; margin: 2.25rem 0 0.75rem; }
h1 { font-size: clamp(1.75rem, 1.35rem + 2vw, 2.5rem); margin-top: 0; letter-spacing: -0.01em; }
h2 { font-size: clamp(1.35rem, 1.2rem + 0.8vw, 1.7rem); border-top: 1px solid var(--line); padding-top: 1.25rem; }
h3 { font-size: 1.25rem; }
h4, h5 { font-size: 1.0625rem; }
p, li, dd { max-width: 44rem; }
main p, main li, main dd, td, th, figcaption { white-space: pre-line; }
main nav p, main nav li { white-space: normal; }
p, ul, ol, dl { margin: 0 0 1rem; }
ul, ol { padding-left: 1.5rem; }
li { margin-bottom: 0.25rem; }
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 0.15em; }
a:hover { text-decoration-thickness: 3px; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; background-color: var(--focus); color: var(--ink); border-radius: 2px; }
.scroll:focus-visible { background-color: transparent; }
:target { scroll-margin-top: 1rem; }
tr:target > *, p:target, li:target { background: #fff4cf; }
.visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip-link { position: absolute; left: 1rem; top: -10rem; padding: 0.5rem 1rem; background: var(--focus); color: var(--ink); z-index: 1; }
.skip-link:focus { top: 0.5rem; }
.site-header { border-bottom: 4px solid var(--mark); background: var(--tint); }
.site-header .frame { display: flex; flex-wrap: wrap; gap: 0.25rem 2rem; align-items: baseline; padding-top: 0.75rem; padding-bottom: 0.75rem; }
.site-header p { margin: 0; }
.site-name a { font-weight: 700; font-size: 1.2rem; color: var(--mark); text-decoration: none; }
.site-name a:hover { text-decoration: underline; }
.site-header ul, .site-footer ul, .breadcrumbs ol { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; margin: 0; padding: 0; }
nav li { margin: 0; padding: 0.15rem 0; }
.breadcrumbs { padding-top: 0.75rem; font-size: 0.95rem; }
.breadcrumbs li + li::before { content: "›"; content: "›" / ""; margin-right: 0.6rem; color: var(--quiet); }
.breadcrumbs ol { gap: 0.25rem 0.6rem; }
.summary { font-size: 1.2rem; color: var(--quiet); margin-bottom: 1.5rem; }
.class-mark { display: inline-block; border: 2px solid #8c1b11; color: #8c1b11; padding: 0.1rem 0.6rem; text-transform: none; }
.contents { border-left: 4px solid var(--line); padding-left: 1rem; margin: 0 0 2rem; }
.contents p { font-weight: 700; margin-bottom: 0.25rem; }
.contents ol { margin: 0; }
.numbered { position: relative; padding-left: 3.5rem; }
.paragraph-number { position: absolute; left: 0; min-width: 2.75rem; font-variant-numeric: tabular-nums; }
.source, .sources, .notes, .download, .drawn { font-size: 0.95rem; color: var(--quiet); margin-bottom: 0.5rem; }
.source { margin-bottom: 1rem; }
p + .source { margin-top: -0.75rem; }
.numbered + .source { padding-left: 3.5rem; }
p.source + .sources { margin-top: -0.25rem; }
.facts > div { display: grid; grid-template-columns: minmax(8rem, 16rem) 1fr; gap: 0 1.5rem; border-top: 1px solid var(--line); padding: 0.5rem 0; }
.facts { border-bottom: 1px solid var(--line); }
.facts dt { font-weight: 600; }
.facts dd { margin: 0; }
.notice { border: 1px solid var(--line); border-left: 6px solid var(--mark); background: var(--tint); padding: 0.75rem 1rem; margin: 0 0 1.25rem; }
.notice p { margin: 0; }
.notice.warning { border-left-color: #a86200; }
.notice.error { border-left-color: #8c1b11; }
.table, .chart { margin: 1.5rem 0 2rem; }
.scroll { position: relative; overflow-x: auto; margin-bottom: 0.5rem; }
table { border-collapse: collapse; width: 100%; font-size: 1rem; line-height: 1.4; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 700; font-size: 1.0625rem; padding-bottom: 0.5rem; }
caption span { position: sticky; left: 0; display: inline-block; max-width: min(44rem, calc(100vw - 2rem)); }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 1rem 0.5rem 0; border-bottom: 1px solid var(--line); max-width: 28rem; min-width: 4rem; overflow-wrap: break-word; }
th:last-child, td:last-child { padding-right: 0.25rem; }
thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; }
tbody th { font-weight: 600; }
.number, .date { white-space: nowrap; }
.number { text-align: right; }
thead .number, thead .date { white-space: normal; }
.total > * { border-top: 2px solid var(--ink); font-weight: 700; }
.status { color: var(--quiet); font-style: italic; }
sup { line-height: 0; font-size: 0.8em; font-weight: 400; }
.chart figcaption { font-weight: 700; font-size: 1.0625rem; }
.chart .finding { margin: 0.25rem 0 0.75rem; }
.chart svg { display: block; width: 100%; min-width: 18rem; max-width: 44rem; height: auto; }
.form { border: 1px solid var(--line); background: var(--tint); padding: 1rem; margin: 0 0 1.5rem; max-width: 46rem; }
.form p:last-child { margin: 0; }
.field { margin-bottom: 1rem; }
.field label { display: block; font-weight: 600; }
.optional, .hint { font-weight: 400; color: var(--quiet); }
.hint { margin: 0 0 0.25rem; font-size: 0.95rem; }
input, select, button { font: inherit; color: var(--ink); background: var(--ground); border: 2px solid var(--ink); border-radius: 2px; padding: 0.35rem 0.6rem; max-width: 100%; min-height: 2.5rem; }
.field input, .field select { width: 100%; }
button { background: var(--mark); border-color: var(--mark); color: #fff; font-weight: 600; cursor: pointer; }
.search { display: flex; gap: 0.4rem; }
.search input { min-width: 0; width: 16rem; }
.paging { margin: 1rem 0; font-weight: 600; }
figure { margin-left: 0; margin-right: 0; }
.site-footer { border-top: 1px solid var(--line); background: var(--tint); padding: 1.5rem 0; font-size: 0.95rem; }
.site-footer p { margin: 0 0 0.5rem; }
.site-footer nav { margin-bottom: 0.75rem; }
@media (max-width: 40rem) {
  .facts > div { display: block; }
  .numbered, .numbered + .source { padding-left: 0; }
  .paragraph-number { position: static; }
  .site-header nav { width: 100%; }
}
@media screen and (max-width: 40rem) {
  table, tbody, tr, tbody th, td, caption { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { border-top: 1px solid var(--ink); padding: 0.6rem 0; }
  tbody th, td { border: 0; padding: 0.15rem 0; max-width: none; text-align: left; white-space: normal; }
  tbody .number, tbody .date { white-space: normal; text-align: left; }
  td[data-heading] { display: grid; grid-template-columns: minmax(6rem, 36%) minmax(0, 1fr); gap: 0 0.75rem; }
  td[data-heading]::before { content: attr(data-heading); content: attr(data-heading) / ""; color: var(--quiet); }
  .total { border-top-width: 2px; }
}
@media (forced-colors: active) { .chart svg { forced-color-adjust: none; } }
@media print {
  @page { margin: 2cm; }
  html { font-size: 10pt; }
  body { line-height: 1.4; }
  .frame { max-width: none; padding: 0; }
  .skip-link, nav, search, .form, .download, .drawn { display: none; }
  .contents { display: block; }
  .site-header, .site-footer, .notice { background: none; }
  .scroll { overflow: visible; }
  a { color: inherit; }
  .source a[href^="http"]::after, .sources a[href^="http"]::after { content: " (" attr(href) ")"; overflow-wrap: anywhere; }
  h1, h2, h3, h4, h5, caption, figcaption { break-after: avoid; }
  tr, figure, .notice, .facts > div { break-inside: avoid; }
  thead { display: table-header-group; }
  .page-break { break-after: page; }
}
`.trimStart();

/** What a content-security policy names to let the stylesheet into a page: `sha256-…`. */
export const stylesheetHash = `sha256-${createHash("sha256").update(stylesheet).digest("base64")}`;
