import { dateOfInstant, parseDate } from "@moothall/core";
import { addWorkingDays, latestPublication, type Nation } from "@moothall/core/calendar";
import { type MeetingRecords, nationOfMeeting } from "../agenda/meeting-records.ts";
import { dayOf } from "../resources/meeting-start.ts";
import { type LegalProfile, type Rule, rulesOn } from "./profile.ts";

/** How a duty stands. `unknown`: it was done, and when is not recorded. */
export const dutyStates = [
  "done",
  "done-late",
  "due",
  "overdue",
  "unknown",
  "not-applicable",
] as const;

export interface Duty {
  readonly rule: Rule;
  /** The last day on which it is in time; null where it is owed as soon as practicable. */
  readonly due: string | null;
  /** The day on which it was done. */
  readonly done: string | null;
  readonly state: (typeof dutyStates)[number];
}

/** What a profile owes for a meeting of that day, before anything of it is done. */
export function dutiesOf(
  profile: LegalProfile,
  day: string,
  nation: Nation,
): readonly { readonly rule: Rule; readonly due: string | null }[] {
  return rulesOn(profile, day).map((rule) => ({ rule, due: dueOf(rule, day, nation) }));
}

function dueOf({ when }: Rule, day: string, nation: Nation): string | null {
  switch (when.type) {
    case "clear-days-before":
      return when.of === "working"
        ? latestPublication(day, when.days, nation)
        : parseDate(day)
            .subtract({ days: when.days + 1 })
            .toString();
    case "working-days-after":
      return addWorkingDays(day, when.days, nation);
    case "years-from":
      return parseDate(day).add({ years: when.years }).toString();
    case "as-soon-as-practicable":
      return null;
  }
}

/** What a meeting owes under a profile, and how each duty stands today. */
export function checklist(
  profile: LegalProfile,
  records: MeetingRecords,
  today: string,
  nation: Nation,
): readonly Duty[] {
  const day = dayOf(records.meeting);
  return dutiesOf(profile, day, nationOfMeeting(records, nation)).map(({ rule, due }) => {
    const fact = factFor(rule, records, today);
    const done = fact === "not-applicable" || fact === "unknown" ? null : fact;
    return { rule, due, done, state: stateOf(fact, due, today, day, rule) };
  });
}

type Fact = string | null | "unknown" | "not-applicable";

/** The day on which a duty was done; null where it was not. */
function factFor(
  { subject }: Rule,
  { meeting, agenda, publications, minutes, decisions }: MeetingRecords,
  today: string,
): Fact {
  const day = dayOf(meeting);
  const held = meeting.status === "held";
  switch (subject) {
    case "public-notice":
    case "meeting-details":
      // The record of the meeting is the notice; from when it was public its history tells.
      return meeting.announced ? "unknown" : null;
    case "agenda": {
      const out = publications.find(({ what }) => what === "agenda");
      if (out !== undefined) return dateOfInstant(out.at);
      return agenda?.publication === "published" ? (agenda.published ?? "unknown") : null;
    }
    case "minutes":
    case "meeting-note": {
      if (!held) return day <= today ? null : "not-applicable";
      const out = publications.find(({ what }) => what === "minutes");
      if (out !== undefined) return dateOfInstant(out.at);
      if (minutes === undefined || minutes.status === "draft") return null;
      return minutes.approved ?? "unknown";
    }
    case "decision": {
      const owed = decisions.filter(({ significant }) => significant);
      if (owed.length === 0) return "not-applicable";
      const missing = owed.some(({ publication }) => publication !== "published");
      if (missing) return null;
      const days = owed.map(({ published }) => published);
      return days.includes(undefined) ? "unknown" : ((days as string[]).sort().at(-1) as string);
    }
    case "private-meeting-notice":
      if (meeting.public === undefined) return "unknown";
      return meeting.public ? "not-applicable" : null;
    case "key-decision-notice":
    case "key-decision-general-exception": {
      const keys = decisions.filter(({ key }) =>
        subject === "key-decision-notice" ? key?.notice : key?.exception === "general-exception",
      );
      const [first] = keys;
      return first === undefined ? "not-applicable" : (first.key?.notice ?? "unknown");
    }
    case "keep-minutes":
    case "keep-background-papers":
      return held ? null : "not-applicable";
  }
}

function stateOf(
  fact: Fact,
  due: string | null,
  today: string,
  day: string,
  rule: Rule,
): Duty["state"] {
  if (fact === "unknown" || fact === "not-applicable") return fact;
  if (fact !== null) return due !== null && fact > due ? "done-late" : "done";
  // What has to be kept is owed until the years are over.
  if (rule.when.type === "years-from") return due !== null && due < today ? "done" : "due";
  if (due === null)
    return day < today && rule.subject !== "agenda" ? "due" : day <= today ? "overdue" : "due";
  return due < today ? "overdue" : "due";
}
