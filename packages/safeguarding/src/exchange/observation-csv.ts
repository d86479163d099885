import { guardCell } from "@moothall/core";
import { periodOf } from "../comparability/periods.ts";
import { definitionOf, type Indicator } from "../resources/indicator.ts";
import type { Observation } from "../resources/observation.ts";

interface TidyColumn {
  readonly name: string;
  readonly title: string;
  readonly datatype: "string" | "decimal" | "integer" | "date";
  readonly description: string;
  /** Several values are parted by this. */
  readonly separator?: string;
  readonly of: (observation: Observation, indicator: Indicator | undefined) => string;
}

const idOf = (reference: string | undefined): string => reference?.split("/").at(-1) ?? "";

/** A tidy table: one figure a row, one variable a column. The same columns make the CSVW metadata. */
export const tidyColumns: readonly TidyColumn[] = [
  column("id", "Identifier", "string", "Identifier of the observation", ({ id }) => id),
  column("indicator", "Indicator", "string", "Identifier of the indicator", ({ indicator }) =>
    idOf(indicator),
  ),
  column(
    "definition",
    "Definition version",
    "integer",
    "Version of the indicator's definition",
    ({ definition }) => String(definition),
  ),
  column("period", "Period", "string", "Period, as text", ({ period }) => period),
  column(
    "start",
    "First day",
    "date",
    "First day of the period",
    ({ period }) => periodOf(period).start,
  ),
  column(
    "end",
    "Last day",
    "date",
    "Last day of the period; empty where open",
    ({ period }) => periodOf(period).end ?? "",
  ),
  column("area", "Area", "string", "Area of the register", ({ area }) => idOf(area)),
  column("body", "Body", "string", "Body of the register", ({ body }) => idOf(body)),
  column(
    "breakdown",
    "Breakdown",
    "string",
    "dimension=category, parted by semicolons",
    ({ breakdown }) => breakdown ?? "",
  ),
  column(
    "value",
    "Value",
    "decimal",
    "The figure; empty is unknown, never zero",
    ({ value }) => value ?? "",
  ),
  column(
    "unit",
    "Unit",
    "string",
    "Unit; a percentage says of what",
    (_, indicator) => indicator?.unit ?? "",
  ),
  column("numerator", "Numerator", "decimal", "Of a ratio", ({ numerator }) => numerator ?? ""),
  column(
    "denominator",
    "Denominator",
    "decimal",
    "Of a ratio",
    ({ denominator }) => denominator ?? "",
  ),
  {
    ...column(
      "status",
      "Observation status",
      "string",
      "Codes of SDMX CL_OBS_STATUS",
      ({ status }) => status.join(" "),
    ),
    separator: " ",
  },
  column(
    "system",
    "System",
    "string",
    "The system that it was counted in",
    ({ system }) => system ?? "",
  ),
  column(
    "release",
    "Release",
    "string",
    "The publication that it came with",
    ({ release }) => release ?? "",
  ),
  column("revises", "Revises", "string", "The observation whose place it takes", ({ revises }) =>
    idOf(revises),
  ),
];

function column(
  name: string,
  title: string,
  datatype: TidyColumn["datatype"],
  description: string,
  of: TidyColumn["of"],
): TidyColumn {
  return { name, title, datatype, description, of };
}

export const tidyHeads: readonly string[] = tidyColumns.map(({ name }) => name);

/** The cells of an observation, guarded against spreadsheets that would run them as formulas. */
export const tidyRow = (observation: Observation, indicator: Indicator | undefined): string[] =>
  tidyColumns.map(({ of }) => guardCell(of(observation, indicator)));

/** Metadata of the tidy table after CSV on the Web (W3C Recommendation, 17 December 2015). */
export function csvwMetadata(
  url: string,
  indicators: readonly Indicator[],
): Record<string, unknown> {
  return {
    "@context": ["http://www.w3.org/ns/csvw", { "@language": "en" }],
    url,
    "dc:title": "Observations",
    dialect: { header: true, encoding: "utf-8", lineTerminators: ["\n"] },
    tableSchema: {
      columns: tidyColumns.map(({ name, title, datatype, description, separator }) => ({
        name,
        titles: name === title ? title : [name, title],
        datatype,
        "dc:description": description,
        required: ["id", "indicator", "definition", "period", "start"].includes(name),
        ...(separator !== undefined && { separator }),
      })),
      primaryKey: "id",
    },
    notes: indicators.map((indicator) => ({
      "@type": "Indicator",
      id: indicator.id,
      title: indicator.title,
      definition: definitionOf(indicator)?.text,
      unit: indicator.unit,
      counts: indicator.counts,
      timing: indicator.timing,
      polarity: indicator.polarity.direction,
    })),
  };
}
