// Writes what every package offers to `api-report.md` beside its manifest, so that a change of the
// public surface shows in a diff:
//
//   node tooling/api-report/generate.ts            write the reports
//   node tooling/api-report/generate.ts --check    fail when one is not what would be written
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publicPackages } from "../release/packages.ts";
import { apiReport, entriesOf, readProgram } from "./report.ts";

const root = join(import.meta.dirname, "..", "..");
const packages = publicPackages(root)
  .map(({ folder }) => ({ folder, entries: entriesOf(join(root, folder)) }))
  .filter(({ entries }) => entries.length > 0);
const program = readProgram(
  root,
  packages.flatMap(({ entries }) => entries),
);
for (const { folder, entries } of packages) {
  const target = join(root, folder, "api-report.md");
  const text = apiReport(program, entries);
  if (!process.argv.includes("--check")) writeFileSync(target, text);
  else if (!existsSync(target) || readFileSync(target, "utf8") !== text) {
    console.error(`${folder}/api-report.md is out of date: run \`pnpm generate:api\``);
    process.exitCode = 1;
  }
}
