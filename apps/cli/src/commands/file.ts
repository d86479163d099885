import { basename } from "node:path";
import { filesIn, MoothallError, parseReference } from "@moothall/core";
import type { KeptFile } from "@moothall/core/store";
import { type FileFault, sweepFiles, verifyFiles } from "@moothall/host";
import mime from "mime";
import { configuredPlugins, loadNamed } from "../plugins.ts";
import { type Session, startSession } from "../session.ts";
import { showJson } from "../show.ts";
import { isTerminal, write } from "../terminal.ts";
import { type Command, helpText } from "./command.ts";
import { noSuch } from "./find.ts";
import { noMoreWords, withAction } from "./plugin.ts";
import { streamBytes } from "./read-input.ts";
import { writeReply } from "./write-reply.ts";

const verbs = ["put", "get", "verify", "sweep"] as const;

/** `moothall file put|get|verify|sweep`: the files that records name. */
export async function fileCommand(
  [, verb, reference]: readonly string[],
  config: string | undefined,
): Promise<Command> {
  switch (verb) {
    case "put":
      return put(reference, config);
    case "get":
      return get(reference, config);
    case "verify":
      return verify;
    case "sweep":
      return sweep;
    case undefined:
      return {
        depth: 1,
        flags: {},
        help: () =>
          helpText(
            "file put|get|verify|sweep …",
            "Files that records name, kept by the SHA-512 of their bytes.",
            [
              [
                "put REFERENCE FILE",
                "keeps a file for a record, and says what the record has to name",
              ],
              ["get REFERENCE", "writes a file that a record names to standard output"],
              ["verify", "reads every file that records name; exits 1 where one does not hold"],
              ["sweep", "deletes what was put more than a day ago and no record names"],
            ],
            ["moothall file put meetings/paper-version/opcc.2017-05-22.1.1 report.pdf --json"],
          ),
        run: async () => {
          throw new MoothallError({
            code: "core/usage",
            message: "Say what to do with files.",
            hint: `There is: ${verbs.join(", ")}.`,
          });
        },
      };
    default:
      throw noSuch(`'file ${verb}'`, verbs);
  }
}

const put = (reference: string | undefined, config: string | undefined): Command => ({
  depth: 2,
  flags: { name: "text", "media-type": "text" },
  help: () =>
    helpText(
      "file put REFERENCE FILE [OPTIONS]",
      "Keeps a file for a record, which need not be there yet, and answers what to write into it. The file waits a day for that.",
      [
        ["--name N", "what it is called; the name of the file where left out"],
        ["--media-type T", "what it is; by the end of its name where left out"],
      ],
      [
        "moothall file put meetings/paper-version/opcc.2017-05-22.1.1 report.pdf --as restricted --json",
      ],
    ),
  run: async (given) => {
    noMoreWords(given, 2);
    const path = given.words[1] as string;
    const name = text(given.flags.name) ?? basename(path);
    const mediaType =
      text(given.flags["media-type"]) ?? mime.getType(name) ?? "application/octet-stream";
    const { kind, id } = parseReference(reference ?? "");
    const session = await sessionOf(reference, config, given.options, "write");
    return withAction(session, `${kind}/put-file`, async (action) => {
      const { host, caller } = session;
      const items = streamBytes(path);
      const reply = await host.invoke(action, { caller, id, file: { name, mediaType }, items });
      await writeReply(name, reply, given.options.json ? "json" : "text");
    });
  },
});

const get = (reference: string | undefined, config: string | undefined): Command => ({
  depth: 2,
  flags: { digest: "text", "as-at": "text" },
  help: () =>
    helpText(
      "file get REFERENCE [OPTIONS] > FILE",
      "Writes a file that a record names to standard output, checked against its digest: where that does not hold, the end is missing and the exit code is 74.",
      [
        ["--digest SHA512", "which one; needed where the record names several"],
        ["--as-at MOMENT", "as the record was then"],
      ],
      ["moothall file get meetings/paper-version/opcc.2017-05-22.1.1 > report.pdf"],
    ),
  run: async (given) => {
    noMoreWords(given, 1);
    if (isTerminal())
      throw new MoothallError({
        code: "core/usage",
        message: "A file may be anything but text.",
        hint: "Send it to a file: … > FILE.",
      });
    const { kind, id } = parseReference(reference ?? "");
    const asAt = text(given.flags["as-at"]);
    const session = await sessionOf(reference, config, given.options, "read");
    return withAction(session, `${kind}/get-file`, async (action) => {
      const { host, caller } = session;
      const call = { caller, id, ...(asAt !== undefined && { query: { asAt } }) };
      const sha512 = text(given.flags.digest) ?? (await onlyFile(session, kind, call));
      await writeReply(id, await host.invoke(action, { ...call, sha512 }), "json");
    });
  },
});

