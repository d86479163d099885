import {
  isReference,
  type Kind,
  type MoothallError,
  type Reference,
  referencesIn,
  referenceTo,
} from "@moothall/core";
import { Records, type RecordsShape } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import { type AllRecords, inOrder, inTime } from "../agenda/assemble.ts";
import type { MeetingBody, MeetingRecords } from "../agenda/meeting-records.ts";
import { dayOf } from "../resources/meeting-start.ts";
import { ordersOf, type StandingOrders } from "../resources/standing-orders.ts";

const limitOfValues = 500;

type Read<T> = Effect.Effect<T, MoothallError>;

/** Records of a kind whose field has one of these values. */
const whereOneOf = <T>(
  records: RecordsShape,
  kind: Kind,
  field: string,
  values: readonly string[],
): Read<readonly T[]> => {
  const batches: string[][] = [];
  for (let from = 0; from < values.length; from += limitOfValues)
    batches.push(values.slice(from, from + limitOfValues));
  return Effect.map(
    Effect.forEach(batches, (value) =>
      records.all<T>(kind, { where: [{ field, is: "one-of", value }] }),
    ),
    (found) => found.flat(),
  );
};

/** The names of the posts, persons and bodies that stand in some records. */
export const readNames = (
  records: RecordsShape,
  within: readonly unknown[],
): Read<ReadonlyMap<string, string>> => {
  const references = [...referencesIn(within)].filter((each) =>
    /^register\/(?:post|person|body)\//.test(each),
  );
  return Effect.map(
    Effect.forEach(references, (each) => records.find<{ name?: string; title?: string }>(each)),
    (found) => {
      const names = new Map<string, string>();
      for (const [index, reference] of references.entries()) {
        const name = found[index]?.name ?? found[index]?.title;
        if (name !== undefined) names.set(reference, name);
      }
      return names;
    },
  );
};

/** All that belongs to one meeting, as the caller may see it. Fails with `core/not-found`. */
export const readMeeting = (
  reference: Reference,
): Effect.Effect<MeetingRecords, MoothallError, Records> =>
  Effect.gen(function* () {
    const records = yield* Records;
    const meeting = yield* records.get<MeetingRecords["meeting"]>(reference);
    const own = { where: [{ field: "meeting", is: "equals", value: reference }] } as const;
    const items = inOrder(
      yield* records.all<MeetingRecords["items"][number]>("meetings/agenda-item", own),
    );
    const itemReferences = items.map(({ id }) => referenceTo("meetings/agenda-item", id));
    const named = [...new Set(items.flatMap(({ papers = [] }) => papers))].filter(isReference);
    const papers = [
      ...(yield* Effect.forEach(named, (each) =>
        records.find<MeetingRecords["papers"][number]>(each),
      )).flatMap((each) => each ?? []),
      ...(yield* whereOneOf<MeetingRecords["papers"][number]>(
        records,
        "meetings/paper",
        "item",
        itemReferences,
      )),
    ];
    const onePaperEach = [...new Map(papers.map((each) => [each.id, each])).values()];
    const orders = yield* records.all<StandingOrders>("meetings/standing-orders", {
      where: [{ field: "body", is: "equals", value: meeting.body }],
    });
    const found = {
      meeting,
      body: yield* records.find<MeetingBody>(meeting.body as Reference),
      orders: ordersOf(orders, meeting.body, dayOf(meeting)),
      agenda: (yield* records.all<NonNullable<MeetingRecords["agenda"]>>(
        "meetings/agenda",
        own,
      ))[0],
      items,
      papers: onePaperEach,
      versions: yield* whereOneOf<MeetingRecords["versions"][number]>(
        records,
        "meetings/paper-version",
        "paper",
        onePaperEach.map(({ id }) => referenceTo("meetings/paper", id)),
      ),
      attendance: yield* records.all<MeetingRecords["attendance"][number]>(
        "meetings/attendance",
        own,
      ),
      declarations: yield* records.all<MeetingRecords["declarations"][number]>(
        "meetings/declaration-of-interest",
        own,
      ),
      questions: yield* records.all<MeetingRecords["questions"][number]>("meetings/question", own),
      resolutions: yield* records.all<MeetingRecords["resolutions"][number]>(
        "meetings/resolution",
        own,
      ),
      motions: yield* records.all<MeetingRecords["motions"][number]>("meetings/motion", own),
      votes: yield* records.all<MeetingRecords["votes"][number]>("meetings/vote", own),
      minutes: (yield* records.all<NonNullable<MeetingRecords["minutes"]>>(
        "meetings/minutes",
        own,
      ))[0],
      actions: yield* records.all<MeetingRecords["actions"][number]>("meetings/action", own),
      decisions: yield* records.all<MeetingRecords["decisions"][number]>("meetings/decision", own),
      publications: inTime(
        yield* records.all<MeetingRecords["publications"][number]>("meetings/publication", own),
      ),
    };
    return { ...found, names: yield* readNames(records, Object.values(found)) };
  });

/** Every record of meetings that the caller may see: for checks and reports over a whole body. */
export const readAll: Effect.Effect<AllRecords, MoothallError, Records> = Effect.gen(function* () {
  const records = yield* Records;
  const all = <Name extends keyof AllRecords>(kind: string) =>
    records.all(`meetings/${kind}`) as unknown as Read<AllRecords[Name]>;
  const found = {
    bodies: yield* records.all<MeetingBody>("register/body"),
    orders: yield* all<"orders">("standing-orders"),
    memberships: yield* all<"memberships">("membership"),
    meetings: yield* all<"meetings">("meeting"),
    agendas: yield* all<"agendas">("agenda"),
    items: yield* all<"items">("agenda-item"),
    papers: yield* all<"papers">("paper"),
    versions: yield* all<"versions">("paper-version"),
    attendance: yield* all<"attendance">("attendance"),
    declarations: yield* all<"declarations">("declaration-of-interest"),
    questions: yield* all<"questions">("question"),
    resolutions: yield* all<"resolutions">("resolution"),
    motions: yield* all<"motions">("motion"),
    votes: yield* all<"votes">("vote"),
    minutes: yield* all<"minutes">("minutes"),
    actions: yield* all<"actions">("action"),
    decisions: yield* all<"decisions">("decision"),
    publications: yield* all<"publications">("publication"),
    forwardPlan: yield* all<"forwardPlan">("forward-plan-entry"),
  };
  const names = new Map<string, string>();
  for (const { id, name } of found.bodies) names.set(referenceTo("register/body", id), name);
  for (const { id, title } of yield* records.all<{ title: string }>("register/post"))
    names.set(referenceTo("register/post", id), title);
  for (const { id, name } of yield* records.all<{ name: string }>("register/person"))
    names.set(referenceTo("register/person", id), name);
  return { ...found, names };
});
