import { exact, type Finding, parseReference, referenceTo } from "@moothall/core";
import { counts } from "../decide/position.ts";
import { legalPowerOf } from "../law/legal-powers.ts";
import {
  enterSubsidyBy,
  publicationDuties,
  publishMonthlyBy,
  publishYearlyBy,
  spendingPublishedAbove,
  subsidyEntryAbove,
} from "../law/publication-duties.ts";
import type { Award } from "../resources/award.ts";
import type { FundingRecords } from "./funding-records.ts";

/** What `checkLaw` finds. */
export const lawRules = {
  "funding/no-legal-power": "An award does not say by which power it was made.",
  "funding/power-not-in-force": "An award rests on a power that was not in force.",
  "funding/power-does-not-fit": "A power is cited for what it does not say.",
  "funding/no-purpose": "An award whose purpose must be published has none.",
  "funding/no-reason": "An award that must be published with its reasons has none.",
  "funding/no-conditions": "It is not recorded whether an award has conditions.",
  "funding/no-objective": "An award names no objective of the plan.",
  "funding/published-late": "An award or payment was published after the last day.",
  "funding/not-published": "An award or payment was to be published by now.",
  "funding/subsidy-entry": "The entry in the subsidy database is late or missing.",
  "funding/budget-published-late": "A budget was published after its year began.",
} as const;

type Records = Pick<
  FundingRecords,
  "awards" | "rounds" | "schemes" | "funds" | "payments" | "budgets"
>;

/** Holds awards and payments against what the law demands of them on the day. */
export const checkLaw = (records: Records, today: string): Finding[] => [
  ...records.awards
    .filter(counts)
    .flatMap((each) => [
      ...checkPower(each, records),
      ...checkContents(each),
      ...checkPublication(each, today),
      ...checkSubsidy(each, today),
    ]),
  ...records.payments.flatMap((each): Finding[] => {
    const award = records.awards.find((one) => referenceTo("funding/award", one.id) === each.award);
    const isGrant = award?.kind === "crime-and-disorder-reduction-grant";
    if (each.paidOn === undefined || isGrant || award === undefined) return [];
    if (exact(each.paid ?? "0").compare(exact(spendingPublishedAbove)) <= 0) return [];
    return late(
      referenceTo("funding/payment", each.id),
      publishMonthlyBy(each.paidOn),
      each.publishedOn,
      today,
      publicationDuties["si-2011-3050-3g"].citation,
    );
  }),
  ...records.budgets.flatMap((each): Finding[] => {
    const start = each.year.startsWith("FY") ? `${each.year.slice(2, 6)}-04-01` : undefined;
    if (start === undefined || each.publishedOn === undefined || each.publishedOn < start)
      return [];
    return [
      {
        rule: "funding/budget-published-late",
        about: referenceTo("funding/budget", each.id),
        severity: "error",
        message: `It was published on ${each.publishedOn}, after its year began on ${start} (${publicationDuties["si-2011-3050-3a-e"].citation}).`,
        evidence: { published: each.publishedOn, before: start },
        at: { pointer: "/publishedOn" },
        fix: "Record why, and publish the next one before 1 April.",
      },
    ];
  }),
];

const mustPublish = (award: Award): boolean => award.kind === "crime-and-disorder-reduction-grant";

/** The power of an award, or that of its round, scheme or fund. */
export function powerOf(
  award: Award,
  { rounds, schemes, funds }: Pick<Records, "rounds" | "schemes" | "funds">,
): string | undefined {
  const find = <T extends { readonly id: string }>(
    all: readonly T[],
    at: string | undefined,
  ): T | undefined =>
    at === undefined ? undefined : all.find((each) => each.id === parseReference(at).id);
  return (
    award.legalPower ??
    find(rounds, award.round)?.legalPower ??
    find(schemes, award.scheme)?.legalPower ??
    find(funds, award.fund)?.legalPower
  );
}

function checkPower(award: Award, records: Records): Finding[] {
  const about = referenceTo("funding/award", award.id);
  const named = powerOf(award, records);
  if (named === undefined) {
    return [
      {
        rule: "funding/no-legal-power",
        about,
        severity: "error",
        message: "It is not said by which power it was made.",
        evidence: {},
        at: { pointer: "/legalPower" },
        fix: "Name the power, such as prsra-2011-s9, on the award, its round or its fund.",
      },
    ];
  }
  const power = legalPowerOf(named);
  if (power === undefined) return [];
  if (award.awarded < power.from || (power.to !== undefined && award.awarded > power.to)) {
    return [
      {
        rule: "funding/power-not-in-force",
        about,
        severity: power.checked === undefined ? "warning" : "error",
        message: `${power.citation} was not in force on ${award.awarded}.`,
        evidence: { awarded: award.awarded, from: power.from },
        at: { pointer: "/legalPower" },
        fix: "Name the power that was.",
      },
    ];
  }
  if (power.for !== "services" || !mustPublish(award)) return [];
  return [
    {
      rule: "funding/power-does-not-fit",
      about,
      severity: "warning",
      message: `${power.citation} is about providing and arranging services; crime and disorder reduction grants are made under section 9 of the Police Reform and Social Responsibility Act 2011.`,
      evidence: { power: power.id },
      at: { pointer: "/legalPower" },
      fix: "Take advice on the power, and cite it in the decision.",
    },
  ];
}

