import { type Kind, parseReference, type Reference } from "@moothall/core";
import { titleOfRecord } from "@moothall/host";
import type { Exchange } from "./service.ts";

/** So many records of a kind are looked up at once, which is what a page of a list holds. */
const most = 1000;

/**
 * What the records call themselves that are there for the caller, by their references: one look-up for
 * each kind. A record that the caller may not see is left out as one that does not exist; one without
 * a title goes by its id.
 */
export async function titlesOf(
  { service, caller }: Exchange,
  references: Iterable<Reference>,
): Promise<ReadonlyMap<Reference, string>> {
  const byKind = new Map<Kind, string[]>();
  for (const reference of new Set(references)) {
    const { kind, id } = parseReference(reference);
    if (!service.host.registry.resources.has(kind)) continue;
    byKind.set(kind, [...(byKind.get(kind) ?? []), id]);
  }
  const titles = new Map<Reference, string>();
  for (const [kind, ids] of byKind) {
    const list = service.host.find(`${kind}/list`, caller.clearance);
    if (list === undefined) continue;
    for (let start = 0; start < ids.length; start += most) {
      const value = ids.slice(start, start + most);
      const answer = await service.host.invoke(list, {
        caller,
        query: { where: [{ field: "id", is: "one-of", value }], limit: most },
      });
      if (answer.type !== "page") throw new TypeError(`A list answered a ${answer.type}.`);
      for (const { id, text } of answer.page.items)
        titles.set(`${kind}/${id}` as Reference, titleOfRecord(JSON.parse(text)) ?? id);
    }
  }
  return titles;
}
