import { type Finding, type Kind, referenceTo } from "@moothall/core";
import { circles, type Succeeded } from "./lineage.ts";

/** `successor-circle` (error): records that took each other's place, so that none is the last. */
export const checkSuccessors = (kind: Kind, records: readonly Succeeded[]): Finding[] =>
  circles(records, (each) => each.successors ?? []).map((circle) => ({
    rule: "register/successor-circle",
    about: referenceTo(kind, circle[0] as string),
    severity: "error",
    message: `Each of these took the place of the one before, and the first of the last: ${circle.join(", ")}.`,
    evidence: { circle: circle.join(" → ") },
    at: { pointer: "/successors" },
    fix: "Take out the successor that came earlier than the record it is said to follow.",
  }));

/** `parent-circle` (error): records that are part of each other. */
export const checkParents = (
  kind: Kind,
  records: readonly { readonly id: string; readonly parent?: string | undefined }[],
): Finding[] =>
  circles(records, (each) => (each.parent === undefined ? [] : [each.parent])).map((circle) => ({
    rule: "register/parent-circle",
    about: referenceTo(kind, circle[0] as string),
    severity: "error",
    message: `Each of these is said to be part of the next, and the last of the first: ${circle.join(", ")}.`,
    evidence: { circle: circle.join(" → ") },
    at: { pointer: "/parent" },
    fix: "Correct the parent of the one that is the largest.",
  }));
