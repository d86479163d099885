import { type Kind, parseReference, type Reference, referenceTo } from "@moothall/core";
import {
  attempt,
  type FeedRequest,
  type FeedResponse,
  type RecordsShape,
  type StoredRecord,
} from "@moothall/core/plugin";
import type { Condition } from "@moothall/core/store";
import * as Effect from "effect/Effect";
import {
  bodyObject,
  deletedObject,
  hasText,
  type OparlContext,
  type OparlObject,
  type Stamped,
  textFile,
} from "../oparl/objects.ts";
import { isWithin, queryOfWindow, readWindow, type Window, windowQuery } from "../oparl/window.ts";
import type { Meeting } from "../resources/meeting.ts";
import type { Membership } from "../resources/membership.ts";
import type { StandingOrders } from "../resources/standing-orders.ts";
import { json } from "./oparl-answers.ts";
import {
  type Bodies,
  current,
  equals,
  type Item,
  notFound,
  oneOf,
  type Paper,
  type Read,
  readBodies,
} from "./oparl-bodies.ts";
import { agendaItem, fullMeeting, objectOf, organization, paper, person } from "./oparl-objects.ts";
import { addressOf, type BodyList, bodyLists, listed } from "./oparl-route.ts";

const perPage = 50;

export const bodyList = (
  records: RecordsShape,
  { query, base }: FeedRequest,
  context: OparlContext,
): Read<FeedResponse> =>
  Effect.gen(function* () {
    const window = yield* attempt(() => readWindow(query));
    const bodies = yield* readBodies(records);
    const roots = [...new Set(bodies.rootOf.values())].sort();
    const data = roots
      .flatMap((root) => bodies.records.get(root) ?? [])
      .filter(({ record }) => isWithin(shownTimes(record), window))
      .map((body) => bodyObject(body, context));
    return json(listOf(data, `${base}/body`, window, null, undefined));
  });

export const listOfBody = (
  records: RecordsShape,
  body: string,
  list: BodyList | "legislative-term",
  request: FeedRequest,
  context: OparlContext,
): Read<FeedResponse> =>
  Effect.gen(function* () {
    const bodies = yield* readBodies(records);
    const root = referenceTo("register/body", body);
    const own = [...bodies.rootOf].filter(([, of]) => of === root).map(([each]) => each);
    if (own.length === 0) return yield* Effect.fail(notFound());
    if (list === "legislative-term") {
      const window = yield* attempt(() => readWindow(request.query));
      return json(listOf([], `${request.base}/${request.path}`, window, null, undefined));
    }
    // Items know their meeting and not its body, so their list is sifted instead of filtered.
    const where = list === "agenda-item" ? [] : [oneOf("body", own)];
    return yield* page(records, list, { where, bodies, own: new Set(own) }, request, context);
  });

/** What a list is of. */
interface Listing {
  readonly where: readonly Condition[];
  readonly bodies: Bodies;
  /** The bodies of which the list is. */
  readonly own: ReadonlySet<string>;
}

/**
 * A page of an external list, in an order that stays the same between calls: of the ids, or of the
 * time that is asked for. What was deleted follows what there is, where `modified_since` is set.
 */
export const page = (
  records: RecordsShape,
  list: BodyList,
  listing: Listing,
  { query, base, path }: FeedRequest,
  context: OparlContext,
): Read<FeedResponse> =>
  Effect.gen(function* () {
    const window = yield* attempt(() => readWindow(query));
    const { where, order } = queryOfWindow(window);
    const [type, ...kinds] = listed[list];
    const data = new Map<string, OparlObject>();
    let at: Place | undefined = placeOf(query.get("after"));
    while (at !== undefined && data.size < perPage) {
      const gone: Kind | undefined = at.gone === undefined ? undefined : kinds[at.gone];
      if (at.gone !== undefined && gone === undefined) return yield* Effect.fail(notFound());
      const { items, next }: Found = yield* records.list(gone ?? bodyLists[list], {
        ...(gone === undefined && goesThroughOthers.has(list)
          ? { where: listing.where }
          : { where: gone === undefined ? [...listing.where, ...where] : where, order }),
        limit: perPage - data.size,
        ...(at.cursor !== "" && { cursor: at.cursor }),
        ...(gone !== undefined && { deleted: "only" as const }),
      });
      for (const each of items) {
        const made: OparlObject | undefined =
          gone === undefined
            ? yield* objectIn(records, list, each, listing, context)
            : isOf(listing, each.id)
              ? deletedObject(type, addressOf(base, type, gone, each.id), each.record)
              : undefined;
        if (made !== undefined && (!goesThroughOthers.has(list) || isWithin(timesOf(made), window)))
          data.set(made.id, made);
      }
      if (next !== null) at = { ...at, cursor: next };
      else at = nextStretch(at, window.modified_since === undefined ? 0 : kinds.length);
    }
    return json(listOf([...data.values()], `${base}/${path}`, window, query.get("after"), at));
  });

