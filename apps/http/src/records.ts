import { type Kind, MoothallError } from "@moothall/core";
import {
  type ActionOf,
  admit,
  type Call,
  labelOf,
  type Reply,
  type ResourceVerb,
} from "@moothall/host";
import { recordTag, versionsOf } from "./entity-tag.ts";
import { historyDocument } from "./history-document.ts";
import type { Methods } from "./methods.ts";
import { chooseFormat, contentType } from "./negotiation.ts";
import { fromHome, noCsv, replyPage } from "./page.ts";
import { addressWith, queryWords, refuseWords, takeWord } from "./query-words.ts";
import { recordDocument } from "./record-document.ts";
import { listRecords } from "./record-list.ts";
import { reply, replyJson, standardHeaders } from "./reply.ts";
import { readJson } from "./request-body.ts";
import type { Exchange } from "./service.ts";

const json = ["application/json"];
const mergePatch = ["application/merge-patch+json"];

/** The action of a verb, where it exists for the caller. */
function verbs({ service, caller }: Exchange, plugin: string, resource: string) {
  return (verb: ResourceVerb): ActionOf<"resource"> | undefined => {
    const action = service.host.find(`${plugin}/${resource}/${verb}`, caller.clearance);
    return action?.type === "resource" ? action : undefined;
  };
}

/** `/v1/PLUGIN/RESOURCE` */
export function collection(
  exchange: Exchange,
  plugin: string,
  resource: string,
): Methods | undefined {
  const find = verbs(exchange, plugin, resource);
  const list = find("list");
  const create = find("create");
  if (list === undefined) return undefined;
  return {
    GET: () => listRecords(exchange, list),
    ...(create && { POST: () => createRecord(exchange, create) }),
  };
}

/** `/v1/PLUGIN/RESOURCE/ID` */
export function member(
  exchange: Exchange,
  plugin: string,
  resource: string,
  id: string,
): Methods | undefined {
  const find = verbs(exchange, plugin, resource);
  const get = find("get");
  const replace = find("replace");
  const create = find("create");
  const patch = find("patch");
  const remove = find("delete");
  if (get === undefined) return undefined;
  return {
    GET: () => getRecord(exchange, get, id),
    ...(replace && create && { PUT: () => putRecord(exchange, replace, create, id) }),
    ...(patch && { PATCH: () => patchRecord(exchange, patch, id) }),
    ...(remove && { DELETE: () => deleteRecord(exchange, remove, id) }),
  };
}

/** `/v1/PLUGIN/RESOURCE/ID/history` */
export function history(
  exchange: Exchange,
  plugin: string,
  resource: string,
  id: string,
): Methods | undefined {
  const action = verbs(exchange, plugin, resource)("history");
  return (
    action && {
      GET: async () => {
        const words = queryWords(exchange.context);
        refuseWords(words, ["format"]);
        const [named] = takeWord(words, "format");
        const accept = exchange.context.req.header("accept");
        const format = chooseFormat(["json", "html"], accept, named);
        const answer = await exchange.service.host.invoke(action, { caller: exchange.caller, id });
        const value = answer.type === "value" ? answer.value : null;
        if (format === "json") return replyJson(exchange, value);
        const address = `/v1/${action.kind}/${id}`;
        return replyPage(exchange, historyDocument(`${labelOf(action.resource)} ${id}`, value), {
          breadcrumbs: [
            ...fromHome,
            { text: labelOf(action.resource), href: `/v1/${action.kind}` },
            { text: id, href: address },
          ],
          json: `${address}/history?format=json`,
          csv: noCsv,
          row: (_, at) => (at === "" ? undefined : `${address}?as-at=${encodeURIComponent(at)}`),
        });
      },
    }
  );
}

async function getRecord(
  exchange: Exchange,
  action: ActionOf<"resource">,
  id: string,
): Promise<Response> {
  const { context, caller, service } = exchange;
  const words = queryWords(context);
  refuseWords(words, ["as-at", "format"]);
  const [asAt] = takeWord(words, "as-at");
  const [named] = takeWord(words, "format");
  const format = chooseFormat(["json", "html"], context.req.header("accept"), named);
  const answer = await service.host.invoke(action, {
    caller,
    id,
    ...(asAt !== undefined && { query: { asAt } }),
  });
  if (answer.type !== "record") throw new TypeError(`A record answered a ${answer.type}.`);
  const { record } = answer;
  if (format === "html") {
    return replyPage(exchange, await recordDocument(exchange, action, record), {
      breadcrumbs: [...fromHome, { text: labelOf(action.resource), href: `/v1/${action.kind}` }],
      json: addressWith(context, { ...words, format: "json" }),
      csv: noCsv,
      row: (table, row) => (table === "reports" ? row : undefined),
      formats: [{ text: "History", href: `/v1/${action.kind}/${id}/history` }],
    });
  }
  return reply(exchange, record.text, {
    type: contentType("json"),
    // A view as at a moment may be narrowed later without a new version.
    ...(asAt === undefined && { tag: recordTag(caller.clearance, record.version) }),
    headers: { "Last-Modified": new Date(record.modified).toUTCString() },
  });
}

