import {
  auditTable,
  compare,
  controlChart,
  isWithheld,
  judge,
  protectTable,
  rank,
  wilson,
} from "@moothall/safeguarding";

const { lower, upper } = wilson(68, 96);
console.log(`68 of 96 applications: ${(lower * 100).toFixed(1)} to ${(upper * 100).toFixed(1)} %`);

const policy = { small: [1, 4] as [number, number], zero: "publish" as const };
const table = protectTable(
  {
    rows: ["physical", "financial", "neglect"],
    columns: ["north", "south", "east"],
    counts: [
      [12, 3, 20],
      [31, 9, 14],
      [5, 6, 8],
    ],
  },
  policy,
);
if (!isWithheld(table)) {
  console.log(table.cells, auditTable(table, policy).safe ? "safe" : "not safe");
}

const recordingSystem = { date: "2016-06-22", cause: "the recording system was replaced" };
const points = ["2016-04", "2016-05", "2016-06", "2016-07", "2016-08"].map((period, index) => ({
  period,
  value: String(380 + index * 9),
}));
const chart = controlChart({ points, breaks: [recordingSystem] });
for (const { name, limits } of chart.segments) console.log(name, limits?.mean);
console.log("in neither:", chart.astride);

try {
  compare({
    from: { period: "FY2015", value: "5370" },
    to: { period: "FY2016", value: "5105" },
    breaks: [recordingSystem],
  });
} catch (error) {
  console.log((error as Error).message);
}

const polarity = { direction: "high" } as const;
console.log(judge({ polarity, value: "70.8", before: "66.0", target: { value: "75" } }));
console.log(
  rank({
    polarity,
    entries: [
      { name: "Derbyshire", value: "70.8" },
      { name: "Nottinghamshire", value: "85.3" },
      { name: "Lincolnshire", value: null },
    ],
  }).entries,
);
