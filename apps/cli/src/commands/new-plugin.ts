import { mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { isMoothallError, isName, MoothallError } from "@moothall/core";
import { reservedPlugins } from "@moothall/core/plugin";
import { builtInPlugins } from "../built-in.generated.ts";
import { newPluginFiles } from "../new-plugin.generated.ts";
import { showJson } from "../show.ts";
import { write } from "../terminal.ts";
import { writeWholeFile } from "../write-whole-file.ts";
import { type Command, helpText } from "./command.ts";
import { noMoreWords } from "./plugin.ts";

/** `moothall new-plugin`. */
export const newPluginCommand: Command = {
  depth: 1,
  flags: { folder: "text" },
  help: () =>
    helpText(
      "new-plugin NAME [OPTIONS]",
      "Writes the folder of a plugin of your own: a package that works, with a kind of record, an operation, a check, a report, an export and its tests, to be changed into what you need.",
      [["--folder F", "where to (./NAME); a folder that is not there or is empty"]],
      ["moothall new-plugin street-lights"],
    ),
  run: async (given) => {
    noMoreWords(given, 1);
    const name = checkName(given.words[0] as string);
    const said = given.flags.folder;
    const folder = resolve(typeof said === "string" ? said : name);
    const files = filesOf(name);
    await writeFolder(folder, files);
    const shown = relative(process.cwd(), folder) || ".";
    if (given.options.json)
      await showJson({ name, folder, files: files.map(([path]) => path).sort() });
    else {
      await write(`The plugin ${name} is in ${shown}:
${files.map(([path]) => `  ${path}\n`).join("")}
Next:
  cd ${/^[\w./-]+$/.test(shown) ? shown : JSON.stringify(shown)}
  npm install
  npm test
  npx moothall ${name} --help
`);
    }
    return undefined;
  },
};

/** @throws MoothallError `core/usage` */
function checkName(name: string): string {
  if (!isName(name)) {
    throw new MoothallError({
      code: "core/usage",
      message: `'${name}' cannot be the name of a plugin.`,
      hint: "Write lower-case words and digits joined by '-', 60 characters at most: street-lights.",
    });
  }
  if (reservedPlugins.has(name) || builtInPlugins.some((each) => each.name === name)) {
    throw new MoothallError({
      code: "core/usage",
      message: `'${name}' is a word of Moothall or the name of a plugin that it brings.`,
      hint: "Choose a name of your own: 'moothall --help' shows those that are taken.",
    });
  }
  return name;
}

/** What is to be written, by path, in the words of a plugin of this name. */
function filesOf(name: string): (readonly [string, string])[] {
  const words = name.replaceAll("-", " ");
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  return Object.entries(newPluginFiles).map(([path, text]) => [
    path,
    text
      .replaceAll("noise-complaints", name)
      .replaceAll("Noise complaints", title)
      .replaceAll("noise complaints", words),
  ]);
}

/**
 * Writes a folder of files or, when one cannot be written, leaves everything as it was.
 * @throws MoothallError `core/already-exists` when it holds something, `core/cannot-write`
 */
async function writeFolder(
  folder: string,
  files: readonly (readonly [string, string])[],
): Promise<void> {
  // Paths that are new, in the order in which they came to be.
  const made: string[] = [];
  const makeFolder = async (path: string) => {
    const first = await mkdir(path, { recursive: true });
    if (first !== undefined) made.push(first);
  };
  try {
    await makeFolder(folder);
    if ((await readdir(folder)).length > 0) {
      throw new MoothallError({
        code: "core/already-exists",
        message: `The folder ${folder} holds something already.`,
        hint: "Name another with --folder, or move away what is there.",
      });
    }
    for (const [path, text] of files) {
      const file = join(folder, path);
      await makeFolder(dirname(file));
      await writeWholeFile(file, text);
      made.push(file);
    }
  } catch (cause) {
    for (const path of made.reverse()) await rm(path, { recursive: true, force: true });
    if (isMoothallError(cause)) throw cause;
    throw new MoothallError({
      code: "core/cannot-write",
      message: `The folder ${folder} cannot be written.`,
      hint: "Name one with --folder where you may write and that is no file.",
      cause,
    });
  }
}