async function createRecord(exchange: Exchange, action: ActionOf<"resource">): Promise<Response> {
  admit(action, exchange.caller);
  refuseWords(queryWords(exchange.context));
  return written(
    exchange,
    action.kind,
    await change(exchange, action, { body: await readJson(exchange, json) }),
  );
}

async function putRecord(
  exchange: Exchange,
  replace: ActionOf<"resource">,
  create: ActionOf<"resource">,
  id: string,
): Promise<Response> {
  const { req } = exchange.context;
  admit(replace, exchange.caller);
  refuseWords(queryWords(exchange.context));
  if (req.header("if-none-match")?.trim() !== "*") {
    const versions = requiredVersions(exchange);
    const body = await readJson(exchange, json);
    return written(
      exchange,
      replace.kind,
      await change(exchange, replace, {
        id,
        body,
        ...(await oneOf(exchange, replace, id, versions)),
      }),
    );
  }
  admit(create, exchange.caller);
  const body = await readJson(exchange, json);
  sameId(body, id);
  try {
    return written(exchange, create.kind, await change(exchange, create, { body }));
  } catch (error) {
    if ((error as { code?: unknown }).code !== "core/already-exists") throw error;
    // RFC 9110, 13.1.2: a precondition that does not hold is answered with 412.
    throw new MoothallError({
      code: "core/stale",
      message: `The id '${id}' is taken in ${create.kind}, and If-None-Match: * asks that it be free.`,
      hint: "Choose another id, or replace the record with If-Match.",
    });
  }
}

async function patchRecord(
  exchange: Exchange,
  action: ActionOf<"resource">,
  id: string,
): Promise<Response> {
  admit(action, exchange.caller);
  refuseWords(queryWords(exchange.context));
  const versions = requiredVersions(exchange);
  const body = await readJson(exchange, mergePatch);
  return written(
    exchange,
    action.kind,
    await change(exchange, action, { id, body, ...(await oneOf(exchange, action, id, versions)) }),
  );
}

async function deleteRecord(
  exchange: Exchange,
  action: ActionOf<"resource">,
  id: string,
): Promise<Response> {
  admit(action, exchange.caller);
  const words = queryWords(exchange.context);
  refuseWords(words, ["reason"]);
  const [reason = ""] = takeWord(words, "reason");
  const versions = requiredVersions(exchange);
  return written(
    exchange,
    action.kind,
    await change(exchange, action, {
      id,
      reason,
      ...(await oneOf(exchange, action, id, versions)),
    }),
  );
}

const change = (
  { service, caller }: Exchange,
  action: ActionOf<"resource">,
  call: Omit<Call, "caller">,
): Promise<Reply> => service.host.invoke(action, { ...call, caller });

/** @throws MoothallError `core/version-required` */
function requiredVersions({ context, caller }: Exchange): "any" | readonly number[] {
  const header = context.req.header("if-match");
  if (header !== undefined) return versionsOf(header, caller.clearance);
  throw new MoothallError({
    code: "core/version-required",
    message: "It is not said which version is to be changed, so another's change might be lost.",
    hint: "Read the record and send its ETag as If-Match; to make a new record send If-None-Match: *.",
  });
}

/** The version to hold the record to: of several that are named, the one that it is at. */
async function oneOf(
  { service, caller }: Exchange,
  { kind }: ActionOf<"resource">,
  id: string,
  versions: "any" | readonly number[],
): Promise<{ version?: number }> {
  if (versions === "any") return {};
  const [only = 0, ...others] = versions;
  if (others.length === 0) return { version: only };
  const current = (await (await service.host.store()).get(caller.clearance, kind, id))?.version;
  return { version: current !== undefined && versions.includes(current) ? current : only };
}

function sameId(body: unknown, id: string): void {
  const given = (body as { id?: unknown } | null | undefined)?.id;
  if (given === undefined || given === id) return;
  throw new MoothallError({
    code: "core/bad-input",
    message: `The record says its id is '${String(given)}', the address says '${id}'.`,
    hint: "Make them the same.",
    at: { pointer: "/id" },
  });
}

/** The answer to a write: the record as the caller now sees it, and where it lies. */
function written(exchange: Exchange, kind: Kind, answer: Reply): Response {
  if (answer.type !== "record")
    return new Response(null, { status: 204, headers: standardHeaders(exchange) });
  const { record, outcome } = answer;
  const isNew = outcome === "created";
  return reply(exchange, record.text, {
    type: contentType("json"),
    status: isNew ? 201 : 200,
    tag: recordTag(exchange.caller.clearance, record.version),
    headers: {
      "Last-Modified": new Date(record.modified).toUTCString(),
      ...(isNew && { Location: `/v1/${kind}/${record.id}` }),
    },
  });
}
