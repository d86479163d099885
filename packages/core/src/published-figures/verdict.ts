import type { Finding, Severity } from "../finding.ts";
import type { Fact } from "./fact.ts";
import type { Reading } from "./printed-figure.ts";

/** What a relation has to say where it does not hold. */
export interface Verdict {
  readonly severity: Severity;
  readonly message: string;
  readonly evidence?: Finding["evidence"];
  readonly fix?: string;
}

/**
 * Judges a statement under the readings of printed numbers: nothing where it can be true as rounded,
 * a warning where it can be only if something was cut off, an error where it cannot be.
 */
export function judge(
  canHold: (reading: Reading) => boolean,
  say: (possible: boolean) => Omit<Verdict, "severity">,
): readonly Verdict[] {
  if (canHold("rounded")) return [];
  const possible = canHold("any");
  const { message, evidence, fix } = say(possible);
  return [
    {
      severity: possible ? "warning" : "error",
      message: possible ? `${message} It can be true only where a figure was cut off.` : message,
      ...(evidence && { evidence }),
      fix:
        fix ??
        (possible
          ? "Say that the figure is cut off (`rounding: truncated`), or publish it rounded."
          : "Find the figure that is wrong, and publish a correction."),
    },
  ];
}

/** Facts as evidence, under their names. */
export const evidenceOf = (facts: Readonly<Record<string, Fact | undefined>>) =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([name, fact]) =>
      fact === undefined ? [] : [[name, fact.printings[0].text] as const],
    ),
  );

/** A few facts for a sentence: all of a short list, the count of a long one. */
export const listed = (facts: readonly Fact[]): string =>
  facts.length <= 4
    ? facts.map(({ printings }) => printings[0].text).join(", ")
    : `${facts.length} figures from ${(facts[0] as Fact).printings[0].text} to ${(facts.at(-1) as Fact).printings[0].text}`;
