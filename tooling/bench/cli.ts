import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";

// The whole process of `moothall procurement score` beside a Node that does nothing, turn by turn,
// so that what slows the machine slows both.

const rounds = 21;
const program = fileURLToPath(new URL("../../apps/cli/dist/main.js", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "moothall-bench-"));
const file = join(folder, "tender.json");
writeFileSync(
  file,
  JSON.stringify({
    formula: "deviation-from-lowest",
    weights: { price: "60", quality: "40" },
    bids: [
      { bidder: "A", price: "121229.00", quality: "22" },
      { bidder: "B", price: "138788.00", quality: "26" },
      { bidder: "C", price: "140093.71", quality: "22" },
    ],
  }),
);

const bare: number[] = [];
const score: number[] = [];
for (let round = 0; round <= rounds; round += 1) {
  const times = [
    time(["-e", "0"]),
    time([program, "procurement", "score", "--file", file, "--json"]),
  ] as const;
  // The first round fills the caches.
  if (round === 0) continue;
  bare.push(times[0]);
  score.push(times[1]);
}
rmSync(folder, { recursive: true });
const ratios = score.map((each, index) => each / (bare[index] as number));
console.log(
  `bare node -e 0: ${median(bare).toFixed(0)} ms; moothall procurement score: ${median(score).toFixed(0)} ms`,
);
console.log(
  `moothall procurement score: ${median(ratios).toFixed(2)} of bare Node (median of ${rounds} pairs; aim: at most 3)`,
);

function time(args: readonly string[]): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, {
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (status !== 0) throw new Error(`ended with ${status}: ${stderr}`);
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[values.length >> 1] as number;
}
