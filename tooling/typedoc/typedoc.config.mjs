import { join } from "node:path";
import { entries, root } from "./entries.mjs";

// A checkout does not know where the repository lies on the web, except where it is built there.
const {
  GITHUB_SERVER_URL: server,
  GITHUB_REPOSITORY: repository,
  GITHUB_SHA: commit,
} = process.env;
const sources =
  server === undefined || repository === undefined || commit === undefined
    ? { disableSources: true }
    : {
        disableGit: true,
        sourceLinkTemplate: `${server}/${repository}/blob/${commit}/{path}#L{line}`,
      };

/** @type {import("typedoc").TypeDocOptions} */
export default {
  name: "Moothall",
  entryPoints: entries.map(({ file }) => file),
  // Every kind and operation once more, in pages of tens of megabytes; they stand in docs/reference.
  exclude: [join(root, "packages", "client", "src", "api.generated.ts")],
  tsconfig: join(root, "tooling", "typescript", "tsconfig.json"),
  out: join(root, "docs", "reference", "api"),
  readme: "none",
  ...sources,
  includeVersion: false,
  // The whole workspace is checked by `pnpm typecheck`.
  skipErrorChecking: true,
  plugin: [join(import.meta.dirname, "name-by-import.mjs")],
  // A type that is not exported, such as the schema behind `z.output`, is shown where it is used.
  validation: { notExported: false, invalidLink: true, invalidPath: true, notDocumented: false },
  treatWarningsAsErrors: true,
  treatValidationWarningsAsErrors: true,
};
