import { findCommand, ownCommandNames } from "../../apps/cli/src/commands/find.ts";
import { block } from "./markdown.ts";

/** The commands of the house; those of plugins stand on their own pages. */
export async function commandsPage(): Promise<string> {
  const sections: string[] = [];
  for (const words of ownCommandNames.flatMap(subcommands))
    sections.push(`## ${words.join(" ")}\n\n${block(await helpOf(words))}`);
  return `# Commands

\`moothall --help\` shows this, every command has \`--help\` of its own, and the commands of a plugin stand on its page.

${block(await helpOf([]))}

${sections.join("\n\n")}`;
}

/** Commands that are followed by another word. */
const followed: Readonly<Record<string, readonly string[]>> = {
  example: ["load"],
  file: ["put", "get", "verify", "sweep"],
  token: ["create", "list", "revoke"],
};

const subcommands = (name: string): string[][] =>
  followed[name]?.map((each) => [name, each]) ?? [[name]];

export async function helpOf(words: readonly string[]): Promise<string> {
  const command = await findCommand(words, words);
  return command.help();
}
