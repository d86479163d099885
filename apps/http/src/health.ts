import { asMoothallError } from "@moothall/host";
import type { Methods } from "./methods.ts";
import { queryWords, refuseWords } from "./query-words.ts";
import { replyJson } from "./reply.ts";
import type { Exchange } from "./service.ts";

/** `/health`: whether records can be read, and which plugins were set aside; 503 when they cannot. */
export const health = (exchange: Exchange): Methods => ({ GET: () => showHealth(exchange) });

async function showHealth(exchange: Exchange): Promise<Response> {
  refuseWords(queryWords(exchange.context));
  const { registry } = exchange.service.host;
  const records = await recordsFault(exchange);
  const faults = registry.faults.map(({ name, from, error }) => ({
    // Where it was to come from may be a folder of this machine.
    name: name ?? (/^[./]|^[a-z]:/i.test(from) ? null : from),
    code: error.code,
  }));
  const status = records !== undefined ? "down" : faults.length > 0 ? "degraded" : "up";
  return replyJson(
    exchange,
    {
      status,
      records: records ?? "readable",
      plugins: registry.plugins.map(({ name }) => name),
      faults,
    },
    records === undefined
      ? {}
      : { status: 503, headers: { "Retry-After": "5", "Cache-Control": "no-store" } },
  );
}

/** The code of what keeps records from being read; undefined when they can be. */
async function recordsFault({ service }: Exchange): Promise<string | undefined> {
  const [model] = service.host.registry.models;
  try {
    const store = await service.host.store();
    if (model !== undefined) await store.list("public", model.kind, { limit: 1 });
    return undefined;
  } catch (error) {
    return asMoothallError(error).code;
  }
}
