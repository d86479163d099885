import type { Classification, PathPattern } from "@moothall/core";
import type { Agreement } from "./agreement.ts";
import type { Application } from "./application.ts";
import type { Award } from "./award.ts";
import type { CommissionedService } from "./commissioned-service.ts";
import type { Condition } from "./condition.ts";
import type { MonitoringReturn } from "./monitoring-return.ts";
import type { Payment } from "./payment.ts";
import type { Recipient } from "./recipient.ts";

type Paths = Record<PathPattern, "restricted" | "confidential">;

/** What nobody but the office sees of a recipient; of an individual, all that tells who it is. */
const pathsOfRecipient = (recipient: Recipient, at: string): Paths => {
  const paths: Paths = { [`/${at}/contact` as PathPattern]: "confidential" };
  if (recipient.kind !== "individual") return paths;
  for (const field of ["name", "body", "identifier", "postalCode"]) {
    paths[`/${at}/${field}` as PathPattern] = "confidential";
  }
  return paths;
};

const recipientWithholds = (at: string): readonly PathPattern[] =>
  ["contact", "name", "body", "identifier", "postalCode"].map(
    (field): PathPattern => `/${at}/${field}`,
  );

/** What locates a refuge or a service for victims. */
const locating: readonly PathPattern[] = ["/recipient/postalCode", "/location", "/area"];

export const awardWithholds: readonly PathPattern[] = [
  ...recipientWithholds("recipient"),
  "/location",
  "/area",
];

/** An award is public; what tells who an individual is, or where people are kept safe, is not. */
export function classifyAward(award: Award): Classification {
  const paths = pathsOfRecipient(award.recipient, "recipient");
  if (award.sensitivity !== undefined) for (const path of locating) paths[path] = "confidential";
  return { record: "public", paths };
}

const judging: readonly PathPattern[] = [
  "/scores",
  "/agreedScore",
  "/answers",
  "/dueDiligence",
  "/appeal",
];

export const applicationWithholds: readonly PathPattern[] = [
  ...recipientWithholds("applicant"),
  ...judging,
  "/conflicts",
];

/** An application is restricted until it is awarded; how it was judged stays so. */
export function classifyApplication(application: Application): Classification {
  const paths = pathsOfRecipient(application.applicant, "applicant");
  for (const path of judging) paths[path] = "restricted";
  paths["/conflicts"] = "restricted";
  return { record: application.status === "awarded" ? "public" : "restricted", paths };
}

export const paymentWithholds: readonly PathPattern[] = ["/preparedBy", "/releasedBy"];

/** A payment is public once it is paid; who prepared and released it is for the office. */
export const classifyPayment = (payment: Payment): Classification => ({
  record: payment.status === "paid" ? "public" : "restricted",
  paths: { "/preparedBy": "restricted", "/releasedBy": "restricted" },
});

export const conditionWithholds: readonly PathPattern[] = [
  "/met/evidence",
  "/met/post",
  "/breached",
  "/waived/reason",
];

/** A condition is published with its grant (SI 2011/3050, Schedule, paragraph 3(f)); its evidence is not. */
export const classifyCondition = (_condition: Condition): Classification => ({
  record: "public",
  paths: Object.fromEntries(conditionWithholds.map((path) => [path, "restricted" as const])),
});

export const returnWithholds: readonly PathPattern[] = ["/outcomes/*/comment", "/lines"];

/** A return is restricted until it is accepted; comments and lines of spend stay so. */
export const classifyReturn = (each: MonitoringReturn): Classification => ({
  record: each.accepted === undefined ? "restricted" : "public",
  paths: { "/outcomes/*/comment": "restricted", "/lines": "restricted" },
});

export const classifyAgreement = (each: Agreement): Classification => ({
  record: each.publishedOn === undefined ? "restricted" : "public",
});

export const serviceWithholds: readonly PathPattern[] = [
  ...recipientWithholds("provider"),
  "/risks",
  "/monitoring/*/result",
];

export function classifyService(service: CommissionedService): Classification {
  const paths = pathsOfRecipient(service.provider, "provider");
  if (service.sensitivity !== undefined) paths["/provider/postalCode"] = "confidential";
  return {
    record: "public",
    paths: { ...paths, "/risks": "restricted", "/monitoring/*/result": "restricted" },
  };
}

/** Public once it says when it was published. */
export const publicOncePublished = (each: {
  readonly publishedOn?: string | undefined;
}): Classification => ({
  record: each.publishedOn === undefined ? "restricted" : "public",
});

export const alwaysRestricted = (): Classification => ({ record: "restricted" });
