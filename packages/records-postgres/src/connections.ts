import { createHash } from "node:crypto";
import pg from "pg";
import { type Address, connectionText } from "./address.ts";
import { closed, isLost } from "./fault.ts";
import { numbered, type SqlValue } from "./sql.ts";

export type Row = Readonly<Record<string, string | number | null>>;

/** What can be asked: outside a transaction on any connection, within one on its own. */
export interface Querying {
  all<T = Row>(sql: string, ...values: readonly SqlValue[]): Promise<T[]>;
  get<T = Row>(sql: string, ...values: readonly SqlValue[]): Promise<T | undefined>;
  /** The rows as arrays of their columns. */
  allRows<T extends readonly unknown[]>(sql: string, ...values: readonly SqlValue[]): Promise<T[]>;
}

export interface Transaction extends Querying {
  /** Several statements without values, in one go. */
  execute(sql: string): Promise<void>;
}

export interface ConnectionOptions {
  readonly address: Address;
  readonly user: string;
  readonly password: string | undefined;
  readonly schema: string;
  /** Connections at most. */
  readonly size: number;
  /** Milliseconds that a statement may take. */
  readonly statementTimeout: number;
  /** Milliseconds to wait for a lock; for a connection, five seconds at least. */
  readonly patience: number;
}

/** The last word of a transaction was sent, and no answer came. */
export class CommitUnsure extends Error {
  constructor(cause: unknown) {
    super("no answer to COMMIT", { cause });
  }
}

const beginnings = {
  write: "BEGIN",
  snapshot: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
};

/**
 * Statements are parsed once and planned each time: a plan that was made while there were a few
 * records, and reads them all, would be kept while a million are imported.
 */
const planning = "-c plan_cache_mode=force_custom_plan -c jit=off";

/** Milliseconds that a busy server may need to let somebody in. */
const leastForConnecting = 5_000;

/** The connections of one user to one server. */
export class Connections implements Querying {
  readonly #options: ConnectionOptions;
  readonly #prepareds = new Map<string, Prepared>();
  #pool: pg.Pool | undefined;
  #closed = false;
  #onDisk = "";

  constructor(options: ConnectionOptions) {
    this.#options = options;
  }

  async all<T = Row>(sql: string, ...values: readonly SqlValue[]): Promise<T[]> {
    return this.#once((client) => this.#ask<T>(client, sql, values));
  }

  async get<T = Row>(sql: string, ...values: readonly SqlValue[]): Promise<T | undefined> {
    return (await this.all<T>(sql, ...values))[0];
  }

  async allRows<T extends readonly unknown[]>(
    sql: string,
    ...values: readonly SqlValue[]
  ): Promise<T[]> {
    return this.#once((client) => this.#ask<T>(client, sql, values, "array"));
  }

  /**
   * Runs the work in a transaction; all of it is written when this answers, or none.
   * @throws CommitUnsure where it cannot be known which.
   */
  async transaction<T>(
    work: (transaction: Transaction) => Promise<T>,
    beginning: keyof typeof beginnings = "write",
  ): Promise<T> {
    const client = await this.#connect();
    let broken: unknown;
    try {
      await client.query(beginnings[beginning]);
      const done = await work(this.#within(client));
      await client.query("COMMIT").catch((cause: unknown) => {
        throw isLost(cause) ? new CommitUnsure(cause) : cause;
      });
      return done;
    } catch (cause) {
      broken = isLost(cause) || cause instanceof CommitUnsure ? cause : undefined;
      if (broken === undefined)
        await client.query("ROLLBACK").catch((failed: unknown) => {
          broken = failed;
        });
      throw cause;
    } finally {
      client.release(broken !== undefined);
    }
  }

  /** From now on nothing is acknowledged before it is on disk, though the server's settings say so. */
  async insistOnDisk(): Promise<void> {
    this.#onDisk = " -c synchronous_commit=on";
    const pool = this.#pool;
    this.#pool = undefined;
    await pool?.end();
  }

  async close(): Promise<void> {
    this.#closed = true;
    const pool = this.#pool;
    this.#pool = undefined;
    await pool?.end();
  }

  #within(client: pg.PoolClient): Transaction {
    return {
      all: (sql, ...values) => this.#ask(client, sql, values),
      get: async <T>(sql: string, ...values: readonly SqlValue[]) =>
        (await this.#ask<T>(client, sql, values))[0],
      allRows: (sql, ...values) => this.#ask(client, sql, values, "array"),
      execute: async (sql) => {
        await client.query({ text: sql, query_timeout: 0 } as pg.QueryConfig);
      },
    };
  }

  /** A connection that died while nobody used it shows only now; another is made at once. */
  async #once<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    for (let again = true; ; again = false) {
      const client = await this.#connect();
      let broken = false;
      try {
        return await work(client);
      } catch (cause) {
        broken = isLost(cause);
        if (!broken || !again) throw cause;
      } finally {
        client.release(broken);
      }
    }
  }

  async #connect(): Promise<pg.PoolClient> {
    const { address, size } = this.#options;
    if (this.#closed) throw closed(address.location);
    this.#pool ??= this.#open();
    const pool = this.#pool;
    try {
      return await pool.connect();
    } catch (cause) {
      // The same words for a server that does not answer and for connections that are all in use.
      if ((cause as Error).message.startsWith("timeout exceeded") && pool.totalCount >= size)
        throw Object.assign(new Error("all connections are in use"), { code: "53300" });
      if (typeof (cause as { code?: unknown }).code === "string") throw cause;
      throw Object.assign(new Error("no connection"), { code: "ECONNREFUSED" });
    }
  }

  #open(): pg.Pool {
    const { address, user, password, schema, size, statementTimeout, patience } = this.#options;
    const pool = new pg.Pool({
      connectionString: connectionText(address, user, password),
      max: size,
      idleTimeoutMillis: 30_000,
      connectionTimeoutMillis: Math.max(patience, leastForConnecting),
      statement_timeout: statementTimeout,
      lock_timeout: patience,
      // Longer than the server's own limit, for a server that has gone without a word.
      query_timeout: statementTimeout + 5_000,
      idle_in_transaction_session_timeout: 60_000,
      keepAlive: true,
      application_name: "moothall",
      options: `-c search_path=${schema},pg_temp ${planning}${this.#onDisk}`,
    });
    // A connection that breaks is seen by whoever uses it next.
    pool.on("error", () => undefined);
    pool.on("connect", (client) => client.on("error", () => undefined));
    return pool;
  }

  async #ask<T>(
    client: pg.PoolClient,
    sql: string,
    values: readonly SqlValue[],
    rowMode?: "array",
  ): Promise<T[]> {
    const { rows } = await client.query({
      ...this.#prepared(sql),
      values: values.map((value) => (typeof value === "bigint" ? String(value) : value)),
      ...(rowMode === undefined ? {} : { rowMode }),
    } as pg.QueryConfig);
    return rows as T[];
  }

  /** Filters make statements without end; only so many are kept prepared on a connection. */
  #prepared(sql: string): Prepared {
    const known = this.#prepareds.get(sql);
    if (known !== undefined) return known;
    const text = numbered(sql);
    if (this.#prepareds.size >= 300) return { text };
    const name = `m${createHash("sha256").update(sql).digest("hex").slice(0, 24)}`;
    this.#prepareds.set(sql, { name, text });
    return { name, text };
  }
}

interface Prepared {
  readonly text: string;
  readonly name?: string;
}
