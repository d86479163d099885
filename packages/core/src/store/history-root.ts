import { verify } from "node:crypto";
import { sha256 } from "./history-chain.ts";
import { fingerprintOf, type SigningKey } from "./signing-key.ts";

/** A signed statement that these entries, in this order, follow what the root before stood over. */
export interface Root {
  /** Counts from 1. */
  readonly number: number;
  readonly at: string;
  /** Fingerprint of the key that signed it. */
  readonly key: string;
  /** How many entries it adds to those of the roots before. */
  readonly entries: number;
  readonly digest: string;
  /** Ed25519 over the digest's 64 hexadecimal characters, base64. */
  readonly signature: string;
}

/** Digest: SHA-256 of the number, the digest of the root before, the time, and the entries' digests, a line each. */
export const rootDigest = (
  number: number,
  previous: string,
  at: string,
  entryDigests: readonly string[],
): string => sha256([number, previous, at, ...entryDigests].join("\n"));

export function signRoot(
  previous: Root | undefined,
  at: string,
  entryDigests: readonly string[],
  key: SigningKey,
): Root {
  const number = (previous?.number ?? 0) + 1;
  const digest = rootDigest(number, previous?.digest ?? "", at, entryDigests);
  return {
    number,
    at,
    key: key.fingerprint,
    entries: entryDigests.length,
    digest,
    signature: key.sign(digest),
  };
}

/** Whether a root stands over these entries and is signed by one of the keys (fingerprint → PEM). */
export function rootHolds(
  root: Root,
  previous: string,
  entryDigests: readonly string[],
  keys: ReadonlyMap<string, string>,
): boolean {
  const publicKey = keys.get(root.key);
  if (publicKey === undefined || fingerprintOf(publicKey) !== root.key) return false;
  if (rootDigest(root.number, previous, root.at, entryDigests) !== root.digest) return false;
  try {
    const signature = Buffer.from(root.signature, "base64");
    return verify(null, Buffer.from(root.digest), publicKey, signature);
  } catch {
    // Bytes that are no signature are no good one.
    return false;
  }
}
