import { escapeSegment, type PublicationClass } from "@moothall/core";
import { Caller, Clock, Records } from "@moothall/core/plugin";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import plugin from "../plugin.ts";
import { aBoard, body, chair, clerk, may, withheld } from "../testing/a-board.ts";
import type { MemoryRecords } from "../testing/memory-records.ts";
import { handleOparl } from "./oparl.ts";
import { resources } from "./resources.ts";

const declarations = plugin.declare(plugin.settings.parse({}) as never);
let planted = 0;
/** A word that stands nowhere else. */
const plant = () => {
  planted += 1;
  return `zqsecret${planted}xw`;
};
const secret = /zqsecret[0-9]+xw/;
const may18 = "office.board.2026-06-18";
const source = () => [{ document: plant(), item: plant() }];
const printed = () => [
  { of: "figure", text: plant(), value: plant(), source: { document: plant() } },
];
const hidden = () => ({ sources: source(), printed: printed() });
const closed = () => ({
  publication: "published",
  published: "2026-06-08",
  withheld: withheld(plant()),
});
const limbs = () => [
  { number: "(1)", text: plant(), outcome: plant(), limbs: [{ text: plant() }] },
];
const heldItem = `meetings/agenda-item/${may18}.2`;
const paperReference = `meetings/paper/${may18}.2`;

