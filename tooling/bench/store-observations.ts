import type { ResourceModel, Write } from "../../packages/core/src/store/index.ts";

/** Invented observations by which stores are measured: the same on every run. */
export const kind = "bench/observation" as const;
export const model: ResourceModel = {
  kind,
  fields: {
    day: { type: "date" },
    amount: { type: "decimal" },
    category: { type: "text" },
    title: { type: "text" },
  },
};

export const vocabulary = Array.from({ length: 5000 }, (_, index) => `word${index.toString(36)}`);

/** The same numbers on every run (mulberry32). */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export const idOf = (index: number): string => `o.${String(index).padStart(8, "0")}`;

/** One record in ten has a field that the public does not see. */
export function observation(index: number, salt = 0): Write {
  const random = randomFrom(index * 7919 + salt);
  const words = (count: number) =>
    Array.from({ length: count }, () => vocabulary[random(vocabulary.length)]).join(" ");
  return {
    action: "put",
    kind,
    id: idOf(index),
    data: {
      id: idOf(index),
      day: new Date(Date.UTC(2012, 0, 1) + random(5000) * 86_400_000).toISOString().slice(0, 10),
      amount: `${random(100_000)}.${String(random(100)).padStart(2, "0")}`,
      category: `category-${random(40)}`,
      title: words(6),
      note: words(30),
      ...(index % 10 === 0 ? { officer: words(2) } : {}),
    },
    classification:
      index % 10 === 0
        ? { record: "public", paths: { "/officer": "restricted" } }
        : { record: "public" },
  };
}

export const observations = (start: number, count: number): Write[] =>
  Array.from({ length: count }, (_, index) => observation(start + index));
