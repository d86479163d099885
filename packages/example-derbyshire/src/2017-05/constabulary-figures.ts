import type { PrintedFigure } from "@moothall/core";
import { printed } from "../example-record.ts";
import { in2017 } from "../papers.ts";
import { observed } from "../safeguarding-records.ts";

type Exactness = Parameters<typeof printed>[4];
type Row = readonly [
  of: string,
  paragraph: string,
  text: string,
  value: string,
  exactness?: Exactness,
];

interface Figures {
  readonly printed: readonly PrintedFigure[];
  readonly relations: readonly object[];
}

/**
 * What a report of the constabulary prints besides its tables: figures that no indicator counts, and
 * its words about figures. Persons, victims and single cases stay out.
 */
const figures = (item: string, rows: readonly Row[], relations: readonly object[]): Figures => ({
  printed: rows.map(([of, paragraph, text, value, exactness]) =>
    printed(of, text, value, in2017({ item, paragraph }), exactness),
  ),
  relations: relations.map((relation) => {
    const { at, ...rest } = relation as { readonly at?: string };
    return at === undefined ? rest : { ...rest, source: in2017({ item, paragraph: at }) };
  }),
});

/** A claim that a figure is so many times its base. */
const multiple = (
  at: string,
  words: string,
  figure: unknown,
  base: unknown,
  times: string,
  qualifier?: string,
) => ({
  kind: "claim",
  means: "multiple",
  words,
  figure,
  base,
  multiple: times,
  ...(qualifier !== undefined && { qualifier }),
  at,
});

/** A claim that figures of one indicator are alike over periods. */
const alike = (
  at: string,
  words: string,
  indicator: string,
  periods: readonly string[],
  qualifier?: string,
) => ({
  kind: "claim",
  means: "alike",
  words,
  figures: periods.map((period) => observed(`${indicator}.${period}`)),
  ...(qualifier !== undefined && { qualifier }),
  at,
});

/** A claim that an indicator went one way from each period to the next. */
const direction = (
  at: string,
  words: string,
  way: "up" | "down",
  indicator: string,
  periods: readonly string[],
) => ({
  kind: "claim",
  means: "direction",
  words,
  direction: way,
  changes: periods.slice(1).map((period, index) => ({
    from: observed(`${indicator}.${periods[index]}`),
    to: observed(`${indicator}.${period}`),
  })),
  at,
});

/** As many as the report goes on to list. */
const asListed = (of: string, count: string, because: string) => ({
  kind: "same",
  figures: [of, { constant: count }],
  because,
});

const threeYears = ["fy2014", "fy2015", "fy2016"];
const atLeast = { bound: "at-least" } as const;
const about = { bound: "about" } as const;

export const figures12A = figures(
  "12A",
  [
    ["training.coercive-control", "3.4", "In excess of 1500", "1500", { bound: "more-than" }],
    ["conference.cases", "4.12", "around twenty plus", "20", atLeast],
    ["conference.cases-wanted", "4.12", "two or three", "3", { bound: "at-most" }],
    ["practices.returns", "4.21", "around 65%", "65", about],
    ["referrals.with-practice", "4.21", "almost 50%", "50", { bound: "less-than" }],
    ["consortium.providers", "5.7", "five", "5"],
    ["lip-balms", "5.8", "7,000", "7000"],
    ["perpetrators.programme-years", "5.11", "three years", "3"],
    ["rape-investigations.from", "6.8", "60", "60"],
    ["rape-investigations.to", "6.8", "70", "70"],
  ],
  [
    multiple(
      "2.1",
      "nearly 40 per cent of the number of incidents",
      observed("domestic-abuse-crimes.fy2016"),
      observed("domestic-abuse-incidents.fy2016"),
      "2/5",
      "just-under",
    ),
    alike("2.13", "fairly consistent", "domestic-abuse-repeat-victims", threeYears, "about"),
    alike("2.13", "fairly consistent", "domestic-abuse-repeat-offenders", threeYears, "about"),
    alike(
      "4.8",
      "fairly consistent",
      "disclosure-scheme-applications",
      ["2014", "2015", "2016"],
      "about",
    ),
    ...["from", "to"].map((end) => ({
      kind: "same",
      figures: [
        `rape-investigations.${end}`,
        {
          record: "meetings/paper/sgb.2017-05-22.12d",
          of: `domestic-abuse-unit.rape-${end}`,
        },
      ],
      because: "Both reports tell what the domestic abuse unit has in hand.",
    })),
  ],
);

