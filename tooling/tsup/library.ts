import { defineConfig } from "tsup";

/**
 * Settings of every package that others import: ES modules, CommonJS and types from the same
 * entries.
 *
 * @param entry Files that `exports` names, `src/index.ts` among them.
 */
export function library(entry: readonly string[]) {
  return defineConfig({
    entry: [...entry],
    format: ["esm", "cjs"],
    dts: true,
    sourcemap: true,
    clean: true,
    target: "node22",
    // In CommonJS too, so that a class exported by two entries is one class.
    splitting: true,
    // `node:sqlite` has no name without its prefix.
    removeNodeProtocol: false,
  });
}
