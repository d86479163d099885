import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..", "..");

/** What can be imported, and nothing else: `@moothall/core/plugin`, and the file that it is. */
export const entries = ["packages", "apps"]
  .flatMap((group) => readdirSync(join(root, group)).map((name) => join(root, group, name)))
  .filter((folder) => existsSync(join(folder, "package.json")))
  .flatMap((folder) => {
    const { name, exports = {} } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return Object.entries(exports).flatMap(([entry, target]) => {
      const source = target["@moothall/source"];
      return source === undefined
        ? []
        : [
            {
              package: name,
              import: `${name}${entry.slice(1)}`,
              source,
              file: join(folder, source),
            },
          ];
    });
  });
