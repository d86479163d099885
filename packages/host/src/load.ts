import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, resolve as resolvePath } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  clears,
  isMoothallError,
  isName,
  MoothallError,
  type PublicationClass,
} from "@moothall/core";
import {
  contractVersion,
  type Declarations,
  type Operation,
  type Plugin,
  reservedFields,
  reservedInputs,
  reservedNames,
  reservedPlugins,
  reservedPrefixes,
} from "@moothall/core/plugin";
import { isCommonField } from "@moothall/core/store";
import * as z from "zod";
import type { PluginEntry } from "./configuration.ts";
import { countTables, unclassifiedParts } from "./redact.ts";

/** A plugin that ships with the app: its name and summary are known without loading it. */
export interface BuiltInPlugin {
  readonly name: string;
  readonly summary: string;
  readonly from: string;
  /**
   * That a test of the app loads it by its name alone, where nothing is proven: what it declares is
   * then not looked through at each start, for which all its schemas would have to be made.
   */
  readonly isProven?: true;
  readonly load: () => Promise<{ readonly default: unknown }>;
}

/** A plugin that is loaded and can be used. */
export interface LoadedPlugin {
  readonly name: string;
  readonly summary: string;
  readonly from: string;
  readonly declarations: Declarations;
}

/** A plugin that was set aside, and why. */
export interface PluginFault {
  readonly from: string;
  /** Its name, as far as it is known. */
  readonly name: string | undefined;
  readonly error: MoothallError;
}

/** Loads one plugin of the configuration; never throws: a faulty plugin must not stop the rest. */
export async function loadPlugin(
  entry: PluginEntry,
  builtIn: readonly BuiltInPlugin[],
  configurationFile: string | undefined,
): Promise<LoadedPlugin | PluginFault> {
  const known = builtIn.find((each) => each.from === entry.from);
  let name = known?.name;
  try {
    const module = await importPlugin(entry, known, configurationFile);
    const said = (module.default as { name?: unknown } | null | undefined)?.name;
    if (isName(said)) name = said;
    const plugin = asPlugin(module.default, entry.from);
    const settings = plugin.settings.safeParse(entry.settings);
    if (!settings.success) {
      throw fault(
        `The settings of plugin '${plugin.name}' are not valid: ${z.prettifyError(settings.error)}`,
        "Mend `settings` of this plugin in the configuration.",
      );
    }
    const declarations = plugin.declare(settings.data as never);
    if (!module.isProven) checkDeclarations(plugin.name, declarations);
    return { name: plugin.name, summary: plugin.summary, from: entry.from, declarations };
  } catch (cause) {
    const error = isMoothallError(cause)
      ? cause
      : fault(
          `The plugin '${name ?? entry.from}' failed while it was loaded: ${String((cause as Error)?.message ?? cause)}.`,
          "Update or remove it, or tell its author.",
          cause,
        );
    return { from: entry.from, name, error };
  }
}

async function importPlugin(
  entry: PluginEntry,
  known: BuiltInPlugin | undefined,
  configurationFile: string | undefined,
): Promise<{ readonly default?: unknown; readonly isProven: boolean }> {
  const unproven = (module: { readonly default?: unknown }) => ({
    default: module.default,
    isProven: false,
  });
  if (configurationFile !== undefined) {
    const address = await resolveFrom(entry.from, configurationFile);
    if (address !== undefined) return unproven(await import(address));
  }
  if (known !== undefined)
    return { default: (await known.load()).default, isProven: known.isProven === true };
  const wanted = `${entry.from}/plugin`;
  try {
    return unproven(await import(wanted));
  } catch (cause) {
    if ((cause as { code?: string }).code !== "ERR_MODULE_NOT_FOUND") throw cause;
    throw fault(
      `There is no plugin '${entry.from}': ${wanted} is found neither beside the configuration nor beside this program.`,
      `Install it (npm install ${entry.from}) or take it out of the configuration.`,
      cause,
    );
  }
}

/**
 * The address of `FROM/plugin` as seen from the configuration: of a package that is installed
 * there, of a package in a folder (by its exports), or of a file; undefined when there is none.
 */
async function resolveFrom(from: string, configurationFile: string): Promise<string | undefined> {
  const { resolve } = await import("import-meta-resolve");
  const attempt = (specifier: string, base: string): string | undefined => {
    try {
      const address = resolve(specifier, pathToFileURL(base).href);
      return existsSync(fileURLToPath(address)) && !isFolder(address) ? address : undefined;
    } catch {
      return undefined;
    }
  };
  if (!from.startsWith(".") && !isAbsolute(from))
    return attempt(`${from}/plugin`, configurationFile);
  const path = resolvePath(dirname(configurationFile), from);
  const manifest = join(path, "package.json");
  const name = existsSync(manifest)
    ? (JSON.parse(readFileSync(manifest, "utf8")) as { name?: string }).name
    : undefined;
  const byExports = name === undefined ? undefined : attempt(`${name}/plugin`, manifest);
  if (byExports !== undefined) return byExports;
  const files = ["plugin.js", "plugin.mjs", "plugin.ts"].map((file) => join(path, file));
  const file = [path, ...files].find((each) => existsSync(each) && !isFolder(each));
  return file === undefined ? undefined : pathToFileURL(file).href;
}

