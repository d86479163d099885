import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import { MoothallError } from "@moothall/core";
import type { Connection } from "./connection.ts";
import { asMoothallError, isBusy } from "./fault.ts";

/** Work inside a transaction, step by step; between steps others in this process have a turn. */
export type Steps<T> = (connection: Connection) => Generator<unknown, T>;

export interface TransactionOptions {
  readonly location: string;
  /** Milliseconds to wait for another process that is writing. */
  readonly patience: number;
  /** Whether reads go over another connection, which sees nothing of a transaction until it is done. */
  readonly apart: boolean;
  /** Opens the connection that writes, on first use. */
  readonly open: () => Connection;
}

/** Writing transactions of one process, one after the other. */
export class Transactions {
  readonly #options: TransactionOptions;
  #connection: Connection | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: TransactionOptions) {
    this.#options = options;
  }

  /** The connection, where something has been written already. */
  get opened(): Connection | undefined {
    return this.#connection;
  }

  /** Runs the work in a transaction of its own: all of it is on disk when this answers, or none. */
  run<T>(steps: Steps<T>): Promise<T> {
    const turn = this.#last.then(() => this.#transact(steps));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /**
   * Takes what was written into the file itself and empties the log beside it, so that nothing
   * erased stays there. Another process that is reading holds it up; then the last to close does it.
   */
  async empty(): Promise<void> {
    const until = performance.now() + this.#options.patience;
    const turn = this.#last.then(async () => {
      while (this.#isInUse() && performance.now() < until) await sleep(20);
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  #isInUse(): boolean {
    try {
      return this.#connection?.get("PRAGMA wal_checkpoint(TRUNCATE)")?.busy === 1;
    } catch (cause) {
      if (isBusy(cause)) return true;
      throw asMoothallError(cause, this.#options.location);
    }
  }

  /** Waits for all that was begun. */
  async settle(): Promise<void> {
    await this.#last;
  }

  async #transact<T>(steps: Steps<T>): Promise<T> {
    try {
      this.#connection ??= this.#options.open();
      const connection = this.#connection;
      await this.#begin(connection);
      return await this.#complete(connection, steps);
    } catch (cause) {
      throw asMoothallError(cause, this.#options.location);
    }
  }

  async #complete<T>(connection: Connection, steps: Steps<T>): Promise<T> {
    try {
      const work = steps(connection);
      let step = work.next();
      while (step.done !== true) {
        if (this.#options.apart) await nextTurn();
        step = work.next();
      }
      connection.execute("COMMIT");
      return step.value;
    } catch (cause) {
      if (connection.isTransaction) connection.execute("ROLLBACK");
      throw cause;
    }
  }

  /** Waits without holding up the process, as SQLite's own waiting would. */
  async #begin(connection: Connection): Promise<void> {
    const until = performance.now() + this.#options.patience;
    for (let pause = 1; ; pause = Math.min(pause * 2, 50)) {
      try {
        connection.execute("BEGIN IMMEDIATE");
        return;
      } catch (cause) {
        if (!isBusy(cause) || performance.now() + pause > until) throw cause;
      }
      await sleep(pause);
    }
  }
}

export const closed = (location: string): MoothallError =>
  new MoothallError({
    code: "core/store-unreachable",
    message: `The records at ${location} have been closed.`,
    hint: "Open them again.",
  });
