// Writes the list of plugins that the command line brings, and that it depends on them, from
// plugins.json beside this file:
//
//   node tooling/built-in/generate.mjs            write both
//   node tooling/built-in/generate.mjs --check    fail when one is not what would be written
//
// The imports are written out one by one, because a bundler follows only an import whose name it
// can read, and lazily, because a command loads only the plugin it belongs to.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = import.meta.dirname;
const app = join(folder, "..", "..", "apps", "cli");
const list = join(app, "src", "built-in.generated.ts");
const manifest = join(app, "package.json");

const plugins = JSON.parse(readFileSync(join(folder, "plugins.json"), "utf8"));
const entries = plugins.map(
  ({ name, summary, from }) => `  {
    name: ${JSON.stringify(name)},
    summary: ${JSON.stringify(summary)},
    from: ${JSON.stringify(from)},
    isProven: true,
    load: () => import(${JSON.stringify(`${from}/plugin`)}),
  },
`,
);
const text = `// Generated from tooling/built-in/plugins.json by \`pnpm generate\`. Do not edit.

/** The plugins that the command line brings, each loaded only when it is used. */
export const builtInPlugins = [
${entries.join("")}] as const;

/** The records of the worked example. */
export const example = { load: () => import("@moothall/example-derbyshire") } as const;
`;

const described = JSON.parse(readFileSync(manifest, "utf8"));
for (const { from } of plugins) described.devDependencies[from] ??= "workspace:^";
described.devDependencies = Object.fromEntries(
  Object.entries(described.devDependencies).sort(([left], [right]) => (left < right ? -1 : 1)),
);

for (const [file, wanted] of [
  [list, text],
  [manifest, `${JSON.stringify(described, null, 2)}\n`],
]) {
  if (existsSync(file) && readFileSync(file, "utf8") === wanted) continue;
  if (process.argv.includes("--check")) {
    console.error(`${file} is out of date: run \`pnpm generate\``);
    process.exitCode = 1;
  } else writeFileSync(file, wanted);
}
