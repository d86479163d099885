import { writeSync } from "node:fs";
import { openSqlite } from "../src/index.ts";
import { batch, item, itemModel, put } from "./place.ts";

/** Writes one number after the other into three records at once, and says of each that it is written. */
const [path = "", start = "0"] = process.argv.slice(2);
const store = await openSqlite({ path });
await store.prepare([itemModel]);
for (let value = Number(start) + 1; ; value += 1) {
  const writes = ["a", "b", "c"].map((id) =>
    put(id, { value, name: `word${value}`, hidden: `x${value}`, see: "test/item/target" }),
  );
  const of = value % 2 === 0 ? "public" : "restricted";
  if (value % 7 === 0 && store.get("public", item, "b") !== undefined)
    await store.commit(batch({ action: "delete", kind: item, id: "b", reason: "seven" }));
  await store.commit(batch(...writes, put("target", { value }, of)));
  writeSync(1, `${value}\n`);
}
