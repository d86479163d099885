import type { Finding } from "../finding.ts";
import { escapeSegment } from "../publication.ts";
import { findAddresses } from "./addresses.ts";
import {
  type Confidence,
  describeKind,
  type Hit,
  type PrivateDataKind,
  privateDataKinds,
} from "./kinds.ts";
import { findNames } from "./names.ts";
import { findNumbers } from "./numbers.ts";

export interface PrivateData extends Hit {
  /** The form of what was found, without its content: a letter is X, a digit 0. */
  readonly form: string;
  /** What it looks like and where; never what it says. */
  readonly message: string;
}

export interface PrivateDataOptions {
  /** Names of people that must not appear. */
  readonly names?: readonly string[];
  /** Only these kinds; all where left out. */
  readonly kinds?: readonly PrivateDataKind[];
  /** Nothing less sure than this; `low`, which is everything, where left out. */
  readonly confidence?: Confidence;
}

const surety: Readonly<Record<Confidence, number>> = { high: 2, medium: 1, low: 0 };

/**
 * Finds what must not be published in a text: numbers of people, accounts and cards, their
 * addresses and names, and anything that would tell where a refuge is. In the order of the text,
 * without overlaps; where two rules claim a stretch, the surer one has it, then the graver kind.
 * Takes time in proportion to the text, whatever the text is.
 */
export function findPrivateData(text: string, options: PrivateDataOptions = {}): PrivateData[] {
  const wanted = new Set(options.kinds ?? privateDataKinds);
  const least = surety[options.confidence ?? "low"];
  const hits = [
    ...findNumbers(text),
    ...findAddresses(text),
    ...findNames(text, options.names ?? []),
  ]
    .filter((hit) => wanted.has(hit.kind) && surety[hit.confidence] >= least)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Hit[] = [];
  for (const hit of hits) {
    const before = kept.at(-1);
    if (before === undefined || before.end <= hit.start) kept.push(hit);
    else if (isStronger(hit, before)) kept[kept.length - 1] = hit;
  }
  return kept.map((hit) => ({
    ...hit,
    form: formOf(text.slice(hit.start, hit.end)),
    message: `What looks like ${describeKind[hit.kind]} stands at character ${hit.start + 1}.`,
  }));
}

const isStronger = (left: Hit, right: Hit): boolean =>
  (surety[left.confidence] - surety[right.confidence] ||
    privateDataKinds.indexOf(right.kind) - privateDataKinds.indexOf(left.kind) ||
    left.end - left.start - (right.end - right.start)) > 0;

const formOf = (text: string): string => text.replace(/\p{L}/gu, "X").replace(/\p{N}/gu, "0");

/**
 * Finds private data in every text of a record, as the findings of a check: rule
 * `core/private-data`, an error where it is sure, else a warning or a note.
 */
export function checkPrivateData(
  about: string,
  record: unknown,
  options: PrivateDataOptions = {},
): Finding[] {
  const findings: Finding[] = [];
  const walk = (value: unknown, pointer: string): void => {
    if (typeof value === "string") {
      for (const { kind, confidence, form, message } of findPrivateData(value, options)) {
        findings.push({
          rule: "core/private-data",
          about,
          severity: ({ high: "error", medium: "warning", low: "note" } as const)[confidence],
          message,
          evidence: { kind, form, confidence },
          at: { pointer },
          fix: "Take it out, or give the field a class that the public does not see.",
        });
      }
    } else if (typeof value === "object" && value !== null) {
      for (const [key, item] of Object.entries(value))
        walk(item, `${pointer}/${escapeSegment(key)}`);
    }
  };
  walk(record, "");
  return findings;
}
