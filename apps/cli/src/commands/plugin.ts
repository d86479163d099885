import { type Finding, MoothallError, type PublicationClass } from "@moothall/core";
import type { Operation, Resource } from "@moothall/core/plugin";
import {
  type Action,
  type Call,
  failsOn,
  type LoadedPlugin,
  listDocument,
  listQuery,
  type Reply,
  recordTimes,
} from "@moothall/host";
import { type FlagTypes, globalHelp, type ParsedArguments } from "../options.ts";
import { configuredPlugins, loadNamed } from "../plugins.ts";
import { type Session, startSession } from "../session.ts";
import { documentFormats, formatOf, showDocument } from "../show.ts";
import { type Command, helpText } from "./command.ts";
import { exampleWords, flagHelp, flagsOf, operationCall, recordHelp } from "./command-input.ts";
import { noSuch } from "./find.ts";
import { inputFile, readJson } from "./read-input.ts";
import { writeReply } from "./write-reply.ts";

/** `moothall PLUGIN …`: an operation, or what can be done with a kind of record. */
export async function pluginCommand(
  words: readonly string[],
  config: string | undefined,
): Promise<Command> {
  const [name = "", second, third] = words;
  const plugin = await loadNamed(configuredPlugins(config), name);
  const { operations = {}, resources = {}, errors = {} } = plugin.declarations;
  const command = (): Command => {
    if (second === undefined) return overviewOf(plugin);
    const operation = operations[second];
    if (operation !== undefined) return operationCommand(plugin, second, operation);
    const resource = resources[second];
    if (resource !== undefined) return resourceCommand(plugin, second, resource, third);
    throw noSuch(`'${second}' in ${name}`, [...Object.keys(operations), ...Object.keys(resources)]);
  };
  return { ...command(), errors };
}

function overviewOf(plugin: LoadedPlugin): Command {
  const {
    operations = {},
    resources = {},
    reports = {},
    exports = {},
    checks = {},
  } = plugin.declarations;
  const section = (title: string, entries: readonly (readonly [string, string])[]) => {
    const width = Math.max(...entries.map(([name]) => name.length));
    return entries.length === 0
      ? ""
      : `\n${title}\n${entries.map(([name, summary]) => `  ${name.padEnd(width)}  ${summary}`).join("\n")}\n`;
  };
  const summaries = (each: Readonly<Record<string, { readonly summary: string }>>, prefix = "") =>
    Object.entries(each).map(([name, { summary }]) => [`${prefix}${name}`, summary] as const);
  return {
    depth: 1,
    flags: {},
    help: () => `Usage: moothall ${plugin.name} COMMAND …

${plugin.summary}
${section("Operations:", summaries(operations))}${section("Records (list, get, create, replace, patch, delete, history):", summaries(resources))}${section("Reports:", summaries(reports, `report ${plugin.name} `))}${section("Exports:", summaries(exports, `export ${plugin.name} `))}${section("Checks:", summaries(checks))}
${globalHelp}

Example:
  moothall ${plugin.name} ${Object.keys(operations)[0] ?? `${Object.keys(resources)[0]} list`} --help
`,
    run: async () => {
      throw new MoothallError({
        code: "core/usage",
        message: `Say what to do with ${plugin.name}.`,
        hint: `See 'moothall ${plugin.name} --help' for what there is.`,
      });
    },
  };
}

function operationCommand(plugin: LoadedPlugin, name: string, operation: Operation): Command {
  const flags: FlagTypes = { file: "text", format: "text", ...flagsOf(operation.input) };
  const example = exampleWords(operation.input, operation.example.input);
  const file =
    operation.reads === undefined
      ? "the input as JSON; standard input where it is left out"
      : "the file to read; standard input where it is left out";
  return {
    depth: 2,
    flags,
    help: async () =>
      helpText(
        `${plugin.name} ${name} [OPTIONS]`,
        operation.summary,
        [...(await flagHelp(operation.input)), ["--file F", file], outputFlag],
        [
          `moothall ${plugin.name} ${name} ${operation.reads === undefined ? example.words : `--file input${operation.reads === "bytes" ? "" : ".jsonl"} ${example.words}`}`.trim() +
            asWords(operation.clearance),
          ...(example.file === undefined
            ? []
            : [`with input.json holding\n  ${JSON.stringify(example.file)}`]),
        ],
        operation.description,
      ),
    run: async (given) => {
      noMoreWords(given, 0);
      const session = startSession(
        [plugin],
        given.options,
        operation.mode === "write" ? "write" : "read",
      );
      let failed = false;
      await withAction(session, `${plugin.name}/${name}`, async (action) => {
        const call = await operationCall(operation, given);
        const reply = await session.host.invoke(action, { ...call, caller: session.caller });
        await writeReply(
          operation.summary,
          operation.findings === true && reply.type === "items"
            ? {
                ...reply,
                items: watched(reply.items as AsyncIterable<Finding>, (finding) => {
                  failed ||= failsOn([finding], "error");
                }),
              }
            : reply,
          formatOf(given.flags.format, given.options.json),
        );
      });
      return failed ? 1 : undefined;
    },
  };
}

