import { expect, it } from "vitest";
import { exact } from "../exact.ts";
import { between, meets, multiply, point } from "./interval.ts";

const upTo = (high: string) => between(null, exact(high));
const from = (low: string) => between(exact(low), null);
const is = (number: string) => point(exact(number));

it.each([
  ["22 of up to 5000", multiply(is("22"), upTo("5000")), "110000", "110001"],
  ["up to 5000, 22 times", multiply(upTo("5000"), is("22")), "110000", "110001"],
  ["2 of at least 400", multiply(is("2"), from("400")), "800", "799"],
  ["at least 2 of at least 3", multiply(from("2"), from("3")), "6", "5"],
])("limits a product of which one side has no limit: %s", (_, product, within, beyond) => {
  expect(meets(product, is(within))).toBe(true);
  expect(meets(product, is(beyond))).toBe(false);
});

it("limits no product of two that may be of either sign and without limit", () => {
  expect(meets(multiply(upTo("2"), upTo("3")), is("1000"))).toBe(true);
  expect(meets(multiply(between(exact("-2"), exact("2")), from("3")), is("-1000"))).toBe(true);
});
