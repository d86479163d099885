import { calendarDate, record, reference, storedFile } from "@moothall/core";
import * as z from "zod";
import { publicWhenPublished, publishing } from "./publishing.ts";

/** One issue of a paper: as first sent out, late, or corrected, with the file that was sent. */
export const paperVersion = () =>
  record({
    paper: reference("meetings/paper"),
    version: z.int().positive(),
    issued: calendarDate().optional(),
    reason: z.enum(["first", "late", "correction", "replacement", "redacted"]).default("first"),
    /** What is different from the version before. */
    changes: z.string().min(1).optional(),
    file: storedFile().optional(),
    ...publishing(),
  }).meta({ description: "A version of a paper" });

export type PaperVersion = z.output<ReturnType<typeof paperVersion>>;

const rule = publicWhenPublished(
  ["paper", "version", "issued", "reason"],
  Object.keys(paperVersion().shape),
);
/** The name of a withheld file is withheld with it, and so is its digest, by which it could be known again. */
export const classifyPaperVersion = rule.classify;
export const paperVersionWithholds = rule.withholds;
