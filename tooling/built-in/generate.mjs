// Writes the list of plugins that the command line brings, from plugins.json beside this file:
//
//   node tooling/built-in/generate.mjs            write the list
//   node tooling/built-in/generate.mjs --check    fail when the list is not what would be written
//
// The imports are written out one by one, because a bundler follows only an import whose name it
// can read, and lazily, because a command loads only the plugin it belongs to.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = import.meta.dirname;
const target = join(folder, "..", "..", "apps", "cli", "src", "built-in.generated.ts");

const plugins = JSON.parse(readFileSync(join(folder, "plugins.json"), "utf8"));
const entries = plugins.map(
  ({ name, summary, from }) => `  {
    name: ${JSON.stringify(name)},
    summary: ${JSON.stringify(summary)},
    from: ${JSON.stringify(from)},
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

if (!process.argv.includes("--check")) {
  writeFileSync(target, text);
} else if (!existsSync(target) || readFileSync(target, "utf8") !== text) {
  console.error("apps/cli/src/built-in.generated.ts is out of date: run `pnpm generate`");
  process.exitCode = 1;
}
