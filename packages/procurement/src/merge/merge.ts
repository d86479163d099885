import { mergeCompiled } from "./merge-compiled.ts";
import { coreMergeRules, extendedMergeRules, type MergeRules } from "./merge-rules.ts";
import { mergeVersioned } from "./merge-versioned.ts";
import { type OrderedRelease, orderReleases, type Release } from "./order-releases.ts";

export interface MergeOptions {
  /** A versioned release, with the history of every value, instead of a compiled one. */
  readonly versioned?: boolean;
  /** Closes the gaps of the reference implementation; see the README for the list. */
  readonly strict?: boolean;
  /** Rules of a patched schema (`rulesFromSchema`). */
  readonly rules?: MergeRules;
}

/**
 * Merges the releases of one process after OCDS 1.1.5: in the order of their dates, a value replaces,
 * null removes, objects are merged, arrays of objects by their ids. The releases are not changed,
 * but what is taken as a whole is shared with the result.
 *
 * Without `strict` the result equals that of the reference implementation; with it, null removes
 * objects and arrays too, dates are compared as moments, items without ids replace the list, and
 * mixed processes and repeated ids are refused.
 * @throws MoothallError `procurement/not-a-release`, `/date-missing`, `/inconsistent-release`; in
 * `strict` also `/mixed-ocids`, `/repeated-release-id`, `/date-without-zone`.
 */
export function merge(
  releases: readonly Release[],
  options: MergeOptions = {},
): Record<string, unknown> {
  const strict = options.strict === true;
  const ordered = orderReleases(releases, strict);
  const rules = options.rules ?? (strict ? extendedMergeRules : coreMergeRules);
  const merged =
    options.versioned === true
      ? mergeVersioned(ordered, rules, strict)
      : mergeCompiled(ordered, rules, strict);
  const last = ordered.at(-1) as OrderedRelease;
  if (options.versioned === true) {
    merged.ocid = last.release.ocid;
    return merged;
  }
  merged.id = `${String(last.release.ocid)}-${last.date}`;
  merged.date = last.date;
  merged.tag = ["compiled"];
  return merged;
}
