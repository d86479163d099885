import type { Classification, PublicationClass } from "../publication.ts";
import { type KeptView, narrowViews } from "./as-at.ts";
import {
  commitmentOf,
  type EntryContent,
  entryDigest,
  type LeafName,
  leafDigest,
  leafNames,
  leafText,
  leavesOf,
  saltOf,
} from "./history-chain.ts";
import { type Root, rootHolds } from "./history-root.ts";
import type { TargetClasses } from "./projecting.ts";
import { fingerprintOf } from "./signing-key.ts";

/** What one clearance saw, laid open so that an outsider can compare it with what was committed to. */
export interface OpenedLeaf {
  readonly leaf: LeafName;
  /** The digests of all four leaves; those that are not opened say nothing. */
  readonly leaves: readonly string[];
  readonly salt: string;
  readonly text: string;
}

/** A line of an export: a JSON object on a line of its own. */
export type ExportLine =
  | { readonly type: "moothall-history"; readonly form: 1 }
  | { readonly type: "key"; readonly fingerprint: string; readonly public: string }
  | {
      readonly type: "entry";
      /** Tells records apart within the export, and means nothing outside it. */
      readonly record: number;
      readonly entry: number;
      readonly previous: string;
      readonly commitment: string;
      readonly digest: string;
      readonly opened?: OpenedLeaf;
    }
  | ({ readonly type: "root" } & Root)
  | { readonly type: "end"; readonly entries: number; readonly roots: number };

/**
 * Lays open what a clearance saw, where it may be read today as it was then; undefined where it may
 * not, or where there was nothing to see.
 */
export function openLeaf(
  content: EntryContent,
  salt: string | null,
  clearance: PublicationClass,
  now: Classification,
  targets: TargetClasses,
): OpenedLeaf | undefined {
  const seen = content.seen[clearance];
  if (salt === null || seen === undefined) return undefined;
  const view: KeptView = { ...content, ...seen, document: seen.document ?? null };
  const [narrowed] = narrowViews([view], now, clearance, targets);
  if (narrowed === undefined || narrowed.document !== view.document) return undefined;
  return {
    leaf: clearance,
    leaves: leavesOf(content, salt),
    salt: saltOf(salt, clearance),
    text: leafText(content, clearance),
  };
}

export interface ExportFinding {
  /** From 1. */
  readonly line: number;
  readonly fault:
    | "not-a-line-of-an-export"
    | "chain-broken"
    | "digest-wrong"
    | "opened-text-altered"
    | "root-does-not-hold"
    | "cut-short";
}

export interface ExportVerdict {
  readonly entries: number;
  readonly roots: number;
  /** Entries after the last root: their order within a record is proved, their number is not. */
  readonly unsigned: number;
  /** Fingerprints of the keys that signed, to be compared with what was published. */
  readonly keys: readonly string[];
  readonly faults: readonly ExportFinding[];
}

interface Progress {
  readonly keys: Map<string, string>;
  readonly heads: Map<number, { readonly entry: number; readonly digest: string }>;
  entries: number;
  roots: number;
  previousRoot: string;
  waiting: string[];
  ended: boolean;
}

/** Recomputes an export: every chain, every root and whatever is laid open. */
export async function verifyExport(
  lines: Iterable<string> | AsyncIterable<string>,
): Promise<ExportVerdict> {
  const progress: Progress = {
    keys: new Map(),
    heads: new Map(),
    entries: 0,
    roots: 0,
    previousRoot: "",
    waiting: [],
    ended: false,
  };
  const faults: ExportFinding[] = [];
  let number = 0;
  for await (const text of lines) {
    if (text.trim() === "") continue;
    number += 1;
    const fault = verifyLine(progress, text, number);
    if (fault !== undefined) faults.push({ line: number, fault });
  }
  if (!progress.ended) faults.push({ line: number, fault: "cut-short" });
  return {
    entries: progress.entries,
    roots: progress.roots,
    unsigned: progress.waiting.length,
    keys: [...progress.keys.keys()],
    faults,
  };
}

function verifyLine(
  progress: Progress,
  text: string,
  number: number,
): ExportFinding["fault"] | undefined {
  let line: ExportLine;
  try {
    line = JSON.parse(text);
  } catch {
    return "not-a-line-of-an-export";
  }
  if (progress.ended || (number === 1 && line?.type !== "moothall-history"))
    return "not-a-line-of-an-export";
  switch (line?.type) {
    case "moothall-history":
      return number === 1 && line.form === 1 ? undefined : "not-a-line-of-an-export";
    case "key":
      progress.keys.set(line.fingerprint, line.public);
      return fingerprintOf(line.public) === line.fingerprint ? undefined : "root-does-not-hold";
    case "entry":
      return verifyEntry(progress, line);
    case "root":
      return verifyRoot(progress, line);
    case "end":
      progress.ended = true;
      return line.entries === progress.entries && line.roots === progress.roots
        ? undefined
        : "cut-short";
    default:
      return "not-a-line-of-an-export";
  }
}

function verifyEntry(
  progress: Progress,
  line: Extract<ExportLine, { type: "entry" }>,
): ExportFinding["fault"] | undefined {
  const head = progress.heads.get(line.record) ?? { entry: 0, digest: "" };
  progress.heads.set(line.record, line);
  progress.entries += 1;
  progress.waiting.push(line.digest);
  if (line.entry !== head.entry + 1 || line.previous !== head.digest) return "chain-broken";
  if (entryDigest(line.previous, line.commitment) !== line.digest) return "digest-wrong";
  if (line.opened === undefined) return undefined;
  const { leaf, leaves, salt, text } = line.opened;
  const holds =
    leaves.length === leafNames.length &&
    commitmentOf(leaves) === line.commitment &&
    leaves[leafNames.indexOf(leaf)] === leafDigest(salt, text);
  return holds ? undefined : "opened-text-altered";
}

function verifyRoot(
  progress: Progress,
  line: Extract<ExportLine, { type: "root" }>,
): ExportFinding["fault"] | undefined {
  const { type: _, ...root } = line;
  const digests = progress.waiting;
  progress.roots += 1;
  progress.waiting = [];
  const follows = root.number === progress.roots && root.entries === digests.length;
  const holds = follows && rootHolds(root, progress.previousRoot, digests, progress.keys);
  progress.previousRoot = root.digest;
  return holds ? undefined : "root-does-not-hold";
}
