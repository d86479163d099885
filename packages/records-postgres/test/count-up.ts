import { isMoothallError } from "@moothall/core";
import { openPostgres } from "../src/index.ts";
import { batch, item, itemModel, put } from "./place.ts";

/** Adds one to a number so many times, against whoever else does, and never loses count. */
const [url = "", schema = "", times = "1"] = process.argv.slice(2);
const store = await openPostgres({ url, schema, connections: 2 });
await store.prepare([itemModel]);
for (let done = 0; done < Number(times); ) {
  const found = await store.get("public", item, "count");
  const value = found === undefined ? 1 : JSON.parse(found.text).value + 1;
  const expect =
    found === undefined ? "absent" : ({ version: found.version, clearance: "public" } as const);
  try {
    await store.commit(batch({ ...put("count", { value }), expect }));
    done += 1;
  } catch (cause) {
    const refused = isMoothallError(cause) ? cause.code : "";
    if (!["core/stale", "core/already-exists"].includes(refused)) throw cause;
  }
}
await store.close();
