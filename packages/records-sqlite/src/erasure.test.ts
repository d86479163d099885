import { readdirSync, readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { batch, item, itemModel, Place, put } from "../test/place.ts";
import { openSqlite } from "./index.ts";

let place: Place;
beforeEach(() => {
  place = new Place();
});
afterEach(() => place.remove());

const planted = "zanzibarisch";

const filesThatHold = (text: string): string[] =>
  readdirSync(place.folder).filter((name) =>
    readFileSync(place.path(name)).toString("latin1").toLowerCase().includes(text),
  );

it("leaves nothing of what was erased in any file", async () => {
  const store = await openSqlite({ path: place.path() });
  await store.prepare([
    { ...itemModel, fields: { ...itemModel.fields, tags: { type: "text", many: true } } },
  ]);
  for (let round = 0; round < 30; round += 1)
    await store.commit(
      batch(
        put(`other${round}`, { name: `kept ${round} `.repeat(50), value: round }),
        put("subject", {
          name: `${planted}${round}`,
          tags: [`${planted} tag`, `t${round}`],
          text: `${planted} ${"lived here ".repeat(round * 40)}`,
        }),
        put("hidden", { text: `${planted} ${round}` }, round % 2 === 0 ? "public" : "confidential"),
      ),
    );
  await store.commit(
    batch({ action: "delete", kind: item, id: "hidden", reason: `wrong ${planted}` }),
  );
  await store.prepare([itemModel]);
  expect(filesThatHold(planted)).not.toEqual([]);
  await store.commit(
    batch(
      { action: "erase", kind: item, id: "subject", reason: "asked for" },
      { action: "erase", kind: item, id: "hidden", reason: "asked for" },
    ),
  );
  expect(filesThatHold(planted)).toEqual([]);
  expect(store.counts("public").get(item)).toBe(30);
  await store.close();
  expect(filesThatHold(planted)).toEqual([]);
});
