import { calendarDate, currency, decimal, period, record, reference } from "@moothall/core";
import * as z from "zod";
import { amount } from "../amount.ts";
import { outcome } from "./application.ts";
import { recipient } from "./recipient.ts";

/** A service that is bought from a provider over years, often by several funders together. */
export const commissionedService = () =>
  record({
    title: z.string().min(1),
    body: reference("register/body"),
    provider: recipient(),
    fund: reference("funding/fund").optional(),
    legalPower: z.string().min(1).optional(),
    /** How it was bought, where it was: a tender or contract of procurement. */
    procurement: reference("procurement").optional(),
    currency: currency().default("GBP"),
    starts: calendarDate().optional(),
    ends: calendarDate().optional(),
    months: z.int().positive().optional(),
    /** Whole value over its length, where it is known. */
    value: amount().optional(),
    years: z.array(z.strictObject({ year: period(), amount: amount() })).optional(),
    coFunders: z
      .array(
        z.strictObject({
          name: z.string().min(1),
          body: reference("register/body").optional(),
          year: period().optional(),
          /** Not known where a paper only says that they pay. */
          amount: amount().optional(),
        }),
      )
      .optional(),
    outcomes: z.array(outcome()).optional(),
    monitoring: z
      .array(
        z.strictObject({
          date: calendarDate(),
          what: z.string().min(1),
          result: z.string().min(1).optional(),
        }),
      )
      .optional(),
    risks: z
      .array(
        z.strictObject({
          id: z.string().min(1),
          date: calendarDate(),
          text: z.string().min(1),
          rating: z.enum(["low", "medium", "high"]).optional(),
        }),
      )
      .optional(),
    /** What is paid by use, and by which formula: its change is kept, not overwritten. */
    charges: z
      .array(
        z.strictObject({
          year: period(),
          /** What is counted: `hours flown`, `calls for service`. */
          unit: z.string().min(1),
          formula: z.string().min(1).optional(),
          quantity: decimal().optional(),
          /** Pounds for each unit. */
          rate: decimal().optional(),
          amount: amount().optional(),
        }),
      )
      .optional(),
    sensitivity: z.enum(["refuge", "victim-service"]).optional(),
  }).meta({ description: "A commissioned service" });

export type CommissionedService = z.output<ReturnType<typeof commissionedService>>;
