import { describe, expect, it } from "vitest";
import { checkPosts, type Offices } from "./check-posts.ts";
import type { OfficeHolding } from "./office-holding.ts";
import type { Post } from "./post.ts";

const commissioner: Post = {
  id: "opcc.commissioner",
  title: "Commissioner",
  body: "register/body/opcc",
  elected: true,
  seats: 1,
  validFrom: "2012-11-22",
};
const holding = (person: string, validFrom?: string, validTo?: string): OfficeHolding => ({
  id: person,
  post: "register/post/opcc.commissioner",
  person: `register/person/${person}`,
  validFrom,
  validTo,
});
const sound: Offices = {
  bodies: [{ id: "opcc", name: "OPCC", kind: "commissioner", validFrom: "2012-11-22" }],
  posts: [commissioner],
  persons: ["a", "b"].map((id) => ({
    id,
    name: id.toUpperCase(),
    electedTo: [{ post: "register/post/opcc.commissioner" }],
  })),
  holdings: [holding("a", "2012-11-22", "2016-05-11"), holding("b", "2016-05-12")],
};
const found = (changes: Partial<Offices>) =>
  checkPosts({ ...sound, ...changes }).map(({ rule, about }) => [rule, about]);

describe("checkPosts", () => {
  it("finds nothing where one follows the other", () => {
    expect(found({})).toEqual([]);
  });

  it("finds a post whose body is not there, or not on any of its days", () => {
    expect(found({ bodies: [] })).toEqual([
      ["register/post-without-body", "register/post/opcc.commissioner"],
    ]);
    expect(
      found({
        bodies: [{ id: "opcc", name: "OPCC", kind: "commissioner", validTo: "2012-11-21" }],
      }),
    ).toEqual([["register/post-outlives-body", "register/post/opcc.commissioner"]]);
  });

  it("finds two holders of one seat on one day", () => {
    const holdings = [holding("a", "2012-11-22", "2016-05-12"), holding("b", "2016-05-12")];
    expect(found({ holdings })).toEqual([
      ["register/too-many-holders", "register/office-holding/b"],
    ]);
    expect(found({ holdings, posts: [{ ...commissioner, seats: 2 }] })).toEqual([]);
  });

  it("counts holders on one day and not over all days", () => {
    const holdings = [
      holding("a", "2012-11-22", "2013-11-21"),
      holding("b", "2014-11-22", "2015-11-21"),
      { ...holding("a", "2012-11-22"), id: "c" },
    ];
    expect(found({ holdings, posts: [{ ...commissioner, seats: 2 }] })).toEqual([]);
  });

  it("finds a holding outside the days of its post", () => {
    expect(found({ holdings: [holding("a", "2012-01-01", "2012-11-21")] })).toEqual([
      ["register/holding-outside-post", "register/office-holding/a"],
    ]);
  });

  it("finds a person named for a post that is not elected", () => {
    expect(found({ posts: [{ ...commissioner, elected: false }] })).toEqual([
      ["register/named-without-election", "register/person/a"],
      ["register/named-without-election", "register/person/b"],
    ]);
  });
});
