import {
  auditRelease,
  auditTable,
  isWithheld,
  type Protected,
  protectTable,
} from "@moothall/core/disclosure";
import { attempt, Clock, type Operation, operation } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { funnel, funnelInput, funnelOutput } from "../statistics/funnel.ts";
import { interval, intervalInput } from "../statistics/interval.ts";
import { auditInput, auditOutput, protectInput, protectOutput } from "./disclosure-schemas.ts";

/** Operations on figures that the caller gives: nothing is read or written. */
export const statisticsOperations: Readonly<Record<string, Operation>> = {
  interval: operation({
    summary: "The interval of a proportion, a count or a rate.",
    description: "Wilson's score, Byar's method, or exact Poisson, at full precision.",
    input: intervalInput,
    output: () => z.strictObject({ lower: z.number(), upper: z.number() }),
    mode: "read",
    needs: [],
    example: { input: { method: "wilson", numerator: 65, denominator: 100 } },
    handler: (input) => attempt(() => interval(input)),
  }),
  funnel: operation({
    summary: "Limits of a funnel plot, and where each entry lies.",
    input: funnelInput,
    output: funnelOutput,
    mode: "read",
    needs: [],
    example: {
      input: {
        per: 100,
        entries: [
          { name: "Derbyshire", numerator: 68, denominator: 96 },
          { name: "Leicestershire", numerator: 68, denominator: 103 },
        ],
      },
    },
    handler: (input) => attempt(() => funnel(input)),
  }),
  protect: operation({
    summary: "Make a table of counts safe to publish under a policy.",
    description:
      "Hides small counts and as few others as it takes, or rounds; what comes out is attacked before it is handed back. A table that cannot be made safe is withheld.",
    input: protectInput,
    output: protectOutput,
    mode: "read",
    needs: [Clock],
    example: {
      input: {
        rows: ["physical", "financial"],
        columns: ["north", "south", "east"],
        counts: [
          [12, 3, 20],
          [31, 9, 14],
        ],
        policy: { small: [1, 4] },
      },
    },
    handler: ({ policy, ...table }) =>
      Effect.gen(function* () {
        const clock = yield* Clock;
        return yield* attempt(() => shown(protectTable(table, policy, { today: clock.today() })));
      }),
  }),
  audit: operation({
    summary: "Attack a table as it was emitted: which hidden counts can be worked out.",
    description:
      "With earlier releases, attacks all of them together. Unsafe is an entry with a single possible value, or only small ones.",
    input: auditInput,
    output: auditOutput,
    mode: "read",
    needs: [],
    example: {
      input: {
        cells: [
          [12, null, 20],
          [31, null, 14],
        ],
        rowTotals: [35, 54],
        columnTotals: [43, 12, 34],
        total: 89,
        policy: { small: [1, 4] },
      },
    },
    handler: ({ policy, earlier, relation, ...table }) =>
      attempt(() => {
        const found =
          earlier === undefined || earlier.length === 0
            ? auditTable(table, policy)
            : auditRelease([...earlier, table], policy, relation);
        return { cells: [...found.cells], safe: found.safe };
      }),
  }),
};

/** What a protected table shows, without what only says how it was made. */
function shown(table: Protected): z.input<ReturnType<typeof protectOutput>> {
  if (isWithheld(table)) return { withheld: true, reason: table.reason };
  const { rowTotals, columnTotals } = table;
  return {
    rows: [...table.rows],
    columns: [...table.columns],
    cells: table.cells.map((line) => [...line]),
    ...(rowTotals !== undefined && { rowTotals: [...rowTotals] }),
    ...(columnTotals !== undefined && { columnTotals: [...columnTotals] }),
    ...(table.total !== undefined && { total: table.total }),
    ...(table.roundedTo !== undefined && { roundedTo: table.roundedTo }),
    ...(table.override !== undefined && { override: table.override }),
  };
}
