import { printed } from "../example-record.ts";
import { in2013 } from "../papers.ts";

const item = "3 Community Safety Agreement";
const at = (paragraph: string) => in2013({ item, paragraph });
const cover = at("Background");
const contents = at("Contents");
const introduction = at("1 Introduction");
const context = at("2 Context");
const priorities = at("3 Priorities");
const plan = at("Appendix A");
const purpose = at("Appendix C, 1.1");
const effects = at("Appendix C, 5.2");

const observed = (id: string) => ({
  record: `safeguarding/observation/${id}.derbyshire`,
  of: "/value",
});
const crimes = (id: string) => ({
  from: observed(`${id}.fy2010`),
  to: observed(`${id}.fy2011`),
});
const unit = (size: string) => ({ unit: size });
const about = { bound: "about" } as const;

/**
 * Figures of the agreement and of its equality impact assessment that belong to no record of their
 * own. Left out are counts so small that they would show persons: of two high-risk cases, of children
 * and single deaths among those who died in fires, of victims visited a third and a fourth time.
 */
const figures = [
  printed("section-number.budget", "5. Budget", "5", contents),
  printed("section-number.budget", "4. BUDGET", "4", at("4 Budget")),
  printed("section-number.performance", "4. Performance", "4", contents),
  printed("section-number.performance", "4. PERFORMANCE", "4", at("4 Performance")),
  printed("term", "2011 / 2014", "2011-04-01/2014-03-31", at("Title")),
  printed("term", "April 2011 until March 2014", "2011-04-01/2014-03-31", purpose),
  printed("term-years", "three year", "3", context),
  printed("last-year", "2013-14", "FY2013", cover),
  printed("last-year.number", "third", "3", cover),
  printed("national-priorities", "four", "4", priorities),
  printed("districts", "eight", "8", context),
  printed("population", "758,100", "758100", introduction, unit("100")),
  printed("older.county", "21.7%", "21.7", introduction),
  printed("older.nation", "19.3%", "19.3", introduction),
  printed("pensionable-growth.county", "3.3%", "3.3", introduction),
  printed("pensionable-growth.nation", "2.1%", "2.1", introduction),
  printed("sex.female", "50.9%", "50.9", introduction),
  printed("sex.male", "49.1%", "49.1", introduction),
  printed("minority.county", "1.5%", "1.5", introduction),
  printed("minority.nation", "9.1%", "9.1", introduction),
  printed("born-in-england.county", "94.8%", "94.8", introduction),
  printed("born-in-england.nation", "83.6%", "83.6", introduction),
  printed("rise.shoplifting", "9%", "9", introduction),
  printed("rise.possession-of-drugs", "10 %", "10", introduction),
  printed("violence-share", "one in five", "0.2", introduction, unit("0.1")),
  printed("not-worried.rise", "2 %", "2", introduction),
  printed("re-offending.below-average", "two percent", "2", introduction, unit("1")),
  printed("drug-funded-acquisitive-crime", "one-third", "1/3", introduction),
  printed("drug-funded-acquisitive-crime", "one-third", "1/3", effects),
  printed("alcohol.violent-crime", "one-half", "1/2", introduction),
  printed("alcohol.domestic-violence", "one-third", "1/3", introduction),
  printed("road-casualties.fewer-to-august-2012", "10", "10", introduction),
  printed("road-deaths.nation.rise", "3%", "3", plan),
  printed("road-deaths.nation.2011", "1,901", "1901", plan),
  printed("domestic-abuse.actions", "four", "4", plan),
  printed("bullying.fixed-term.share", "Less than 2%", "2", effects, {
    bound: "less-than",
  }),
  printed("bullying.fixed-term", "less than 100", "100", effects, {
    bound: "less-than",
  }),
  printed("bullying.permanent.share", "less than 2%", "2", effects, {
    bound: "less-than",
  }),
  printed("bullying.permanent", "less than 10", "10", effects, {
    bound: "less-than",
  }),
  printed("organised-crime.targets", "around 50", "50", effects, about),
  printed("on-licence.failure", "50%", "50", effects),
  printed("male-victims.calls", "93", "93", effects),
  printed("male-victims.website", "3,643", "3643", effects),
  printed("minority-victims.high-risk", "21", "21", effects),
  printed("partners.same-sex.share.least", "5", "5", effects, unit("1")),
  printed("partners.same-sex.people", "around 37,000", "37000", effects, about),
  printed("partners.same-sex.victims", "9,250", "9250", effects),
  printed("prevalence.women.one-in", "1 in 4", "4", effects),
  printed("prevalence.men.one-in", "1 in 6", "6", effects),
  printed("minority.people", "36,200", "36200", effects),
  printed("minority.victims.least", "6,033", "6033", effects, unit("1")),
  printed("minority.victims.most", "9,050", "9050", effects, unit("1")),
  printed("sexual-offences.april-to-november-2010", "822", "822", effects),
  printed("sexual-offences.two-kinds", "approximately 60%", "60", effects, about),
  printed("sexual-offences.disability", "Just over 30%", "30", effects, {
    bound: "more-than",
  }),
  printed("sexual-offences.rank", "second highest", "2", effects),
  printed("acquisitive.baseline", "8,800", "8800", effects),
  printed("acquisitive.target", "8,536", "8536", effects),
  printed("acquisitive.cut", "3%", "3", effects),
  printed("burglary.repeat-victims", "34", "34", effects),
  printed("prolific-offenders", "approximately 144", "144", effects, about),
  printed("short-sentences.re-offend", "60%", "60", effects),
  printed("behaviour.officers", "13", "13", effects),
  printed("behaviour.victims-supported", "67", "67", effects),
  printed("road-casualties.above-target-2009", "4%", "4", effects),
] as const;

