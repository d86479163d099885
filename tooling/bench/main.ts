import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

// `pnpm bench` runs every benchmark, `pnpm bench http store` those named, `pnpm bench --list` says
// which there are. A benchmark is a file here that prints its figures.

/** What benchmarks are made of, and measures nothing by itself. */
const parts: ReadonlySet<string> = new Set([
  "funding-file",
  "funding-generate",
  "funding-reference",
  "http-bare",
  "http-moothall",
  "main",
  "postgres-recording",
  "procurement-merge-lines",
  "procurement-reference",
  "procurement-releases",
  "store-observations",
  "store-recording",
]);

const folder = fileURLToPath(new URL(".", import.meta.url));
const all = readdirSync(folder)
  .map((file) => /^([a-z]+(?:-[a-z]+)*)\.ts$/.exec(file)?.[1])
  .filter((name) => name !== undefined && !parts.has(name)) as string[];
const asked = process.argv.slice(2);
if (asked.includes("--list")) {
  console.log(all.join("\n"));
  process.exit(0);
}
const unknown = asked.filter((name) => !all.includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark '${unknown[0]}'. There is: ${all.join(", ")}.`);
  process.exit(64);
}
for (const name of asked.length > 0 ? asked : all) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(
    process.execPath,
    ["--conditions=@moothall/source", "--expose-gc", `${folder}${name}.ts`],
    { stdio: "inherit" },
  );
  if (status !== 0) process.exit(status ?? 70);
}
