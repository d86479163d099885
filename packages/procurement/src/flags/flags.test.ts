import { describe, expect, it } from "vitest";
import type { Release } from "../merge/order-releases.ts";
import { flags } from "./flags.ts";

interface Bidding {
  readonly id: string;
  readonly amount?: number;
  readonly status?: string;
  readonly date?: string;
  readonly by?: string;
  readonly currency?: string;
}

const process = (number: number, bids: readonly Bidding[], more: object = {}): Release => ({
  ocid: `ocds-213czf-${number}`,
  buyer: { id: "buyer" },
  bids: {
    details: bids.map(({ id, amount, status, date, by, currency }) => ({
      id,
      status: status ?? "valid",
      date,
      tenderers: [{ id: by ?? `tenderer-${id}` }],
      ...(amount !== undefined && { value: { amount, currency: currency ?? "GBP" } }),
    })),
  },
  awards: bids.length > 0 ? [{ id: "1", status: "active", relatedBid: bids[0]?.id }] : [],
  ...more,
  tender: {
    id: "1",
    procurementMethod: "open",
    tenderPeriod: { startDate: "2026-01-01T00:00:00Z", endDate: "2026-02-01T00:00:00Z" },
    ...(more as { tender?: object }).tender,
  },
});

const numbers = (...releases: readonly Release[]) =>
  flags(releases).map(({ evidence }) => evidence.flag);
const two: readonly Bidding[] = [
  { id: "a", amount: 100 },
  { id: "b", amount: 120 },
];

describe("flags", () => {
  it("raises none for a plain process", () => {
    expect(numbers(process(1, two))).toEqual([]);
  });

  it("R003: under 15 days, by moments and not by text", () => {
    const period = (startDate: string, endDate: string) =>
      numbers(process(1, two, { tender: { tenderPeriod: { startDate, endDate } } }));
    expect(period("2026-01-01T00:00:00Z", "2026-01-15T23:59:59Z")).toEqual(["R003"]);
    expect(period("2026-01-01T00:00:00Z", "2026-01-16T00:00:00Z")).toEqual([]);
    expect(period("2026-01-01T00:00:00Z", "2026-01-16T00:00:00+01:00")).toEqual(["R003"]);
    expect(period("2026-01-01", "2026-01-02")).toEqual([]);
  });

  it("R018: one tenderer in an open or selective procedure", () => {
    expect(numbers(process(1, [two[0] as Bidding]))).toEqual(["R018"]);
    expect(
      numbers(process(1, [two[0] as Bidding], { tender: { procurementMethod: "direct" } })),
    ).toEqual([]);
  });

  it("R028: the same amount from different tenderers, in one currency", () => {
    const same = (by: string, currency = "GBP") =>
      numbers(
        process(1, [
          { id: "a", amount: 100, by: "x" },
          { id: "b", amount: 100, by, currency },
        ]),
      );
    expect(same("y")).toEqual(["R028"]);
    expect(same("x")).toEqual(["R018"]);
    expect(same("y", "EUR")).toEqual([]);
  });

  it("R030: the winning bid came after the end", () => {
    const at = (date: string) =>
      numbers(process(1, [{ ...(two[0] as Bidding), date }, two[1] as Bidding]));
    expect(at("2026-02-01T00:00:01Z")).toEqual(["R030"]);
    expect(at("2026-02-01T00:30:00+01:00")).toEqual([]);
  });

  it("R035 and R036: all others disqualified, the lowest among them", () => {
    const out = (amount: number) =>
      numbers(
        process(1, [
          { id: "a", amount: 100 },
          { id: "b", amount, status: "disqualified" },
        ]),
      );
    expect(out(120)).toEqual(["R035"]);
    expect(out(90)).toEqual(["R035", "R036"]);
  });

  it("R024 and R058: gaps beyond the fences, with the fences as evidence", () => {
    const gap = (number: number, second: number) =>
      process(number, [
        { id: "a", amount: 100 },
        { id: "b", amount: second },
      ]);
    const usual = [110, 111, 112, 113, 114, 115, 116, 117].map((second, index) =>
      gap(index, second),
    );
    const found = flags([...usual, gap(50, 190), gap(51, 100.01)]);
    expect(found.map(({ about, evidence }) => [about, evidence.flag])).toEqual([
      ["ocds-213czf-50", "R058"],
      ["ocds-213czf-51", "R024"],
    ]);
    expect(found[0]?.evidence).toMatchObject({ gap: "0.900000", compared: 10 });
  });

  it("R025, R038 and R048: tenderers, buyers and suppliers beyond the others", () => {
    const cpv = (id: number) => ({
      tender: { items: [{ id: "1", classification: { scheme: "CPV", id: `${id}000` } }] },
    });
    const quiet = Array.from({ length: 12 }, (_, index) =>
      process(
        index,
        [
          { id: "w", amount: 100, by: `winner-${index}` },
          { id: "l", amount: 130 + index, by: `other-${index}` },
        ],
        { buyer: { id: `buyer-${index}` }, ...cpv(1000) },
      ),
    );
    const busy = Array.from({ length: 9 }, (_, index) =>
      process(
        100 + index,
        [
          { id: "w", amount: 100, by: "everywhere" },
          { id: "l", amount: 150 + index, by: "never-wins" },
          { id: "d", amount: 170, by: `out-${index}`, status: "disqualified" },
        ],
        {
          buyer: { id: "strict" },
          awards: [
            { id: "1", status: "active", relatedBid: "w", suppliers: [{ id: "everywhere" }] },
          ],
          ...cpv(2000 + index),
        },
      ),
    );
    const withSuppliers = quiet.map((each, index) => ({
      ...each,
      awards: [
        { id: "1", status: "active", relatedBid: "w", suppliers: [{ id: `winner-${index}` }] },
      ],
    }));
    const found = flags([...withSuppliers, ...busy]).map(
      ({ about, evidence }) => `${evidence.flag} ${about}`,
    );
    expect(found).toContain("R025 never-wins");
    expect(found).not.toContain("R025 everywhere");
    expect(found).toContain("R038 strict");
    expect(found).toContain("R048 everywhere");
  });

  it("skips what came to nothing", () => {
    expect(numbers(process(1, [two[0] as Bidding], { tender: { status: "cancelled" } }))).toEqual(
      [],
    );
  });

  it("takes any JSON without falling over", () => {
    expect(
      flags([{}, { tender: [], bids: 3, awards: {} }, { bids: { details: [null, { id: 1 }] } }]),
    ).toEqual([]);
  });
});
