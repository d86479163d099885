// Converting and checking 360Giving data beside the reference tools, `flatten-tool` and the
// published schema by `jsonschema` from PyPI: one generated file of 100,000 awards and 32 columns
// through both, in one run; then ten times as many rows, for the memory.
//
//   node --conditions=@moothall/source tooling/bench/funding.ts [AWARDS]
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generateAwards } from "./funding-generate.ts";
import { checkProgram, convertProgram, reference, schemaFolder } from "./funding-reference.ts";

const awards = Number(process.argv[2] ?? 100_000);
const here = import.meta.dirname;
const folder = mkdtempSync(join(tmpdir(), "funding-bench-"));
const file = (name: string) => join(folder, name);

interface Measured {
  readonly seconds: number;
  readonly processor: number;
  readonly megabytes: number;
}

/** Seconds and peak memory of a command whose standard output goes to a file. */
function measure(command: string, args: readonly string[], output: string): Measured {
  // The kernel tells the peak memory of a finished child only to its own parent: a small one is put between.
  const wrapper = `
import resource, subprocess, sys, time
started = time.perf_counter()
code = subprocess.run(sys.argv[2:], stdin=subprocess.DEVNULL, stdout=open(sys.argv[1], "w")).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(time.perf_counter() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, code)`;
  const { stdout, stderr } = spawnSync("python3", ["-c", wrapper, output, command, ...args], {
    encoding: "utf8",
  });
  const [seconds, processor, megabytes, code] = stdout.trim().split(" ").map(Number);
  if (code !== 0 || seconds === undefined || processor === undefined || megabytes === undefined) {
    throw new Error(stderr);
  }
  return { seconds, processor, megabytes };
}

const show = (what: string, { seconds, processor, megabytes }: Measured): void =>
  console.log(
    `${what}: ${seconds.toFixed(1)} s (${processor.toFixed(1)} s of processor), peak ${megabytes.toFixed(0)} MB`,
  );

const ours = (what: "convert" | "check", input: string, output: string): Measured =>
  measure(
    process.execPath,
    ["--conditions=@moothall/source", join(here, "funding-file.ts"), what, input],
    output,
  );

try {
  const csv = file("grants.csv");
  await generateAwards(csv, awards);
  console.log(`${awards} awards of 32 columns, ${(statSync(csv).size / 1e6).toFixed(0)} MB`);
  const converted = ours("convert", csv, file("ours.json"));
  show("conversion of this package", converted);
  const checked = ours("check", csv, file("ours.txt"));
  show("all checks of this package, read from CSV", checked);
  const command = join(here, "../../apps/cli/src/main.ts");
  const cli = (operation: string, output: string) =>
    measure(
      process.execPath,
      ["--conditions=@moothall/source", command, "funding", operation, "--file", csv],
      file(output),
    );
  const byCommand = cli("convert-360giving", "cli.json");
  show("moothall funding convert-360giving, whole process from sources", byCommand);
  show(
    "moothall funding check-360giving, whole process from sources",
    cli("check-360giving", "findings.json"),
  );

  const found = reference();
  if ("missing" in found) {
    console.log(`not compared with the reference: ${found.missing}`);
  } else {
    const theirs = file("theirs.json");
    const schema = join(schemaFolder, "360-giving-schema.json");
    const theirConversion = measure(
      found.python,
      ["-c", convertProgram, csv, schema, theirs],
      file("log"),
    );
    show("flatten-tool 0.28.0", theirConversion);
    const theirCheck = measure(
      found.python,
      ["-c", checkProgram, schemaFolder, theirs],
      file("theirs.txt"),
    );
    show("the published schema by jsonschema", theirCheck);
    const times = (reference: number, own: number) => `${(reference / own).toFixed(1)}×`;
    console.log(
      `conversion beside flatten-tool: ${times(theirConversion.seconds, converted.seconds)} (aim: 10×), as a command ${times(theirConversion.seconds, byCommand.seconds)}; peak ${converted.megabytes.toFixed(0)} MB (aim: at most 300)`,
    );
    console.log(
      `conversion and all checks beside flatten-tool and the schema alone: ${times(
        theirConversion.seconds + theirCheck.seconds,
        converted.seconds + checked.seconds,
      )} (aim beside the standard's whole checker: 20×; it is not on PyPI and is not part of this figure)`,
    );
    const processor = times(
      theirConversion.processor + theirCheck.processor,
      converted.processor + checked.processor,
    );
    console.log(
      `by processor time: conversion ${times(theirConversion.processor, converted.processor)}, both ${processor}`,
    );
    console.log(`grants equal: ${equalGrants(file("ours.json"), theirs)} of ${awards}`);
  }

  const many = file("many.csv");
  await generateAwards(many, awards * 10);
  const manyConverted = ours("convert", many, file("many.json"));
  show(`conversion of ${awards * 10} awards`, manyConverted);
  const manyChecked = ours("check", many, file("many.txt"));
  show(`all checks of ${awards * 10} awards`, manyChecked);
  console.log(
    `memory at ten times the rows: conversion ${(manyConverted.megabytes / converted.megabytes).toFixed(2)}×, checks ${(manyChecked.megabytes / checked.megabytes).toFixed(2)}×`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** How many grants come out the same, looked up by identifier; amounts that are no numbers aside. */
function equalGrants(one: string, other: string): number {
  type Grants = { readonly grants: readonly { readonly id: string }[] };
  const read = (path: string) => JSON.parse(readFileSync(path, "utf8")) as Grants;
  const theirs = new Map(read(other).grants.map((each) => [each.id, sorted(each)]));
  return read(one).grants.filter((each) => sorted(each) === theirs.get(each.id)).length;
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) =>
    typeof item === "object" && item !== null && !Array.isArray(item)
      ? Object.fromEntries(
          Object.entries(item).toSorted(([left], [right]) => (left < right ? -1 : 1)),
        )
      : item,
  );
}