export const figures12B = figures(
  "12B",
  [
    ["mock-inspection.second.days", "3.7", "two evaluation days", "2"],
    ["mock-inspection.second.days-to-come", "3.7", "A further two days", "2"],
    ["mock-inspection.second.children", "3.7", "aged over 10", "over 10"],
    ["mock-inspection.second.children", "11.1", "10 and over", "10 and over"],
    ["mock-inspections", "3.5", "two", "2"],
    ["mock-inspections", "11.1", "Two", "2"],
    ["county-hub.since", "4.1", "September 2015", "2015-09"],
    ["city-hub.since", "4.1", "June 2016", "2016-06"],
    ["hub.training-months", "4.5", "three months", "3"],
    ["intermediary.wait-weeks", "6.1", "about 6 weeks", "6", about],
    ["exploitation-team.inspectors", "7.1", "one Detective Inspector", "1"],
    ["exploitation-team.sergeants", "7.1", "two Detective Sergeants", "2"],
    ["exploitation-team.constables", "7.1", "nine Detective Constables", "9"],
    ["film.shown-since", "7.8", "September 2015", "2015-09"],
    ["film.produced", "7.8", "last year", "2016"],
    ["film.seen-by", "7.8", "more than 35,000", "35000", { bound: "more-than" }],
    ["film.rollout-from", "7.8", "20 February", "2017-02-20"],
    ["film.rollout-to", "7.8", "7 April 2017", "2017-04-07"],
    ["online-team.inspectors", "8.1", "one detective inspector", "1"],
    ["online-team.sergeants", "8.1", "one detective sergeant", "1"],
    ["online-team.constables", "8.1", "nine detective constables", "9"],
    ["online-team.streams", "8.1", "three main streams", "3"],
    ["forensics.staff", "9.1", "17 staff", "17"],
    ["forensics.trained", "9.3", "Nine of the staff", "9"],
    ["forensics.images", "9.3", "250 million images", "250000000"],
    ["missing.categories", "13.3", "four categories", "4"],
    ["missing.system-upgraded", "13.3", "24 April 2017", "2017-04-24"],
    ["missing.absent-ends", "13.4", "week beginning 2 May 2017", "2017-05-02"],
    ["video.facilities", "15.1", "four facilities", "4"],
  ],
  [
    multiple(
      "2.16",
      "three quarters of all the missing child reports",
      observed("missing-children-repeat-reports.fy2016"),
      observed("missing-children-reports.fy2016"),
      "3/4",
    ),
    {
      kind: "order",
      dates: ["film.produced", "film.shown-since"],
      because: "A film is produced before it is shown.",
      at: "7.8",
    },
    { kind: "order", dates: ["film.rollout-from", "film.rollout-to"] },
    {
      kind: "order",
      dates: ["missing.system-upgraded", "missing.absent-ends"],
    },
    asListed("online-team.streams", "3", "They are named in 8.2, 8.3 and 8.4."),
    {
      kind: "total",
      parts: ["forensics.trained"],
      total: "forensics.staff",
      partial: true,
    },
    asListed("video.facilities", "4", "The places are named."),
  ],
);

export const figures12C = figures(
  "12C",
  [
    ["training.dates", "2.5", "no less than 35 dates", "35", atLeast],
    ["triage.months", "4.14", "at least another 6 months", "6", atLeast],
    ["mental-health-form.since", "4.8", "1 April 2015", "2015-04-01"],
    ["absent.recorded-since", "5.11", "9 September 2013", "2013-09-09"],
    ["absent.category-since", "5.1", "Since 2013", "2013"],
  ],
  [
    multiple(
      "5.13",
      "around one third",
      observed("missing-incidents.fy2016.kind-absent"),
      observed("missing-incidents.fy2016"),
      "1/3",
      "about",
    ),
    alike("5.13", "a similar level to previous years", "absent-share", threeYears),
    {
      kind: "same",
      figures: ["absent.recorded-since", "absent.category-since"],
      because: "Absence was recorded once forces told it from missing.",
    },
    direction("5.13", "The total number … has fallen", "down", "missing-incidents", [
      "fy2015",
      "fy2016",
    ]),
  ],
);

