import { DatabaseSync, type SQLInputValue } from "node:sqlite";

type Call =
  | { readonly method: "exec"; readonly sql: string }
  | {
      readonly method: "get" | "all" | "run";
      readonly sql: string;
      readonly values: readonly SQLInputValue[];
    };

/** The statements that are issued while some work is done, whoever issues them. */
export async function record(work: () => Promise<void>): Promise<readonly Call[]> {
  const calls: Call[] = [];
  const { prepare, exec } = DatabaseSync.prototype;
  DatabaseSync.prototype.exec = function (sql) {
    calls.push({ method: "exec", sql });
    return exec.call(this, sql);
  };
  DatabaseSync.prototype.prepare = function (...prepared) {
    const statement = prepare.apply(this, prepared);
    const [sql] = prepared;
    for (const method of ["get", "all", "run"] as const) {
      const own = statement[method];
      Object.defineProperty(statement, method, {
        value: (...values: SQLInputValue[]) => {
          calls.push({ method, sql, values });
          return (own as (...values: SQLInputValue[]) => unknown).apply(statement, values);
        },
      });
    }
    return statement;
  };
  try {
    await work();
  } finally {
    Object.assign(DatabaseSync.prototype, { prepare, exec });
  }
  return calls;
}

/** Milliseconds of a clock, from any beginning. */
export type Stopwatch = () => number;

/** The same statements, made ready to be issued directly to node:sqlite; answers the milliseconds they take. */
export function replay(
  database: DatabaseSync,
  calls: readonly Call[],
  now: Stopwatch = () => performance.now(),
): () => number {
  const prepared = (sql: string) => {
    const statement = database.prepare(sql);
    // Full-text search has rowids that a number does not hold.
    if (sql.includes("search_")) statement.setReadBigInts(true);
    return statement;
  };
  const statements = new Map(
    calls
      .flatMap((call) => (call.method === "exec" ? [] : [[call.sql, call] as const]))
      .map(([sql]) => [sql, prepared(sql)] as const),
  );
  const ready = calls.map((call) => ({ call, statement: statements.get(call.sql) }));
  return () => {
    const started = now();
    for (const { call, statement } of ready) {
      if (call.method === "exec") database.exec(call.sql);
      else statement?.[call.method](...call.values);
    }
    return now() - started;
  };
}
