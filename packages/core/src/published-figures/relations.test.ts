import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact, ratio as exactRatio, toDecimal } from "../exact.ts";
import {
  checkRelations,
  namedRecords,
  type PrintedFigure,
  type Relation,
  relation,
} from "./index.ts";

const source = { document: "Board pack, 22 May 2017", item: "11A" };
type Figure = Omit<PrintedFigure, "source" | "of">;
const figure = (of: string, value: string, rest: Partial<Figure> = {}): PrintedFigure => ({
  of,
  text: value,
  value,
  ...rest,
  source,
});
const whole = (value: number) => String(value);

/** What the relations say, each having passed its own schema. */
function check(
  printed: readonly PrintedFigure[],
  relations: readonly unknown[],
  documents: Readonly<Record<string, Record<string, unknown>>> = {},
  fields: Record<string, unknown> = {},
) {
  const parsed = relations.map((each) => relation().parse(each) as Relation);
  return checkRelations(
    "meetings/paper/x",
    { ...fields, printed, relations: parsed },
    new Map(Object.entries(documents)),
  );
}
const said = (findings: ReturnType<typeof check>) =>
  findings.map(({ rule, severity }) => `${rule} ${severity}`);

describe("parts and totals", () => {
  const relations = [{ kind: "total", parts: ["part.*"], total: "total" }];
  const table = (parts: readonly string[], total: string, rest: Partial<Figure> = {}) => [
    ...parts.map((part, index) => figure(`part.${index}`, part, rest)),
    figure("total", total, rest),
  ];

  it("are silent for a true table however it is rounded, and speak beyond it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -5_000_000, max: 5_000_000 }), { minLength: 1, maxLength: 12 }),
        fc.constantFrom("0", "1", "10", "1000"),
        (parts, unit) => {
          const print = (value: number) => roundTo(value, unit);
          const total = parts.reduce((left, right) => left + right, 0);
          const printed = table(parts.map(print), print(total), { unit });
          expect(check(printed, relations)).toEqual([]);
          const width = Math.max(1, Number(unit)) * (parts.length + 2);
          const other = whole(Number(print(total)) + 2 * width);
          expect(said(check(table(parts.map(print), other, { unit }), relations))).toEqual([
            "core/total error",
          ]);
        },
      ),
    );
  });

  it("are true of figures that were cut off, which is a warning where nothing says so", () => {
    const cut = table(["1000", "1000", "1000", "1000"], "7000", { unit: "1000" });
    expect(said(check(cut, relations))).toEqual(["core/total warning"]);
    const declared = cut.map((each) => ({ ...each, rounding: "truncated" as const }));
    expect(check(declared, relations)).toEqual([]);
    expect(said(check(table(["1", "2"], "6"), relations))).toEqual(["core/total error"]);
  });

  it("may overlap, or leave parts out, within what is possible", () => {
    const overlap = [{ ...relations[0], overlap: true }];
    expect(check(table(["5", "7"], "9"), overlap)).toEqual([]);
    expect(said(check(table(["5", "7"], "13"), overlap))).toEqual(["core/total error"]);
    expect(said(check(table(["5", "7"], "6"), overlap))).toEqual(["core/total error"]);
    const partial = [{ ...relations[0], partial: true }];
    expect(check(table(["5", "7"], "20"), partial)).toEqual([]);
    expect(said(check(table(["5", "7"], "11"), partial))).toEqual(["core/total error"]);
    const both = [{ ...relations[0], overlap: true, partial: true }];
    expect(check(table(["5", "7"], "20"), both)).toEqual([]);
    expect(said(check(table(["5", "7"], "6"), both))).toEqual(["core/total error"]);
  });

  it("say what follows from what, and where it stands", () => {
    expect(check(table(["£1", "2"], "4"), relations)).toEqual([]);
    expect(check(table(["1", "2"], "4"), relations)[0]).toMatchObject({
      about: "meetings/paper/x",
      message:
        "The parts (1, 2) come to 3; their total is printed as 4 (Board pack, 22 May 2017, 11A).",
      evidence: { total: "4", sum: "3", parts: 2 },
      at: { pointer: "/relations/0" },
    });
  });
});

