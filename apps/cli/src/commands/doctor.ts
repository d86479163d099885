import { existsSync } from "node:fs";
import { asMoothallError } from "@moothall/host";
import { locationOf } from "../open-store.ts";
import { configuredPlugins, loadAll } from "../plugins.ts";
import { startSession } from "../session.ts";
import { formatOf, showDocument, showJson } from "../show.ts";
import { type Command, helpText } from "./command.ts";
import { noMoreWords } from "./plugin.ts";

interface Examined {
  readonly what: string;
  readonly well: boolean;
  readonly words: string;
}

/** `moothall doctor`: the program, the configuration, every plugin, the store. */
export const doctorCommand: Command = {
  depth: 1,
  flags: { format: "text" },
  help: () =>
    helpText(
      "doctor [OPTIONS]",
      "Looks whether the program, the configuration, the plugins and the store are well; exits 78 where one is not.",
      [],
      ["moothall doctor --json"],
    ),
  run: async (given) => {
    noMoreWords(given, 0);
    const configuration = configuredPlugins(given.options.config);
    const session = startSession(await loadAll(configuration), given.options, "read");
    const examined: Examined[] = [
      { what: "node", well: true, words: process.versions.node },
      { what: "configuration", well: true, words: configuration.file ?? "built in" },
      ...session.host.registry.plugins.map(({ name, from }) => ({
        what: `plugin ${name}`,
        well: true,
        words: from,
      })),
      ...session.host.registry.faults.map(({ name, from, error }) => ({
        what: `plugin ${name ?? from}`,
        well: false,
        words: `${error.code}: ${error.message}`,
      })),
      await examineStore(given.options.data, session.host.store),
    ];
    await session.host.close();
    const well = examined.every((each) => each.well);
    const format = formatOf(given.flags.format, given.options.json);
    if (format === "json") await showJson({ well, examined });
    else {
      const columns = ["what", "state", "words"];
      await showDocument(
        {
          title: "Doctor",
          summary: well ? "All is well." : "Not all is well.",
          blocks: [
            {
              type: "table",
              id: "examined",
              caption: "Examined",
              columns: columns.map((id) => ({ id, heading: id })),
              rows: examined.map((each) => ({
                cells: [each.what, each.well ? "well" : "faulty", each.words].map((text) => ({
                  text,
                })),
              })),
            },
          ],
        },
        format,
      );
    }
    return well ? 0 : 78;
  },
};

async function examineStore(
  data: string,
  open: () => Promise<{
    readonly location: string;
    counts: (clearance: "confidential") => unknown;
  }>,
): Promise<Examined> {
  const location = locationOf(data);
  if (location.driver === "sqlite" && !existsSync(location.path))
    return { what: "store", well: true, words: `none yet at ${location.path}` };
  try {
    const store = await open();
    const counts = (await store.counts("confidential")) as ReadonlyMap<string, number>;
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    return { what: "store", well: true, words: `${store.location}: ${total} records` };
  } catch (cause) {
    const error = asMoothallError(cause);
    return { what: "store", well: false, words: `${error.code}: ${error.message}` };
  }
}
