import { printed } from "../example-record.ts";
import { in2017 } from "../papers.ts";

const numbered = (prefix: string, ...texts: readonly string[]) =>
  texts.map((text, index) => ({ number: `${prefix}.${index + 1}`, text }));

const about = { bound: "about" } as const;

const boards = (paragraph: string) => in2017({ item: "11C", paragraph });
const cityAdults = (paragraph: string) => in2017({ item: "11C, Appendix A", paragraph });
const countyAdults = (paragraph: string) => in2017({ item: "11C, Appendix B", paragraph });
const children = (paragraph: string) => in2017({ item: "11C, Appendix C", paragraph });

/** Item 11C: its text, and the figures of it and of its appendices that are no statistics. */
export const safeguardingBoardsReport = {
  information: numbered(
    "2",
    "The chairs were asked for their arrangements, their risks and what they do about them, as context for 12B and 12C.",
    "Both adults' boards sent a report.",
    "Both tell of more referrals and applications since the Care Act, and of what that asks of partners with little money; both praise the police's part.",
    "Both children's boards sent one report.",
    "It tells of more referrals too, and of not knowing what the new law will put in the boards' place.",
  ),
  printed: [
    printed("care-act-in-force", "April 2015", "2015-04", boards("2.3")),
    printed("care-act-in-force", "April 2015", "2015-04", cityAdults("Context")),
    printed("care-act-in-force", "01/04/15", "2015-04-01", countyAdults("Introduction")),
    printed("year-under-the-act", "the second year", "2", cityAdults("Context")),
    printed("year-reported", "2016/17", "2016", cityAdults("Context")),
    printed("city.objectives", "three key objectives", "3", cityAdults("Context")),
    printed("city.objectives-listed", "3)", "3", cityAdults("Context")),
    printed("city.report", "26th April 2017", "2017-04-26", cityAdults("Signature")),
    printed("county.project-officer", "October 2015", "2015-10", countyAdults("Arrangements")),
    printed("county.sub-groups", "6 sub-groups", "6", countyAdults("Arrangements")),
    printed("county.plan-years", "three year", "3", countyAdults("Arrangements")),
    printed("county.joint-group", "March 2017", "2017-03", countyAdults("Arrangements")),
    printed("county.learning-reviews", "one", "1", countyAdults("Safeguarding Adults Reviews")),
    printed("county.audits-in-a-year", "A minimum of four", "4", countyAdults("Audit plan"), {
      bound: "at-least",
    }),
    printed(
      "county.meetings-with-children-board",
      "twice a year",
      "2",
      countyAdults("Think Family"),
    ),
    printed("county.statutory-members", "three", "3", countyAdults("DoLs")),
    printed("county.report", "27th April 2017", "2017-04-27", countyAdults("Signature")),
    printed("children.chief-officers-meetings", "twice a year", "2", children("4")),
    printed("children.risks-listed", "iv)", "4", children("4")),
  ],
  relations: [
    {
      kind: "derived",
      operation: "difference",
      of: ["year-reported", { constant: "2014" }],
      result: "year-under-the-act",
      because: "The first year under the Act is 2015/16.",
    },
    {
      kind: "same",
      figures: ["city.objectives", "city.objectives-listed"],
      because: "The objectives are numbered to that.",
    },
    {
      kind: "same",
      figures: ["county.statutory-members", { constant: "3" }],
      because: "It names the police, the local authority and the clinical commissioning groups.",
    },
    {
      kind: "order",
      dates: ["care-act-in-force", "county.project-officer", "county.joint-group", "county.report"],
      because: "The report tells of what was done since the Act.",
    },
  ],
};

const partners = (paragraph: string) => in2017({ item: "11D", paragraph });
const consortium = in2017({ item: "11D, Appendix B" });
const refuge = in2017({ item: "11D, Appendix C" });
const outreach = in2017({
  item: "11D, Appendix C",
  paragraph: "Demand for outreach",
});
const briefing = (paragraph: string) =>
  in2017({ item: "11D, Appendix C", table: "Appendix I", paragraph });
const council = in2017({ item: "11D, Appendix D" });

/** The table of needs at the first assessment: what, in refuges, in outreach. */
const needs = [
  ["further-injury", "73.7", "53.2"],
  ["getting-worse", "67.2", "30.8"],
  ["very-frightened", "72.2", "56.0"],
  ["weapons", "42.7", "26.1"],
] as const;

/** What those whom the outreach team supports for long said. */
const told = [
  ["threatened", "44.3"],
  ["strangled", "37.8"],
  ["weapons", "38.9"],
  ["very-frightened", "62.7"],
  ["suicidal", "21.6"],
] as const;

const service = "funding/commissioned-service/derby-city-council.refuge";

