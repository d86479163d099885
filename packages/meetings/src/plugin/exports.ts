import { type MoothallError, reference } from "@moothall/core";
import { type Export, exporter, Records, type RecordsShape } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { atomOf } from "../exports/atom.ts";
import { type CalendarMeeting, calendarOf } from "../exports/calendar.ts";
import { popoloOf } from "../exports/popolo.ts";
import { staticFolder } from "../exports/static-folder.ts";
import type { Publication } from "../resources/publication.ts";
import { handleOparl } from "./oparl.ts";
import { readAll, readNames } from "./read-meetings.ts";

const ofBody = () =>
  z.strictObject({ body: reference("register/body").optional().describe("Only of this body") });

const where = (body: string | undefined) => ({
  where: body === undefined ? [] : [{ field: "body", is: "equals", value: body } as const],
});

export const exports = (license: string | undefined): Readonly<Record<string, Export>> => ({
  calendar: exporter({
    summary: "Meetings as an iCalendar file that a calendar can subscribe to.",
    mediaType: "text/calendar; charset=utf-8",
    extension: "ics",
    input: ofBody,
    needs: [Records],
    example: { input: {} },
    build: ({ body }) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const meetings = yield* records.all<CalendarMeeting>("meetings/meeting", where(body));
        return calendarOf("Meetings", meetings, yield* readNames(records, meetings));
      }),
  }),
  atom: exporter({
    summary: "What was published, latest first, as an Atom feed.",
    mediaType: "application/atom+xml; charset=utf-8",
    extension: "atom",
    input: ofBody,
    needs: [Records],
    example: { input: {} },
    build: ({ body }) =>
      Effect.gen(function* () {
        const records = yield* Records;
        const publications = yield* records.all<Publication>("meetings/publication", where(body));
        return atomOf(publications, {
          id: `urn:moothall:meetings:publications${body === undefined ? "" : `:${body}`}`,
          title: "Agendas, minutes and decisions",
          names: yield* readNames(records, publications),
        });
      }),
  }),
  popolo: exporter({
    summary: "People, memberships, motions and votes after Popolo.",
    mediaType: "application/json",
    extension: "json",
    input: () => z.strictObject({}),
    needs: [Records],
    example: { input: {} },
    build: () => Effect.map(readAll, (all) => `${JSON.stringify(popoloOf(all), null, 2)}\n`),
  }),
  "oparl-folder": exporter({
    summary: "The OParl feed as a folder of files, zipped, to be put on any web server.",
    mediaType: "application/zip",
    extension: "zip",
    input: () =>
      z.strictObject({
        base: z.url().describe("The address at which the folder will lie"),
      }),
    needs: [Records],
    example: { input: { base: "https://data.example.org/oparl" } },
    build: ({ base }) =>
      Effect.map(Records, (records) =>
        staticFolder(base.replace(/\/+$/, ""), read(records, license)),
      ),
  }),
});

/** Answers one address of the feed from the records. */
const read =
  (records: RecordsShape, license: string | undefined) =>
  (base: string, path: string, query: URLSearchParams): Promise<string> =>
    Effect.runPromise(
      Effect.map(
        handleOparl(records, { base, path, query }, license) as Effect.Effect<
          { body: string },
          MoothallError
        >,
        ({ body }) => body,
      ),
    );
