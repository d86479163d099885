import type { Kind } from "@moothall/core";
import { clears, type ErrorTable, type PublicationClass } from "@moothall/core";
import type { Check, Export, Feed, Operation, Report, Resource } from "@moothall/core/plugin";
import type { ResourceModel } from "@moothall/core/store";
import type { LoadedPlugin, PluginFault } from "./load.ts";
import { carriesFiles } from "./stored-files.ts";

/** What can be done with every kind of record, with no code of its own. */
export const resourceVerbs = [
  "list",
  "get",
  "create",
  "replace",
  "patch",
  "delete",
  "history",
] as const;

/** What can be done besides, where records may name files. */
export const fileVerbs = ["put-file", "get-file"] as const;
export type ResourceVerb = (typeof resourceVerbs)[number] | (typeof fileVerbs)[number];

const readingVerbs: ReadonlySet<ResourceVerb> = new Set(["list", "get", "history", "get-file"]);

interface Named {
  /** `procurement/score`, `procurement/contract/get`, `procurement/reports/register`. */
  readonly name: string;
  readonly plugin: string;
  readonly summary: string;
  /** The clearance below which it does not exist. */
  readonly clearance: PublicationClass;
  /** `plugin:verb`; undefined where clearance alone decides. */
  readonly permission: string | undefined;
}

export type Action =
  | (Named & {
      readonly type: "resource";
      readonly verb: ResourceVerb;
      readonly resource: string;
      readonly kind: Kind;
      readonly declaration: Resource;
    })
  | (Named & {
      readonly type: "operation";
      readonly operation: string;
      readonly declaration: Operation;
    })
  | (Named & { readonly type: "report"; readonly report: string; readonly declaration: Report })
  | (Named & { readonly type: "export"; readonly export: string; readonly declaration: Export });

export type ActionOf<Type extends Action["type"]> = Extract<Action, { type: Type }>;

/** All that a set of plugins declares, by name. */
export interface Registry {
  readonly plugins: readonly LoadedPlugin[];
  readonly faults: readonly PluginFault[];
  /** Those of `visibleActions` and more: whether records name files is asked when it matters. */
  readonly actions: ReadonlyMap<string, Action>;
  readonly checks: readonly {
    readonly plugin: string;
    readonly name: string;
    readonly declaration: Check;
  }[];
  readonly feeds: readonly {
    readonly plugin: string;
    readonly prefix: string;
    readonly declaration: Feed;
  }[];
  readonly models: readonly ResourceModel[];
  readonly resources: ReadonlyMap<Kind, Resource>;
  readonly errors: ErrorTable;
}

/** Puts loaded plugins together. Of two with one name, or with feeds at one address, the later is set aside. */
export function makeRegistry(
  loaded: readonly (LoadedPlugin | PluginFault)[],
  errors: ErrorTable,
  setAside: (plugin: LoadedPlugin, taken: string) => PluginFault,
): Registry {
  const plugins: LoadedPlugin[] = [];
  const faults: PluginFault[] = [];
  for (const each of loaded) {
    if ("error" in each) faults.push(each);
    else {
      const taken = takenBy(each, plugins);
      if (taken === undefined) plugins.push(each);
      else faults.push(setAside(each, taken));
    }
  }
  const actions = plugins.flatMap(actionsOf);
  const resources = new Map<Kind, Resource>();
  for (const plugin of plugins) {
    for (const [name, resource] of Object.entries(plugin.declarations.resources ?? {}))
      resources.set(`${plugin.name}/${name}`, resource);
  }
  return {
    plugins,
    faults,
    actions: new Map(actions.map((action) => [action.name, action])),
    checks: plugins.flatMap((plugin) =>
      Object.entries(plugin.declarations.checks ?? {}).map(([name, declaration]) => ({
        plugin: plugin.name,
        name,
        declaration,
      })),
    ),
    feeds: plugins.flatMap((plugin) =>
      Object.entries(plugin.declarations.feeds ?? {}).map(([prefix, declaration]) => ({
        plugin: plugin.name,
        prefix,
        declaration,
      })),
    ),
    models: [...resources].map(([kind, { fields = {}, partOf }]) => ({
      kind,
      fields,
      ...(partOf !== undefined && { partOf }),
    })),
    resources,
    errors: Object.assign({}, errors, ...plugins.map((plugin) => plugin.declarations.errors ?? {})),
  };
}

