import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { auditTable, isWithheld, protectTable } from "../../packages/core/src/disclosure/index.ts";
import { completeDocument, type Kind } from "../../packages/core/src/index.ts";
import type { Write } from "../../packages/core/src/store/index.ts";
import { openSqlite } from "../../packages/records-sqlite/src/index.ts";
import { renderText } from "../../packages/render/src/index.ts";
import {
  controlChart,
  indicatorSchema,
  type Observation,
  observationSchema,
  scorecardDefinitionSchema,
  scorecardDocument,
} from "../../packages/safeguarding/src/index.ts";
import { resources } from "../../packages/safeguarding/src/plugin/resources.ts";
import { randomFrom } from "./procurement-releases.ts";

/**
 * Safeguarding at size: protecting and auditing tables, control charts, and a million observations
 * written to the embedded store, filtered and added up there, and turned into a scorecard.
 *
 *     node --conditions=@moothall/source tooling/bench/safeguarding.ts [OBSERVATIONS]
 */
const observations = Number(process.argv[2] ?? 1_000_000);
const random = randomFrom(7);

async function timed<T>(what: string, call: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await call();
  console.log(`${what}: ${(performance.now() - start).toFixed(0)} ms`);
  return result;
}

for (const [rows, columns] of [
  [10, 10],
  [30, 30],
  [100, 50],
  [200, 100],
] as const) {
  const table = {
    rows: Array.from({ length: rows }, (_, index) => `row ${index + 1}`),
    columns: Array.from({ length: columns }, (_, index) => `column ${index + 1}`),
    // One in five is small, as in a table of categories by place.
    counts: Array.from({ length: rows }, () =>
      Array.from({ length: columns }, () =>
        random() < 0.2 ? Math.floor(random() * 5) : 5 + Math.floor(random() * 200),
      ),
    ),
  };
  const policy = { small: [1, 4] as [number, number], zero: "publish" as const };
  const made = await timed(`protect ${rows}×${columns}`, () => protectTable(table, policy));
  if (isWithheld(made)) throw new Error("A table was withheld.");
  const hidden = made.cells.flat().filter((value) => value === null).length;
  const audit = await timed(`audit ${rows}×${columns} (${hidden} hidden)`, () =>
    auditTable(made, policy),
  );
  if (!audit.safe) throw new Error("A protected table is not safe.");
}

const months = Array.from(
  { length: 48 },
  (_, index) => `${2013 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`,
);
const breaks = [{ date: "2016-06-22", cause: "the recording system was replaced" }];
const series = Array.from({ length: 10_000 }, () =>
  months.map((period) => ({ period, value: String(Math.floor(random() * 100)) })),
);
await timed("10,000 control charts of 48 months in two segments", () => {
  for (const points of series) controlChart({ points, breaks });
});

const kind: Kind = "safeguarding/observation";
const folder = mkdtempSync(join(tmpdir(), "moothall-bench-"));
const store = await openSqlite({ path: join(folder, "moothall.sqlite") });
try {
  await store.prepare([{ kind, fields: resources.observation?.fields ?? {} }]);
  const indicators = 200;
  const areas = Math.ceil(observations / indicators / months.length);
  const dataOf = (index: number): Observation => {
    const month = months[index % months.length] as string;
    const indicator = Math.floor(index / months.length) % indicators;
    const area = Math.floor(index / months.length / indicators);
    return observationSchema.parse({
      id: `i${indicator}.${month}.a${area}`,
      indicator: `safeguarding/indicator/i${indicator}`,
      period: month,
      area: `register/area/a${area}`,
      value: String(Math.floor(random() * 100)),
    });
  };
  const classification = { record: "confidential" as const };
  await timed(`${observations} observations checked and written (${areas} areas)`, async () => {
    for (let start = 0; start < observations; start += 10_000) {
      const writes = Array.from(
        { length: Math.min(10_000, observations - start) },
        (_, offset): Write => {
          const data = dataOf(start + offset);
          return { action: "put", kind, id: data.id, data, classification };
        },
      );
      await store.commit({ writes, at: "2017-05-22T09:00:00Z", by: "bench" });
    }
  });
  const ofIndicator = {
    field: "indicator",
    is: "equals",
    value: "safeguarding/indicator/i7",
  } as const;
  await timed("one indicator and month filtered, first page", () =>
    store.list("confidential", kind, {
      where: [ofIndicator, { field: "period", is: "equals", value: "2016-03" }],
    }),
  );
  await timed("one indicator added up by month", () =>
    store.aggregate("confidential", kind, {
      where: [ofIndicator],
      groupBy: ["period"],
      sum: ["value"],
    }),
  );
  const sums = await timed("all observations added up by indicator and month", () =>
    store.aggregate("confidential", kind, { groupBy: ["indicator", "period"], sum: ["value"] }),
  );
  const sumsOf = new Map<string, (typeof sums)[number][]>();
  for (const row of sums) {
    const reference = String(row.group.indicator);
    sumsOf.set(reference, [...(sumsOf.get(reference) ?? []), row]);
  }
  await timed(`a scorecard of ${indicators} lines from ${sums.length} sums, as text`, () => {
    const definition = scorecardDefinitionSchema.parse({
      id: "all",
      title: "All indicators",
      sections: [
        {
          heading: "All",
          lines: Array.from({ length: indicators }, (_, index) => ({
            indicator: `safeguarding/indicator/i${index}`,
          })),
        },
      ],
    });
    const data = new Map(
      definition.sections.flatMap(({ lines }) =>
        lines.map(
          ({ indicator: reference }) =>
            [
              reference,
              {
                indicator: indicatorSchema.parse({
                  id: reference.split("/").at(-1),
                  title: reference,
                  theme: "demand",
                  definitions: [{ version: 1, text: "Invented" }],
                  unit: "cases",
                  counts: "cases",
                  timing: "flow",
                  measure: { type: "count" },
                  polarity: { direction: "none" },
                }),
                observations: (sumsOf.get(reference) ?? []).map(({ group, sum }, index) =>
                  observationSchema.parse({
                    id: `sum.${index}`,
                    indicator: reference,
                    period: group.period,
                    value: sum.value?.replace(/\.0+$/, "") ?? null,
                  }),
                ),
                breaks: [],
              },
            ] as const,
        ),
      ),
    );
    const document = scorecardDocument(
      definition,
      { indicators: data, targets: [], benchmarks: [], groups: new Map() },
      { period: "2016-05" },
    );
    renderText(completeDocument(document));
  });
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
