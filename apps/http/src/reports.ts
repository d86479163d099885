import { MoothallError, type ReportDocument, tableOf } from "@moothall/core";
import { type ActionOf, fromWords, type Words } from "@moothall/host";
import { renderCsv, renderDocx, renderMarkdown } from "@moothall/render";
import { askInput } from "./ask-input.ts";
import { weakTag } from "./entity-tag.ts";
import { filledIn, lacksInput } from "./input-form.ts";
import type { Methods } from "./methods.ts";
import { chooseFormat, contentType } from "./negotiation.ts";
import { fromHome, replyPage } from "./page.ts";
import { addressWith, queryWords, takeWord } from "./query-words.ts";
import { reply, replyJson } from "./reply.ts";
import type { Exchange } from "./service.ts";

/** `/v1/PLUGIN/reports/REPORT` */
export function report(exchange: Exchange, plugin: string, name: string): Methods | undefined {
  const action = exchange.service.host.find(`${plugin}/reports/${name}`, exchange.caller.clearance);
  if (action?.type !== "report") return undefined;
  return { GET: () => showReport(exchange, action) };
}

async function showReport(exchange: Exchange, action: ActionOf<"report">): Promise<Response> {
  const { context, caller, service } = exchange;
  const [named, rest] = takeWord(queryWords(context), "format");
  const [table, given] = takeWord(rest, "table");
  const format = chooseFormat(
    ["json", "html", "markdown", "docx", "csv"],
    context.req.header("accept"),
    named ?? (table === undefined ? undefined : "csv"),
  );
  // A form sends the fields that were left empty too.
  const words = format === "html" ? filledIn(given) : given;
  if (format === "html" && lacksInput(action, words)) return askInput(exchange, action, words);
  const input = fromWords(action.declaration.input, words);
  const answer = await service.host.invoke(action, {
    caller,
    input,
    signal: context.req.raw.signal,
  });
  if (answer.type !== "document") throw new TypeError(`A report answered a ${answer.type}.`);
  const { document } = answer;
  switch (format) {
    case "json":
      return replyJson(exchange, document);
    case "html":
      return replyPage(exchange, document, links(exchange, words));
    case "markdown":
      return reply(exchange, renderMarkdown(document), { type: contentType("markdown") });
    case "docx": {
      const bytes = await renderDocx(document);
      return reply(exchange, new Uint8Array(bytes), {
        type: contentType("docx"),
        // The file holds the moment at which it was made.
        tag: weakTag(`docx ${JSON.stringify(document)}`),
        headers: {
          "Content-Disposition": `attachment; filename="${action.plugin}-${action.report}.docx"`,
        },
      });
    }
    case "csv": {
      const chosen = chooseTable(document, table);
      return reply(exchange, renderCsv(chosen), {
        type: contentType("csv"),
        headers: {
          "Content-Disposition": `attachment; filename="${action.plugin}-${action.report}-${chosen.id}.csv"`,
        },
      });
    }
  }
}

function links({ context }: Exchange, words: Words) {
  const as = (more: Words) => addressWith(context, { ...words, ...more });
  return {
    breadcrumbs: fromHome,
    json: as({ format: "json" }),
    csv: (table: string) => as({ format: "csv", table }),
    formats: [
      { text: "Word (DOCX)", href: as({ format: "docx" }) },
      { text: "Markdown", href: as({ format: "markdown" }) },
    ],
  };
}

/** @throws MoothallError `core/usage` */
function chooseTable(document: ReportDocument, wanted: string | undefined) {
  const tables = document.blocks.filter((block) => block.type === "table");
  const chosen = wanted === undefined ? tables[0] : tableOf(document, wanted);
  if (chosen !== undefined && (wanted !== undefined || tables.length === 1)) return chosen;
  throw new MoothallError({
    code: "core/usage",
    message:
      wanted === undefined
        ? `This report has ${tables.length} tables; CSV holds one.`
        : `This report has no table '${wanted}'.`,
    hint:
      tables.length === 0
        ? "Choose another format."
        : `Say ?table= with one of: ${tables.map(({ id }) => id).join(", ")}.`,
  });
}