/** The same items; each is shown on its way. */
async function* watched<Item>(
  items: AsyncIterable<Item>,
  show: (item: Item) => void,
): AsyncIterable<Item> {
  for await (const item of items) {
    show(item);
    yield item;
  }
}

const verbs = {
  list: {
    arguments: 0,
    usage: "list [FILTERS]",
    does: "a table of them, or with --json their data",
  },
  get: { arguments: 1, usage: "get ID [--as-at MOMENT]", does: "one of them, as it is or was" },
  create: { arguments: 0, usage: "create --file F", does: "add one, from JSON" },
  replace: {
    arguments: 1,
    usage: "replace ID --file F [--if-version N]",
    does: "put another in its place; what you may not see of it stays",
  },
  patch: {
    arguments: 1,
    usage: "patch ID --file F [--if-version N]",
    does: "change some of its fields: JSON holding those; null takes one out",
  },
  delete: {
    arguments: 1,
    usage: "delete ID --reason WORDS [--if-version N]",
    does: "take it out, saying why; its history stays",
  },
  history: { arguments: 1, usage: "history ID", does: "every change of it that you may see" },
} as const;

const outputFlag = ["--format FORMAT", `how it is shown: ${documentFormats.join(", ")}`] as const;

/** What each flag of a verb means, for a reader. */
function verbHelp(
  verb: keyof typeof verbs,
  name: string,
  resource: Resource,
): (readonly [string, string])[] {
  const asAt = ["--as-at MOMENT", "as it was then, such as 2026-05-01T09:30:00Z"] as const;
  const file = (words: string) =>
    ["--file F", `${words}; standard input where it is left out`] as const;
  const version = [
    "--if-version N",
    "only while it is still at this version, so that nobody's change is lost",
  ] as const;
  switch (verb) {
    case "list":
      return [
        ...filterHelp(name, resource),
        ["--order FIELD", "the field to order by; --order=-FIELD for the greatest first"],
        ["--limit N", "how many at once, 1 to 1000 (50)"],
        ["--cursor C", "where the page before ended"],
        asAt,
        outputFlag,
      ];
    case "get":
      return [asAt, outputFlag];
    case "create":
      return [file("the record as JSON"), outputFlag];
    case "replace":
      return [file("the record as JSON"), version, outputFlag];
    case "patch":
      return [file("the fields to change, as JSON"), version, outputFlag];
    case "delete":
      return [["--reason WORDS", "why; it is kept in the history (required)"], version, outputFlag];
    case "history":
      return [outputFlag];
  }
}

const fieldPlaceholders = {
  text: "TEXT",
  date: "DATE",
  instant: "MOMENT",
  integer: "NUMBER",
  decimal: "NUMBER",
  boolean: "true|false",
} as const;

/** A line for each field that a list can be narrowed by. */
export const filterHelp = (
  name: string,
  { fields = {} }: Resource,
): (readonly [string, string])[] =>
  Object.entries(fields).map(([field, { type, many }]) => {
    const bounds = type === "boolean" || many === true ? [] : [`--${field}-from`, `--${field}-to`];
    const also = [...bounds, `--${field}-missing`].join(", ");
    return [
      `--${field} ${fieldPlaceholders[type]}`,
      `only ${name} records with this; again for any of several; also ${also}`,
    ];
  });

function resourceCommand(
  plugin: LoadedPlugin,
  name: string,
  resource: Resource,
  word: string | undefined,
): Command {
  const usage = `${plugin.name} ${name} ${Object.keys(verbs).join("|")} …`;
  if (word === undefined || !Object.hasOwn(verbs, word)) {
    return {
      depth: 2,
      flags: {},
      help: () =>
        helpText(
          usage,
          resource.summary,
          Object.values(verbs).map(({ usage: way, does }) => [way, does] as const),
          [`moothall ${plugin.name} ${name} list --json`],
        ),
      run: async () => {
        throw word === undefined
          ? new MoothallError({
              code: "core/usage",
              message: `Say what to do with a ${name}.`,
              hint: `There is: ${Object.keys(verbs).join(", ")}.`,
            })
          : noSuch(`'${word}' for ${name}`, Object.keys(verbs));
      },
    };
  }
  const verb = word as keyof typeof verbs;
  const flags = flagsOfVerb(verb, resource);
  return {
    depth: 3,
    flags,
    help: async () =>
      helpText(
        `${plugin.name} ${name} ${verbs[verb].usage}`,
        resource.summary,
        verbHelp(verb, name, resource),
        [exampleOf(plugin, name, resource, verb)],
        undefined,
        "file" in flags ? await recordHelp(resource.schema) : [],
      ),
    run: async (given) => {
      noMoreWords(given, verbs[verb].arguments);
      const writes = verb !== "list" && verb !== "get" && verb !== "history";
      const session = startSession([plugin], given.options, writes ? "write" : "read");
      return withAction(session, `${plugin.name}/${name}/${verb}`, async (action) => {
        const reply = await session.host.invoke(action, {
          caller: session.caller,
          ...(await resourceCall(verb, resource, given)),
        });
        await writeResourceReply(name, resource, reply, given);
      });
    },
  };
}

