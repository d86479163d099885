import { anonymous, type Host, KeptFindings, noSuchAction } from "@moothall/host";
import { Hono } from "hono";
import { cors } from "hono/cors";
import { callerOf } from "./authentication.ts";
import { contents } from "./contents.ts";
import { description } from "./description.ts";
import { errorPage } from "./error-page.ts";
import { exportFile } from "./exports.ts";
import { feed } from "./feeds.ts";
import { fileOfRecord, filesOfRecord } from "./files.ts";
import { findings } from "./findings.ts";
import { health } from "./health.ts";
import { home } from "./home.ts";
import { KeptPages } from "./kept-pages.ts";
import { answerByMethod, type Methods } from "./methods.ts";
import { operation } from "./operations.ts";
import { problem } from "./problem.ts";
import { collection, history, member } from "./records.ts";
import { report } from "./reports.ts";
import { exposedHeaders, headersFor } from "./response-headers.ts";
import { search } from "./search.ts";
import { type AppOptions, type Exchange, type Service, standardLimits } from "./service.ts";
import { trace } from "./trace.ts";

/** What an address stands for, for this caller; undefined where there is nothing. */
type Resolve = (exchange: Exchange, parameter: (name: string) => string) => Methods | undefined;

/**
 * The web application over a host: it turns addresses into actions and answers into responses, and
 * does nothing else. The routes read as a table of contents.
 */
export function createApp(host: Host, options: AppOptions = {}): Hono {
  const service: Service = {
    host,
    title: options.title ?? "Moothall",
    address: options.address,
    limits: { ...standardLimits, ...options.limits },
    log: options.log ?? ((line) => process.stderr.write(`${line}\n`)),
    pages: new KeptPages(),
    findings: new KeptFindings(host),
  };
  const app = new Hono();
  app.options("*", (context, next) =>
    context.req.header("access-control-request-method") === undefined
      ? next()
      : preflight(context, next),
  );
  const at = (path: string, resolve: Resolve) =>
    app.all(path, async (context) => {
      const authorization = context.req.header("authorization");
      const caller = authorization === undefined ? anonymous : await callerOf(host, authorization);
      const exchange = { service, context, caller };
      const methods = resolve(exchange, (name) => context.req.param(name) ?? "");
      if (methods === undefined) throw noSuchAction(context.req.path);
      return answerByMethod(exchange, methods);
    });

  at("/", home);
  at("/v1", contents);
  at("/openapi.json", description(service));
  at("/health", health);
  at("/favicon.ico", noIcon);
  at("/errors/:owner/:name", (exchange, of) => errorPage(exchange, `${of("owner")}/${of("name")}`));
  at("/v1/checks", findings);
  at("/v1/search", search);
  at("/v1/trace", trace);
  at("/v1/:plugin/reports/:report", (exchange, of) => report(exchange, of("plugin"), of("report")));
  at("/v1/:plugin/exports/:export", (exchange, of) =>
    exportFile(exchange, of("plugin"), of("export")),
  );
  at(
    "/v1/:plugin/:name",
    (exchange, of) =>
      collection(exchange, of("plugin"), of("name")) ??
      operation(exchange, of("plugin"), of("name")),
  );
  at("/v1/:plugin/:resource/:id", (exchange, of) =>
    member(exchange, of("plugin"), of("resource"), of("id")),
  );
  at("/v1/:plugin/:resource/:id/history", (exchange, of) =>
    history(exchange, of("plugin"), of("resource"), of("id")),
  );
  at("/v1/:plugin/:resource/:id/files", (exchange, of) =>
    filesOfRecord(exchange, of("plugin"), of("resource"), of("id")),
  );
  at("/v1/:plugin/:resource/:id/files/:sha512", (exchange, of) =>
    fileOfRecord(exchange, of("plugin"), of("resource"), of("id"), of("sha512")),
  );
  for (const each of host.registry.feeds) {
    at(`/${each.prefix}`, (exchange) => feed(exchange, each, ""));
    at(`/${each.prefix}/:path{.*}`, (exchange, of) =>
      feed(exchange, each, of("path").replace(/\/$/, "")),
    );
  }
  app.notFound((context) => problem(service, context, noSuchAction(context.req.path)));
  app.onError((error, context) => problem(service, context, error));
  return app;
}

/** Browsers ask for it whatever the page says. */
const noIcon: Resolve = () => ({
  GET: () =>
    new Response(null, {
      status: 204,
      headers: { ...headersFor.publicRead, "Cache-Control": "public, max-age=86400" },
    }),
});

/** Pages of others may read what is public. They cannot send a token: no header for it is allowed. */
const preflight = cors({
  origin: "*",
  allowMethods: ["GET", "HEAD", "POST"],
  allowHeaders: ["Accept", "Content-Type", "If-None-Match"],
  exposeHeaders: exposedHeaders,
  maxAge: 7200,
});
