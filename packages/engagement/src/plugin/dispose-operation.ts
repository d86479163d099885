import { type Kind, referenceTo } from "@moothall/core";
import {
  Clock,
  type DecidedWrite,
  type Operation,
  operation,
  Records,
} from "@moothall/core/plugin";
import * as Effect from "effect/Effect";
import * as z from "zod";
import { fault } from "../errors.ts";
import type { Consultation } from "../resources/consultation.ts";
import type { Contact, ContactDetails } from "../resources/contact.ts";
import type { Hold } from "../resources/hold.ts";
import type { Matter } from "../resources/matter.ts";
import type { Response } from "../resources/response.ts";
import type { Vote } from "../resources/statement.ts";
import {
  type Disposable,
  type Disposal,
  disposableKinds,
  disposal,
} from "../retention/disposal.ts";
import { retention, type Settings } from "./settings.ts";

export const disposeOperation = (settings: Settings): Operation =>
  operation({
    summary: "Erase what was kept its time, out of history too; holds win.",
    description:
      "With --dry-run it only lists, exactly, what a run would erase. Content and salts are erased from the whole history; a tombstone stays and the chain still verifies.",
    input: () =>
      z.strictObject({
        dryRun: z.boolean().default(false).describe("Only list what would be erased"),
        retention: retention()
          .optional()
          .describe(
            "Years after the end of the financial year, by kind; the office's settings where left out",
          ),
      }),
    output: () =>
      z.strictObject({
        dryRun: z.boolean(),
        erase: z.array(
          z.strictObject({ kind: z.enum(disposableKinds), id: z.string(), due: z.string() }),
        ),
        held: z.array(z.strictObject({ reference: z.string(), hold: z.string() })),
        /** Records that stay and lose their reference to what is erased. */
        changed: z.array(z.string()),
        /** Records that stay because nothing says from which day their time counts. */
        undated: z.array(z.string()),
      }),
    mode: "write",
    permission: "dispose",
    clearance: "confidential",
    timeLimit: 300_000,
    needs: [Records, Clock],
    example: { input: { dryRun: true, retention: { response: 2 } } },
    handler: (input) =>
      Effect.gen(function* () {
        const clock = yield* Clock;
        const years = input.retention ?? settings.retention;
        if (Object.keys(years).length === 0) return yield* Effect.fail(noRetention());
        const records = yield* readDisposable;
        const found = disposal(records, years, clock.today());
        return {
          output: {
            dryRun: input.dryRun,
            erase: [...found.erase],
            held: [...found.held],
            changed: found.changed.map(({ kind, id }) => referenceTo(`engagement/${kind}`, id)),
            undated: [...found.undated],
          },
          writes: input.dryRun ? [] : writesOf(found, records),
        };
      }),
  });

const readDisposable = Effect.gen(function* () {
  const records = yield* Records;
  return {
    consultations: yield* records.all<Consultation>("engagement/consultation"),
    responses: yield* records.all<Response>("engagement/response"),
    votes: yield* records.all<Vote>("engagement/vote"),
    details: yield* records.all<ContactDetails>("engagement/contact-details"),
    contacts: yield* records.all<Contact>("engagement/contact"),
    matters: yield* records.all<Matter>("engagement/matter"),
    holds: yield* records.all<Hold>("engagement/hold"),
  } satisfies Disposable;
});

function writesOf(found: Disposal, { contacts, matters }: Disposable): readonly DecidedWrite[] {
  const gone = new Set(found.erase.map(({ kind, id }) => `engagement/${kind}/${id}`));
  const keep = (reference: string | undefined) => reference === undefined || !gone.has(reference);
  return [
    ...found.erase.map(({ kind, id, due }) => ({
      action: "erase" as const,
      kind: `engagement/${kind}` as Kind,
      id,
      reason: `Kept its time, which ended on ${due}.`,
    })),
    ...found.changed.map(({ kind, id }): DecidedWrite => {
      if (kind === "contact") {
        const { details, repeatOf, ...rest } = contacts.find((each) => each.id === id) as Contact;
        const data = {
          ...withoutRecord(rest),
          ...(details !== undefined && keep(details) && { details }),
          ...(repeatOf !== undefined && keep(repeatOf) && { repeatOf }),
        };
        return { action: "put", kind: "engagement/contact", data };
      }
      const { contact: _, ...rest } = matters.find((each) => each.id === id) as Matter;
      return { action: "put", kind: "engagement/matter", data: withoutRecord(rest) };
    }),
  ];
}

/** A record as it was read says what the store says of it; that is not written back. */
function withoutRecord<T extends { readonly id: string }>(data: T): T {
  const { record: _, ...fields } = data as T & { readonly record?: unknown };
  return fields as T;
}

const noRetention = () =>
  fault(
    "engagement/unknown-retention",
    "It is not set how long anything is kept, so nothing can be disposed of.",
    'Set the plugin\'s retention, or give it: {"retention":{"response":2}}, years after the end of the financial year.',
    { pointer: "/retention" },
  );