/** A meeting with an open part (item 1), a withheld part (item 2) and drafts, with words planted in both. */
function plantedBoard(): MemoryRecords {
  const records = aBoard();
  const put = (kind: string, data: object) => records.put(`meetings/${kind}`, data);
  put("meeting", {
    id: `${may18}`,
    body,
    name: "Board meeting",
    start: "2026-06-18T10:00:00+01:00",
    public: true,
    status: "held",
    place: { address: "County Hall" },
  });
  put("meeting", {
    id: "office.board.secret-date",
    body,
    name: plant(),
    start: "2026-07-18T10:00:00+01:00",
    public: false,
    status: "planned",
    announced: false,
  });
  put("meeting", {
    id: "office.board.2026-04-16",
    body,
    name: "April",
    start: "2026-04-16T10:00:00+01:00",
    public: true,
    status: "held",
  });
  put("action", {
    id: "office.board.2026-04-16.1.action-1",
    body,
    meeting: "meetings/meeting/office.board.2026-04-16",
    carriedTo: [may],
    text: plant(),
    heading: plant(),
    ...closed(),
    ...hidden(),
  });
  put("agenda", { id: may18, meeting: may, publication: "published", published: "2026-06-08" });
  put("agenda-item", {
    id: `${may18}.1`,
    meeting: may,
    number: "1",
    title: "Budget outturn",
    order: 0,
    taken: 0,
    publication: "published",
    published: "2026-06-08",
  });
  put("agenda-item", {
    id: `${may18}.2`,
    meeting: may,
    number: "2",
    title: plant(),
    order: 1,
    taken: 1,
    session: "closed",
    text: plant(),
    toFollow: [plant()],
    papers: [paperReference],
    lead: [chair],
    added: { on: "2026-06-09", by: "chair", reason: plant() },
    urgency: { circumstances: plant(), chair },
    takenOutOfOrder: plant(),
    ...closed(),
    ...hidden(),
  });
  put("agenda-item", {
    id: `${may18}.3`,
    meeting: may,
    number: "3",
    title: plant(),
    text: plant(),
    order: 2,
  });
  put("paper", {
    id: `${may18}.2`,
    title: plant(),
    body,
    meeting: may,
    item: heldItem,
    part: "II",
    stamp: plant(),
    purpose: [{ text: plant(), heading: plant() }],
    information: [{ number: "2.1", text: plant() }],
    recommendations: limbs(),
    implications: { financial: { level: "high", narrative: plant() } },
    contact: { telephone: plant() },
    backgroundPapers: [{ title: plant() }],
    attachments: [{ label: plant(), title: plant() }],
    ...closed(),
    ...hidden(),
  });
  put("paper", {
    id: `${may18}.draft`,
    title: plant(),
    body,
    meeting: may,
    item: `meetings/agenda-item/${may18}.1`,
  });
  put("paper-version", {
    id: `${may18}.2.1`,
    paper: paperReference,
    version: 1,
    changes: plant(),
    ...closed(),
    ...hidden(),
    file: {
      name: `${plant()}.pdf`,
      mediaType: "application/pdf",
      size: 5,
      sha512: "0".repeat(128),
      url: `https://example.org/${plant()}`,
    },
  });
  put("attendance", {
    id: `${may18}.a`,
    meeting: may,
    as: plant(),
    capacity: "present",
    ...closed(),
    ...hidden(),
  });
  put("attendance", {
    id: `${may18}.chair`,
    meeting: may,
    member: chair,
    capacity: "present",
    publication: "published",
  });
  put("declaration-of-interest", {
    id: `${may18}.d`,
    meeting: may,
    member: clerk,
    kind: "prejudicial",
    nature: plant(),
    dispensation: plant(),
    ...closed(),
    ...hidden(),
  });
  put("question", {
    id: `${may18}.q`,
    body,
    meeting: may,
    asked: "in-advance",
    by: "member",
    text: plant(),
    answer: plant(),
    number: plant(),
    url: `https://example.org/${plant()}`,
    ...closed(),
    ...hidden(),
  });
  put("question", {
    id: `${may18}.q2`,
    body,
    meeting: may,
    asked: "in-advance",
    by: "member",
    text: plant(),
  });
  put("resolution", {
    id: `${may18}.2`,
    meeting: may,
    item: heldItem,
    session: "closed",
    limbs: limbs(),
    outcome: plant(),
    recommendation: { put: limbs(), agreed: limbs(), reason: plant() },
    ...closed(),
    ...hidden(),
  });
  put("resolution", {
    id: `${may18}.3`,
    meeting: may,
    session: "closed",
    publication: "published",
    limbs: limbs(),
  });
  put("motion", {
    id: `${may18}.m`,
    meeting: may,
    item: heldItem,
    session: "closed",
    text: plant(),
    result: "carried",
    ...closed(),
    ...hidden(),
  });
  put("vote", {
    id: `${may18}.m`,
    motion: `meetings/motion/${may18}.m`,
    meeting: may,
    session: "closed",
    electorate: [chair, clerk],
    counts: { yes: 2 },
    result: "carried",
    ...closed(),
    ...hidden(),
  });
  put("minutes", {
    id: may18,
    meeting: may,
    status: "confirmed",
    confirmedAt: may,
    corrections: [
      { minute: "2", was: plant(), is: plant() },
      { minute: "gone", was: plant(), is: plant() },
    ],
    ...hidden(),
    minutes: [
      {
        id: "1",
        number: "1/26",
        heading: "Budget outturn",
        item: `meetings/agenda-item/${may18}.1`,
        paragraphs: [{ text: "The outturn was noted." }],
      },
      {
        id: "2",
        number: "2/26",
        heading: plant(),
        item: heldItem,
        session: "closed",
        ground: "schedule-12a-3",
        paragraphs: [{ number: "2.1", text: plant(), heading: plant() }],
      },
    ],
  });
  put("minutes", {
    id: "office.board.draft",
    meeting: "meetings/meeting/office.board.other",
    title: plant(),
    minutes: [{ id: "1", heading: plant(), paragraphs: [{ text: plant() }] }],
    summaryOfClosed: [{ text: plant() }],
  });
  put("action", {
    id: `${may18}.2.action-1`,
    body,
    meeting: may,
    item: heldItem,
    heading: plant(),
    text: plant(),
    progress: [{ text: plant() }],
    due: "2026-06-20",
    ...closed(),
    ...hidden(),
  });
  put("decision", {
    id: "office.2026-1",
    body,
    number: "1/2026",
    title: plant(),
    taken: "2026-06-01",
    reportLabel: plant(),
    text: limbs(),
    reasons: plant(),
    alternatives: [plant()],
    key: { exception: "special-urgency", reasons: plant() },
    item: heldItem,
    ...closed(),
    ...hidden(),
  });
  put("decision", {
    id: "office.2026-2",
    body,
    number: "2/2026",
    title: plant(),
    taken: "2026-06-02",
  });
  put("forward-plan-entry", {
    id: "office.board.plan",
    body,
    title: plant(),
    date: "2026-09-01",
    publication: "draft",
  });
  put("publication", {
    id: `${may18}.supplement-1`,
    body,
    meeting: may,
    what: "supplement",
    title: "Supplement 1",
    at: "2026-06-09T09:00:00+01:00",
    digest: "0".repeat(64),
    urgency: { circumstances: plant(), chair },
    ...hidden(),
    items: [
      {
        item: heldItem,
        title: plant(),
        session: "closed",
        ground: "schedule-12a-3",
        papers: [{ paper: paperReference, title: plant(), ground: "schedule-12a-3" }],
      },
    ],
  });
  return records;
}

const board = plantedBoard();

const servicesAt = (clearance: PublicationClass) =>
  Context.empty().pipe(
    Context.add(Records, board.at(clearance)),
    Context.add(Clock, { now: () => "2026-06-25T09:00:00Z", today: () => "2026-06-25" }),
    Context.add(Caller, { id: "local", clearance, bodies: ["*"], may: () => true }),
  );

