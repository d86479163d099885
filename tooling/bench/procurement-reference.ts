import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = join(
  dirname(fileURLToPath(import.meta.url)),
  "../../node_modules/.cache/ocdsmerge-0.8.0",
);

/** The published release schema: the reference fetches it from the network unless it is given a file. */
export const releaseSchema = join(
  dirname(fileURLToPath(import.meta.url)),
  "../../../shared/standards/ocds/release-schema.json",
);

export type Reference = { readonly python: string } | { readonly missing: string };

/**
 * The reference implementation of OCDS merging, `ocdsmerge` from PyPI, in a virtual environment of
 * its own; or why it cannot be had on this machine.
 */
export function reference(): Reference {
  if (!existsSync(releaseSchema))
    return { missing: "the OCDS release schema is not beside the repository" };
  const python = join(folder, "bin/python");
  if (!runs(python, ["-c", "import ocdsmerge"])) {
    if (!runs("python3", ["-m", "venv", folder]))
      return { missing: "python3 with venv is not there" };
    const install = [
      "-m",
      "pip",
      "install",
      "--quiet",
      "--retries",
      "1",
      "--timeout",
      "10",
      "ocdsmerge==0.8.0",
    ];
    if (!runs(python, install)) return { missing: "pip could not install ocdsmerge" };
  }
  return { python };
}

const runs = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: "ignore", timeout: 120_000 }).status === 0;

/** Reads lines of releases on standard input; writes one merged release a line. */
export const referenceProgram = `
import json, sys, warnings
from ocdsmerge import Merger
warnings.simplefilter("ignore")
merger = Merger(sys.argv[1])
create = merger.create_versioned_release if "versioned" in sys.argv else merger.create_compiled_release
for line in sys.stdin:
    print(json.dumps(create(json.loads(line))))
`;
