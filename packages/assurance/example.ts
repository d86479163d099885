import {
  assessRisk,
  checkRisks,
  linkedRecord,
  movement,
  progress,
  type Risk,
  rankThreats,
  riskMatrix,
} from "@moothall/assurance";

// A register on 4 × 4, and a risk that falls a long way with nothing told that brings it down.
const register = {
  id: "council.2026-06",
  title: "Strategic risks",
  body: "register/body/council",
  matrix: 4,
  asAt: "2026-06",
};
const risks: Risk[] = [
  {
    id: "council.2026-06.1",
    register: "assurance/risk-register/council.2026-06",
    number: "1",
    title: "A supplier of care fails",
    inherent: { likelihood: 4, impact: 4 },
    residual: { likelihood: 1, impact: 2 },
    status: "open",
  },
];
const assessed = risks.map((each) => assessRisk(each, register));
for (const { risk, inherent, residual } of assessed)
  console.log(
    risk.title,
    `${inherent.score} (${inherent.level})`,
    "→",
    `${residual.score} (${residual.level})`,
  );
for (const row of riskMatrix(assessed, "residual", 4).rows)
  console.log(
    row
      .map(({ level, risks: here }) => `${level}${here.length > 0 ? `: ${here.join(", ")}` : ""}`)
      .join(" | "),
  );
for (const { rule, message } of checkRisks([register], risks, "2026-06-30"))
  console.log(rule, message);

// Threats by score, and what moved since the order before.
const ranking = rankThreats({
  items: [
    { id: "cyber-crime", score: "20" },
    { id: "drugs", score: "12" },
    { id: "domestic-abuse", score: "12" },
  ],
  before: [
    { id: "drugs", rank: 1 },
    { id: "domestic-abuse", rank: 2 },
  ],
});
for (const { rank, id, tied, risen } of ranking)
  console.log(rank, id, tied ? "tied" : "", risen === null ? "new" : risen);
const places = ranking.map(({ id, rank }) => ({ id, label: id, value: rank }));
console.log(
  movement([{ id: "drugs", label: "drugs", value: 1 }], places).map(({ outcome }) => outcome),
);

// What serves an objective, from records of any domain.
const objective = "register/objective/council.1";
const told = progress({
  plan: { reference: "register/plan/council", title: "Council plan" },
  objectives: [{ reference: objective, number: 1, text: "Safer streets" }],
  records: [
    linkedRecord("assurance/initiative/council.lights", {
      title: "New street lights",
      objectives: [objective],
      money: ["procurement/contract/council.lights"],
    }),
    linkedRecord("procurement/contract/council.lights", {
      title: "Street lights",
      value: { amount: "24150.50", currency: "GBP" },
    }),
  ],
});
console.log(told.lines.map(({ text, total }) => `${text}: £${total}`));