describe("percentages and ratios", () => {
  const counts = fc
    .tuple(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 5000 }))
    .map(([base, part]) => ({ base, part: Math.min(part, base) }));

  it("are silent as rounded, a warning as cut off, an error beyond", () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(0, 1, 2), ({ base, part }, places) => {
        const true_ = exactRatio(BigInt(part), BigInt(base)).mul(100n);
        const relations = [
          { kind: "percentage", part: "part", base: "base", percentage: "percentage" },
        ];
        const print = (percentage: string, rest: Partial<Figure> = {}) =>
          check(
            [
              figure("part", whole(part)),
              figure("base", whole(base)),
              figure("percentage", percentage, rest),
            ],
            relations,
          );
        const rounded = toDecimal(true_, places);
        const cut = toDecimal(true_, places, "truncate");
        expect(print(rounded)).toEqual([]);
        expect(print(cut, { rounding: "truncated" })).toEqual([]);
        const exactHalf = true_
          .sub(exact(cut))
          .mul(2n)
          .equals(exact("1").div(10n ** BigInt(places)));
        if (cut !== rounded && !exactHalf)
          expect(said(print(cut))).toEqual(["core/percentage warning"]);
        const step = exact("2").div(10n ** BigInt(places));
        for (const wrong of [exact(rounded).add(step), exact(rounded).sub(step)])
          expect(said(print(toDecimal(wrong, places)))).toEqual(["core/percentage error"]);
      }),
    );
  });

  it("are per so many of the base, and of nothing where the base is unknown", () => {
    const figures = [figure("crimes", "1234"), figure("people", "50000")];
    const rate = { kind: "ratio", part: "crimes", base: "people", ratio: "rate", per: "1000" };
    expect(check([...figures, figure("rate", "24.7")], [rate])).toEqual([]);
    expect(said(check([...figures, figure("rate", "25.7")], [rate]))).toEqual(["core/ratio error"]);
    const none = [figure("crimes", "3"), figure("people", "0"), figure("rate", "25.7")];
    expect(check(none, [rate])).toEqual([]);
  });
});

describe("changes", () => {
  it("hold by amount, by per cent and in direction", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 1, max: 10_000 }),
        (from, to) => {
          const way = to > from ? "up" : to < from ? "down" : "same";
          const percent = toDecimal(exactRatio(BigInt(to - from), BigInt(from)).mul(100n), 1);
          const print = (amount: string, share: string, direction?: string) =>
            said(
              check(
                [
                  figure("from", whole(from)),
                  figure("to", whole(to)),
                  figure("amount", amount),
                  figure("percent", share),
                ],
                [
                  {
                    kind: "change",
                    from: "from",
                    to: "to",
                    amount: "amount",
                    percent: "percent",
                    ...(direction && { direction }),
                  },
                ],
              ),
            );
          const unsigned = (text: string) => text.replace(/^-/, "");
          expect(print(whole(to - from), percent)).toEqual([]);
          expect(print(unsigned(whole(to - from)), unsigned(percent), way)).toEqual([]);
          expect(print(whole(to - from + 1), percent)).toEqual(["core/change error"]);
          const wrong = toDecimal(exact(percent).add(exact("0.2")), 1);
          expect(print(whole(to - from), wrong)).toEqual(["core/change error"]);
          const against = way === "up" ? "down" : "up";
          expect(print(whole(to - from), percent, against)).toContain("core/change error");
        },
      ),
    );
  });

  it("of rounded figures go either way within the rounding", () => {
    const rounded = [figure("from", "12", { unit: "1" }), figure("to", "12", { unit: "1" })];
    for (const direction of ["up", "down", "same"])
      expect(check(rounded, [{ kind: "change", from: "from", to: "to", direction }])).toEqual([]);
  });
});

