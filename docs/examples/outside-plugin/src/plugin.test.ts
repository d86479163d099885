import { pluginContract } from "@moothall/core/testing";
import { describe, expect, test } from "vitest";
import { type Case, daysOpen, findingsOf } from "./index.ts";
import plugin from "./plugin.ts";

// What every plugin holds to.
for (const { name, hold } of pluginContract(plugin)) test(name, hold);

test("days are counted over the end of a month and the change of the clocks", () => {
  expect(daysOpen("2026-05-01", "2026-05-01")).toBe(0);
  expect(daysOpen("2026-02-27", "2026-04-01")).toBe(33);
  expect(() => daysOpen("2026-05-02", "2026-05-01")).toThrow("before it was opened");
});

describe("findings", () => {
  const open: Case = { id: "c-1", place: "High Street", opened: "2026-05-01" };
  const rulesFor = (each: Case, today: string) =>
    findingsOf(each, today, 28).map(({ rule }) => rule);

  test("a case is overdue on the day after the last that is allowed", () => {
    expect(rulesFor(open, "2026-05-29")).toEqual([]);
    expect(rulesFor(open, "2026-05-30")).toEqual(["noise-complaints/overdue"]);
    expect(rulesFor({ ...open, closed: "2026-05-30" }, "2026-06-30")).toEqual([]);
  });

  test("a case that is closed before it is opened is an error", () => {
    expect(rulesFor({ ...open, closed: "2026-04-30" }, "2026-05-01")).toEqual([
      "noise-complaints/closed-before-opened",
    ]);
  });
});
