import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { afterAll, expect, it } from "vitest";
import { collected, item, Place, script } from "../test/place.ts";
import { openSqlite, verifySqlite } from "./index.ts";

const place = new Place();
afterAll(() => place.remove());

/** Hundreds with MOOTHALL_KILL_ROUNDS; a few in every run. */
const rounds = Number(process.env.MOOTHALL_KILL_ROUNDS ?? 12);

/** Runs the writer and kills it at a moment of chance; the last number that it said was written. */
async function writeAndKill(path: string, start: number): Promise<number> {
  const args = [...script("write-until-killed.ts"), path, String(start)];
  const writer = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => writer.once("close", resolve));
  const doomed = start + 1 + Math.floor(Math.random() * 25);
  let last = start;
  for await (const line of createInterface({ input: writer.stdout })) {
    last = Number(line);
    if (last < doomed) continue;
    // Somewhere within the writes that follow.
    const spins = Math.random() * 4_000_000;
    for (let spin = 0; spin < spins; spin += 1);
    writer.kill("SIGKILL");
  }
  await ended;
  return last;
}

it(
  `loses nothing that was acknowledged when it is killed, ${rounds} times`,
  async () => {
    const path = place.path();
    let value = 0;
    for (let round = 0; round < rounds; round += 1) {
      const acknowledged = await writeAndKill(path, value);
      const store = await openSqlite({ path });
      const records = ["a", "c", "target"].map((id) =>
        JSON.parse(store.get("confidential", item, id)?.text ?? "{}"),
      );
      value = records[0].value;
      expect(value).toBeGreaterThanOrEqual(acknowledged);
      expect(value).toBeLessThanOrEqual(acknowledged + 1);
      expect(records.map((record) => record.value)).toEqual([value, value, value]);
      const b = store.get("confidential", item, "b");
      // Between the two batches of a seventh number it is deleted.
      if (b === undefined) expect((value + 1) % 7).toBe(0);
      else expect(JSON.parse(b.text).value).toBe(value);
      const found = store.search("public", { text: `word${value}` });
      expect(found.items).toHaveLength(b === undefined ? 2 : 3);
      expect(await collected(store.verifyHistory())).toEqual([]);
      await store.close();
      expect(await verifySqlite(path)).toEqual({ damage: [], history: [] });
    }
  },
  60_000 + rounds * 5_000,
);
