import type { Finding } from "../finding.ts";
import { isReference } from "../identifier.ts";
import { valueAt } from "../publication.ts";
import { formatSource } from "../source.ts";
import { agree, type PrintedFigure, unitOf } from "./printed-figure.ts";

/**
 * Holds the printed figures of one record against each other and against its fields.
 *
 * `printed-twice` (error): one fact is printed in two places and the two cannot both be true; a
 * warning where they can if one was cut off rather than rounded.
 * a warning too where it would have to lie exactly between them (4 % and 5 %).
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
    const differing =
      typeof held === "string" && !isReference(held)
        ? printings.find((figure) => !agree(figure, { value: held }, "any"))
        : undefined;
    const beside =
      differing && typeof held === "string" ? besideIt(differing, held, printings) : undefined;
    const [one, other] = findDisagreement(printings) ?? (beside && [beside, differing]) ?? [];
    if (one !== undefined && other !== undefined) {
      const possible = agree(one, other, "any");
      const only =
        one === beside ? "it lies exactly between them" : "one was cut off rather than rounded";
      findings.push({
        rule: "core/printed-twice",
        about,
        severity: possible ? "warning" : "error",
        message: `One fact is printed as ${one.text} (${formatSource(one.source)}) and as ${other.text} (${formatSource(other.source)}); ${possible ? `both can be right only if ${only}` : "both cannot be right"}.`,
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

/** The printing that the record follows, rounded to the same place as one that it does not. */
const besideIt = (
  differing: PrintedFigure,
  held: string,
  printings: readonly PrintedFigure[],
): PrintedFigure | undefined =>
  printings.find(
    (figure) =>
      figure !== differing &&
      unitOf(figure) === unitOf(differing) &&
      agree(figure, { value: held }, "any"),
  );

/**
 * The first two printings that cannot both be true; rounded ones may each agree with a third. Two
 * that cannot agree under any reading come before two that can under another.
 */
export function findDisagreement(
  printings: readonly PrintedFigure[],
): [PrintedFigure, PrintedFigure] | undefined {
  for (const reading of ["any", "rounded"] as const) {
    for (const [index, one] of printings.entries()) {
      const other = printings.slice(index + 1).find((figure) => !agree(one, figure, reading));
      if (other !== undefined) return [one, other];
    }
  }
  return undefined;
}
