// Sets the versions of libraries in docs/examples, which lies outside this workspace, to those in it,
// and writes what `moothall new-plugin` writes from the plugin that is there:
//
//   node tooling/built-in/new-plugin.mjs            write all
//   node tooling/built-in/new-plugin.mjs --check    fail when one is not what would be written
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");
const examples = join(root, "docs", "examples");
const plugin = join(examples, "outside-plugin");
const target = join(root, "apps", "cli", "src", "new-plugin.generated.ts");
const readJson = (...path) => JSON.parse(readFileSync(join(root, ...path), "utf8"));

const ours = new Map(
  ["packages/core", "packages/client", "apps/cli"]
    .map((folder) => readJson(folder, "package.json"))
    .map(({ name, version }) => [name, `^${version}`]),
);
const [, catalog] = /^catalog:\n((?: {2}.*\n)+)/m.exec(
  readFileSync(join(root, "pnpm-workspace.yaml"), "utf8"),
);
const { devDependencies: ofWorkspace } = readJson("package.json");
const rangeOf = (name) => {
  const range =
    ours.get(name) ??
    new RegExp(`^  "?${name}"?: (\\S+)$`, "m").exec(catalog)?.[1] ??
    ofWorkspace[name];
  if (range === undefined) throw new Error(`${name} is not in this workspace.`);
  return range;
};
const manifestOf = (example) => {
  const described = readJson("docs", "examples", example, "package.json");
  for (const part of ["dependencies", "peerDependencies", "devDependencies"])
    for (const name of Object.keys(described[part] ?? {})) described[part][name] = rangeOf(name);
  return `${JSON.stringify(described, undefined, 2)}\n`;
};
const manifests = new Map(readdirSync(examples).map((example) => [example, manifestOf(example)]));

const made = /^(?:node_modules|dist|\.moothall|package-lock\.json)(?:\/|$)/;
const paths = readdirSync(plugin, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) =>
    join(parentPath, name)
      .slice(plugin.length + 1)
      .replaceAll("\\", "/"),
  )
  .filter((path) => !made.test(path))
  .sort();
const files = Object.fromEntries(
  paths.map((path) => [
    path,
    path === "package.json"
      ? manifests.get("outside-plugin")
      : readFileSync(join(plugin, path), "utf8"),
  ]),
);
const text = `// Generated from docs/examples/outside-plugin by \`pnpm generate\`. Do not edit.

/** The files of a new plugin, by path, as they are for the name \`noise-complaints\`. */
export const newPluginFiles: Readonly<Record<string, string>> = ${JSON.stringify(files, undefined, 2)};
`;

for (const [file, wanted] of [
  ...[...manifests].map(([example, wanted]) => [join(examples, example, "package.json"), wanted]),
  [target, text],
]) {
  if (existsSync(file) && readFileSync(file, "utf8") === wanted) continue;
  if (process.argv.includes("--check")) {
    console.error(`${file} is out of date: run \`pnpm generate\``);
    process.exitCode = 1;
  } else writeFileSync(file, wanted);
}
