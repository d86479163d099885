import { momentOfIndex } from "./common-fields.ts";
import type { StoredText } from "./store.ts";

/** What is told of a record that was seen and is not any more; the moments as they are indexed. */
export function goneItem(
  id: string,
  version: number,
  createdIndex: string,
  modifiedIndex: string,
): StoredText {
  const created = momentOfIndex(createdIndex);
  const modified = momentOfIndex(modifiedIndex);
  const record = { version, created, modified, deleted: true };
  return { id, text: JSON.stringify({ id, record }), version, modified, touched: modified };
}