function checkContents(award: Award): Finding[] {
  const about = referenceTo("funding/award", award.id);
  const missing = (
    rule: keyof typeof lawRules,
    pointer: string,
    message: string,
    fix: string,
  ): Finding => ({
    rule,
    about,
    severity: mustPublish(award) && rule !== "funding/no-objective" ? "error" : "warning",
    message,
    evidence: {},
    at: { pointer },
    fix,
  });
  const { citation } = publicationDuties["si-2011-3050-3f"];
  const findings: Finding[] = [];
  if (mustPublish(award) && award.purpose === undefined) {
    findings.push(
      missing(
        "funding/no-purpose",
        "/purpose",
        `Its purpose is not recorded (${citation}).`,
        "Say what it is for.",
      ),
    );
  }
  if (mustPublish(award) && award.reason === undefined) {
    findings.push(
      missing(
        "funding/no-reason",
        "/reason",
        `It is not recorded why it was held to secure a reduction of crime and disorder (${citation}).`,
        "Record the reasons of the decision.",
      ),
    );
  }
  if (mustPublish(award) && award.conditions === undefined) {
    findings.push(
      missing(
        "funding/no-conditions",
        "/conditions",
        `It is not recorded whether it has conditions (${citation}).`,
        "List them, or give an empty list where there are none.",
      ),
    );
  }
  if ((award.objectives ?? []).length === 0) {
    findings.push(
      missing(
        "funding/no-objective",
        "/objectives",
        "It names no objective of the plan.",
        "Name the objectives that it serves.",
      ),
    );
  }
  return findings;
}

function checkPublication(award: Award, today: string): Finding[] {
  const about = referenceTo("funding/award", award.id);
  if (mustPublish(award)) {
    return late(
      about,
      publishMonthlyBy(award.awarded),
      award.publishedOn,
      today,
      publicationDuties["si-2011-3050-3f"].citation,
    );
  }
  const voluntary =
    award.recipient.kind === "voluntary" || award.recipient.kind === "community-group";
  const duty = publicationDuties["transparency-code-2015-grants"];
  if (award.department === undefined || !voluntary || award.awarded < duty.from) return [];
  return late(about, publishYearlyBy(award.year), award.publishedOn, today, duty.citation);
}

function late(
  about: string,
  by: string,
  published: string | undefined,
  today: string,
  citation: string,
): Finding[] {
  const day = published ?? today;
  if (day <= by) return [];
  return [
    {
      rule: published === undefined ? "funding/not-published" : "funding/published-late",
      about,
      severity: published === undefined ? "warning" : "note",
      message:
        published === undefined
          ? `It was to be published by ${by}, and no publication is recorded (${citation}).`
          : `It was published on ${published}; the last day was ${by} (${citation}).`,
      evidence: { by, published: published ?? null },
      at: { pointer: "/publishedOn" },
      fix: published === undefined ? "Publish it, and record the day." : "Record why it was late.",
    },
  ];
}

function checkSubsidy(award: Award, today: string): Finding[] {
  const { subsidy } = award;
  const duty = publicationDuties["sca-2022-s33"];
  if (subsidy === undefined || subsidy.confirmed < duty.from) return [];
  const small = exact(award.current).compare(exact(subsidyEntryAbove)) <= 0;
  if (small && (subsidy.scheme !== undefined || subsidy.minimalFinancialAssistance === true))
    return [];
  const by = enterSubsidyBy(subsidy.confirmed);
  if ((subsidy.entered ?? today) <= by) return [];
  return [
    {
      rule: "funding/subsidy-entry",
      about: referenceTo("funding/award", award.id),
      severity: "error",
      message:
        subsidy.entered === undefined
          ? `It was to be entered in the subsidy database by ${by} (${duty.citation}).`
          : `It was entered in the subsidy database on ${subsidy.entered}; the last day was ${by} (${duty.citation}).`,
      evidence: { by, entered: subsidy.entered ?? null },
      at: { pointer: "/subsidy/entered" },
      fix: "Enter it, and record the day.",
    },
  ];
}
