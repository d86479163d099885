// Measures what issue 5 asks for:  node --conditions=@moothall/source tooling/bench/meetings.ts
import { clearDays } from "../../packages/core/src/calendar/index.ts";
import { completeDocument } from "../../packages/core/src/index.ts";
import type { Store } from "../../packages/core/src/store/index.ts";
import { grant, recordsOf, run } from "../../packages/host/src/services.ts";
import type { MeetingRecords } from "../../packages/meetings/src/agenda/meeting-records.ts";
import { handleOparl } from "../../packages/meetings/src/plugin/oparl.ts";
import { resources as meetingResources } from "../../packages/meetings/src/plugin/resources.ts";
import { publicPack } from "../../packages/meetings/src/reports/pack-report.ts";
import { openSqlite } from "../../packages/records-sqlite/src/index.ts";

function measure(name: string, run: () => unknown): void {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  }
  times.sort((left, right) => left - right);
  console.log(`${name}: ${times[2]?.toFixed(1)} ms (median of 5)`);
}

const day = (index: number) =>
  new Date(Date.UTC(2013, 0, 1) + index * 86_400_000).toISOString().slice(0, 10);
const pairs = Array.from({ length: 100_000 }, (_, index) => ({
  published: day(index % 5000),
  meeting: day((index % 5000) + (index % 30)),
  nation: "england" as const,
}));
measure("clear days of 100,000 pairs", () => {
  let sum = 0;
  for (const pair of pairs) sum += clearDays(pair);
  return sum;
});

const meeting = "meetings/meeting/b.2026-06-18";
const numbers = Array.from({ length: 100 }, (_, index) => index);
const pack: MeetingRecords = {
  meeting: {
    id: "b.2026-06-18",
    body: "register/body/b",
    name: "Board",
    start: "2026-06-18T10:00:00+01:00",
    public: true,
    status: "called",
    announced: true,
  },
  body: { id: "b", name: "Board" },
  orders: undefined,
  agenda: undefined,
  items: numbers.map((index) => ({
    id: `b.2026-06-18.${index}`,
    meeting,
    number: String(index + 1),
    title: `Item ${index + 1}`,
    order: index,
    session: "open",
    kind: "business",
    publication: "published",
  })),
  papers: numbers.map((index) => ({
    id: `b.2026-06-18.${index}`,
    title: `Report ${index + 1}`,
    body: "register/body/b",
    item: `meetings/agenda-item/b.2026-06-18.${index}`,
    information: Array.from({ length: 40 }, (_, paragraph) => ({
      number: `2.${paragraph + 1}`,
      text: "What the report says in this paragraph, at some length. ".repeat(6),
    })),
    recommendations: [{ number: "i", text: "That the report is noted." }],
    version: 1,
    status: "ready",
    publication: "published",
  })),
  versions: [],
  attendance: [],
  declarations: [],
  questions: [],
  resolutions: [],
  motions: [],
  votes: [],
  minutes: undefined,
  actions: [],
  decisions: [],
  publications: [],
  names: new Map(),
};
measure("a public pack of 100 papers, 4,000 paragraphs, built and checked", () =>
  completeDocument(publicPack(pack, [])),
);

/** A crawl of every page of the meetings of a body, over a store of so many meetings. */
async function crawl(count: number): Promise<void> {
  const resources = Object.entries(meetingResources).map(([name, { fields, partOf }]) => ({
    kind: `meetings/${name}` as const,
    fields: fields ?? {},
    ...(partOf !== undefined && { partOf }),
  }));
  const store = await openSqlite({ path: ":memory:" });
  await store.prepare([...resources, { kind: "register/body", fields: {} }]);
  const put = (kind: `${string}/${string}`, data: { id: string; [field: string]: unknown }) => ({
    action: "put" as const,
    kind,
    id: data.id,
    data,
    classification: { record: "public" as const },
  });
  const body = "register/body/b";
  const writes = [
    put("register/body", { id: "b", name: "Board" }),
    put("meetings/standing-orders", { id: "b", body }),
  ];
  for (let index = 0; index < count; index += 1) {
    const id = `b.${String(index).padStart(6, "0")}`;
    const of = `meetings/meeting/${id}`;
    const start = "2026-06-18T10:00:00+01:00";
    writes.push(
      put("meetings/meeting", {
        id,
        body,
        name: `Meeting ${index}`,
        start,
        public: true,
        status: "held",
      }),
      ...[0, 1, 2, 3, 4].map((order) =>
        put("meetings/agenda-item", {
          id: `${id}.${order}`,
          meeting: of,
          title: `Item ${order}`,
          order,
          session: "open",
          kind: "business",
          publication: "published",
        }),
      ),
    );
  }
  for (let from = 0; from < writes.length; from += 6000)
    await store.commit({
      writes: writes.slice(from, from + 6000),
      at: "2026-06-01T09:00:00Z",
      by: "bench",
    });
  // A few meetings change late, by an item of theirs alone: the window has to find them without a search.
  await store.commit({
    writes: writes
      .filter(({ kind }) => kind === "meetings/agenda-item")
      .filter((_, index) => index % 1000 === 999)
      .map((write) => ({ ...write, data: { ...write.data, title: "Changed" } })),
    at: "2026-06-10T09:00:00Z",
    by: "bench",
  });
  await pages(store, "all", "https://example.org/oparl/body/b/meeting");
  await pages(
    store,
    "a late window",
    "https://example.org/oparl/body/b/meeting?modified_since=2026-06-10T00:00:00%2B00:00",
  );
  await store.close();
}

async function pages(store: Store, what: string, first: string): Promise<void> {
  const records = recordsOf(async () => store, "public");
  const noServices = grant([], {} as never, {} as never, "public");
  const times: number[] = [];
  let next: string | undefined = first;
  let seen = 0;
  while (next !== undefined) {
    const start = performance.now();
    const { searchParams } = new URL(next);
    const request = {
      base: "https://example.org/oparl",
      path: "body/b/meeting",
      query: searchParams,
    };
    const page = await run(
      handleOparl(records, request, undefined),
      noServices,
      undefined,
      undefined,
    );
    const answer = JSON.parse(page.body);
    times.push(performance.now() - start);
    seen += answer.data.length;
    next = answer.links.next;
  }
  const sorted = times.toSorted((left, right) => left - right);
  const last = times.slice(-10).toSorted((left, right) => left - right)[5];
  console.log(
    `OParl crawl, ${what}: ${seen} meetings in ${times.length} pages, median ${sorted[sorted.length >> 1]?.toFixed(1)} ms a page, last ten ${(last ?? sorted.at(-1))?.toFixed(1)} ms`,
  );
}
await crawl(1000);
await crawl(10_000);
