import type { Caller, Host, KeptFindings } from "@moothall/host";
import type { Context } from "hono";
import type { KeptPages } from "./kept-pages.ts";

export interface AppOptions {
  /** Whose service it is, as the pages say; `Moothall` where left out. */
  readonly title?: string;
  /**
   * The address under which the public reaches the service, `https://records.example.gov.uk`,
   * without a slash at the end; the address of each request where left out. Only feeds need it.
   */
  readonly address?: string;
  readonly limits?: Partial<Limits>;
  /** Takes one line of JSON about what went wrong; to standard error where left out. */
  readonly log?: (line: string) => void;
}

export interface Limits {
  /** Bytes of a JSON body; 1 MiB. */
  readonly body: number;
  /** Bytes of a file that an operation reads; 1 GiB. */
  readonly file: number;
  /** Milliseconds in which a JSON body has to arrive, and that a file may pause; 30,000. */
  readonly arrival: number;
  /** Milliseconds that a streamed answer may pause; 120,000. */
  readonly pause: number;
}

export const standardLimits: Limits = {
  body: 1024 * 1024,
  file: 1024 * 1024 * 1024,
  arrival: 30_000,
  pause: 120_000,
};

export interface Service {
  readonly host: Host;
  readonly title: string;
  readonly address: string | undefined;
  readonly limits: Limits;
  readonly log: (line: string) => void;
  readonly pages: KeptPages;
  readonly findings: KeptFindings;
}

/** One request, and who asks. */
export interface Exchange {
  readonly service: Service;
  readonly context: Context;
  readonly caller: Caller;
}
