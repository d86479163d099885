// Merging OCDS releases beside the reference implementation, `ocdsmerge` from PyPI: the same file of
// 10,000 processes with five releases each through both, in one run.
//
//   node --conditions=@moothall/source tooling/bench/procurement-merge.ts [PROCESSES]
import { spawnSync } from "node:child_process";
import {
  closeSync,
  createReadStream,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { reference, referenceProgram, releaseSchema } from "./procurement-reference.ts";
import { processReleases } from "./procurement-releases.ts";

const processes = Number(process.argv[2] ?? 10_000);
const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "merge-bench-"));
const input = join(folder, "releases.jsonl");

/** Seconds and peak memory of a command whose standard output goes to a file. */
function measure(command: string, args: readonly string[], output: string) {
  // The kernel tells the peak memory of a finished child only to its own parent: a small one is put between.
  const wrapper = `
import resource, subprocess, sys, time
started = time.perf_counter()
code = subprocess.run(sys.argv[3:], stdin=open(sys.argv[1]), stdout=open(sys.argv[2], "w")).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(time.perf_counter() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, code)`;
  const { stdout, stderr } = spawnSync(
    "python3",
    ["-c", wrapper, input, output, command, ...args],
    {
      encoding: "utf8",
    },
  );
  const [seconds, processor, megabytes, code] = stdout.trim().split(" ").map(Number);
  if (code !== 0 || seconds === undefined || processor === undefined || megabytes === undefined)
    throw new Error(stderr);
  return { seconds, processor, megabytes };
}

async function equalLines(one: string, other: string): Promise<boolean> {
  const lines = (path: string) =>
    createInterface({ input: createReadStream(path) })[Symbol.asyncIterator]();
  const [left, right] = [lines(one), lines(other)];
  for (;;) {
    const [ours, theirs] = [await left.next(), await right.next()];
    if (ours.done === true || theirs.done === true) return ours.done === theirs.done;
    if (!isDeepStrictEqual(JSON.parse(ours.value), JSON.parse(theirs.value))) return false;
  }
}

try {
  const file = openSync(input, "w");
  for (let number = 1; number <= processes; number += 1) {
    writeSync(file, `${JSON.stringify(processReleases(number, { releases: 5 }))}\n`);
  }
  closeSync(file);
  console.log(
    `${processes} processes of 5 releases, ${(statSync(input).size / 1e6).toFixed(0)} MB`,
  );
  const node = [process.execPath, "--conditions=@moothall/source"] as const;
  const ours = join(folder, "ours.jsonl");
  const merged = measure(node[0], [node[1], join(here, "procurement-merge-lines.ts")], ours);
  show("merge of this package, line by line", merged);
  const command = join(here, "../../apps/cli/src/main.ts");
  const byCommand = measure(
    node[0],
    [node[1], command, "procurement", "merge"],
    join(folder, "cli.jsonl"),
  );
  show("moothall procurement merge, whole process from sources", byCommand);
  const found = reference();
  if ("missing" in found) {
    console.log(`not compared with the reference: ${found.missing}`);
  } else {
    const theirs = join(folder, "theirs.jsonl");
    const referred = measure(found.python, ["-c", referenceProgram, releaseSchema], theirs);
    show("ocdsmerge 0.8.0", referred);
    console.log(
      `speed beside the reference: ${(referred.seconds / merged.seconds).toFixed(1)}×, as a command ${(referred.seconds / byCommand.seconds).toFixed(1)}×`,
    );
    const processor = (each: typeof merged) => (referred.processor / each.processor).toFixed(1);
    console.log(`by processor time: ${processor(merged)}×, as a command ${processor(byCommand)}×`);
    console.log(
      `results equal: ${await equalLines(ours, theirs)}, as a command ${await equalLines(join(folder, "cli.jsonl"), theirs)}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function show(what: string, { seconds, processor, megabytes }: ReturnType<typeof measure>): void {
  console.log(
    `${what}: ${seconds.toFixed(2)} s (${processor.toFixed(2)} s of processor), peak ${megabytes.toFixed(0)} MB`,
  );
}
