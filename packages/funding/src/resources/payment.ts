import { calendarDate, currency, instant, period, record, reference } from "@moothall/core";
import * as z from "zod";
import { amount } from "../amount.ts";

/**
 * A payment under an award. Prepared by one person and released by another; `released` holds the
 * amount once the second person has let it go, so that releases can be added up.
 */
export const payment = () =>
  record({
    award: reference("funding/award"),
    body: reference("register/body").optional(),
    schedule: reference("funding/payment-schedule").optional(),
    instalment: z.string().min(1).optional(),
    currency: currency().default("GBP"),
    amount: amount(),
    year: period().optional(),
    status: z.enum(["prepared", "released", "paid", "stopped"]),
    released: amount().optional(),
    paid: amount().optional(),
    /** Ids of callers, never names: for the audit, confidential. */
    preparedBy: z.string().min(1).optional(),
    preparedAt: instant().optional(),
    releasedBy: z.string().min(1).optional(),
    releasedAt: instant().optional(),
    paidOn: calendarDate().optional(),
    /** Value-added tax that cannot be reclaimed, of the amount. */
    irrecoverableVat: amount().optional(),
    merchantCategory: z.string().min(1).optional(),
    publishedOn: calendarDate().optional(),
    reason: z.string().min(1).optional(),
  })
    .refine(
      (each) =>
        each.status === "paid"
          ? each.paid !== undefined && each.paidOn !== undefined
          : each.paid === undefined,
      {
        path: ["paid"],
        message: "must be there, with its date, when the payment is paid, and only then",
      },
    )
    .meta({ description: "A payment under an award" });

export type Payment = z.output<ReturnType<typeof payment>>;
