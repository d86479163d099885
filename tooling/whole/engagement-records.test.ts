import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  anonymous,
  type Caller,
  createHost,
  type Host,
  loadPlugin,
  localCaller,
  type Reply,
  runChecks,
} from "../../packages/host/src/index.ts";
import { openSqlite } from "../../packages/records-sqlite/src/index.ts";

// The plugin with a host and the embedded store, as an office would run it: what the public sees
// while responses and casework are there, and what is left anywhere once they are disposed of.

const planted = "Quokka-of-Zanzibar-7731";
const body = "register/body/opcc";
const office = localCaller("confidential");
const folder = mkdtempSync(join(tmpdir(), "moothall-engagement-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let now = "2022-06-23T09:00:00.000Z";
let host: Host;

const load = (from: "engagement" | "register", settings: Readonly<Record<string, unknown>>) =>
  loadPlugin(
    { from, settings },
    [
      {
        name: from,
        summary: "",
        from,
        load: () =>
          from === "register"
            ? import("../../packages/register/src/plugin.ts")
            : import("../../packages/engagement/src/plugin.ts"),
      },
    ],
    undefined,
  );

beforeAll(async () => {
  host = createHost({
    plugins: [
      await load("register", {}),
      await load("engagement", {
        retention: { response: 2, vote: 2, "contact-details": 1, contact: 6, matter: 2 },
        minimumDays: 84,
      }),
    ],
    openStore: () => openSqlite({ path: join(folder, "moothall.sqlite") }),
    clock: { now: () => now, today: () => now.slice(0, 10) },
  });
  await host.put(records(), office);
});

const call = async (
  name: string,
  input: unknown,
  caller: Caller = office,
  items?: string,
): Promise<unknown> => {
  const action = host.find(`engagement/${name}`, caller.clearance);
  if (action === undefined) throw new Error(`no ${name}`);
  const reply = await host.invoke(action, {
    caller,
    input,
    ...(items !== undefined && { items: bytesOf(items) }),
  });
  return textOf(reply);
};

async function* bytesOf(text: string): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(text);
}

const textOf = (reply: Reply): unknown =>
  reply.type === "value"
    ? reply.value
    : reply.type === "document"
      ? reply.document
      : reply.type === "file"
        ? reply.body
        : reply;

const consultation = "engagement/consultation/opcc.listening.2021";
const set = "engagement/category-set/opcc.2016";

function records() {
  const put = (kind: string, ...items: ({ id: string } & Record<string, unknown>)[]) =>
    items.map((data) => ({ kind: `engagement/${kind}` as const, data }));
  const many = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => make(index));
  return [
    { kind: "register/area" as const, data: { id: "north", name: "North", kind: "district" } },
    { kind: "register/body" as const, data: { id: "opcc", name: "Office", kind: "commissioner" } },
    {
      kind: "register/plan" as const,
      data: { id: "opcc.2021", title: "Police and Crime Plan", body },
    },
    {
      kind: "register/objective" as const,
      data: {
        id: "opcc.2021.1",
        plan: "register/plan/opcc.2021",
        number: 1,
        text: "Strong local policing",
      },
    },
    ...put("plan", {
      id: "opcc.2021",
      title: "Engagement plan",
      body,
      status: "adopted",
      reviewDue: "2022-01-01",
      objectives: ["register/objective/opcc.2021.1"],
    }),
    ...put(
      "place",
      {
        id: "ayton",
        name: "Ayton",
        kind: "town",
        authority: "register/area/north",
        population: 900,
      },
      {
        id: "beeby",
        name: "Beeby",
        kind: "village",
        authority: "register/area/north",
        population: 100,
      },
    ),
    ...put("tour", {
      id: "opcc.tour",
      title: "Every town and village",
      body,
      start: "2021-05-13",
      end: "2024-05-01",
      places: 2,
    }),
    ...put(
      "activity",
      {
        id: "opcc.1",
        title: "Market stall",
        body,
        kind: "stall",
        date: "2022-03-05",
        status: "held",
        inPerson: true,
        openToPublic: true,
        places: ["engagement/place/ayton"],
        tour: "engagement/tour/opcc.tour",
        objectives: ["register/objective/opcc.2021.1"],
      },
      {
        id: "opcc.2",
        title: "Visit to a victim service",
        body,
        kind: "visit",
        date: "2022-09-01",
        status: "planned",
        openToPublic: false,
        venue: planted,
      },
      {
        id: "opcc.3",
        title: "Focus group",
        body,
        kind: "focus-group",
        date: "2022-02-01",
        status: "held",
        places: ["engagement/place/nowhere"],
        attendance: 4,
      },
    ),
    ...put("consultation", {
      id: "opcc.listening.2021",
      title: "Listening to You",
      body,
      kind: "survey",
      status: "published",
      design: "opt-in",
      series: "Listening to You",
      opens: "2021-11-15",
      closes: "2022-03-31",
      decided: "2022-03-01",
      decides: "plan",
      groups: ["people"],
      questions: [
        {
          id: "safe",
          text: "Do you feel safe?",
          type: "one",
          options: [
            { id: "yes", text: "Yes" },
            { id: "no", text: "No" },
            { id: "unsure", text: "Not sure" },
          ],
        },
        {
          id: "seen",
          text: "Have you seen an officer?",
          type: "one",
          options: [
            { id: "yes", text: "Yes" },
            { id: "no", text: "No" },
          ],
        },
        { id: "why", text: "Why?", type: "text" },
      ],
      demographics: [
        { id: "sex", characteristic: "sex", text: "Your sex", options: ["female", "male"] },
      ],
      columnMap: {
        When: "received",
        "Do you feel safe?": "question:safe",
        "Why?": "question:why",
        "Your sex": "demographic:sex",
      },
    }),
    ...put("margin", {
      id: "north.sex",
      title: "Sex, Census 2021",
      area: "register/area/north",
      demographic: "sex",
      date: "2021-03-21",
      publisher: "Example",
      population: { female: 5100, male: 4900 },
    }),
    ...put(
      "response",
      ...many(60, (index) => ({
        id: `r${index}`,
        consultation,
        received: "2021-12-01T12:00:00Z",
        answers: {
          safe: index < 33 ? "yes" : index < 57 ? "no" : "unsure",
          seen: index % 2 === 0 ? "yes" : "no",
          why: index === 0 ? `I am ${planted}` : "The street lights are off.",
        },
        demographics: { sex: index % 3 === 0 ? "male" : "female" },
      })),
    ),
    ...put(
      "statement",
      { id: "s1", consultation, text: "More patrols on foot.", status: "accepted" },
      {
        id: "s2",
        consultation,
        text: `Ask ${planted} at jo.example@example.org`,
        status: "accepted",
      },
    ),
    ...put(
      "vote",
      ...many(20, (index) => ({
        id: `v${index}`,
        consultation,
        statement: `engagement/statement/s${(index % 2) + 1}`,
        participant: `p${Math.floor(index / 2)}`,
        vote: 1,
        received: "2021-12-01T12:00:00Z",
      })),
    ),
    ...put(
      "category-set",
      {
        id: "opcc.2015",
        title: "Before",
        body,
        categories: [
          { id: "complaint", title: "Complaint", dimension: "nature" },
          { id: "feedback", title: "Feedback", dimension: "nature" },
        ],
      },
      {
        id: "opcc.2016",
        title: "Now",
        body,
        previous: "engagement/category-set/opcc.2015",
        categories: [
          { id: "complaint", title: "Complaint", dimension: "nature" },
          { id: "feedback", title: "Feedback", dimension: "nature" },
          {
            id: "appreciation",
            title: "Appreciation",
            dimension: "nature",
            isNew: true,
            formerlyIn: ["feedback"],
          },
          { id: "roads", title: "Roads", dimension: "subject" },
          { id: "asb", title: "Anti-social behaviour", dimension: "subject" },
          { id: "speed", title: "Speed", dimension: "subject", parent: "roads" },
          { id: "parking", title: "Parking", dimension: "subject", parent: "roads" },
        ],
      },
    ),
    ...put(
      "casework-table",
      {
        id: "opcc.nature.fy2015",
        title: "2015–16",
        body,
        dimension: "nature",
        period: "FY2015",
        categories: "engagement/category-set/opcc.2015",
        rows: [
          { category: "complaint", count: 175 },
          { category: "feedback", count: 37 },
        ],
        total: 212,
        disclosedIn: { document: "Pack" },
      },
      {
        id: "opcc.nature.fy2016",
        title: "2016–17",
        body,
        dimension: "nature",
        period: "FY2016",
        categories: set,
        rows: [
          { category: "complaint", count: 147 },
          { category: "feedback", count: 26 },
          { category: "appreciation", count: 8 },
        ],
        total: 180,
        disclosedIn: { document: "Pack" },
      },
    ),
    ...put(
      "contact",
      ...many(40, (index) => ({
        id: `c${index}`,
        body,
        received: "2021-05-03",
        closed: "2021-06-01",
        categories: set,
        nature: index < 24 ? "complaint" : index < 37 ? "feedback" : "appreciation",
        subject: index < 20 ? "roads" : "asb",
        ...(index < 20 && { subCategory: index < 3 ? "speed" : "parking" }),
        route: "force",
        ...(index === 0 && { details: "engagement/contact-details/d0" }),
        ...(index === 1 && { details: "engagement/contact-details/d1" }),
      })),
    ),
    ...put(
      "contact-details",
      {
        id: "d0",
        body,
        name: planted,
        email: `${planted}@example.org`,
        correspondence: [{ date: "2021-05-03", text: `I, ${planted}, complain.` }],
      },
      { id: "d1", body, name: "Held" },
    ),
    ...put(
      "matter",
      {
        id: "m1",
        title: "Street lights",
        body,
        question: "The lights are off.",
        raised: "2022-01-03",
        due: "2022-01-20",
        answer: "They are mended.",
        answered: "2022-01-13",
      },
      {
        id: "m2",
        title: "Noise",
        body,
        question: `Call ${planted} on 07700 900123.`,
        raised: "2022-01-03",
        due: "2022-02-01",
        answer: "We shall.",
        answered: "2022-01-05",
      },
      {
        id: "m3",
        title: "Parking",
        body,
        question: "Cars on pavements.",
        raised: "2022-01-03",
        due: "2022-02-01",
      },
    ),
    ...put("hold", {
      id: "h1",
      reason: "An inquiry",
      about: ["engagement/contact/c1"],
      from: "2022-01-01",
    }),
  ];
}

