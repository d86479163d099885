import { MoothallError, type PublicationClass, publicationClasses } from "@moothall/core";
import { createToken, revokeToken } from "@moothall/host";
import type { ParsedArguments } from "../options.ts";
import { type Session, startSession } from "../session.ts";
import { formatOf, showDocument, showJson } from "../show.ts";
import { write } from "../terminal.ts";
import { type Command, helpText } from "./command.ts";
import { noMoreWords } from "./plugin.ts";

const help = () =>
  helpText(
    "token create|list|revoke …",
    "Tokens with which a program writes, or reads above public, over HTTP. A token is shown once and stored hashed.",
    [
      ["create --clearance C", "public, restricted or confidential"],
      ["  --body REFERENCE", "whose records it may write; may be given several times; * for all"],
      ["  --permission P", "plugin:verb, plugin:* or *; may be given several times"],
      ["  --expires D", "a date or moment, or a number of days such as 90d"],
      ["list", "all tokens, without their secrets"],
      ["revoke ID", "ends one at once"],
    ],
    [
      "moothall token create --clearance restricted --body register/body/opcc-derbyshire --permission procurement:write --expires 90d",
    ],
  );

/** `moothall token create|list|revoke`. */
export async function tokenCommand([, verb]: readonly string[]): Promise<Command> {
  switch (verb) {
    case "create":
      return command(
        { clearance: "text", body: "text", permission: "text", expires: "text" },
        0,
        "write",
        create,
      );
    case "list":
      return command({ format: "text" }, 0, "read", list);
    case "revoke":
      return command({}, 1, "write", async (session, { words }) => {
        await revokeToken(await session.host.store(), words[0] as string, session.host.clock.now());
        await write(`revoked ${words[0]}\n`);
      });
    case undefined:
      return {
        depth: 1,
        flags: {},
        help,
        run: async () => {
          throw new MoothallError({
            code: "core/usage",
            message: "A word is missing.",
            hint: "Say token create, token list or token revoke.",
          });
        },
      };
    default:
      throw new MoothallError({
        code: "core/no-such-action",
        message: `There is no 'token ${verb}'.`,
        hint: "There is: create, list, revoke.",
      });
  }
}

const command = (
  flags: Command["flags"],
  words: number,
  purpose: "read" | "write",
  run: (session: Session, given: ParsedArguments) => Promise<void>,
): Command => ({
  depth: 2,
  flags,
  help,
  run: async (given) => {
    noMoreWords(given, words);
    const session = startSession([], given.options, purpose);
    try {
      await run(session, given);
      return undefined;
    } finally {
      await session.host.close();
    }
  },
});

async function create({ host }: Session, { flags, options }: ParsedArguments): Promise<void> {
  const many = (word: unknown): string[] => (word === undefined ? [] : ([word].flat() as string[]));
  if (flags.expires === undefined)
    throw new MoothallError({
      code: "core/usage",
      message: "A token needs an end.",
      hint: "Say --expires 90d, or a date.",
    });
  const now = host.clock.now();
  const created = await createToken(
    await host.store(),
    {
      clearance: clearanceOf(flags.clearance),
      bodies: many(flags.body),
      permissions: many(flags.permission),
      expires: momentOf(String([flags.expires].flat().at(-1)), now),
    },
    now,
  );
  if (options.json) await showJson(created);
  else await write(`${created.token}\n`);
}

function clearanceOf(word: unknown): PublicationClass {
  if ((publicationClasses as readonly unknown[]).includes(word)) return word as PublicationClass;
  throw new MoothallError({
    code: "core/usage",
    message: "A token needs a clearance.",
    hint: `Say --clearance ${publicationClasses.join(", ")}.`,
  });
}

function momentOf(word: string, now: string): string {
  const days = /^([1-9][0-9]{0,3})d$/.exec(word);
  if (days !== null) return new Date(Date.parse(now) + Number(days[1]) * 86_400_000).toISOString();
  return /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(word) ? `${word}T23:59:59Z` : word;
}

async function list({ host }: Session, { flags, options }: ParsedArguments): Promise<void> {
  const items = (await (await host.store()).tokens()).map(({ hash: _, ...row }) => row);
  const format = formatOf(flags.format, options.json);
  if (format === "json") return showJson({ items, next: null });
  const columns = ["id", "clearance", "bodies", "permissions", "expires", "revoked"] as const;
  return showDocument(
    {
      title: "Tokens",
      blocks: [
        {
          type: "table",
          id: "tokens",
          caption: "Tokens",
          columns: columns.map((id) => ({ id, heading: id })),
          rows: items.map((row) => ({
            cells: columns.map((name) => ({ text: [row[name] ?? ""].flat().join(", ") })),
          })),
        },
      ],
    },
    format,
  );
}
