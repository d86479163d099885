export { renderChart } from "./chart/render-chart.ts";
export type {
  Alternate,
  FormField,
  HtmlFragmentOptions,
  HtmlOptions,
  PageForm,
  PageLink,
} from "./html-options.ts";
export { type CsvFile, renderCsv, renderCsvFiles } from "./render-csv.ts";
export { renderDocx } from "./render-docx.ts";
export { renderHtml, renderHtmlFragment } from "./render-html.ts";
export { renderMarkdown } from "./render-markdown.ts";
export { renderText, type TextOptions } from "./render-text.ts";
export { stylesheet, stylesheetHash } from "./stylesheet.ts";