describe("one fact in two places", () => {
  it("agrees in amount, name, day and period", () => {
    const same = (...values: string[]) =>
      said(
        check(
          values.map((value, index) => figure(`place.${index}`, value)),
          [{ kind: "same", figures: ["place.*"] }],
        ),
      );
    expect(same("Workrite", "Workrite")).toEqual([]);
    expect(same("Workrite", "Worksite")).toEqual(["core/same error"]);
    expect(same("2017-05-22", "2017-05", "2017")).toEqual([]);
    expect(same("2017-05-22", "2017-06")).toEqual(["core/same error"]);
    expect(same("FY2016", "2016-04-01/2017-03-31")).toEqual([]);
    expect(same("FY2016", "2017-04-01/2018-03-31")).toEqual(["core/same error"]);
    expect(same("12", "12.00", "13")).toEqual(["core/same error"]);
  });

  it("is read in another record, whose figure may be withheld", () => {
    const relations = [
      { kind: "same", figures: ["cost", { record: "meetings/paper/y", of: "cost" }] },
    ];
    const documents = (value: string) => ({
      "meetings/paper/y": { printed: [figure("cost", value)] },
    });
    expect(check([figure("cost", "5")], relations, documents("5"))).toEqual([]);
    expect(said(check([figure("cost", "5")], relations, documents("6")))).toEqual([
      "core/same error",
    ]);
    expect(check([figure("cost", "5")], relations)).toEqual([]);
    expect([...namedRecords(relations)]).toEqual(["meetings/paper/y"]);
    // The figures of the other record are withheld from this reader, or one of them is not there.
    expect(check([figure("cost", "5")], relations, { "meetings/paper/y": {} })).toEqual([]);
    const other = { "meetings/paper/y": { printed: [figure("other", "5")] } };
    expect(said(check([figure("cost", "5")], relations, other))).toEqual([
      "core/relation-unread warning",
    ]);
    // What a reader sees of a reference that is withheld from them.
    const withheld = { kind: "same", figures: ["cost", { of: "cost" }] };
    expect(relation().safeParse(withheld).success).toBe(false);
    expect(
      checkRelations(
        "meetings/paper/x",
        { printed: [figure("cost", "5")], relations: [withheld] },
        new Map(),
      ),
    ).toEqual([]);
  });
});

describe("ranks", () => {
  it("hold where the list says so, ties sharing a place", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 8 }),
        fc.constantFrom("highest", "lowest"),
        fc.nat(7),
        (values, from, chosen) => {
          const index = chosen % values.length;
          const own = values[index] as number;
          const before = values.filter((value) => (from === "highest" ? value > own : value < own));
          const printed = values.map((value, at) => figure(`area.${at}`, whole(value)));
          const rank = (place: number) =>
            said(
              check(printed, [
                { kind: "rank", list: ["area.*"], figure: `area.${index}`, rank: place, from },
              ]),
            );
          expect(rank(before.length + 1)).toEqual([]);
          const ties = values.filter((value) => value === own).length;
          expect(rank(before.length + ties + 1)).toEqual(["core/rank error"]);
          if (before.length > 0) expect(rank(before.length)).toEqual(["core/rank error"]);
        },
      ),
    );
  });

  it("may be printed as figures, and say what stands before", () => {
    const printed = [figure("a", "82.00"), figure("b", "77.31"), figure("place", "1")];
    const findings = check(printed, [
      { kind: "rank", list: ["a", "b"], figure: "b", rank: "place", from: "highest" },
    ]);
    expect(findings[0]?.message).toContain("it is number 2: 82.00");
  });
});

describe("derived figures", () => {
  it.each([
    ["difference", ["30317.00", "24323.70"], "5993.30", "5993.31"],
    ["sum", ["60.00", "22.00"], "82.00", "82.01"],
    ["product", ["3", "12"], "36", "37"],
    ["quotient", ["100", "3"], "33.33", "33.35"],
  ])("%s", (operation, of, right, wrong) => {
    const derive = (result: string) =>
      said(
        check(
          [...of.map((value, index) => figure(`of.${index}`, value)), figure("result", result)],
          [{ kind: "derived", operation, of: ["of.*"], result: "result" }],
        ),
      );
    expect(derive(right)).toEqual([]);
    expect(derive(wrong)).toEqual(["core/derived error"]);
  });

  it("may take a constant, and what the record holds in a field", () => {
    const relations = [
      {
        kind: "derived",
        operation: "product",
        of: ["/monthly", { constant: "12" }],
        result: "year",
      },
    ];
    expect(check([figure("year", "1200")], relations, {}, { monthly: "100.00" })).toEqual([]);
    expect(said(check([figure("year", "1300")], relations, {}, { monthly: "100.00" }))).toEqual([
      "core/derived error",
    ]);
  });
});

