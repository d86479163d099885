import { formatPeriod, type ReportDocumentInput } from "@moothall/core";
import type { Activity } from "../resources/activity.ts";
import type { ActivityLog } from "../resources/activity-log.ts";
import type { Place } from "../resources/place.ts";
import { countCell, figureCell, textCell } from "./cells.ts";
import { type TilePlace, tileLayout } from "./tile-layout.ts";

export interface LogRecords {
  /** The activities that were held and stand in the log. */
  readonly activities: readonly Activity[];
  readonly places: readonly Place[];
  /** Names of areas by reference. */
  readonly names: ReadonlyMap<string, string>;
  /** Where areas stand in a map, by name. */
  readonly tiles: ReadonlyMap<string, TilePlace>;
}

/** The areas of an activity, each once: those that it names, and those in which its places lie. */
export function areasIn(register: readonly Place[]): (activity: Activity) => readonly string[] {
  const authorityOf = new Map(
    register.map(({ id, authority }) => [`engagement/place/${id}`, authority]),
  );
  return ({ areas = [], places = [] }) => [
    ...new Set([...areas, ...places.flatMap((place) => authorityOf.get(place) ?? [])]),
  ];
}

/** A log of activities as a document: how many in each area, on a map; by kind; and each of them. */
export function logReport(log: ActivityLog, records: LogRecords): ReportDocumentInput {
  const { activities, places, names, tiles } = records;
  const areasOf = areasIn(places);
  const nameOf = (area: string) => names.get(area) ?? area;
  const counts = new Map((log.inEach?.areas ?? []).map((area) => [nameOf(area), 0]));
  for (const activity of activities)
    for (const area of areasOf(activity).map(nameOf)) counts.set(area, (counts.get(area) ?? 0) + 1);
  const areas = [...counts].sort(([left], [right]) => (left < right ? -1 : 1));
  const layout = tileLayout(
    areas.map(([name]) => name),
    tiles,
  );
  const most = areas.toSorted(([, left], [, right]) => right - left);
  const [first, last] = [most[0], most.at(-1)];
  const finding =
    first === undefined || last === undefined
      ? "No activity of it names an area."
      : first === last
        ? `All that name an area are in ${first[0]} (${first[1]}).`
        : `Most are in ${first[0]} (${first[1]}), fewest in ${last[0]} (${last[1]}).`;
  return {
    title: log.title,
    summary: `${activities.length} activities, ${formatPeriod(log.period)}. ${finding}`,
    blocks: [
      {
        type: "table",
        id: "areas",
        caption: "Activities by area",
        columns: [
          { id: "area", heading: "Area", headsRow: true },
          { id: "activities", heading: "Activities", type: "number" },
          { id: "map-row", heading: "Row of the map", type: "number" },
          { id: "map-column", heading: "Column of the map", type: "number" },
        ],
        rows: areas.map(([name, count]) => ({
          cells: [
            textCell(name),
            countCell(count),
            figureCell(layout.places.get(name)?.row, 0),
            figureCell(layout.places.get(name)?.column, 0),
          ],
        })),
        notes: ["An activity in several areas counts in each of them."],
      },
      {
        type: "chart",
        id: "map",
        kind: "tile-map",
        table: "areas",
        category: "area",
        values: ["activities"],
        tiles: { row: "map-row", column: "map-column" },
        title: "Activities by area",
        finding: `${finding}${layout.byName ? " The tiles stand in the order of names, not where the areas lie." : ""}`,
      },
      {
        type: "table",
        id: "kinds",
        caption: "Activities by kind",
        columns: [
          { id: "kind", heading: "Kind", headsRow: true },
          { id: "activities", heading: "Activities", type: "number" },
        ],
        rows: [...new Set(activities.map(({ kind }) => kind))].sort().map((kind) => ({
          cells: [
            textCell(kind),
            countCell(activities.filter((each) => each.kind === kind).length),
          ],
        })),
      },
      {
        type: "table",
        id: "activities",
        caption: "Each activity",
        columns: [
          { id: "title", heading: "Activity", headsRow: true },
          { id: "kind", heading: "Kind" },
          { id: "date", heading: "When" },
          { id: "areas", heading: "Areas" },
          { id: "subjects", heading: "Subjects" },
        ],
        rows: activities.map((each) => ({
          id: each.id,
          cells: [
            { text: each.title, reference: `engagement/activity/${each.id}` },
            textCell(each.kind),
            { text: formatPeriod(each.date), value: each.date },
            textCell(areasOf(each).map(nameOf).join("; ") || null),
            textCell(each.subjects?.join("; ")),
          ],
        })),
      },
    ],
  };
}
