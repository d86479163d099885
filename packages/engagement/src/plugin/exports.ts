import { guardCell, identifier, parsePeriod, referenceTo } from "@moothall/core";
import { Clock, type Export, exporter, Records, type StoredRecord } from "@moothall/core/plugin";
import { stringify } from "csv-stringify/sync";
import * as Effect from "effect/Effect";
import ical, { ICalEventStatus } from "ical-generator";
import * as z from "zod";
import type { Activity } from "../resources/activity.ts";
import type { CaseworkTable } from "../resources/casework-table.ts";
import type { Result } from "../resources/result.ts";
import { equals } from "./read-records.ts";

const ofConsultation = () => z.strictObject({ consultation: identifier().optional() });

const readResults = (consultation: string | undefined) =>
  Effect.gen(function* () {
    const records = yield* Records;
    return yield* records.all<Result>(
      "engagement/result",
      consultation === undefined
        ? {}
        : {
            where: [equals("consultation", referenceTo("engagement/consultation", consultation))],
          },
    );
  });

type Value = string | number | null | undefined;

/** An empty cell is not shown or not known, never zero. */
const csv = (heads: readonly string[], rows: readonly (readonly Value[])[]): string =>
  stringify([
    [...heads],
    ...rows.map((row) =>
      row.map((value) => guardCell(value === null || value === undefined ? "" : String(value))),
    ),
  ]);

export const exports: Readonly<Record<string, Export>> = {
  results: exporter({
    summary: "Published results as CSV: counts, shares, margins, base and method.",
    mediaType: "text/csv; charset=utf-8",
    extension: "csv",
    input: ofConsultation,
    needs: [Records],
    example: { input: {} },
    build: ({ consultation }) =>
      Effect.map(readResults(consultation), (results) =>
        csv(
          [
            "result",
            "consultation",
            "wave",
            "question",
            "version",
            "design",
            "option",
            "by",
            "group",
            "count",
            "share",
            "marginPoints",
            "base",
            "effectiveSize",
            "method",
          ],
          results.flatMap((each) =>
            each.options.flatMap((option, row) =>
              each.groups.map((group, column) => [
                each.id,
                each.consultation,
                each.wave,
                each.question,
                each.version,
                each.design,
                option,
                each.by,
                group,
                each.counts[row]?.[column],
                each.shares?.[row],
                each.points?.[row],
                each.base,
                each.effectiveSize,
                each.method,
              ]),
            ),
          ),
        ),
      ),
  }),
  weights: exporter({
    summary: "Weights of published results as CSV: the factor of every category.",
    mediaType: "text/csv; charset=utf-8",
    extension: "csv",
    input: ofConsultation,
    needs: [Records],
    example: { input: {} },
    build: ({ consultation }) =>
      Effect.map(readResults(consultation), (results) =>
        csv(
          ["result", "consultation", "question", "margin", "category", "population", "factor"],
          results.flatMap((each) =>
            (each.weights ?? []).map(({ margin, category, population, factor }) => [
              each.id,
              each.consultation,
              each.question,
              margin,
              category,
              population,
              factor,
            ]),
          ),
        ),
      ),
  }),
  "service-requests": exporter({
    summary:
      "Published counts of casework by category, in the terms of Open311; no request itself.",
    mediaType: "application/json",
    extension: "json",
    input: () => z.strictObject({ body: identifier().optional() }),
    needs: [Records],
    example: { input: {} },
    build: ({ body }) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const tables = yield* records.all<CaseworkTable>("engagement/casework-table", {
          where: [
            ...(body === undefined ? [] : [equals("body", referenceTo("register/body", body))]),
          ],
        });
        return `${JSON.stringify({ service_requests: tables.flatMap(serviceRequests) }, null, 2)}\n`;
      }),
  }),
  events: exporter({
    summary: "Events open to the public as an iCalendar file.",
    mediaType: "text/calendar; charset=utf-8",
    extension: "ics",
    input: () => z.strictObject({ body: identifier().optional() }),
    needs: [Records, Clock],
    example: { input: {} },
    build: ({ body }) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const activities = yield* records.all<Activity>("engagement/activity", {
          where: [
            { field: "openToPublic", is: "equals", value: true },
            ...(body === undefined ? [] : [equals("body", referenceTo("register/body", body))]),
          ],
        });
        return calendarOf(activities);
      }),
  }),
};

/** Counts only: what people asked, and where, is nobody else's business. */
const serviceRequests = ({ dimension, period, rows }: CaseworkTable) => {
  const { start, end } = parsePeriod(period);
  return rows.map(({ category, title, parent, count }) => ({
    service_code: parent === undefined ? category : `${parent}/${category}`,
    service_name: title ?? category,
    group: parent ?? dimension,
    start_date: start,
    end_date: end,
    count,
  }));
};

/** After RFC 5545, each event under its reference; one whose day is not known is left out. */
function calendarOf(activities: readonly StoredRecord<Activity>[]): string {
  const calendar = ical({
    name: "Public events",
    prodId: { company: "Moothall", product: "engagement", language: "EN" },
  });
  for (const each of activities) {
    const wholeDay = each.start === undefined;
    if (wholeDay && each.date.length !== 10) continue;
    const { record } = each;
    calendar.createEvent({
      id: referenceTo("engagement/activity", each.id),
      sequence: record.version,
      stamp: new Date(record.modified),
      created: new Date(record.created),
      lastModified: new Date(record.modified),
      start: new Date(each.start ?? `${each.date}T00:00:00Z`),
      ...(each.end !== undefined && { end: new Date(each.end) }),
      ...(wholeDay && { allDay: true, timezone: "UTC" }),
      summary: each.title,
      ...(each.venue !== undefined && { location: each.venue }),
      ...(each.url !== undefined && { url: each.url }),
      status: statusOf(each),
    });
  }
  // Its last line ends as all others do (RFC 5545, 3.1).
  return `${calendar.toString()}\r\n`;
}

const statusOf = ({ status }: Activity): ICalEventStatus =>
  status === "cancelled"
    ? ICalEventStatus.CANCELLED
    : status === "planned"
      ? ICalEventStatus.TENTATIVE
      : ICalEventStatus.CONFIRMED;
