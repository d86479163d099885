import { MoothallError } from "@moothall/core";
import { configuredPlugins, loadAll } from "../plugins.ts";
import { startSession } from "../session.ts";
import { documentFormats, formatOf, showDocument, showJson } from "../show.ts";
import { type Command, helpText } from "./command.ts";

/** `moothall search WORDS`: in all that the caller may see. */
export const searchCommand: Command = {
  depth: 1,
  flags: { kind: "text", limit: "text", cursor: "text", format: "text" },
  help: () =>
    helpText(
      "search WORDS [OPTIONS]",
      "Finds records by the words in them.",
      [
        ["--kind PLUGIN/RESOURCE", "only these kinds; may be given several times"],
        ["--limit N", "how many at once, 1 to 1000 (20)"],
        ["--cursor C", "where the page before ended"],
        ["--format FORMAT", `how it is shown: ${documentFormats.join(", ")}`],
      ],
      ["moothall search refurbishment --kind procurement/contract"],
    ),
  run: async (given) => {
    if (given.words.length === 0)
      throw new MoothallError({
        code: "core/usage",
        message: "Say what to look for.",
        hint: "moothall search WORDS",
      });
    const session = startSession(
      await loadAll(configuredPlugins(given.options.config)),
      given.options,
      "read",
    );
    try {
      const { kind, limit, cursor } = given.flags;
      const page = await (await session.host.store()).search(session.caller.clearance, {
        text: given.words.join(" "),
        ...(kind !== undefined && { kinds: [kind].flat() as `${string}/${string}`[] }),
        limit: limitOf(limit),
        ...(typeof cursor === "string" && { cursor }),
      });
      const format = formatOf(given.flags.format, given.options.json);
      if (format === "json") await showJson(page);
      else {
        await showDocument(
          {
            title: `Search: ${given.words.join(" ")}`,
            summary:
              page.items.length === 0
                ? "Nothing was found."
                : `${page.items.length} found${page.next === null ? "" : ", and more with --cursor"}.`,
            blocks: [
              {
                type: "table",
                id: "found",
                caption: "Found",
                columns: [
                  { id: "record", heading: "Record", headsRow: true },
                  { id: "text", heading: "Text" },
                ],
                rows: page.items.map(({ reference, excerpt }) => ({
                  cells: [{ text: reference, reference }, { text: excerpt }],
                })),
              },
            ],
          },
          format,
        );
      }
      return undefined;
    } finally {
      await session.host.close();
    }
  },
};

function limitOf(word: unknown): number {
  const limit = word === undefined ? 20 : Number(word);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 1000) return limit;
  throw new MoothallError({
    code: "core/usage",
    message: `'${String(word)}' is not a limit.`,
    hint: "Say a whole number from 1 to 1000.",
  });
}
