import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findPostgres, unprivileged } from "./find-postgres.ts";

export { findPostgres, noPostgres } from "./find-postgres.ts";

export interface PostgresOptions {
  /** Settings of the server; durability is off where they do not say otherwise. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The folder of the server's programs, where `findPostgres` is not to look for it. */
  readonly programs?: string;
}

/** What does no harm to a server that is thrown away, and makes it fast. */
const forTests = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/** A server of its own for tests, in a folder that is removed at the end. */
export class PostgresServer {
  readonly port: number;
  /** Of the superuser `postgres`. */
  readonly password: string;
  /** Holds the data in `data`. */
  readonly folder: string;
  readonly programs: string;
  readonly #settings: Readonly<Record<string, string>>;
  #process: ChildProcess | undefined;

  constructor(
    parts: Pick<PostgresServer, "port" | "password" | "folder" | "programs">,
    settings: Readonly<Record<string, string>>,
  ) {
    this.port = parts.port;
    this.password = parts.password;
    this.folder = parts.folder;
    this.programs = parts.programs;
    this.#settings = settings;
  }

  url(database = "postgres", user = "postgres", password = this.password): string {
    return `postgres://${user}:${password}@127.0.0.1:${this.port}/${database}`;
  }

  /** Answers when it takes connections. */
  async start(): Promise<void> {
    const until = Date.now() + 30_000;
    for (;;) {
      const said = await this.#startOnce();
      if (said === undefined) return;
      // The processes of a server that was killed need a moment to notice.
      if (Date.now() > until) throw new Error(`PostgreSQL does not start:\n${said}`);
      await sleep(50);
    }
  }

  /** Undefined when it has started, else what it said. */
  #startOnce(): Promise<string | undefined> {
    const settings = { ...forTests, listen_addresses: "127.0.0.1", ...this.#settings };
    const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const data = join(this.folder, "data");
    const child = spawn(
      join(this.programs, "postgres"),
      ["-D", data, "-p", String(this.port), "-k", this.folder, ...flags],
      { ...unprivileged(), cwd: "/", stdio: ["ignore", "ignore", "pipe"] },
    );
    this.#process = child;
    return new Promise((resolve) => {
      let said = "";
      let started = false;
      child.stderr.on("data", (chunk) => {
        if (started) return;
        said += chunk;
        if (!/ready to accept (?:read-only )?connections/.test(said)) return;
        started = true;
        resolve(undefined);
      });
      child.once("exit", () => resolve(said));
    });
  }

  /** `fast` cuts every connection and ends in good order; `kill` ends it as a failing machine would. */
  async stop(how: "fast" | "kill" = "fast"): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(how === "fast" ? "SIGINT" : "SIGKILL");
    await ended;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Makes and starts a server; undefined where its programs are not to be had (`noPostgres`). */
export async function startPostgres(
  options: PostgresOptions = {},
): Promise<PostgresServer | undefined> {
  const programs = options.programs ?? (await findPostgres());
  if (programs === undefined) return undefined;
  const server = await emptyServer(programs, options.settings ?? {});
  const passwordFile = join(server.folder, "password");
  writeFileSync(passwordFile, server.password);
  const { status, stderr } = spawnSync(
    join(programs, "initdb"),
    [
      ...["-D", join(server.folder, "data"), "-U", "postgres", "-A", "scram-sha-256"],
      ...["--pwfile", passwordFile, "--no-sync", "--locale=C", "-E", "UTF8"],
    ],
    { ...unprivileged(), cwd: "/", encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`initdb failed:\n${stderr}`);
  await server.start();
  return server;
}

/** A folder, a port and a password, and nothing in the folder yet. */
export async function emptyServer(
  programs: string,
  settings: Readonly<Record<string, string>>,
  password = randomBytes(12).toString("hex"),
): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "moothall-postgres-"));
  mkdirSync(join(folder, "data"), { mode: 0o700 });
  const user = unprivileged();
  if (user !== undefined)
    for (const path of [folder, join(folder, "data")]) chownSync(path, user.uid, user.gid);
  return new PostgresServer({ port: await freePort(), password, folder, programs }, settings);
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
