import { MoothallError } from "@moothall/core";
import { countFindings, type Host, localCaller, runChecks } from "@moothall/host";
import { configuredPlugins, loadAll } from "../plugins.ts";
import { startSession, warnOfFaults } from "../session.ts";
import { say, write } from "../terminal.ts";
import { type Command, helpText } from "./command.ts";
import { loadExample, loadedWords } from "./example.ts";
import { noMoreWords } from "./plugin.ts";

const defaultPort = 8765;

/** `moothall serve`: records and reports over HTTP, on this machine only unless told otherwise. */
export const serveCommand: Command = {
  depth: 1,
  flags: { port: "text", host: "text", example: "boolean" },
  help: () =>
    helpText(
      "serve [OPTIONS]",
      "Serves records, reports, exports and feeds over HTTP.",
      [
        ["--port N", `the port (${defaultPort}, or PORT of the environment); 0 for any free one`],
        ["--host NAME", "the address to listen on (127.0.0.1)"],
        ["--example", "load the worked example first, and check it"],
      ],
      ["moothall serve --port 8080"],
    ),
  run: async (given) => {
    noMoreWords(given, 0);
    const { serve } = await import("@moothall/http");
    const session = startSession(
      await loadAll(configuredPlugins(given.options.config)),
      given.options,
      given.flags.example === true ? "write" : "read",
    );
    try {
      warnOfFaults(session);
      if (given.flags.example === true) await showExample(session.host);
      await session.host.store();
      const { url, close } = await serve(session.host, {
        port: portOf(given.flags.port ?? process.env.PORT),
        ...(typeof given.flags.host === "string" && { hostname: given.flags.host }),
      });
      await write(`Serving on ${url}\n`);
      await ended();
      say("moothall: stopping");
      await close();
      return 0;
    } finally {
      await session.host.close();
    }
  },
};

async function showExample(host: Host): Promise<void> {
  await write(loadedWords(await loadExample(host)));
  const findings = await runChecks(host, { caller: localCaller("public") });
  await write(`Checked: ${countFindings(findings)}.\n`);
  for (const { severity, about, message } of findings.filter((each) => each.severity === "error"))
    await write(`  ${severity}  ${about}\n         ${message}\n`);
}

function portOf(word: unknown): number {
  const port = word === undefined ? defaultPort : Number(word);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new MoothallError({
    code: "core/usage",
    message: `'${String(word)}' is not a port.`,
    hint: "Say a whole number from 0 to 65535.",
  });
}

/** Settles when the process is asked to end. */
const ended = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
    // npm passes no signal on to what its shell has started: when npm is gone, so is whoever asked.
    if (process.env.npm_command === undefined) return;
    const parent = process.ppid;
    const watch = setInterval(() => process.ppid === parent || resolve(), 250);
    watch.unref();
  });
