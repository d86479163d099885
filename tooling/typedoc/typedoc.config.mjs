import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..", "..");
const entries = ["packages", "apps"]
  .flatMap((group) => readdirSync(join(root, group)).map((name) => join(root, group, name)))
  .filter((folder) => existsSync(join(folder, "package.json")))
  .flatMap((folder) => {
    const { exports = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return Object.values(exports).flatMap((target) => {
      const source = target["@moothall/source"];
      return source === undefined ? [] : [join(folder, source)];
    });
  });

/** @type {import("typedoc").TypeDocOptions} */
export default {
  name: "Moothall",
  // What can be imported, and nothing else: the entries that the packages export.
  entryPoints: entries,
  tsconfig: join(root, "tooling", "typescript", "tsconfig.json"),
  out: join(root, "docs", "reference", "api"),
  readme: "none",
  includeVersion: false,
  // The whole workspace is checked by `pnpm typecheck`.
  skipErrorChecking: true,
  plugin: [join(import.meta.dirname, "name-by-import.mjs")],
  // A type that is not exported, such as the schema behind `z.output`, is shown where it is used.
  validation: { notExported: false, invalidLink: true, invalidPath: true, notDocumented: false },
  treatWarningsAsErrors: true,
  treatValidationWarningsAsErrors: true,
};
