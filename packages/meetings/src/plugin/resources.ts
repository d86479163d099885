import { type Resource, resource } from "@moothall/core/plugin";
import { action } from "../resources/action.ts";
import { agenda } from "../resources/agenda.ts";
import { agendaItem } from "../resources/agenda-item.ts";
import { attendance } from "../resources/attendance.ts";
import { classifiers } from "../resources/classifiers.ts";
import { decision } from "../resources/decision.ts";
import { declarationOfInterest } from "../resources/declaration-of-interest.ts";
import { forwardPlanEntry } from "../resources/forward-plan-entry.ts";
import { meeting } from "../resources/meeting.ts";
import { membership } from "../resources/membership.ts";
import { minutes } from "../resources/minutes.ts";
import { motion } from "../resources/motion.ts";
import { paper } from "../resources/paper.ts";
import { paperVersion } from "../resources/paper-version.ts";
import { publication } from "../resources/publication.ts";
import { question } from "../resources/question.ts";
import { resolution } from "../resources/resolution.ts";
import { standingOrders } from "../resources/standing-orders.ts";
import { vote } from "../resources/vote.ts";

const board = "register/body/example-board";
const of = "meetings/meeting/example-board.2026-06-18";
const item = "meetings/agenda-item/example-board.2026-06-18.3";
const chair = "register/post/example-board.chair";
const member = "register/post/example-board.member";
const text = { type: "text" } as const;
const date = { type: "date" } as const;
const out = { publication: text, published: date } as const;

