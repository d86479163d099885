import { MoothallError } from "@moothall/core";
import { traceDocument, traceRecord } from "@moothall/host";
import type { Methods } from "./methods.ts";
import { chooseFormat } from "./negotiation.ts";
import { fromHome, replyPage } from "./page.ts";
import { addressWith, queryWords, refuseWords, takeWord } from "./query-words.ts";
import { replyJson } from "./reply.ts";
import type { Exchange } from "./service.ts";

/** `/v1/trace?record=PLUGIN/RESOURCE/ID&depth=`: the chains from a record, over what the caller may see. */
export const trace = (exchange: Exchange): Methods => ({ GET: () => showTrace(exchange) });

async function showTrace(exchange: Exchange): Promise<Response> {
  const { context, caller, service } = exchange;
  const words = queryWords(context);
  refuseWords(words, ["record", "depth", "format"]);
  const [reference] = takeWord(words, "record");
  const [depth] = takeWord(words, "depth");
  const [named] = takeWord(words, "format");
  const format = chooseFormat(["json", "html"], context.req.header("accept"), named);
  if (reference === undefined) {
    throw new MoothallError({
      code: "core/usage",
      message: "There is no record to start from.",
      hint: "Say ?record=plugin/resource/id.",
    });
  }
  const found = await traceRecord(service.host, reference, {
    caller,
    ...(depth !== undefined && { depth: Number(depth) }),
  });
  if (format === "json") return replyJson(exchange, found);
  return replyPage(exchange, traceDocument(found), {
    breadcrumbs: fromHome,
    json: addressWith(context, { ...words, format: "json" }),
  });
}
