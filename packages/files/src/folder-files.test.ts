import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { filesContract } from "@moothall/core/store/testing";
import { afterAll, describe, expect, it } from "vitest";
import { FolderFiles } from "./folder-files.ts";

const folder = mkdtempSync(join(tmpdir(), "moothall-files-"));
const mounts: string[] = [];
afterAll(() => {
  for (const mount of mounts) spawnSync("umount", ["--lazy", mount]);
  rmSync(folder, { recursive: true, force: true });
});

let places = 0;
const place = () => {
  places += 1;
  return join(folder, `files-${places}`);
};
const pathOf = (location: string, sha512: string) => join(location, sha512.slice(0, 2), sha512);
const one = async function* (bytes: Uint8Array | string = "Minutes") {
  yield Buffer.from(bytes);
};

describe("files contract, in a folder", () => {
  const cases = filesContract({
    open: async () => new FolderFiles({ path: place() }),
    reopen: async ({ location }) => new FolderFiles({ path: location }),
    damage: async ({ location }, sha512, bytes) => writeFileSync(pathOf(location, sha512), bytes),
  });
  for (const { name, hold } of cases) it(name, hold);
});

describe("a folder of files", () => {
  it("is readable by its owner only", async () => {
    const files = new FolderFiles({ path: place() });
    const { sha512 } = await files.put(one());
    const mode = (path: string) => statSync(path).mode & 0o777;
    expect(mode(pathOf(files.location, sha512))).toBe(0o600);
    expect(mode(files.location)).toBe(0o700);
  });

  it("loses in time what a process left unfinished, and nothing that is young", async () => {
    const path = place();
    mkdirSync(join(path, "unfinished"), { recursive: true });
    for (const name of ["old", "young"]) writeFileSync(join(path, "unfinished", name), "half");
    const before = new Date(Date.now() - 25 * 60 * 60 * 1000);
    utimesSync(join(path, "unfinished", "old"), before, before);
    await new FolderFiles({ path }).put(one());
    expect(readdirSync(join(path, "unfinished"))).toEqual(["young"]);
  });

  it("that cannot be written is told as such", async () => {
    const path = place();
    writeFileSync(path, "a file where the folder should be");
    await expect(new FolderFiles({ path }).put(one())).rejects.toMatchObject({
      code: "core/cannot-write",
    });
  });

  it("that is full keeps what it has and takes again when there is room", async () => {
    const path = place();
    mkdirSync(path);
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", path]);
    if (mounted.status !== 0) {
      console.warn("A full disk is not tried: nothing can be mounted here.");
      return;
    }
    mounts.push(path);
    const files = new FolderFiles({ path });
    const first = await files.put(one(Buffer.alloc(600_000, "a")));
    await expect(files.put(one(Buffer.alloc(600_000, "b")))).rejects.toMatchObject({
      code: "core/cannot-write",
    });
    expect(readdirSync(join(path, "unfinished"))).toEqual([]);
    await files.delete(first.sha512);
    await expect(files.put(one(Buffer.alloc(600_000, "b")))).resolves.toMatchObject({
      size: 600_000,
    });
  });
});

/** Hundreds with MOOTHALL_KILL_ROUNDS; a few in every run. */
const rounds = Number(process.env.MOOTHALL_KILL_ROUNDS ?? 4);

it(
  `keeps what was acknowledged, and no half of a file, when two processes are killed, ${rounds} times`,
  async () => {
    const path = place();
    const acknowledged = new Set<string>();
    for (let round = 0; round < rounds; round += 1) {
      // Two processes put the same files into one folder.
      await Promise.all([
        putAndKill(path, round, acknowledged),
        putAndKill(path, round, acknowledged),
      ]);
      const files = new FolderFiles({ path });
      const kept = new Set<string>();
      for await (const { sha512 } of files.iterate()) {
        const bytes = readFileSync(pathOf(path, sha512));
        expect(createHash("sha512").update(bytes).digest("hex")).toBe(sha512);
        kept.add(sha512);
      }
      for (const sha512 of acknowledged) expect(kept).toContain(sha512);
    }
    expect(acknowledged.size).toBeGreaterThan(rounds);
    expect(existsSync(join(path, "unfinished"))).toBe(true);
  },
  60_000 + rounds * 5_000,
);

async function putAndKill(path: string, round: number, acknowledged: Set<string>): Promise<void> {
  const script = join(import.meta.dirname, "../test/put-until-killed.ts");
  const args = ["--conditions=@moothall/source", script, path, String(round * 1000)];
  const writer = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => writer.once("close", resolve));
  const doomed = 1 + Math.floor(Math.random() * 12);
  let said = 0;
  for await (const line of createInterface({ input: writer.stdout })) {
    if (line.length === 128) acknowledged.add(line);
    said += 1;
    if (said < doomed) continue;
    // Somewhere within the puts that follow.
    const spins = Math.random() * 4_000_000;
    for (let spin = 0; spin < spins; spin += 1);
    writer.kill("SIGKILL");
  }
  await ended;
}
