import {
  changeOfCounts,
  coverage,
  gunning,
  marginOfError,
  opinionGroups,
  rake,
  representativeness,
} from "@moothall/engagement";

const { weights, effectiveSize } = rake({
  sample: [
    { sex: "female", age: "under 40", count: 20 },
    { sex: "female", age: "40 and over", count: 60 },
    { sex: "male", age: "under 40", count: 15 },
    { sex: "male", age: "40 and over", count: 25 },
  ],
  margins: {
    sex: { female: 510, male: 490 },
    age: { "under 40": 450, "40 and over": 550 },
  },
});
console.log(weights.map(({ weight }) => weight.toFixed(3)).join(" "));
console.log(`120 respondents tell as much as ${effectiveSize.toFixed(1)} of a random sample`);
console.log(`${marginOfError({ share: 0.5, size: 1000 }).points.toFixed(4)} points`);

console.log(changeOfCounts(120, 150).words);

const { rScore, disclosureRate } = representativeness({
  groups: [
    { group: "female", participants: 80, population: 510 },
    { group: "male", participants: 40, population: 490 },
  ],
  preferNotToSay: 6,
});
console.log(rScore.toFixed(2), disclosureRate.toFixed(2));

const visit = { held: true, inPerson: true, openToPublic: true };
const { progress, neverVisited } = coverage({
  places: [
    { code: "bakewell", name: "Bakewell", validTo: "2018-03-31", successors: ["bakewell-new"] },
    { code: "bakewell-new", name: "Bakewell", validFrom: "2018-04-01" },
    { code: "belper", name: "Belper" },
  ],
  visits: [{ place: "bakewell", date: "2016-08-01", ...visit }],
  term: { start: "2016-05-12", end: "2020-05-11" },
  asAt: "2018-05-12",
});
console.log(
  progress?.words,
  neverVisited.map(({ name }) => name),
);

const votes = ["a", "b", "c", "d"].flatMap((participant, index) => [
  { participant, statement: "more patrols on foot", vote: 1 },
  { participant, statement: "cameras on every corner", vote: index < 2 ? 1 : -1 },
]);
const { groups, consensus } = opinionGroups({ votes, minimumVotes: 2 });
console.log(
  groups.map(({ members }) => members),
  consensus[0]?.statement,
);

console.log(gunning({ opened: "2022-01-10", closed: "2022-03-31", decided: "2022-03-15" }).outcome);
