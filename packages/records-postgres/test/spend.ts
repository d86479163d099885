import { isMoothallError } from "@moothall/core";
import { openPostgres } from "../src/index.ts";
import { batch, item, put } from "./place.ts";

/** Spends from a fund by random amounts until nothing is left of it, and says how often it did. */
const [url = "", schema = "", name = "", ceiling = "0"] = process.argv.slice(2);
const store = await openPostgres({ url, schema, connections: 2 });
let spent = 0;
for (;;) {
  const [row] = await store.aggregate("public", item, { sum: ["amount"] });
  const sum = row?.sum.amount ?? "0";
  const left = Number(ceiling) - Math.round(Number(sum) * 100);
  if (left <= 0) break;
  const pence = Math.min(left, 1 + Math.floor(Math.random() * (Number(ceiling) / 40)));
  try {
    await store.commit({
      ...batch(put(`${name}-${spent}`, { amount: (pence / 100).toFixed(2) })),
      totals: [{ clearance: "public", kind: item, where: [], sum: "amount", equals: sum }],
    });
    spent += 1;
  } catch (cause) {
    if (!isMoothallError(cause) || cause.code !== "core/conflict") throw cause;
  }
}
process.stdout.write(String(spent));
await store.close();
