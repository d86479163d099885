import { referenceTo } from "@moothall/core";
import type { SeenAction } from "../resources/action.ts";
import type { Agenda } from "../resources/agenda.ts";
import type { SeenItem } from "../resources/agenda-item.ts";
import type { SeenDecision } from "../resources/decision.ts";
import type { ForwardPlanEntry } from "../resources/forward-plan-entry.ts";
import type { Meeting } from "../resources/meeting.ts";
import { compareMeetings, dayOf } from "../resources/meeting-start.ts";
import type { Membership } from "../resources/membership.ts";
import type { SeenMinutes } from "../resources/minutes.ts";
import type { SeenPaper } from "../resources/paper.ts";
import type { Publication } from "../resources/publication.ts";
import type { SeenResolution } from "../resources/resolution.ts";
import { ordersOf, type StandingOrders } from "../resources/standing-orders.ts";
import type {
  MeetingBody,
  MeetingRecords,
  SeenAttendance,
  SeenDeclaration,
  SeenMotion,
  SeenQuestion,
  SeenVersion,
  SeenVote,
} from "./meeting-records.ts";

/** Every record of meetings that a reader may see, kind by kind. */
export interface AllRecords {
  readonly bodies: readonly MeetingBody[];
  readonly orders: readonly StandingOrders[];
  readonly memberships: readonly Membership[];
  readonly meetings: readonly Meeting[];
  readonly agendas: readonly Agenda[];
  readonly items: readonly SeenItem[];
  readonly papers: readonly SeenPaper[];
  readonly versions: readonly SeenVersion[];
  readonly attendance: readonly SeenAttendance[];
  readonly declarations: readonly SeenDeclaration[];
  readonly questions: readonly SeenQuestion[];
  readonly resolutions: readonly SeenResolution[];
  readonly motions: readonly SeenMotion[];
  readonly votes: readonly SeenVote[];
  readonly minutes: readonly SeenMinutes[];
  readonly actions: readonly SeenAction[];
  readonly decisions: readonly SeenDecision[];
  readonly publications: readonly Publication[];
  readonly forwardPlan: readonly ForwardPlanEntry[];
  readonly names: ReadonlyMap<string, string>;
}

const byMeeting = <T extends { readonly meeting?: string | undefined }>(
  list: readonly T[],
): ReadonlyMap<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const each of list) {
    if (each.meeting === undefined) continue;
    const group = groups.get(each.meeting);
    if (group === undefined) groups.set(each.meeting, [each]);
    else group.push(each);
  }
  return groups;
};

/** The records of every meeting, in the order in which the meetings start. */
export function assembleMeetings(all: AllRecords): MeetingRecords[] {
  const groups = {
    agendas: byMeeting(all.agendas),
    items: byMeeting(all.items),
    attendance: byMeeting(all.attendance),
    declarations: byMeeting(all.declarations),
    questions: byMeeting(all.questions),
    resolutions: byMeeting(all.resolutions),
    motions: byMeeting(all.motions),
    votes: byMeeting(all.votes),
    minutes: byMeeting(all.minutes),
    actions: byMeeting(all.actions),
    decisions: byMeeting(all.decisions),
    publications: byMeeting(all.publications),
  };
  const bodies = new Map(all.bodies.map((each) => [referenceTo("register/body", each.id), each]));
  const papers = new Map(all.papers.map((each) => [referenceTo("meetings/paper", each.id), each]));
  const papersOfItem = new Map<string, SeenPaper[]>();
  for (const paper of all.papers) {
    if (paper.item === undefined) continue;
    papersOfItem.set(paper.item, [...(papersOfItem.get(paper.item) ?? []), paper]);
  }
  const versions = new Map<string, SeenVersion[]>();
  for (const version of all.versions)
    versions.set(version.paper, [...(versions.get(version.paper) ?? []), version]);
  return all.meetings.toSorted(compareMeetings).map((meeting): MeetingRecords => {
    const own = referenceTo("meetings/meeting", meeting.id);
    const items = inOrder(groups.items.get(own) ?? []);
    const found = new Set(
      items.flatMap((item) => [
        ...(item.papers ?? []).flatMap(
          (each) => papers.get(each as `${string}/${string}/${string}`) ?? [],
        ),
        ...(papersOfItem.get(referenceTo("meetings/agenda-item", item.id)) ?? []),
      ]),
    );
    return {
      meeting,
      body: bodies.get(meeting.body as `${string}/${string}/${string}`),
      orders: ordersOf(all.orders, meeting.body, dayOf(meeting)),
      agenda: groups.agendas.get(own)?.[0],
      items,
      papers: [...found],
      versions: [...found].flatMap(
        ({ id }) => versions.get(referenceTo("meetings/paper", id)) ?? [],
      ),
      attendance: groups.attendance.get(own) ?? [],
      declarations: groups.declarations.get(own) ?? [],
      questions: groups.questions.get(own) ?? [],
      resolutions: groups.resolutions.get(own) ?? [],
      motions: groups.motions.get(own) ?? [],
      votes: groups.votes.get(own) ?? [],
      minutes: groups.minutes.get(own)?.[0],
      actions: groups.actions.get(own) ?? [],
      decisions: groups.decisions.get(own) ?? [],
      publications: inTime(groups.publications.get(own) ?? []),
      names: all.names,
    };
  });
}

/** In the order of the agenda as listed. */
export const inOrder = (items: readonly SeenItem[]): SeenItem[] =>
  items.toSorted((left, right) => left.order - right.order || (left.id < right.id ? -1 : 1));

/** In the order in which they went out. */
export const inTime = (publications: readonly Publication[]): Publication[] =>
  publications.toSorted((left, right) => Date.parse(left.at) - Date.parse(right.at));
