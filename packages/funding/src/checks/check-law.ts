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
import type { AllocationTable } from "../resources/allocation-table.ts";
import type { Award } from "../resources/award.ts";
import type { FundingRecords } from "./funding-records.ts";

/** What `checkLaw` finds. */
export const lawRules = {
  "funding/no-award-date": "It is not recorded when an award was made.",
  "funding/no-legal-power": "It is not said by which power an award, or all of a round, was made.",
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
  "awards" | "rounds" | "schemes" | "funds" | "tables" | "payments" | "budgets"
>;

/** Holds awards and payments against what the law demands of them on the day. */
export const checkLaw = (records: Records, today: string): Finding[] => [
  ...checkRoundsWithoutPower(records),
  ...records.tables.flatMap((each) => checkTable(each, records)),
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

const mustPublish = ({ kind }: Pick<AllocationTable, "kind">): boolean =>
  kind === "crime-and-disorder-reduction-grant";

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

const without = (about: string, message: string, awards: number): Finding => ({
  rule: "funding/no-legal-power",
  about,
  // A grant needs a power; that its report names the power is good practice, and no law asks for it.
  severity: "warning",
  message,
  evidence: { awards },
  at: { pointer: "/legalPower" },
  fix: "Name the power, such as prsra-2011-s9, on the award, its round or its fund.",
});

/** The awards of a round that all lack a power: one finding, of the round. */
const unempowered = (round: string | undefined, records: Records): readonly Award[] => {
  const all = records.awards.filter((each) => counts(each) && each.round === round);
  return round !== undefined && all.every((each) => powerOf(each, records) === undefined)
    ? all
    : [];
};

const checkRoundsWithoutPower = (records: Records): Finding[] =>
  records.rounds.flatMap((round) => {
    const about = referenceTo("funding/round", round.id);
    const awards = unempowered(about, records);
    return awards.length === 0
      ? []
      : [
          without(
            about,
            `It is not said by which power its ${awards.length} award(s) were made.`,
            awards.length,
          ),
        ];
  });

/** Of amounts that are offered to all in one table, what the law asks of them together. */
function checkTable(table: AllocationTable, { funds }: Records): Finding[] {
  if (table.kind === undefined) return [];
  const about = referenceTo("funding/allocation-table", table.id);
  const fund = funds.find((each) => referenceTo("funding/fund", each.id) === table.fund);
  const named = table.legalPower ?? fund?.legalPower;
  return [
    ...(named === undefined
      ? [without(about, "It is not said by which power it is awarded.", table.cells.length)]
      : judgePower(about, named, table)),
    ...checkConditions(about, table),
  ];
}

function checkPower(award: Award, records: Records): Finding[] {
  const about = referenceTo("funding/award", award.id);
  const named = powerOf(award, records);
  if (named !== undefined) return judgePower(about, named, award);
  const inRound =
    unempowered(award.round, records).length > 0 &&
    records.rounds.some((each) => referenceTo("funding/round", each.id) === award.round);
  return inRound ? [] : [without(about, "It is not said by which power it was made.", 1)];
}

function judgePower(
  about: string,
  named: string,
  given: Pick<AllocationTable, "kind"> & Pick<Award, "awarded">,
): Finding[] {
  const power = legalPowerOf(named);
  if (power === undefined) return [];
  const { awarded } = given;
  if (
    awarded !== undefined &&
    (awarded < power.from || (power.to !== undefined && awarded > power.to))
  ) {
    return [
      {
        rule: "funding/power-not-in-force",
        about,
        severity: power.checked === undefined ? "warning" : "error",
        message: `${power.citation} was not in force on ${awarded}.`,
        evidence: { awarded, from: power.from },
        at: { pointer: "/legalPower" },
        fix: "Name the power that was.",
      },
    ];
  }
  if (power.for !== "services" || !mustPublish(given)) return [];
  return [
    {
      rule: "funding/power-does-not-fit",
      about,
      severity: "note",
      message: `${power.citation} is about services, and grants that go with them; a crime and disorder reduction grant to any person is made under section 9 of the Police Reform and Social Responsibility Act 2011.`,
      evidence: { power: power.id },
      at: { pointer: "/legalPower" },
      fix: "Take advice on the power, and cite it in the decision.",
    },
  ];
}

const missing = (
  about: string,
  rule: keyof typeof lawRules,
  severity: Finding["severity"],
  pointer: string,
  message: string,
  fix: string,
): Finding => ({ rule, about, severity, message, evidence: {}, at: { pointer }, fix });

/** Whether it is known which conditions a grant has, and which objectives it serves. */
function checkConditions(
  about: string,
  given: Pick<AllocationTable, "kind" | "conditions" | "objectives">,
): Finding[] {
  return [
    ...(mustPublish(given) && given.conditions === undefined
      ? [
          missing(
            about,
            "funding/no-conditions",
            "error",
            "/conditions",
            `It is not recorded whether it has conditions (${publicationDuties["si-2011-3050-3f"].citation}).`,
            "List them, or give an empty list where there are none.",
          ),
        ]
      : []),
    ...((given.objectives ?? []).length > 0
      ? []
      : [
          missing(
            about,
            "funding/no-objective",
            "warning",
            "/objectives",
            "It names no objective of the plan.",
            "Name the objectives that it serves.",
          ),
        ]),
  ];
}

function checkContents(award: Award): Finding[] {
  const about = referenceTo("funding/award", award.id);
  const { citation } = publicationDuties["si-2011-3050-3f"];
  const findings: Finding[] = [];
  if (mustPublish(award) && award.purpose === undefined) {
    findings.push(
      missing(
        about,
        "funding/no-purpose",
        "error",
        "/purpose",
        `Its purpose is not recorded (${citation}).`,
        "Say what it is for.",
      ),
    );
  }
  if (mustPublish(award) && award.reason === undefined) {
    findings.push(
      missing(
        about,
        "funding/no-reason",
        "error",
        "/reason",
        `It is not recorded why it was held to secure a reduction of crime and disorder (${citation}).`,
        "Record the reasons of the decision.",
      ),
    );
  }
  return [...findings, ...checkConditions(about, award)];
}

function checkPublication(award: Award, today: string): Finding[] {
  const about = referenceTo("funding/award", award.id);
  if (award.awarded === undefined) {
    return [
      missing(
        about,
        "funding/no-award-date",
        "warning",
        "/awarded",
        "It is not recorded when it was awarded: no day can be held against it, and it is left out of 360Giving data.",
        "Find the decision, and record its day.",
      ),
    ];
  }
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
