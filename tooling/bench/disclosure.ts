import { auditTable, isWithheld, protectTable } from "../../packages/core/src/disclosure/index.ts";
import { randomFrom } from "./procurement-releases.ts";

/**
 * How long protecting a table and auditing what came out take: tables of three sizes, with few small
 * counts and with many, and how the time grows with the cells.
 *
 *     node tooling/bench/disclosure.ts [ROUNDS]
 */
const rounds = Number(process.argv[2] ?? 3);
const policy = { small: [1, 4] as [number, number], zero: "publish" as const, secondary: true };
const sizes = [
  [10, 10],
  [30, 30],
  [100, 50],
] as const;

for (const [kind, most] of [
  ["few small counts", 200],
  ["many small counts", 20],
] as const) {
  let before: { cells: number; time: number } | undefined;
  for (const [rows, columns] of sizes) {
    const table = invented(rows, columns, most);
    const protecting: number[] = [];
    const auditing: number[] = [];
    let hidden = 0;
    for (let round = 0; round <= rounds; round += 1) {
      const started = performance.now();
      const made = protectTable(table, policy);
      const protectedAt = performance.now();
      if (isWithheld(made)) throw new Error(made.reason);
      const audit = auditTable(made, policy);
      if (!audit.safe) throw new Error("not safe");
      hidden = audit.cells.length;
      // The first round warms up.
      if (round > 0) {
        protecting.push(protectedAt - started);
        auditing.push(performance.now() - protectedAt);
      }
    }
    const [protect, audit] = [median(protecting), median(auditing)];
    const cells = rows * columns;
    const growth =
      before === undefined
        ? ""
        : `; ${(cells / before.cells).toFixed(1)} times the cells in ${((protect + audit) / before.time).toFixed(1)} times the time`;
    console.log(
      `${rows}×${columns}, ${kind}: ${hidden} hidden, protect ${protect.toFixed(1)} ms, audit ${audit.toFixed(1)} ms${growth}`,
    );
    before = { cells, time: protect + audit };
  }
}

function invented(rows: number, columns: number, most: number) {
  const random = randomFrom(rows * columns + most);
  return {
    rows: Array.from({ length: rows }, (_, index) => `row ${index}`),
    columns: Array.from({ length: columns }, (_, index) => `column ${index}`),
    counts: Array.from({ length: rows }, () =>
      Array.from({ length: columns }, () => Math.floor(random() * random() * most)),
    ),
  };
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
