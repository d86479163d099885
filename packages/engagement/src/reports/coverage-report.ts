import { formatDate, type ReportDocumentInput } from "@moothall/core";
import { coverage } from "../coverage/coverage.ts";
import type { Coverage, CoverageInput } from "../coverage/coverage-input.ts";
import type { Tour } from "../resources/tour.ts";
import { countCell, figureCell, shareCell, textCell } from "./cells.ts";
import { type TilePlace, tileLayout } from "./tile-layout.ts";

/**
 * The tour as a document: whether it is on track, a map of the authorities with the table that it
 * draws, and the places that nobody has visited.
 *
 * @param tiles Where each authority stands in the map, by name. Unless all have a place of their
 * own, they stand in the order of their names, and the map says so.
 */
export function coverageReport(
  tour: Tour,
  question: CoverageInput,
  tiles: ReadonlyMap<string, TilePlace> = new Map(),
): ReportDocumentInput {
  const found = coverage(question);
  const layout = tileLayout(
    found.authorities.flatMap(({ authority }) => (authority === null ? [] : [authority])),
    tiles,
  );
  const { progress, visited, places } = found;
  const isRecorded = question.visits.length > 0;
  return {
    title: tour.title,
    summary: !isRecorded
      ? notRecorded
      : (progress?.words ?? `${visited} of ${places} places visited.`),
    blocks: [
      ...cautions(tour, found, isRecorded),
      { type: "facts", id: "facts", items: isRecorded ? factsOf(found) : registerFacts(found) },
      authorities(found, layout.places, isRecorded),
      {
        type: "chart",
        id: "map",
        kind: "tile-map",
        table: "authorities",
        category: "authority",
        values: ["share"],
        tiles: { row: "map-row", column: "map-column" },
        title: "Places visited, per cent of each authority's",
        finding: !isRecorded
          ? notRecorded
          : `${visited} of ${places} places have been visited${found.equity?.lowest ? `; the fewest people are reached in ${found.equity.lowest}` : ""}.${layout.byName ? " The tiles stand in the order of names, not where the authorities lie." : ""}`,
      },
      ...(isRecorded ? neverVisited(found) : []),
    ],
  };
}

const notRecorded = "No visit of this tour is recorded, so which places were visited is not known.";

/** What the figures do not say: of visits that are not recorded, and of places not in the register. */
function cautions(
  tour: Tour,
  { places }: Coverage,
  isRecorded: boolean,
): ReportDocumentInput["blocks"] {
  const texts = [
    ["no-visits", isRecorded ? undefined : notRecorded],
    [
      "few-places",
      places < tour.places
        ? `The register holds ${places} of the ${tour.places} places; shares are of those.`
        : undefined,
    ],
  ] as const;
  return texts.flatMap(([id, text]) =>
    text === undefined ? [] : [{ type: "notice", id, severity: "warning", text }],
  );
}

const registerFacts = ({ asAt, places }: Coverage) => [
  { term: "As at", text: formatDate(asAt), value: asAt },
  { term: "Places", ...countCell(places) },
];

function factsOf(found: Coverage) {
  const { visits, longestGap, longestAgo, undecided, withoutPopulation } = found;
  const leftOut = visits.notHeld + visits.notInPerson + visits.notOpen + visits.notKnown;
  return [
    { term: "As at", text: formatDate(found.asAt), value: found.asAt },
    { term: "Places", ...countCell(found.places) },
    { term: "Visited", ...countCell(found.visited) },
    { term: "Per cent of places", ...shareCell(found.share) },
    ...(found.populationShare === null
      ? []
      : [{ term: "Per cent of people in them", ...shareCell(found.populationShare) }]),
    ...(withoutPopulation === 0
      ? []
      : [{ term: "Places whose population is not known", ...countCell(withoutPopulation) }]),
    { term: "Visits that count", ...countCell(visits.qualifying) },
    {
      term: "Visits that do not: not held, not in person, not open to the public, or not known to be",
      ...countCell(leftOut),
    },
    ...(longestGap === null
      ? []
      : [
          {
            term: "Longest time without a visit",
            text: `${longestGap.days} days, ${formatDate(longestGap.from)} to ${formatDate(longestGap.to)}`,
            value: String(longestGap.days),
          },
        ]),
    ...(longestAgo === null
      ? []
      : [
          {
            term: "Visited longest ago",
            text: `${longestAgo.name}, ${formatDate(longestAgo.date)}`,
          },
        ]),
    ...(undecided.length === 0
      ? []
      : [
          {
            term: "Parts of a place visited before it was divided",
            text: undecided.map(({ name }) => name).join(", "),
          },
        ]),
  ];
}

function authorities(
  found: Coverage,
  places: ReadonlyMap<string, TilePlace>,
  isRecorded: boolean,
): ReportDocumentInput["blocks"][number] {
  const known = (figure: number | null) => (isRecorded ? figure : null);
  const placeCells = (name: string | null) => {
    const place = name === null ? undefined : places.get(name);
    return [figureCell(place?.row, 0), figureCell(place?.column, 0)];
  };
  return {
    type: "table",
    id: "authorities",
    caption: "Coverage by local authority",
    columns: [
      { id: "authority", heading: "Local authority", headsRow: true },
      { id: "places", heading: "Places", type: "number" },
      { id: "visited", heading: "Visited", type: "number" },
      { id: "share", heading: "Visited", type: "number", unit: "% of places" },
      { id: "people", heading: "People in places visited", type: "number", unit: "% of people" },
      { id: "map-row", heading: "Row of the map", type: "number" },
      { id: "map-column", heading: "Column of the map", type: "number" },
    ],
    rows: [
      ...found.authorities.map((each) => ({
        cells: [
          textCell(each.authority ?? "Not known"),
          countCell(each.places),
          countCell(known(each.visited)),
          shareCell(known(each.share)),
          shareCell(known(each.populationShare)),
          ...placeCells(each.authority),
        ],
      })),
      {
        total: true,
        cells: [
          textCell("All"),
          countCell(found.places),
          countCell(known(found.visited)),
          shareCell(known(found.share)),
          shareCell(known(found.populationShare)),
          ...placeCells(null),
        ],
      },
    ],
  };
}

function neverVisited({ neverVisited: places }: Coverage): ReportDocumentInput["blocks"] {
  if (places.length === 0)
    return [{ type: "notice", id: "all-visited", text: "Every place has been visited." }];
  return [
    {
      type: "table",
      id: "never-visited",
      caption: "Places not visited yet",
      columns: [
        { id: "place", heading: "Place", headsRow: true },
        { id: "authority", heading: "Local authority" },
      ],
      rows: places.map(({ code, name, authority }) => ({
        id: code,
        cells: [textCell(name), textCell(authority)],
      })),
    },
  ];
}
