import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

// `pnpm bench` runs every benchmark, `pnpm bench http store` those named. A benchmark is a file here
// that prints its figures; a file whose name has a second part (`http-bare`) belongs to one.

const folder = fileURLToPath(new URL(".", import.meta.url));
const all = readdirSync(folder)
  .map((file) => /^([a-z]+)\.ts$/.exec(file)?.[1])
  .filter((name) => name !== undefined && name !== "main") as string[];
const asked = process.argv.slice(2);
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
