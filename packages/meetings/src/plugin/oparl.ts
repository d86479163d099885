import { isIdentifier, referenceTo } from "@moothall/core";
import {
  attempt,
  type Feed,
  type FeedRequest,
  type FeedResponse,
  feed,
  Records,
  type RecordsShape,
} from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import type { MeetingRecords } from "../agenda/meeting-records.ts";
import {
  deletedObject,
  hasText,
  type OparlContext,
  type OparlObject,
  oparlObject,
  type Stamped,
  textFile,
  versionFile,
} from "../oparl/objects.ts";
import { plainText } from "../oparl/plain-text.ts";
import { agendaReport } from "../reports/agenda-report.ts";
import { minutesReport } from "../reports/minutes-report.ts";
import { paperReport } from "../reports/pack-report.ts";
import { json, plain } from "./oparl-answers.ts";
import { type Bodies, current, equals, notFound, type Read, readBodies } from "./oparl-bodies.ts";
import { bodyList, listOfBody, page } from "./oparl-lists.ts";
import { objectOf } from "./oparl-objects.ts";
import { addressOf, type OparlRoute, routeOf } from "./oparl-route.ts";
import { readMeeting, readNames } from "./read-meetings.ts";

export const oparl = (license: string | undefined): Feed =>
  feed({
    summary: "OParl 1.1: bodies, meetings, agendas, papers and people as linked open data.",
    needs: [Records],
    handle: (request) =>
      Effect.flatMap(Records, (records) => handleOparl(records, request, license)),
  });

/** One request to the feed, answered from what its reader may see. */
export function handleOparl(
  records: RecordsShape,
  request: FeedRequest,
  license: string | undefined,
): Read<FeedResponse> {
  const route = routeOf(request.path);
  const { base, service } = request;
  const context: OparlContext = { base, service, license, names: new Map() };
  if (route === undefined) return Effect.fail(notFound());
  switch (route.to) {
    case "system":
      return Effect.map(readBodies(records), (bodies) => json(systemObject(bodies, context)));
    case "bodies":
      return bodyList(records, request, context);
    case "object":
      return isIdentifier(route.id) ? oneObject(records, route, context) : Effect.fail(notFound());
    case "file":
      return isIdentifier(route.id) ? oneFile(records, route, context) : Effect.fail(notFound());
    case "list":
      return listOfBody(records, route.body, route.list, request, context);
    case "meetings-of":
      return Effect.flatMap(readBodies(records), (bodies) =>
        bodies.organizations.has(referenceTo("register/body", route.organization))
          ? page(
              records,
              "meeting",
              {
                where: [equals("body", referenceTo("register/body", route.organization))],
                bodies,
                own: new Set([referenceTo("register/body", route.organization)]),
              },
              request,
              context,
            )
          : Effect.fail(notFound()),
      );
  }
}

function systemObject({ orders }: Bodies, { base, license }: OparlContext): OparlObject {
  const created = orders.map(({ record }) => record.created).sort()[0] ?? "1970-01-01T00:00:00Z";
  const modified =
    orders
      .map(({ record }) => record.modified)
      .sort()
      .at(-1) ?? created;
  return oparlObject(
    "System",
    base,
    { record: { created, modified } },
    {
      oparlVersion: "https://schema.oparl.org/1.1/",
      license,
      body: `${base}/body`,
      name: "Moothall",
    },
  );
}

const oneObject = (
  records: RecordsShape,
  route: Extract<OparlRoute, { to: "object" }>,
  context: OparlContext,
): Read<FeedResponse> =>
  Effect.gen(function* () {
    const { kind, id, type } = route;
    const found = yield* current(records, referenceTo(kind, id));
    if (found === undefined) return yield* tombstone(records, route, context);
    const bodies = yield* readBodies(records);
    const made = yield* objectOf(records, type, found, kind, bodies, context);
    if (made === undefined) return yield* Effect.fail(notFound());
    return json(made);
  });

/** An object that was there and is not any more answers with 200 and says so. */
const tombstone = (
  records: RecordsShape,
  { kind, id, type }: Extract<OparlRoute, { to: "object" }>,
  { base }: OparlContext,
): Read<FeedResponse> =>
  Effect.gen(function* () {
    const gone = yield* current(records, referenceTo(kind, id), "only");
    if (gone === undefined) return yield* Effect.fail(notFound());
    return json(deletedObject(type, addressOf(base, type, kind, id), gone.record));
  });

const oneFile = (
  records: RecordsShape,
  { what, id, text }: Extract<OparlRoute, { to: "file" }>,
  context: OparlContext,
): Read<FeedResponse> =>
  Effect.gen(function* () {
    if (what === "version") {
      const found = yield* current<MeetingRecords["versions"][number]>(
        records,
        referenceTo("meetings/paper-version", id),
      );
      const made = found && versionFile(found, context);
      return made === undefined ? yield* Effect.fail(notFound()) : json(made);
    }
    if (what === "paper") {
      const found = yield* current<MeetingRecords["papers"][number]>(
        records,
        referenceTo("meetings/paper", id),
      );
      if (found === undefined || !hasText(found)) return yield* Effect.fail(notFound());
      if (!text) return json(textFile(found, "paper", id, found.title ?? "", context));
      const names = yield* readNames(records, [found]);
      return plain(yield* attempt(() => plainText(paperReport(found, names))));
    }
    const of = yield* Effect.provideService(
      readMeeting(referenceTo("meetings/meeting", id)),
      Records,
      records,
    );
    // With the times of its parts, as the meeting's own object has them.
    const record = (
      what === "agenda" ? yield* current(records, referenceTo("meetings/meeting", id)) : of.minutes
    ) as Stamped<object> | undefined;
    if (record === undefined || (what === "agenda" && of.items.length === 0))
      return yield* Effect.fail(notFound());
    const name = `${what === "agenda" ? "Agenda" : "Minutes"}: ${of.meeting.name}`;
    if (!text) return json(textFile(record, what, id, name, context));
    return plain(
      yield* attempt(() => plainText(what === "agenda" ? agendaReport(of, []) : minutesReport(of))),
    );
  });
