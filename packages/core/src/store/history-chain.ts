import { hash, randomBytes } from "node:crypto";
import type { Kind } from "../identifier.ts";
import type { PerClass } from "./held-record.ts";

export type HistoryAction = "created" | "replaced" | "deleted" | "erased";

/** What one clearance saw happen to a record. */
export interface SeenChange {
  readonly version: number;
  readonly action: HistoryAction;
  /** JSON text of what it saw from then on, without the stamp; undefined when it sees nothing. */
  readonly document: string | undefined;
}

/** One change of a record, with all that is committed to. */
export interface EntryContent {
  readonly kind: Kind;
  readonly id: string;
  /** Counts the record's entries from 1. */
  readonly entry: number;
  readonly at: string;
  readonly by: string;
  readonly action: HistoryAction;
  readonly reason: string | null;
  /** JSON text of the record in full, null after a deletion. */
  readonly data: string | null;
  /** JSON text. */
  readonly classification: string;
  readonly seen: PerClass<SeenChange | undefined>;
}

/** The four parts of an entry that are committed to apart from each other, in this order. */
export const leafNames = ["public", "restricted", "confidential", "full"] as const;
export type LeafName = (typeof leafNames)[number];

/** Hexadecimal digits of the salt of one leaf. */
const saltLength = 32;

const saltBytes = (saltLength / 2) * leafNames.length;

/** Fetched many at a time, since a single one costs as much as hundreds. */
let random: Buffer = Buffer.alloc(0);

/** The salts of the four leaves of one entry, in hexadecimal, one after the other. */
export function newSalt(): string {
  if (random.length < saltBytes) random = randomBytes(saltBytes * 256);
  const salt = random.toString("hex", 0, saltBytes);
  random = random.subarray(saltBytes);
  return salt;
}

export const saltOf = (salt: string, leaf: LeafName): string =>
  salt.slice(leafNames.indexOf(leaf) * saltLength, (leafNames.indexOf(leaf) + 1) * saltLength);

export const sha256 = (text: string): string => hash("sha256", text, "hex");

/**
 * What is committed to of an entry for one leaf: for a clearance what it saw happen, empty when it
 * saw nothing; in `full` everything. So one view can be opened to an outsider without the others.
 */
export function leafText(content: EntryContent, leaf: LeafName): string {
  const { kind, id, entry, at, by, action, reason, data, classification } = content;
  if (leaf === "full")
    return JSON.stringify([kind, id, entry, at, by, action, reason, classification, data]);
  const seen = content.seen[leaf];
  if (seen === undefined) return "";
  const told = seen.action === action ? reason : null;
  return JSON.stringify([kind, id, seen.version, at, seen.action, told, seen.document ?? null]);
}

/** Leaf: SHA-256 of the leaf's salt followed by its text. */
export const leafDigest = (salt: string, text: string): string => sha256(salt + text);

export const leavesOf = (content: EntryContent, salt: string): string[] =>
  leafNames.map((leaf) => leafDigest(saltOf(salt, leaf), leafText(content, leaf)));

/** Commitment: SHA-256 of the four leaves, one after the other. */
export const commitmentOf = (leaves: readonly string[]): string => sha256(leaves.join(""));

/** Digest: SHA-256 of the digest of the record's entry before (empty for the first) and the commitment. */
export const entryDigest = (previous: string, commitment: string): string =>
  sha256(previous + commitment);

/** An entry as it is added to a record's chain. */
export interface ChainedEntry extends EntryContent {
  readonly salt: string;
  readonly commitment: string;
  readonly digest: string;
}

export function chain(content: EntryContent, previous: string, salt = newSalt()): ChainedEntry {
  const commitment = commitmentOf(leavesOf(content, salt));
  return { ...content, salt, commitment, digest: entryDigest(previous, commitment) };
}
