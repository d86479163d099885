import type { Finding, Severity } from "@moothall/core";
import type { Grant } from "./columns.ts";
import type { GrantRule } from "./grant-rules.ts";
import { type GrantPlace, placeOf } from "./grant-step.ts";

/** Takes down what rules find of one grant. */
export class GrantReport {
  readonly findings: Finding[] = [];
  private readonly about: string;
  private readonly place: GrantPlace;

  constructor(about: string, place: GrantPlace) {
    this.about = about;
    this.place = place;
  }

  /** Whether the grant was read from cells, whose form was looked at then. */
  get readsCells(): boolean {
    return this.place.row !== undefined;
  }

  /** `path` is where in the grant: `plannedDates/0/startDate`. */
  find(
    severity: Severity,
    rule: GrantRule,
    path: string,
    message: string,
    fix: string,
    evidence: Finding["evidence"] = {},
  ): void {
    this.findings.push({
      rule,
      about: this.about,
      severity,
      message,
      evidence,
      at: placeOf(this.place, path),
      fix,
    });
  }
}

export type GrantCheck = (grant: Grant, report: GrantReport, today: string) => void;

/** The objects of a list in a grant; nothing that is not one can stop a check. */
export function itemsOf(grant: Grant, name: string): readonly Readonly<Record<string, unknown>>[] {
  const value = grant[name];
  if (!Array.isArray(value)) return none;
  return value.every(isObject) ? value : value.map((each) => (isObject(each) ? each : nothing));
}

const none: readonly Readonly<Record<string, unknown>>[] = [];
const nothing: Readonly<Record<string, unknown>> = {};

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value that is text with something in it. */
export const isText = (value: unknown): value is string =>
  typeof value === "string" && value !== "";
