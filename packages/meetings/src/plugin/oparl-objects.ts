import { type Kind, referenceTo } from "@moothall/core";
import type { RecordsShape } from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import { inOrder } from "../agenda/assemble.ts";
import type { MeetingRecords } from "../agenda/meeting-records.ts";
import {
  agendaItemObject,
  bodyObject,
  consultationObject,
  locationObject,
  type MeetingParts,
  meetingObject,
  membershipObject,
  type OparlContext,
  type OparlObject,
  organizationObject,
  paperObject,
  personObject,
  type Stamped,
} from "../oparl/objects.ts";
import type { Meeting } from "../resources/meeting.ts";
import type { Membership } from "../resources/membership.ts";
import {
  type Bodies,
  type Body,
  equals,
  type Item,
  isPerson,
  type Paper,
  type Read,
} from "./oparl-bodies.ts";

/** The object of a record; undefined where this feed has none of it. */
export const objectOf = (
  records: RecordsShape,
  type: string,
  found: unknown,
  kind: Kind,
  bodies: Bodies,
  context: OparlContext,
): Read<OparlObject | undefined> => {
  const isOrganization = (each: string) => bodies.organizations.has(each);
  switch (type) {
    case "Body": {
      const body = found as Body;
      const isRoot = [...bodies.rootOf.values()].includes(referenceTo("register/body", body.id));
      return Effect.succeed(isRoot ? bodyObject(body, context) : undefined);
    }
    case "Organization":
      return organization(records, found as Body, bodies, context);
    case "Person":
      return person(records, found as Stamped<{ id: string }>, kind, bodies, context);
    case "Membership": {
      const membership = found as Stamped<Membership>;
      return Effect.succeed(
        isPerson(membership) ? membershipObject(membership, isOrganization, context) : undefined,
      );
    }
    case "Meeting":
      return fullMeeting(records, found as Stamped<Meeting>, context);
    case "Location": {
      const meeting = found as Stamped<Meeting>;
      return Effect.succeed(
        meeting.place === undefined ? undefined : locationObject(meeting, context),
      );
    }
    case "AgendaItem":
      return agendaItem(records, found as Item, context);
    case "Paper":
      return paper(records, found as Paper, bodies, context);
    case "Consultation": {
      const each = found as Paper;
      return Effect.succeed(
        each.item === undefined ? undefined : consultationObject(each, context),
      );
    }
    default:
      return Effect.succeed(undefined);
  }
};

export const organization = (
  records: RecordsShape,
  body: Body,
  bodies: Bodies,
  context: OparlContext,
): Read<OparlObject | undefined> => {
  const own = referenceTo("register/body", body.id);
  const root = bodies.rootOf.get(own);
  if (root === undefined) return Effect.succeed(undefined);
  return Effect.map(
    records.all<Membership>("meetings/membership", { where: [equals("body", own)] }),
    (memberships) =>
      organizationObject(
        body,
        root,
        memberships.filter(isPerson),
        (each) => bodies.organizations.has(each),
        context,
      ),
  );
};

export const person = (
  records: RecordsShape,
  holder: Stamped<{ readonly id: string }>,
  kind: Kind,
  bodies: Bodies,
  context: OparlContext,
): Read<OparlObject | undefined> => {
  const own = referenceTo(kind, holder.id);
  return Effect.map(
    records.all<Membership>("meetings/membership", { where: [equals("member", own)] }),
    (memberships) => {
      const [first] = memberships;
      if (first === undefined) return undefined;
      const isOrganization = (each: string) => bodies.organizations.has(each);
      return personObject(
        own,
        holder,
        memberships,
        isOrganization,
        bodies.rootOf.get(first.body),
        context,
      );
    },
  );
};

export const fullMeeting = (
  records: RecordsShape,
  meeting: Stamped<Meeting>,
  context: OparlContext,
): Read<OparlObject> =>
  Effect.gen(function* () {
    const own = { where: [equals("meeting", referenceTo("meetings/meeting", meeting.id))] };
    const [minutes] = yield* records.all<NonNullable<MeetingRecords["minutes"]>>(
      "meetings/minutes",
      own,
    );
    const parts: MeetingParts = {
      items: inOrder(yield* records.all<Item>("meetings/agenda-item", own)) as Item[],
      attendance: yield* records.all<MeetingRecords["attendance"][number]>(
        "meetings/attendance",
        own,
      ),
      resolutions: yield* records.all<MeetingRecords["resolutions"][number]>(
        "meetings/resolution",
        own,
      ),
      papers: yield* records.all<Paper>("meetings/paper", own),
      minutes,
    };
    return meetingObject(meeting, parts, context);
  });

export const agendaItem = (
  records: RecordsShape,
  item: Item,
  context: OparlContext,
): Read<OparlObject> =>
  Effect.gen(function* () {
    const ofMeeting = { where: [equals("meeting", item.meeting)] };
    const ofItem = { where: [equals("item", referenceTo("meetings/agenda-item", item.id))] };
    const siblings = inOrder(yield* records.all<Item>("meetings/agenda-item", ofMeeting));
    const parts = {
      resolutions: yield* records.all<MeetingRecords["resolutions"][number]>(
        "meetings/resolution",
        ofItem,
      ),
      papers: yield* records.all<Paper>("meetings/paper", ofItem),
    };
    const order = siblings.findIndex(({ id }) => id === item.id);
    return agendaItemObject(item, order, parts, context);
  });

export const paper = (
  records: RecordsShape,
  found: Paper,
  bodies: Bodies,
  context: OparlContext,
): Read<OparlObject> =>
  Effect.map(
    records.all<MeetingRecords["versions"][number]>("meetings/paper-version", {
      where: [equals("paper", referenceTo("meetings/paper", found.id))],
    }),
    (versions) => paperObject(found, versions, bodies.rootOf.get(found.body), context),
  );
