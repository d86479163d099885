import { formatDate, type ReportDocumentInput } from "@moothall/core";
import { coverage } from "../coverage/coverage.ts";
import type { Coverage, CoverageInput } from "../coverage/coverage-input.ts";
import type { Tour } from "../resources/tour.ts";
import { countCell, shareCell, textCell } from "./cells.ts";

/**
 * The tour as a document: whether it is on track, the table of authorities that a map draws, and
 * the places that nobody has visited.
 */
export function coverageReport(tour: Tour, question: CoverageInput): ReportDocumentInput {
  const found = coverage(question);
  return {
    title: tour.title,
    summary: found.progress?.words ?? `${found.visited} of ${found.places} places visited.`,
    blocks: [
      { type: "facts", id: "facts", items: factsOf(found) },
      authorities(found),
      {
        type: "chart",
        id: "chart",
        kind: "bar",
        table: "authorities",
        category: "authority",
        values: ["share"],
        title: "Places visited, per cent of each authority's",
        finding: `${found.visited} of ${found.places} places have been visited${found.equity?.lowest ? `; the fewest people are reached in ${found.equity.lowest}` : ""}.`,
      },
      ...neverVisited(found),
    ],
  };
}

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

function authorities(found: Coverage): ReportDocumentInput["blocks"][number] {
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
    ],
    rows: [
      ...found.authorities.map((each) => ({
        cells: [
          textCell(each.authority ?? "Not known"),
          countCell(each.places),
          countCell(each.visited),
          shareCell(each.share),
          shareCell(each.populationShare),
        ],
      })),
      {
        total: true,
        cells: [
          textCell("All"),
          countCell(found.places),
          countCell(found.visited),
          shareCell(found.share),
          shareCell(found.populationShare),
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
