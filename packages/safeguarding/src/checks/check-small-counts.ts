import { type Finding, isDecimal, isMoothallError } from "@moothall/core";
import { auditTable } from "@moothall/core/disclosure";
import { auditWithEarlier } from "../publishing/audit-with-earlier.ts";
import type { DisclosurePolicyRecord } from "../resources/disclosure-policy.ts";
import { emittedOf, type PublishedTable } from "../resources/published-table.ts";
import { about, type IndicatorData } from "./series-data.ts";

export const smallCountRules = {
  "safeguarding/hidden-count-recoverable": "What a published table hides can be worked out.",
  "safeguarding/small-count-published": "A public figure is a count that the policy calls small.",
  "safeguarding/policy-differs": "A table was published under another policy than the office's.",
  "safeguarding/disclosure-override":
    "A table shows counts as they are, because somebody decided so.",
  "safeguarding/no-disclosure-policy":
    "An indicator of people has counts that no paper printed, and no disclosure policy.",
} as const;

/** Small counts that are out, or would come out. A table that fails is kept confidential until mended. */
export function checkPublishedTable(
  table: PublishedTable,
  others: readonly PublishedTable[],
  policies: ReadonlyMap<string, DisclosurePolicyRecord>,
  today: string,
): Finding[] {
  const reference = `safeguarding/published-table/${table.id}`;
  const finding = (
    rule: keyof typeof smallCountRules,
    severity: Finding["severity"],
    message: string,
    evidence: Finding["evidence"] = {},
  ): Finding => ({ rule, about: reference, severity, message, evidence });
  const found: Finding[] = [];
  const { override } = table.policy;
  if (override !== undefined) {
    const expired = override.expires < today;
    found.push(
      finding(
        "safeguarding/disclosure-override",
        expired ? "error" : "note",
        `Small counts are shown by decision of ${override.by}: ${override.reason}${expired ? "; the decision has expired" : ""}.`,
        { expires: override.expires },
      ),
    );
    return found;
  }
  const office = table.policyRecord === undefined ? undefined : policies.get(table.policyRecord);
  if (
    office !== undefined &&
    (office.policy.small[1] > table.policy.small[1] || office.policy.zero !== table.policy.zero)
  ) {
    found.push(
      finding(
        "safeguarding/policy-differs",
        "warning",
        "The office's policy now hides more, or other zeros, than the table was made under.",
      ),
    );
  }
  try {
    const { cells } = auditTable(emittedOf(table), table.policy);
    const unsafe = cells.filter((cell) => cell.unsafe);
    if (unsafe.length > 0) {
      found.push(
        finding(
          "safeguarding/hidden-count-recoverable",
          "error",
          `${unsafe.length} of its entries can be worked out or are small${table.disclosedIn === undefined ? "; it is kept confidential" : ", as a public paper printed it"}.`,
          {
            places: unsafe
              .map(({ row, column }) => `${row ?? "total"}/${column ?? "total"}`)
              .join(", "),
          },
        ),
      );
    } else if (!auditWithEarlier(table, others, table.policy).safe) {
      found.push(
        finding(
          "safeguarding/hidden-count-recoverable",
          "error",
          "Together with other published tables it gives hidden counts away.",
        ),
      );
    }
  } catch (error) {
    if (!isMoothallError(error)) throw error;
    found.push(
      finding(
        "safeguarding/hidden-count-recoverable",
        "error",
        `It cannot be audited: ${error.message}`,
      ),
    );
  }
  return found;
}

const isHeldBack = ({ value, disclosedIn }: IndicatorData["observations"][number]): boolean =>
  isDecimal(value) && disclosedIn === undefined;

/** Public figures of an indicator that its policy calls small, though a paper printed them. */
export function checkPublicFigures(
  { indicator, observations }: IndicatorData,
  policies: ReadonlyMap<string, DisclosurePolicyRecord>,
): Finding[] {
  const policy =
    indicator.disclosurePolicy === undefined ? undefined : policies.get(indicator.disclosurePolicy);
  if (indicator.measure.type !== "count") return [];
  if (policy === undefined) {
    // What a public paper printed is out: a policy can only guard what is not.
    return indicator.counts === "people" && observations.some(isHeldBack)
      ? [
          {
            rule: "safeguarding/no-disclosure-policy",
            about: `safeguarding/indicator/${indicator.id}`,
            severity: "note",
            message:
              "It counts people, some counts are not public, and no disclosure policy is named.",
            evidence: {},
            at: { pointer: "/disclosurePolicy" },
          },
        ]
      : [];
  }
  const [lowest, highest] = policy.policy.small;
  return observations.flatMap((each): Finding[] => {
    const value = each.value === null ? undefined : Number(each.value);
    if (each.disclosedIn === undefined || value === undefined || value < lowest || value > highest)
      return [];
    return [
      {
        rule: "safeguarding/small-count-published",
        about: about(each),
        severity: "warning",
        message: "A public paper printed a count that the policy calls small.",
        evidence: {},
        at: { pointer: "/value" },
        fix: "Do not repeat it without the paper's context; consider asking for its withdrawal.",
      },
    ];
  });
}
