import { defineConfig } from "tsup";

/**
 * Settings of a program: one ES module bundle with every dependency inside, because loading them
 * one by one from `node_modules` takes several times as long as running the command. Each dynamic
 * import becomes a chunk of its own, read only when it is needed.
 *
 * @param entry Files that `bin` and `exports` name.
 */
export function app(entry: readonly string[]) {
  return defineConfig({
    entry: [...entry],
    format: ["esm"],
    platform: "node",
    target: "node22",
    minify: true,
    splitting: true,
    clean: true,
    noExternal: [/.*/],
    // `node:sqlite` has no name without its prefix.
    removeNodeProtocol: false,
    // Bundled CommonJS libraries call `require` for what Node provides.
    banner: {
      js: 'import { createRequire as createRequireOfBundle } from "node:module"; const require = createRequireOfBundle(import.meta.url);',
    },
    esbuildOptions(options) {
      // Workspace packages are taken from their sources, so that no other build must come first.
      options.conditions = ["@moothall/source", "module"];
    },
  });
}
