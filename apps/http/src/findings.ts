import { assertPlugin, findingsDocument } from "@moothall/host";
import type { Methods } from "./methods.ts";
import { chooseFormat } from "./negotiation.ts";
import { fromHome, replyPage } from "./page.ts";
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
  const found = await service.findings.find(caller, plugin);
  if (format === "json") return replyJson(exchange, { findings: found });
  return replyPage(exchange, findingsDocument(found), {
    breadcrumbs: fromHome,
    json: addressWith(context, { ...words, format: "json" }),
  });
}
