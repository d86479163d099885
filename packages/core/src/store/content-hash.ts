import { createHash } from "node:crypto";
import { canonicalText } from "./canonical.ts";
import type { Store } from "./store.ts";

/**
 * One hash (SHA-256, hexadecimal) over all records as they are now, in full: equal for equal
 * content on any driver, whatever its history. Proves a copy.
 */
export async function contentHash(store: Pick<Store, "records">): Promise<string> {
  const hash = createHash("sha256");
  for await (const { kind, id, data, classification } of store.records())
    hash.update(`${canonicalText([kind, id, data, classification])}\n`);
  return hash.digest("hex");
}
