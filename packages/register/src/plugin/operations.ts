import { calendarDate, identifier, referenceTo } from "@moothall/core";
import { attempt, Clock, operation, Records } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";
import type { Area } from "../area.ts";
import { type AreaNode, areasAbove, areaTree } from "../area-tree.ts";
import type { Body } from "../body.ts";
import { successorsOf } from "../lineage.ts";
import { parseOrganisationIdentifier } from "../organisation-identifier.ts";

export const parseIdentifier = operation({
  summary: "Reads an identifier of an organisation and says which list it is of.",
  input: () => z.strictObject({ identifier: z.string().min(1) }),
  output: () =>
    z.strictObject({
      list: z.string(),
      code: z.string(),
      /** The list's name; null where its codes are not checked. */
      name: z.string().nullable(),
    }),
  mode: "read",
  needs: [],
  example: { input: { identifier: "GB-LAE-DBY" } },
  handler: ({ identifier: text }) =>
    Effect.map(
      attempt(() => parseOrganisationIdentifier(text)),
      ({ list, code, name }) => ({ list, code, name: name ?? null }),
    ),
});

export const successors = operation({
  summary: "The bodies to which a body's duties have gone, nearest first.",
  input: () => z.strictObject({ body: identifier() }),
  output: () => z.strictObject({ successors: z.array(z.string()) }),
  mode: "read",
  needs: [Records],
  example: { input: { body: "derbyshire-county-pct" } },
  handler: ({ body }) =>
    Effect.gen(function* () {
      const records = yield* Records;
      const bodies = yield* records.all<Body>("register/body");
      return {
        successors: [...(yield* attempt(() => successorsOf(bodies, "register/body", body)))],
      };
    }),
});

const row = z.strictObject({
  id: identifier(),
  name: z.string(),
  kind: z.string(),
  code: z.string().nullable(),
  /** How many areas stand above it in the answer. */
  depth: z.int().min(0),
});

export const areaTreeOperation = operation({
  summary: "The areas that hold on a day, each after the one of which it is part.",
  input: () =>
    z.strictObject({
      date: calendarDate().optional().describe("The day, today where left out"),
      area: identifier().optional().describe("Only this area, what is above it and its parts"),
    }),
  output: () =>
    z.strictObject({
      date: calendarDate(),
      above: z.array(identifier()),
      areas: z.array(row),
    }),
  mode: "read",
  needs: [Records, Clock],
  example: { input: { date: "2017-05-22", area: "derbyshire" } },
  handler: ({ date, area }) =>
    Effect.gen(function* () {
      const records = yield* Records;
      const clock = yield* Clock;
      const day = date ?? clock.today();
      if (area !== undefined) yield* records.get(referenceTo("register/area", area));
      const areas = yield* records.all<Area>("register/area");
      const rows = areaTree(areas, day).flatMap((node) => rowsOf(node, 0));
      if (area === undefined) return { date: day, above: [], areas: rows };
      const from = rows.findIndex((each) => each.id === area);
      const depth = rows[from]?.depth ?? 0;
      const after = rows.findIndex((each, index) => index > from && each.depth <= depth);
      return {
        date: day,
        above: areasAbove(areas, area, day).map((each) => each.id),
        areas:
          from < 0
            ? []
            : rows
                .slice(from, after < 0 ? undefined : after)
                .map((each) => ({ ...each, depth: each.depth - depth })),
      };
    }),
});

const rowsOf = (node: AreaNode, depth: number): readonly z.output<typeof row>[] => [
  {
    id: node.area.id,
    name: node.area.name,
    kind: node.area.kind,
    code: node.area.code ?? null,
    depth,
  },
  ...node.parts.flatMap((part) => rowsOf(part, depth + 1)),
];
