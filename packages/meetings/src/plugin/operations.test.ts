import type { Kind, Reference } from "@moothall/core";
import { Clock, type Decision, Records } from "@moothall/core/plugin";
import * as Cause from "effect/Cause";
import * as Context from "effect/Context";
import * as Effect from "effect/Effect";
import * as Exit from "effect/Exit";
import { describe, expect, it } from "vitest";
import { aBoard, body, chair, clerk, item, may, withheld } from "../testing/a-board.ts";
import type { MemoryRecords } from "../testing/memory-records.ts";
import { operations } from "./operations.ts";

const all = operations("england");

/** Runs an operation as an officer and commits what it decides, as the host would. */
async function run<T = Record<string, never>>(
  records: MemoryRecords,
  name: string,
  input: object,
  now = "2026-06-08T09:00:00Z",
): Promise<T> {
  const operation = all[name];
  if (operation === undefined) throw new Error(name);
  const services = Context.empty().pipe(
    Context.add(Records, records.at("confidential")),
    Context.add(Clock, { now: () => now, today: () => now.slice(0, 10) }),
  );
  const parsed = operation.input.parse(input);
  const effect = operation.handler(parsed as never, (async function* () {})());
  const exit = await Effect.runPromiseExit(Effect.provideContext(effect, services as never));
  if (Exit.isFailure(exit)) throw Cause.squash(exit.cause);
  if (operation.mode === "read") return operation.output.parse(exit.value) as T;
  const { output, writes } = exit.value as Decision<T>;
  for (const write of writes) {
    if (write.action !== "put") throw new Error("unexpected");
    if (write.expect === "absent")
      expect(records.held.has(`${write.kind}/${write.data.id}` as Reference)).toBe(false);
    records.put(write.kind, write.data, now);
  }
  return operation.output.parse(output) as T;
}

const failure = (code: string) => expect.objectContaining({ code });
const data = (records: MemoryRecords, reference: string) =>
  records.held.get(reference as Reference)?.data as Record<string, never> | undefined;

function withItems(profile?: string): MemoryRecords {
  const records = aBoard(profile);
  const put = (kind: string, each: object) => records.put(`meetings/${kind}` as Kind, each);
  put("agenda-item", {
    id: "office.board.2026-06-18.1",
    meeting: may,
    number: "1",
    title: "Apologies",
    order: 0,
    kind: "apologies",
  });
  put("agenda-item", {
    id: "office.board.2026-06-18.2",
    meeting: may,
    number: "2",
    title: "Budget",
    order: 1,
    papers: ["meetings/paper/office.board.2026-06-18.2"],
  });
  put("paper", {
    id: "office.board.2026-06-18.2",
    title: "Budget outturn",
    body,
    meeting: may,
    item: item(2),
    recommendations: [{ number: "1", text: "Take full assurance." }],
  });
  return records;
}
const publish = (records: MemoryRecords, what = "agenda", now?: string, more: object = {}) =>
  run<{ publication: string; published: string[] }>(
    records,
    "publish",
    { what, meeting: may, ...more },
    now,
  );

