import { describe, expect, it } from "vitest";
import { planReprojection, planWrite, requireWritable } from "./commit-plan.ts";
import { type HeldRecord, neverWritten } from "./held-record.ts";
import type { Write } from "./store.ts";

const occasion = { at: "2026-01-02T00:00:00.000Z", by: "t" };
const none = new Map();
const put = (fields: object, of: "public" | "restricted" = "public"): Write => ({
  action: "put",
  kind: "a/b",
  id: "x",
  data: { id: "x", ...fields },
  classification: { record: of },
});
const created = planWrite(put({ n: 1 }), neverWritten("a/b", "x"), none, occasion);

/** The code of the error that is thrown. */
const code = (work: () => unknown): string => {
  try {
    work();
  } catch (cause) {
    return (cause as { code: string }).code;
  }
  return "none";
};

describe("planWrite", () => {
  it("chains each change to the one before", () => {
    const replaced = planWrite(put({ n: 2 }), created.after, none, occasion);
    expect([created.outcome, replaced.outcome]).toEqual(["created", "replaced"]);
    expect(created.entry?.entry).toBe(1);
    expect(replaced.entry?.entry).toBe(2);
    expect(replaced.after.digest).toBe(replaced.entry?.digest);
    expect(replaced.before).toBe(created.after);
  });

  it("changes nothing for equal data of an equal class", () => {
    expect(planWrite(put({ n: 1 }), created.after, none, occasion).entry).toBeUndefined();
    expect(planWrite(put({ n: 1 }, "restricted"), created.after, none, occasion).outcome).toBe(
      "replaced",
    );
  });

  it("does not go back in time", () => {
    const earlier = { ...occasion, at: "2020-01-01T00:00:00.000Z" };
    expect(planWrite(put({ n: 2 }), created.after, none, earlier).entry?.at).toBe(occasion.at);
  });

  it("tells of an erasure those who could see the record, and keeps its class", () => {
    const hidden = planWrite(put({ n: 1 }, "restricted"), created.after, none, occasion).after;
    const erased = planWrite(
      { action: "erase", kind: "a/b", id: "x", reason: "law" },
      hidden,
      none,
      occasion,
    );
    expect(erased.entry?.seen.public).toBeUndefined();
    expect(erased.entry?.seen.restricted).toMatchObject({ action: "erased" });
    expect(erased.after).toMatchObject({
      state: "erased",
      data: "{}",
      classification: { record: "restricted" },
    });
  });

  it("refuses what does not stand as expected", () => {
    const absent = neverWritten("a/b", "x");
    const version = (number: number) => ({ version: number, clearance: "public" }) as const;
    const write = (expect: Write["expect"]) => ({ ...put({}), ...(expect && { expect }) });
    const refused = (held: HeldRecord, expect: Write["expect"]) =>
      code(() => planWrite(write(expect), held, none, occasion));
    expect(refused(created.after, "absent")).toBe("core/already-exists");
    expect(refused(created.after, version(2))).toBe("core/stale");
    expect(refused(absent, version(0))).toBe("core/stale");
    expect(refused(absent, "absent")).toBe("none");
    expect(refused(created.after, version(1))).toBe("none");
    for (const action of ["delete", "erase"] as const)
      expect(
        code(() => planWrite({ action, kind: "a/b", id: "x", reason: "" }, absent, none, occasion)),
      ).toBe("core/not-found");
  });
});

it("plans nothing for a record in which nobody sees a difference", () => {
  const seen = planWrite(put({ see: "a/c/y" }), neverWritten("a/b", "x"), none, occasion).after;
  expect(planReprojection(seen, none, occasion)).toBeUndefined();
  const hidden = planReprojection(seen, new Map([["a/c/y", "restricted"]]), occasion);
  expect(hidden?.entry?.seen).toMatchObject({ public: { version: 2, document: '{"id":"x"}' } });
  expect(hidden?.entry?.seen.restricted).toBeUndefined();
  expect(planReprojection({ ...seen, state: "deleted" }, none, occasion)).toBeUndefined();
});

it("refuses kinds, ids and data that no record can have", () => {
  for (const wrong of [
    { kind: "a" },
    { kind: "a/b/c" },
    { kind: "A/b" },
    { id: "X" },
    { id: "" },
    { data: { record: 1 } },
  ])
    expect(code(() => requireWritable({ ...put({}), ...wrong } as Write))).toBe("core/bad-input");
  expect(code(() => requireWritable(put({})))).toBe("none");
});
