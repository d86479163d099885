import { currency, period, record, reference } from "@moothall/core";
import * as z from "zod";
import { amount } from "../amount.ts";
import { awardKinds } from "./award.ts";

/**
 * Programmes × partners × years, as a paper sets them out. Its printed totals stand in `printed`
 * under `total`, `total.programme.ID`, `total.partner.ID` and `total.year.FY2017`.
 */
export const allocationTable = () =>
  record({
    title: z.string().min(1),
    body: reference("register/body"),
    fund: reference("funding/fund").optional(),
    decision: reference("meetings/decision").optional(),
    /** As which kind of award the amounts are offered; the law then asks of the table what it asks of them. */
    kind: z.enum(awardKinds).optional(),
    legalPower: z.string().min(1).optional(),
    /** The conditions of all of them in words; an empty list says that there are none. */
    conditions: z.array(z.string().min(1)).optional(),
    objectives: z.array(reference("register/objective")).optional(),
    currency: currency().default("GBP"),
    /** The years for which it holds; those that its cells price may be fewer. */
    years: z.array(period()).min(1),
    programmes: z.array(z.strictObject({ id: z.string().min(1), title: z.string().min(1) })).min(1),
    partners: z
      .array(
        z.strictObject({
          id: z.string().min(1),
          name: z.string().min(1),
          body: reference("register/body").optional(),
        }),
      )
      .default([]),
    cells: z
      .array(
        z
          .strictObject({
            programme: z.string().min(1),
            partner: z.string().min(1).optional(),
            year: period(),
            amount: amount(),
            /** Where one figure stands for several equal ones: 8 × £15,000. */
            count: z.int().positive().optional(),
            each: amount().optional(),
            /** The period that the cell's own words name, where they name one. */
            saysPeriod: period().optional(),
            note: z.string().min(1).optional(),
          })
          .refine(
            (cell) => (cell.count === undefined) === (cell.each === undefined),
            "must have both count and each, or neither",
          ),
      )
      .min(1),
  }).meta({ description: "An allocation of a fund to programmes, partners and years" });

export type AllocationTable = z.output<ReturnType<typeof allocationTable>>;