/** All that a caller can get at all: lists, histories, reports, exports, checks, search, answers. */
async function everything(caller: Caller): Promise<string> {
  const seen: unknown[] = [];
  for (const action of host.registry.actions.values()) {
    if (host.find(action.name, caller.clearance) === undefined) continue;
    if (action.type === "resource" && action.verb === "list") {
      const { page } = (await host.invoke(action, { caller, query: { limit: 1000 } })) as Extract<
        Reply,
        { type: "page" }
      >;
      for (const { id, text } of page.items) {
        seen.push(text);
        const history = host.find(`${action.kind}/history`, caller.clearance);
        if (history !== undefined) seen.push(await host.invoke(history, { caller, id }));
      }
    }
    if (action.type === "export") seen.push(await host.invoke(action, { caller, input: {} }));
  }
  for (const [name, input] of [
    ["reports/plan", { plan: "opcc.2021" }],
    ["reports/coverage", { tour: "opcc.tour" }],
    ["reports/results", { consultation: "opcc.listening.2021" }],
    ["reports/casework", {}],
    ["reports/you-said-we-did", {}],
    ["reports/progress", { plan: "opcc.2021" }],
    ["you-said-we-did", {}],
    ["casework-summary", { after: "opcc.nature.fy2016" }],
    ["tour-coverage", { tour: "opcc.tour" }],
    ["consultation-gate", { consultation: "opcc.listening.2021" }],
  ] as const)
    seen.push(await call(name, input, caller));
  seen.push(await runChecks(host, { caller }));
  seen.push(await host.search({ text: planted.split("-")[0] as string }, caller));
  return JSON.stringify(seen);
}