describe("dates", () => {
  it("follow one another", () => {
    const order = (strict: boolean, ...dates: string[]) =>
      said(
        check(
          dates.map((value, index) => figure(`date.${index}`, value)),
          [{ kind: "order", dates: ["date.*"], ...(strict && { strict: true }) }],
        ),
      );
    expect(order(false, "2017-03-07", "2017-03-14", "2017-05-22")).toEqual([]);
    expect(order(false, "2017-03-20", "2017-03-20")).toEqual([]);
    expect(order(true, "2017-03-20", "2017-03-20")).toEqual(["core/order error"]);
    expect(order(false, "2017-03-20", "2017-03-19")).toEqual(["core/order error"]);
    expect(order(false, "2017", "2017-03-19")).toEqual([]);
    expect(order(false, "2007", "2006-12")).toEqual(["core/order error"]);
  });

  it("make periods that can be", () => {
    const period = (rest: object, ...values: string[]) =>
      check(
        [
          ...values.map((value, index) => figure(`head.${index}`, value)),
          figure("lasts", "5"),
          figure("year", "FY2016"),
        ],
        [{ kind: "period", periods: ["head.*"], ...rest }],
      );
    const rules = (rest: object, ...values: string[]) => said(period(rest, ...values));
    const adjoining = { adjoining: true };
    expect(rules(adjoining, "2016-04", "2016-05", "2016-06")).toEqual([]);
    expect(period(adjoining, "2016-04", "2016-06")[0]?.message).toContain("leave a gap");
    expect(
      period(adjoining, "2016-04-01/2016-06-30", "2016-06-30/2016-09-30")[0]?.message,
    ).toContain("overlap");
    expect(period({}, "2017-06-30/2017-01-01")[0]?.message).toContain("ends before it starts");
    expect(rules({ alike: true }, "2016-04", "2016-05")).toEqual([]);
    expect(rules({ alike: true }, "FY2016-Q1", "2016-07")).toEqual(["core/period error"]);
    expect(rules({ within: "year" }, "2016-04", "2017-03")).toEqual([]);
    expect(rules({ within: "year" }, "2016-03")).toEqual(["core/period error"]);
    expect(rules({ years: "lasts" }, "2017-01-01/2021-12-31")).toEqual([]);
    expect(rules({ months: "lasts" }, "2017-01-01/2017-05-31")).toEqual([]);
    expect(rules({ years: "lasts" }, "2017-07-01/2020-11-30")).toEqual(["core/period error"]);
    expect(rules({ weekday: "monday" }, "2017-05-22")).toEqual([]);
    expect(rules({ weekday: "tuesday" }, "2017-05-22")).toEqual(["core/period error"]);
  });

  it("may lie on either side of a break", () => {
    const compared = (from: string, to: string, rest = {}) =>
      said(
        check(
          [figure("from", "100"), figure("to", "150")],
          [
            {
              kind: "comparable",
              from: { figure: "from", period: from },
              to: { figure: "to", period: to },
              break: "2014-04-01",
              change: "Recording was changed.",
              ...rest,
            },
          ],
        ),
      );
    expect(compared("FY2013", "FY2014")).toEqual(["core/comparable warning"]);
    expect(compared("FY2014", "FY2013")).toEqual(["core/comparable warning"]);
    expect(compared("FY2013", "FY2014", { stated: true })).toEqual(["core/comparable note"]);
    expect(compared("FY2014", "FY2015")).toEqual([]);
    expect(compared("FY2012", "FY2013")).toEqual([]);
  });
});

