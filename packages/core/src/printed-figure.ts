import * as z from "zod";
import { exact, isDecimal } from "./exact.ts";
import type { Finding } from "./finding.ts";
import { isReference } from "./identifier.ts";
import { valueAt } from "./publication.ts";
import { shared } from "./shared-schema.ts";
import { formatSource, source } from "./source.ts";

/**
 * A figure, date or name as a paper printed it, kept beside the record that it speaks of, so that
 * what was published can be held against what is so.
 */
export const printedFigure = shared(() =>
  z
    .strictObject({
      /** What it states: the JSON Pointer of a field of this record (`/value/amount`), or a name of its own (`funding-gap`). */
      of: z.string().min(1),
      /** Letter for letter as printed: `£100,600`. */
      text: z.string().min(1),
      /** What the text says: a decimal, a date, or a name. */
      value: z.string(),
      /** The unit in the last place that the text gives, where it is rounded: `1000` for `£322k`. */
      unit: z
        .string()
        .refine((text) => isDecimal(text) && !text.startsWith("-"), "must be a positive decimal")
        .optional(),
      source: source(),
    })
    .meta({ description: "A figure as a paper printed it, and where" }),
);

export type PrintedFigure = z.output<ReturnType<typeof printedFigure>>;

/** Whether two printed values can both be true, given the places to which each was rounded. */
export function agree(
  left: Pick<PrintedFigure, "value" | "unit">,
  right: Pick<PrintedFigure, "value" | "unit">,
): boolean {
  if (left.value === right.value) return true;
  if (!isDecimal(left.value) || !isDecimal(right.value)) return false;
  const apart = exact(left.value).sub(exact(right.value)).abs();
  const allowed = exact(left.unit ?? "0")
    .add(exact(right.unit ?? "0"))
    .div(2n);
  return apart.compare(allowed) <= 0;
}

/**
 * Holds the printed figures of one record against each other and against its fields.
 *
 * `printed-twice` (error): one fact is printed in two places and the two cannot both be true.
 * `printed-otherwise` (warning): the printings agree, and one differs from what the record holds.
 */
export function checkPrintedFigures(
  about: string,
  record: Readonly<Record<string, unknown>>,
): Finding[] {
  const figures = (record.printed ?? []) as readonly PrintedFigure[];
  const facts = new Map<string, PrintedFigure[]>();
  for (const figure of figures) facts.set(figure.of, [...(facts.get(figure.of) ?? []), figure]);
  const findings: Finding[] = [];
  for (const [of, printings] of facts) {
    const value = of.startsWith("/") ? valueAt(record, of) : undefined;
    const held = typeof value === "number" ? String(value) : value;
    const [one, other] = findDisagreement(printings) ?? [];
    const differing =
      typeof held === "string" && !isReference(held)
        ? printings.find((figure) => !agree(figure, { value: held }))
        : undefined;
    if (one !== undefined && other !== undefined) {
      findings.push({
        rule: "core/printed-twice",
        about,
        severity: "error",
        message: `One fact is printed as ${one.text} (${formatSource(one.source)}) and as ${other.text} (${formatSource(other.source)}); both cannot be right.`,
        evidence: Object.fromEntries(
          printings.map((figure, index) => [`printed-${index + 1}`, figure.text]),
        ),
        ...(of.startsWith("/") && { at: { pointer: of } }),
        fix: "Find out which is right, correct the record, and publish a correction of the other.",
      });
    } else if (differing !== undefined && typeof held === "string") {
      findings.push({
        rule: "core/printed-otherwise",
        about,
        severity: "warning",
        message: `The paper printed ${differing.text} (${formatSource(differing.source)}); the record holds ${held}.`,
        evidence: { printed: differing.text, held },
        at: { pointer: of },
        fix: "Correct the record, or publish a correction of the paper.",
      });
    }
  }
  return findings;
}

/** The first two printings that cannot both be true; rounded ones may each agree with a third. */
function findDisagreement(
  printings: readonly PrintedFigure[],
): [PrintedFigure, PrintedFigure] | undefined {
  for (const [index, one] of printings.entries()) {
    const other = printings.slice(index + 1).find((figure) => !agree(one, figure));
    if (other !== undefined) return [one, other];
  }
  return undefined;
}