describe("publish", () => {
  it("publishes in time, freezes what the public saw, and lets it out", async () => {
    const records = withItems();
    expect(await run(records, "publish", { what: "agenda", meeting: may })).toMatchObject({
      notice: { owed: 5, given: 7, publishBy: "2026-06-10" },
    });
    expect(data(records, item(1))).toMatchObject({
      publication: "published",
      published: "2026-06-08",
    });
    const seen = await Effect.runPromise(
      records.at("public").get("meetings/publication/office.board.2026-06-18.agenda"),
    );
    expect(seen).toMatchObject({
      items: [{ title: "Apologies" }, { title: "Budget", papers: [{ title: "Budget outturn" }] }],
    });
  });

  it("refuses short notice unless the chair says why", async () => {
    const late = "2026-06-11T09:00:00Z";
    await expect(publish(withItems(), "agenda", late)).rejects.toEqual(
      failure("meetings/notice-too-short"),
    );
    const records = withItems();
    await publish(records, "agenda", late, { urgency: { circumstances: "A flood.", chair } });
    expect(data(records, "meetings/publication/office.board.2026-06-18.agenda")).toMatchObject({
      urgency: { circumstances: "A flood." },
    });
  });

  it("owes nothing of the kind under a commissioner's profile", async () => {
    await expect(
      publish(withItems("commissioner"), "agenda", "2026-06-17T09:00:00Z"),
    ).resolves.toBeDefined();
  });

  it("owes three days in Wales", async () => {
    const records = withItems("welsh-council");
    await expect(publish(records, "agenda", "2026-06-12T09:00:00Z")).resolves.toMatchObject({
      notice: { owed: 3, given: 3 },
    });
  });

  it("brings what is new in a supplement, and nothing after the meeting", async () => {
    const records = withItems();
    await publish(records);
    await expect(publish(records)).rejects.toEqual(failure("meetings/already-published"));
    await expect(publish(records, "supplement")).rejects.toEqual(
      failure("meetings/nothing-to-publish"),
    );
    records.put("meetings/agenda-item", {
      id: "office.board.2026-06-18.3",
      meeting: may,
      number: "3",
      title: "Late matter",
      order: 2,
    });
    expect(await run(records, "supplement-diff", { meeting: may })).toMatchObject({
      added: ["office.board.2026-06-18.3"],
    });
    await publish(records, "supplement", "2026-06-09T09:00:00Z");
    expect(
      data(records, "meetings/publication/office.board.2026-06-18.supplement-1"),
    ).toMatchObject({ changes: { added: [item(3)] } });
    await expect(publish(records, "supplement", "2026-06-18T10:00:00Z")).rejects.toEqual(
      failure("meetings/meeting-over"),
    );
  });

  it.each([
    ["meetings/number-taken", { number: "1" }],
    ["meetings/ground-missing", { session: "closed" }],
  ])("refuses with %s", async (code, more) => {
    const records = withItems();
    records.put("meetings/agenda-item", {
      id: "office.board.2026-06-18.3",
      meeting: may,
      title: "Third",
      order: 2,
      ...more,
    });
    await expect(publish(records)).rejects.toEqual(failure(code));
  });

  it("refuses HIGH without a narrative and a cancelled meeting", async () => {
    const records = withItems();
    records.put("meetings/paper", {
      ...data(records, "meetings/paper/office.board.2026-06-18.2"),
      implications: { legal: { level: "high" } },
    });
    await expect(publish(records)).rejects.toEqual(failure("meetings/narrative-missing"));
    const cancelled = withItems();
    cancelled.put("meetings/meeting", { ...data(cancelled, may), status: "cancelled" });
    await expect(publish(cancelled)).rejects.toEqual(failure("meetings/meeting-cancelled"));
    await expect(publish(cancelled, "minutes")).rejects.toEqual(
      failure("meetings/meeting-cancelled"),
    );
  });
});

describe("withhold", () => {
  it("takes everything that belongs to an item with it, also what was published", async () => {
    const records = withItems();
    await publish(records);
    const answer = await run<{ withheld: string[] }>(records, "withhold", {
      about: item(2),
      meeting: may,
      ...withheld("It names prices."),
    });
    expect(answer.withheld).toEqual([item(2), "meetings/paper/office.board.2026-06-18.2"]);
    const seen = JSON.stringify(
      await Effect.runPromise(
        Effect.all([
          records.at("public").all("meetings/agenda-item"),
          records.at("public").all("meetings/paper"),
          records.at("public").all("meetings/publication"),
        ]),
      ),
    );
    expect(seen).not.toMatch(/Budget|prices/);
    expect(seen).toContain("schedule-12a-3");
    expect(seen).toContain("Apologies");
  });

  it("needs a ground of the body's own rules, a reasoning and a review", async () => {
    const records = withItems();
    const ask = (more: object) =>
      run(records, "withhold", { about: item(2), meeting: may, ...withheld("x"), ...more });
    await expect(ask({ ground: "policing-safety" })).rejects.toEqual(
      failure("meetings/ground-not-of-profile"),
    );
    await expect(ask({ reasoning: undefined })).rejects.toEqual(failure("core/bad-input"));
    await expect(ask({ review: undefined })).rejects.toEqual(failure("core/bad-input"));
    await expect(ask({ ground: "none-such" })).rejects.toThrow();
    expect(() =>
      records.put("meetings/agenda-item", {
        ...data(records, item(2)),
        withheld: { ...withheld("x"), ground: undefined },
      }),
    ).toThrow();
  });
});