describe("claims in words", () => {
  it.each([
    ["just-over", "2", { silent: ["201", "220"], warning: ["200", "240"], error: ["199", "241"] }],
    ["just-under", "2", { silent: ["199", "180"], warning: ["200", "160"], error: ["201", "159"] }],
    ["plain", "1/2", { silent: ["45", "55"], warning: ["40", "60"], error: ["39", "61"] }],
    ["about", "1/2", { silent: ["45", "55"], warning: ["44", "56"], error: ["39", "61"] }],
    ["over", "1/2", { silent: ["51", "900"], warning: [], error: ["50", "1"] }],
    ["under", "1/2", { silent: ["49", "0"], warning: [], error: ["50", "90"] }],
    ["at-least", "1/2", { silent: ["50", "90"], warning: [], error: ["49"] }],
    ["at-most", "1/2", { silent: ["50", "10"], warning: [], error: ["51"] }],
  ])("%s %s", (qualifier, multiple, expected) => {
    for (const [severity, values] of Object.entries(expected)) {
      for (const value of values) {
        const claim = {
          kind: "claim",
          means: "multiple",
          words: "as printed",
          figure: "figure",
          base: "base",
          multiple,
          qualifier,
        };
        const findings = check([figure("figure", value), figure("base", "100")], [claim]);
        expect([value, ...said(findings)]).toEqual(
          severity === "silent" ? [value] : [value, `core/claim ${severity}`],
        );
      }
    }
  });

  it("of likeness and of direction", () => {
    const alike = (one: string, other: string, more: object = {}) =>
      said(
        check(
          [figure("one", one), figure("other", other)],
          [{ kind: "claim", means: "alike", words: "alike", figures: ["one", "other"], ...more }],
        ),
      );
    expect(alike("100", "105")).toEqual([]);
    expect(alike("100", "110")).toEqual(["core/claim warning"]);
    expect(alike("111", "100")).toEqual(["core/claim error"]);
    const fairly = { qualifier: "about" };
    expect(alike("110", "100", fairly)).toEqual([]);
    expect(alike("111", "100", fairly)).toEqual(["core/claim warning"]);
    expect(alike("121", "100", fairly)).toEqual(["core/claim error"]);
    const across = (direction: string, count?: number) =>
      said(
        check(
          [figure("a.was", "5"), figure("a.is", "4"), figure("b.was", "7"), figure("b.is", "8")],
          [
            {
              kind: "claim",
              means: "direction",
              words: "across all",
              direction,
              changes: ["a", "b"].map((each) => ({ from: `${each}.was`, to: `${each}.is` })),
              ...(count !== undefined && { count }),
            },
          ],
        ),
      );
    expect(across("down")).toEqual(["core/claim error"]);
    expect(across("down", 1)).toEqual([]);
    expect(across("same", 0)).toEqual([]);
    expect(across("up", 2)).toEqual(["core/claim error"]);
  });
});

describe("a figure that is named", () => {
  it("is told of where it is not there", () => {
    expect(said(check([], [{ kind: "same", figures: ["gone"] }]))).toEqual([
      "core/relation-unread warning",
    ]);
  });

  it("may be one of many that a pattern names, in the record's own fields too", () => {
    const fields = { cells: [{ amount: "5" }, { amount: "6.5" }], rate: 0.5 };
    const sum = (total: string) =>
      said(
        check(
          [figure("sum", total)],
          [{ kind: "total", parts: ["/cells/*/amount", "/rate"], total: "sum" }],
          {},
          fields,
        ),
      );
    expect(sum("12")).toEqual([]);
    expect(sum("13")).toEqual(["core/total error"]);
    const row = [figure("a.b.c", "1"), figure("a.c", "2"), figure("ac", "4"), figure("all", "3")];
    expect(check(row, [{ kind: "total", parts: ["a.*c"], total: "all" }])).toEqual([]);
    const slow = [figure("a".repeat(5000), "1"), figure("all", "1")];
    const stars = `${"a*".repeat(2000)}b`;
    expect(said(check(slow, [{ kind: "total", parts: [stars], total: "all" }]))).toEqual([
      "core/relation-unread warning",
    ]);
  });

  it("may be any of printings that disagree, whose disagreement is its own finding", () => {
    const printed = [figure("a", "5"), figure("a", "6"), figure("b", "6")];
    const relations = [{ kind: "derived", operation: "sum", of: ["a", "b"], result: "sum" }];
    expect(check([...printed, figure("sum", "12")], relations)).toEqual([]);
    expect(said(check([...printed, figure("sum", "14")], relations))).toEqual([
      "core/derived error",
    ]);
  });

  it("is a limit where the text says so", () => {
    const below = [figure("price", "24323.70"), figure("budget", "25000", { bound: "at-most" })];
    expect(check(below, [{ kind: "same", figures: ["price", "budget"] }])).toEqual([]);
    expect(
      said(
        check(
          [figure("price", "25000.01"), below[1] as PrintedFigure],
          [{ kind: "same", figures: ["price", "budget"] }],
        ),
      ),
    ).toEqual(["core/same error"]);
  });
});

/** To the nearest so many, half away from zero, as text; exact for 0. */
function roundTo(value: number, unit: string): string {
  if (unit === "0") return whole(value);
  const steps = toDecimal(exactRatio(BigInt(value), BigInt(unit)), 0);
  return (BigInt(steps) * BigInt(unit)).toString();
}
