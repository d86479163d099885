import {
  clears,
  narrower,
  type PublicationClass,
  project,
  publicationClasses,
  type Reference,
  referenceTo,
} from "@moothall/core";
import type { Nation } from "@moothall/core/calendar";
import { agendaNotice, type BoundBody, type LegalProfile, profileFor } from "../law/profile.ts";
import type { SeenAction } from "../resources/action.ts";
import type { Agenda } from "../resources/agenda.ts";
import type { SeenItem } from "../resources/agenda-item.ts";
import type { Attendance } from "../resources/attendance.ts";
import { type ClassifiedKind, type Classifier, classifiers } from "../resources/classifiers.ts";
import type { SeenDecision } from "../resources/decision.ts";
import type { DeclarationOfInterest } from "../resources/declaration-of-interest.ts";
import type { Meeting } from "../resources/meeting.ts";
import { dayOf } from "../resources/meeting-start.ts";
import type { SeenMinutes } from "../resources/minutes.ts";
import type { Motion } from "../resources/motion.ts";
import type { SeenPaper } from "../resources/paper.ts";
import type { PaperVersion } from "../resources/paper-version.ts";
import type { Publication } from "../resources/publication.ts";
import type { Seen } from "../resources/publishing.ts";
import type { Question } from "../resources/question.ts";
import type { SeenResolution } from "../resources/resolution.ts";
import type { StandingOrders } from "../resources/standing-orders.ts";
import type { Vote } from "../resources/vote.ts";

export type SeenVersion = Seen<PaperVersion, "paper" | "version" | "reason" | "publication">;
export type SeenAttendance = Seen<Attendance, "meeting" | "capacity" | "publication">;
export type SeenDeclaration = Seen<DeclarationOfInterest, "meeting" | "kind" | "publication">;
export type SeenQuestion = Seen<Question, "body" | "asked" | "by" | "publication">;
export type SeenMotion = Seen<
  Motion,
  "meeting" | "session" | "classification" | "requirement" | "publication"
>;
export type SeenVote = Seen<Vote, "motion" | "meeting" | "session" | "publication">;

/** What is read of a body of the register. */
export interface MeetingBody extends BoundBody {
  readonly id: string;
  readonly name: string;
}

/** All that belongs to one meeting, as its reader may see it. */
export interface MeetingRecords {
  readonly meeting: Meeting;
  readonly body: MeetingBody | undefined;
  readonly orders: StandingOrders | undefined;
  readonly agenda: Agenda | undefined;
  /** In the order of the agenda. */
  readonly items: readonly SeenItem[];
  readonly papers: readonly SeenPaper[];
  readonly versions: readonly SeenVersion[];
  readonly attendance: readonly SeenAttendance[];
  readonly declarations: readonly SeenDeclaration[];
  readonly questions: readonly SeenQuestion[];
  readonly resolutions: readonly SeenResolution[];
  readonly motions: readonly SeenMotion[];
  readonly votes: readonly SeenVote[];
  readonly minutes: SeenMinutes | undefined;
  readonly actions: readonly SeenAction[];
  readonly decisions: readonly SeenDecision[];
  /** In the order in which they went out. */
  readonly publications: readonly Publication[];
  /** The names of posts, persons and bodies that the records refer to. */
  readonly names: ReadonlyMap<string, string>;
}

/** The legal profile that binds a meeting's body on the day; undefined where none is known. */
export const profileOfMeeting = ({
  body,
  meeting,
}: Pick<MeetingRecords, "body" | "meeting">): LegalProfile | undefined =>
  body === undefined ? undefined : profileFor(body, dayOf(meeting));

/** The nation whose bank holidays count for a meeting. */
export const nationOfMeeting = (
  { body, orders }: Pick<MeetingRecords, "body" | "orders">,
  otherwise: Nation,
): Nation => orders?.nation ?? (body?.nation as Nation | undefined) ?? otherwise;

