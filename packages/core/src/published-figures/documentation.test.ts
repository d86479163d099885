import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as z from "zod";
import {
  type PrintedFigure,
  printedFigure,
  type Relation,
  relation,
  relationRules,
} from "./index.ts";

const page = readFileSync(
  new URL("../../../../docs/published-figures.md", import.meta.url),
  "utf8",
);
const example = z.strictObject({
  printed: z.array(printedFigure()).default([]),
  relations: z.array(relation()).default([]),
});
const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = ""]) =>
  example.parse(JSON.parse(text)),
);

it("shows an example of each kind of relation and each field of a figure, as the schema has it", () => {
  const relations: readonly Relation[] = examples.flatMap((each) => each.relations);
  const figures: readonly PrintedFigure[] = examples.flatMap((each) => each.printed);
  expect([...new Set(relations.map(({ kind }) => kind))].sort()).toEqual(
    Object.keys(relationRules)
      .map((rule) => rule.replace("core/", ""))
      .filter((kind) => kind !== "relation-unread")
      .sort(),
  );
  expect(figures.length).toBeGreaterThan(3);
});