describe("a meeting", () => {
  async function held() {
    const records = withItems();
    await publish(records);
    await run(records, "take", { item: item(1) });
    await run(records, "take", { item: item(2) });
    return records;
  }

  it("takes what was open in time, once, and what was not only when urgent", async () => {
    const records = await held();
    expect(data(records, item(2))).toMatchObject({ taken: 1 });
    await expect(run(records, "take", { item: item(2) })).rejects.toEqual(
      failure("meetings/already-taken"),
    );
    records.put("meetings/agenda-item", {
      id: "office.board.2026-06-18.3",
      meeting: may,
      number: "3",
      title: "Late",
      order: 2,
      publication: "published",
      published: "2026-06-15",
    });
    await expect(run(records, "take", { item: item(3) })).rejects.toEqual(
      failure("meetings/item-not-open-in-time"),
    );
    await expect(
      run(records, "take", { item: item(3), urgency: { circumstances: "A flood.", chair } }),
    ).resolves.toEqual({ taken: 2, because: "urgency" });
  });

  it("resolves in limbs, amends a recommendation, opens actions and a decision", async () => {
    const records = await held();
    const answer = await run<{
      resolution: string;
      number: string;
      decision: string;
      actions: string[];
    }>(records, "resolve", {
      item: item(2),
      limbs: [{ number: "1", text: "Partial assurance was taken.", outcome: "partial assurance" }],
      amended: {
        limbs: [{ text: "Take partial assurance." }],
        reason: "Four recommendations were not agreed.",
      },
      actions: [{ text: "Meet the auditor.", owners: [clerk] }],
      decision: { title: "Budget outturn" },
    });
    expect(answer).toMatchObject({
      number: "1/2026",
      decision: "meetings/decision/office.board.2026-1",
    });
    expect(data(records, answer.resolution)).toMatchObject({
      recommendation: {
        put: [{ text: "Take full assurance." }],
        agreed: [{ text: "Take partial assurance." }],
      },
      publication: "draft",
    });
    expect(answer.actions).toHaveLength(1);
  });

  it("publishes, confirms with a correction, and carries its actions to the next", async () => {
    const records = await held();
    const { actions } = await run<{ actions: string[] }>(records, "resolve", {
      item: item(2),
      limbs: [{ text: "Noted." }],
      actions: [{ text: "Circulate the policy.", owners: [clerk] }],
    });
    records.put("meetings/minutes", {
      id: "office.board.2026-06-18",
      meeting: may,
      minutes: [
        {
          id: "2",
          number: "12/26",
          heading: "Budget",
          item: item(2),
          paragraphs: [{ text: "The outturn were noted." }],
        },
      ],
    });
    const next = "meetings/meeting/office.board.2026-09-17";
    records.put("meetings/meeting", {
      id: "office.board.2026-09-17",
      body,
      name: "Next",
      start: "2026-09-17T10:00:00+01:00",
      public: true,
      status: "called",
    });
    const open = records.at("public");
    expect(await Effect.runPromise(open.all("meetings/minutes"))).toEqual([]);
    await publish(records, "minutes", "2026-06-25T09:00:00Z");
    expect(await Effect.runPromise(open.all("meetings/minutes"))).toHaveLength(1);
    expect(await Effect.runPromise(open.all("meetings/resolution"))).toHaveLength(1);
    const minutes = "meetings/minutes/office.board.2026-06-18";
    const correction = { minutes, minute: "2", was: "outturn were", is: "outturn was" };
    await expect(run(records, "confirm-minutes", { minutes: [minutes], at: may })).rejects.toEqual(
      failure("meetings/not-the-next-meeting"),
    );
    await expect(
      run(records, "confirm-minutes", {
        minutes: [minutes],
        at: next,
        corrections: [{ ...correction, was: "nowhere" }],
      }),
    ).rejects.toEqual(failure("meetings/correction-not-found"));
    await run(records, "confirm-minutes", {
      minutes: [minutes],
      at: next,
      corrections: [correction],
    });
    expect(data(records, minutes)).toMatchObject({
      status: "confirmed",
      confirmedAt: next,
      minutes: [{ paragraphs: [{ text: "The outturn was noted." }] }],
    });
    await expect(run(records, "confirm-minutes", { minutes: [minutes], at: next })).rejects.toEqual(
      failure("meetings/already-confirmed"),
    );
    const [action] = actions;
    expect(
      await run(records, "carry-actions", {
        to: next,
        reports: [{ action, progress: "Sent.", state: "done" }],
      }),
    ).toEqual({ carried: [], closed: actions });
    expect(data(records, action ?? "")).toMatchObject({
      state: "done",
      carriedTo: [next],
      progress: [{ text: "Sent." }],
    });
  });
});