/** Item 11D: its text, and the figures of its appendices that belong to no service of the county. */
export const domesticAbusePartnersReport = {
  information: numbered(
    "2",
    "Partners were asked for their risks, for what they do about them and where they raised them, as context for 12A.",
    "Trident Reach, the consortium of four, Refuge and the county council answered.",
    "Their four reports are attached.",
    "Services are now good across the county, but not known to all; other services that victims need are cut; money runs out; the helpline has far more calls than expected; without legal aid victims can be left unsafe.",
    "Much of it has been raised before.",
  ),
  printed: [
    printed("reports", "four reports", "4", partners("2.3")),
    printed("reports-listed", "Appendices A to D", "4", partners("2.3")),
    printed("consortium.referrals", "12 referrals", "12", consortium),
    printed("consortium.referral-days", "2 days", "2", consortium),
    printed("consortium.groups", "4 well attended groups", "4", consortium),
    printed("supported-on-a-day", "close to 5,000", "5000", refuge, about),
    printed("supported-on-a-day", "almost 5,000", "5000", briefing("Key points"), about),
    printed("supported-on-a-day", "nearly 5,000", "5000", briefing("Who we are"), about),
    printed("supported-on-a-day.growth", "39%", "39", briefing("Key points")),
    printed("first-refuge", "1971", "1971", briefing("Who we are")),
    printed("years", "45 years", "45", briefing("Key points")),
    printed("years", "45 years", "45", briefing("Who we are")),
    printed("briefing", "February 2017", "2017-02", briefing("Title")),
    printed("services-cut-since-2011", "80%", "80", briefing("Recent issues")),
    printed("services-cut-since-2011", "80%", "80", briefing("What is happening")),
    printed(
      "refuges-lost-since-2010",
      "17%",
      "17",
      in2017({ item: "11D, Appendix C", paragraph: "Note 1" }),
    ),
    printed("refuges-lost-since-2010", "17%", "17", briefing("What is happening")),
    printed("refuges-facing-closure.england", "67%", "67", briefing("What is happening")),
    printed("refuges-facing-closure.wales", "69%", "69", briefing("What is happening")),
    printed("refuges-to-admit-fewer", "87%", "87", briefing("What is happening")),
    printed("refuge.controlled", "Almost 70%", "70", briefing("Overview"), {
      bound: "less-than",
    }),
    printed("refuge.injured", "just over 50%", "50", briefing("Overview"), {
      bound: "more-than",
    }),
    printed("refuge.threatened", "41%", "41", briefing("Overview")),
    printed("refuge.small-baby", "almost 28%", "28", briefing("Overview"), {
      bound: "less-than",
    }),
    printed("refuge.weeks", "20 weeks", "20", briefing("Overview")),
    printed("serious-cases.share", "63%", "63", briefing("Overview")),
    printed("serious-cases.children", "n88", "88", briefing("Overview")),
    printed("babies", "39,000", "39000", briefing("Overview")),
    printed("homicides-at-separation", "76%", "76", briefing("Do we need refuges?")),
    printed("study.of-the-women", "20%", "20", briefing("Value for money")),
    printed("study.of-the-return", "54%", "54", briefing("Value for money")),
    printed("needs.period", "April-December 2016", "2016-04-01/2016-12-31", briefing("Table")),
    ...needs.flatMap(([need, inRefuge, inOutreach]) => [
      printed(`needs.refuge.${need}`, `${inRefuge}%`, inRefuge, briefing("Table")),
      printed(`needs.outreach.${need}`, `${inOutreach}%`, inOutreach, briefing("Table")),
    ]),
    printed("outreach.workers", "three", "3", outreach),
    printed("outreach.workers-found", "one", "1", outreach),
    ...told.map(([what, share]) => printed(`outreach.${what}`, `${share}%`, share, outreach)),
    printed("launched", "August 2016", "2016-08", council),
    printed("ages", "13-24", "13-24", council),
  ],
  relations: [
    {
      kind: "same",
      figures: ["reports", "reports-listed"],
      because: "One appendix for each that answered.",
    },
    {
      kind: "total",
      parts: ["first-refuge", "years"],
      total: { constant: "2017" },
      partial: true,
      because: "The briefing of 2017 counts the years from the first refuge.",
    },
    {
      kind: "total",
      parts: [{ record: service, of: "usage.admitted.2016-17" }],
      total: { record: service, of: "usage.supported.2016-17" },
      partial: true,
      because: "Those admitted are some of those supported.",
    },
    {
      kind: "order",
      dates: [
        {
          record: "funding/commissioned-service/derbyshire-county-council.domestic-abuse",
          of: "/starts",
        },
        "launched",
      ],
      because: "The services started in April and were launched formally later.",
    },
  ],
};
