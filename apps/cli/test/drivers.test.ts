import { join } from "node:path";
import { type PublicationClass, publicationClasses } from "@moothall/core";
import {
  contentHash,
  copyStore,
  type ListQuery,
  type ResourceModel,
  type Store,
  type Write,
} from "@moothall/core/store";
import { openPostgres } from "@moothall/records-postgres";
import { noPostgres, startPostgres } from "@moothall/records-postgres/testing";
import { openSqlite } from "@moothall/records-sqlite";
import { afterAll, describe, expect, test } from "vitest";
import { example as exampleModule } from "../src/built-in.generated.ts";
import { moothall, useFolder, useProgram } from "./moothall.ts";

useProgram();
const folder = useFolder();
const server = await startPostgres();
if (server === undefined) console.warn(`Both drivers are not compared: ${noPostgres}.`);
afterAll(() => server?.remove());

const kind = "test/paper" as const;
const other = "test/note" as const;
const models: readonly ResourceModel[] = [
  {
    kind,
    fields: {
      title: { type: "text" },
      day: { type: "date" },
      amount: { type: "decimal" },
      pages: { type: "integer" },
      open: { type: "boolean" },
      tags: { type: "text", many: true },
    },
  },
  { kind: other, fields: {}, searchable: ["/heading"] },
];

/** Words of several alphabets, with accents, ligatures and pairs of surrogates. */
const words = [
  "award",
  "Awards",
  "café",
  "CAFE",
  "ﬁne",
  "Ŵales",
  "ΔΉΜΟΣ",
  "警察",
  "½",
  "\u{1f600}",
  "z",
  "Z",
  "É",
  "\uffee",
  "o'neil",
  "a\\b",
  "100%",
];

/** The same numbers on every run (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const random = randomFrom(2017);
const one = <T>(of: readonly T[]): T => of[random(of.length)] as T;
const maybe = <T>(value: T): T | undefined => (random(4) === 0 ? undefined : value);

function write(): Write {
  const id = `r-${random(120)}`;
  if (random(12) === 0) return { action: one(["delete", "erase"]), kind, id, reason: "wrong" };
  const text = Array.from({ length: 1 + random(4) }, () => one(words)).join(" ");
  const see = Array.from({ length: random(3) }, () => `${one([kind, other])}/r-${random(120)}`);
  const classification = {
    record: one(["public", "public", "restricted", "confidential"] as const),
    ...(random(3) === 0 ? { paths: { "/title": one(publicationClasses) } as const } : {}),
  };
  const data =
    random(3) === 0
      ? { id, heading: text, see }
      : {
          id,
          title: maybe(text),
          day: maybe(`2017-0${1 + random(9)}-${10 + random(18)}`),
          amount: maybe(`${random(2) === 0 ? "-" : ""}${random(1000)}.${10 + random(90)}`),
          pages: maybe(random(30)),
          open: maybe(random(2) === 0),
          tags: Array.from({ length: random(3) }, () => one(words)),
          see,
        };
  return {
    action: "put",
    kind: "heading" in data ? other : kind,
    id,
    data: JSON.parse(JSON.stringify(data)),
    classification,
  };
}

const batches = Array.from({ length: 150 }, (_, index) => ({
  at: new Date(Date.UTC(2017, 0, 1 + index)).toISOString(),
  by: "token-1",
  writes: Array.from({ length: 1 + random(6) }, write),
}));

/** What a store answers to a batch: outcomes and versions, or the code of the refusal. */
const answerOf = (store: Store, batch: (typeof batches)[number]): Promise<unknown> =>
  store.commit(batch).catch((cause: { code: string }) => cause.code);

const queries: readonly ListQuery[] = [
  {},
  ...["title", "day", "amount", "pages", "open", "id"].flatMap((field) =>
    (["ascending", "descending"] as const).map((direction) => ({ order: { field, direction } })),
  ),
  ...words.map((value) => ({ where: [{ field: "tags", is: "equals" as const, value }] })),
  {
    where: [
      { field: "amount", is: "at-least", value: "0" },
      { field: "pages", is: "at-most", value: 12 },
    ],
  },
  { where: [{ field: "title", is: "at-least", value: "Z" }] },
  { where: [{ field: "title", is: "missing" }] },
  { where: [{ field: "day", is: "one-of", value: ["2017-01-10", "2017-05-22"] }] },
  { asAt: "2017-02-22T10:00:00Z", order: { field: "amount", direction: "ascending" } },
];

/** Everything that can be read of a store, page by page with the cursors. */
async function readings(store: Store): Promise<unknown[]> {
  const told: unknown[] = [];
  for (const clearance of publicationClasses) {
    for (const query of queries) {
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<Store["list"]>> = await store.list(clearance, kind, {
          ...query,
          limit: 17,
          ...(cursor === null ? {} : { cursor }),
        });
        told.push([clearance, query, page]);
        cursor = page.next;
      } while (cursor !== null);
    }
    for (const text of words) told.push([clearance, text, await hits(store, clearance, text)]);
    for (const groupBy of [[], ["open"], ["title"], ["day", "open"]])
      told.push(
        await store.aggregate(clearance, kind, {
          groupBy,
          sum: ["amount", "pages"],
          least: ["title", "amount"],
          greatest: ["title", "day"],
        }),
      );
    for (let index = 0; index < 120; index += 7) {
      told.push(await store.history(clearance, kind, `r-${index}`));
      told.push(await store.referrers(clearance, `test/paper/r-${index}`));
    }
    told.push([...(await store.counts(clearance))].sort());
  }
  return told;
}

