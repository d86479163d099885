import { isCalendarDate, parseReference, referenceTo } from "@moothall/core";
import type { MeetingBody, SeenAttendance, SeenVersion } from "../agenda/meeting-records.ts";
import { withheldPaper } from "../reports/agenda-report.ts";
import { itemTitle } from "../reports/blocks.ts";
import type { SeenItem } from "../resources/agenda-item.ts";
import type { Meeting } from "../resources/meeting.ts";
import { startOf } from "../resources/meeting-start.ts";
import type { Membership } from "../resources/membership.ts";
import type { SeenMinutes } from "../resources/minutes.ts";
import type { SeenPaper } from "../resources/paper.ts";
import type { SeenResolution } from "../resources/resolution.ts";
import { oparlMoment } from "./oparl-moment.ts";

/** A record with the times that the store gives it for this reader. */
export type Stamped<T> = T & {
  readonly record: {
    readonly created: string;
    readonly modified: string;
    /** When it, or a part of it that its object shows, last changed. */
    readonly touched?: string;
  };
};

export type OparlObject = Readonly<Record<string, unknown>> & { readonly id: string };

export interface OparlContext {
  /** The address of the feed, without a slash at the end. */
  readonly base: string;
  /** The address of the service that keeps the files, where it is known. */
  readonly service?: string | undefined;
  /** The licence under which the data may be used, as a URL. */
  readonly license?: string | undefined;
  readonly names: ReadonlyMap<string, string>;
}

export const oparlTypes = [
  "System",
  "Body",
  "Organization",
  "Person",
  "Membership",
  "Meeting",
  "AgendaItem",
  "Paper",
  "Consultation",
  "File",
  "Location",
] as const;
export type OparlType = (typeof oparlTypes)[number];

/** What every object has; what is empty is left out, as the standard wants. */
export function oparlObject(
  type: OparlType,
  id: string,
  { record }: Stamped<object>,
  fields: Readonly<Record<string, unknown>>,
): OparlObject {
  const all = {
    id,
    type: `https://schema.oparl.org/1.1/${type}`,
    ...fields,
    created: oparlMoment(record.created),
    modified: oparlMoment(record.touched ?? record.modified),
  };
  return Object.fromEntries(
    Object.entries(all).filter(
      ([name, value]) =>
        value !== undefined &&
        value !== "" &&
        !(Array.isArray(value) && value.length === 0 && name !== "legislativeTerm"),
    ),
  ) as OparlObject;
}

/** The object that says that there was one: 200, with `deleted`. */
export const deletedObject = (
  type: OparlType,
  id: string,
  record: Stamped<object>["record"],
): OparlObject => ({
  ...oparlObject(type, id, { record }, {}),
  deleted: true,
});

/** The address of a member: a person by the register, or a post that stands as one. */
export const personUrl = (base: string, member: string): string => {
  const { resource, id } = parseReference(member);
  return `${base}/person/${resource}/${id}`;
};

const idOf = (reference: string): string => parseReference(reference).id;

export const bodyObject = (
  body: Stamped<MeetingBody>,
  { base, license }: OparlContext,
): OparlObject => {
  const id = `${base}/body/${body.id}`;
  return oparlObject("Body", id, body, {
    system: base,
    name: body.name,
    classification: body.kind,
    license,
    organization: `${id}/organization`,
    person: `${id}/person`,
    meeting: `${id}/meeting`,
    paper: `${id}/paper`,
    legislativeTerm: [],
    agendaItem: `${id}/agenda-item`,
    consultation: `${id}/consultation`,
    file: `${id}/file`,
    membership: `${id}/membership`,
    locationList: `${id}/location`,
    legislativeTermList: `${id}/legislative-term`,
  });
};

export const organizationObject = (
  body: Stamped<MeetingBody & { readonly validFrom?: string; readonly validTo?: string }>,
  root: string,
  memberships: readonly Membership[],
  isOrganization: (reference: string) => boolean,
  { base }: OparlContext,
): OparlObject =>
  oparlObject("Organization", `${base}/organization/${body.id}`, body, {
    body: `${base}/body/${idOf(root)}`,
    name: body.name,
    membership: memberships.map(({ id }) => `${base}/membership/${id}`),
    meeting: `${base}/organization/${body.id}/meeting`,
    subOrganizationOf:
      body.parent !== undefined && isOrganization(body.parent)
        ? `${base}/organization/${idOf(body.parent)}`
        : undefined,
    organizationType: "Gremium",
    classification: body.kind,
    startDate: body.validFrom,
    endDate: body.validTo,
  });

