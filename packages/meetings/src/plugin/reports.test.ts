import { completeDocument, type ReportDocument } from "@moothall/core";
import { Caller, Clock, Records } from "@moothall/core/plugin";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import { describe, expect, it } from "vitest";
import { atomOf } from "../exports/atom.ts";
import { calendarOf } from "../exports/calendar.ts";
import { aBoard, body, chair, clerk, item, may } from "../testing/a-board.ts";
import { exports } from "./exports.ts";
import { reports } from "./reports.ts";

const all = reports("england");
const id = "office.board.2026-06-18";
const out = { publication: "published", published: "2026-06-08" };

function board() {
  const records = aBoard();
  const put = (kind: string, data: object) => records.put(`meetings/${kind}`, data);
  put("agenda", {
    id,
    meeting: may,
    sections: [{ id: "a", title: "Section A", session: "open" }],
    ...out,
  });
  put("agenda-item", {
    id: `${id}.1`,
    meeting: may,
    number: "11A",
    title: "Casework",
    order: 0,
    taken: 1,
    section: "a",
    lead: [chair],
    toFollow: ["Appendix B"],
    ...out,
  });
  put("agenda-item", {
    id: `${id}.2`,
    meeting: may,
    number: "11B",
    title: "Engagement",
    order: 1,
    taken: 0,
    section: "a",
    ...out,
  });
  put("paper", {
    id: `${id}.1`,
    title: "Casework update",
    body,
    meeting: may,
    item: item(1),
    author: [chair],
    part: "I",
    purpose: [{ number: "1.1", text: "To report." }],
    information: [{ number: "2.1", text: "387 contacts.", heading: "Statistics" }],
    recommendations: [{ number: "i", text: "That it is noted." }],
    implications: {
      legal: { level: "low" },
      financial: { level: "medium", narrative: "Within budget." },
      personnel: { level: null },
    },
    backgroundPapers: [],
    attachments: [{ label: "Appendix A", title: "Tables" }],
    ...out,
  });
  put("attendance", {
    id: `${id}.chair`,
    meeting: may,
    member: chair,
    organisation: "register/body/office",
    capacity: "present",
    inTheChair: true,
    publication: "published",
  });
  put("resolution", {
    id: `${id}.1`,
    meeting: may,
    item: item(1),
    outcome: "direct assurance",
    limbs: [
      { number: "(1)", text: "To note the report;" },
      { number: "(2)", text: "To thank the staff." },
    ],
    publication: "published",
  });
  put("minutes", {
    id,
    meeting: may,
    status: "approved",
    closedAt: "17:10",
    minutes: [
      {
        id: "1",
        number: "11A",
        heading: "Casework",
        item: item(1),
        paragraphs: [{ number: "1.1", text: "The report was presented." }],
      },
    ],
  });
  put("meeting", {
    id: "office.board.2026-04-16",
    body,
    name: "April",
    start: "2026-04-16T10:00:00+01:00",
    public: true,
    status: "held",
  });
  put("meeting", {
    id: "office.board.2026-09-17",
    body,
    name: "September",
    start: "2026-09-17T10:00:00+01:00",
    public: true,
    status: "planned",
  });
  put("action", {
    id: "office.board.2026-04-16.a",
    body,
    meeting: "meetings/meeting/office.board.2026-04-16",
    number: "12A",
    heading: "Scorecards",
    text: "Share the outcome.",
    owners: [clerk],
    progress: [{ meeting: may, text: "Shared in May." }],
    carriedTo: [may],
    state: "done",
    closed: "2026-06-18",
    publication: "published",
  });
  put("decision", {
    id: "office.board.2026-13",
    body,
    number: "13/2026",
    title: "Refurbishment",
    taken: "2026-06-01",
    reportLabel: "Appendix A",
    publication: "published",
  });
  put("decision", {
    id: "office.board.2026-9",
    body,
    number: "9/2026",
    title: "Training",
    taken: "2026-05-01",
    reportedTo: may,
    publication: "published",
  });
  put("forward-plan-entry", {
    id: "office.board.f1",
    body,
    title: "Outturn",
    topic: "Finance",
    meeting: may,
  });
  put("forward-plan-entry", {
    id: "office.board.f2",
    body,
    title: "Annual report",
    date: "2026-09-17",
    kind: "presentation",
    condition: "may move",
    earlier: ["2026-06-18"],
  });
  return records;
}

