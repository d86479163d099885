// Fails when a package imports what the design does not allow it to.
import { join } from "node:path";
import { checkImports } from "./check.ts";

const problems = checkImports(join(import.meta.dirname, "..", ".."));
for (const { file, line, message } of problems) console.error(`${file}:${line}  ${message}`);
console.error(
  problems.length === 0
    ? "Every import is allowed."
    : `${problems.length} imports are not allowed.`,
);
process.exitCode = problems.length === 0 ? 0 : 1;
