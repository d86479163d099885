import { calendarDate, decimal, money, period, record, reference, shared } from "@moothall/core";
import * as z from "zod";
import {
  awardPublished,
  category,
  notice,
  organisationIdentifier,
  procedure,
  regime,
  supplierName,
} from "./terms.ts";

/** A contract, as the register of contracts shows it. */
export const contractSchema = shared(() =>
  record({
    title: z.string().min(1),
    description: z.string().min(1).optional(),
    body: reference("register/body"),
    number: z.string().min(1).optional(),
    department: z.string().min(1).optional(),
    tender: reference("procurement/tender").optional(),
    award: reference("procurement/award").optional(),
    decision: reference().optional(),
    supplier: supplierName(),
    supplierIdentifier: organisationIdentifier().optional(),
    smallOrMedium: z.boolean().optional(),
    voluntaryOrSocial: z.boolean().optional(),
    /** OCDS status. A contract still pending is restricted until its award is published. */
    status: z.enum(["pending", "active", "cancelled", "terminated"]),
    category: category().optional(),
    procedure: procedure().optional(),
    regime: regime().optional(),
    aboveThreshold: z.boolean().optional(),
    lightTouch: z.boolean().optional(),
    /** Value over its life, without tax; unknown where left out. */
    value: money().optional(),
    valueGross: money().optional(),
    /** Tax that cannot be recovered (Transparency Code). */
    irrecoverableTax: money().optional(),
    period: period().optional(),
    /** Options to extend, in order: `{ months: 12 }` twice for 2 × 12 months. */
    extensions: z
      .array(z.strictObject({ months: z.int().positive(), taken: calendarDate().optional() }))
      .optional(),
    reviewed: calendarDate().optional(),
    signed: calendarDate().optional(),
    ended: calendarDate().optional(),
    /** Supplier, value and period of the contract that it replaces, where papers tell them. */
    previous: z
      .strictObject({
        contract: reference("procurement/contract").optional(),
        supplier: supplierName().optional(),
        value: money().optional(),
        period: period().optional(),
      })
      .optional(),
    /** What the papers say is saved against the previous contract. */
    saving: money().optional(),
    /** Per cent of the previous value, as the papers say it. */
    savingPercent: decimal().optional(),
    /** What could be spent at most, as it was set before. */
    budgetCeiling: money().optional(),
    /** Publication of the contract itself. */
    copyPublished: calendarDate().optional(),
    notices: z.array(notice()).optional(),
    awardPublished: awardPublished(),
  }),
);

/** A change to a contract: notice UK10 before it is made, where the Procurement Act 2023 holds. */
export const contractChangeSchema = shared(() =>
  record({
    contract: reference("procurement/contract"),
    made: calendarDate(),
    reason: z.string().min(1),
    /** Value and period after the change. */
    value: money().optional(),
    period: period().optional(),
    noticePublished: calendarDate().optional(),
    decision: reference().optional(),
  }),
);

export const kpiSchema = shared(() =>
  record({
    contract: reference("procurement/contract"),
    title: z.string().min(1),
    /** What is reached when it is met, and in which unit. */
    target: decimal().optional(),
    unit: z.string().min(1).optional(),
    better: z.enum(["higher", "lower"]).default("higher"),
    published: calendarDate().optional(),
  }),
);

/** How a KPI was met in a period (notice UK9, at least every 12 months). */
export const kpiPerformanceSchema = shared(() =>
  record({
    kpi: reference("procurement/kpi"),
    contract: reference("procurement/contract"),
    period: period(),
    /** What was measured; null where nothing was, which is not zero. */
    value: decimal().nullable(),
    /** Ratings of the Procurement Regulations 2024, reg 39(5). */
    rating: z.enum(["good", "approaching-target", "requires-improvement", "inadequate", "other"]),
    note: z.string().min(1).optional(),
    published: calendarDate().optional(),
  }),
);

export type Contract = z.output<ReturnType<typeof contractSchema>>;
export type ContractChange = z.output<ReturnType<typeof contractChangeSchema>>;
export type Kpi = z.output<ReturnType<typeof kpiSchema>>;
export type KpiPerformance = z.output<ReturnType<typeof kpiPerformanceSchema>>;
