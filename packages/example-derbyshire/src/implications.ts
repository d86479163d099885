const heads = [
  "crime-and-disorder",
  "environmental",
  "equality-and-diversity",
  "financial",
  "health-and-safety",
  "human-rights",
  "legal",
  "personnel",
] as const;

const all = (level: "low" | null) => Object.fromEntries(heads.map((head) => [head, { level }]));

/** Every line of the table of implications is ticked LOW. */
export const allLow = all("low");
/** Every line stands there without a tick. */
export const allBlank = all(null);
