import { describe, expect, it } from "vitest";
import type { Body } from "./body.ts";
import { checkBodies } from "./check-bodies.ts";

const council = (id: string, more: Partial<Body> = {}): Body => ({
  id,
  name: id,
  kind: "council",
  ...more,
});
const found = (...bodies: Body[]) =>
  checkBodies(bodies).map(({ rule, about, severity, at }) => [rule, about, severity, at?.pointer]);

describe("checkBodies", () => {
  it("finds nothing in bodies that agree", () => {
    expect(
      found(
        council("old", { validTo: "2012-11-21", successors: ["register/body/new"] }),
        council("new", {
          identifiers: ["GB-LAE-DBY"],
          validFrom: "2012-11-22",
          legalProfiles: [
            { profile: "commissioner", validTo: "2028-05-04" },
            { profile: "successor", validFrom: "2028-05-05" },
          ],
        }),
      ),
    ).toEqual([]);
  });

  it("finds one identifier on two bodies, and twice on one", () => {
    expect(
      found(
        council("a", { identifiers: ["GB-LAE-DBY"] }),
        council("b", { identifiers: ["GB-LAE-DER", "GB-LAE-DBY"] }),
      ),
    ).toEqual([["register/identifier-twice", "register/body/b", "error", "/identifiers/1"]]);
    expect(found(council("a", { identifiers: ["GB-LAE-DBY", "GB-LAE-DBY"] }))).toEqual([
      ["register/identifier-twice", "register/body/a", "warning", "/identifiers/1"],
    ]);
  });

  it("finds two legal profiles on one day", () => {
    expect(
      found(
        council("a", {
          legalProfiles: [
            { profile: "one", validTo: "2028-05-05" },
            { profile: "two", validFrom: "2028-05-05" },
          ],
        }),
      ),
    ).toEqual([["register/profiles-overlap", "register/body/a", "error", "/legalProfiles/1"]]);
  });

  it("finds a successor that is not there on the day after", () => {
    expect(
      found(
        council("old", { validTo: "2012-11-21", successors: ["register/body/new"] }),
        council("new", { validFrom: "2012-11-23" }),
      ),
    ).toEqual([["register/successor-not-valid", "register/body/old", "warning", "/successors/0"]]);
  });

  it("finds a body that is part of itself", () => {
    expect(found(council("a", { parent: "register/body/a" }))).toEqual([
      ["register/parent-circle", "register/body/a", "error", "/parent"],
    ]);
  });
});
