import { type Finding, project, referenceTo } from "@moothall/core";
import { checkPrivateData } from "@moothall/core/private-data";
import { check360Giving } from "../giving/check-360giving.ts";
import { isGrant, type NamedBody, to360Giving } from "../giving/to-360giving.ts";
import {
  classifyApplication,
  classifyAward,
  classifyCondition,
  classifyService,
} from "../resources/classify.ts";
import type { FundingRecords } from "./funding-records.ts";

type Records = Pick<
  FundingRecords,
  "awards" | "applications" | "conditions" | "services" | "payments"
>;

/** What `checkPrivate` finds. */
export const privateRules = {
  "funding/private-data": "Public text holds what may not be published of people or refuges.",
} as const;

/** What must not stand in public text: looked for in what the public sees of each record. */
export const checkPrivate = (records: Records): Finding[] => [
  ...records.awards.flatMap((each) => look("award", each, classifyAward(each))),
  ...records.applications.flatMap((each) => look("application", each, classifyApplication(each))),
  ...records.conditions.flatMap((each) => look("condition", each, classifyCondition(each))),
  ...records.services.flatMap((each) => look("commissioned-service", each, classifyService(each))),
];

function look(
  kind: string,
  record: { readonly id: string } & Record<string, unknown>,
  classification: Parameters<typeof project>[1],
): Finding[] {
  const seen = project(record, classification, "public");
  if (seen === undefined) return [];
  // Sources and printed figures are quotations of published papers; identifiers are not words.
  const { sources: _, printed: __, id: ___, ...words } = seen.document;
  return checkPrivateData(referenceTo(`funding/${kind}`, record.id), words, {
    confidence: "medium",
  }).map((each) => ({ ...each, rule: "funding/private-data" }));
}

/** Our own awards as 360Giving data, by the rules of the check of 360Giving data; notes left out. */
export function checkOwn360Giving(
  records: Records,
  bodies: ReadonlyMap<string, NamedBody>,
  prefix: string,
  today: string,
): Finding[] {
  const awards = records.awards.filter(isGrant);
  const grants = to360Giving(awards, { prefix, bodies, payments: records.payments });
  return check360Giving(grants, { today }).flatMap((each) => {
    const match = /^\/grants\/([0-9]+)(.*)$/.exec(each.at?.pointer ?? "");
    const award = match === null ? undefined : awards[Number(match[1])];
    // Private data is looked for in the records themselves.
    if (each.severity === "note" || award === undefined || each.rule === "funding/360-private-data")
      return [];
    return [
      { ...each, about: referenceTo("funding/award", award.id), at: { pointer: match?.[2] ?? "" } },
    ];
  });
}
