import { MoothallError } from "@moothall/core";
import {
  type BuiltInPlugin,
  type Configuration,
  type LoadedPlugin,
  loadPlugin,
  type PluginEntry,
  type PluginFault,
  readConfiguration,
} from "@moothall/host";
import { builtInPlugins } from "./built-in.generated.ts";

export type Loaded = LoadedPlugin | PluginFault;

/** The plugins that this command may use: those of the configuration, else the built-in ones. */
export function configuredPlugins(named: string | undefined): Configuration {
  return (
    readConfiguration(process.cwd(), named) ?? {
      plugins: builtInPlugins.map(({ from }) => ({ from, settings: {} })),
    }
  );
}

/** The built-in plugin that an entry stands for, whose name is known without loading it. */
export const builtInOf = (entry: PluginEntry): BuiltInPlugin | undefined =>
  builtInPlugins.find(({ from }) => from === entry.from);

export const loadAll = (configuration: Configuration): Promise<Loaded[]> =>
  Promise.all(configuration.plugins.map((entry) => load(configuration, entry)));

const load = (configuration: Configuration, entry: PluginEntry): Promise<Loaded> =>
  loadPlugin(entry, builtInPlugins, configuration.file);

/**
 * Loads the plugin of that name and, as far as possible, no other: a command starts as fast as what
 * it uses.
 * @throws MoothallError `core/no-such-action`, or what is wrong with the plugin
 */
export async function loadNamed(configuration: Configuration, name: string): Promise<LoadedPlugin> {
  const known = configuration.plugins.find((entry) => builtInOf(entry)?.name === name);
  const others = configuration.plugins.filter((entry) => builtInOf(entry) === undefined);
  let unnamed: PluginFault | undefined;
  for (const entry of known === undefined ? others : [known]) {
    const plugin = await load(configuration, entry);
    if ("error" in plugin) {
      if (plugin.name === name || guessedName(entry) === name) throw plugin.error;
      unnamed ??= plugin;
    } else if (plugin.name === name) return plugin;
  }
  throw new MoothallError({
    code: "core/no-such-action",
    message: `There is no command or plugin '${name}'.`,
    hint:
      unnamed === undefined
        ? "See 'moothall --help' for what there is."
        : `See 'moothall --help'; the plugin from '${unnamed.from}' could not be loaded ('moothall doctor' says why).`,
  });
}

/** `@someone/moothall-street-lights` → `street-lights`: what a plugin that cannot be loaded was probably called. */
const guessedName = (entry: PluginEntry): string =>
  (entry.from.split("/").at(-1) ?? entry.from).replace(/^moothall-(?:plugin-)?/, "");
