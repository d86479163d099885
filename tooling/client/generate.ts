// Writes the types of the client from the OpenAPI document of the built-in plugins:
//
//   node --conditions=@moothall/source tooling/client/generate.ts            write them
//   node --conditions=@moothall/source tooling/client/generate.ts --check    fail when they are old
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadPlugin, makeRegistry } from "@moothall/host";
import { openApiDocument } from "@moothall/host/openapi";
import { builtInPlugins } from "../../apps/cli/src/built-in.generated.ts";
import { type ApiDocument, apiTypes } from "../../packages/client/src/types/api-types.ts";

const target = join(import.meta.dirname, "../../packages/client/src/api.generated.ts");
const loaded = await Promise.all(
  builtInPlugins.map(({ from }) => loadPlugin({ from, settings: {} }, builtInPlugins, undefined)),
);
const registry = makeRegistry(loaded, {}, ({ name }) => {
  throw new Error(`Two plugins are called ${name}.`);
});
for (const { error } of registry.faults) throw error;
// All that a token may be given; what a caller may use is the service's to say.
const document = openApiDocument(registry, { clearance: "confidential", title: "Moothall" });
const text = apiTypes(
  document as unknown as ApiDocument,
  "Generated from the OpenAPI document of the built-in plugins by `pnpm generate`. Do not edit.",
);

if (!process.argv.includes("--check")) writeFileSync(target, text);
else if (!existsSync(target) || readFileSync(target, "utf8") !== text) {
  console.error("packages/client/src/api.generated.ts is out of date: run `pnpm generate`");
  process.exitCode = 1;
}
