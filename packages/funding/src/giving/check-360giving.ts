import type { Finding } from "@moothall/core";
import { checkAccuracy } from "./check-accuracy.ts";
import { FileCheck } from "./check-file.ts";
import { checkForm } from "./check-form.ts";
import { checkOddities } from "./check-oddities.ts";
import { checkPrivate } from "./check-private.ts";
import { checkUsefulness } from "./check-usefulness.ts";
import type { Grant } from "./columns.ts";
import { GrantReport, isObject } from "./grant-report.ts";
import type { GrantPlace } from "./grant-step.ts";
import { readGrants } from "./read-grants.ts";

export interface CheckGrantsOptions {
  /** The day by which future and past are told, yyyy-mm-dd; today where left out. */
  readonly today?: string;
  /** The name of the file in findings. */
  readonly about?: string;
}

const checks = [checkForm, checkAccuracy, checkUsefulness, checkOddities, checkPrivate];

/** What one grant shows by itself. */
function findingsOf(
  grant: Grant,
  place: GrantPlace,
  about: string,
  today: string,
): readonly Finding[] {
  const report = new GrantReport(about, place);
  for (const check of checks) check(grant, report, today);
  return report.findings;
}

const systemToday = (): string => new Date().toISOString().slice(0, 10);

/**
 * Checks 360Giving data in memory: a package, or a list of grants. Everything that the standard's
 * schema and its own checker flag, and what they pass over; each finding with its rule, its JSON
 * Pointer and what to do. A grant that is malformed changes its own findings only.
 */
export function check360Giving(data: unknown, options: CheckGrantsOptions = {}): Finding[] {
  const about = options.about ?? "grants";
  const today = options.today ?? systemToday();
  const grants = Array.isArray(data) ? data : isObject(data) ? data.grants : undefined;
  if (!Array.isArray(grants)) {
    return [
      {
        rule: "funding/360-wrong-kind",
        about,
        severity: "error",
        message: "This is neither a package with 'grants' nor a list of grants.",
        evidence: {},
        fix: 'Give a 360Giving package: {"grants": […]}.',
      },
    ];
  }
  const file = new FileCheck(about);
  const findings: Finding[] = [];
  grants.forEach((grant: unknown, index) => {
    const place = { pointer: `/grants/${index}` };
    if (!isObject(grant)) {
      findings.push({
        rule: "funding/360-not-a-grant",
        about,
        severity: "error",
        message: "It is not an object.",
        evidence: {},
        at: place,
        fix: "Mend this grant; the others are not touched by it.",
      });
      return;
    }
    findings.push(...findingsOf(grant, place, about, today), ...file.see(grant, place));
  });
  return [...findings, ...file.end()];
}

/**
 * Checks a file of grants, CSV or JSON, piece by piece: as `check360Giving`, and the file's own
 * form besides. Findings of CSV give the row and the heading, those of JSON the pointer.
 */
export async function* check360GivingFile(
  bytes: AsyncIterable<Uint8Array>,
  options: CheckGrantsOptions = {},
): AsyncGenerator<Finding> {
  const about = options.about ?? "grants";
  const today = options.today ?? systemToday();
  const file = new FileCheck(about);
  for await (const batch of readGrants(bytes, { about, withoutHeaders: true })) {
    for (const step of batch) {
      if (step.finding !== undefined) yield step.finding;
      else {
        yield* findingsOf(step.grant, step.place, about, today);
        yield* file.see(step.grant, step.place);
      }
    }
  }
  yield* file.end();
}
