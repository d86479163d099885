import type { Finding } from "@moothall/core";
import { Clock, Records } from "@moothall/core/plugin";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import { describe, expect, it } from "vitest";
import { aBoard, body, chair, clerk, item, may, withheld } from "../testing/a-board.ts";
import type { MemoryRecords } from "../testing/memory-records.ts";
import { checks } from "./checks.ts";

async function rulesFound(records: MemoryRecords, today = "2026-10-01"): Promise<string[]> {
  const services = Context.empty().pipe(
    Context.add(Records, records.at("confidential")),
    Context.add(Clock, { now: () => `${today}T09:00:00Z`, today: () => today }),
  );
  const found: Finding[] = [];
  for (const each of Object.values(checks("england"))) {
    const findings = [
      ...(await Effect.runPromise(Effect.provideContext(each.run(), services as never))),
    ];
    for (const { rule } of findings) expect(Object.keys(each.rules)).toContain(rule);
    found.push(...findings);
  }
  return [...new Set(found.map(({ rule }) => rule.replace("meetings/", "")))].sort();
}

const id = "office.board.2026-06-18";
const published = (on: string) => ({ publication: "published", published: on });

/** A meeting of which nothing can be said: held, minuted, confirmed, all in time. */
function blameless(): MemoryRecords {
  const records = aBoard();
  const put = (kind: string, data: object) => records.put(`meetings/${kind}`, data);
  put("meeting", {
    id,
    body,
    name: "June",
    start: "2026-06-18T10:00:00+01:00",
    public: true,
    status: "held",
  });
  put("meeting", {
    id: "office.board.2026-09-17",
    body,
    name: "September",
    start: "2026-09-17T10:00:00+01:00",
    public: true,
    status: "held",
  });
  put("agenda", { id, meeting: may, ...published("2026-06-08") });
  put("agenda", {
    id: "office.board.2026-09-17",
    meeting: "meetings/meeting/office.board.2026-09-17",
    ...published("2026-09-08"),
  });
  put("agenda-item", {
    id: `${id}.1`,
    meeting: may,
    number: "1",
    title: "Budget",
    order: 0,
    taken: 0,
    ...published("2026-06-08"),
  });
  put("agenda-item", {
    id: `${id}.2`,
    meeting: may,
    number: "2",
    title: "Prices",
    order: 1,
    taken: 1,
    session: "closed",
    ...published("2026-06-08"),
    withheld: withheld("r"),
  });
  put("paper", {
    id: `${id}.1`,
    title: "Budget",
    body,
    item: item(1),
    recommendations: [{ text: "Note." }],
    implications: { legal: { level: "high", narrative: "Said." } },
    ...published("2026-06-08"),
  });
  put("resolution", {
    id: `${id}.1`,
    meeting: may,
    item: item(1),
    limbs: [{ text: "Noted." }],
    publication: "published",
  });
  for (const [name, member] of [
    ["chair", chair],
    ["clerk", clerk],
  ] as const)
    put("attendance", {
      id: `${id}.${name}`,
      meeting: may,
      member,
      capacity: "present",
      publication: "published",
    });
  put("motion", {
    id: `${id}.m`,
    meeting: may,
    item: item(1),
    text: "Note.",
    result: "carried",
    publication: "published",
  });
  put("vote", {
    id: `${id}.m`,
    motion: `meetings/motion/${id}.m`,
    meeting: may,
    electorate: [chair, clerk],
    quorum: 2,
    counts: { yes: 2 },
    votes: [
      { member: chair, option: "yes" },
      { member: clerk, option: "yes" },
    ],
    result: "carried",
  });
  put("minutes", {
    id,
    meeting: may,
    status: "confirmed",
    confirmedAt: "meetings/meeting/office.board.2026-09-17",
    minutes: [
      { id: "1", number: "12/26", heading: "Budget", item: item(1) },
      {
        id: "2",
        number: "13/26",
        heading: "Prices",
        item: item(2),
        session: "closed",
        ground: "schedule-12a-3",
      },
    ],
  });
  put("action", {
    id: `${id}.1.action-1`,
    body,
    meeting: may,
    text: "Do.",
    owners: [clerk],
    due: "2026-12-31",
  });
  put("decision", {
    id: "office.board.2026-1",
    body,
    number: "1/2026",
    title: "Award",
    taken: "2026-07-01",
    reportedTo: "meetings/meeting/office.board.2026-09-17",
  });
  put("forward-plan-entry", {
    id: "office.board.a",
    body,
    title: "Budget",
    meeting: may,
    status: "taken",
  });
  return records;
}

const change = (kind: string, of: string, more: object) => (records: MemoryRecords) =>
  records.put(`meetings/${kind}`, { ...records.held.get(`meetings/${kind}/${of}`)?.data, ...more });
const add = (kind: string, data: object) => (records: MemoryRecords) =>
  records.put(`meetings/${kind}`, data);

