import { fault } from "../errors.ts";

/** What makes a point of a control chart stand out. One sigma is a third of the way to a limit. */
export type Rule =
  | { readonly rule: "outside-limits" }
  /** So many points rising, or falling, each beyond the one before. */
  | { readonly rule: "trend"; readonly length: number }
  /** So many points on one side of the mean. */
  | { readonly rule: "shift"; readonly length: number }
  /** Of so many points in a row, so many beyond so many sigma on one side, and inside the limits where it says so. */
  | {
      readonly rule: "near-limit";
      readonly of: number;
      readonly needs: number;
      readonly sigmas: number;
      readonly insideLimits: boolean;
    };

/** Rules under a published name: engines disagree, so a chart says by which it was read. */
export interface RuleSet {
  readonly name: string;
  readonly version: string;
  readonly source: string;
  readonly rules: readonly Rule[];
}

export const ruleSets: readonly RuleSet[] = [
  {
    name: "plot-the-dots",
    version: "1",
    source: "NHS England, Making Data Count: SPC icons and rules",
    rules: [
      { rule: "outside-limits" },
      { rule: "trend", length: 7 },
      { rule: "shift", length: 7 },
      { rule: "near-limit", of: 3, needs: 2, sigmas: 2, insideLimits: true },
    ],
  },
  {
    name: "western-electric",
    version: "1956",
    source: "Western Electric, Statistical Quality Control Handbook, 1956",
    rules: [
      { rule: "outside-limits" },
      { rule: "near-limit", of: 3, needs: 2, sigmas: 2, insideLimits: false },
      { rule: "near-limit", of: 5, needs: 4, sigmas: 1, insideLimits: false },
      { rule: "shift", length: 8 },
    ],
  },
  {
    name: "ihi-run-chart",
    version: "2011",
    source: "Perla, Provost and Murray, The run chart, BMJ Quality & Safety 20 (2011)",
    rules: [
      { rule: "trend", length: 5 },
      { rule: "shift", length: 6 },
    ],
  },
];

/**
 * The rule set of that name, or `name@version`.
 * @throws MoothallError `safeguarding/unknown-rule-set`
 */
export function ruleSetOf(name: string): RuleSet {
  const found = ruleSets.find(
    (each) => name === each.name || name === `${each.name}@${each.version}`,
  );
  if (found !== undefined) return found;
  throw fault(
    "safeguarding/unknown-rule-set",
    `There is no rule set '${name}'.`,
    `Use one of: ${ruleSets.map((each) => `${each.name}@${each.version}`).join(", ")}.`,
    { pointer: "/rules" },
  );
}
