import assert from "node:assert/strict";
import type { ContractCase } from "../../../contract-case.ts";
import { isMoothallError, type MoothallError } from "../../../error.ts";
import type { Kind } from "../../../identifier.ts";
import type { Classification, PublicationClass } from "../../../publication.ts";
import type { Batch, CommitReceipt, ResourceModel, Store, Write } from "../../store.ts";

/** A driver, as the suite needs it. */
export interface StoreUnderTest {
  /** A new store that holds nothing. */
  readonly open: () => Promise<Store>;
  /** Closes a store and opens what it held again. */
  readonly reopen: (store: Store) => Promise<Store>;
  /** Opens once more what is open, as another process would. */
  readonly another: (store: Store) => Promise<Store>;
}

export type Scenario = (store: Store, under: StoreUnderTest) => Promise<void>;

/** A case on a store of its own, with the kinds of the suite prepared. */
export const contractCase =
  (name: string, scenario: Scenario) =>
  (under: StoreUnderTest): ContractCase => ({
    name,
    hold: async () => {
      const store = await under.open();
      try {
        await store.prepare(models);
        await scenario(store, under);
      } finally {
        await store.close();
      }
    },
  });

export const paper: Kind = "test/paper";
export const note: Kind = "test/note";

export const paperModel: ResourceModel = {
  kind: paper,
  fields: {
    title: { type: "text" },
    day: { type: "date" },
    heard: { type: "instant" },
    amount: { type: "decimal" },
    rate: { type: "decimal", places: 4 },
    pages: { type: "integer" },
    open: { type: "boolean" },
    chair: { type: "text", pointer: "/meeting/chair" },
    tags: { type: "text", many: true },
    costs: { type: "decimal", pointer: "/items/*/cost", many: true },
  },
};

/** Searched by its heading only, and a part of what it refers to. */
export const noteModel: ResourceModel = {
  kind: note,
  fields: { Title: { type: "text" }, title: { type: "integer" } },
  searchable: ["/heading", "/parts/*/heading"],
  partOf: ["/see"],
};

export const models: readonly ResourceModel[] = [paperModel, noteModel];

export const publicOnly: Classification = { record: "public" };

/** Moments on consecutive days of 2026, from 1. */
export const day = (number: number): string =>
  new Date(Date.UTC(2026, 0, number, 12)).toISOString();

export const put = (
  kind: Kind,
  id: string,
  fields: Record<string, unknown> = {},
  classification: Classification | PublicationClass = "public",
  expect?: Write["expect"],
): Write => ({
  action: "put",
  kind,
  id,
  data: { id, ...fields },
  classification: typeof classification === "string" ? { record: classification } : classification,
  ...(expect === undefined ? {} : { expect }),
});

export const remove = (kind: Kind, id: string, expect?: Write["expect"]): Write => ({
  action: "delete",
  kind,
  id,
  reason: "entered twice",
  ...(expect === undefined ? {} : { expect }),
});

export const erase = (kind: Kind, id: string): Write => ({
  action: "erase",
  kind,
  id,
  reason: "ordered by the court",
});

export const commit = (
  store: Store,
  at: string,
  writes: readonly Write[],
  rest: Partial<Batch> = {},
): Promise<CommitReceipt> => store.commit({ at, by: "token-1", writes, ...rest });

export const outcomes = ({ results }: CommitReceipt): readonly string[] =>
  results.map(({ outcome }) => outcome);

/** What a clearance gets of a record, read. */
export async function seen(
  store: Store,
  clearance: PublicationClass,
  kind: Kind,
  id: string,
): Promise<Record<string, unknown> | undefined> {
  const found = await store.get(clearance, kind, id);
  if (found === undefined) return undefined;
  assert.equal(found.id, id);
  const document = JSON.parse(found.text);
  assert.equal(document.record.version, found.version);
  assert.equal(document.record.modified, found.modified);
  return document;
}

/** The error with which something is refused, which must be one of the house with this code. */
export async function refusal(code: string, work: () => unknown): Promise<MoothallError> {
  let cause: unknown;
  try {
    await work();
  } catch (thrown) {
    cause = thrown;
  }
  assert.ok(cause !== undefined, `nothing was refused, where ${code} was expected`);
  if (!isMoothallError(cause)) throw cause;
  assert.equal(cause.code, code);
  return cause;
}

export async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

export const noFaults = async (store: Store): Promise<void> =>
  assert.deepEqual(await collected(store.verifyHistory()), []);