export const figures12D = figures(
  "12D",
  [
    ["reporting.one-in", "2.2", "1 in 6", "6"],
    ["rise.years", "2.4", "over the last six years", "6"],
    ["notes.wait-weeks", "2.14", "up to six weeks", "6", { bound: "at-most" }],
    ["hub.since", "2.25", "February 2016", "2016-02"],
    ["new-threat.published", "2.24", "February 2016", "2016-02"],
    ["domestic-abuse-unit.rape-from", "4.5", "60", "60"],
    ["domestic-abuse-unit.rape-to", "4.5", "70", "70"],
    ["domestic-abuse-unit.historical", "4.5", "over 90%", "90", { bound: "more-than" }],
    ["institutions.investigations", "4.11", "nine investigations", "9"],
    ["low-risk.years", "5.7", "three years", "3"],
    ["low-risk.cases", "5.8", "around 250 cases", "250", about],
    ["conviction.rank.region", "6.1", "3", "3"],
    ["scrutiny.meetings", "6.9", "met twice", "2"],
  ],
  [
    direction("2.7", "increase year on year", "up", "rape-recorded", threeYears),
    direction("2.12", "increased over recent years", "up", "rape-other-outcomes", [
      "fy2014.kind-victim-withdraws",
      "fy2015.kind-victim-withdraws",
      "fy2016.kind-victim-withdraws",
    ]),
    direction("5.6", "an increase in cases year on year", "up", "managed-offenders", [
      "2015",
      "2016",
      "2017-01-01-2017-05-22",
    ]),
    alike("2.10", "consistent with the previous year", "rape-cancelled-share", [
      "fy2015",
      "fy2016",
    ]),
    multiple(
      "2.20",
      "Nearly a half",
      observed("rape-over-365-days.fy2016"),
      observed("rape-with-outcome-base.fy2016"),
      "1/2",
      "just-under",
    ),
    alike(
      "2.28",
      "consistent across the years",
      "other-sexual-offences-cancelled-share",
      threeYears,
    ),
    multiple(
      "2.32",
      "one in five",
      observed("other-sexual-offences-over-365-days.fy2016"),
      observed("other-sexual-offences-with-outcome-base.fy2016"),
      "1/5",
    ),
    multiple(
      "4.5",
      "over 90% … historical, where 12A says the majority",
      "domestic-abuse-unit.historical",
      { constant: "100" },
      "1/2",
      "over",
    ),
  ],
);

const toFebruary = "2016-04-01-2017-02-28";
const complaintShares = ["2015-04-01-2016-02-29", toFebruary].map((period) => ({
  kind: "total",
  parts: ["for-local-resolution", "under-investigation"].map((name) =>
    observed(`complaints-${name}.${period}`),
  ),
  total: { constant: "100" },
  because: "A complaint is suitable for local resolution or is investigated.",
}));