/** What a plugin has that one before it has already, as the end of `Two plugins …`. */
function takenBy(plugin: LoadedPlugin, before: readonly LoadedPlugin[]): string | undefined {
  if (before.some(({ name }) => name === plugin.name)) return `are named '${plugin.name}'`;
  const prefix = Object.keys(plugin.declarations.feeds ?? {}).find((each) =>
    before.some(({ declarations }) => Object.hasOwn(declarations.feeds ?? {}, each)),
  );
  return prefix === undefined ? undefined : `have a feed at '/${prefix}'`;
}

function actionsOf(plugin: LoadedPlugin): Action[] {
  const { resources = {}, operations = {}, reports = {}, exports = {} } = plugin.declarations;
  const named = (
    path: string,
    summary: string,
    clearance: PublicationClass = "public",
    verb?: string,
  ) => ({
    name: `${plugin.name}/${path}`,
    plugin: plugin.name,
    summary,
    clearance,
    permission: verb === undefined ? undefined : `${plugin.name}:${verb}`,
  });
  return [
    ...Object.entries(resources).flatMap(([resource, declaration]) =>
      [...resourceVerbs, ...fileVerbs].map(
        (verb): Action => ({
          ...named(
            `${resource}/${verb}`,
            verbSummary(verb, resource),
            "public",
            readingVerbs.has(verb) ? undefined : "write",
          ),
          type: "resource",
          verb,
          resource,
          kind: `${plugin.name}/${resource}`,
          declaration,
        }),
      ),
    ),
    ...Object.entries(operations).map(
      ([operation, declaration]): Action => ({
        ...named(
          operation,
          declaration.summary,
          declaration.clearance,
          declaration.permission ?? (declaration.mode === "write" ? "write" : undefined),
        ),
        type: "operation",
        operation,
        declaration,
      }),
    ),
    ...Object.entries(reports).map(
      ([report, declaration]): Action => ({
        ...named(`reports/${report}`, declaration.summary, declaration.clearance),
        type: "report",
        report,
        declaration,
      }),
    ),
    ...Object.entries(exports).map(
      ([name, declaration]): Action => ({
        ...named(`exports/${name}`, declaration.summary, declaration.clearance),
        type: "export",
        export: name,
        declaration,
      }),
    ),
  ];
}

const verbSummary = (verb: ResourceVerb, resource: string): string =>
  ({
    list: `List ${resource} records`,
    get: `Show one ${resource}`,
    create: `Add a ${resource}`,
    replace: `Replace a ${resource}`,
    patch: `Change some fields of a ${resource}`,
    delete: `Delete a ${resource}, with a reason`,
    history: `Show what became of a ${resource}`,
    "put-file": `Put a file for a ${resource}`,
    "get-file": `Get a file that a ${resource} names`,
  })[verb];

/**
 * Whether an action exists for a caller of this clearance. The answer for a file goes through the
 * whole schema of the resource, so it is sought no sooner: a command would wait for it at its start.
 */
export const isVisible = (action: Action, clearance: PublicationClass): boolean =>
  clears(clearance, action.clearance) &&
  (action.type !== "resource" ||
    !fileVerbs.some((verb) => verb === action.verb) ||
    carriesFiles(action.declaration));

/** The actions that exist for a caller of this clearance. */
export const visibleActions = (registry: Registry, clearance: PublicationClass): Action[] =>
  [...registry.actions.values()].filter((action) => isVisible(action, clearance));
