import { describe, expect, it } from "vitest";
import { allocationTableReport } from "../reports/allocation-table.ts";
import { allocationTable } from "../resources/allocation-table.ts";
import { application } from "../resources/application.ts";
import { award } from "../resources/award.ts";
import { costSplit } from "../resources/cost-split.ts";
import { round } from "../resources/round.ts";
import { checkLedger } from "./check-ledger.ts";
import { checkPrintedTotals } from "./check-printed-totals.ts";

const body = "register/body/opcc-derbyshire";
const none = { tables: [], rounds: [], applications: [], awards: [], splits: [], schemes: [] };
const pack = { document: "Strategic Governance Board pack, 22 May 2017", table: "Table 1" };
const printed = (of: string, text: string, value: string) => ({ of, text, value, source: pack });

/** The Community Safety Fund 2017–18 as its paper prints it (decision report of May 2017, Table 1). */
const csps = [
  "amber-valley",
  "bolsover",
  "chesterfield",
  "dales",
  "erewash",
  "high-peak",
  "north-east",
  "south",
];
const partnership: readonly (readonly [string, string])[] = [
  ...csps.map((each) => [each, "25000"] as const),
  ["sporting-futures", "35000"],
  ["crc", "26000"],
  ["housing", "72484"],
  ["ecins", "59000"],
  ["appropriate-adults", "10000"],
  ["lcjb", "10000"],
  ["remedi", "40000"],
];
const table2017 = allocationTable().parse({
  id: "opcc-derbyshire.community-safety.2017",
  title: "Award of Community Safety Grants 2017/18",
  body,
  years: ["FY2017", "FY2018", "FY2019"],
  programmes: [
    { id: "dip", title: "Drug Interventions Programme main grant" },
    { id: "youth", title: "Youth crime and substance misuse prevention" },
    { id: "partnership", title: "Community Safety/Partnership Funding" },
  ],
  partners: [
    { id: "county", name: "Derbyshire County Council" },
    { id: "city", name: "Derby City Council" },
    ...partnership.map(([id]) => ({ id, name: id })),
  ],
  cells: [
    { programme: "dip", partner: "county", year: "FY2017", amount: "170000" },
    { programme: "youth", partner: "county", year: "FY2017", amount: "113480" },
    { programme: "youth", partner: "city", year: "FY2017", amount: "50666" },
    ...partnership.map(([partner, amount]) => ({
      programme: "partnership",
      partner,
      year: "FY2017",
      amount,
      ...(partner === "remedi" && { saysPeriod: "FY2016" }),
    })),
  ],
  printed: [
    printed("total.programme.dip", "£170,000", "170000"),
    printed("total.programme.youth", "£172,251", "172251"),
    printed("total.programme.partnership", "£448,484", "448484"),
    printed("total", "£794,735", "794735"),
  ],
});