async function build(name: string, input: object, records = board()): Promise<ReportDocument> {
  const services = Context.empty().pipe(
    Context.add(Records, records.at("public")),
    Context.add(Clock, { now: () => "2026-06-12T09:00:00Z", today: () => "2026-06-12" }),
    Context.add(Caller, { id: "local", clearance: "public", bodies: [], may: () => false }),
  );
  const report = all[name];
  if (report === undefined) throw new Error(name);
  const built = await Effect.runPromise(
    Effect.provideContext(report.build(report.input.parse(input) as never), services as never),
  );
  return completeDocument(built);
}

const words = (document: ReportDocument) => JSON.stringify(document);
const table = (document: ReportDocument, id: string) => {
  const found = document.blocks.find((block) => block.id === id);
  if (found?.type !== "table")
    throw new Error(`no table ${id}: ${document.blocks.map((block) => block.id)}`);
  return found.rows.map(({ cells }) => cells.map(({ text }) => text));
};

describe("reports", () => {
  it("puts a commissioner's decisions before a board that has none of its own", async () => {
    const records = board();
    for (const number of ["9", "13"]) {
      const held = records.held.get(`meetings/decision/office.board.2026-${number}`)?.data;
      records.put("meetings/decision", { ...held, body: "register/body/office" });
    }
    const document = await build("unreported-decisions", { meeting: may }, records);
    expect(table(document, "unreported").map(([number]) => number)).toEqual(["9/2026", "13/2026"]);
  });

  it("does not call those members of whom no organisation is recorded", async () => {
    const records = board();
    records.put("meetings/minutes", {
      id,
      meeting: may,
      status: "approved",
      minutes: [{ id: "1", heading: "Casework" }],
    });
    records.put("meetings/attendance", {
      id: `${id}.auditor`,
      meeting: may,
      as: "External auditor",
      capacity: "in-attendance",
      publication: "published",
    });
    const document = await build("minutes", { meeting: may }, records);
    expect(document.blocks.find((block) => block.id === "in-attendance.list")).toMatchObject({
      type: "list",
      items: ["External auditor"],
    });
    expect(words(document)).not.toContain("Members");
    expect(words(document)).toContain("To be confirmed at the next meeting.");
  });

  it("agenda: items by section with lead and papers, and the next meetings", async () => {
    const document = await build("agenda", { meeting: may });
    expect(table(document, "items.a")).toEqual([
      ["11A", "Casework", "Chair", "Casework update; Appendix B (to follow)"],
      ["11B", "Engagement", "", ""],
    ]);
    expect(words(document)).toContain("17 September 2026, 10:00");
    expect(document.class).toBe("public");
  });

  it("pack: every paper on its page, with anchors that stay", async () => {
    const document = await build("pack", { meeting: may });
    const ids = document.blocks.map((block) => block.id);
    expect(ids).toContain(`${id}.1.page`);
    expect(ids).toContain(`${id}.1.1.1.text`);
    expect(ids).toContain(`${id}.1.i.2.1.text`);
    expect(table(document, `${id}.1.implications`)).toEqual([
      ["Financial", "", "X", "", "Within budget."],
      ["Legal", "X", "", "", ""],
      ["Personnel", "", "", "", ""],
    ]);
    expect(words(document)).toMatch(/Background papers.*None.*Appendix A: Tables/);
  });

  it("minutes: present by organisation, resolved in limbs, closing time", async () => {
    const document = await build("minutes", { meeting: may });
    expect(words(document)).toMatch(/The Office.*Chair \(in the chair\)/);
    expect(words(document)).toMatch(
      /RESOLVED \(direct assurance\).*To note the report;.*To thank the staff/,
    );
    expect(words(document)).toContain("Meeting closed at 17:10");
  });

  it("review of actions: by meeting, with owner and progress", async () => {
    const document = await build("review-of-actions", { meeting: may });
    expect(table(document, "actions.office.board.2026-04-16")).toEqual([
      ["12A", "Scorecards: Share the outcome.", "Clerk", "", "Shared in May.", "done"],
    ]);
  });

  it("forward plan: a row for a meeting, a column for a topic", async () => {
    const document = await build("forward-plan", { body });
    expect(table(document, "plan")).toEqual([
      ["18 June 2026", "Outturn", ""],
      ["17 September 2026", "", "Annual report (presentation, may move, moved from 18 June 2026)"],
    ]);
  });

  it("decision log and decisions not yet reported", async () => {
    expect(table(await build("decision-log", { body, year: "2026" }), "decisions")).toEqual([
      ["9/2026", "Training", "1 May 2026", "", "18 June 2026"],
      ["13/2026", "Refurbishment", "1 June 2026", "Appendix A", ""],
    ]);
    expect(
      table(await build("unreported-decisions", { meeting: may }), "unreported").map(
        ([number]) => number,
      ),
    ).toEqual(["9/2026", "13/2026"]);
  });

  it("what is late, and the checklist of a profile", async () => {
    expect((await build("late", { asAt: "2026-12-01" })).blocks.length).toBe(1);
    const council = await build("publication-checklist", { meeting: may });
    expect(table(council, "duties").find(([duty]) => duty?.startsWith("Agenda"))).toMatchObject([
      expect.anything(),
      "5 clear working days before",
      "10 June 2026",
      "8 June 2026",
      "done",
      "Local Government Act 1972, section 100B(3)",
    ]);
    const other = await build("publication-checklist", { meeting: may, profile: "commissioner" });
    expect(table(other, "duties")).not.toEqual(table(council, "duties"));
  });
});