const isFolder = (place: string): boolean =>
  statSync(place.startsWith("file:") ? fileURLToPath(place) : place).isDirectory();

function asPlugin(value: unknown, from: string): Plugin {
  const plugin = value as Partial<Plugin> | null | undefined;
  if (plugin?.marker !== "moothall-plugin") {
    throw fault(
      `'${from}' is not a plugin of Moothall.`,
      "Its plugin entry must export definePlugin(…) as default.",
    );
  }
  if (typeof plugin.contract !== "number" || plugin.contract > contractVersion) {
    throw fault(
      `The plugin '${String(plugin.name)}' is written for contract ${String(plugin.contract)}; this host knows ${contractVersion}.`,
      "Update Moothall, or install an older version of the plugin.",
    );
  }
  if (!isName(plugin.name))
    throw fault(`The name of plugin '${from}' is not kebab-case.`, "Tell its author.");
  if (reservedPlugins.has(plugin.name)) {
    throw fault(
      `The plugin '${from}' is called '${plugin.name}', which is a word of the command line or of addresses.`,
      "Tell its author.",
    );
  }
  return plugin as Plugin;
}

/** What must hold of a plugin before any of it is used. */
function checkDeclarations(plugin: string, declarations: Declarations): void {
  const refuse = (message: string): never => {
    throw fault(`The plugin '${plugin}' cannot be used: ${message}`, "Tell its author.");
  };
  const {
    resources = {},
    operations = {},
    checks = {},
    reports = {},
    exports = {},
    feeds = {},
    errors = {},
  } = declarations;
  for (const names of [resources, operations, checks, reports, exports, feeds]) {
    for (const name of Object.keys(names))
      if (!isName(name)) refuse(`'${name}' is not a kebab-case name.`);
  }
  for (const name of [...Object.keys(resources), ...Object.keys(operations)]) {
    if (reservedNames.has(name)) refuse(`'${name}' is a reserved word.`);
  }
  for (const name of Object.keys(operations)) {
    if (name in resources) refuse(`'${name}' names both a resource and an operation.`);
  }
  for (const code of Object.keys(errors)) {
    if (!code.startsWith(`${plugin}/`))
      refuse(`its error '${code}' does not start with '${plugin}/'.`);
  }
  for (const [name, resource] of Object.entries(resources)) {
    for (const field of Object.keys(resource.fields ?? {})) {
      if (isCommonField(field))
        refuse(`field '${field}' of resource '${name}' is one that every record has.`);
      if (reservedFields.has(field))
        refuse(`field '${field}' of resource '${name}' is a word of lists or of the apps.`);
    }
  }
  for (const [part, named] of Object.entries({ operations, reports, exports })) {
    for (const [name, { input }] of Object.entries<{ readonly input: z.ZodObject }>(named)) {
      const taken = Object.keys(input.shape).find((field) => reservedInputs.has(field));
      if (taken !== undefined)
        refuse(
          `input '${taken}' of ${part}/${name} is a word of the command line or of addresses.`,
        );
    }
  }
  for (const prefix of Object.keys(feeds)) {
    if (reservedPrefixes.has(prefix)) refuse(`its feed '${prefix}' has an address of the house.`);
  }
  for (const [name, operation] of Object.entries(operations))
    checkOperation(name, operation, refuse);
}

function checkOperation(
  name: string,
  operation: Operation,
  refuse: (message: string) => never,
): void {
  const readsAt: PublicationClass = operation.readsAt ?? "public";
  if (clears(operation.clearance ?? "public", readsAt)) return;
  const [part] = unclassifiedParts(operation.output);
  if (part !== undefined) {
    refuse(
      `operation '${name}' reads ${readsAt} records and does not say the class of its output at '${part}'.`,
    );
  }
  const [table] = countTables(operation.output, readsAt);
  if (table !== undefined) {
    refuse(
      `operation '${name}' reads ${readsAt} records and shows a table of counts at '${table}' that need not be protected; its schema is to be protectedCells().`,
    );
  }
}

const fault = (message: string, hint: string, cause?: unknown): MoothallError =>
  new MoothallError({
    code: "core/plugin-fault",
    message,
    hint,
    ...(cause !== undefined && { cause }),
  });