export const resources: Readonly<Record<string, Resource>> = {
  "standing-orders": resource({
    summary: "How a body that meets numbers, decides and gives notice.",
    schema: standingOrders,
    fields: { body: text, validFrom: date, validTo: date },
    body: "/body",
    partOf: ["/body"],
    columns: ["body", "validFrom", "validTo"],
    example: {
      id: "example-board",
      body: board,
      numbering: { minutes: { scheme: "yearly" }, agenda: { scheme: "sectioned" } },
      quorum: { fraction: [1, 4], least: 3 },
      outcomes: ["direct assurance", "partial assurance", "noted"],
      topics: ["Finance", "Performance and other issues"],
    },
  }),
  membership: resource({
    summary: "Who belongs to a body that meets, when, and with what right.",
    schema: membership,
    fields: { body: text, member: text, role: text, validFrom: date, validTo: date },
    body: "/body",
    partOf: ["/body", "/member"],
    columns: ["body", "member", "role", "validFrom", "validTo"],
    example: { id: "example-board.chair", body: board, member: chair, role: "chair" },
  }),
  meeting: resource({
    summary: "Meetings: when, where, and whether the public may attend.",
    schema: meeting,
    fields: { body: text, name: text, start: { type: "instant" }, status: text },
    ...classifiers.meeting,
    body: "/body",
    columns: ["name", "body", "start", "status"],
    example: {
      id: "example-board.2026-06-18",
      body: board,
      name: "Example Board",
      start: "2026-06-18T10:00:00+01:00",
      place: { room: "Council Chamber", address: "County Hall" },
      public: true,
      status: "called",
    },
  }),
  "forward-plan-entry": resource({
    summary: "What a body means to consider, and at which meeting.",
    schema: forwardPlanEntry,
    fields: { body: text, meeting: text, date, topic: text, status: text },
    ...classifiers["forward-plan-entry"],
    body: "/body",
    columns: ["title", "topic", "meeting", "date", "status"],
    example: {
      id: "example-board.budget",
      body: board,
      title: "Budget outturn",
      topic: "Finance",
      meeting: of,
    },
  }),
  agenda: resource({
    summary: "The agenda of a meeting: its sections and whether it is out.",
    schema: agenda,
    fields: { meeting: text, ...out },
    ...classifiers.agenda,
    partOf: ["/meeting"],
    columns: ["meeting", "publication", "published"],
    example: {
      id: "example-board.2026-06-18",
      meeting: of,
      sections: [{ id: "open", title: "Open session", session: "open" }],
    },
  }),
  "agenda-item": resource({
    summary: "Items of agendas; of a withheld one only its place and its ground are public.",
    schema: agendaItem,
    fields: {
      meeting: text,
      number: text,
      position: { type: "integer", pointer: "/order" },
      session: text,
      kind: text,
      ...out,
    },
    ...classifiers["agenda-item"],
    partOf: ["/meeting"],
    columns: ["meeting", "number", "title", "session", "publication"],
    example: {
      id: "example-board.2026-06-18.3",
      meeting: of,
      number: "3",
      title: "Budget outturn",
      order: 2,
      lead: [chair],
    },
  }),
  paper: resource({
    summary: "Reports that go before meetings.",
    schema: paper,
    fields: { body: text, meeting: text, item: text, title: text, date, status: text, ...out },
    ...classifiers.paper,
    body: "/body",
    partOf: ["/meeting", "/item"],
    columns: ["title", "body", "item", "date", "publication"],
    example: {
      id: "example-board.2026-06-18.3",
      title: "Budget outturn",
      body: board,
      item,
      part: "I",
      purpose: [{ number: "1.1", text: "To report the outturn." }],
      recommendations: [{ number: "i", text: "That the report is noted." }],
      implications: { financial: { level: "low" } },
      backgroundPapers: [],
    },
  }),
  "paper-version": resource({
    summary: "Issues of papers: first, late, corrected, with their files.",
    schema: paperVersion,
    fields: { paper: text, version: { type: "integer" }, issued: date, reason: text, ...out },
    ...classifiers["paper-version"],
    partOf: ["/paper"],
    columns: ["paper", "version", "issued", "reason"],
    example: {
      id: "example-board.2026-06-18.3.1",
      paper: "meetings/paper/example-board.2026-06-18.3",
      version: 1,
      reason: "first",
    },
  }),
  attendance: resource({
    summary: "Who was at a meeting, and who sent apologies.",
    schema: attendance,
    fields: { meeting: text, member: text, capacity: text, organisation: text, ...out },
    ...classifiers.attendance,
    partOf: ["/meeting"],
    columns: ["meeting", "member", "organisation", "capacity"],
    example: {
      id: "example-board.2026-06-18.chair",
      meeting: of,
      member: chair,
      capacity: "present",
    },
  }),
  "declaration-of-interest": resource({
    summary: "Interests that members declared.",
    schema: declarationOfInterest,
    fields: { meeting: text, member: text, item: text, kind: text, ...out },
    ...classifiers["declaration-of-interest"],
    partOf: ["/meeting"],
    columns: ["meeting", "member", "item", "kind"],
    example: { id: "example-board.2026-06-18.none", meeting: of, kind: "none" },
  }),
  question: resource({
    summary: "Questions put to meetings, and their answers.",
    schema: question,
    fields: { body: text, meeting: text, item: text, received: date, asked: text, ...out },
    ...classifiers.question,
    body: "/body",
    partOf: ["/meeting"],
    columns: ["meeting", "number", "text", "answered"],
    example: {
      id: "example-board.2026-06-18.q1",
      body: board,
      meeting: of,
      asked: "in-advance",
      by: "member-of-the-public",
      text: "What was the underspend?",
    },
  }),
  resolution: resource({
    summary: "What meetings resolved, in limbs and in the body's own words.",
    schema: resolution,
    fields: { meeting: text, item: text, number: text, session: text, outcome: text, ...out },
    ...classifiers.resolution,
    partOf: ["/meeting", "/item"],
    columns: ["meeting", "number", "outcome", "limbs"],
    example: {
      id: "example-board.2026-06-18.3",
      meeting: of,
      item,
      outcome: "direct assurance",
      limbs: [{ number: "(1)", text: "To note the report.", outcome: "noted" }],
    },
  }),
  motion: resource({
    summary: "Motions.",
    schema: motion,
    fields: { meeting: text, item: text, classification: text, result: text, ...out },
    ...classifiers.motion,
    partOf: ["/meeting"],
    columns: ["meeting", "text", "result"],
    example: {
      id: "example-board.2026-06-18.m1",
      meeting: of,
      item,
      text: "That the report is noted.",
    },
  }),
  vote: resource({
    summary: "Votes, against their frozen electorate.",
    schema: vote,
    fields: { motion: text, meeting: text, result: text, ...out },
    ...classifiers.vote,
    partOf: ["/meeting"],
    columns: ["motion", "counts", "result"],
    example: {
      id: "example-board.2026-06-18.m1",
      motion: "meetings/motion/example-board.2026-06-18.m1",
      meeting: of,
      electorate: [chair, member],
      counts: { yes: 2 },
      result: "carried",
    },
  }),
  minutes: resource({
    summary: "Minutes; drafts are for the office alone.",
    schema: minutes,
    fields: { meeting: text, status: text, approved: date, confirmed: date, confirmedAt: text },
    ...classifiers.minutes,
    partOf: ["/meeting"],
    columns: ["meeting", "status", "approved", "confirmed"],
    example: {
      id: "example-board.2026-06-18",
      meeting: of,
      minutes: [{ id: "3", number: "12/26", heading: "Budget outturn", item, paragraphs: [] }],
    },
  }),
  action: resource({
    summary: "What meetings asked to be done, by whom, and how far it has come.",
    schema: action,
    fields: {
      body: text,
      meeting: text,
      item: text,
      owner: { type: "text", pointer: "/owners", many: true },
      due: date,
      state: text,
      ...out,
    },
    ...classifiers.action,
    body: "/body",
    columns: ["number", "text", "owners", "due", "state"],
    example: {
      id: "example-board.2026-06-18.3.action-1",
      body: board,
      meeting: of,
      item,
      text: "Circulate the reserves policy.",
      owners: [chair],
      due: "2026-07-31",
    },
  }),
  decision: resource({
    summary: "The decision log.",
    schema: decision,
    fields: {
      body: text,
      number: text,
      taken: date,
      meeting: text,
      item: text,
      reportedTo: text,
      ...out,
    },
    ...classifiers.decision,
    body: "/body",
    columns: ["number", "title", "taken", "reportedTo"],
    expects: [
      {
        direction: "refers-to",
        kinds: ["meetings/meeting", "meetings/paper"],
        missing: "It names neither a report nor a meeting, as far as you may see.",
        fix: "Name the report on which it was taken, or the meeting to which it was reported.",
      },
    ],
    example: {
      id: "example-board.2026-13",
      body: board,
      number: "13/2026",
      title: "Award of a contract",
      taken: "2026-06-01",
      by: chair,
    },
  }),
  publication: resource({
    summary: "What the public was given, when, and with what notice.",
    schema: publication,
    fields: { body: text, meeting: text, what: text, at: { type: "instant" } },
    ...classifiers.publication,
    body: "/body",
    columns: ["title", "what", "at"],
    example: {
      id: "example-board.2026-06-18.agenda",
      body: board,
      meeting: of,
      what: "agenda",
      title: "Agenda: Example Board",
      at: "2026-06-10T09:00:00+01:00",
      items: [],
      digest: "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945",
    },
  }),
};
