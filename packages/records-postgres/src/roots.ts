import { type Root, SigningKey, signRoot } from "@moothall/core/store";
import type { Querying } from "./connections.ts";

/** Entries that a root stands over at most; the rest of a smaller number waits until the store is closed. */
export const entriesPerRoot = 1000;

export interface RootRow extends Root {
  /** The last entry of the history that it stands over. */
  readonly through: string;
}

const columns = "number, at, key, entries, digest, signature, through";

/** All roots, oldest first. */
export const rootRows = (from: Querying): Promise<RootRow[]> =>
  from.all<RootRow>(`SELECT ${columns} FROM roots ORDER BY number`);

/**
 * Signs roots over the entries that none stands over yet: over every full thousand, or, with
 * `all`, over the rest as well. Inside a transaction in which nobody else writes, since otherwise
 * an entry could still come in before one that is signed. Answers through which entry.
 */
export async function signRoots(
  from: Querying,
  at: string,
  all: boolean,
  key: SigningKey | undefined,
): Promise<string> {
  for (;;) {
    const last = await from.get<RootRow>(
      `SELECT ${columns} FROM roots ORDER BY number DESC LIMIT 1`,
    );
    const through = last?.through ?? "0";
    const entries = await from.all<{ sequence: string; digest: string }>(
      `SELECT sequence, digest FROM history WHERE sequence > ? ORDER BY sequence LIMIT ${entriesPerRoot}`,
      through,
    );
    const end = entries.at(-1)?.sequence;
    if (end === undefined || (entries.length < entriesPerRoot && !all)) return through;
    const signer = key ?? (await keptKey(from));
    const digests = entries.map(({ digest }) => digest);
    const root = signRoot(last, at, digests, signer);
    await from.all(
      "INSERT INTO keys (fingerprint, public) VALUES (?, ?) ON CONFLICT DO NOTHING",
      root.key,
      signer.publicText,
    );
    await from.all(
      "INSERT INTO roots (number, at, key, entries, through, digest, signature) VALUES (?, ?, ?, ?, ?, ?, ?)",
      root.number,
      root.at,
      root.key,
      root.entries,
      end,
      root.digest,
      root.signature,
    );
  }
}

/** The key that lies with the records, made on first use; only their owner can read it. */
async function keptKey(from: Querying): Promise<SigningKey> {
  const kept = await from.get<{ private: string }>("SELECT private FROM signing_key");
  if (kept !== undefined) return SigningKey.read(kept.private);
  const key = SigningKey.make();
  await from.all("INSERT INTO signing_key (one, private) VALUES (1, ?)", key.secretText());
  return key;
}
