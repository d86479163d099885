/** What a file turns out to hold, by its first bytes. */
export type FileKind = { readonly kind: "csv" | "json" } | NotAFileOfGrants;

/** A file that cannot hold grants: empty, or of another kind. */
export type NotAFileOfGrants =
  | { readonly kind: "empty" }
  | { readonly kind: "other"; readonly name: string; readonly advice: string };

const spreadsheet = "Open it, and save the sheet of grants as CSV (UTF-8).";

/** Tells by its first bytes whether a file can hold grants. */
export function fileKindOf(first: Uint8Array): FileKind {
  const other = (name: string, advice: string): FileKind => ({ kind: "other", name, advice });
  const begins = (...bytes: number[]) => bytes.every((byte, index) => first[index] === byte);
  if (begins(0x50, 0x4b, 0x03, 0x04))
    return other("a zipped file, such as XLSX or ODS", spreadsheet);
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return other("an old Office file, such as XLS", spreadsheet);
  if (begins(0x25, 0x50, 0x44, 0x46)) return other("a PDF", "Ask for the data as CSV or JSON.");
  if (begins(0x1f, 0x8b)) return other("a gzipped file", "Unpack it first.");
  if (begins(0xff, 0xfe) || begins(0xfe, 0xff)) return { kind: "csv" };
  const text = Buffer.from(first)
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "");
  if (text.includes("\0")) return other("not text", "Give CSV or JSON.");
  const [mark] = text.trimStart();
  if (mark === undefined) return { kind: "empty" };
  if (mark === "<") return other("a web page or XML", "Ask for the data as CSV or JSON.");
  if (mark === "{" || mark === "[") return { kind: "json" };
  return { kind: "csv" };
}
