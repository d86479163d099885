import { type Finding, formatDate } from "@moothall/core";
import type { CategorySet } from "../resources/category-set.ts";
import type { Contact } from "../resources/contact.ts";

export const contactRules = {
  "engagement/unknown-category": "A contact has a category that its set does not have.",
  "engagement/closed-before-received": "A contact was closed or acknowledged before it came in.",
} as const;

export function checkContacts(
  contacts: readonly Contact[],
  sets: readonly CategorySet[],
): Finding[] {
  const known = new Map(
    sets.map((set) => [
      `engagement/category-set/${set.id}`,
      new Map(set.categories.map((each) => [each.id, each])),
    ]),
  );
  return contacts.flatMap((contact): Finding[] => {
    const about = `engagement/contact/${contact.id}`;
    const categories = known.get(contact.categories);
    const isNature = categories?.get(contact.nature)?.dimension === "nature";
    const isSubject = categories?.get(contact.subject)?.dimension === "subject";
    const isPart =
      contact.subCategory === undefined ||
      categories?.get(contact.subCategory)?.parent === contact.subject;
    const findings: Finding[] = [];
    if (categories !== undefined && !(isNature && isSubject && isPart)) {
      findings.push({
        rule: "engagement/unknown-category",
        about,
        severity: "error",
        message: "Its nature, subject or sub-category is not in its set of categories.",
        evidence: { categories: contact.categories },
        at: { pointer: isNature ? (isSubject ? "/subCategory" : "/subject") : "/nature" },
        fix: "Correct the category, or name the set that it is recorded by.",
      });
    }
    const early = [contact.acknowledged, contact.closed].find(
      (day) => day !== undefined && day < contact.received,
    );
    if (early !== undefined) {
      findings.push({
        rule: "engagement/closed-before-received",
        about,
        severity: "error",
        message: `It came in on ${formatDate(contact.received)} and was dealt with on ${formatDate(early)}.`,
        evidence: { received: contact.received },
        at: { pointer: "/received" },
        fix: "Correct the dates.",
      });
    }
    return findings;
  });
}
