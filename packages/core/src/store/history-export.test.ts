import { createHash, createPublicKey, verify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { planWrite } from "./commit-plan.ts";
import { neverWritten } from "./held-record.ts";
import type { ChainedEntry } from "./history-chain.ts";
import { type ExportLine, openLeaf, verifyExport } from "./history-export.ts";
import { signRoot } from "./history-root.ts";
import { SigningKey } from "./signing-key.ts";

const key = SigningKey.make();
const at = "2026-01-02T00:00:00.000Z";
const open = { record: "public" } as const;

/** Two records, of two entries each, under two roots. */
function someExport(): ExportLine[] {
  const held = new Map(["a", "b"].map((id) => [id, neverWritten("a/b", id)]));
  const lines: ExportLine[] = [{ type: "moothall-history", form: 1 }];
  const signed = [1, 2].map((n) => {
    const entries: ChainedEntry[] = [];
    for (const [id, before] of held) {
      const change = planWrite(
        { action: "put", kind: "a/b", id, data: { id, n }, classification: open },
        before,
        new Map(),
        { at, by: "t" },
      );
      if (change.entry === undefined) throw new Error("nothing was written");
      entries.push(change.entry);
      const opened = openLeaf(change.entry, change.entry.salt, "public", open, new Map());
      const { entry, commitment, digest } = change.entry;
      lines.push({
        type: "entry",
        record: id === "a" ? 1 : 2,
        entry,
        previous: before.digest,
        commitment,
        digest,
        ...(opened && { opened }),
      });
      held.set(id, change.after);
    }
    const before = lines.findLast((line) => line.type === "root");
    const root = signRoot(
      before,
      at,
      entries.map(({ digest }) => digest),
      key,
    );
    lines.push({ type: "root", ...root });
    return root;
  });
  lines.splice(1, 0, { type: "key", fingerprint: signed[0]?.key ?? "", public: key.publicText });
  return [...lines, { type: "end", entries: 4, roots: 2 }];
}

const texts = (lines: readonly ExportLine[]) => lines.map((line) => JSON.stringify(line));

describe("verifyExport", () => {
  it("finds nothing wrong with a true export", async () => {
    const verdict = await verifyExport(texts(someExport()));
    expect(verdict).toMatchObject({ entries: 4, roots: 2, unsigned: 0, faults: [] });
  });

  it("finds every single line that is left out, doubled or altered", async () => {
    const lines = texts(someExport());
    for (const [index, line] of lines.entries()) {
      const without = await verifyExport(lines.toSpliced(index, 1));
      expect(without.faults, `without ${line}`).not.toEqual([]);
      if (!line.includes('"key","fingerprint"')) {
        const doubled = await verifyExport(lines.toSpliced(index, 0, line));
        expect(doubled.faults, `twice ${line}`).not.toEqual([]);
      }
      for (const [found] of line.matchAll(/[0-9a-f]{32,64}/g)) {
        const other = found.replace(/^./, (first) => (first === "0" ? "1" : "0"));
        const altered = await verifyExport(lines.with(index, line.replace(found, other)));
        expect(altered.faults, `${found} in ${line}`).not.toEqual([]);
      }
    }
    expect((await verifyExport([])).faults).toHaveLength(1);
    expect((await verifyExport(["not JSON", "null", "7"])).faults).toHaveLength(4);
  });

  it("sees an export that another key signed under this one's name", async () => {
    const lines = someExport();
    const other = SigningKey.make().publicText;
    const forged = lines.map((line) => (line.type === "key" ? { ...line, public: other } : line));
    expect((await verifyExport(texts(forged))).faults.length).toBeGreaterThanOrEqual(1);
  });
});

it("can be verified by an outsider, by the procedure that is written down", () => {
  const hash = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
  const lines = texts(someExport()).map((text) => JSON.parse(text));
  const keys: Record<string, string> = {};
  const last: Record<number, { entry: number; digest: string }> = {};
  let previousRoot = "";
  let waiting: string[] = [];
  for (const line of lines) {
    if (line.type === "key") keys[hash(line.public)] = line.public;
    if (line.type === "entry") {
      const before = last[line.record] ?? { entry: 0, digest: "" };
      expect(line.entry).toBe(before.entry + 1);
      expect(line.previous).toBe(before.digest);
      expect(line.digest).toBe(hash(line.previous + line.commitment));
      const { leaves, salt, text } = line.opened;
      expect(line.commitment).toBe(hash(leaves.join("")));
      expect(leaves[0]).toBe(hash(salt + text));
      expect(JSON.parse(JSON.parse(text)[6]).n).toBe(line.entry);
      last[line.record] = line;
      waiting.push(line.digest);
    }
    if (line.type === "root") {
      expect(line.digest).toBe(hash([line.number, previousRoot, line.at, ...waiting].join("\n")));
      const signature = Buffer.from(line.signature, "base64");
      const signer = createPublicKey(keys[line.key] ?? "");
      expect(verify(null, Buffer.from(line.digest), signer, signature)).toBe(true);
      previousRoot = line.digest;
      waiting = [];
    }
  }
  expect(waiting).toEqual([]);
});

it("does not open what may no longer be read as it was then", () => {
  const { entry } = planWrite(
    {
      action: "put",
      kind: "a/b",
      id: "a",
      data: { id: "a", x: 1, see: "a/c/y" },
      classification: open,
    },
    neverWritten("a/b", "a"),
    new Map(),
    { at, by: "t" },
  );
  if (entry === undefined) throw new Error("nothing was written");
  const none = new Map();
  expect(openLeaf(entry, entry.salt, "public", open, none)?.text).toContain("a/c/y");
  expect(openLeaf(entry, entry.salt, "public", { record: "restricted" }, none)).toBeUndefined();
  const narrow = { record: "public", paths: { "/x": "restricted" } } as const;
  expect(openLeaf(entry, entry.salt, "public", narrow, none)).toBeUndefined();
  const hidden = new Map([["a/c/y", "confidential"]] as const);
  expect(openLeaf(entry, entry.salt, "public", open, hidden)).toBeUndefined();
  expect(openLeaf(entry, null, "public", open, none)).toBeUndefined();
});
