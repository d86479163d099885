import { isMoothallError } from "@moothall/core";
import { openSqlite } from "../src/index.ts";
import { batch, item, put } from "./place.ts";

/** Adds one to a number so many times, against whoever else does, and never loses count. */
const [path = "", times = "1"] = process.argv.slice(2);
const store = await openSqlite({ path, patience: 20_000 });
for (let done = 0; done < Number(times); ) {
  const found = store.get("public", item, "count");
  if (found === undefined) throw new Error("there is nothing to count");
  const value = JSON.parse(found.text).value + 1;
  const expect = { version: found.version, clearance: "public" } as const;
  try {
    await store.commit(batch({ ...put("count", { value }), expect }));
    done += 1;
  } catch (cause) {
    if (!isMoothallError(cause) || cause.code !== "core/stale") throw cause;
  }
}
await store.close();
