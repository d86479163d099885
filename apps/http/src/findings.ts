import { completeDocument, type Finding, isReference, type ReportDocument } from "@moothall/core";
import { assertPlugin, runChecks } from "@moothall/host";
import type { Methods } from "./methods.ts";
import { chooseFormat } from "./negotiation.ts";
import { replyPage } from "./page.ts";
import { addressWith, queryWords, refuseWords, takeWord } from "./query-words.ts";
import { replyJson } from "./reply.ts";
import type { Exchange } from "./service.ts";

/** `/v1/checks?plugin=NAME`: what the checks find in what the caller may see. */
export const findings = (exchange: Exchange): Methods => ({ GET: () => showFindings(exchange) });

async function showFindings(exchange: Exchange): Promise<Response> {
  const { context, caller, service } = exchange;
  const words = queryWords(context);
  refuseWords(words, ["plugin", "format"]);
  const [plugin] = takeWord(words, "plugin");
  const [named] = takeWord(words, "format");
  const format = chooseFormat(["json", "html"], context.req.header("accept"), named);
  if (plugin !== undefined) assertPlugin(service.host, plugin);
  const found = await runChecks(service.host, {
    caller,
    signal: context.req.raw.signal,
    ...(plugin !== undefined && { plugin }),
  });
  if (format === "json") return replyJson(exchange, { findings: found });
  return replyPage(exchange, findingsPage(found), {
    breadcrumbs: [{ text: "All records and reports", href: "/" }],
    json: addressWith(context, { ...words, format: "json" }),
  });
}

function findingsPage(found: readonly Finding[]): ReportDocument {
  return completeDocument({
    title: "What the checks found",
    summary: "Figures, dates and references that contradict each other or a rule.",
    blocks: [
      {
        type: "table",
        id: "findings",
        caption: `Findings (${found.length})`,
        columns: [
          { id: "severity", heading: "Severity", headsRow: true },
          { id: "about", heading: "About" },
          { id: "message", heading: "What was found" },
          { id: "fix", heading: "What to do" },
          { id: "rule", heading: "Rule" },
        ],
        rows: found.map(({ severity, about, message, fix = "", rule }) => ({
          cells: [
            { text: severity },
            isReference(about) ? { text: about, reference: about } : { text: about },
            { text: message },
            { text: fix },
            { text: rule },
          ],
        })),
      },
    ],
  });
}
