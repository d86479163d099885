import type { Store, Write } from "../../packages/core/src/store/index.ts";
import { openPostgres } from "../../packages/records-postgres/src/index.ts";
import {
  noPostgres,
  type PostgresServer,
  startPostgres,
} from "../../packages/records-postgres/src/testing/index.ts";
import { connect, record } from "./postgres-recording.ts";
import {
  idOf,
  kind,
  model,
  observation,
  observations,
  randomFrom,
  vocabulary,
} from "./store-observations.ts";

/**
 * How long the store on PostgreSQL takes, beside the very statements that it issues issued directly
 * through `pg`; whether a page takes as long among many records as among few; and how many writes a
 * second several processes' worth of writers make. The server waits for the disk, as it has to.
 *
 *     node --conditions=@moothall/source tooling/bench/postgres.ts [SIZE …]
 *
 * SIZE: 10000 and 100000 where left out.
 */
const given = process.argv.slice(2).map(Number);
const sizes = given.length === 0 ? [10_000, 100_000] : given;
const perBatch = 5_000;
const at = "2026-01-01T12:00:00.000Z";

const commit = (store: Store, writes: readonly Write[]) =>
  store.commit({ at, by: "bench", writes });

/** Of several rounds the shortest: whatever else the machine does only adds to it. */
const shortest = (values: readonly number[]): number => Math.min(...values);

interface Measured {
  readonly what: string;
  /** Milliseconds of one operation. */
  readonly ours: number;
  readonly direct: number;
}

/** Each round copies the records three times, which takes long when there are many. */
const writeRounds = Math.max(...sizes) > 200_000 ? 1 : 3;

const statementTimeout = 600_000;
const open = (url: string) => openPostgres({ url, statementTimeout });

/** Does some work on a copy of the records. */
async function onCopy<T>(server: PostgresServer, work: (url: string) => Promise<T>): Promise<T> {
  const admin = await connect(server.url());
  await admin.ask("CREATE DATABASE copy TEMPLATE records");
  try {
    return await work(server.url("copy"));
  } finally {
    await admin.ask("DROP DATABASE copy WITH (FORCE)");
    await admin.close();
  }
}

async function measureWrite(
  server: PostgresServer,
  what: string,
  operations: number,
  write: (store: Store) => Promise<void>,
): Promise<Measured> {
  const ours: number[] = [];
  const direct: number[] = [];
  for (let round = 0; round < writeRounds; round += 1) {
    const opened = async (url: string, work: (store: Store) => Promise<void>) => {
      const store = await open(url);
      await store.prepare([model]);
      // Connects, and knows the kinds.
      await store.commit({ at, by: "bench", writes: [] });
      await work(store);
      await store.close();
    };
    await onCopy(server, (url) =>
      opened(url, async (store) => {
        const started = performance.now();
        await write(store);
        ours.push(performance.now() - started);
      }),
    );
    let calls: Awaited<ReturnType<typeof record>> = [];
    await onCopy(server, (url) =>
      opened(url, async (store) => {
        calls = await record(() => write(store));
      }),
    );
    await onCopy(server, async (url) => {
      const client = await connect(url);
      direct.push(await client.replay(calls));
      await client.close();
    });
  }
  return { what, ours: shortest(ours) / operations, direct: shortest(direct) / operations };
}

async function measureRead(
  server: PostgresServer,
  what: string,
  operations: number,
  read: (store: Store, turn: number) => unknown,
): Promise<Measured> {
  const store = await open(server.url("records"));
  const all = async () => {
    for (let turn = 0; turn < operations; turn += 1) await read(store, turn);
  };
  await all();
  const calls = await record(all);
  const client = await connect(server.url("records"));
  await client.replay(calls);
  const ours: number[] = [];
  const direct: number[] = [];
  for (let round = 0; round < 9; round += 1) {
    const started = performance.now();
    await all();
    ours.push(performance.now() - started);
    direct.push(await client.replay(calls));
  }
  await client.close();
  await store.close();
  return { what, ours: shortest(ours) / operations, direct: shortest(direct) / operations };
}

async function fill(server: PostgresServer, from: number, to: number): Promise<void> {
  const store = await open(server.url("records"));
  await store.prepare([model]);
  const memory: number[] = [];
  const started = performance.now();
  for (let start = from; start < to; start += perBatch) {
    await commit(store, observations(start, Math.min(perBatch, to - start)));
    memory.push(Math.round(process.memoryUsage().rss / 1_000_000));
  }
  const seconds = (performance.now() - started) / 1000;
  await store.close();
  const client = await connect(server.url("records"));
  await client.ask("VACUUM ANALYZE");
  await client.close();
  console.log(
    `${String(to).padStart(8)}  imported ${to - from} in ${seconds.toFixed(1)} s: ${((to - from) / seconds).toFixed(0)} a second; ${memory[0]} MB of memory after the first ${perBatch}, at most ${Math.max(...memory)} MB`,
  );
}

const category = [{ field: "category", is: "equals", value: "category-7" }] as const;
const byAmount = { field: "amount", direction: "descending" } as const;

