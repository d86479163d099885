import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { circles, successorsOf } from "./lineage.ts";

const follows = (id: string, ...ids: string[]) => ({
  id,
  successors: ids.map((each) => `register/body/${each}`),
});

describe("successorsOf", () => {
  it("names the successors and theirs, the nearest first, each once", () => {
    const bodies = [follows("a", "b", "c"), follows("b", "d"), follows("c", "d"), follows("d")];
    expect(successorsOf(bodies, "register/body", "a")).toEqual([
      "register/body/b",
      "register/body/c",
      "register/body/d",
    ]);
  });

  it("names a successor that is not recorded", () => {
    expect(successorsOf([follows("a", "gone")], "register/body", "a")).toEqual([
      "register/body/gone",
    ]);
  });

  it("walks a circle once", () => {
    const bodies = [follows("a", "b"), follows("b", "a")];
    expect(successorsOf(bodies, "register/body", "a")).toEqual(["register/body/b"]);
  });

  it("says that there is no such record", () => {
    expect(() => successorsOf([], "register/body", "a")).toThrow(
      expect.objectContaining({ code: "core/not-found" }),
    );
  });
});

describe("circles", () => {
  const circlesOf = (...records: ReturnType<typeof follows>[]) =>
    circles(records, (each) => each.successors);

  it("finds each circle once, from its smallest id", () => {
    expect(
      circlesOf(follows("b", "c"), follows("c", "a"), follows("a", "b"), follows("x", "a")),
    ).toEqual([["a", "b", "c"]]);
  });

  it("finds a record that follows itself", () => {
    expect(circlesOf(follows("a", "a"))).toEqual([["a"]]);
  });

  it("finds none where two ways lead to one record", () => {
    expect(
      circlesOf(follows("a", "b", "c"), follows("b", "d"), follows("c", "d"), follows("d")),
    ).toEqual([]);
  });

  it("finds a circle exactly when some record leads back to itself", () => {
    const names = ["a", "b", "c", "d", "e"];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names)), { maxLength: 8 }),
        (edges) => {
          const records = names.map((name) =>
            follows(name, ...edges.filter(([from]) => from === name).map(([, to]) => to)),
          );
          const reach = new Map(names.map((name) => [name, new Set<string>()]));
          for (let round = 0; round < names.length; round += 1) {
            for (const [from, to] of edges) {
              for (const [, reached] of reach) if (reached.has(from)) reached.add(to);
              reach.get(from)?.add(to);
            }
          }
          const circular = names.some((name) => reach.get(name)?.has(name));
          expect(circlesOf(...records).length > 0).toBe(circular);
        },
      ),
    );
  });
});
