const utf8 = new TextDecoder("utf-8", { fatal: true });
const lossy = new TextDecoder("utf-8");
const windows = new TextDecoder("windows-1252");

/** A cell of bytes read one to one, as text; `foreign` when they are not UTF-8. */
export function decodeCell(
  cell: string,
  readWindows: boolean,
): { readonly text: string; readonly foreign: boolean } {
  const bytes = Buffer.from(cell, "latin1");
  try {
    return { text: utf8.decode(bytes), foreign: false };
  } catch {
    return { text: (readWindows ? windows : lossy).decode(bytes), foreign: true };
  }
}
