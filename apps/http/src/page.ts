import type { ReportDocument } from "@moothall/core";
import { type HtmlOptions, type PageLink, renderHtml } from "@moothall/render";
import { contentType } from "./negotiation.ts";
import { reply } from "./reply.ts";
import type { Exchange, Service } from "./service.ts";

export interface PageOptions
  extends Pick<HtmlOptions, "json" | "csv" | "formats" | "row" | "form" | "related"> {
  readonly breadcrumbs: readonly PageLink[];
  readonly headers?: Readonly<Record<string, string>>;
  /** The address of the page that follows. */
  readonly more?: string | undefined;
  /** The words that were searched for. */
  readonly searched?: string;
}

/** A document as an HTML page of this site. */
export function replyPage(
  exchange: Exchange,
  document: ReportDocument,
  options: PageOptions,
): Response {
  const { headers, ...rest } = options;
  const text = pageText(exchange.service, document, rest);
  return reply(exchange, text, { type: contentType("html"), ...(headers && { headers }) });
}

/** The page alone, for an answer that is made elsewhere. */
export function pageText(
  service: Service,
  document: ReportDocument,
  { more, breadcrumbs, searched, ...html }: Omit<PageOptions, "headers">,
): string {
  return renderHtml(document, {
    ...html,
    base: "/v1",
    site: { text: service.title, href: "/" },
    search: { action: "/v1/search", ...(searched !== undefined && { value: searched }) },
    navigation: [
      { text: "Checks", href: "/v1/checks" },
      { text: "API description", href: "/openapi.json" },
    ],
    ...(breadcrumbs.length > 0 && { breadcrumbs }),
    ...(more !== undefined && { footer: [{ text: "Next page", href: more }] }),
  });
}
