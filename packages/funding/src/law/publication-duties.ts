import { parseDate, parsePeriod } from "@moothall/core";

/** A duty to publish, as dated data. */
export interface PublicationDuty {
  readonly id: string;
  readonly citation: string;
  readonly demands: string;
  readonly from: string;
  readonly source: string;
  /** When it was last held against its source; absent where it was not yet. */
  readonly checked?: string;
}

export const publicationDuties = {
  "si-2011-3050-3f": {
    id: "si-2011-3050-3f",
    citation:
      "Elected Local Policing Bodies (Specified Information) Order 2011 (SI 2011/3050), Schedule, paragraph 3(f)",
    demands:
      "Each crime and disorder reduction grant: conditions, recipient, purpose, and why it was held to secure that reduction; monthly, as soon as practicable after the end of the month. No amount is too small.",
    from: "2012-01-16",
    source: "https://www.legislation.gov.uk/uksi/2011/3050",
    checked: "2026-11-22",
  },
  "si-2011-3050-3g": {
    id: "si-2011-3050-3g",
    citation: "SI 2011/3050, Schedule, paragraph 3(g), as amended by SI 2012/2479",
    demands:
      "Each other item of expenditure above £500: recipient, purpose, and why it was held to be good value for money; monthly.",
    from: "2012-11-22",
    source: "https://www.legislation.gov.uk/uksi/2012/2479",
    checked: "2026-11-22",
  },
  "si-2011-3050-3a-e": {
    id: "si-2011-3050-3a-e",
    citation: "SI 2011/3050, Schedule, paragraph 3(a) to (e)",
    demands: "Budget, precept, sources of revenue, proposed expenditure: before the year begins.",
    from: "2012-01-16",
    source: "https://www.legislation.gov.uk/uksi/2011/3050",
    checked: "2026-11-22",
  },
  "transparency-code-2015-grants": {
    id: "transparency-code-2015-grants",
    citation:
      "Local Government Transparency Code 2015, grants to voluntary, community and social enterprise organisations",
    demands:
      "Every such grant of an English council: date, period, department, beneficiary, registration number, purpose, amount; each year.",
    from: "2015-04-01",
    source: "https://www.gov.uk/government/publications/local-government-transparency-code-2015",
  },
  "sca-2022-s33": {
    id: "sca-2022-s33",
    citation: "Subsidy Control Act 2022, section 33",
    demands:
      "An entry in the subsidy database within three months of the confirmation of the decision; none for £100,000 or less under a scheme that has its entry, or as minimal financial assistance (section 36(4)).",
    from: "2023-01-04",
    source: "https://www.legislation.gov.uk/ukpga/2022/23/section/33",
    checked: "2026-11-22",
  },
} as const satisfies Record<string, PublicationDuty>;

/** Above this a subsidy has an entry of its own (Subsidy Control Act 2022, sections 33(2)(c) and 36(4)). */
export const subsidyEntryAbove = "100000";

/** Other spending of a commissioner above this is published (SI 2011/3050, Schedule, paragraph 3(g)). */
export const spendingPublishedAbove = "500";

/**
 * The last day to publish a grant or payment of this day each month. The order says "as soon as
 * practicable after the end of the month" and names no day: the end of the next month is taken,
 * which no reading allows to be passed without a reason.
 */
export const publishMonthlyBy = (day: string): string =>
  parseDate(day).with({ day: 1 }).add({ months: 2 }).subtract({ days: 1 }).toString();

/** The last day to publish grants of a council for the financial year of this day: one month after its end. */
export const publishYearlyBy = (financialYear: string): string => {
  const { end } = parsePeriod(financialYear);
  return parseDate(end as string)
    .add({ months: 1 })
    .toString();
};

/** The last day for an entry in the subsidy database. */
export const enterSubsidyBy = (confirmed: string): string =>
  parseDate(confirmed).add({ months: 3 }).toString();
