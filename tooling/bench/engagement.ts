import { coverage, opinionGroups, rakeCoded } from "../../packages/engagement/src/index.ts";
import { randomFrom } from "./procurement-releases.ts";

/**
 * How long engagement's three heavy pieces of work take and what memory they add, at a half and the
 * whole of their size, with the growth between the two: raking a million responses over six margins,
 * opinion groups of 10,000 participants and 500 statements, coverage of 40,000 places.
 *
 *     node --expose-gc --conditions=@moothall/source tooling/bench/engagement.ts [ROUNDS]
 */
const rounds = Number(process.argv[2] ?? 3);

interface Work {
  readonly name: string;
  readonly sizes: readonly [half: number, whole: number];
  /** Makes the input; what it answers does the work and says what came of it. */
  readonly prepare: (size: number) => () => string;
}

const work: readonly Work[] = [
  { name: "raking, responses over 6 margins", sizes: [500_000, 1_000_000], prepare: raking },
  { name: "opinion groups, participants × 500 statements", sizes: [5000, 10_000], prepare: groups },
  { name: "coverage, places", sizes: [20_000, 40_000], prepare: places },
];

for (const { name, sizes, prepare } of work) {
  let before: number | undefined;
  for (const size of sizes) {
    const run = prepare(size);
    const times: number[] = [];
    let [said, memory] = ["", 0];
    for (let round = 0; round <= rounds; round += 1) {
      globalThis.gc?.();
      const held = process.memoryUsage();
      const started = performance.now();
      said = run();
      // The first round warms up.
      if (round > 0) times.push(performance.now() - started);
      const after = process.memoryUsage();
      memory = Math.max(
        memory,
        after.heapUsed + after.arrayBuffers - held.heapUsed - held.arrayBuffers,
      );
    }
    const time = times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
    const growth =
      before === undefined
        ? ""
        : `; twice the size in ${(time / before).toFixed(2)} times the time`;
    console.log(
      `${name}: ${size.toLocaleString("en-GB")}: ${time.toFixed(0)} ms, ${(memory / 2 ** 20).toFixed(0)} MB more${growth} (${said})`,
    );
    before = time;
  }
}
console.log(`most memory of the process: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);

function raking(size: number): () => string {
  const random = randomFrom(size);
  const categories = [2, 6, 9, 5, 4, 3];
  const codes = categories.map((count) =>
    Int32Array.from({ length: size }, () => Math.floor(random() ** 1.3 * count)),
  );
  const targets = categories.map((count) => new Float64Array(count).fill(1_050_000 / count));
  return () => {
    const { iterations, effectiveSize, converged } = rakeCoded(
      { size, codes, categories },
      targets,
    );
    if (!converged) throw new Error("not converged");
    return `${iterations} rounds, effective size ${effectiveSize.toFixed(0)}`;
  };
}

/** Four camps that lean apart on most statements; three of four participants vote on each. */
function groups(size: number): () => string {
  const random = randomFrom(size);
  const leanings = Array.from({ length: 4 }, () => Array.from({ length: 500 }, () => random()));
  const votes = Array.from({ length: size }, (_, participant) =>
    (leanings[participant % 4] as number[]).flatMap((leaning, statement) =>
      random() < 0.25
        ? []
        : [{ participant, statement, vote: random() < 0.1 ? 0 : random() < leaning ? 1 : -1 }],
    ),
  ).flat();
  return () => {
    const found = opinionGroups({ votes });
    return `${found.votes.toLocaleString("en-GB")} votes, groups of ${found.groups.map((each) => each.size).join(", ")}`;
  };
}

/** A tenth of the places was merged pairwise; three visits for every place. */
function places(size: number): () => string {
  const random = randomFrom(size);
  const all = Array.from({ length: size }, (_, index) => ({
    code: `p${index}`,
    name: `Place ${index}`,
    authority: `Authority ${index % 300}`,
    population: Math.floor(random() * 20_000),
    ...(index % 10 === 1 && { validTo: "2019-03-31", successors: [`p${index - 1}`] }),
  }));
  const visits = Array.from({ length: size * 3 }, () => ({
    place: `p${Math.floor(random() ** 2 * size)}`,
    date: `20${17 + Math.floor(random() * 4)}-0${1 + Math.floor(random() * 9)}-15`,
    held: true,
    inPerson: true,
    openToPublic: random() < 0.9,
  }));
  const term = { start: "2016-05-12", end: "2021-05-11" };
  return () => {
    const found = coverage({ places: all, visits, term, asAt: "2020-12-31" });
    return `${found.visited} of ${found.places} visited`;
  };
}
