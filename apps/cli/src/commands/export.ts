import { MoothallError } from "@moothall/core";
import type { Resource } from "@moothall/core/plugin";
import { csvOfRecords, type LoadedPlugin, listQuery, recordTimes } from "@moothall/host";
import { configuredPlugins, loadNamed } from "../plugins.ts";
import { startSession } from "../session.ts";
import { write } from "../terminal.ts";
import { type Command, helpText } from "./command.ts";
import { exampleWords, flagHelp, flagsOf, inputFrom } from "./command-input.ts";
import { noSuch } from "./find.ts";
import { asWords, filterHelp, noMoreWords, withAction } from "./plugin.ts";
import { summariesOf, usageOnly } from "./report.ts";
import { writeReply } from "./write-reply.ts";

/** `moothall export PLUGIN EXPORT|RESOURCE`: a published format, or all records of a kind. */
export async function exportCommand(
  words: readonly string[],
  config: string | undefined,
): Promise<Command> {
  const [, pluginName, name] = words;
  if (pluginName === undefined)
    return usageOnly(
      "export PLUGIN EXPORT|RESOURCE",
      "Writes records in a published format, as CSV or as JSON.",
      "moothall export procurement contract --format csv",
    );
  const plugin = await loadNamed(configuredPlugins(config), pluginName);
  const { exports = {}, resources = {}, errors = {} } = plugin.declarations;
  const known = [...Object.keys(exports), ...Object.keys(resources)];
  if (name === undefined)
    return usageOnly(
      `export ${pluginName} EXPORT|RESOURCE`,
      `Writes records in a published format, or a kind of record as CSV or JSON. ${plugin.summary}`,
      `moothall export ${pluginName} ${known[0] ?? ""}`,
      summariesOf("Exports and kinds of record", { ...resources, ...exports }),
    );
  const resource = resources[name];
  if (exports[name] === undefined && resource !== undefined)
    return { ...exportRecords(plugin, name, resource), errors };
  const declared = exports[name];
  if (declared === undefined) throw noSuch(`export '${name}' in ${pluginName}`, known);
  return {
    depth: 3,
    errors,
    flags: flagsOf(declared.input),
    help: async () =>
      helpText(
        `export ${pluginName} ${name} [OPTIONS]`,
        `${declared.summary} (${declared.mediaType})`,
        await flagHelp(declared.input),
        [
          `moothall export ${pluginName} ${name} ${exampleWords(declared.input, declared.example.input).words}${asWords(declared.clearance)} > file.${declared.extension}`,
        ],
      ),
    run: async (given) => {
      noMoreWords(given, 0);
      const session = startSession([plugin], given.options, "read");
      return withAction(session, `${pluginName}/exports/${name}`, async (action) => {
        await writeReply(
          declared.summary,
          await session.host.invoke(action, {
            caller: session.caller,
            input: await inputFrom(declared.input, given.flags),
          }),
          "json",
        );
      });
    },
  };
}

function exportRecords(plugin: LoadedPlugin, name: string, resource: Resource): Command {
  const fields = Object.keys(resource.fields ?? {});
  const text = Object.fromEntries(
    [
      "format",
      "order",
      ...fields.flatMap((field) => [field, `${field}-from`, `${field}-to`]),
      ...recordTimes.flatMap((time) => [`${time}-from`, `${time}-to`]),
    ].map((flag) => [flag, "text" as const]),
  );
  return {
    depth: 3,
    flags: {
      ...text,
      ...Object.fromEntries(fields.map((field) => [`${field}-missing`, "boolean" as const])),
    },
    help: () =>
      helpText(
        `export ${plugin.name} ${name} [--format csv|json] [FILTERS]`,
        `Every ${name} that you may see, as CSV or JSON.`,
        [
          ["--format FORMAT", "csv (what import reads back) or json"],
          ...filterHelp(name, resource),
          ["--order FIELD", "the field to order by; --order=-FIELD for the greatest first"],
        ],
        [`moothall export ${plugin.name} ${name} --format csv > ${name}.csv`],
      ),
    run: async (given) => {
      noMoreWords(given, 0);
      const { format = given.options.json ? "json" : "csv", ...rest } = given.flags;
      if (format !== "csv" && format !== "json")
        throw new MoothallError({
          code: "core/usage",
          message: `'${String(format)}' is not a format of records.`,
          hint: "Say --format csv or json.",
        });
      const session = startSession([plugin], given.options, "read");
      return withAction(session, `${plugin.name}/${name}/list`, async () => {
        const query = listQuery(resource.fields ?? {}, rest);
        const records = (await session.host.store()).iterate(
          session.caller.clearance,
          `${plugin.name}/${name}`,
          query,
        );
        if (format === "csv")
          for await (const line of csvOfRecords(resource, records)) await write(line);
        else await writeJson(records);
      });
    },
  };
}

async function writeJson(records: AsyncIterable<{ readonly text: string }>): Promise<void> {
  let separator = '{"items":[';
  for await (const { text } of records) {
    await write(`${separator}\n${text}`);
    separator = ",";
  }
  await write(separator === "," ? '\n],"next":null}\n' : '{"items":[],"next":null}\n');
}
