import { isMoothallError, type PublicationClass } from "@moothall/core";
import type { PerClass } from "@moothall/core/store";
import type { Connections, Querying } from "./connections.ts";
import { isLost, isOutdated } from "./fault.ts";
import { Kinds } from "./kinds.ts";

/** The connections by which each clearance reads one server. */
export interface Server {
  readonly connections: PerClass<Connections>;
  readonly kinds: Kinds;
}

export type Reading<T> = (from: Querying, kinds: Kinds) => Promise<T>;

/** Milliseconds for which a replica that failed is left alone. */
const rest = 5_000;

/**
 * Reads of each clearance over its own connections: from the replica where that has what this
 * process wrote last, else from the primary.
 */
export class Readers {
  readonly #primary: Server;
  readonly #replica: Server | undefined;
  /** Of the last write of this process, which a replica must have replayed to be read. */
  #written: string | undefined;
  /** How far the replica is known to be. */
  #replayed: string | undefined;
  #restsUntil = 0;
  #asking: Promise<void> = Promise.resolve();

  constructor(primary: PerClass<Connections>, replica: PerClass<Connections> | undefined) {
    this.#primary = { connections: primary, kinds: new Kinds() };
    this.#replica =
      replica === undefined ? undefined : { connections: replica, kinds: new Kinds() };
  }

  /** Kinds were made anew. */
  forget(): void {
    this.#primary.kinds.forget();
    this.#replica?.kinds.forget();
  }

  /** Says that this process has written; nothing is read from before that any more. */
  wrote(primary: Querying): Promise<void> {
    if (this.#replica === undefined) return Promise.resolve();
    // Until the place is known, nothing that the replica says is new enough.
    this.#written = "unknown";
    // One after the other, so that the last answer is the furthest.
    const turn = this.#asking.then(async () => {
      const row = await primary.get<{ lsn: string }>("SELECT pg_current_wal_insert_lsn() AS lsn");
      this.#written = row?.lsn ?? "unknown";
    });
    this.#asking = turn.catch(() => {
      this.#written = "unknown";
    });
    return turn;
  }

  async read<T>(clearance: PublicationClass, work: Reading<T>): Promise<T> {
    if (this.#replica !== undefined && Date.now() >= this.#restsUntil) {
      try {
        if (await this.#isFresh(this.#replica.connections[clearance]))
          return await readFrom(this.#replica, clearance, work);
      } catch (cause) {
        if (isMoothallError(cause)) throw cause;
        // Whatever else a replica may suffer, the primary need not.
        if (isLost(cause)) this.#restsUntil = Date.now() + rest;
      }
    }
    return readFrom(this.#primary, clearance, work);
  }

  async close(): Promise<void> {
    const all = [this.#primary, this.#replica].flatMap((server) =>
      server === undefined ? [] : Object.values(server.connections),
    );
    await Promise.all(all.map((connections) => connections.close()));
  }

  async #isFresh(replica: Querying): Promise<boolean> {
    const written = this.#written;
    if (written === undefined || written === this.#replayed) return true;
    if (written === "unknown") return false;
    const row = await replica.get<{ fresh: boolean | null }>(
      "SELECT pg_last_wal_replay_lsn() >= ?::pg_lsn AS fresh",
      written,
    );
    if (row?.fresh !== true) return false;
    this.#replayed = written;
    return true;
  }
}

/** Reads again where another process has made a kind's indexes anew meanwhile. */
async function readFrom<T>(
  { connections, kinds }: Server,
  clearance: PublicationClass,
  work: Reading<T>,
): Promise<T> {
  try {
    return await work(connections[clearance], kinds);
  } catch (cause) {
    if (!isOutdated(cause)) throw cause;
    kinds.forget();
    return work(connections[clearance], kinds);
  }
}