describe("what is written under an item after it was withheld", () => {
  const secret = "Acme offered 450,000";
  const minutesId = "office.board.2026-06-18";
  const minutes = `meetings/minutes/${minutesId}`;

  /** Item 2 is withheld and the agenda published; then minutes and outcomes are written by hand. */
  async function writtenLater(): Promise<MemoryRecords> {
    const records = withItems();
    await run(records, "withhold", { about: item(2), meeting: may, ...withheld("A price.") });
    await publish(records);
    const put = (kind: string, each: object) => records.put(`meetings/${kind}` as Kind, each);
    put("minutes", {
      id: minutesId,
      meeting: may,
      minutes: [
        { id: "1", heading: "Apologies", item: item(1), paragraphs: [{ text: "None." }] },
        { id: "2", heading: secret, item: item(2), paragraphs: [{ text: secret }] },
        { id: "2a", heading: secret, item: item(3), paragraphs: [{ text: secret }] },
      ],
    });
    // Below the withheld item, and itself nowhere said to be withheld.
    put("agenda-item", {
      id: "office.board.2026-06-18.3",
      meeting: may,
      parent: item(2),
      number: "2.1",
      title: secret,
      order: 2,
    });
    put("resolution", {
      id: `${minutesId}.2.later`,
      meeting: may,
      item: item(2),
      limbs: [{ number: "(1)", text: secret }],
    });
    put("motion", {
      id: `${minutesId}.motion`,
      meeting: may,
      item: item(3),
      text: secret,
      mover: chair,
    });
    put("question", {
      id: `${minutesId}.question`,
      body,
      meeting: may,
      item: item(2),
      asked: "in-advance",
      by: "member-of-the-public",
      text: secret,
    });
    put("action", {
      id: `${minutesId}.2.action`,
      body,
      meeting: may,
      item: item(2),
      text: secret,
    });
    put("decision", {
      id: "office.board.2026-1",
      body,
      meeting: may,
      item: item(2),
      number: "2026/1",
      title: secret,
      taken: "2026-06-18",
    });
    return records;
  }

  /** All that the public sees, as text. */
  async function seen(records: MemoryRecords): Promise<string> {
    const open = records.at("public");
    const kinds = [
      ...new Set([...records.held.keys()].map((each) => each.replace(/\/[^/]+$/, ""))),
    ];
    const all = await Promise.all(kinds.map((kind) => Effect.runPromise(open.all(kind as Kind))));
    return JSON.stringify(all);
  }

  it("stays withheld when the minutes are published", async () => {
    const records = await writtenLater();
    await publish(records, "minutes", "2026-06-25T09:00:00Z");
    const text = await seen(records);
    expect(text).toContain("None.");
    expect(text).not.toContain(secret);
    expect(data(records, minutes)?.minutes).toMatchObject([
      { session: "open" },
      { session: "closed", ground: "schedule-12a-3" },
      { session: "closed", ground: "schedule-12a-3" },
    ]);
    // The office still reads it.
    expect(JSON.stringify(data(records, minutes))).toContain(secret);
  });

  it("stays withheld when drafts are confirmed without having been published", async () => {
    const records = await writtenLater();
    const at = "meetings/meeting/office.board.2026-09-17";
    records.put("meetings/meeting", {
      id: "office.board.2026-09-17",
      body,
      name: "Next",
      start: "2026-09-17T10:00:00+01:00",
      public: true,
      status: "called",
    });
    await run(records, "confirm-minutes", { minutes: [minutes], at });
    expect(await seen(records)).not.toContain(secret);
  });

  it("stays withheld when the decision is published", async () => {
    const records = await writtenLater();
    const decision = "meetings/decision/office.board.2026-1";
    await run(records, "publish", { what: "decision", decision }, "2026-06-19T09:00:00Z");
    expect(data(records, decision)).toMatchObject({
      publication: "published",
      withheld: { ground: "schedule-12a-3" },
    });
    expect(await seen(records)).not.toContain(secret);
  });

  it("is refused where a closed item has no ground", async () => {
    const records = await writtenLater();
    const bare = { ...data(records, item(1)), session: "closed" };
    records.put("meetings/agenda-item", bare as never);
    await expect(publish(records, "minutes", "2026-06-25T09:00:00Z")).rejects.toEqual(
      failure("meetings/ground-missing"),
    );
  });
});
