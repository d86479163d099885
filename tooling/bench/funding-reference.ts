import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const folder = join(root, "node_modules/.cache/flattentool-0.28.0");

/** The published schemas of 360Giving, which the reference tools need. */
export const schemaFolder = join(root, "../shared/standards/360giving/schema");

export type Reference = { readonly python: string } | { readonly missing: string };

/**
 * The reference tools, `flattentool` and `jsonschema` from PyPI, in a virtual environment of their
 * own; or why they cannot be had on this machine. The standard's own checker, `lib360dataquality`,
 * is not published there: the chain measured here is a part of what it does.
 */
export function reference(): Reference {
  if (!existsSync(schemaFolder))
    return { missing: "the 360Giving schemas are not beside the repository" };
  const python = join(folder, "bin/python");
  if (!runs(python, ["-c", "import flattentool, jsonschema"])) {
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
      "flattentool==0.28.0",
      "jsonschema>=4.20",
    ];
    if (!runs(python, install))
      return { missing: "pip could not install flattentool and jsonschema" };
  }
  return { python };
}

const runs = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: "ignore", timeout: 180_000 }).status === 0;

/** Arguments: CSV file, schema of a grant, output. Titles become fields, as the standard's tools do it. */
export const convertProgram = `
import os, shutil, sys, tempfile, warnings
import flattentool
warnings.simplefilter("ignore")
folder = tempfile.mkdtemp()
try:
    os.link(sys.argv[1], os.path.join(folder, "grants.csv"))
except OSError:
    shutil.copy(sys.argv[1], os.path.join(folder, "grants.csv"))
flattentool.unflatten(folder, input_format="csv", output_name=sys.argv[3], root_list_path="grants",
    root_id="", schema=sys.argv[2], convert_titles=True, encoding="utf-8", metatab_name=None)
shutil.rmtree(folder)
`;

/**
 * Arguments: folder of schemas, JSON file. Prints how many faults the schema finds. \`uniqueItems\`
 * is taken out, since it makes the check quadratic, which would flatter us.
 */
export const checkProgram = `
import json, sys
from jsonschema import Draft202012Validator
schema = json.load(open(sys.argv[1] + "/360-giving-schema.json"))
schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
print(sum(1 for grant in json.load(open(sys.argv[2]))["grants"] for _ in validator.iter_errors(grant)))
`;