/** The cursor after so many records. */
async function deep(server: PostgresServer, query: object, records: number): Promise<string> {
  const store = await open(server.url("records"));
  let cursor: string | null = null;
  const limit = Math.min(1000, records);
  for (let done = 0; done < records; done += limit) {
    const page: { next: string | null } = await store.list("public", kind, {
      ...query,
      limit,
      ...(cursor === null ? {} : { cursor }),
    });
    cursor = page.next;
  }
  await store.close();
  if (cursor === null) throw new Error("there is no second page");
  return cursor;
}

/** Writers beside each other, each on connections of its own and on records of its own. */
async function measureWriters(server: PostgresServer, size: number): Promise<void> {
  for (const count of [1, 8])
    await onCopy(server, async (url) => {
      const stores = await Promise.all(Array.from({ length: count }, () => open(url)));
      for (const store of stores) await commit(store, []);
      const each = 150;
      const started = performance.now();
      await Promise.all(
        stores.map(async (store, writer) => {
          for (let turn = 0; turn < each; turn += 1)
            await commit(store, [observation(size + writer * each + turn)]);
        }),
      );
      const seconds = (performance.now() - started) / 1000;
      console.log(
        `${String(size).padStart(8)}  ${`${count} at once, single writes`.padEnd(34)} ${((count * each) / seconds).toFixed(0)} a second`,
      );
      await Promise.all(stores.map((store) => store.close()));
    });
}

const flat = new Map<string, number>();

function tell(size: number, { what, ours, direct }: Measured): void {
  console.log(
    `${String(size).padStart(8)}  ${what.padEnd(34)} ${ours.toFixed(3).padStart(9)} ms ${direct.toFixed(3).padStart(9)} ms  ×${(ours / direct).toFixed(2)}`,
  );
  const before = flat.get(what);
  if (before === undefined) flat.set(what, ours);
  else if (/list|get/.test(what))
    console.log(
      `${" ".repeat(10)}${"  against the smallest size".padEnd(34)} ×${(ours / before).toFixed(2)}`,
    );
}

async function measure(server: PostgresServer, size: number): Promise<void> {
  const deepAll = await deep(server, { order: byAmount }, size / 2);
  const deepFiltered = await deep(server, { where: category }, size / 80);
  const random = randomFrom(size);
  const some = Array.from({ length: 2000 }, () => random(size));
  const index = (turn: number): number => some[turn % some.length] ?? 0;
  const word = (turn: number): string => vocabulary[(turn * 37) % vocabulary.length] ?? "";
  const writes: [string, number, (store: Store) => Promise<void>][] = [
    [
      `bulk import, ${perBatch} in one batch`,
      perBatch,
      async (store) => {
        await commit(store, observations(size, perBatch));
      },
    ],
    [
      "single write, a new record",
      200,
      async (store) => {
        for (let turn = 0; turn < 200; turn += 1) await commit(store, [observation(size + turn)]);
      },
    ],
    [
      "single write, a replacement",
      200,
      async (store) => {
        for (let turn = 0; turn < 200; turn += 1)
          await commit(store, [observation(index(turn), 5 + turn)]);
      },
    ],
  ];
  for (const [what, operations, write] of writes)
    tell(size, await measureWrite(server, what, operations, write));
  const reads: [string, number, (store: Store, turn: number) => unknown][] = [
    ["get", 1000, (store, turn) => store.get("public", kind, idOf(index(turn)))],
    ["list of 50, first page", 100, (store) => store.list("public", kind, { order: byAmount })],
    [
      "list of 50, from the middle",
      100,
      (store) => store.list("public", kind, { order: byAmount, cursor: deepAll }),
    ],
    [
      "filtered list of 50, first page",
      100,
      (store) => store.list("public", kind, { where: category }),
    ],
    [
      "filtered list of 50, from the middle",
      100,
      (store) => store.list("public", kind, { where: category, cursor: deepFiltered }),
    ],
    [
      "search, one word, 20 hits",
      100,
      (store, turn) => store.search("public", { text: word(turn), limit: 20 }),
    ],
    [
      "search, two words",
      100,
      (store, turn) =>
        store.search("public", { text: `${word(turn)} ${word(turn + 1)}`, limit: 20 }),
    ],
    [
      "get as at",
      300,
      (store, turn) => store.getAsAt("public", kind, idOf(index(turn)), "2026-06-01T00:00:00Z"),
    ],
    [
      "list of 50 as at",
      20,
      (store) => store.list("public", kind, { asAt: "2026-06-01T00:00:00Z" }),
    ],
    [
      "sum by 40 groups",
      3,
      (store) => store.aggregate("public", kind, { groupBy: ["category"], sum: ["amount"] }),
    ],
  ];
  for (const [what, operations, read] of reads)
    tell(size, await measureRead(server, what, operations, read));
  await measureWriters(server, size);
}

const server = await startPostgres({
  settings: {
    fsync: "on",
    synchronous_commit: "on",
    full_page_writes: "on",
    shared_buffers: "512MB",
    max_wal_size: "4GB",
  },
});
if (server === undefined) console.log(`Left out: ${noPostgres}.`);
else {
  try {
    console.log(
      `Node ${process.version}, ${server.programs}; one operation, ours and the same statements directly; ratio`,
    );
    const admin = await connect(server.url());
    await admin.ask("CREATE DATABASE records");
    await admin.close();
    let done = 0;
    for (const size of sizes) {
      await fill(server, done, size);
      done = size;
      await measure(server, size);
    }
  } finally {
    await server.remove();
  }
}
