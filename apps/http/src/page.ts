import type { ReportDocument } from "@moothall/core";
import { type HtmlOptions, type PageLink, renderHtml } from "@moothall/render";
import { contentType } from "./negotiation.ts";
import { reply } from "./reply.ts";
import type { Exchange } from "./service.ts";

export interface PageOptions extends Pick<HtmlOptions, "json" | "csv" | "formats" | "row"> {
  readonly breadcrumbs: readonly PageLink[];
  readonly headers?: Readonly<Record<string, string>>;
  /** The address of the page that follows. */
  readonly more?: string | undefined;
}

/** A document as an HTML page of this site. */
export function replyPage(
  exchange: Exchange,
  document: ReportDocument,
  options: PageOptions,
): Response {
  const { headers, more, breadcrumbs, ...html } = options;
  const text = renderHtml(document, {
    ...html,
    base: "/v1",
    site: { text: exchange.service.title, href: "/" },
    navigation: [
      { text: "Checks", href: "/v1/checks" },
      { text: "API description", href: "/openapi.json" },
    ],
    ...(breadcrumbs.length > 0 && { breadcrumbs }),
    ...(more !== undefined && { footer: [{ text: "Next page", href: more }] }),
  });
  return reply(exchange, text, { type: contentType("html"), ...(headers && { headers }) });
}
