import { describe, expect, it } from "vitest";
import { enterSubsidyBy, publishMonthlyBy, publishYearlyBy } from "../law/publication-duties.ts";
import { allocationTable } from "../resources/allocation-table.ts";
import { award } from "../resources/award.ts";
import { budget } from "../resources/budget.ts";
import { payment } from "../resources/payment.ts";
import { round } from "../resources/round.ts";
import { checkLaw } from "./check-law.ts";

const body = "register/body/opcc";
const none = {
  awards: [],
  rounds: [],
  schemes: [],
  funds: [],
  tables: [],
  payments: [],
  budgets: [],
};
const make = (more: object = {}) =>
  award().parse({
    id: "a",
    body,
    kind: "crime-and-disorder-reduction-grant",
    recipient: { name: "x", kind: "voluntary" },
    title: "x",
    purpose: "Sessions",
    amount: "100000",
    current: "100000",
    year: "FY2024",
    awarded: "2024-07-31",
    legalPower: "prsra-2011-s9",
    reason: "Less disorder",
    conditions: [],
    objectives: ["register/objective/opcc.2024.1"],
    publishedOn: "2024-08-31",
    ...more,
  });
const rules = (more: object, today = "2024-09-15") =>
  checkLaw({ ...none, awards: [make(more)] }, today).map((each) => each.rule);

describe("checkLaw", () => {
  it("passes a grant with all that the order asks for, published by the end of the next month", () => {
    expect(rules({})).toEqual([]);
    expect(publishMonthlyBy("2024-07-31")).toBe("2024-08-31");
    expect(publishMonthlyBy("2024-01-01")).toBe("2024-02-29");
    expect(publishMonthlyBy("2024-12-05")).toBe("2025-01-31");
    expect(publishYearlyBy("FY2024")).toBe("2025-04-30");
    expect(enterSubsidyBy("2024-11-30")).toBe("2025-02-28");
  });

  it.each([
    [{ legalPower: undefined }, "funding/no-legal-power"],
    [{ awarded: "2011-07-01", publishedOn: "2011-07-02" }, "funding/power-not-in-force"],
    [{ legalPower: "asbcpa-2014-s143" }, "funding/power-does-not-fit"],
    [{ awarded: undefined }, "funding/no-award-date"],
    [{ purpose: undefined }, "funding/no-purpose"],
    [{ reason: undefined }, "funding/no-reason"],
    [{ conditions: undefined }, "funding/no-conditions"],
    [{ objectives: [] }, "funding/no-objective"],
    [{ publishedOn: "2024-09-01" }, "funding/published-late"],
    [{ publishedOn: undefined }, "funding/not-published"],
    [{ subsidy: { confirmed: "2024-05-01" } }, "funding/subsidy-entry"],
    [{ subsidy: { confirmed: "2024-05-01", entered: "2024-08-02" } }, "funding/subsidy-entry"],
    [
      {
        subsidy: { confirmed: "2024-05-01", scheme: "x" },
        amount: "100000.01",
        current: "100000.01",
      },
      "funding/subsidy-entry",
    ],
    [
      {
        kind: "grant",
        department: "Community safety",
        awarded: "2023-05-01",
        year: "FY2023",
        publishedOn: undefined,
      },
      "funding/not-published",
    ],
  ])("flags %o with %s", (change, rule) => {
    expect(rules(change)).toEqual([rule]);
  });

  it("says once of a round what is so of all its awards", () => {
    const about = "funding/round/r";
    const aRound = round().parse({ id: "r", title: "x", body, year: "FY2024" });
    const awards = ["a", "b"].map((id) => make({ id, round: about, legalPower: undefined }));
    const found = (all: typeof awards) =>
      checkLaw({ ...none, rounds: [aRound], awards: all }, "2024-09-15").map((each) => [
        each.rule,
        each.about,
      ]);
    expect(found(awards)).toEqual([["funding/no-legal-power", about]]);
    expect(found([...awards, make({ id: "c", round: about })])).toEqual([
      ["funding/no-legal-power", "funding/award/a"],
      ["funding/no-legal-power", "funding/award/b"],
    ]);
  });

  it("asks of a table of offers what it asks of awards", () => {
    const offered = (more: object) =>
      checkLaw(
        {
          ...none,
          tables: [
            allocationTable().parse({
              id: "t",
              title: "x",
              body,
              kind: "crime-and-disorder-reduction-grant",
              years: ["FY2024"],
              programmes: [{ id: "p", title: "p" }],
              cells: [{ programme: "p", year: "FY2024", amount: "1" }],
              ...more,
            }),
          ],
        },
        "2024-09-15",
      ).map((each) => each.rule);
    const whole = {
      legalPower: "prsra-2011-s9",
      conditions: [],
      objectives: ["register/objective/opcc.2024.1"],
    };
    expect(offered(whole)).toEqual([]);
    expect(offered({ ...whole, legalPower: "asbcpa-2014-s143" })).toEqual([
      "funding/power-does-not-fit",
    ]);
    expect(offered({})).toEqual([
      "funding/no-legal-power",
      "funding/no-conditions",
      "funding/no-objective",
    ]);
    expect(offered({ kind: undefined })).toEqual([]);
  });

  it("leaves alone what the law leaves alone", () => {
    expect(rules({ subsidy: { confirmed: "2024-05-01", scheme: "x" } })).toEqual([]);
    expect(
      rules({ subsidy: { confirmed: "2024-05-01", minimalFinancialAssistance: true } }),
    ).toEqual([]);
    expect(rules({ subsidy: { confirmed: "2024-08-01" } })).toEqual([]);
    expect(rules({ legalPower: "A power of our own charter" })).toEqual([]);
    expect(rules({ publishedOn: undefined }, "2024-08-31")).toEqual([]);
    expect(
      rules({ withdrawn: { date: "2024-08-01", reason: "x" }, publishedOn: undefined }),
    ).toEqual([]);
  });

  it("publishes other spending above £500, and budgets before their year", () => {
    const spent = (paid: string) =>
      checkLaw(
        {
          ...none,
          awards: [make({ kind: "grant" })],
          payments: [
            payment().parse({
              id: "p",
              award: "funding/award/a",
              amount: paid,
              released: paid,
              status: "paid",
              paid,
              paidOn: "2024-08-05",
            }),
          ],
        },
        "2024-10-01",
      ).map((each) => each.rule);
    expect(spent("500")).toEqual([]);
    expect(spent("500.01")).toEqual(["funding/not-published"]);
    const published = (publishedOn: string) =>
      checkLaw(
        {
          ...none,
          budgets: [
            budget().parse({ id: "b", title: "b", body, year: "FY2024", total: "1", publishedOn }),
          ],
        },
        "2024-10-01",
      );
    expect(published("2024-03-31")).toEqual([]);
    expect(published("2024-04-01").map((each) => each.rule)).toEqual([
      "funding/budget-published-late",
    ]);
  });
});
