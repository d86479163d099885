import { transform } from "esbuild";
import { defineConfig, type Options } from "tsup";

const target = "node22";

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
    target,
    // In CommonJS too, so that a class exported by two entries is one class.
    splitting: true,
    // `node:sqlite` has no name without its prefix.
    removeNodeProtocol: false,
    plugins: [commonJs],
  });
}

/**
 * Split modules are made as ES modules and then turned into CommonJS. tsup's own way of turning
 * knows no scopes: a function that is called `exports` takes the exports away, and a `yield` beside
 * `??` is a syntax error.
 */
const commonJs: NonNullable<Options["plugins"]>[number] = {
  name: "common-js",
  async renderChunk(code, info) {
    if (this.format !== "cjs" || info.type !== "chunk" || !info.path.endsWith(".cjs")) return;
    // tsup's own way is taken where modules are split.
    this.splitting = false;
    return transform(code, {
      format: "cjs",
      target,
      sourcefile: info.path,
      sourcemap: "external",
    });
  },
};
