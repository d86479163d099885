import { calendarDate, decimal, instant, reference } from "@moothall/core";
import { expect, it } from "vitest";
import * as z from "zod";
import { cellFault } from "./cell-fault.ts";
import { findingsOf } from "./faults.ts";

it.each([
  ["£2,400.00", decimal(), "'£2,400.00' is no amount: write 2400.00, the number alone"],
  ["12 pounds", decimal(), "'12 pounds' is no amount: write a number such as 2400.00"],
  ["", decimal(), "is missing"],
  [
    "31/02/2026",
    calendarDate(),
    "'31/02/2026' is no day of the calendar; days are written as yyyy-mm-dd",
  ],
  ["31/01/2026", calendarDate(), "'31/01/2026' is no date: write 2026-01-31"],
  [
    "01/05/2026",
    calendarDate(),
    "'01/05/2026' is no date: write it as yyyy-mm-dd, such as 2026-05-01",
  ],
  ["2026-02-31", calendarDate(), "'2026-02-31' is no day of the calendar"],
  [
    "9 May, 18:30",
    instant(),
    "'9 May, 18:30' is no moment: write date, time and zone, such as 2026-05-01T09:30:00+01:00",
  ],
  ["opne", z.enum(["open", "closed"]), "'opne' is not one of: open, closed"],
  ["perhaps", z.boolean(), "'perhaps' is neither yes nor no"],
  ["twelve", z.int(), "'twelve' is no number: write it as 1250.5"],
  [
    "testshire",
    reference("register/body"),
    "'testshire' is no reference: write register/body/testshire",
  ],
  [
    "The Council",
    reference("register/body"),
    "'The Council' is no reference: write register/body/id",
  ],
])("of %s it says what to write", (cell, schema, words) => {
  const { error } = schema.safeParse(cell);
  const [finding] = findingsOf("a", error as z.ZodError);
  expect(cellFault(cell, finding?.message ?? "")).toBe(words);
});
