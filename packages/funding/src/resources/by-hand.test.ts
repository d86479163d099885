import { describe, expect, it } from "vitest";
import { award } from "./award.ts";
import { awardByHand, paymentByHand } from "./by-hand.ts";
import { payment } from "./payment.ts";

const anAward = (more: object = {}) =>
  award().parse({
    id: "a",
    body: "register/body/opcc",
    recipient: { name: "Hall" },
    title: "Evenings",
    amount: "5",
    current: "5",
    year: "FY2024",
    awarded: "2024-07-01",
    ...more,
  });
const aPayment = (status: string, more: object = {}) =>
  payment().parse({
    id: "p",
    award: "funding/award/a",
    amount: "5",
    status,
    ...(status === "released" && { released: "5", releasedBy: "two" }),
    ...(status === "paid" && { released: "5", paid: "5", paidOn: "2024-08-01" }),
    ...more,
  });
const refused = expect.objectContaining({ code: "funding/by-operation-only" });
const application = "funding/application/a";

describe("awardByHand", () => {
  it("lets an award without application be written, and its words be mended", () => {
    expect(() => awardByHand(anAward(), undefined)).not.toThrow();
    expect(() =>
      awardByHand(anAward({ application, title: "New" }), anAward({ application })),
    ).not.toThrow();
  });

  it.each([
    [anAward({ application }), undefined],
    [anAward({ application }), anAward()],
    [anAward({ amount: "6", current: "6" }), anAward()],
    [anAward({ years: [{ year: "FY2024", amount: "5" }] }), anAward()],
  ])("refuses what would pass by the ceilings (%#)", (after, before) => {
    expect(() => awardByHand(after, before)).toThrow(refused);
  });
});

describe("paymentByHand", () => {
  it.each([
    [aPayment("paid"), undefined],
    [aPayment("paid", { releasedBy: "two" }), aPayment("released")],
    [aPayment("stopped"), aPayment("prepared")],
    [aPayment("prepared", { reason: "x" }), aPayment("prepared")],
  ])("lets what needs no second person (%#)", (after, before) => {
    expect(() => paymentByHand(after, before)).not.toThrow();
  });

  it.each([
    [aPayment("prepared"), undefined],
    [aPayment("released"), undefined],
    [aPayment("paid", { releasedBy: "two" }), undefined],
    [aPayment("released"), aPayment("prepared")],
    [aPayment("paid"), aPayment("prepared")],
    [aPayment("released", { amount: "6", released: "6" }), aPayment("released")],
    [aPayment("prepared", { preparedBy: "other" }), aPayment("prepared", { preparedBy: "one" })],
    [aPayment("stopped"), aPayment("paid")],
  ])("refuses what one person could release (%#)", (after, before) => {
    expect(() => paymentByHand(after, before)).toThrow(refused);
  });
});