describe("exports", () => {
  it("writes a calendar in which a cancelled meeting stays", () => {
    const text = calendarOf(
      "Meetings",
      [
        {
          id,
          body,
          name: "Board; with, commas",
          start: "2026-06-18T10:00:00+01:00",
          public: true,
          status: "cancelled",
          announced: true,
          record: { created: "2026-01-01T00:00:00Z", modified: "2026-01-02T00:00:00Z", version: 2 },
        },
      ],
      new Map(),
    );
    expect(text).toContain("STATUS:CANCELLED");
    expect(text).toContain("DTSTART:20260618T090000Z");
    expect(text).toContain(`UID:meetings/meeting/${id}`);
    expect(text).toContain("SUMMARY:Board\\; with\\, commas");
    expect(text).toMatch(/END:VCALENDAR\r\n$/);
  });

  it("writes well-formed Atom", () => {
    const text = atomOf(
      [
        {
          id: "p",
          body,
          what: "agenda",
          title: "Agenda: <A & B>",
          at: "2026-06-08T09:00:00Z",
          items: [],
          digest: "0".repeat(64),
        },
      ],
      { id: "urn:x", title: "T", names: new Map() },
    );
    expect(text).toContain("<title>Agenda: &lt;A &amp; B&gt;</title>");
    expect(text).toContain("<updated>2026-06-08T09:00:00Z</updated>");
    expect(text).toContain(
      '<content type="text">Agenda: &lt;A &amp; B&gt;\nmeetings/publication/p</content>',
    );
  });

  it("says of an agenda what came late, by how much and why", async () => {
    const records = board();
    const publication = (what: string, at: string, more: object) =>
      records.put("meetings/publication", {
        id: `${id}.${what}`,
        body,
        meeting: may,
        what,
        title: what,
        at,
        digest: "0".repeat(64),
        ...more,
      });
    const notice = { owed: 5, publishBy: "2026-06-10", provision: "LGA 1972, s.100B(3)" };
    publication("agenda", "2026-06-10T09:00:00Z", { notice: { ...notice, given: 5 } });
    publication("supplement", "2026-06-16T09:00:00Z", {
      notice: { ...notice, given: 1 },
      urgency: { circumstances: "A storm.", chair },
    });
    const late = records.held.get(item(2))?.data as Record<string, unknown>;
    records.put("meetings/agenda-item", {
      ...late,
      id: `${id}.2`,
      added: { on: "2026-06-16", by: "chair", reason: "A storm." },
    });
    const { blocks } = await build("agenda", { meeting: may }, records);
    const [facts, ...rest] = blocks;
    expect(facts).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ term: "Agenda published" }),
        expect.objectContaining({ term: "Supplement 1 published" }),
      ]),
    });
    expect(rest[0]).toMatchObject({
      type: "notice",
      text: "The supplement was published with 1 clear working day; 5 are owed (LGA 1972, s.100B(3)). Urgent: A storm.",
    });
    const rows = rest.flatMap((each) => (each.type === "table" ? each.rows : []));
    expect(rows[1]?.cells[1]).toMatchObject({ status: "late item, 16 June 2026" });
    expect(rows[0]?.cells[1]?.status).toBeUndefined();
  });

  it("writes memberships and meetings after Popolo", async () => {
    const popolo = exports(undefined).popolo;
    const services = Context.empty().pipe(Context.add(Records, board().at("public")));
    const text = await Effect.runPromise(
      Effect.provideContext(popolo?.build({} as never) as never, services as never),
    );
    expect(JSON.parse(String(text))).toMatchObject({
      organizations: [{ id: "office.board", parent_id: "office" }],
      memberships: [{ person_id: "office.chair", role: "chair" }, {}],
    });
  });
});
