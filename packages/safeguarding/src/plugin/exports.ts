import { identifier, isMoothallError, MoothallError, period } from "@moothall/core";
import { type Export, exporter, Records, type RecordsShape } from "@moothall/core/plugin";
import type { Condition } from "@moothall/core/store";
import { stringify } from "csv-stringify/sync";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { countsTemplate, templateHeads } from "../exchange/counts-template.ts";
import { csvwMetadata, tidyHeads, tidyRow } from "../exchange/observation-csv.ts";
import { workbook } from "../exchange/workbook.ts";
import type { Indicator } from "../resources/indicator.ts";
import type { Observation } from "../resources/observation.ts";
import { readIndicator } from "./read-records.ts";

const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const filter = z.strictObject({
  indicator: identifier().optional(),
  period: period().optional(),
});

const where = ({ indicator, period }: z.output<typeof filter>): Condition[] => [
  ...(indicator === undefined
    ? []
    : [
        {
          field: "indicator",
          is: "equals" as const,
          value: `safeguarding/indicator/${indicator}`,
        },
      ]),
  ...(period === undefined ? [] : [{ field: "period", is: "equals" as const, value: period }]),
];

const indicatorsByReference = Effect.gen(function* () {
  const records = yield* Records;
  const all = yield* records.all<Indicator>("safeguarding/indicator");
  return new Map(all.map((each) => [`safeguarding/indicator/${each.id}`, each]));
});

async function* tidyRows(
  records: RecordsShape,
  indicators: ReadonlyMap<string, Indicator>,
  input: z.output<typeof filter>,
): AsyncIterable<string[]> {
  yield [...tidyHeads];
  for await (const each of records.iterate<Observation>("safeguarding/observation", {
    where: where(input),
  }))
    yield tidyRow(each, indicators.get(each.indicator));
}

async function* asCsv(rows: AsyncIterable<string[]>): AsyncIterable<string> {
  for await (const row of rows) yield stringify([row]);
}

async function workbookOf(cells: AsyncIterable<string[]>): Promise<Uint8Array> {
  const rows: string[][] = [];
  for await (const row of cells) {
    if (rows.length === rowsOfASheet) throw tooLarge();
    rows.push(row);
  }
  return workbook("Observations", rows);
}

const asError = (cause: unknown): MoothallError =>
  isMoothallError(cause)
    ? cause
    : new MoothallError({
        code: "core/internal",
        message: "The workbook could not be made.",
        hint: "Take the CSV, and tell the plugin's author.",
        cause,
      });

/** A sheet holds no more rows than this, the heads included. */
const rowsOfASheet = 1_048_576;

const templateInput = z.strictObject({
  indicators: z.array(identifier()).min(1),
  periods: z.array(period()).min(1),
  areas: z.array(identifier()).optional(),
  release: z.string().min(1).optional(),
});

const templateRows = (input: z.output<typeof templateInput>) =>
  Effect.map(Effect.forEach(input.indicators, readIndicator), (indicators) => [
    [...templateHeads],
    ...countsTemplate(indicators, input),
  ]);

const templateExample = {
  input: { indicators: ["missing-children-reports"], periods: ["FY2017-Q1"] },
};

export const exports: Readonly<Record<string, Export>> = {
  tidy: exporter({
    summary: "Observations as tidy CSV, with SDMX status codes.",
    mediaType: "text/csv; charset=utf-8",
    extension: "csv",
    input: filter,
    needs: [Records],
    example: { input: {} },
    build: (input) =>
      Effect.gen(function* () {
        const records = yield* Records;
        return asCsv(tidyRows(records, yield* indicatorsByReference, input));
      }),
  }),
  csvw: exporter({
    summary: "Metadata of the tidy CSV after CSV on the Web.",
    mediaType: "application/csvm+json",
    extension: "json",
    input: () => z.strictObject({ url: z.string().min(1).default("tidy.csv") }),
    needs: [Records],
    example: { input: { url: "tidy.csv" } },
    build: ({ url }) =>
      Effect.map(
        indicatorsByReference,
        (indicators) => `${JSON.stringify(csvwMetadata(url, [...indicators.values()]), null, 2)}\n`,
      ),
  }),
  workbook: exporter({
    summary: "Observations as an XLSX workbook, a figure a row.",
    mediaType: spreadsheet,
    extension: "xlsx",
    input: filter,
    needs: [Records],
    example: { input: {} },
    build: (input) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const indicators = yield* indicatorsByReference;
        return yield* Effect.tryPromise({
          try: () => workbookOf(tidyRows(records, indicators, input)),
          catch: asError,
        });
      }),
  }),
  "counts-template": exporter({
    summary: "A CSV template for a force to fill in, which the import of observations reads.",
    mediaType: "text/csv; charset=utf-8",
    extension: "csv",
    input: templateInput,
    needs: [Records],
    example: templateExample,
    build: (input) => Effect.map(templateRows(input), (rows) => stringify(rows)),
  }),
  "counts-workbook": exporter({
    summary: "The same template as an XLSX workbook.",
    mediaType: spreadsheet,
    extension: "xlsx",
    input: templateInput,
    needs: [Records],
    example: templateExample,
    build: (input) =>
      Effect.flatMap(templateRows(input), (rows) =>
        Effect.tryPromise({ try: () => workbook("Counts", rows), catch: asError }),
      ),
  }),
};

const tooLarge = () =>
  new MoothallError({
    code: "core/too-large",
    message: "There are more observations than a sheet has rows.",
    hint: "Name an indicator or a period, or take the tidy CSV.",
  });