export const membershipObject = (
  membership: Stamped<Membership>,
  isOrganization: (reference: string) => boolean,
  { base }: OparlContext,
): OparlObject =>
  oparlObject("Membership", `${base}/membership/${membership.id}`, membership, {
    person: personUrl(base, membership.member),
    organization: `${base}/organization/${idOf(membership.body)}`,
    role: membership.role,
    votingRight: membership.votingRight,
    onBehalfOf:
      membership.onBehalfOf !== undefined && isOrganization(membership.onBehalfOf)
        ? `${base}/organization/${idOf(membership.onBehalfOf)}`
        : undefined,
    startDate: membership.validFrom,
    endDate: membership.validTo,
  });

export const personObject = (
  member: string,
  holder: Stamped<{ readonly name?: string; readonly title?: string }>,
  memberships: readonly Stamped<Membership>[],
  isOrganization: (reference: string) => boolean,
  root: string | undefined,
  context: OparlContext,
): OparlObject =>
  oparlObject("Person", personUrl(context.base, member), holder, {
    body: root === undefined ? undefined : `${context.base}/body/${idOf(root)}`,
    name: holder.name ?? holder.title,
    membership: memberships.map((each) => membershipObject(each, isOrganization, context)),
  });

/** The standard's own recommended words for the state of a meeting. */
const states = {
  planned: "terminiert",
  called: "eingeladen",
  held: "durchgeführt",
  adjourned: "durchgeführt",
  cancelled: "terminiert",
} as const;

export interface MeetingParts {
  readonly items: readonly Stamped<SeenItem>[];
  readonly attendance: readonly SeenAttendance[];
  readonly resolutions: readonly SeenResolution[];
  readonly papers: readonly Stamped<SeenPaper>[];
  readonly minutes: Stamped<SeenMinutes> | undefined;
}

export function meetingObject(
  meeting: Stamped<Meeting>,
  parts: MeetingParts,
  context: OparlContext,
): OparlObject {
  const { base } = context;
  const id = `${base}/meeting/${meeting.id}`;
  return oparlObject("Meeting", id, meeting, {
    name: meeting.name,
    meetingState: states[meeting.status],
    cancelled: meeting.status === "cancelled",
    start: oparlMoment(startOf(meeting)),
    // The standard has no day without an hour; this says that the hour is not known.
    ...(isCalendarDate(meeting.start) && { "moothall:startHasHour": false }),
    end: meeting.end === undefined ? undefined : oparlMoment(meeting.end),
    location: meeting.place === undefined ? undefined : locationObject(meeting, context),
    organization: [`${base}/organization/${idOf(meeting.body)}`],
    participant: parts.attendance
      .filter(({ capacity }) => capacity === "present")
      .flatMap(({ member }) =>
        member === undefined || member.startsWith("register/body/") ? [] : personUrl(base, member),
      ),
    invitation:
      parts.items.length === 0
        ? undefined
        : textFile(meeting, "agenda", meeting.id, `Agenda: ${meeting.name}`, context),
    resultsProtocol:
      parts.minutes === undefined
        ? undefined
        : textFile(parts.minutes, "minutes", meeting.id, `Minutes: ${meeting.name}`, context),
    agendaItem: parts.items.map((item, order) => agendaItemObject(item, order, parts, context)),
  });
}

export const locationObject = (
  { id, place, record }: Stamped<Meeting>,
  { base }: OparlContext,
): OparlObject =>
  oparlObject(
    "Location",
    `${base}/location/${id}`,
    { record },
    {
      room: place?.room,
      streetAddress: place?.address,
      postalCode: place?.postcode,
      meetings: [`${base}/meeting/${id}`],
    },
  );