describe("checkPrintedTotals", () => {
  const findings = checkPrintedTotals({ ...none, tables: [table2017] });
  const said = (rule: string) => findings.filter((each) => each.rule === rule);

  it("says of the 2017–18 table which column totals do not follow from their cells", () => {
    expect(
      said("funding/printed-total").map(({ at, evidence }) => [
        at?.pointer,
        evidence.printed,
        evidence.computed,
      ]),
    ).toEqual(
      [
        ["total.programme.youth", "172251", "164146.00"],
        ["total.programme.partnership", "448484", "452484.00"],
        ["total", "794735", "786630.00"],
      ].toSorted((left, right) => order(left[0] as string) - order(right[0] as string)),
    );
  });

  it("says that its printed column totals do not add up to its printed grand total", () => {
    expect(said("funding/printed-totals-disagree")[0]?.evidence).toEqual({
      sum: "790735.00",
      printed: "794735",
      likely: "total.programme.partnership",
    });
    expect(said("funding/printed-totals-disagree")[0]?.message).toContain(
      "With 452484.00, the sum of its cells, in place of £448,484",
    );
  });

  it("names no likely slip where two totals could be it", () => {
    const cells = [
      { programme: "a", year: "FY2017", amount: "11" },
      { programme: "b", year: "FY2017", amount: "21" },
    ];
    const doubtful = allocationTable().parse({
      id: "t",
      title: "t",
      body,
      years: ["FY2017"],
      programmes: [
        { id: "a", title: "a" },
        { id: "b", title: "b" },
      ],
      cells,
      printed: [
        printed("total.programme.a", "£10", "10"),
        printed("total.programme.b", "£20", "20"),
        printed("total", "£31", "31"),
      ],
    });
    const [found] = checkPrintedTotals({ ...none, tables: [doubtful] }).filter(
      (each) => each.rule === "funding/printed-totals-disagree",
    );
    expect(found?.evidence).toEqual({ sum: "30.00", printed: "31" });
  });

  it("says once of a figure that is printed alike in two places", () => {
    const twice = {
      ...table2017,
      printed: [
        printed("total", "£794,735", "794735"),
        { ...printed("total", "£794,735", "794735"), source: { ...pack, paragraph: "3.6" } },
      ],
    };
    const found = checkPrintedTotals({ ...none, tables: [twice] }).filter(
      (each) => each.rule === "funding/printed-total",
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain("paragraph 3.6");
    expect(found[0]?.message).toContain("8105.00 less");
  });

  it("says that a row names another year, and that two of three approved years have no amounts", () => {
    expect(said("funding/cell-of-another-period")[0]?.evidence).toMatchObject({
      says: "FY2016",
      year: "FY2017",
    });
    expect(said("funding/years-without-amounts")[0]?.evidence).toEqual({
      without: "FY2018, FY2019",
    });
  });

  it("shows printed and computed totals side by side", () => {
    const shown = allocationTableReport(table2017).blocks.find((each) => each.id === "printed");
    expect(
      shown?.type === "table" && shown.rows.map((row) => [row.cells[1]?.text, row.cells[2]?.text]),
    ).toContainEqual(["£448,484.00", "£452,484.00"]);
  });

  it("passes the 2012–13 Home Office fund: 322 = 120 + 66 + 82 + 54, and each its count", () => {
    const source = { document: "Safer Communities Board pack, February 2013" };
    const home = allocationTable().parse({
      id: "scb-derbyshire.home-office.2012",
      title: "Home Office Community Safety Fund 2012–13",
      body,
      years: ["FY2012"],
      programmes: ["asb-officers", "csp-programme", "iom-officers", "idva"].map((id) => ({
        id,
        title: id,
      })),
      cells: [
        { programme: "asb-officers", year: "FY2012", amount: "120000", count: 8, each: "15000" },
        { programme: "csp-programme", year: "FY2012", amount: "66000", count: 8, each: "8250" },
        { programme: "iom-officers", year: "FY2012", amount: "82000" },
        { programme: "idva", year: "FY2012", amount: "54000" },
      ],
      printed: [{ of: "total", text: "£322k", value: "322000", unit: "1000", source }],
    });
    expect(checkPrintedTotals({ ...none, tables: [home] })).toEqual([]);
    const ledger = {
      funds: [],
      awards: [],
      schedules: [],
      payments: [],
      applications: [],
      services: [],
      budgets: [],
      precepts: [],
      recoveries: [],
    };
    expect(checkLedger({ ...ledger, tables: [home] })).toEqual([]);
    const wrong = {
      ...home,
      cells: home.cells.with(0, { ...home.cells[0], each: "15001" } as never),
    };
    expect(checkLedger({ ...ledger, tables: [wrong] }).map((each) => each.rule)).toEqual([
      "funding/cell-count",
    ]);
  });

  it("holds a round's printed counts and values against its records", () => {
    const asked = [
      "2500",
      "1989.80",
      "2500",
      "700",
      "2500",
      "2500",
      "2500",
      "1850",
      "2500",
      "1750",
      "2500",
      "2490.90",
    ];
    const aRound = round().parse({
      id: "opcc-derbyshire.small.2016-2",
      title: "Small grants, round two",
      body,
      year: "FY2016",
      printed: [
        printed("applications.count", "15 applications", "15"),
        printed("applications.value", "£33,780.70", "33780.70"),
        printed("awards.count", "12 projects", "12"),
        printed("awards.value", "£26,280.70", "26280.70"),
      ],
    });
    const at = `funding/round/${aRound.id}`;
    const awards = asked.map((amount, index) =>
      award().parse({
        id: `a${index}`,
        body,
        round: at,
        recipient: { name: "x" },
        title: "x",
        amount,
        current: amount,
        year: "FY2016",
        awarded: "2017-05-22",
      }),
    );
    expect(checkPrintedTotals({ ...none, rounds: [aRound], awards })).toEqual([]);
    const others = ["2500", "2500", "2500"];
    const applications = [...asked, ...others].map((amount, index) =>
      application().parse({ id: `p${index}`, round: at, applicant: {}, title: "x", asked: amount }),
    );
    expect(checkPrintedTotals({ ...none, rounds: [aRound], awards, applications })).toEqual([]);
    expect(checkPrintedTotals({ ...none, rounds: [aRound], awards: awards.slice(1) })).toHaveLength(
      2,
    );
  });

  it("holds what is only reported of a round against its limits", () => {
    const reported = (value: string, count = "22") =>
      checkPrintedTotals({
        ...none,
        rounds: [
          round().parse({
            id: "r",
            title: "Themed round",
            body,
            year: "FY2021",
            maximum: "5000",
            awardsReported: 22,
            printed: [
              printed("awards.count", count, count),
              printed("awards.value", `£${value}`, value),
            ],
          }),
        ],
      }).map((each) => each.rule);
    expect(reported("100000")).toEqual([]);
    expect(reported("110000.01")).toEqual(["funding/reported-beyond-limits"]);
    expect(reported("100000", "21")).toEqual(["funding/printed-total"]);
  });

  it("takes a rounded share of a cost for what it is", () => {
    const rule = (text: string, value: string) =>
      costSplit().parse({
        id: "s",
        title: "s",
        partners: Array.from({ length: 7 }, (_, index) => ({ id: `p${index}`, name: "p" })),
        costs: [{ id: "c", title: "c", date: "2012-06-01", total: "7730.00" }],
        printed: [{ ...printed("cost.c.share", text, value), unit: "100" }],
      });
    expect(checkPrintedTotals({ ...none, splits: [rule("approx. £1,100", "1100")] })).toEqual([]);
    expect(checkPrintedTotals({ ...none, splits: [rule("approx. £1,200", "1200")] })).toHaveLength(
      1,
    );
    const ways = (value: string) => ({
      ...rule("approx. £1,100", "1100"),
      printed: [printed("cost.c.ways", `${value} ways`, value)],
    });
    expect(checkPrintedTotals({ ...none, splits: [ways("7")] })).toEqual([]);
    expect(checkPrintedTotals({ ...none, splits: [ways("6")] })).toHaveLength(1);
  });
});

const order = (name: string): number =>
  ["total.programme.dip", "total.programme.youth", "total.programme.partnership", "total"].indexOf(
    name,
  );
