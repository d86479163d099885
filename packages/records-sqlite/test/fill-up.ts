import { isMoothallError } from "@moothall/core";
import { openSqlite } from "../src/index.ts";
import { batch, itemModel, put } from "./place.ts";

/** Writes until it is refused, and says how many batches are written and with which code it ended. */
const [path = ""] = process.argv.slice(2);
const store = await openSqlite({ path });
await store.prepare([itemModel]);
let written = 0;
try {
  for (;;) {
    await store.commit(batch(put(`p${written}`, { value: written, name: "x".repeat(20_000) })));
    written += 1;
  }
} catch (cause) {
  const code = isMoothallError(cause) ? cause.code : String(cause);
  const held = store.counts("public").get("test/item") ?? 0;
  process.stdout.write(`${JSON.stringify({ written, held, code })}\n`);
}
process.exit(0);
