import { isMoothallError } from "@moothall/core";
import { describe, expect, it } from "vitest";
import { checkCeilings } from "../checks/check-ceilings.ts";
import { fundPositionReport } from "../reports/fund-position.ts";
import { award } from "../resources/award.ts";
import { fund } from "../resources/fund.ts";
import { payment } from "../resources/payment.ts";
import { recovery } from "../resources/recovery.ts";
import { position } from "./position.ts";
import { vary } from "./vary.ts";

const body = "register/body/opcc";
const theFund = fund().parse({
  id: "csf",
  title: "Fund",
  body,
  source: "police-grant",
  years: [
    { year: "FY2023", budget: "1000" },
    { year: "FY2024", budget: "1000", broughtForward: "50.50" },
  ],
});
const make = (id: string, amount: string, more: object = {}) =>
  award().parse({
    id,
    body,
    fund: "funding/fund/csf",
    recipient: {},
    title: id,
    amount,
    current: amount,
    year: "FY2024",
    awarded: "2024-07-01",
    ...more,
  });
const paid = (id: string, of: string, amount: string) =>
  payment().parse({
    id,
    award: `funding/award/${of}`,
    amount,
    status: "paid",
    released: amount,
    paid: amount,
    paidOn: "2024-08-01",
  });

const awards = [
  make("a", "600"),
  make("b", "500", {
    year: "FY2023",
    years: [
      { year: "FY2023", amount: "300" },
      { year: "FY2024", amount: "200", carriedForward: "25" },
    ],
  }),
  make("c", "100", { regrantOf: "funding/award/a" }),
  make("d", "900", { withdrawn: { date: "2024-08-01", reason: "x" } }),
  make("e", "5", { fund: "funding/fund/other" }),
];
const ledger = {
  awards,
  payments: [
    paid("p1", "a", "400.25"),
    payment().parse({
      id: "p2",
      award: "funding/award/b",
      amount: "100",
      status: "released",
      released: "100",
      year: "FY2024",
    }),
  ],
  recoveries: [
    recovery().parse({
      id: "r",
      award: "funding/award/a",
      amount: "20",
      received: "10.10",
      reason: "underspend",
      demanded: "2025-01-01",
    }),
  ],
};

describe("position", () => {
  it("gives every year of every award to its own year, and counts regranted money once", () => {
    const result = position(theFund, ledger);
    expect(result.years).toEqual([
      {
        year: "FY2023",
        budget: "1000.00",
        committed: "300.00",
        released: "0.00",
        paid: "0.00",
        recovered: "0.00",
        free: "700.00",
      },
      {
        year: "FY2024",
        budget: "1050.50",
        committed: "800.00",
        released: "500.25",
        paid: "400.25",
        recovered: "10.10",
        free: "260.60",
      },
    ]);
    expect(result.total.free).toBe("960.60");
    const [table] = fundPositionReport(theFund, ledger).blocks;
    expect(table?.type === "table" && table.rows.at(-1)?.cells.at(-1)?.text).toBe("£960.60");
  });

  it("refuses to add pounds to euros", () => {
    try {
      position(theFund, { ...ledger, awards: [make("x", "1", { currency: "EUR" })] });
      expect.unreachable();
    } catch (error) {
      expect(isMoothallError(error) && error.code).toBe("funding/mixed-currencies");
    }
  });

  it("is exceeded by a penny and the check says so", () => {
    const records = { funds: [theFund], schemes: [], rounds: [] };
    expect(checkCeilings({ ...records, awards: [...awards, make("f", "250.50")] })).toEqual([]);
    expect(
      checkCeilings({ ...records, awards: [...awards, make("f", "250.51")] }).map(
        ({ rule, evidence }) => [rule, evidence.used],
      ),
    ).toEqual([["funding/over-ceiling", "1050.51"]]);
  });
});

describe("vary", () => {
  const change = (text: string, more: object = {}) => ({
    id: "1",
    date: "2024-09-01",
    change: text,
    reason: "r",
    ...more,
  });
  const codeOf = (call: () => unknown) => {
    try {
      call();
    } catch (error) {
      return isMoothallError(error) ? error.code : error;
    }
    return undefined;
  };

  it("keeps the amount, its variations and its years equal", () => {
    const [one, several] = awards as [(typeof awards)[0], (typeof awards)[0]];
    const varied = vary(one, change("-100.10", { ends: "2025-12-31" }), "400.25");
    expect(varied).toMatchObject({ amount: "600", current: "499.90", ends: "2025-12-31" });
    expect(award().safeParse(varied).success).toBe(true);
    expect(vary(several, change("50", { year: "FY2025" }), "0").years).toContainEqual({
      year: "FY2025",
      amount: "50.00",
    });
    expect(vary(several, change("-50", { year: "FY2024" }), "0").years).toContainEqual({
      year: "FY2024",
      amount: "150.00",
      carriedForward: "25",
    });
  });

  it("refuses to fall below what was released, to vary twice, and to leave the year open", () => {
    const [one, several] = awards as [(typeof awards)[0], (typeof awards)[0]];
    expect(codeOf(() => vary(one, change("-199.76"), "400.25"))).toBe("funding/below-released");
    expect(codeOf(() => vary(vary(one, change("1"), "0"), change("1"), "0"))).toBe(
      "funding/variation-twice",
    );
    expect(codeOf(() => vary(several, change("-1"), "0"))).toBe("funding/year-needed");
    expect(codeOf(() => vary(several, change("-301", { year: "FY2023" }), "0"))).toBe(
      "funding/below-released",
    );
  });
});
