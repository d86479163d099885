import { clearDays, latestPublication } from "../../packages/core/src/calendar/index.ts";
import { randomFrom } from "./procurement-releases.ts";

/**
 * How long the clear days of so many pairs of publication and meeting take, and the latest day to
 * publish for as many meetings, and how that grows.
 *
 *     node tooling/bench/calendar.ts [PAIRS]
 */
const most = Number(process.argv[2] ?? 100_000);
const firstDay = Date.UTC(2012, 1, 1);
const days = 6000;
const date = (offset: number) =>
  new Date(firstDay + offset * 86_400_000).toISOString().slice(0, 10);

let before: number | undefined;
// The first round fills the index and warms up, and is not told.
for (const [round, pairs] of [most / 10, most / 100, most / 10, most].entries()) {
  const random = randomFrom(1);
  const notices = Array.from({ length: pairs }, () => {
    const published = Math.floor(random() * days);
    return { published: date(published), meeting: date(published + Math.floor(random() * 60)) };
  });
  const started = performance.now();
  let sum = 0;
  for (const notice of notices) sum += clearDays({ ...notice, nation: "england" });
  const counted = performance.now() - started;
  for (const { meeting } of notices) sum += latestPublication(meeting, 5, "england").length;
  const published = performance.now() - started - counted;
  const each = ((counted + published) * 1000) / pairs;
  if (round === 0) continue;
  console.log(
    `${pairs} pairs: clear days ${counted.toFixed(1)} ms, latest publication ${published.toFixed(1)} ms, ${each.toFixed(2)} µs a pair${before === undefined ? "" : `, ${(each / before).toFixed(2)} of the cost a pair before`} (sum ${sum})`,
  );
  before = each;
}
