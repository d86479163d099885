// Fails when a page of the repository leads to a file or a heading that is not there. Addresses of
// other sites are looked at by their form alone: whether they answer is not for a check that must
// give the same result tomorrow.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { deadLinks } from "./dead-links.ts";

const root = join(import.meta.dirname, "..", "..");
const pages = execFileSync(
  "git",
  ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "*.md"],
  { cwd: root, encoding: "utf8" },
)
  .split("\0")
  .filter((page) => page !== "" && existsSync(join(root, page)));
const dead = deadLinks(root, pages);
for (const { page, line, target, fault } of dead)
  console.error(`${page}:${line}  ${target}: ${fault}`);
if (dead.length > 0) process.exitCode = 1;
else console.error(`Every link of ${pages.length} pages leads somewhere.`);
