/** A power under which money is given, as dated data. */
export interface LegalPower {
  readonly id: string;
  readonly citation: string;
  readonly allows: string;
  /** Which kinds of award it is for. */
  readonly for: "grants" | "services" | "any";
  /** The first day on which it could be used, and the last where it has ended. */
  readonly from: string;
  readonly to?: string;
  /** Where the power is written. */
  readonly source: string;
  /** When the days were last held against the source; absent where they were not yet, and findings that rest on them are warnings. */
  readonly checked?: string;
}

/** The powers that commissioners and English councils use most. Others may be cited in words. */
export const legalPowers: readonly LegalPower[] = [
  {
    id: "prsra-2011-s9",
    citation: "Police Reform and Social Responsibility Act 2011, section 9",
    allows: "A crime and disorder reduction grant to any person, with or without conditions.",
    for: "grants",
    // Part 1 of the Act came into force for commissioners by SI 2012/2892.
    from: "2012-11-22",
    source: "https://www.legislation.gov.uk/ukpga/2011/13/section/9",
    checked: "2026-11-22",
  },
  {
    id: "asbcpa-2014-s143",
    citation: "Anti-social Behaviour, Crime and Policing Act 2014, section 143",
    allows:
      "Providing services, or arranging for them, with grants that go with them: crime and disorder reduction, victims and witnesses.",
    for: "services",
    from: "2014-05-13",
    source: "https://www.legislation.gov.uk/ukpga/2014/12/section/143",
  },
  {
    id: "la-2011-s1",
    citation: "Localism Act 2011, section 1",
    allows: "Anything that individuals generally may do (English councils).",
    for: "any",
    from: "2012-02-18",
    source: "https://www.legislation.gov.uk/ukpga/2011/20/section/1",
  },
  {
    id: "lga-1972-s137",
    citation: "Local Government Act 1972, section 137",
    allows: "Spending in the interest of the area, within a limit for each elector.",
    for: "any",
    from: "1974-04-01",
    source: "https://www.legislation.gov.uk/ukpga/1972/70/section/137",
  },
];

/** The power of that id or citation; undefined for one that is cited in other words. */
export const legalPowerOf = (text: string): LegalPower | undefined =>
  legalPowers.find((each) => each.id === text || each.citation === text);