/** The clear working days that an agenda owes: by law, or by the body's own rule where that is more. */
export function noticeOwed(
  records: Pick<MeetingRecords, "body" | "meeting" | "orders">,
): { readonly days: number; readonly provision: string } | undefined {
  const profile = profileOfMeeting(records);
  const law = profile && agendaNotice(profile, dayOf(records.meeting));
  const own = records.orders?.noticeDays;
  if (own !== undefined && own > (law?.days ?? 0))
    return { days: own, provision: "The body's standing orders" };
  return law;
}

/** The papers of an item: those that it names and those that name it, each once, in that order. */
export function papersOf(item: SeenItem, papers: readonly SeenPaper[]): SeenPaper[] {
  const named = (item.papers ?? []).flatMap(
    (reference) => papers.find(({ id }) => referenceTo("meetings/paper", id) === reference) ?? [],
  );
  const own = referenceTo("meetings/agenda-item", item.id);
  return [...named, ...papers.filter((each) => each.item === own && !named.includes(each))];
}

const lists = {
  items: "agenda-item",
  papers: "paper",
  versions: "paper-version",
  attendance: "attendance",
  declarations: "declaration-of-interest",
  questions: "question",
  resolutions: "resolution",
  motions: "motion",
  votes: "vote",
  actions: "action",
  decisions: "decision",
  publications: "publication",
} as const satisfies Partial<Record<keyof MeetingRecords, ClassifiedKind>>;

const singles = {
  agenda: "agenda",
  minutes: "minutes",
} as const satisfies Partial<Record<keyof MeetingRecords, ClassifiedKind>>;

type Held = Record<string, unknown> & { readonly id: string };

/** The classification of a record as it is seen: a redacted one may lack what the full one is classed by. */
const classificationOf = (kind: ClassifiedKind, record: Held) =>
  (classifiers[kind] as Classifier).classify(record as never);

/** The narrowest class of what is in a record. */
export function classOfRecord(kind: ClassifiedKind, record: object): PublicationClass {
  const held = record as Held;
  const classification = classificationOf(kind, held);
  const open = publicationClasses.find(
    (clearance) =>
      clears(clearance, classification.record) &&
      project(held, classification, clearance)?.withheld.every(
        (pointer) => pointer === "/withheld/reasoning",
      ) === true,
  );
  return open ?? "confidential";
}

/** The narrowest class of what is in the records of a meeting. */
export function classOfMeetingRecords(records: MeetingRecords): PublicationClass {
  let of: PublicationClass = classOfRecord("meeting", records.meeting);
  for (const [name, kind] of Object.entries(lists)) {
    for (const each of records[name as keyof typeof lists])
      of = narrower(of, classOfRecord(kind, each));
  }
  for (const [name, kind] of Object.entries(singles)) {
    const each = records[name as keyof typeof singles];
    if (each !== undefined) of = narrower(of, classOfRecord(kind, each));
  }
  return of;
}

/** The records of a meeting as the public may see them, whoever read them. */
export function asPublic(records: MeetingRecords): MeetingRecords {
  const hidden = new Set<Reference>();
  const all: [ClassifiedKind, Held][] = [];
  for (const [name, kind] of Object.entries(lists)) {
    for (const each of records[name as keyof typeof lists])
      all.push([kind, each as unknown as Held]);
  }
  for (const [name, kind] of Object.entries(singles)) {
    const each = records[name as keyof typeof singles];
    if (each !== undefined) all.push([kind, each as unknown as Held]);
  }
  for (const [kind, each] of all) {
    if (classificationOf(kind, each).record !== "public")
      hidden.add(referenceTo(`meetings/${kind}`, each.id));
  }
  const seen = (kind: ClassifiedKind, each: unknown) =>
    project(each as Held, classificationOf(kind, each as Held), "public", hidden)?.document;
  const projected: Record<string, unknown> = { ...records };
  for (const [name, kind] of Object.entries(lists)) {
    const list: readonly unknown[] = records[name as keyof typeof lists];
    projected[name] = list.flatMap((each) => seen(kind, each) ?? []);
  }
  for (const [name, kind] of Object.entries(singles)) {
    const each = records[name as keyof typeof singles];
    projected[name] = each === undefined ? undefined : seen(kind, each);
  }
  return projected as unknown as MeetingRecords;
}
