import { MoothallError, parseReference, type Reference } from "@moothall/core";
import type { RecordsShape, StoredRecord } from "@moothall/core/plugin";
import type { Condition } from "@moothall/core/store";
import * as Effect from "effect/Effect";
import type { MeetingBody, MeetingRecords } from "../agenda/meeting-records.ts";
import type { Stamped } from "../oparl/objects.ts";
import type { Membership } from "../resources/membership.ts";
import type { StandingOrders } from "../resources/standing-orders.ts";

export type Read<T> = Effect.Effect<T, MoothallError>;

export type Item = Stamped<MeetingRecords["items"][number]>;

export type Paper = Stamped<MeetingRecords["papers"][number]>;

export type Body = Stamped<MeetingBody>;

/** The bodies that meet and the bodies that they belong to: tens, however many meetings they hold. */
export interface Bodies {
  readonly organizations: ReadonlySet<string>;
  /** The topmost body of each organisation. */
  readonly rootOf: ReadonlyMap<string, string>;
  readonly records: ReadonlyMap<string, Body>;
  readonly orders: readonly Stamped<StandingOrders>[];
}

export const readBodies = (records: RecordsShape): Read<Bodies> =>
  Effect.gen(function* () {
    const orders = yield* records.all<StandingOrders>("meetings/standing-orders");
    const found = new Map<string, Body>();
    const rootOf = new Map<string, string>();
    for (const { body } of orders) {
      let at: string | undefined = body;
      let root = body;
      const passed = new Set<string>();
      while (at !== undefined && !passed.has(at)) {
        passed.add(at);
        const known: Body | undefined =
          found.get(at) ?? (yield* current<MeetingBody>(records, at as Reference));
        if (known === undefined) break;
        found.set(at, known);
        root = at;
        at = known.parent;
      }
      if (found.has(body)) rootOf.set(body, root);
    }
    return { organizations: new Set(rootOf.keys()), rootOf, records: found, orders };
  });

/** A record with all its times, or undefined where this reader sees none. */
export const current = <T>(
  records: RecordsShape,
  reference: Reference,
  deleted?: "only",
): Read<StoredRecord<T> | undefined> => {
  const { kind, id } = parseReference(reference);
  const query = { where: [equals("id", id)], limit: 1, ...(deleted && { deleted }) };
  return Effect.map(records.list<T>(kind, query), ({ items }) => items[0]);
};

export const notFound = (): MoothallError =>
  new MoothallError({
    code: "core/not-found",
    message: "There is no such object.",
    hint: "Start at the system object and follow its links.",
  });

export const equals = (field: string, value: string): Condition => ({ field, is: "equals", value });

export const oneOf = (field: string, value: readonly string[]): Condition => ({
  field,
  is: "one-of",
  value,
});

/** Whether a member is one that this feed shows as a person. */
export const isPerson = ({ member }: Membership): boolean => !member.startsWith("register/body/");
