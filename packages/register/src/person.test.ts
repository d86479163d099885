import { describe, expect, it } from "vitest";
import { person } from "./person.ts";
import { post } from "./post.ts";

describe("who may be named", () => {
  const named = { id: "a", name: "A. Holder" };

  it("refuses a person without an election", () => {
    expect(person().safeParse(named).success).toBe(false);
    expect(person().safeParse({ ...named, electedTo: [] }).success).toBe(false);
  });

  it("accepts a person who was elected to a post", () => {
    const result = person().safeParse({
      ...named,
      electedTo: [{ post: "register/post/opcc.commissioner", poll: "2016-05-05" }],
    });
    expect(result.success).toBe(true);
  });

  it("has no field for a name on a post", () => {
    const officer = { id: "opcc.treasurer", title: "Treasurer", body: "register/body/opcc" };
    expect(post().parse(officer)).toEqual({ ...officer, elected: false, seats: 1 });
    for (const field of ["name", "holder", "person", "email"]) {
      expect(post().safeParse({ ...officer, [field]: "A. Officer" }).success).toBe(false);
    }
  });
});
