import type { ActionOf } from "@moothall/host";
import { admit } from "@moothall/host";
import { create as contentDisposition } from "content-disposition";
import { namesTag } from "./entity-tag.ts";
import type { Methods } from "./methods.ts";
import { queryWords, refuseWords, takeWord } from "./query-words.ts";
import { replyJson, standardHeaders } from "./reply.ts";
import { readBytes } from "./request-body.ts";
import type { Exchange } from "./service.ts";
import { replyStream } from "./streaming.ts";

type ResourceAction = ActionOf<"resource">;

/** `/v1/PLUGIN/RESOURCE/ID/files` */
export function filesOfRecord(
  exchange: Exchange,
  plugin: string,
  resource: string,
  id: string,
): Methods | undefined {
  const put = find(exchange, `${plugin}/${resource}/put-file`);
  return put && { POST: () => putFile(exchange, put, id) };
}

/** `/v1/PLUGIN/RESOURCE/ID/files/SHA512` */
export function fileOfRecord(
  exchange: Exchange,
  plugin: string,
  resource: string,
  id: string,
  sha512: string,
): Methods | undefined {
  const get = find(exchange, `${plugin}/${resource}/get-file`);
  return get && { GET: () => getFile(exchange, get, id, sha512) };
}

function find({ service, caller }: Exchange, name: string): ResourceAction | undefined {
  const action = service.host.find(name, caller.clearance);
  return action?.type === "resource" ? action : undefined;
}

/** Takes the bytes as they come, and answers what the record has to say to name them. */
async function putFile(exchange: Exchange, action: ResourceAction, id: string): Promise<Response> {
  const { context, caller, service } = exchange;
  admit(action, caller);
  const words = queryWords(context);
  refuseWords(words, ["name"]);
  const [name = ""] = takeWord(words, "name");
  const type = context.req.header("content-type") ?? "application/octet-stream";
  const { file, arrival } = service.limits;
  const answer = await service.host.invoke(action, {
    caller,
    id,
    file: { name, mediaType: (type.split(";")[0] ?? "").trim().toLowerCase() },
    items: readBytes(exchange, { limit: file, pause: arrival }),
  });
  return replyJson(exchange, answer.type === "value" ? answer.value : null, { status: 201 });
}

/**
 * Always to be saved, never shown in place: what is in a file is not ours, and may not run under our
 * address.
 */
async function getFile(
  exchange: Exchange,
  action: ResourceAction,
  id: string,
  sha512: string,
): Promise<Response> {
  const { context, caller, service } = exchange;
  const words = queryWords(context);
  refuseWords(words, ["as-at"]);
  const [asAt] = takeWord(words, "as-at");
  const answer = await service.host.invoke(action, {
    caller,
    id,
    sha512,
    ...(asAt !== undefined && { query: { asAt } }),
  });
  if (answer.type !== "stored-file") throw new TypeError(`A file answered a ${answer.type}.`);
  const { file, bytes } = answer;
  const tag = `"${file.sha512}"`;
  const held = context.req.header("if-none-match");
  if (held !== undefined && namesTag(held, tag)) {
    return new Response(null, {
      status: 304,
      headers: { ...standardHeaders(exchange), ETag: tag },
    });
  }
  const headers = {
    ETag: tag,
    "Content-Type": file.mediaType,
    "Content-Length": String(bytes.size),
    "Content-Disposition": contentDisposition(file.name),
  };
  if (context.req.method === "HEAD")
    return new Response(null, { headers: { ...standardHeaders(exchange), ...headers } });
  return replyStream(exchange, bytes.read(), headers);
}
