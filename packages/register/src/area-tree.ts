import { parseReference } from "@moothall/core";
import type { Area } from "./area.ts";
import { inForce } from "./validity.ts";

/** An area with those that are part of it. */
export interface AreaNode {
  readonly area: Area;
  readonly parts: readonly AreaNode[];
}

/**
 * The areas that hold on the day, each under the area of which it is part, by name. An area whose
 * parent is not recorded, does not hold that day or leads back to itself stands at the top.
 */
export function areaTree(areas: readonly Area[], date: string): readonly AreaNode[] {
  const held = areas.filter((each) => inForce(each, date));
  const byId = new Map(held.map((each) => [each.id, each]));
  const parts = new Map<string | undefined, Area[]>();
  for (const each of held) {
    const parent = parentOf(each, byId);
    const under = parent === undefined || leadsBack(each, byId) ? undefined : parent.id;
    parts.set(under, [...(parts.get(under) ?? []), each]);
  }
  const nodesUnder = (id: string | undefined): readonly AreaNode[] =>
    (parts.get(id) ?? [])
      .toSorted(
        (left, right) => compareText(left.name, right.name) || compareText(left.id, right.id),
      )
      .map((each) => ({ area: each, parts: nodesUnder(each.id) }));
  return nodesUnder(undefined);
}

/** The areas of which this one is part on the day, the nearest first. */
export function areasAbove(areas: readonly Area[], id: string, date: string): readonly Area[] {
  const byId = new Map(
    areas.filter((each) => inForce(each, date)).map((each) => [each.id, each] as const),
  );
  const above: Area[] = [];
  const seen = new Set([id]);
  for (
    let each = parentOf(byId.get(id), byId);
    each !== undefined && !seen.has(each.id);
    each = parentOf(each, byId)
  ) {
    seen.add(each.id);
    above.push(each);
  }
  return above;
}

const parentOf = (area: Area | undefined, byId: ReadonlyMap<string, Area>): Area | undefined =>
  area?.parent === undefined ? undefined : byId.get(parseReference(area.parent).id);

/** Whether the way up from an area comes back to the area itself. */
function leadsBack(area: Area, byId: ReadonlyMap<string, Area>): boolean {
  const seen = new Set<string>();
  for (
    let each = parentOf(area, byId);
    each !== undefined && !seen.has(each.id);
    each = parentOf(each, byId)
  ) {
    if (each.id === area.id) return true;
    seen.add(each.id);
  }
  return false;
}

const compareText = (left: string, right: string): number =>
  left < right ? -1 : left > right ? 1 : 0;
