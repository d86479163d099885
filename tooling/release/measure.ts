// Writes sizes.json: for each entry of each package what it adds to a page, what it may add at most,
// and how long Node takes to import it. Sizes are checked by a test; times are kept to be compared.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { entrySize } from "./entry-size.ts";
import { entriesOf, publicPackages } from "./packages.ts";
import { runIn } from "./run.ts";

const root = join(import.meta.dirname, "..", "..");
const target = join(import.meta.dirname, "sizes.json");
const before: Record<string, { readonly limit: number }> = JSON.parse(readFileSync(target, "utf8"));
const measured: Record<string, object> = {};

for (const each of publicPackages(root)) {
  for (const entry of entriesOf(each)) {
    const size = await entrySize(join(root, each.folder), entry.slice(each.name.length));
    // A tenth of room, to whole kilobytes; what holds already stays, so that growth is a decision.
    const limit = Math.ceil((size * 1.1) / 1000) * 1000;
    const held = before[entry]?.limit ?? 0;
    measured[entry] = {
      gzip: size,
      limit: held >= size && held <= limit * 1.5 ? held : limit,
      importMilliseconds: await importTime(join(root, each.folder), entry),
    };
  }
}
writeFileSync(target, `${JSON.stringify(measured, undefined, 2)}\n`);

/** The median of five, with Node's own start taken off. */
async function importTime(folder: string, entry: string): Promise<number> {
  const program = `const start = performance.now(); await import(${JSON.stringify(entry)}); console.log(performance.now() - start);`;
  const times: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const { stdout } = await runIn(folder, process.env)(process.execPath, [
      "--input-type=module",
      "--eval",
      program,
    ]);
    times.push(Number(stdout));
  }
  return Math.round(times.toSorted((a, b) => a - b)[2] ?? Number.NaN);
}
