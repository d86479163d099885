import type { ReportDocument } from "@moothall/core";
import { type HtmlOptions, type PageForm, type PageLink, renderHtml } from "@moothall/render";
import { contentType } from "./negotiation.ts";
import { reply } from "./reply.ts";
import type { Exchange, Service } from "./service.ts";

export interface PageOptions
  extends Pick<HtmlOptions, "json" | "csv" | "formats" | "row" | "form" | "alternates"> {
  readonly breadcrumbs: readonly PageLink[];
  readonly headers?: Readonly<Record<string, string>>;
  /** The address of the page that follows. */
  readonly more?: string | undefined;
}

/** Where a page stands that is reached from the first one. */
export const fromHome: readonly PageLink[] = [{ text: "Home", href: "/" }];

/** The search of this site, with what was sought. */
export const searchForm = (value?: string): PageForm => ({
  action: "/v1/search",
  submit: "Search",
  fields: [
    {
      control: "search",
      name: "q",
      label: "Search the records",
      required: true,
      ...(value !== undefined && { value }),
    },
  ],
});

/** A document as an HTML page of this site. */
export function replyPage(
  exchange: Exchange,
  document: ReportDocument,
  options: PageOptions,
): Response {
  return reply(exchange, pageText(exchange.service, document, options), {
    type: contentType("html"),
    ...(options.headers && { headers: options.headers }),
  });
}

/** The text of such a page. */
export function pageText(
  service: Pick<Service, "title">,
  document: ReportDocument,
  options: PageOptions,
): string {
  const { headers: _, more, breadcrumbs, ...html } = options;
  return renderHtml(document, {
    ...html,
    base: "/v1",
    site: { text: service.title, href: "/" },
    navigation: [{ text: "Checks", href: "/v1/checks" }],
    // A page whose own form is the search has it once.
    ...(html.form?.action !== "/v1/search" && { search: searchForm() }),
    ...(breadcrumbs.length > 0 && { breadcrumbs }),
    ...(more !== undefined && { next: { text: "Next page", href: more } }),
    footer: [
      { text: "For developers", href: "/v1" },
      { text: "API description", href: "/openapi.json" },
    ],
  });
}

/** Tables of a page that are no data of their own have no CSV. */
export const noCsv = (): undefined => undefined;
