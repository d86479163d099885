import * as z from "zod";
import { shared } from "./shared-schema.ts";

/** `error`: cannot be true, or may not be. `warning`: unlikely, or worth a look. `note`: for information. */
export const severity = shared(() => z.enum(["error", "warning", "note"]));
export type Severity = z.output<ReturnType<typeof severity>>;

/**
 * What a check, an import or a format has to say: one shape for all.
 * `about` is the reference of the record, or the file; `evidence` what was compared.
 */
export const finding = shared(() =>
  z
    .strictObject({
      /** `plugin/rule`, permanent. */
      rule: z.string(),
      about: z.string(),
      severity: severity(),
      /** What was found, why it is one, in one or two sentences. */
      message: z.string(),
      evidence: z
        .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
        .default({}),
      at: z
        .strictObject({
          row: z.int().positive().optional(),
          column: z.string().optional(),
          pointer: z.string().optional(),
        })
        .optional(),
      /** What to do about it. */
      fix: z.string().optional(),
    })
    .meta({ description: "What a check has found" }),
);

export type Finding = z.output<ReturnType<typeof finding>>;

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Errors first, then by what they are about, by rule and by place: the same order on every run. */
export const compareFindings = (left: Finding, right: Finding): number =>
  weight[left.severity] - weight[right.severity] ||
  compareText(left.about, right.about) ||
  compareText(left.rule, right.rule) ||
  (left.at?.row ?? 0) - (right.at?.row ?? 0) ||
  compareText(
    left.at?.pointer ?? left.at?.column ?? "",
    right.at?.pointer ?? right.at?.column ?? "",
  ) ||
  compareText(left.message, right.message);

const compareText = (left: string, right: string): number =>
  left < right ? -1 : left > right ? 1 : 0;
