import { basename, extname } from "node:path";
import { MoothallError } from "@moothall/core";
import { type ImportFormat, importFormats, importRecords } from "@moothall/host";
import { configuredPlugins, loadNamed } from "../plugins.ts";
import { startSession } from "../session.ts";
import { showJson } from "../show.ts";
import { say, write } from "../terminal.ts";
import { type Command, helpText } from "./command.ts";
import { noMoreWords } from "./plugin.ts";
import { readBytes } from "./read-input.ts";

/** `moothall import PLUGIN RESOURCE FILE`: records from a spreadsheet, CSV or JSON. */
export const importCommand: Command = {
  depth: 1,
  flags: { format: "text", partial: "boolean" },
  help: () =>
    helpText(
      "import PLUGIN RESOURCE FILE [OPTIONS]",
      "Reads records and writes them: all of them, or none with every bad row reported.",
      [
        ["--format FORMAT", `${importFormats.join(", ")}; by the file's ending where left out`],
        ["--partial", "take the good rows although others are bad"],
      ],
      ["moothall import procurement contract contracts.xlsx"],
      "The first row of a table names the fields (value.amount for a field in a field); `export` writes such a table.",
    ),
  run: async (given) => {
    noMoreWords(given, 3);
    const [pluginName, name, file] = given.words as [string, string, string];
    const plugin = await loadNamed(configuredPlugins(given.options.config), pluginName);
    const session = startSession([plugin], given.options, "write");
    try {
      const format = formatOfFile(file, given.flags.format);
      const result = await importRecords(session.host, {
        kind: `${pluginName}/${name}`,
        name: file === "-" ? "standard input" : basename(file),
        format,
        bytes: await readBytes(file),
        caller: session.caller,
        partial: given.flags.partial === true,
      });
      for (const finding of result.findings)
        say(
          `moothall: left out row ${finding.at?.row}: ${finding.at?.column ?? finding.at?.pointer ?? ""} ${finding.message}`,
        );
      if (given.options.json) await showJson(result);
      else
        await write(
          `${result.created} created, ${result.replaced} replaced, ${result.unchanged} unchanged.\n`,
        );
      return result.findings.length > 0 ? 65 : 0;
    } finally {
      await session.host.close();
    }
  },
};

function formatOfFile(file: string, said: unknown): ImportFormat {
  const word = typeof said === "string" ? said : extname(file).slice(1).toLowerCase();
  if ((importFormats as readonly string[]).includes(word)) return word as ImportFormat;
  throw new MoothallError({
    code: "core/usage",
    message: `'${word}' is not a format that can be imported.`,
    hint: `Say --format ${importFormats.join(", ")}.`,
  });
}
