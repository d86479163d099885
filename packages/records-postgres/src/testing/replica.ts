import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { unprivileged } from "./find-postgres.ts";
import { emptyServer, type PostgresServer } from "./postgres-server.ts";

/** Why there is no replica to test with. */
export const noReplica = "there is no pg_basebackup beside PostgreSQL's programs";

/** Makes and starts a streaming replica; undefined where the programs for it are not to be had. */
export async function startReplica(primary: PostgresServer): Promise<PostgresServer | undefined> {
  const program = join(primary.programs, "pg_basebackup");
  if (!existsSync(program)) return undefined;
  const replica = await emptyServer(primary.programs, {}, primary.password);
  const data = join(replica.folder, "data");
  rmSync(data, { recursive: true });
  const { status, stderr } = spawnSync(
    program,
    ["-D", data, "-R", "--checkpoint=fast", "--no-sync", "-d", primary.url("")],
    { ...unprivileged(), cwd: "/", encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`pg_basebackup failed:\n${stderr}`);
  await replica.start();
  return replica;
}
