import { calendarDate, currency, period, record, reference } from "@moothall/core";
import * as z from "zod";
import { amount, share } from "../amount.ts";

export const fundSources = [
  "home-office-grant",
  "ministry-of-justice-grant",
  "police-grant",
  "precept",
  "council",
  "joint",
  "police-property-act",
  "other",
] as const;

/** A purse: where its money comes from, what it holds by year, by which power and within which fences. */
export const fund = () =>
  record({
    title: z.string().min(1),
    body: reference("register/body"),
    source: z.enum(fundSources),
    /** The source in words, such as `Home Office Community Safety Fund`. */
    sourceName: z.string().min(1).optional(),
    /** An id of `legalPowers`, or a citation in words. */
    legalPower: z.string().min(1).optional(),
    currency: currency().default("GBP"),
    years: z
      .array(
        z.strictObject({
          year: period(),
          budget: amount(),
          /** Brought forward from the year before, beside the budget. */
          broughtForward: amount().optional(),
        }),
      )
      .default([]),
    /** Parts that may be spent on one purpose only. */
    ringFences: z
      .array(
        z
          .strictObject({
            id: z.string().min(1),
            purpose: z.string().min(1),
            atLeast: amount().optional(),
            atMost: amount().optional(),
            atMostShare: share().optional(),
          })
          .refine(
            (fence) => fence.atLeast ?? fence.atMost ?? fence.atMostShare,
            "must say at least or at most how much",
          ),
      )
      .optional(),
    /** A former fund that is passed on unchanged for a year, and what is asked for in return. */
    passports: z
      .array(
        z.strictObject({
          fund: reference("funding/fund"),
          year: period(),
          asks: z.string().min(1),
          due: calendarDate().optional(),
        }),
      )
      .optional(),
    validFrom: calendarDate().optional(),
    validTo: calendarDate().optional(),
  }).meta({ description: "A fund" });

export type Fund = z.output<ReturnType<typeof fund>>;
