import { type Finding, parseReference, referenceTo } from "@moothall/core";
import type { Area } from "./area.ts";
import { checkParents, checkSuccessors } from "./check-lineage.ts";
import { covers, holdTogether } from "./validity.ts";

/** What `checkAreas` finds. */
export const areaRules = {
  "register/area-parent-missing": "The area of which an area is part is not in the register.",
  "register/area-parent-not-valid": "An area holds on days on which its parent does not.",
  "register/area-code-twice": "Two areas that hold on one day have the same code.",
  "register/parent-circle": "Records are said to be part of each other.",
  "register/successor-circle": "Records are said to have taken each other's place.",
} as const;

/** Holds the areas against each other: parents, codes, circles. */
export const checkAreas = (areas: readonly Area[]): Finding[] => [
  ...checkParentDays(areas),
  ...checkCodes(areas),
  ...checkParents("register/area", areas),
  ...checkSuccessors("register/area", areas),
];

function checkParentDays(areas: readonly Area[]): Finding[] {
  const byId = new Map(areas.map((each) => [each.id, each]));
  return areas.flatMap((each) => checkParent(each, byId));
}

function checkParent(area: Area, byId: ReadonlyMap<string, Area>): Finding[] {
  if (area.parent === undefined) return [];
  const parent = byId.get(parseReference(area.parent).id);
  const about = referenceTo("register/area", area.id);
  const at = { pointer: "/parent" };
  if (parent === undefined) {
    return [
      {
        rule: "register/area-parent-missing",
        about,
        severity: "error",
        message: `${area.name} is said to be part of '${area.parent}', which is not in the register.`,
        evidence: { parent: area.parent },
        at,
        fix: "Record the parent, or correct the reference.",
      },
    ];
  }
  if (covers(parent, area)) return [];
  return [
    {
      rule: "register/area-parent-not-valid",
      about,
      severity: holdTogether(parent, area) ? "warning" : "error",
      message: `${area.name} holds ${daysOf(area)}, but ${parent.name}, of which it is said to be part, ${daysOf(parent)}.`,
      evidence: { area: daysOf(area), parent: daysOf(parent) },
      at,
      fix: "Name the parent of those days, or correct the days.",
    },
  ];
}

const daysOf = ({ validFrom, validTo }: Area): string =>
  validFrom === undefined && validTo === undefined
    ? "on all days"
    : [validFrom && `from ${validFrom}`, validTo && `to ${validTo}`].filter(Boolean).join(" ");

function checkCodes(areas: readonly Area[]): Finding[] {
  const byCode = new Map<string, Area[]>();
  const findings: Finding[] = [];
  for (const area of areas) {
    if (area.code === undefined) continue;
    const earlier = byCode.get(area.code) ?? [];
    byCode.set(area.code, [...earlier, area]);
    const other = earlier.find((each) => holdTogether(each, area));
    if (other === undefined) continue;
    findings.push({
      rule: "register/area-code-twice",
      about: referenceTo("register/area", area.id),
      severity: "error",
      message: `${area.name} and ${other.name} have the code ${area.code} on the same days.`,
      evidence: { code: area.code, other: referenceTo("register/area", other.id) },
      at: { pointer: "/code" },
      fix: "Correct the code of one of them, or say when it ended.",
    });
  }
  return findings;
}