const runAt = async (
  clearance: PublicationClass,
  effect: Effect.Effect<unknown, unknown, never>,
) => {
  const exit = await Effect.runPromiseExit(
    Effect.provideContext(effect, servicesAt(clearance) as never),
  );
  return exit._tag === "Success" ? exit.value : exit.cause;
};

async function text(value: unknown): Promise<string> {
  if (typeof value === "string") return value;
  if (typeof value === "object" && value !== null && Symbol.asyncIterator in value) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of value as AsyncIterable<Uint8Array>) chunks.push(chunk);
    const files = unzipSync(Buffer.concat(chunks));
    return Object.entries(files)
      .map(([name, bytes]) => `${name}\n${new TextDecoder().decode(bytes)}`)
      .join("\n");
  }
  return JSON.stringify(value, (_, each) =>
    each instanceof Error ? { ...each, message: each.message } : each,
  );
}

/** Every report, check, export and page of the feed, by name, as this clearance gets it. */
async function surfaces(clearance: PublicationClass): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const input = { meeting: may, body, base: "https://example.org/oparl", from: "2026-01-01" };
  for (const [name, each] of Object.entries(declarations.reports ?? {})) {
    const shape = Object.keys(each.input.shape);
    const given = Object.fromEntries(Object.entries(input).filter(([key]) => shape.includes(key)));
    if (clearance === "public" && each.clearance !== undefined) continue;
    found.set(`report ${name}`, await text(await runAt(clearance, each.build(given as never))));
  }
  for (const [name, each] of Object.entries(declarations.checks ?? {}))
    found.set(
      `check ${name}`,
      await text(
        await runAt(
          clearance,
          Effect.map(each.run(), (findings) => [...findings]),
        ),
      ),
    );
  for (const [name, each] of Object.entries(declarations.exports ?? {})) {
    const shape = Object.keys(each.input.shape);
    const given = Object.fromEntries(Object.entries(input).filter(([key]) => shape.includes(key)));
    found.set(`export ${name}`, await text(await runAt(clearance, each.build(given as never))));
  }
  for (const name of Object.keys(resources)) {
    const list = await runAt(clearance, board.at(clearance).all(`meetings/${name}`));
    found.set(`list ${name}`, await text(list));
  }
  for (const [reference] of board.held) {
    const [, resource, id] = reference.split("/");
    for (const path of [
      `${resource}/${id}`,
      `file/paper/${id}/text`,
      `file/version/${id}`,
      `file/minutes/${id}/text`,
      `file/agenda/${id}/text`,
      `consultation/${id}`,
    ]) {
      const request = { path, query: new URLSearchParams(), base: "https://example.org/oparl" };
      found.set(
        `feed ${path}`,
        await text(await runAt(clearance, handleOparl(board.at(clearance), request, undefined))),
      );
    }
  }
  return found;
}

describe("what is withheld", () => {
  let open: Map<string, string>;
  beforeAll(async () => {
    open = await surfaces("public");
  });

  it("was planted in every field", () => {
    expect(planted).toBeGreaterThan(100);
  });

  it("reaches no public surface", () => {
    const leaks = [...open]
      .filter(([, each]) => secret.test(each))
      .map(([name, each]) => `${name}: ${secret.exec(each)?.[0]}`);
    expect(leaks).toEqual([]);
    expect(open.size).toBeGreaterThan(60);
  });

  it("leaves the existence and the ground of the closed item", () => {
    expect(open.get("report agenda")).toContain("Financial or business affairs");
    expect(open.get("report minutes")).toContain("Financial or business affairs");
    expect(open.get("report minutes")).toContain("The outturn was noted.");
    expect(open.get(`feed agenda-item/${may18}.2`)).toContain('\\"public\\":false');
  });

  it("reaches those who may see it: the test would find it", async () => {
    const full = await surfaces("confidential");
    for (const name of [
      "report full-pack",
      "report minutes",
      "report review-of-actions",
      "report decision-log",
      "list agenda-item",
    ])
      expect(full.get(name), name).toMatch(secret);
    expect(full.get("report pack"), "the public pack, whoever asks").not.toMatch(secret);
  });

  it("is withheld by paths that the resources declare, from every part of a withheld record", () => {
    for (const held of board.held.values()) {
      if ((held.data as { withheld?: unknown }).withheld === undefined) continue;
      const paths = Object.keys(held.classification.paths ?? {});
      for (const [field, value] of Object.entries(held.data)) {
        if (secret.test(JSON.stringify(value)) && field !== "withheld" && field !== "added")
          expect(paths, `${held.kind} ${field}`).toContain(`/${escapeSegment(field)}`);
      }
    }
  });
});
