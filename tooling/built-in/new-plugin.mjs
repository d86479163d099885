// Writes what `moothall new-plugin` writes, from the plugin in docs/examples/outside-plugin, whose
// versions of libraries it first sets to those of this workspace:
//
//   node tooling/built-in/new-plugin.mjs            write both
//   node tooling/built-in/new-plugin.mjs --check    fail when one is not what would be written
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");
const example = join(root, "docs", "examples", "outside-plugin");
const manifest = join(example, "package.json");
const target = join(root, "apps", "cli", "src", "new-plugin.generated.ts");
const versionOf = (folder) =>
  JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")).version;

const ours = new Map([
  ["@moothall/core", `^${versionOf("packages/core")}`],
  ["moothall", `^${versionOf("apps/cli")}`],
]);
const catalog = readFileSync(join(root, "pnpm-workspace.yaml"), "utf8");
const rangeOf = (name) => {
  const range = ours.get(name) ?? new RegExp(`^  "?${name}"?: (\\S+)$`, "m").exec(catalog)?.[1];
  if (range === undefined) throw new Error(`${name} is not in the catalog of this workspace.`);
  return range;
};
const described = JSON.parse(readFileSync(manifest, "utf8"));
for (const part of ["dependencies", "peerDependencies", "devDependencies"])
  for (const name of Object.keys(described[part])) described[part][name] = rangeOf(name);
const manifestText = `${JSON.stringify(described, undefined, 2)}\n`;

const made = /^(?:node_modules|dist|\.moothall|package-lock\.json)(?:\/|$)/;
const paths = readdirSync(example, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) =>
    join(parentPath, name)
      .slice(example.length + 1)
      .replaceAll("\\", "/"),
  )
  .filter((path) => !made.test(path))
  .sort();
const files = Object.fromEntries(
  paths.map((path) => [
    path,
    path === "package.json" ? manifestText : readFileSync(join(example, path), "utf8"),
  ]),
);
const text = `// Generated from docs/examples/outside-plugin by \`pnpm generate\`. Do not edit.

/** The files of a new plugin, by path, as they are for the name \`noise-complaints\`. */
export const newPluginFiles: Readonly<Record<string, string>> = ${JSON.stringify(files, undefined, 2)};
`;

for (const [file, wanted] of [
  [manifest, manifestText],
  [target, text],
]) {
  if (existsSync(file) && readFileSync(file, "utf8") === wanted) continue;
  if (process.argv.includes("--check")) {
    console.error(`${file} is out of date: run \`pnpm generate\``);
    process.exitCode = 1;
  } else writeFileSync(file, wanted);
}
