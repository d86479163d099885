import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Write } from "../../packages/core/src/store/index.ts";
import { openSqlite, type SqliteStore } from "../../packages/records-sqlite/src/index.ts";
import {
  idOf,
  kind,
  model,
  observation,
  observations,
  randomFrom,
  vocabulary,
} from "./store-observations.ts";
import { record, replay, type Stopwatch } from "./store-recording.ts";

/**
 * How long the embedded store takes, beside the very statements that it issues issued directly to
 * node:sqlite; and whether a page takes as long among a million records as among ten thousand.
 *
 *     node --conditions=@moothall/source tooling/bench/store.ts [SIZE …]
 *
 * SIZE: 10000 and 100000 where left out; 1000000 takes some minutes and 8 GB of disk.
 */
const [filling, from, to] = process.argv[2] === "fill" ? process.argv.slice(3) : [];
const given = process.argv.slice(2).map(Number);
const sizes = given.length === 0 ? [10_000, 100_000] : given;
const perBatch = 10_000;
const at = "2026-01-01T12:00:00.000Z";
const commit = (store: SqliteStore, writes: readonly Write[]) =>
  store.commit({ at, by: "bench", writes });

async function open(path: string): Promise<SqliteStore> {
  const store = await openSqlite({ path });
  await store.prepare([model]);
  return store;
}

let copies = 0;

function copyOf(path: string): string {
  copies += 1;
  const copy = `${path}-copy-${copies}`;
  copyFileSync(path, copy);
  return copy;
}

const remove = (path: string) => {
  for (const end of ["", "-wal", "-shm", ".key"]) rmSync(path + end, { force: true });
};

/** Of several rounds the shortest: whatever else the machine does only adds to it. */
const shortest = (values: readonly number[]): number => Math.min(...values);

interface Measured {
  readonly what: string;
  /** Milliseconds of one operation. */
  readonly ours: number;
  readonly direct: number;
}

/** In the manner in which the store itself opens the file for writing. */
function directly(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  database.exec(
    "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000",
  );
  return database;
}

/** Writes change the file, so each round has copies of its own. */
async function measureWrite(
  path: string,
  what: string,
  operations: number,
  write: (store: SqliteStore) => Promise<void>,
): Promise<Measured> {
  const ours: number[] = [];
  const direct: number[] = [];
  for (let round = 0; round < writeRounds; round += 1) {
    const recorded = copyOf(path);
    const recording = await open(recorded);
    // Opens the connection that writes, so that only the work itself is recorded.
    await commit(recording, [observation(0, round + 1)]);
    const calls = await record(async () => {
      // Statements that were made ready before are not seen.
      await recording.close();
      const again = await open(recorded);
      await again.prepare([model]);
      await write(again);
    });
    const from = calls.findIndex(
      ({ method, sql }) => method === "exec" && sql === "BEGIN IMMEDIATE",
    );
    remove(recorded);

    const mine = copyOf(path);
    const store = await open(mine);
    await commit(store, [observation(0, round + 1)]);
    const started = performance.now();
    await write(store);
    ours.push(performance.now() - started);
    await store.close();
    remove(mine);

    const theirs = copyOf(path);
    const prepared = await open(theirs);
    await commit(prepared, [observation(0, round + 1)]);
    await prepared.close();
    const database = directly(theirs);
    direct.push(replay(database, calls.slice(calls.indexOf(lastClose(calls, from))))());
    database.close();
    remove(theirs);
  }
  return { what, ours: shortest(ours) / operations, direct: shortest(direct) / operations };
}

/** The first transaction of the work itself: the one before it signs what was open when it was closed. */
function lastClose<T extends { readonly method: string; readonly sql: string }>(
  calls: readonly T[],
  first: number,
): T {
  const begins = calls.filter(({ method, sql }) => method === "exec" && sql === "BEGIN IMMEDIATE");
  const found = begins[1] ?? calls[first];
  if (found === undefined) throw new Error("nothing was written");
  return found;
}

async function measureRead(
  path: string,
  what: string,
  operations: number,
  read: (store: SqliteStore, turn: number) => unknown,
): Promise<Measured> {
  const all = (store: SqliteStore) => {
    for (let turn = 0; turn < operations; turn += 1) read(store, turn);
  };
  const calls = await record(async () => {
    const recording = await openSqlite({ path });
    all(recording);
    await recording.close();
  });
  const reads = calls.filter(
    ({ method, sql }) =>
      method !== "exec" && !sql.startsWith("PRAGMA") && !sql.includes("sqlite_schema"),
  );
  const store = await open(path);
  const database = directly(path);
  const direct = replay(database, reads, onProcessor);
  const ours: number[] = [];
  const theirs: number[] = [];
  all(store);
  direct();
  for (let round = 0; round < 12; round += 1) {
    const started = onProcessor();
    all(store);
    ours.push(onProcessor() - started);
    theirs.push(direct());
  }
  database.close();
  await store.close();
  return { what, ours: shortest(ours) / operations, direct: shortest(theirs) / operations };
}

/** Reads wait for nothing, so that the time of this process on a processor is what they take. */
const onProcessor: Stopwatch = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const tell = (size: number, { what, ours, direct }: Measured) =>
  console.log(
    `${String(size).padStart(8)}  ${what.padEnd(34)} ${ours.toFixed(4).padStart(10)} ms ${direct.toFixed(4).padStart(10)} ms  ×${(ours / direct).toFixed(2)}`,
  );