/** Page by page; the cursors count what was ever seen, also in batches that were refused. */
async function hits(store: Store, clearance: PublicationClass, text: string): Promise<unknown[]> {
  const found: unknown[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Store["search"]>> = await store.search(clearance, {
      text,
      limit: 9,
      ...(cursor === null ? {} : { cursor }),
    });
    found.push(page.items);
    cursor = page.next;
  } while (cursor !== null);
  return found;
}

async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe.skipIf(server === undefined)("both drivers", () => {
  test("answer the same to the same, byte by byte, and copy to each other", async () => {
    const embedded = await openSqlite({ path: ":memory:" });
    const served = await openPostgres({ url: server?.url() ?? "", schema: "same" });
    for (const store of [embedded, served]) await store.prepare(models);
    for (const batch of batches)
      expect(await answerOf(served, batch)).toEqual(await answerOf(embedded, batch));
    expect(await readings(served)).toEqual(await readings(embedded));
    expect(await contentHash(served)).toBe(await contentHash(embedded));

    await served.putToken({
      id: "t1",
      hash: "a".repeat(64),
      clearance: "public",
      bodies: [],
      permissions: [],
      created: "2017-01-01T00:00:00Z",
      expires: "2018-01-01T00:00:00Z",
    });
    const entry = { at: "2017-01-01T00:00:00Z", by: "t1", action: "get", outcome: "done" };
    await served.appendAudit(entry);
    const back = await openSqlite({ path: ":memory:" });
    const copied = await copyStore(served, back, { at: "2017-09-01T00:00:00Z", by: "copy" });
    expect(copied).toMatchObject({ tokens: 1, hash: await contentHash(embedded) });
    await back.prepare(models);
    // What each clearance may see is the same there, but for versions and times.
    for (const clearance of publicationClasses) {
      for (const of of [kind, other]) {
        const documents = async (store: Store) =>
          (await collected(store.iterate(clearance, of, {}))).map(({ text }) => {
            const { record: _, ...document } = JSON.parse(text);
            return document;
          });
        expect(await documents(back)).toEqual(await documents(embedded));
      }
    }
    expect(await collected(back.audit())).toEqual([entry]);
    await expect(
      copyStore(embedded, served, { at: "2017-09-01T00:00:00Z", by: "copy" }),
    ).rejects.toMatchObject({ code: "core/already-exists" });
    for (const store of [embedded, served, back]) await store.close();
  }, 120_000);

  test("give the same checks, reports and searches of the worked example", async () => {
    const { example } = await exampleModule.load();
    const url = server?.url() ?? "";
    const places = [join(folder.path, "embedded"), url];
    for (const place of places) {
      const loaded = await moothall(["example", "load", "--json", "--data", place]);
      expect([loaded.stderr, loaded.code]).toEqual(["", 0]);
      expect(JSON.parse(loaded.stdout).created).toBe(example.records.length);
    }
    const asked = [
      ["check", "--json"],
      ["check", "--as", "confidential"],
      ["search", "contract", "--json"],
      ["search", "policing plan"],
      ["report", "register", "plan", "register/plan/opcc.2021-2025"],
      ...[...new Set(example.records.map((record) => record.kind))]
        .slice(0, 5)
        .map((of) => [...of.split("/"), "list", "--as", "confidential"]),
    ];
    for (const words of asked) {
      const [embedded, served] = await Promise.all(
        places.map((place) => moothall([...words, "--data", place])),
      );
      expect([words, served?.code, served?.stdout]).toEqual([
        words,
        embedded?.code,
        embedded?.stdout,
      ]);
    }
    const verified = await moothall(["verify-history", "--data", url]);
    expect(verified.code).toBe(0);
  }, 120_000);

  test("are copied from one to the other, with the proof and without the password", async () => {
    const url = `${server?.url() ?? ""}?application_name=copy`;
    const to = join(folder.path, "copied");
    const copied = await moothall(["copy", "--from", url, "--to", to, "--json"]);
    expect([copied.stderr, copied.code]).toEqual(["", 0]);
    const { records, hash, from } = JSON.parse(copied.stdout);
    expect(records).toBeGreaterThan(50);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(from).not.toContain(server?.password);
    const again = await moothall(["copy", "--from", to, "--to", url]);
    expect(again.code).toBe(65);
    expect(again.stderr).toContain("core/already-exists");
    expect(again.stderr).not.toContain(server?.password);
    expect((await moothall(["copy", "--from", to])).code).toBe(64);
    expect((await moothall(["copy", "--from", to, "--to", to])).code).toBe(64);
    const gone = await moothall(["check", "--data", "postgres://someone:secret@127.0.0.1:1/none"]);
    expect(gone.code).toBe(69);
    expect(gone.stderr).toContain("core/store-unreachable");
    expect(gone.stderr).not.toContain("secret");
  }, 60_000);
});
