import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { MoothallError } from "@moothall/core";
import * as z from "zod";

export const configurationFileName = "moothall.config.json";

/** Made when a configuration is read: most commands read none. */
const configurationSchema = () =>
  z.strictObject({
    $schema: z.string().optional(),
    plugins: z.array(
      z.strictObject({
        /** A package or folder; `FROM/plugin` is what is loaded. */
        from: z.string().min(1),
        settings: z.record(z.string(), z.unknown()).optional(),
      }),
    ),
  });

export interface PluginEntry {
  readonly from: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

export interface Configuration {
  /** The file that it was read from; undefined for the built-in plugins. */
  readonly file?: string;
  readonly plugins: readonly PluginEntry[];
}

/**
 * Reads the named file, or the nearest `moothall.config.json` from this folder upward; undefined
 * when there is none.
 * @throws MoothallError `core/configuration`
 */
export function readConfiguration(folder: string, named?: string): Configuration | undefined {
  const file = named === undefined ? nearest(folder) : resolve(folder, named);
  if (file === undefined) return undefined;
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new MoothallError({
      code: "core/configuration",
      message: `The configuration ${file} cannot be read: ${(cause as Error).message}.`,
      hint: 'It must be a JSON file such as {"plugins":[{"from":"@moothall/procurement"}]}.',
      cause,
    });
  }
  const parsed = configurationSchema().safeParse(raw);
  if (!parsed.success) {
    throw new MoothallError({
      code: "core/configuration",
      message: `The configuration ${file} is not valid: ${z.prettifyError(parsed.error)}`,
      hint: 'It must be such as {"plugins":[{"from":"@moothall/procurement","settings":{}}]}.',
    });
  }
  const twice = parsed.data.plugins.find(
    (entry, index, all) => all.findIndex((each) => each.from === entry.from) < index,
  );
  if (twice !== undefined) {
    throw new MoothallError({
      code: "core/configuration",
      message: `The configuration ${file} names '${twice.from}' twice.`,
      hint: "Name each plugin once.",
    });
  }
  return {
    file,
    plugins: parsed.data.plugins.map(({ from, settings }) => ({ from, settings: settings ?? {} })),
  };
}

function nearest(folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const file = join(at, configurationFileName);
    if (existsSync(file)) return file;
    if (dirname(at) === at) return undefined;
  }
}
