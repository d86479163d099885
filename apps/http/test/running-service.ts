import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MoothallError, type PublicationClass } from "@moothall/core";
import { FolderFiles } from "@moothall/files";
import {
  createHost,
  createToken,
  type Host,
  loadPlugin,
  localCaller,
  type PluginFault,
} from "@moothall/host";
import { openSqlite } from "@moothall/records-sqlite";
import { type Served, type ServeOptions, serve } from "../src/index.ts";

export interface RunningService extends Served {
  readonly host: Host;
  /** Where its files are. */
  readonly files: string;
  /** The lines of its log, parsed. */
  readonly log: Record<string, unknown>[];
  /** Sets the clock of the host. */
  readonly setNow: (instant: string) => void;
  readonly fetch: (path: string, init?: RequestInit & { token?: string }) => Promise<Response>;
  readonly token: (request?: {
    clearance?: PublicationClass;
    bodies?: string[];
    permissions?: string[];
    expires?: string;
  }) => Promise<string>;
  readonly put: (
    kind: `${string}/${string}`,
    ...records: { id: string; [field: string]: unknown }[]
  ) => Promise<void>;
}

const fault: PluginFault = {
  from: "./broken",
  name: undefined,
  error: new MoothallError({
    code: "core/plugin-fault",
    message: "The plugin in the folder of someone failed.",
    hint: "Mend it.",
  }),
};

/** A service of the test plugin over an empty store in memory, beside a plugin that cannot be loaded. */
export async function startService(
  options: Partial<ServeOptions> & { timeLimit?: number } = {},
): Promise<RunningService> {
  const { timeLimit, ...serveOptions } = options;
  let now = "2026-01-01T00:00:00.000Z";
  const lighting = await loadPlugin(
    { from: "lighting", settings: {} },
    [
      {
        name: "lighting",
        summary: "",
        from: "lighting",
        load: () => import("./lighting-plugin.ts"),
      },
    ],
    undefined,
  );
  const files = mkdtempSync(join(tmpdir(), "moothall-files-"));
  const host = createHost({
    plugins: [lighting, fault],
    openStore: () => openSqlite({ path: ":memory:" }),
    openFiles: () => new FolderFiles({ path: files }),
    clock: { now: () => now, today: () => now.slice(0, 10) },
    ...(timeLimit !== undefined && { timeLimit }),
  });
  const log: Record<string, unknown>[] = [];
  const served = await serve(host, {
    port: 0,
    log: (line) => log.push(JSON.parse(line)),
    ...serveOptions,
  });
  return {
    ...served,
    close: async () => {
      await served.close();
      await host.close();
      rmSync(files, { recursive: true, force: true });
    },
    host,
    files,
    log,
    setNow: (instant) => {
      now = instant;
    },
    fetch: (path, { token, ...init } = {}) =>
      fetch(`${served.url}${path}`, {
        ...init,
        headers: {
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(init.headers as Record<string, string>),
        },
      }),
    token: async ({
      clearance = "confidential",
      bodies = ["*"],
      permissions = ["*"],
      expires = "2026-06-01T00:00:00Z",
    } = {}) =>
      (await createToken(await host.store(), { clearance, bodies, permissions, expires }, now))
        .token,
    put: async (kind, ...records) => {
      await host.put(
        records.map((data) => ({ kind, data })),
        localCaller("confidential"),
      );
    },
  };
}
