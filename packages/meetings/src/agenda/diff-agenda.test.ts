import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffAgenda, isSameAgenda } from "./diff-agenda.ts";

describe("diffAgenda", () => {
  it("tells what was added, taken out, moved and changed", () => {
    const before = [
      { id: "a", number: "1", title: "Apologies", papers: [] },
      { id: "b", number: "2", title: "Budget", papers: [{ id: "p", version: 1 }] },
      { id: "c", number: "3", title: "Estates" },
    ];
    const after = [
      { id: "a", number: "1", title: "Apologies", papers: [] },
      { id: "c", number: "2", title: "Estates" },
      { id: "b", number: "3", title: "Budget", papers: [{ id: "p", version: 2 }, { id: "q" }] },
      { id: "d", number: "4", title: "Any other business" },
    ];
    expect(diffAgenda(before, after)).toEqual({
      added: ["d"],
      removed: [],
      moved: [
        { id: "c", from: 2, to: 1 },
        { id: "b", from: 1, to: 2 },
      ],
      changed: [
        { id: "c", changes: [{ field: "number", from: "3", to: "2" }] },
        { id: "b", changes: [{ field: "number", from: "2", to: "3" }] },
      ],
      papers: [
        {
          item: "b",
          added: ["q"],
          removed: [],
          changed: [{ id: "p", changes: [{ field: "version", from: "1", to: "2" }] }],
        },
      ],
    });
  });

  it("finds nothing between an agenda and itself, and what is new in one is missing in the other", () => {
    const agenda = fc.uniqueArray(
      fc.record({ id: fc.stringMatching(/^[a-z]{1,3}$/), title: fc.string() }),
      { selector: ({ id }) => id },
    );
    fc.assert(
      fc.property(agenda, agenda, (before, after) => {
        expect(isSameAgenda(diffAgenda(before, before))).toBe(true);
        const there = diffAgenda(before, after);
        const back = diffAgenda(after, before);
        expect(there.added).toEqual(back.removed);
        expect(there.removed).toEqual(back.added);
      }),
    );
  });
});
