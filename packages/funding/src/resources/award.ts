import { calendarDate, currency, period, record, reference } from "@moothall/core";
import * as z from "zod";
import { amount, signedAmount, toPence } from "../amount.ts";
import { outcome } from "./application.ts";
import { recipient } from "./recipient.ts";

export const awardKinds = [
  "crime-and-disorder-reduction-grant",
  "victim-services-grant",
  "grant",
  "match-funding",
  "contribution",
] as const;

export const regrantTypes = [
  "FRG010",
  "FRG020",
  "FRG030",
  "FRG040",
  "FRG050",
  "FRG060",
  "FRG070",
] as const;
export const locationScopes = [
  "GLS010",
  "GLS020",
  "GLS030",
  "GLS040",
  "GLS050",
  "GLS060",
  "GLS099",
] as const;

/** A change of an award: by how much, why and by whose decision. */
export const variation = () =>
  z.strictObject({
    id: z.string().min(1).max(60),
    date: calendarDate(),
    change: signedAmount(),
    /** The year whose amount changes, of an award of several years. */
    year: period().optional(),
    ends: calendarDate().optional(),
    reason: z.string().min(1),
    decision: reference("meetings/decision").optional(),
  });

const location = () =>
  z.strictObject({
    name: z.string().min(1).optional(),
    code: z.string().min(1).optional(),
    codeType: z.string().min(1).optional(),
  });

/** A grant that was awarded. `current` is the amount with its variations, kept so that sums can be guarded. */
export const award = () =>
  record({
    body: reference("register/body"),
    fund: reference("funding/fund").optional(),
    scheme: reference("funding/scheme").optional(),
    round: reference("funding/round").optional(),
    application: reference("funding/application").optional(),
    programme: z.string().min(1).optional(),
    /** Category of the round, where it has ceilings of its own. */
    category: z.string().min(1).optional(),
    kind: z.enum(awardKinds).default("grant"),
    recipient: recipient(),
    title: z.string().min(1).max(300),
    purpose: z.string().min(1).optional(),
    currency: currency().default("GBP"),
    appliedFor: amount().optional(),
    /** As first awarded. */
    amount: amount(),
    current: amount(),
    /** The financial year it is charged to; of several, the first. */
    year: period(),
    /** Of an award of several years: what each year holds now, and what was carried into it. */
    years: z
      .array(
        z.strictObject({ year: period(), amount: amount(), carriedForward: amount().optional() }),
      )
      .optional(),
    /** The day of the decision; absent where all that is known of an older award does not tell it. */
    awarded: calendarDate().optional(),
    starts: calendarDate().optional(),
    ends: calendarDate().optional(),
    decision: reference("meetings/decision").optional(),
    legalPower: z.string().min(1).optional(),
    /** Why the funder held that it would secure its purpose (SI 2011/3050, Schedule, paragraph 3(f)). */
    reason: z.string().min(1).optional(),
    /** The conditions in words; an empty list says that there are none, absent that it is not known. */
    conditions: z.array(z.string().min(1)).optional(),
    objectives: z.array(reference("register/objective")).optional(),
    outcomes: z.array(outcome()).optional(),
    area: reference("register/area").optional(),
    location: location().optional(),
    locationScope: z.enum(locationScopes).optional(),
    regrant: z.enum(regrantTypes).optional(),
    /** The award out of which this one is paid on. */
    regrantOf: reference("funding/award").optional(),
    /** Of a joint award: what the funders give together, of which this is our part. */
    jointTotal: amount().optional(),
    department: z.string().min(1).optional(),
    openCall: z.boolean().optional(),
    variations: z.array(variation()).default([]),
    /** Refuges and services for victims are published without anything that locates them. */
    sensitivity: z.enum(["refuge", "victim-service"]).optional(),
    publishedOn: calendarDate().optional(),
    publication: z.url().optional(),
    subsidy: z
      .strictObject({
        scheme: z.string().min(1).optional(),
        confirmed: calendarDate(),
        entered: calendarDate().optional(),
        minimalFinancialAssistance: z.boolean().optional(),
      })
      .optional(),
    withdrawn: z.strictObject({ date: calendarDate(), reason: z.string().min(1) }).optional(),
  })
    .refine(
      (each) =>
        toPence(each.current) ===
        each.variations.reduce((sum, one) => sum + toPence(one.change), toPence(each.amount)),
      { path: ["current"], message: "must be the amount with its variations" },
    )
    .meta({ description: "A grant that was awarded" });

export type Award = z.output<ReturnType<typeof award>>;
