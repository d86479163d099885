import { join } from "node:path";
import type { Batch, ResourceModel, Write } from "@moothall/core/store";
import pg from "pg";

export const item = "test/item" as const;

export const itemModel: ResourceModel = {
  kind: item,
  fields: { value: { type: "integer" }, name: { type: "text" }, amount: { type: "decimal" } },
};

export const put = (id: string, fields: Record<string, unknown>, of = "public"): Write =>
  ({
    action: "put",
    kind: item,
    id,
    data: { id, ...fields },
    classification: { record: of },
  }) as Write;

export const batch = (...writes: readonly Write[]): Batch => ({
  at: "2026-01-01T12:00:00Z",
  by: "token-1",
  writes,
});

/** The code of the error with which something is refused. */
export async function refusal(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (cause) {
    const { name, code } = cause as { name?: string; code?: string };
    if (name === "MoothallError" && code !== undefined) return code;
    throw cause;
  }
  return "nothing was refused";
}

export async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of items) all.push(one);
  return all;
}

/** Arguments to run a TypeScript file of the checkout with the Node that runs this. */
export const script = (name: string): string[] => [
  "--conditions=@moothall/source",
  join(import.meta.dirname, name),
];

/** Asks a server directly, past the store. */
export async function directly<T = Record<string, unknown>>(
  url: string,
  ...statements: readonly string[]
): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    let rows: T[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows as T[];
    return rows;
  } finally {
    await client.end();
  }
}

/** Waits for something to become so, as told by the server and not by the clock. */
export async function until(so: () => Promise<boolean>): Promise<void> {
  while (!(await so())) await new Promise((resolve) => setTimeout(resolve, 20));
}
