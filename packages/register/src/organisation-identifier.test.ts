import { describe, expect, it } from "vitest";
import {
  faultOfOrganisationIdentifier,
  organisationIdentifier,
  organisationLists,
  parseOrganisationIdentifier,
} from "./organisation-identifier.ts";

// Codes that the lists themselves give as examples (org-id.guide).
const good = [
  "GB-COH-09506232",
  "GB-COH-07444723",
  "GB-COH-SC123456",
  "GB-COH-R0000567",
  "GB-COH-IP00525R",
  "GB-CHC-277424",
  "GB-CHC-1164883",
  "GB-SC-SC042386",
  "GB-LAE-WOT",
  "GB-LAE-DBY",
  "GB-LAE-GMCA",
  "GB-PLA-AGY",
  "GB-LANI-ANN",
  "GB-NHS-01F",
  "GB-NHS-Z1070",
  "GB-MPR-235C",
];

const bad = [
  ["GB-COH-2974146", "GB-COH-02974146"],
  ["GB-COH-029741466", "eight digits"],
  ["GB-COH-sc123456", "two letters"],
  ["GB-CHC-0277424", "six or seven digits"],
  ["GB-CHC-12345", "six or seven digits"],
  ["GB-SC-042386", "SC and six digits"],
  ["GB-LAE-dby", "capital letters"],
  ["GB-LAE", "prefix of a list"],
  ["derbyshire", "prefix of a list"],
  ["", "prefix of a list"],
] as const;

describe("identifiers of organisations", () => {
  it.each(good)("accepts %s", (text) => {
    expect(faultOfOrganisationIdentifier(text)).toBeUndefined();
  });

  it.each(bad)("refuses '%s' and says why", (text, why) => {
    expect(faultOfOrganisationIdentifier(text)).toContain(why);
    expect(organisationIdentifier().safeParse(text).success).toBe(false);
  });

  it("accepts codes of lists that it does not check", () => {
    expect(parseOrganisationIdentifier("US-EIN-13-1837418")).toEqual({
      list: "US-EIN",
      code: "13-1837418",
      name: undefined,
    });
  });

  it("splits an identifier and names its list", () => {
    expect(parseOrganisationIdentifier("GB-LAE-DBY")).toEqual({
      list: "GB-LAE",
      code: "DBY",
      name: "Local authorities for England register",
    });
  });

  it("throws with a code and a hint", () => {
    expect(() => parseOrganisationIdentifier("GB-COH-1")).toThrow(
      expect.objectContaining({ code: "register/bad-identifier", hint: expect.any(String) }),
    );
  });

  it("gives each list a form that it is written under", () => {
    for (const [prefix, each] of organisationLists) {
      expect(each.list).toBe(prefix);
      expect(each.form.source.startsWith("^") && each.form.source.endsWith("$")).toBe(true);
    }
  });
});