async function writeResourceReply(
  name: string,
  resource: Resource,
  reply: Reply,
  { flags, options }: ParsedArguments,
): Promise<void> {
  const format = formatOf(flags.format, options.json);
  if (reply.type === "page" && format !== "json") {
    await showDocument(
      listDocument(
        `${name}${reply.page.next === null ? "" : " (more with --cursor)"}`,
        resource,
        reply.page.items.map(({ text }) => JSON.parse(text)),
      ),
      format,
    );
    return;
  }
  await writeReply(name, reply, format);
}

function flagsOfVerb(verb: keyof typeof verbs, resource: Resource): FlagTypes {
  const text = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, "text" as const]));
  switch (verb) {
    case "list": {
      const fields = Object.keys(resource.fields ?? {});
      return {
        ...text([
          "format",
          "order",
          "limit",
          "cursor",
          "as-at",
          ...fields.flatMap((field) => [field, `${field}-from`, `${field}-to`]),
          ...recordTimes.flatMap((time) => [`${time}-from`, `${time}-to`]),
        ]),
        ...Object.fromEntries(fields.map((field) => [`${field}-missing`, "boolean" as const])),
      };
    }
    case "get":
      return text(["format", "as-at"]);
    case "create":
      return text(["format", "file"]);
    case "replace":
    case "patch":
      return text(["format", "file", "if-version"]);
    case "delete":
      return text(["format", "reason", "if-version"]);
    case "history":
      return text(["format"]);
  }
}

async function resourceCall(
  verb: keyof typeof verbs,
  resource: Resource,
  { words, flags }: ParsedArguments,
): Promise<Omit<Call, "caller">> {
  const { format: _, file, "if-version": version, reason, ...rest } = flags;
  const id = words[0] === undefined ? {} : { id: words[0] };
  switch (verb) {
    case "list":
    case "get":
      return { ...id, query: listQuery(resource.fields ?? {}, rest) };
    case "history":
      return id;
    case "delete":
      return { ...id, ...(typeof reason === "string" && { reason }), ...versionOf(version) };
    default: {
      const named = inputFile(file);
      if (named === undefined)
        throw new MoothallError({
          code: "core/no-input",
          message: "There is no record to write.",
          hint: "Give it as JSON, with --file F or on standard input.",
        });
      return { ...id, body: await readJson(named), ...versionOf(version) };
    }
  }
}

function versionOf(word: unknown): { readonly version?: number } {
  if (word === undefined) return {};
  if (typeof word === "string" && /^[1-9][0-9]{0,14}$/.test(word)) return { version: Number(word) };
  throw new MoothallError({
    code: "core/usage",
    message: `'${String(word)}' is not a version.`,
    hint: "Versions are whole numbers from 1.",
  });
}

function exampleOf(
  plugin: LoadedPlugin,
  name: string,
  resource: Resource,
  verb: keyof typeof verbs,
): string {
  const { id } = resource.example;
  const start = `moothall ${plugin.name} ${name} ${verb}`;
  switch (verb) {
    case "list":
      return `${start} --limit 20 --json`;
    case "get":
    case "history":
      return `${start} ${id}`;
    case "delete":
      return `${start} ${id} --reason 'entered twice'`;
    case "create":
      return `${start} --file record.json\n  with record.json holding\n  ${JSON.stringify(resource.example)}`;
    default:
      return `${start} ${id} --file record.json`;
  }
}

/** Runs with an action that exists for this caller, and closes the session whatever happens. */
export async function withAction(
  session: Session,
  name: string,
  use: (action: Action) => Promise<void>,
): Promise<undefined> {
  try {
    const action = session.host.find(name, session.caller.clearance);
    if (action === undefined) throw outOfSight(session, name);
    await use(action);
    return undefined;
  } finally {
    await session.host.close();
  }
}

/** Help tells of every action, so whoever reads it is told what is wanting as well. */
function outOfSight({ host, caller }: Session, name: string): MoothallError {
  const words = name.replace(/\/(?:reports|exports)\//, "/").replaceAll("/", " ");
  const action = host.registry.actions.get(name);
  if (action === undefined) return noSuch(`'${words}'`, []);
  return new MoothallError({
    code: "core/no-such-action",
    message: `'${words}' exists from the clearance '${action.clearance}' on; this command was given '${caller.clearance}'.`,
    hint: `Add --as ${action.clearance}.`,
  });
}

/** The words by which an action of this clearance is reached. */
export const asWords = (clearance: PublicationClass = "public"): string =>
  clearance === "public" ? "" : ` --as ${clearance}`;

export function noMoreWords({ words }: ParsedArguments, wanted: number): void {
  if (words.length === wanted) return;
  throw new MoothallError({
    code: "core/usage",
    message:
      words.length > wanted ? `'${words[wanted]}' is one word too many.` : "A word is missing.",
    hint: "See --help for how it is written.",
  });
}
