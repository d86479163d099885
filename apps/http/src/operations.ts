import type { ItemFormat } from "@moothall/core/plugin";
import { type ActionOf, admit, fromWords, isAddressable } from "@moothall/host";
import type { Methods } from "./methods.ts";
import { queryWords } from "./query-words.ts";
import { replyJson } from "./reply.ts";
import { checkMediaType, readBytes, readJson } from "./request-body.ts";
import type { Exchange } from "./service.ts";
import { replyStream } from "./streaming.ts";

const jsonLines = [
  "application/x-ndjson",
  "application/jsonl",
  "application/json-lines",
  "application/octet-stream",
  "text/plain",
];

/** `/v1/PLUGIN/OPERATION` */
export function operation(exchange: Exchange, plugin: string, name: string): Methods | undefined {
  const action = exchange.service.host.find(`${plugin}/${name}`, exchange.caller.clearance);
  if (action?.type !== "operation") return undefined;
  return {
    ...(isAddressable(action.declaration) && { GET: () => runOperation(exchange, action, false) }),
    POST: () => runOperation(exchange, action, true),
  };
}

async function runOperation(
  exchange: Exchange,
  action: ActionOf<"operation">,
  hasBody: boolean,
): Promise<Response> {
  const { context, caller, service } = exchange;
  admit(action, caller);
  const { input, reads } = action.declaration;
  const words = queryWords(context);
  const call = { caller, signal: context.req.raw.signal };
  const answer = await service.host.invoke(
    action,
    reads === undefined
      ? {
          ...call,
          input: fromWords(
            input,
            words,
            hasBody ? await readJson(exchange, ["application/json"]) : undefined,
          ),
        }
      : { ...call, input: fromWords(input, words), items: readFile(exchange, reads) },
  );
  if (answer.type === "value") return replyJson(exchange, answer.value);
  if (answer.type !== "items") throw new TypeError(`An operation answered a ${answer.type}.`);
  return answer.as === "json-lines"
    ? replyStream(exchange, lines(answer.items), { "Content-Type": "application/x-ndjson" })
    : replyStream(exchange, object(answer.as.under, answer.items), {
        "Content-Type": "application/json",
      });
}

function readFile(exchange: Exchange, format: ItemFormat): AsyncIterable<Uint8Array> {
  const type = exchange.context.req.header("content-type");
  if (format === "json-lines" && type !== undefined) checkMediaType(type, jsonLines);
  const { file, arrival } = exchange.service.limits;
  return readBytes(exchange, { limit: file, pause: arrival });
}

async function* lines(items: AsyncIterable<unknown>): AsyncIterable<string> {
  for await (const item of items) yield `${JSON.stringify(item) ?? "null"}\n`;
}

async function* object(name: string, items: AsyncIterable<unknown>): AsyncIterable<string> {
  let before = `{${JSON.stringify(name)}:[`;
  for await (const item of items) {
    yield `${before}${JSON.stringify(item) ?? "null"}`;
    before = ",";
  }
  yield before === "," ? "]}" : `${before}]}`;
}
