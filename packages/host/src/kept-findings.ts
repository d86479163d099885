import type { Finding, PublicationClass } from "@moothall/core";
import type { Caller } from "./caller.ts";
import { auditChecks, findContradictions } from "./checks.ts";
import type { Host } from "./host.ts";

interface Kept {
  readonly state: string;
  readonly findings: readonly Finding[];
}

/**
 * What the checks found, for as long as nothing was written and it is the same day: for many who
 * ask at once. Kept for each clearance apart, and found as one who has that clearance and nothing
 * else. One run goes on at a time; who asks meanwhile waits for it, or shares the next.
 */
export class KeptFindings {
  readonly #host: Host;
  readonly #kept = new Map<string, Kept>();
  /** Runs that have not begun: they will see all that is written until then. */
  readonly #waiting = new Map<string, Promise<readonly Finding[]>>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(host: Host) {
    this.#host = host;
  }

  /** What `runChecks` would find for this caller, audited as it would be. */
  async find(caller: Caller, plugin?: string): Promise<readonly Finding[]> {
    const findings = await this.#find(caller.clearance, plugin);
    await auditChecks(this.#host, caller);
    return findings;
  }

  async #find(clearance: PublicationClass, plugin?: string): Promise<readonly Finding[]> {
    const key = `${clearance} ${plugin ?? ""}`;
    const kept = this.#ofState(key, await this.#state());
    if (kept !== undefined) return kept;
    const waiting = this.#waiting.get(key);
    if (waiting !== undefined) return waiting;
    const run = this.#last.then(() => {
      this.#waiting.delete(key);
      return this.#run(key, clearance, plugin);
    });
    this.#waiting.set(key, run);
    this.#last = run.catch(() => {});
    return run;
  }

  async #run(
    key: string,
    clearance: PublicationClass,
    plugin: string | undefined,
  ): Promise<readonly Finding[]> {
    // Taken before anything is read: what is written meanwhile makes the result stale.
    const state = await this.#state();
    const kept = this.#ofState(key, state);
    if (kept !== undefined) return kept;
    const findings = await findContradictions(this.#host, {
      caller: onlyCleared(clearance),
      ...(plugin !== undefined && { plugin }),
    });
    // A check that failed may succeed the next time, though nothing was written.
    if (state !== undefined && findings.every(({ rule }) => rule !== "core/check-failed"))
      this.#kept.set(key, { state, findings });
    return findings;
  }

  #ofState(key: string, state: string | undefined): readonly Finding[] | undefined {
    const kept = this.#kept.get(key);
    return state !== undefined && kept?.state === state ? kept.findings : undefined;
  }

  /** Undefined where the store cannot tell whether it changed: then runs are shared and not kept. */
  async #state(): Promise<string | undefined> {
    const mark = await (await this.#host.store()).mark?.();
    return mark === undefined ? undefined : `${mark} ${this.#host.clock.today()}`;
  }
}

const onlyCleared = (clearance: PublicationClass): Caller => ({
  id: "checks",
  authenticated: clearance !== "public",
  clearance,
  bodies: [],
  permissions: [],
});