const rejects = async (attempt: Promise<unknown>, code: string, at?: object) =>
  expect(attempt).rejects.toMatchObject({ code, ...(at !== undefined && { at }) });

describe("what an office publishes", () => {
  it("shows the office what is confidential, and the public nothing of it", async () => {
    expect(await everything(office)).toContain(planted);
    const seen = await everything(anonymous);
    expect(seen).not.toContain(planted);
    expect(seen).not.toContain("07700 900123");
    expect(seen).toContain("Market stall");
    // Of a focus group of four it is not told how many they were.
    expect(seen).toContain("Focus group");
    expect(seen).not.toContain("attendance");
  });

  it("publishes a result with its small counts protected, and its shares with them", async () => {
    const input = {
      id: "opcc.listening.2021.safe",
      consultation: "opcc.listening.2021",
      question: "safe",
      margins: ["north.sex"],
    };
    expect(await call("publish-result", input)).toEqual({
      withheld: false,
      published: "engagement/result/opcc.listening.2021.safe",
    });
    const { record: stored } = (await host.invoke(
      host.find("engagement/result/get", "public") as never,
      { caller: anonymous, id: input.id },
    )) as Extract<Reply, { type: "record" }>;
    const result = JSON.parse(stored.text);
    // 33, 24 and 3: the three are hidden, and one more so that they cannot be worked out.
    expect(result.base).toBe(60);
    expect(result.counts.flat().filter((count: number | null) => count === null)).toHaveLength(2);
    expect(result.counts[2]).toEqual([null]);
    for (const [index, [count]] of result.counts.entries())
      expect(result.shares[index] === null).toBe(count === null);
    expect(result.points).toBeUndefined();
    expect(result.notice).toMatch(/no random sample/);
    // With three who were not sure, weights would tell how few of each sex they were.
    expect(result.weights).toBeUndefined();
    expect(result.notice).toMatch(/weights are not published/);
    await rejects(
      call("publish-result", { ...input, id: "again" }),
      "engagement/already-published",
    );
  });

  it("publishes weights where nothing small follows from them", async () => {
    const input = {
      id: "opcc.listening.2021.seen",
      consultation: "opcc.listening.2021",
      question: "seen",
      margins: ["north.sex"],
    };
    expect(await call("publish-result", input)).toMatchObject({ withheld: false });
    // 40 women and 20 men, weighted to 5,100 and 4,900 people.
    const weights = (await call("exports/weights", {}, anonymous)) as string;
    expect(weights.trim().split("\n").slice(1)).toEqual([
      "opcc.listening.2021.seen,engagement/consultation/opcc.listening.2021,seen,sex,female,5100,127.5",
      "opcc.listening.2021.seen,engagement/consultation/opcc.listening.2021,seen,sex,male,4900,245",
    ]);
    expect(await call("exports/results", {}, anonymous)).toContain(
      "seen,1,opt-in,yes,,respondents,30,0.5,",
    );
    const report = JSON.stringify(
      await call("reports/results", { consultation: "opcc.listening.2021" }, anonymous),
    );
    expect(report).toContain("the product of the factors");
  });

  it("publishes words only where nothing in them is private", async () => {
    const input = {
      id: "opcc.why",
      consultation: "opcc.listening.2021",
      question: "why",
      comments: ["r1"],
    };
    expect(await call("publish-result", input)).toMatchObject({ withheld: false });
    await call(
      "import-responses",
      { consultation: "opcc.listening.2021" },
      office,
      "When,Do you feel safe?,Why?,Your sex,Name\n2022-01-01,Yes,Ring me on 07700 900123,prefer not to say,Somebody\n",
    ).then((answer) =>
      expect(answer).toEqual({
        read: 1,
        privateData: [{ row: 2, question: "why", kind: "phone-number" }],
      }),
    );
    await rejects(
      call(
        "import-responses",
        { consultation: "opcc.listening.2021" },
        office,
        "When,Do you feel safe?,Why?,Your sex\n2022-01-01,Yes,x,female\n",
      ),
      "engagement/duplicate-response",
    );
    const again = {
      ...input,
      id: "opcc.why.2",
      by: "sex",
      comments: ["r1", "opcc.listening.2021.2"],
    };
    await rejects(call("publish-result", again), "engagement/private-data", { row: 2 });
  });

  it("publishes casework protected, once, and not what would give away what is hidden", async () => {
    const input = {
      id: "opcc.nature.fy2021",
      title: "Nature, 2021–22",
      body: "opcc",
      dimension: "nature",
      period: "FY2021",
      categories: "opcc.2016",
    };
    expect(await call("publish-casework", input)).toMatchObject({ withheld: false });
    const table = JSON.parse(
      (
        (await host.invoke(host.find("engagement/casework-table/get", "public") as never, {
          caller: anonymous,
          id: input.id,
        })) as Extract<Reply, { type: "record" }>
      ).record.text,
    );
    expect(table.total).toBe(40);
    expect(table.rows[2]).toMatchObject({ category: "appreciation", count: null });
    expect(table.rows.filter(({ count }: { count: number | null }) => count === null)).toHaveLength(
      2,
    );
    await rejects(
      call("publish-casework", { ...input, id: "other", period: "FY2021-Q1" }),
      "engagement/already-published",
    );
    await call("publish-casework", { ...input, id: "opcc.subject.fy2021", dimension: "subject" });
    const fine = await call("publish-casework", {
      ...input,
      id: "opcc.sub.fy2021",
      dimension: "sub-category",
    });
    expect(fine).toMatchObject({ withheld: expect.any(Boolean) });
    expect(JSON.stringify(await call("exports/service-requests", {}, anonymous))).not.toContain(
      "details",
    );
  });

  it("compares years and tells what broke", async () => {
    const summary = (await call(
      "casework-summary",
      { after: "opcc.nature.fy2016" },
      anonymous,
    )) as { rows: { category: string; comparable: boolean; words: string }[]; together: unknown[] };
    expect(summary.rows.map(({ category, comparable }) => [category, comparable])).toEqual([
      ["complaint", true],
      ["feedback", false],
      ["appreciation", false],
    ]);
    expect(summary.rows[2]?.words).toBe("New; counted under Feedback before.");
    expect(summary.together).toMatchObject([
      { before: 37, after: 34, comparable: true, direction: "no clear change" },
    ]);
  });

  it("publishes matters that are answered and name nobody", async () => {
    await rejects(call("publish-matter", { matter: "m3" }), "engagement/not-answered");
    await rejects(call("publish-matter", { matter: "m2" }), "engagement/private-data", {
      pointer: "/question",
    });
    await call("publish-matter", { matter: "m1" });
    expect(await call("you-said-we-did", {}, anonymous)).toMatchObject({
      raised: 1,
      answered: 1,
      medianDaysToAnswer: 10,
    });
  });

  it("takes responses only while it is open, of options that are there", async () => {
    const input = {
      consultation: "opcc.listening.2021",
      answers: { safe: "yes" },
      sameAs: "a".repeat(64),
    };
    await rejects(call("respond", input), "engagement/survey-closed");
    now = "2022-02-01T12:00:00.000Z";
    await rejects(
      call("respond", { ...input, answers: { safe: "perhaps" } }),
      "engagement/unknown-option",
    );
    await rejects(
      call("respond", { ...input, answers: { other: "yes" } }),
      "engagement/unknown-question",
    );
    expect(await call("respond", input)).toMatchObject({ received: now });
    // A second one of the same respondent is answered alike, so that nobody learns of the first.
    const second = (await call("respond", input, localCaller("public"))) as object;
    expect(Object.keys(second)).toEqual(["response", "received"]);
    const found = await runChecks(host, { caller: office, plugin: "engagement" });
    expect(found.filter(({ rule }) => rule === "engagement/duplicate-response")).toHaveLength(1);
    now = "2022-06-23T09:00:00.000Z";
  });

  it("reads files of responses whole or not at all, and names the row", async () => {
    const read = (text: string) =>
      call("import-responses", { consultation: "opcc.listening.2021", dryRun: true }, office, text);
    const head = "When,Do you feel safe?,Why?,Your sex\n";
    await rejects(
      read(`${head}Response,Response,Open-Ended Response,Response\n2022-01-01,Yes,x,male\n`),
      "engagement/two-header-rows",
      { row: 2 },
    );
    await rejects(
      read(`${head}2022-01-01,Yes,x,male\n2022-04-01,No,x,male\n`),
      "engagement/survey-closed",
      { row: 3, column: "When" },
    );
    await rejects(read(`${head}2022-01-01,Maybe,x,male\n`), "engagement/unknown-option", {
      row: 2,
      column: "Do you feel safe?",
    });
    await rejects(read(`${head}yesterday,Yes,x,male\n`), "core/bad-input", {
      row: 2,
      column: "When",
    });
    await rejects(read("When,Safe\n2022-01-01,Yes\n"), "engagement/column-missing", { row: 1 });
    await rejects(read(""), "engagement/bad-file");
  });

  it("finds what contradicts", async () => {
    const rules = (await runChecks(host, { caller: office, plugin: "engagement" })).map(
      ({ rule }) => rule,
    );
    expect(rules).not.toContain("core/check-failed");
    for (const rule of [
      "decided-before-close",
      "matter-overdue",
      "table-does-not-sum",
      "small-count",
      "unknown-place",
      "views-missing",
      "review-overdue",
    ])
      expect(rules).toContain(`engagement/${rule}`);
  });
});