describe("checks", () => {
  it("find nothing where there is nothing", async () => {
    expect(await rulesFound(blameless())).toEqual([]);
  });

  it.each<[string, (records: MemoryRecords) => void, string?]>([
    ["notice-too-short", change("agenda", id, { published: "2026-06-11" })],
    ["publication-date-unknown", change("agenda", id, { published: undefined })],
    [
      "notice-missed",
      add("meeting", {
        id: "office.board.2026-10-05",
        body,
        name: "October",
        start: "2026-10-05T10:00:00+01:00",
        public: true,
        status: "called",
      }),
    ],
    ["taken-without-notice", change("agenda-item", `${id}.1`, { published: "2026-06-12" })],
    [
      "urgency-not-minuted",
      change("agenda-item", `${id}.1`, { urgency: { circumstances: "A flood.", chair } }),
    ],
    ["withheld-without-ground", change("resolution", `${id}.1`, { session: "closed" })],
    [
      "exclusion-without-ground",
      change("resolution", `${id}.1`, { excludes: { grounds: [], items: [item(2)] } }),
    ],
    [
      "review-overdue",
      change("agenda-item", `${id}.2`, { withheld: { ...withheld("r"), review: "2026-09-01" } }),
    ],
    [
      "foreign-ground",
      change("agenda-item", `${id}.2`, {
        withheld: { ...withheld("r"), ground: "policing-safety" },
      }),
    ],
    [
      "open-paper-of-closed-item",
      add("paper", {
        id: `${id}.2`,
        title: "Prices",
        body,
        item: item(2),
        ...published("2026-06-08"),
      }),
    ],
    [
      "telling-id",
      add("agenda-item", {
        id: `${id}.homicide-review`,
        meeting: may,
        title: "Homicide review",
        order: 2,
        session: "closed",
        ...published("2026-06-08"),
        withheld: withheld("r"),
      }),
    ],
    ["recommendation-without-outcome", change("resolution", `${id}.1`, { item: undefined })],
    [
      "high-without-narrative",
      change("paper", `${id}.1`, { implications: { legal: { level: "high" } } }),
    ],
    ["minutes-of-cancelled-meeting", change("meeting", id, { status: "cancelled" })],
    [
      "minutes-never-confirmed",
      change("minutes", id, { status: "approved", confirmedAt: undefined }),
    ],
    ["minutes-missing", change("minutes", id, { meeting: "meetings/meeting/elsewhere" })],
    ["action-without-owner", change("action", `${id}.1.action-1`, { owners: [] })],
    ["action-overdue", change("action", `${id}.1.action-1`, { due: "2026-09-01" })],
    [
      "action-not-carried",
      add("action", {
        id: `${id}.2.action-1`,
        body,
        meeting: may,
        text: "Do another.",
        owners: [clerk],
        carriedTo: ["meetings/meeting/office.board.2026-09-17"],
      }),
    ],
    ["decision-not-reported", change("decision", "office.board.2026-1", { reportedTo: undefined })],
    ["decision-reported-late", change("decision", "office.board.2026-1", { taken: "2026-06-01" })],
    [
      "key-decision-without-notice",
      change("decision", "office.board.2026-1", { key: { notice: "2026-06-05" } }),
    ],
    ["inquorate", change("attendance", `${id}.clerk`, { capacity: "in-attendance" })],
    ["votes-do-not-add-up", change("vote", `${id}.m`, { counts: { yes: 1, no: 1 } })],
    ["result-not-of-votes", change("vote", `${id}.m`, { result: "lost" })],
    [
      "vote-by-the-absent",
      add("attendance", { id: `${id}.again`, meeting: may, member: clerk, capacity: "apologies" }),
    ],
    [
      "number-missing",
      add("decision", {
        id: "office.board.2026-3",
        body,
        number: "3/2026",
        title: "X",
        taken: "2026-09-20",
      }),
    ],
    [
      "number-twice",
      add("decision", {
        id: "office.board.2026-1b",
        body,
        number: "1/26",
        title: "X",
        taken: "2026-09-20",
      }),
    ],
    [
      "number-not-of-scheme",
      add("decision", { id: "office.board.x", body, number: "X", title: "X", taken: "2026-09-20" }),
    ],
    [
      "no-standing-orders",
      change("standing-orders", "office.board", { body: "register/body/office" }),
    ],
    ["forward-plan-slipped", change("forward-plan-entry", "office.board.a", { status: "planned" })],
  ])("find %s", async (rule, spoil) => {
    const records = blameless();
    spoil(records);
    expect(await rulesFound(records)).toContain(rule);
  });

  it("ask for no minutes of a meeting before the first of its body that are kept", async () => {
    const records = blameless();
    add("meeting", {
      id: "office.board.2026-03-19",
      body,
      name: "March",
      start: "2026-03-19",
      status: "held",
    })(records);
    expect(await rulesFound(records)).not.toContain("minutes-missing");
  });

  it("miss no action in a review at or before the meeting that asked for it", async () => {
    const records = blameless();
    add("action", {
      id: `${id}.2.action-1`,
      body,
      meeting: may,
      text: "Do another.",
      owners: [clerk],
      carriedTo: [may],
    })(records);
    expect(await rulesFound(records)).toEqual([]);
  });

  it("takes 28 clear days of the calendar as enough for a key decision", async () => {
    const records = blameless();
    change("decision", "office.board.2026-1", {
      key: { notice: "2026-06-02" },
      taken: "2026-07-01",
    })(records);
    expect(await rulesFound(records)).toEqual([]);
  });
});
