import { backup, DatabaseSync, type StatementSync } from "node:sqlite";

/** What may stand for a parameter of a statement. */
export type Value = string | number | bigint | null | Uint8Array;
export type Row = Record<string, string | number | null>;

/** One connection to the file, with its prepared statements. Errors are those of SQLite. */
export class Connection {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(
    path: string | URL,
    options: { readonly readOnly: boolean; readonly timeout: number },
  ) {
    this.#database = new DatabaseSync(path, {
      readOnly: options.readOnly,
      timeout: options.timeout,
      enableForeignKeyConstraints: false,
    });
  }

  /** Whether a transaction is open; none is on a connection that is closed. */
  get isTransaction(): boolean {
    return this.#database.isOpen && this.#database.isTransaction;
  }

  /** Copies the whole file, as of one moment, while others go on writing. */
  async backup(destination: string): Promise<void> {
    await backup(this.#database, destination);
  }

  execute(sql: string): void {
    this.#database.exec(sql);
  }

  get<T = Row>(sql: string, ...values: Value[]): T | undefined {
    return this.#statement(sql).get(...values) as T | undefined;
  }

  all<T = Row>(sql: string, ...values: Value[]): T[] {
    return this.#statement(sql).all(...values) as T[];
  }

  /** The rows as arrays of their columns, which takes half the time of objects. */
  allRows<T extends readonly unknown[]>(sql: string, ...values: Value[]): T[] {
    return this.#statement(sql, "rows").all(...values) as unknown as T[];
  }

  iterate<T = Row>(sql: string, ...values: Value[]): IterableIterator<T> {
    return this.#statement(sql).iterate(...values) as IterableIterator<T>;
  }

  /** The rowid of the row that was inserted last; full-text search has larger ones than a number holds. */
  run(sql: string, ...values: Value[]): number {
    return Number(this.#statement(sql, "exact").run(...values).lastInsertRowid);
  }

  /** Whole numbers of any size come as bigint. */
  allExact(sql: string, ...values: Value[]): Record<string, string | bigint | null>[] {
    const statement = this.#statement(sql, "exact");
    return statement.all(...values) as Record<string, string | bigint | null>[];
  }

  close(): void {
    this.#statements.clear();
    if (this.#database.isOpen) this.#database.close();
  }

  #statement(sql: string, reading: "objects" | "rows" | "exact" = "objects"): StatementSync {
    const key = reading === "objects" ? sql : `${reading} ${sql}`;
    let statement = this.#statements.get(key);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      if (reading === "exact") statement.setReadBigInts(true);
      if (reading === "rows") statement.setReturnArrays(true);
      // Filters make statements without end; those of a busy server are few.
      if (this.#statements.size >= 500) this.#statements.clear();
      this.#statements.set(key, statement);
    }
    return statement;
  }
}
