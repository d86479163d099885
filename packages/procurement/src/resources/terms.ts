import { calendarDate, source } from "@moothall/core";
import * as z from "zod";

/** Name of a supplier as it signs, a company or another organisation. */
export const supplierName = () => z.string().min(1).max(300);

/** Identifiers of an organisation after org-id.guide: `GB-COH-01234567`. */
export const organisationIdentifier = () =>
  z
    .string()
    .regex(/^[A-Z0-9]{2,}-[A-Z0-9_]+-.+$/, "must be an org-id identifier such as GB-COH-01234567")
    .meta({ description: "Identifier of an organisation after org-id.guide" });

export const category = () => z.enum(["goods", "services", "works"]);

/** OCDS procurement methods. */
export const procedure = () => z.enum(["open", "selective", "limited", "direct"]);

/** The law that a procurement began under; it stays under it to its end. */
export const regime = () =>
  z.enum([
    "procurement-act-2023",
    "public-contracts-regulations-2015",
    "public-contracts-scotland-regulations-2015",
  ]);

/** A notice on the central platform, by the United Kingdom's own types, UK1 to UK17. */
export const notice = () =>
  z.strictObject({
    type: z.string().regex(/^UK(?:[1-9]|1[0-7])$/, "must be a notice type from UK1 to UK17"),
    published: calendarDate(),
    url: z.url().optional(),
    /** For UK9 and UK17: the last day of the period that it reports on. */
    periodEnd: calendarDate().optional(),
  });

/** When the award was published, from which day what the law publishes is public. */
export const awardPublished = () => calendarDate().optional();

/** The public paper that already printed this record, so that all of it is public. */
export const disclosedIn = () => source().optional();
