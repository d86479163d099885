import { dateOfInstant, parseDate, type Reference } from "@moothall/core";
import type { Consultation } from "../resources/consultation.ts";
import type { Contact, ContactDetails } from "../resources/contact.ts";
import type { Hold } from "../resources/hold.ts";
import type { Matter } from "../resources/matter.ts";
import type { Response } from "../resources/response.ts";
import type { Vote } from "../resources/statement.ts";

export const disposableKinds = [
  "response",
  "vote",
  "contact-details",
  "contact",
  "matter",
] as const;
export type DisposableKind = (typeof disposableKinds)[number];

/** Years after the end of the financial year; of a kind that is left out, nothing is disposed of. */
export type Retention = Readonly<Partial<Record<DisposableKind, number | undefined>>>;

export interface Disposable {
  readonly consultations: readonly Consultation[];
  readonly responses: readonly Response[];
  readonly votes: readonly Vote[];
  readonly details: readonly ContactDetails[];
  readonly contacts: readonly Contact[];
  readonly matters: readonly Matter[];
  readonly holds: readonly Hold[];
}

export interface Disposal {
  /** What is erased, with the day from which it might be. In one order, whatever was read. */
  readonly erase: readonly {
    readonly kind: DisposableKind;
    readonly id: string;
    readonly due: string;
  }[];
  /** What would be, but for a hold. */
  readonly held: readonly { readonly reference: Reference; readonly hold: Reference }[];
  /** Records that stay and lose a reference to what is erased. */
  readonly changed: readonly { readonly kind: "contact" | "matter"; readonly id: string }[];
  /** Records without a day from which their time would count; they stay. */
  readonly undated: readonly Reference[];
}

/**
 * The first day after the time of keeping: so many years after the end of the financial year (31
 * March) in which the day falls.
 */
export function disposalDue(day: string, years: number): string {
  const { year, month } = parseDate(day);
  const endYear = month >= 4 ? year + 1 : year;
  return `${String(endYear + years).padStart(4, "0")}-04-01`;
}

/**
 * What is to be erased on a day: exactly that, and nothing that is held. A matter that is published
 * is part of the public record and stays.
 */
export function disposal(records: Disposable, retention: Retention, today: string): Disposal {
  const consultationOf = new Map(
    records.consultations.map((each) => [`engagement/consultation/${each.id}`, each]),
  );
  const closing = (consultation: string, received: string): string =>
    consultationOf.get(consultation)?.closes ?? dateOfInstant(received);
  const candidates: Candidate[] = [
    ...records.responses.map((each) =>
      candidate("response", each.id, closing(each.consultation, each.received), [
        each.consultation,
      ]),
    ),
    ...records.votes.map((each) =>
      candidate("vote", each.id, closing(each.consultation, each.received), [
        each.consultation,
        each.statement,
      ]),
    ),
    ...records.details.map((each) =>
      candidate(
        "contact-details",
        each.id,
        each.closed ?? closedOf(each, records.contacts),
        contactsOf(each, records.contacts),
      ),
    ),
    ...records.contacts.map((each) =>
      candidate("contact", each.id, each.closed, [each.details, each.repeatOf].filter(isGiven)),
    ),
    ...records.matters
      .filter(({ published, disclosedIn }) => published === undefined && disclosedIn === undefined)
      .map((each) =>
        candidate(
          "matter",
          each.id,
          each.concluded ?? each.answered,
          [each.contact].filter(isGiven),
        ),
      ),
  ];
  const holds = records.holds.filter(
    ({ from, lifted }) => from <= today && (lifted === undefined || lifted > today),
  );
  const erase: { kind: DisposableKind; id: string; due: string }[] = [];
  const held: { reference: Reference; hold: Reference }[] = [];
  const undated: Reference[] = [];
  for (const { kind, id, day, partOf } of candidates) {
    const years = retention[kind];
    if (years === undefined) continue;
    const reference: Reference = `engagement/${kind}/${id}`;
    if (day === undefined) {
      undated.push(reference);
      continue;
    }
    const due = disposalDue(day, years);
    if (due > today) continue;
    const hold = holds.find(({ about }) =>
      [reference, ...partOf].some((each) => about.includes(each)),
    );
    if (hold === undefined) erase.push({ kind, id, due });
    else held.push({ reference, hold: `engagement/hold/${hold.id}` });
  }
  const gone = new Set(erase.map(({ kind, id }) => `engagement/${kind}/${id}`));
  return {
    erase: erase.sort((a, b) => compare(`${a.kind}/${a.id}`, `${b.kind}/${b.id}`)),
    held: held.sort((a, b) => compare(a.reference, b.reference)),
    changed: [
      ...records.contacts
        .filter(
          (each) =>
            losesOne([each.details, each.repeatOf], gone) &&
            !gone.has(`engagement/contact/${each.id}`),
        )
        .map(({ id }) => ({ kind: "contact" as const, id })),
      ...records.matters
        .filter(
          (each) => losesOne([each.contact], gone) && !gone.has(`engagement/matter/${each.id}`),
        )
        .map(({ id }) => ({ kind: "matter" as const, id })),
    ],
    undated: undated.sort(compare),
  };
}

interface Candidate {
  readonly kind: DisposableKind;
  readonly id: string;
  /** The day from which the time counts. */
  readonly day: string | undefined;
  /** References that, when held, hold it too. */
  readonly partOf: readonly string[];
}

const candidate = (
  kind: DisposableKind,
  id: string,
  day: string | undefined,
  partOf: readonly string[],
): Candidate => ({ kind, id, day, partOf });

const contactsOf = ({ id }: ContactDetails, contacts: readonly Contact[]): string[] =>
  contacts
    .filter(({ details }) => details === `engagement/contact-details/${id}`)
    .map((each) => `engagement/contact/${each.id}`);

/** The last closing of the contacts that share the details; not known while one of them is open. */
function closedOf({ id }: ContactDetails, contacts: readonly Contact[]): string | undefined {
  const own = contacts.filter(({ details }) => details === `engagement/contact-details/${id}`);
  if (own.length === 0 || own.some(({ closed }) => closed === undefined)) return undefined;
  return own
    .map(({ closed }) => closed as string)
    .sort()
    .at(-1);
}

const isGiven = (value: string | undefined): value is string => value !== undefined;

const losesOne = (
  references: readonly (string | undefined)[],
  gone: ReadonlySet<string>,
): boolean => references.some((each) => each !== undefined && gone.has(each));

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
