import { place } from "../engagement-records.ts";
import type { ExampleRecord } from "../example-record.ts";
import { in2022, inCodes } from "../papers.ts";

/**
 * The towns, villages and parts of the city that the report of June 2022 says were visited, with
 * the authority in which each lies. Of the 383 towns and villages of the tour no list is printed.
 */
const visited = [
  ["allestree", "Allestree", "suburb", "derby"],
  ["bakewell", "Bakewell", "town", "derbyshire-dales"],
  ["belper", "Belper", "town", "amber-valley"],
  ["bolsover", "Bolsover", "town", "bolsover"],
  ["buxton", "Buxton", "town", "high-peak"],
  ["chapel-en-le-frith", "Chapel-en-le-Frith", "town", "high-peak"],
  ["chesterfield", "Chesterfield", "town", "chesterfield"],
  ["clay-cross", "Clay Cross", "town", "north-east-derbyshire"],
  ["clowne", "Clowne", "village", "bolsover"],
  ["codnor", "Codnor", "village", "amber-valley"],
  ["crich", "Crich", "village", "amber-valley"],
  ["derby", "Derby", "city", "derby"],
  ["harpur-hill", "Harpur Hill", "village", "high-peak"],
  ["holmesfield", "Holmesfield", "village", "north-east-derbyshire"],
  ["ironville", "Ironville", "village", "amber-valley"],
  ["killamarsh", "Killamarsh", "town", "north-east-derbyshire"],
  ["little-eaton", "Little Eaton", "village", "erewash"],
  // The estate in the city, not the village of that name in Amber Valley.
  ["mackworth", "Mackworth", "suburb", "derby"],
  ["matlock", "Matlock", "town", "derbyshire-dales"],
  ["new-mills", "New Mills", "town", "high-peak"],
  ["normanton", "Normanton", "suburb", "derby"],
  ["oakwood", "Oakwood", "suburb", "derby"],
  ["ridgeway", "Ridgeway", "village", "north-east-derbyshire"],
  ["south-normanton", "South Normanton", "village", "bolsover"],
  ["swadlincote", "Swadlincote", "town", "south-derbyshire"],
  ["tintwistle", "Tintwistle", "village", "high-peak"],
  ["whitwell", "Whitwell", "village", "bolsover"],
] as const;

export const places: readonly ExampleRecord[] = visited.map(([id, name, kind, authority]) =>
  place({
    id,
    name,
    kind,
    authority: `register/area/${authority}`,
    sources: [in2022({ paragraph: "3.18" }), inCodes()],
  }),
);
