#!/usr/bin/env node
// Writes the types of a service, plugins of others included, for a front end on this client.
import { randomUUID } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { serviceTypes } from "./types/service-types.ts";

const help = `Usage: moothall-client-types SERVICE|FILE [--output FILE] [--check]

Writes what a Moothall service answers as TypeScript, for createClient<ServiceApi>(…).

  SERVICE       its address, such as https://records.example.gov.uk; MOOTHALL_TOKEN
                in the environment shows what is not public
  FILE          its OpenAPI document, kept from SERVICE/openapi.json
  --output F    the file to write; standard output where it is left out
  --check       writes nothing, and ends with 1 when F is not what would be written

Example:
  moothall-client-types https://records.example.gov.uk --output src/service-api.ts
`;

/** What is wrong, what to do, and the exit code, as the \`moothall\` command has them. */
class Refused extends Error {
  readonly hint: string;
  readonly exit: number;

  constructor(exit: number, message: string, hint: string, cause?: unknown) {
    super(message, { cause });
    this.exit = exit;
    this.hint = hint;
  }
}

// No await at the top: it is built as CommonJS as well, as all of the package.
void run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (!(error instanceof Refused)) throw error;
    process.stderr.write(`moothall-client-types: ${error.message}\n  ${error.hint}\n`);
    process.exitCode = error.exit;
  },
);

async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args);
  if (values.help === true) {
    process.stdout.write(help);
    return 0;
  }
  const [from, ...others] = positionals;
  if (from === undefined || others.length > 0 || (values.check && values.output === undefined))
    throw new Refused(
      64,
      from === undefined
        ? "Say which service, or which file."
        : "One service or file is taken, and --check with --output.",
      "See 'moothall-client-types --help'.",
    );
  const types = serviceTypes(/^https?:/.test(from) ? await fetched(from) : await kept(from));
  if (types === undefined)
    throw new Refused(
      65,
      `What ${from} holds is not the OpenAPI document of a Moothall service.`,
      "Give the address of the service itself, or its /openapi.json as a file.",
    );
  if (values.output === undefined) process.stdout.write(types);
  else if (values.check) {
    if ((await readFile(values.output, "utf8").catch(() => undefined)) === types) return 0;
    process.stderr.write(`moothall-client-types: ${values.output} is out of date.\n`);
    return 1;
  } else await writeWhole(values.output, types);
  return 0;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        output: { type: "string" },
        check: { type: "boolean" },
        help: { type: "boolean" },
      },
    });
  } catch (cause) {
    throw new Refused(64, (cause as Error).message, "See 'moothall-client-types --help'.", cause);
  }
}

async function fetched(service: string): Promise<string> {
  const address = addressOf(service);
  const token = process.env.MOOTHALL_TOKEN;
  const isNear = ["localhost", "127.0.0.1", "[::1]"].includes(address.hostname);
  if (token !== undefined && address.protocol === "http:" && !isNear)
    throw new Refused(
      64,
      "A token is not sent over a connection that anybody may read.",
      "Give an https address, or take MOOTHALL_TOKEN out of the environment.",
    );
  const response = await fetch(address, {
    headers: {
      Accept: "application/json",
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
    },
    // A token is for the service that was named.
    redirect: "error",
    signal: AbortSignal.timeout(30_000),
  }).catch((cause: unknown) => {
    throw new Refused(
      69,
      `${address.origin} does not answer.`,
      "Look whether the service runs there: 'moothall serve'.",
      cause,
    );
  });
  if (!response.ok)
    throw new Refused(
      response.status === 401 ? 77 : 69,
      `${address.href} answers with status ${response.status}.`,
      response.status === 401
        ? "The token in MOOTHALL_TOKEN is not known, was revoked, or has expired."
        : "Give the address of the service itself.",
    );
  return response.text();
}

function addressOf(service: string): URL {
  const base = service.endsWith("/") ? service : `${service}/`;
  if (!URL.canParse(base))
    throw new Refused(64, `'${service}' is not an address.`, "Write it as https://HOST.");
  return new URL("openapi.json", base);
}

async function kept(file: string): Promise<string> {
  return readFile(file, "utf8").catch((cause: unknown) => {
    throw new Refused(
      66,
      `The file ${file} cannot be read.`,
      "Check its name, or give an address that starts with https://.",
      cause,
    );
  });
}

/** The file is there whole or, when it cannot be written, as it was before. */
async function writeWhole(file: string, text: string): Promise<void> {
  const beside = `${file}.${randomUUID()}.part`;
  try {
    await writeFile(beside, text, { flag: "wx" });
    await rename(beside, file);
  } catch (cause) {
    await rm(beside, { force: true });
    throw new Refused(
      73,
      `The file ${file} cannot be written.`,
      "Name a file in a folder that is there and that you may write to.",
      cause,
    );
  }
}