interface Found {
  readonly items: readonly StoredRecord[];
  readonly next: string | null;
}

/** Where a page starts: in what there is, or among what is gone of a kind. */
interface Place {
  readonly gone: number | undefined;
  readonly cursor: string;
}

/** An address tells the place as the cursor alone, or as `gone.KIND.CURSOR`. */
function placeOf(after: string | null): Place {
  const [, kind, cursor = ""] = /^gone\.([0-9])\.(.*)$/.exec(after ?? "") ?? [];
  return kind === undefined
    ? { gone: undefined, cursor: after ?? "" }
    : { gone: Number(kind), cursor };
}

const placeText = ({ gone, cursor }: Place): string =>
  gone === undefined ? cursor : `gone.${gone}.${cursor}`;

function nextStretch({ gone }: Place, kinds: number): Place | undefined {
  const next = gone === undefined ? 0 : gone + 1;
  return next < kinds ? { gone: next, cursor: "" } : undefined;
}

/**
 * Whether what is gone belongs to a list. Nothing is told of it but its id, which says whose it was:
 * it starts with the id of a body. One that does not is told to everyone, so that nobody misses it.
 */
function isOf({ bodies, own }: Listing, id: string): boolean {
  const [of] = [...bodies.organizations]
    .map((body) => ({ body, id: parseReference(body).id }))
    .filter((body) => id === body.id || id.startsWith(`${body.id}.`))
    .sort((left, right) => right.id.length - left.id.length);
  return of === undefined || own.has(of.body);
}

/** Lists whose objects are not of the records that the list goes through, and have times of their own. */
const goesThroughOthers: ReadonlySet<string> = new Set(["organization", "person"]);

const shownTimes = ({ created, modified, touched = modified }: Stamped<object>["record"]) => ({
  created,
  modified: touched,
});

const timesOf = ({ created, modified }: OparlObject) => ({
  created: String(created),
  modified: String(modified),
});

const objectIn = (
  records: RecordsShape,
  list: BodyList,
  each: unknown,
  { bodies, own }: Listing,
  context: OparlContext,
): Read<OparlObject | undefined> => {
  switch (list) {
    case "organization": {
      const { body: of, id } = each as StandingOrders;
      const body = bodies.records.get(of);
      // A body with orders of several years is listed once.
      const isFirst = bodies.orders.find((one) => one.body === of)?.id === id;
      return body === undefined || !isFirst
        ? Effect.succeed(undefined)
        : organization(records, body, bodies, context);
    }
    case "person": {
      const { member, id } = each as Membership;
      const kind = member.slice(0, member.lastIndexOf("/")) as Kind;
      if (kind === "register/body") return Effect.succeed(undefined);
      return Effect.gen(function* () {
        const [first] = yield* records.all<Membership>("meetings/membership", {
          where: [equals("member", member), oneOf("body", [...own])],
        });
        // A member of several bodies is listed once.
        if (first?.id !== id) return undefined;
        const holder = yield* current<{ id: string }>(records, member as Reference);
        return holder && (yield* person(records, holder, kind, bodies, context));
      });
    }
    case "membership":
      return objectOf(records, "Membership", each, "meetings/membership", bodies, context);
    case "meeting":
      return fullMeeting(records, each as Stamped<Meeting>, context);
    case "location":
      return objectOf(records, "Location", each, "meetings/meeting", bodies, context);
    case "agenda-item": {
      const item = each as Item;
      return Effect.flatMap(records.find<Meeting>(item.meeting as Reference), (meeting) =>
        meeting === undefined || !own.has(meeting.body)
          ? Effect.succeed(undefined)
          : agendaItem(records, item, context),
      );
    }
    case "paper":
      return paper(records, each as Paper, bodies, context);
    case "consultation":
      return objectOf(records, "Consultation", each, "meetings/paper", bodies, context);
    case "file": {
      const of = each as Paper;
      return Effect.succeed(
        hasText(of) ? textFile(of, "paper", of.id, of.title ?? "", context) : undefined,
      );
    }
  }
};

function listOf(
  data: readonly OparlObject[],
  address: string,
  window: Window,
  after: string | null,
  next: Place | undefined,
) {
  const link = (start: string | null): string => {
    const query = windowQuery(window);
    if (start !== null) query.set("after", start);
    const text = query.toString();
    return text === "" ? address : `${address}?${text}`;
  };
  return {
    data,
    pagination: { elementsPerPage: perPage },
    links: {
      first: link(null),
      self: link(after),
      ...(next !== undefined && { next: link(placeText(next)) }),
    },
  };
}
