import { isMoothallError } from "@moothall/core";
import { describe, expect, it } from "vitest";
import { total } from "../amount.ts";
import { costSplit } from "../resources/cost-split.ts";
import { partnersOn, sharesOf } from "./cost-shares.ts";

/** The rule for the costs of domestic homicide reviews: seven ways from September 2011, then six (Safer Communities Board, February 2013). */
const reviews = costSplit().parse({
  id: "scb-derbyshire.review-costs",
  title: "Costs of domestic homicide reviews",
  rule: "equal",
  partners: [
    { id: "constabulary", name: "Derbyshire Constabulary" },
    { id: "police-authority", name: "Derbyshire Police Authority", to: "2012-11-21" },
    { id: "county", name: "Derbyshire County Council" },
    { id: "probation", name: "Derbyshire Probation Trust" },
    { id: "fire", name: "Derbyshire Fire & Rescue Service" },
    { id: "health", name: "Derbyshire PCT", to: "2013-03-31" },
    {
      id: "clinical-commissioning",
      name: "The Clinical Commissioning Group concerned",
      chosenByCase: true,
      from: "2013-04-01",
      replaces: "health",
    },
    { id: "district", name: "The district concerned", chosenByCase: true },
  ],
});
const chosen = {
  district: { name: "Chesterfield" },
  "clinical-commissioning": { name: "North Derbyshire" },
};

describe("sharesOf", () => {
  it("divides seven ways before the bodies changed and six ways after", () => {
    const before = sharesOf(reviews, { date: "2012-06-01", total: "7700.00", chosen });
    expect(before.shares.map((each) => each.amount)).toEqual(
      Array.from({ length: 7 }, () => "1100.00"),
    );
    expect(before.shares.find((each) => each.id === "district")?.name).toBe("Chesterfield");
    const after = sharesOf(reviews, { date: "2013-04-01", total: "7700.00", chosen });
    expect(after.shares).toHaveLength(6);
    expect(total(after.shares.map((each) => each.amount as string))).toBe("7700.00");
    expect(partnersOn(reviews, "2012-12-01").map((each) => each.id)).not.toContain(
      "police-authority",
    );
  });

  it("takes a stretch of days in which nobody joins or leaves, and no other", () => {
    const within = (date: string) => sharesOf(reviews, { date, total: "7700.00", chosen }).shares;
    expect(within("2011-09-01/2012-11-21")).toHaveLength(7);
    expect(within("2012-11-22/2013-03-31")).toHaveLength(6);
    expect(within("2013-04-01/..")).toHaveLength(6);
    expect(() => within("2012-11-21/2012-11-22")).toThrow(
      expect.objectContaining({ code: "funding/partners-change-within" }),
    );
    expect(() => within("2012-01-01/..")).toThrow("'Derbyshire Police Authority' joins or leaves");
  });

  it("says who shares while the cost is not known", () => {
    expect(
      sharesOf(reviews, { date: "2013-04-01", chosen }).shares.map((each) => each.amount),
    ).toEqual(Array.from({ length: 6 }, () => null));
  });

  it("asks for the partner of the case, and for somebody at all", () => {
    const codeOf = (call: () => unknown) => {
      try {
        call();
      } catch (error) {
        return isMoothallError(error) ? error.code : error;
      }
      return undefined;
    };
    expect(codeOf(() => sharesOf(reviews, { date: "2012-06-01", total: "1" }))).toBe(
      "funding/partner-not-chosen",
    );
    const ended = {
      ...reviews,
      partners: reviews.partners.map((each) => ({ ...each, to: "2011-01-01" })),
    };
    expect(codeOf(() => sharesOf(ended, { date: "2012-06-01", total: "1", chosen }))).toBe(
      "funding/no-partner-that-day",
    );
  });
});
