import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { merge, type Release } from "../../packages/procurement/src/index.ts";
import { reference, referenceProgram, releaseSchema } from "../bench/procurement-reference.ts";
import { processReleases } from "../bench/procurement-releases.ts";

const found = reference();
if ("missing" in found)
  console.log(`skipped: comparing with the reference merge: ${found.missing}`);

/** Object keys of the reference come in another order; arrays in the same. */
describe.skipIf("missing" in found)("merge beside the reference implementation", () => {
  const processes = Array.from({ length: 400 }, (_, index) =>
    processReleases(index + 1, { releases: 1 + (index % 6), odd: index % 2 === 1 }),
  ) as Release[][];
  const lines = processes.map((each) => JSON.stringify(each)).join("\n");

  it.each([false, true])("gives the same, versioned: %s", (versioned) => {
    const { python } = found as { python: string };
    const args = ["-c", referenceProgram, releaseSchema, ...(versioned ? ["versioned"] : [])];
    const { stdout, stderr } = spawnSync(python, args, { input: lines, maxBuffer: 2 ** 30 });
    expect(String(stderr)).toBe("");
    const theirs = String(stdout)
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(theirs).toHaveLength(processes.length);
    for (const [index, releases] of processes.entries()) {
      expect(merge(releases, { versioned })).toEqual(theirs[index]);
    }
  });
});
