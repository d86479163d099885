import {
  application,
  award,
  awardRound,
  ceilingsOf,
  check360Giving,
  clawBack,
  costSplit,
  fund,
  position,
  round,
  sharesOf,
  split,
  splitTable,
  to360Giving,
} from "@moothall/funding";

// The Home Office fund of 2012–13 gave £66,000 to eight community safety partnerships.
const eight = Array.from({ length: 8 }, (_, index) => ({ id: `partnership-${index + 1}` }));
console.log(split({ total: "66000", partners: eight }).shares[0]);

// Three partners, two instalments: every row and every column comes out to the penny.
const three = [{ id: "a" }, { id: "b" }, { id: "c" }];
console.log(splitTable({ total: "1000.00", partners: three, instalments: ["1", "1"] }).matrix);

// A standing rule whose partners change on a day.
const reviews = costSplit().parse({
  id: "board.review-costs",
  title: "Costs of reviews",
  partners: [
    { id: "authority", name: "Police Authority", to: "2012-11-21" },
    { id: "county", name: "County Council" },
    { id: "district", name: "The district concerned", chosenByCase: true },
  ],
});
const chosen = { district: { name: "Chesterfield" } };
for (const date of ["2012-06-01", "2013-04-01"]) {
  console.log(date, sharesOf(reviews, { date, total: "100.00", chosen }).shares);
}

// A round: down the ranking to the ceiling, and not a penny over.
const body = "register/body/opcc-example";
const first = round().parse({
  id: "opcc.2024-1",
  title: "First round",
  body,
  year: "FY2024",
  ceiling: "4000",
});
const applications = [
  { id: "hall", asked: "2500", agreedScore: "9" },
  { id: "club", asked: "1500.01", agreedScore: "8" },
].map((each) =>
  application().parse({
    round: "funding/round/opcc.2024-1",
    applicant: { name: each.id },
    title: each.id,
    ...each,
  }),
);
const decided = awardRound({
  round: first,
  applications,
  assessments: [],
  ceilings: ceilingsOf({ round: first, awards: [] }),
});
console.log(decided.awards, decided.refused);

// What the fund has left, and what a recipient owes back.
const awarded = award().parse({
  id: "hall",
  body,
  fund: "funding/fund/opcc.csf",
  recipient: { name: "A Community Association", identifier: "GB-CHC-1000000" },
  title: "Youth evenings",
  purpose: "Sessions on Friday evenings",
  amount: "2500",
  current: "2500",
  year: "FY2024",
  awarded: "2024-07-01",
});
const csf = fund().parse({
  id: "opcc.csf",
  title: "Community Safety Fund",
  body,
  source: "police-grant",
  years: [{ year: "FY2024", budget: "4000" }],
});
console.log(position(csf, { awards: [awarded], payments: [], recoveries: [] }).total);
console.log(clawBack({ paid: "2500", accepted: "2000", rate: "1" }).due);

// As 360Giving data, checked.
const grants = to360Giving([awarded], { prefix: "360G-example" });
for (const { rule, at } of check360Giving({ grants }, { today: "2026-11-22" }))
  console.log(rule, at?.pointer);
