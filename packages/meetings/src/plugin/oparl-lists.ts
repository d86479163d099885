import { isIdentifier, type Kind, type Reference, referenceTo } from "@moothall/core";
import {
  attempt,
  type FeedRequest,
  type FeedResponse,
  type RecordsShape,
} from "@moothall/core/plugin";
import type { Condition } from "@moothall/core/store";
import * as Effect from "effect/Effect";
import {
  bodyObject,
  hasText,
  type OparlContext,
  type OparlObject,
  type Stamped,
  textFile,
} from "../oparl/objects.ts";
import { isWithin, readWindow, type Window, windowQuery } from "../oparl/window.ts";
import type { Meeting } from "../resources/meeting.ts";
import type { Membership } from "../resources/membership.ts";
import type { StandingOrders } from "../resources/standing-orders.ts";
import { json } from "./oparl-answers.ts";
import {
  type Bodies,
  equals,
  type Item,
  notFound,
  oneOf,
  type Paper,
  type Read,
  readBodies,
} from "./oparl-bodies.ts";
import { agendaItem, fullMeeting, objectOf, organization, paper, person } from "./oparl-objects.ts";
import { type BodyList, bodyLists } from "./oparl-route.ts";

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
      .filter(({ record }) => isWithin(record, window))
      .map((body) => bodyObject(body, context));
    return json(listOf(data, `${base}/body`, window, undefined, undefined));
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
      return json(listOf([], `${request.base}/${request.path}`, window, undefined, undefined));
    }
    // Items know their meeting and not its body, so their list is sifted instead of filtered.
    const where = list === "agenda-item" ? [] : [oneOf("body", own)];
    return yield* page(records, list, where, bodies, new Set(own), request, context);
  });

/**
 * A page of an external list, in the order of the ids: the same on every call. A page starts after the
 * id that its address names, so that what is added meanwhile moves nothing.
 */
export const page = (
  records: RecordsShape,
  list: BodyList,
  where: readonly Condition[],
  bodies: Bodies,
  own: ReadonlySet<string> | undefined,
  { query, base, path }: FeedRequest,
  context: OparlContext,
): Read<FeedResponse> =>
  Effect.gen(function* () {
    const window = yield* attempt(() => readWindow(query));
    const after = query.get("after") ?? undefined;
    if (after !== undefined && !isIdentifier(after)) return yield* Effect.fail(notFound());
    const kind = bodyLists[list];
    const data = new Map<string, OparlObject>();
    let last = after;
    let more = true;
    while (more && data.size < perPage) {
      const from: readonly Condition[] =
        last === undefined ? [] : [{ field: "id", is: "at-least", value: last }];
      // The record after which the page starts comes along, and is dropped.
      const { items, next } = yield* records.list(kind, {
        where: [...where, ...from],
        limit: perPage + 1,
      });
      const fresh = items.filter(({ id }) => id !== last);
      more = next !== null;
      for (const [index, each] of fresh.entries()) {
        last = each.id;
        if (!goesThroughOthers.has(list) && !isWithin(each.record, window)) continue;
        const made = yield* listed(records, list, each, bodies, own, context);
        if (made !== undefined && isWithin(timesOf(made), window)) data.set(made.id, made);
        if (data.size === perPage) {
          more ||= index < fresh.length - 1;
          break;
        }
      }
    }
    return json(
      listOf([...data.values()], `${base}/${path}`, window, after, more ? last : undefined),
    );
  });

/** Lists whose objects are not of the records that the list goes through, and have times of their own. */
const goesThroughOthers: ReadonlySet<string> = new Set(["organization", "person"]);

const timesOf = ({ created, modified }: OparlObject) => ({
  created: String(created),
  modified: String(modified),
});

const listed = (
  records: RecordsShape,
  list: BodyList,
  each: unknown,
  bodies: Bodies,
  own: ReadonlySet<string> | undefined,
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
          where: [equals("member", member), oneOf("body", [...(own ?? [])])],
        });
        // A member of several bodies is listed once.
        if (first?.id !== id) return undefined;
        const holder = yield* records.find<{ id: string }>(member as Reference);
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
        meeting === undefined || own?.has(meeting.body) === false
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
  after: string | undefined,
  next: string | undefined,
) {
  const link = (start: string | undefined): string => {
    const query = windowQuery(window);
    if (start !== undefined) query.set("after", start);
    const text = query.toString();
    return text === "" ? address : `${address}?${text}`;
  };
  return {
    data,
    pagination: { elementsPerPage: perPage },
    links: {
      first: link(undefined),
      self: link(after),
      ...(next !== undefined && { next: link(next) }),
    },
  };
}
