// Writes the reference, from what the plugins declare:
//
//   node tooling/reference/main.ts            write the pages of docs/reference
//   node tooling/reference/main.ts --check    fail when a page is not what would be written
//
// The pages are kept in the repository: whoever reads it on a forge finds them without a build, and
// a change of what is declared shows in the diff.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { referencePages } from "./pages.ts";

const folder = join(import.meta.dirname, "..", "..", "docs", "reference");
const pages = await referencePages();
const isCheck = process.argv.includes("--check");
const outdated: string[] = [];
mkdirSync(folder, { recursive: true });

for (const [name, text] of pages) {
  const file = join(folder, name);
  if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
  outdated.push(name);
  if (!isCheck) writeFileSync(file, text);
}
for (const name of readdirSync(folder).filter((each) => each.endsWith(".md") && !pages.has(each))) {
  outdated.push(name);
  if (!isCheck) rmSync(join(folder, name));
}
if (isCheck && outdated.length > 0) {
  console.error(`docs/reference is out of date (${outdated.join(", ")}): run \`pnpm generate\``);
  process.exitCode = 1;
}
