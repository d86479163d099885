import { describe, expect, it } from "vitest";
import { readItems, replayed } from "./items.ts";

const bytes = async function* (...texts: readonly string[]) {
  for (const text of texts) yield Buffer.from(text);
};
const all = async (items: AsyncIterable<unknown>) => {
  const read: unknown[] = [];
  for await (const item of items) read.push(item);
  return read;
};

describe("replayed", () => {
  it("gives the same bytes to each reading, also where the one before broke off", async () => {
    const again = replayed(bytes('{"a":1}\n', '{"a":2}\n', '{"a":3}'));
    for await (const first of readItems("json-lines", again())) {
      expect(first).toEqual({ a: 1 });
      break;
    }
    const whole = [{ a: 1 }, { a: 2 }, { a: 3 }];
    expect(await all(readItems("json-lines", again()))).toEqual(whole);
    expect(await all(readItems("json-lines", again()))).toEqual(whole);
  });
});