export const figures12E = figures(
  "12E",
  [
    ["region.forces", "Appendix A, Confidence and satisfaction", "Region (5)", "5"],
    ["country.forces", "Appendix A, Confidence and satisfaction", "E&W (43)", "43"],
  ],
  [
    ...["guilty-pleas-first-hearing", "magistrates-conviction-rate", "crown-conviction-rate"].map(
      (id) => alike("2.9", "stable with previous years", id, ["fy2015", toFebruary]),
    ),
    ...["magistrates", "crown"].map((court) =>
      multiple(
        "2.9",
        "both about 80%",
        observed(`${court}-conviction-rate.${toFebruary}`),
        { constant: "80" },
        "1",
        "about",
      ),
    ),
    {
      ...alike("", "in line with previous years", "road-casualties-fatal-serious", [
        "2016",
        "fy2015",
        "fy2014",
      ]),
      at: "Appendix A, comments of the assistant chief constable, operations",
    },
    ...complaintShares,
    ...[
      ["region.forces", "east-midlands-forces"],
      ["country.forces", "england-and-wales-forces"],
    ].flatMap(([of, group]) =>
      ["public-confidence", "victim-satisfaction"].map((id) => ({
        kind: "total",
        parts: [
          {
            record: `safeguarding/benchmark/${id}.${group}`,
            of: "/place/place",
          },
        ],
        total: of,
        partial: true,
        because: "No place lies beyond the last.",
      })),
    ),
  ],
);

export const figures12F = figures(
  "12F",
  [
    ["period.from", "2.2", "1 October 2016", "2016-10-01"],
    ["period.to", "2.2", "31 March 2017", "2017-03-31"],
    ["period.from", "7.1", "1 October 2016", "2016-10-01"],
    ["period.to", "7.1", "31 March 2017", "2017-03-31"],
    ["fees.from", "3.2", "1 September 2017", "2017-09-01"],
    ["fees.panel", "3.2", "three impartial experts", "3"],
    ["fees.panel.lawyers", "3.2", "one lawyer", "1"],
    ["fees.panel.others", "3.2", "two members", "2"],
    ["kits.for-each-vehicle", "5.10", "2 sets", "2"],
    ["kits.training-by", "5.10", "by May 2017", "2017-05"],
    ["drill.on", "6.6", "30 November 2016", "2016-11-30"],
    ["drill.minutes", "6.6", "less than 5 minutes", "5", { bound: "less-than" }],
    ["reportable.fractures", "7.1", "five", "5"],
    ["near-misses.single-crewed", "7.4", "three", "3"],
    ["near-misses.motorway", "7.4", "two", "2"],
  ],
  [
    { kind: "total", parts: ["fees.panel.*"], total: "fees.panel" },
    {
      kind: "total",
      parts: ["reportable.fractures"],
      total: observed("reportable-accidents.2016-10-01-2017-03-31"),
      partial: true,
    },
    {
      kind: "total",
      parts: ["near-misses.*"],
      total: observed("near-misses.2016-10-01-2017-03-31"),
      partial: true,
    },
    {
      kind: "total",
      parts: [
        observed("near-misses.2016-10-01-2017-03-31"),
        observed("reportable-accidents.2016-10-01-2017-03-31"),
      ],
      total: observed("injuries-on-duty.2016-10-01-2017-03-31"),
      partial: true,
      because: "Near misses and reportable accidents are among the injuries, and none is both.",
    },
    { kind: "order", dates: ["period.from", "drill.on", "period.to"] },
  ],
);

const calls = ["attended", "declined", "cancelled"];

export const figures12G = figures(
  "12G",
  [
    ["gatekeeping.since", "2.8", "January 2016", "2016-01"],
    ["priority-two.limit-minutes", "2.12", "within 60 minutes", "60", { bound: "at-most" }],
    ["local-base.closed", "2.25", "early January 2016", "2016-01"],
    ["bases.closed", "2.25", "two bases", "2"],
    ["planes", "2.26", "four fixed-wing aircraft", "4"],
    ["planes.first", "2.26", "The first one", "1"],
    ["planes.rest", "2.26", "The remaining three", "3"],
    ["formula.options", "2.28", "three options", "3"],
  ],
  [
    { kind: "total", parts: ["planes.first", "planes.rest"], total: "planes" },
    ...["2016", "2017-q1"].map((period) => ({
      kind: "total",
      parts: calls.map((name) => observed(`air-support-${name}.${period}`)),
      total: { constant: "100" },
      partial: true,
      because: "They are shares of all calls; what became of the rest is not said.",
    })),
    {
      kind: "total",
      parts: [observed("air-support-calls.2016")],
      total: observed("air-support-region-calls.2016"),
      partial: true,
      because: "The force is one of the region's.",
    },
  ],
);