const against = (subject: string, direction: "up" | "down", words: string) => ({
  kind: "claim",
  means: "direction",
  words,
  direction,
  changes: [{ from: `${subject}.nation`, to: `${subject}.county` }],
  source: introduction,
});

const relations = [
  {
    kind: "period",
    periods: ["term"],
    years: "term-years",
    because: "An agreement of three years lasts three years.",
  },
  { kind: "period", periods: ["last-year"], within: "term" },
  {
    kind: "count",
    // The lines under domestic abuse and sexual violence.
    list: ["4", "5", "6", "7"].map((line) => ({
      record: `assurance/action-plan-line/safer-communities-board.2013.${line}`,
      of: "/action",
    })),
    count: "domestic-abuse.actions",
  },
  {
    kind: "same",
    figures: ["last-year.number", "term-years"],
    because: "The third year is called the last.",
  },
  { kind: "total", parts: ["sex.*"], total: { constant: "100" } },
  against("older", "up", "an older population"),
  against("pensionable-growth", "up", "greater than the national increase"),
  against("minority", "down", "only 1.5%"),
  against("born-in-england", "up", "the vast majority"),
  {
    kind: "claim",
    means: "direction",
    words: "only shoplifting and possession of drugs rose",
    direction: "down",
    changes: [
      crimes("serious-acquisitive-crime"),
      crimes("county-violence-with-injury"),
      crimes("county-violence-without-injury"),
    ],
    source: introduction,
    because: "If only those two rose, the others did not.",
  },
  {
    kind: "percentage",
    part: "partners.same-sex.people",
    base: "population",
    percentage: "partners.same-sex.share.least",
  },
  {
    kind: "derived",
    operation: "quotient",
    of: ["partners.same-sex.people", "prevalence.women.one-in"],
    result: "partners.same-sex.victims",
  },
  {
    kind: "derived",
    operation: "quotient",
    of: ["minority.people", "prevalence.men.one-in"],
    result: "minority.victims.least",
  },
  {
    kind: "derived",
    operation: "quotient",
    of: ["minority.people", "prevalence.women.one-in"],
    result: "minority.victims.most",
  },
  {
    kind: "change",
    from: "acquisitive.baseline",
    to: "acquisitive.target",
    percent: "acquisitive.cut",
    direction: "down",
  },
];

/** What the paper on the agreement printed, how it hangs together, and in few words what it says. */
export const agreementFigures = {
  information: [
    {
      text: "2013-14 is the last of three years. Most crime of the county fell in 2011/12; shoplifting, possession of drugs and violence without injury rose.",
    },
    {
      text: "15 threats are to be watched, four of them new; reports on one heading each are to begin in June 2013 in place of quarterly figures.",
    },
    {
      text: "The Home Office's fund ends on 31 March 2013, and some activity may end with it.",
    },
  ],
  printed: figures,
  relations,
};
