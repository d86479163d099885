import type { PublicationClass } from "@moothall/core";
import type { Methods } from "./methods.ts";
import { queryWords, refuseWords } from "./query-words.ts";
import { reply } from "./reply.ts";
import type { Exchange, Service } from "./service.ts";

/** `/openapi.json`: what there is for the caller, made when it is first asked for. */
export function description(service: Service): (exchange: Exchange) => Methods {
  const texts = new Map<PublicationClass, Promise<string>>();
  const textFor = (clearance: PublicationClass): Promise<string> => {
    const made = texts.get(clearance) ?? describe(service, clearance);
    texts.set(clearance, made);
    made.catch(() => texts.delete(clearance));
    return made;
  };
  return (exchange) => ({
    GET: async () => {
      refuseWords(queryWords(exchange.context));
      return reply(exchange, await textFor(exchange.caller.clearance), {
        type: "application/json",
      });
    },
  });
}

async function describe({ host, title }: Service, clearance: PublicationClass): Promise<string> {
  const { openApiDocument } = await import("@moothall/host/openapi");
  return JSON.stringify(openApiDocument(host.registry, { clearance, title }));
}
