import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isQuorate, quorumOf } from "./quorum.ts";
import { tally, type VoteOption, voteOptions } from "./tally.ts";

const electorate = ["a", "b", "c", "d", "e"];

describe("tally", () => {
  it("counts named votes against the frozen electorate", () => {
    const votes = [
      { member: "a", option: "yes" },
      { member: "b", option: "yes" },
      { member: "c", option: "no" },
      { member: "d", option: "abstain" },
    ] as const;
    expect(tally({ electorate, requirement: "simple-majority", votes, quorum: 3 })).toMatchObject({
      counts: { yes: 2, no: 1, abstain: 1, absent: 1 },
      present: 4,
      quorate: true,
      needed: 2,
      result: "carried",
    });
    expect(tally({ electorate, requirement: "absolute-majority", votes }).result).toBe("lost");
    expect(tally({ electorate, requirement: "two-thirds-of-votes", votes }).result).toBe("carried");
    expect(tally({ electorate, requirement: "two-thirds-of-members", votes }).result).toBe("lost");
    expect(tally({ electorate, requirement: "simple-majority", votes, quorum: 5 }).result).toBe(
      "inquorate",
    );
  });

  it("uses a casting vote only where the votes are equal", () => {
    const counts = { yes: 2, no: 2 };
    const common = { electorate, requirement: "simple-majority" } as const;
    expect(tally({ ...common, counts }).result).toBe("tied");
    expect(tally({ ...common, counts, castingVote: "yes" })).toMatchObject({
      result: "carried",
      castingVoteUsed: true,
    });
    expect(tally({ ...common, counts: { yes: 1, no: 2 }, castingVote: "yes" })).toMatchObject({
      result: "lost",
      castingVoteUsed: false,
    });
  });

  it.each([
    ["meetings/no-right-to-vote", [{ member: "z", option: "yes" }]],
    [
      "meetings/voted-twice",
      [
        { member: "a", option: "yes" },
        { member: "a", option: "no" },
      ],
    ],
  ] as const)("refuses with %s", (code, votes) => {
    expect(() => tally({ electorate, requirement: "simple-majority", votes })).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it("refuses more votes than members", () => {
    expect(() => tally({ electorate, requirement: "simple-majority", counts: { yes: 6 } })).toThrow(
      expect.objectContaining({ code: "meetings/votes-do-not-add-up" }),
    );
  });

  it("accounts for every member once, named or counted", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...voteOptions), { minLength: 1, maxLength: 30 }),
        (options) => {
          const members = options.map((_, index) => `m${index}`);
          const votes = options.map((option, index) => ({ member: `m${index}`, option }));
          const named = tally({ electorate: members, requirement: "simple-majority", votes });
          const counts: Partial<Record<VoteOption, number>> = {};
          for (const option of options) counts[option] = (counts[option] ?? 0) + 1;
          expect(Object.values(named.counts).reduce((sum, each) => sum + each, 0)).toBe(
            members.length,
          );
          expect(tally({ electorate: members, requirement: "simple-majority", counts })).toEqual(
            named,
          );
        },
      ),
    );
  });
});

describe("quorum", () => {
  it("rounds a fraction up and keeps the least", () => {
    expect(quorumOf({ fraction: [1, 4], least: 1 }, 17)).toBe(5);
    expect(quorumOf({ fraction: [1, 4], least: 3 }, 8)).toBe(3);
    expect(isQuorate(17, 4)).toBe(false);
    expect(isQuorate(17, 5)).toBe(true);
    expect(isQuorate(9, 3, { number: 3, least: 1 })).toBe(true);
  });
});