/** Each round copies the file three times, which takes long when it is large. */
const writeRounds = Math.max(...sizes) > 200_000 ? 1 : 3;

const megabytes = () => Math.round(process.memoryUsage().rss / 1_000_000);

async function fill(path: string, from: number, to: number): Promise<void> {
  const store = await open(path);
  const memory: number[] = [];
  const started = performance.now();
  for (let start = from; start < to; start += perBatch) {
    await commit(store, observations(start, Math.min(perBatch, to - start)));
    memory.push(megabytes());
  }
  const seconds = (performance.now() - started) / 1000;
  await store.close();
  console.log(
    `${String(to).padStart(8)}  imported ${to - from} in ${seconds.toFixed(1)} s: ${((to - from) / seconds).toFixed(0)} a second; ${memory[0]} MB of memory after the first ${perBatch}, at most ${Math.max(...memory)} MB`,
  );
}

/** In a process of its own, so that its memory is that of the import alone. */
function fillApart(path: string, from: number, to: number): void {
  const args = [...process.execArgv, import.meta.filename, "fill", path, String(from), String(to)];
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (status !== 0) throw new Error("the import failed");
}

const category = [{ field: "category", is: "equals", value: "category-7" }] as const;
const byAmount = { field: "amount", direction: "descending" } as const;

/** The cursor after so many records. */
function deep(store: SqliteStore, query: object, records: number): string {
  let cursor: string | null = null;
  const limit = Math.min(1000, records);
  for (let done = 0; done < records; done += limit) {
    const page: { next: string | null } = store.list("public", kind, {
      ...query,
      limit,
      ...(cursor === null ? {} : { cursor }),
    });
    if (page.next === null) break;
    cursor = page.next;
  }
  if (cursor === null) throw new Error("there is no second page");
  return cursor;
}

const flat = new Map<string, number>();

async function measure(path: string, size: number): Promise<void> {
  const cursors = await open(path);
  const deepAll = deep(cursors, { order: byAmount }, size / 2);
  const deepFiltered = deep(cursors, { where: category }, size / 80);
  await cursors.close();
  const random = randomFrom(size);
  const some = Array.from({ length: 2000 }, () => random(size));
  const index = (turn: number): number => some[turn % some.length] ?? 0;
  const word = (turn: number): string => vocabulary[(turn * 37) % vocabulary.length] ?? "";
  const results = [
    await measureWrite(path, "bulk import, 10,000 in one batch", perBatch, async (store) => {
      await commit(store, observations(size, perBatch));
    }),
    await measureWrite(path, "single write, a new record", 200, async (store) => {
      for (let turn = 0; turn < 200; turn += 1) await commit(store, [observation(size + turn)]);
    }),
    await measureWrite(path, "single write, a replacement", 200, async (store) => {
      for (let turn = 0; turn < 200; turn += 1)
        await commit(store, [observation(index(turn), 5 + turn)]);
    }),
    await measureRead(path, "get", 2000, (store, turn) =>
      store.get("public", kind, idOf(index(turn))),
    ),
    await measureRead(path, "list of 50, first page", 100, (store) =>
      store.list("public", kind, { order: byAmount }),
    ),
    await measureRead(path, "list of 50, from the middle", 100, (store) =>
      store.list("public", kind, { order: byAmount, cursor: deepAll }),
    ),
    await measureRead(path, "filtered list of 50, first page", 100, (store) =>
      store.list("public", kind, { where: category }),
    ),
    await measureRead(path, "filtered list of 50, from the middle", 100, (store) =>
      store.list("public", kind, { where: category, cursor: deepFiltered }),
    ),
    await measureRead(path, "search, one word, 20 hits", 100, (store, turn) =>
      store.search("public", { text: word(turn), limit: 20 }),
    ),
    await measureRead(path, "search, two words", 100, (store, turn) =>
      store.search("public", { text: `${word(turn)} ${word(turn + 1)}`, limit: 20 }),
    ),
    await measureRead(path, "get as at", 500, (store, turn) =>
      store.getAsAt("public", kind, idOf(index(turn)), "2026-06-01T00:00:00Z"),
    ),
    await measureRead(path, "list of 50 as at", 20, (store) =>
      store.list("public", kind, { asAt: "2026-06-01T00:00:00Z" }),
    ),
    await measureRead(path, "sum by 40 groups", 3, (store) =>
      store.aggregate("public", kind, { groupBy: ["category"], sum: ["amount"] }),
    ),
  ];
  for (const result of results) {
    tell(size, result);
    const before = flat.get(result.what);
    if (before === undefined) flat.set(result.what, result.ours);
    else if (/list|get/.test(result.what))
      console.log(
        `${" ".repeat(10)}${`  against the smallest size`.padEnd(34)} ×${(result.ours / before).toFixed(2)}`,
      );
  }
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "moothall-store-bench-"));
  try {
    console.log(
      `Node ${process.version}; one operation, ours and the same statements directly (reads: on the processor); ratio`,
    );
    const path = join(folder, "records.sqlite");
    let done = 0;
    for (const size of sizes) {
      fillApart(path, done, size);
      done = size;
      await measure(path, size);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (filling === undefined) await main();
else await fill(filling, Number(from), Number(to));
