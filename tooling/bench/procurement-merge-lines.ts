// Merges lines of releases from standard input to standard output: the child of procurement-merge.ts.
import { once } from "node:events";
import { createInterface } from "node:readline";
import { merge } from "../../packages/procurement/src/index.ts";

for await (const line of createInterface({ input: process.stdin })) {
  const merged = `${JSON.stringify(merge(JSON.parse(line)))}\n`;
  if (!process.stdout.write(merged)) await once(process.stdout, "drain");
}
