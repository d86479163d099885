import { type Reference, referenceTo } from "@moothall/core";
import type { SeenItem } from "../resources/agenda-item.ts";
import type { SeenMinutes } from "../resources/minutes.ts";
import type { Withholding } from "../resources/publishing.ts";
import { groundMissing } from "./publish.ts";

/** The items from which the public is shut out, by reference, with the reason of each. */
export type ShutItems = ReadonlyMap<string, Withholding>;

/**
 * The items that are withheld, and those below them. What is written under one after it was withheld
 * is withheld with it when it is published, as what was there before was at once.
 * @throws MoothallError `meetings/ground-missing` for an item in closed session without a ground
 */
export function shutItems(items: readonly SeenItem[]): ShutItems {
  const shut = new Map<string, Withholding>();
  for (const item of items) {
    if (item.withheld !== undefined) shut.set(own(item), item.withheld);
    else if (item.session === "closed") throw groundMissing("item", item.number ?? item.id);
  }
  // An item may stand below one that stands below another.
  for (let size = -1; size < shut.size; ) {
    size = shut.size;
    for (const item of items) {
      const above = item.parent === undefined ? undefined : shut.get(item.parent);
      if (above !== undefined && !shut.has(own(item))) shut.set(own(item), above);
    }
  }
  return shut;
}

const own = ({ id }: { readonly id: string }): Reference => referenceTo("meetings/agenda-item", id);

/** What came of an item, as it may be published: withheld as the item is, unless it is for a reason of its own. */
export function withheldAs<Outcome extends { readonly withheld?: Withholding | undefined }>(
  outcome: Outcome,
  item: string | undefined,
  shut: ShutItems,
): Outcome {
  const withheld = item === undefined ? undefined : shut.get(item);
  return withheld === undefined || outcome.withheld !== undefined
    ? outcome
    : { ...outcome, withheld, ...("session" in outcome && { session: "closed" }) };
}

/** Minutes of which those of shut items are of closed session. */
export const shutMinutes = (minutes: SeenMinutes, shut: ShutItems): SeenMinutes => ({
  ...minutes,
  minutes: minutes.minutes.map((each) => {
    const withheld = each.item === undefined ? undefined : shut.get(each.item);
    return withheld === undefined || each.ground !== undefined
      ? each
      : { ...each, session: "closed" as const, ground: withheld.ground };
  }),
});