describe("dispose", () => {
  it("lists exactly what it erases, lets holds win, and leaves nothing anywhere", async () => {
    now = "2024-04-01T09:00:00.000Z";
    const dry = (await call("dispose", { dryRun: true })) as {
      erase: { kind: string; id: string }[];
    };
    const kinds: Record<string, typeof dry.erase> = {};
    for (const each of dry.erase) kinds[each.kind] = [...(kinds[each.kind] ?? []), each];
    expect(kinds.response).toHaveLength(63);
    expect(kinds.vote).toHaveLength(20);
    expect(kinds["contact-details"]).toMatchObject([{ id: "d0" }]);
    expect(kinds.contact).toBeUndefined();
    expect(dry).toMatchObject({
      held: [{ reference: "engagement/contact-details/d1", hold: "engagement/hold/h1" }],
      changed: ["engagement/contact/c0"],
      undated: ["engagement/matter/m3"],
    });
    expect(kinds.matter).toMatchObject([{ id: "m2" }]);
    const run = await call("dispose", {});
    expect(run).toEqual({ ...dry, dryRun: false });
    expect(await call("dispose", { dryRun: true })).toMatchObject({ erase: [] });
    // What is not disposed of and still holds the string: the planned visit and the statement.
    const store = await host.store();
    await host.put(
      [
        {
          kind: "engagement/activity",
          data: {
            id: "opcc.2",
            title: "Cancelled",
            body,
            kind: "visit",
            date: "2022-09-01",
            status: "cancelled",
          },
        },
      ],
      office,
    );
    for (const [kind, id] of [
      ["engagement/activity", "opcc.2"],
      ["engagement/statement", "s2"],
    ] as const)
      await store.commit({
        writes: [{ action: "erase", kind, id, reason: "test" }],
        at: now,
        by: "test",
      });
    expect(await everything(office)).not.toContain(planted);
    const faults = [];
    for await (const fault of store.verifyHistory()) faults.push(fault);
    expect(faults).toEqual([]);
    await host.close();
    for (const name of readdirSync(folder))
      expect(readFileSync(join(folder, name)).includes(planted), name).toBe(false);
  });
});