/** The digest of the one file that a record names. */
async function onlyFile(
  { host, caller }: Session,
  kind: string,
  call: { readonly id: string; readonly query?: { readonly asAt: string } },
): Promise<string> {
  const read = host.find(`${kind}/get`, caller.clearance);
  const reply = read && (await host.invoke(read, { caller, ...call }));
  const named =
    reply?.type === "record" ? [...filesIn(JSON.parse(reply.record.text)).values()] : [];
  const [only] = named;
  if (only !== undefined && named.length === 1) return only.sha512;
  throw new MoothallError({
    code: only === undefined ? "core/not-found" : "core/usage",
    message:
      only === undefined
        ? `${kind}/${call.id} names no file.`
        : `${kind}/${call.id} names ${named.length} files.`,
    hint:
      only === undefined
        ? "Put one with 'moothall file put', and write what it answers into the record."
        : `Say --digest: ${named.map(({ name, sha512 }) => `${sha512} (${name})`).join(", ")}.`,
  });
}

const verify: Command = {
  depth: 2,
  flags: {},
  help: () =>
    helpText(
      "file verify [OPTIONS]",
      "Reads every file that records name or have named, and compares it with its digest; exits 1 and says which are missing or damaged.",
      [],
      ["moothall file verify --data ./.moothall"],
    ),
  run: async (given) => {
    noMoreWords(given, 0);
    const { host } = startSession([], given.options, "read");
    try {
      const faults: FileFault[] = [];
      for await (const fault of verifyFiles(await host.store(), await host.files()))
        faults.push(fault);
      if (given.options.json) await showJson({ holds: faults.length === 0, faults });
      else if (faults.length === 0) await write("All files hold.\n");
      for (const { sha512, fault } of given.options.json ? [] : faults)
        await write(`${sha512}: ${fault}\n`);
      return faults.length === 0 ? 0 : 1;
    } finally {
      await host.close();
    }
  },
};

const sweep: Command = {
  depth: 2,
  flags: { "dry-run": "boolean" },
  help: () =>
    helpText(
      "file sweep [OPTIONS]",
      "Deletes files that were put more than a day ago and that no record names or has named.",
      [["--dry-run", "only say which"]],
      ["moothall file sweep --dry-run"],
    ),
  run: async (given) => {
    noMoreWords(given, 0);
    const remove = given.flags["dry-run"] !== true;
    const { host } = startSession([], given.options, remove ? "write" : "read");
    try {
      const swept: KeptFile[] = [];
      const now = host.clock.now();
      for await (const kept of sweepFiles(await host.store(), await host.files(), { now, remove }))
        swept.push(kept);
      const bytes = swept.reduce((sum, { size }) => sum + size, 0);
      if (given.options.json) await showJson({ deleted: remove, files: swept, bytes });
      else {
        for (const { sha512, size } of swept) await write(`${sha512} ${size}\n`);
        await write(
          `${remove ? "Deleted" : "Would delete"} ${swept.length} files of ${bytes} bytes.\n`,
        );
      }
      return undefined;
    } finally {
      await host.close();
    }
  },
};

/** @throws MoothallError `core/usage` without a reference, and what loading its plugin says */
async function sessionOf(
  reference: string | undefined,
  config: string | undefined,
  options: Parameters<typeof startSession>[1],
  purpose: "read" | "write",
): Promise<Session> {
  const { plugin } = parseReference(reference ?? "");
  return startSession([await loadNamed(configuredPlugins(config), plugin)], options, purpose);
}

const text = (flag: unknown): string | undefined => (typeof flag === "string" ? flag : undefined);
