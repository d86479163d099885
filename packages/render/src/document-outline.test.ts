import { completeDocument } from "@moothall/core";
import { expect, it } from "vitest";
import { documentContents, documentOutline } from "./document-outline.ts";

const documentOfLevels = (...levels: number[]) =>
  completeDocument({
    title: "T",
    blocks: levels.map((level, index) => ({
      type: "heading" as const,
      id: `h${index}`,
      text: `H${index}`,
      level,
    })),
  });

const levelsOf = (...levels: number[]) =>
  [...documentOutline(documentOfLevels(...levels)).values()].map(({ level }) => level);

it("skips no level on the way down", () => {
  expect(levelsOf(2, 3, 4, 2)).toEqual([2, 3, 4, 2]);
  expect(levelsOf(4, 5, 5, 3)).toEqual([2, 3, 4, 3]);
  expect(levelsOf(2, 5, 2, 4)).toEqual([2, 3, 2, 3]);
});

it("lists the main headings from three on", () => {
  expect(documentContents(documentOfLevels(2, 3, 2))).toEqual([]);
  expect(documentContents(documentOfLevels(2, 3, 2, 2)).map(({ id }) => id)).toEqual([
    "h0",
    "h2",
    "h3",
  ]);
});
