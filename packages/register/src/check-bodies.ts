import { type Finding, parseDate, parseReference, referenceTo } from "@moothall/core";
import type { Body } from "./body.ts";
import { checkParents, checkSuccessors } from "./check-lineage.ts";
import { holdTogether, inForce } from "./validity.ts";

/** What `checkBodies` finds. */
export const bodyRules = {
  "register/identifier-twice": "Two bodies have one identifier.",
  "register/profiles-overlap": "Two legal profiles bind a body on the same day.",
  "register/successor-not-valid": "A body's successor does not exist on the day after it ended.",
  "register/parent-circle": "Records are said to be part of each other.",
  "register/successor-circle": "Records are said to have taken each other's place.",
} as const;

/** Holds the bodies against each other: identifiers, legal profiles, successors, circles. */
export const checkBodies = (bodies: readonly Body[]): Finding[] => [
  ...checkIdentifiers(bodies),
  ...bodies.flatMap(checkProfiles),
  ...bodies.flatMap((each) => checkHandover(each, bodies)),
  ...checkParents("register/body", bodies),
  ...checkSuccessors("register/body", bodies),
];

function checkIdentifiers(bodies: readonly Body[]): Finding[] {
  const first = new Map<string, Body>();
  const findings: Finding[] = [];
  for (const body of bodies) {
    for (const [index, identifier] of (body.identifiers ?? []).entries()) {
      const other = first.get(identifier);
      if (other === undefined) {
        first.set(identifier, body);
        continue;
      }
      const same = other.id === body.id;
      findings.push({
        rule: "register/identifier-twice",
        about: referenceTo("register/body", body.id),
        severity: same ? "warning" : "error",
        message: same
          ? `${body.name} carries ${identifier} twice.`
          : `${body.name} and ${other.name} both carry ${identifier}, which identifies one organisation.`,
        evidence: { identifier, other: referenceTo("register/body", other.id) },
        at: { pointer: `/identifiers/${index}` },
        fix: same
          ? "Take one out."
          : "If they are one body, keep one record and put the other name among its other names.",
      });
    }
  }
  return findings;
}

function checkProfiles(body: Body): Finding[] {
  const profiles = body.legalProfiles ?? [];
  return profiles.flatMap((profile, index) => {
    const earlier = profiles.slice(0, index).find((other) => holdTogether(profile, other));
    if (earlier === undefined) return [];
    return [
      {
        rule: "register/profiles-overlap",
        about: referenceTo("register/body", body.id),
        severity: "error" as const,
        message: `${body.name} is bound by the profiles '${earlier.profile}' and '${profile.profile}' on the same days, so that it cannot be said what it owes.`,
        evidence: { earlier: earlier.profile, later: profile.profile },
        at: { pointer: `/legalProfiles/${index}` },
        fix: "Say on which day one took over from the other.",
      },
    ];
  });
}

function checkHandover(body: Body, bodies: readonly Body[]): Finding[] {
  const { validTo } = body;
  if (validTo === undefined) return [];
  return (body.successors ?? []).flatMap((reference, index) => {
    const successor = bodies.find((each) => each.id === parseReference(reference).id);
    if (successor === undefined || inForce(successor, dayAfter(validTo))) return [];
    return [
      {
        rule: "register/successor-not-valid",
        about: referenceTo("register/body", body.id),
        severity: "warning" as const,
        message: `${body.name} ended on ${validTo}, but ${successor.name}, to which its duties went, does not exist on the day after.`,
        evidence: {
          ended: validTo,
          from: successor.validFrom ?? null,
          to: successor.validTo ?? null,
        },
        at: { pointer: `/successors/${index}` },
        fix: "Correct the days, or name the body that came between.",
      },
    ];
  });
}

const dayAfter = (date: string): string => parseDate(date).add({ days: 1 }).toString();
