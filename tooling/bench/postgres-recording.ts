import pg from "pg";

type Query = string | { readonly text: string };

/** The statements that are issued while some work is done, whoever issues them. */
export async function record(work: () => Promise<void>): Promise<readonly Query[]> {
  const calls: Query[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function (this: unknown, ...given: unknown[]) {
    calls.push(given[0] as Query);
    return (query as (...given: unknown[]) => unknown).apply(this, given);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return calls;
}

/** A connection on which statements are issued directly, one after the other. */
export async function connect(url: string): Promise<{
  readonly ask: (statement: string) => Promise<void>;
  /** Milliseconds that the statements take. */
  readonly replay: (calls: readonly Query[]) => Promise<number>;
  readonly close: () => Promise<void>;
}> {
  const client = new pg.Client({
    connectionString: url,
    options: "-c search_path=moothall,pg_temp",
  });
  await client.connect();
  return {
    ask: async (statement) => {
      await client.query(statement);
    },
    replay: async (calls) => {
      const started = performance.now();
      for (const call of calls) await client.query(call as string);
      return performance.now() - started;
    },
    close: () => client.end(),
  };
}
