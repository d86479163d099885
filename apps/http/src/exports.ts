import { type ActionOf, fromWords } from "@moothall/host";
import { askInput } from "./ask-input.ts";
import { filledIn, lacksInput } from "./input-form.ts";
import type { Methods } from "./methods.ts";
import { wantsPage } from "./negotiation.ts";
import { queryWords } from "./query-words.ts";
import { reply } from "./reply.ts";
import type { Exchange } from "./service.ts";
import { replyStream } from "./streaming.ts";

/** `/v1/PLUGIN/exports/EXPORT` */
export function exportFile(exchange: Exchange, plugin: string, name: string): Methods | undefined {
  const action = exchange.service.host.find(`${plugin}/exports/${name}`, exchange.caller.clearance);
  if (action?.type !== "export") return undefined;
  return { GET: () => sendFile(exchange, action) };
}

async function sendFile(exchange: Exchange, action: ActionOf<"export">): Promise<Response> {
  const { context, caller, service } = exchange;
  const isReader = wantsPage(context);
  const given = queryWords(context);
  // A form sends the fields that were left empty too.
  const words = isReader ? filledIn(given) : given;
  if (isReader && lacksInput(action, words)) return askInput(exchange, action, words);
  const input = fromWords(action.declaration.input, words);
  const answer = await service.host.invoke(action, {
    caller,
    input,
    signal: context.req.raw.signal,
  });
  if (answer.type !== "file") throw new TypeError(`An export answered a ${answer.type}.`);
  const disposition = `attachment; filename="${action.plugin}-${action.export}.${answer.extension}"`;
  if (typeof answer.body === "string") {
    return reply(exchange, answer.body, {
      type: answer.mediaType,
      headers: { "Content-Disposition": disposition },
    });
  }
  return replyStream(exchange, answer.body instanceof Uint8Array ? one(answer.body) : answer.body, {
    "Content-Type": answer.mediaType,
    "Content-Disposition": disposition,
  });
}

async function* one(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