/** @param order the item's place on the agenda as this reader sees it, from 0 without gaps. */
export function agendaItemObject(
  item: Stamped<SeenItem>,
  order: number,
  { resolutions, papers }: Pick<MeetingParts, "resolutions" | "papers">,
  { base }: OparlContext,
): OparlObject {
  const own = referenceTo("meetings/agenda-item", item.id);
  const resolved = resolutions.filter((each) => each.item === own && each.limbs !== undefined);
  const paper = papers.find((each) => each.item === own);
  return oparlObject("AgendaItem", `${base}/agenda-item/${item.id}`, item, {
    meeting: `${base}/meeting/${idOf(item.meeting)}`,
    order,
    number: item.number,
    name: itemTitle(item),
    public: item.session === "open" && item.withheld === undefined,
    consultation: paper === undefined ? undefined : `${base}/consultation/${paper.id}`,
    result: resolved.flatMap(({ outcome }) => outcome ?? [])[0],
    resolutionText: resolved
      .flatMap(({ limbs = [] }) => limbs)
      .map(({ number, text }) => [number, text].filter(Boolean).join(" "))
      .join("\n"),
  });
}

export function paperObject(
  paper: Stamped<SeenPaper>,
  versions: readonly Stamped<SeenVersion>[],
  root: string | undefined,
  context: OparlContext,
): OparlObject {
  const { base } = context;
  return oparlObject("Paper", `${base}/paper/${paper.id}`, paper, {
    body: root === undefined ? undefined : `${base}/body/${idOf(root)}`,
    name: paper.title ?? withheldPaper(paper.withheld?.ground),
    date: paper.date,
    paperType: "Report",
    mainFile: hasText(paper)
      ? textFile(paper, "paper", paper.id, paper.title ?? "", context)
      : undefined,
    auxiliaryFile: versions.flatMap((each) => versionFile(each, context) ?? []),
    consultation: paper.item === undefined ? [] : [consultationObject(paper, context)],
  });
}

/** Whether a reader may have the text of a paper. */
export const hasText = ({ title, status }: SeenPaper): boolean =>
  title !== undefined && status === "ready";

export const consultationObject = (
  paper: Stamped<SeenPaper>,
  { base }: OparlContext,
): OparlObject =>
  oparlObject("Consultation", `${base}/consultation/${paper.id}`, paper, {
    paper: `${base}/paper/${paper.id}`,
    agendaItem: paper.item === undefined ? undefined : `${base}/agenda-item/${idOf(paper.item)}`,
    meeting: paper.meeting === undefined ? undefined : `${base}/meeting/${idOf(paper.meeting)}`,
    organization: [`${base}/organization/${idOf(paper.body)}`],
    authoritative: (paper.recommendations?.length ?? 0) > 0,
  });

/** Agenda, minutes and papers as this feed gives them itself, as plain text. */
export const textFile = (
  record: Stamped<object>,
  what: "agenda" | "minutes" | "paper",
  id: string,
  name: string,
  { base }: OparlContext,
): OparlObject =>
  oparlObject(
    "File",
    `${base}/file/${what}/${id}`,
    { record: record.record },
    {
      name,
      fileName: `${what}-${id}.txt`,
      mimeType: "text/plain",
      accessUrl: `${base}/file/${what}/${id}/text`,
      ...(what === "paper"
        ? { paper: [`${base}/paper/${id}`] }
        : { meeting: [`${base}/meeting/${id}`] }),
    },
  );

/** The file of a version, where it can be had at an address; a withheld one shows nothing of it. */
export function versionFile(
  version: Stamped<SeenVersion>,
  { base, service }: OparlContext,
): OparlObject | undefined {
  const { file } = version;
  if (file === undefined) return undefined;
  const kept = service && `${service}/v1/meetings/paper-version/${version.id}/files/${file.sha512}`;
  const address = file.url ?? kept;
  return address === undefined
    ? undefined
    : oparlObject("File", `${base}/file/version/${version.id}`, version, {
        name: file.name,
        fileName: file.name,
        mimeType: file.mediaType,
        size: file.size,
        sha512Checksum: file.sha512,
        date: version.issued,
        accessUrl: address,
        paper: [`${base}/paper/${idOf(version.paper)}`],
      });
}
