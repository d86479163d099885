import { type Finding, referenceTo } from "@moothall/core";
import { type MeetingRecords, papersOf, profileOfMeeting } from "../agenda/meeting-records.ts";
import { dayOf } from "../resources/meeting-start.ts";
import { groundHeld, type Withholding } from "../resources/publishing.ts";
import { found } from "./finding.ts";

export const withholdingRules = {
  "meetings/withheld-without-ground":
    "Something is closed to the public and no ground is recorded.",
  "meetings/exclusion-without-ground":
    "A resolution excludes the public and names no ground for it.",
  "meetings/review-overdue": "Something is withheld past the day on which that was to be reviewed.",
  "meetings/foreign-ground": "Something is withheld on a ground that the body's rules do not know.",
  "meetings/open-paper-of-closed-item":
    "A paper, minute or resolution of a withheld item is not withheld itself.",
  "meetings/telling-id": "The id of a withheld record repeats a word of what is withheld.",
} as const;

interface Withholdable {
  readonly id: string;
  readonly title?: string | undefined;
  readonly text?: unknown;
  readonly publication: "draft" | "published";
  readonly session?: "open" | "closed" | undefined;
  readonly withheld?: Withholding | undefined;
  readonly item?: string | undefined;
}

const listsOf = (records: MeetingRecords) =>
  [
    ["agenda-item", records.items],
    ["paper", records.papers],
    ["paper-version", records.versions],
    ["resolution", records.resolutions],
    ["motion", records.motions],
    ["vote", records.votes],
    ["action", records.actions],
    ["decision", records.decisions],
    ["question", records.questions],
    ["declaration-of-interest", records.declarations],
    ["attendance", records.attendance],
  ] as readonly (readonly [string, readonly Withholdable[]])[];

/** Looks for what is closed without a ground, too long, on a foreign ground, or only in part. */
export const checkWithholding = (meetings: readonly MeetingRecords[], today: string): Finding[] =>
  meetings.flatMap((records) => [
    ...listsOf(records).flatMap(([resource, list]) =>
      list.flatMap((each) => checkOne(resource, each, records, today)),
    ),
    ...checkAround(records),
    ...checkExclusions(records),
  ]);

/** The resolution has to name the ground on which the public is excluded. */
const checkExclusions = ({ resolutions }: MeetingRecords): Finding[] =>
  resolutions
    .filter(({ excludes }) => excludes?.grounds.length === 0)
    .map(({ id }) =>
      found({
        rule: "meetings/exclusion-without-ground",
        about: referenceTo("meetings/resolution", id),
        severity: "error",
        message: "It excludes the public, and names no ground for that.",
        fix: "Record the grounds that the meeting resolved on; where it named none, have the next one put that right.",
      }),
    );

function checkOne(
  resource: string,
  record: Withholdable,
  records: MeetingRecords,
  today: string,
): Finding[] {
  const about = referenceTo(`meetings/${resource}`, record.id);
  const ground = groundHeld(record);
  if (ground === undefined) return [];
  if (ground === null)
    return [
      found({
        rule: "meetings/withheld-without-ground",
        about,
        severity: "error",
        message: "It is in closed session, and no ground for withholding it is recorded.",
        fix: "Withhold it on a ground with `moothall meetings withhold`, or open it.",
      }),
    ];
  const findings: Finding[] = [];
  const review = record.withheld?.review;
  if (review !== undefined && review < today)
    findings.push(
      found({
        rule: "meetings/review-overdue",
        about,
        severity: "warning",
        message: `It was to be looked at again by ${review}, and is still withheld.`,
        evidence: { review, ground },
        fix: "Publish it, or record that the ground still holds, with a new day of review.",
      }),
    );
  const profile = profileOfMeeting(records);
  if (profile !== undefined && !profile.grounds.includes(ground))
    findings.push(
      found({
        rule: "meetings/foreign-ground",
        about,
        severity: "error",
        message: `It is withheld on '${ground}', which a body of the profile '${profile.id}' cannot use on ${dayOf(records.meeting)}.`,
        evidence: { ground, profile: profile.id },
        fix: `Use one of: ${profile.grounds.join(", ")}.`,
      }),
    );
  return [...findings, ...checkId(about, record)];
}

/** Ids are public, also those of withheld records: they may not tell. */
function checkId(about: string, { id, title }: Withholdable): Finding[] {
  const words = new Set((title ?? "").toLowerCase().match(/[a-z]{4,}|[0-9]{3,}/g) ?? []);
  const telling = id.split(/[._-]/).find((part) => words.has(part));
  if (telling === undefined) return [];
  return [
    found({
      rule: "meetings/telling-id",
      about,
      severity: "error",
      message: "Its id is public and repeats a word of its title, which is not.",
      fix: "Record it anew under an id that tells nothing, such as the meeting's id and a number.",
    }),
  ];
}

/** What belongs to a withheld item has to be withheld with it. */
function checkAround(records: MeetingRecords): Finding[] {
  const closed = records.items.filter((item) => groundHeld(item) !== undefined);
  const references = new Set(closed.map(({ id }) => referenceTo("meetings/agenda-item", id)));
  const papers = new Set(
    closed.flatMap((item) => papersOf(item, records.papers)).map(({ id }) => id),
  );
  const open = listsOf(records).flatMap(([resource, list]) =>
    list
      .filter(
        (each) =>
          groundHeld(each) === undefined &&
          ((each.item !== undefined && references.has(each.item as never)) ||
            (resource === "paper" && papers.has(each.id))),
      )
      .map((each) => referenceTo(`meetings/${resource}`, each.id)),
  );
  const minutes = (records.minutes?.minutes ?? [])
    .filter(({ item, session }) => session === "open" && references.has((item ?? "") as never))
    .map(() => referenceTo("meetings/minutes", records.minutes?.id ?? ""));
  return [...open, ...minutes].map((about) =>
    found({
      rule: "meetings/open-paper-of-closed-item",
      about,
      severity: "error",
      message: "It belongs to an item that is withheld, and is open itself.",
      fix: "Withhold the item again: all that belongs to it goes with it.",
    }),
  );
}
