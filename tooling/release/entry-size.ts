import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/**
 * Bytes that an entry adds to a page: its own code without the packages that it imports, minified
 * and packed by gzip.
 *
 * @param entry From the package's name on: empty for the main entry, `/plugin`.
 */
export async function entrySize(folder: string, entry: string): Promise<number> {
  const name = entry === "" ? "index" : entry.slice(1);
  const attempt = async (file: string) => {
    const { outputFiles } = await build({
      entryPoints: [join(folder, "dist", file)],
      bundle: true,
      minify: true,
      write: false,
      format: "esm",
      platform: "node",
      target: "node22",
      packages: "external",
      logLevel: "silent",
    });
    return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).byteLength;
  };
  return attempt(`${name}.js`).catch(() => attempt(`${name}/index.js`));
}
