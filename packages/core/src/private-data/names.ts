import type { Hit } from "./kinds.ts";

const titled =
  /(?<![\p{L}])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Reverend)\.? (?:[A-Z]\.? ){0,3}\p{Lu}[\p{Ll}'’]{1,30}(?:-\p{Lu}\p{Ll}{1,30})?(?: \p{Lu}[\p{Ll}'’]{1,30}(?:-\p{Lu}\p{Ll}{1,30})?)?(?![\p{L}])/gu;

const word = /[\p{L}\p{N}][\p{L}\p{N}'’-]{0,60}/gu;

/**
 * Names of people: those of a list, in any case and with any white space between their words, and
 * whatever follows a title. Of names in general no pattern can tell: give a list.
 */
export function findNames(text: string, names: readonly string[]): Hit[] {
  const hits: Hit[] = [];
  for (const { index, 0: found } of text.matchAll(titled)) {
    hits.push({
      kind: "personal-name",
      start: index,
      end: index + found.length,
      confidence: "low",
    });
  }
  const byFirstWord = new Map<string, string[][]>();
  for (const name of names) {
    const words = wordsOf(name).map((each) => each.text);
    const [first] = words;
    if (first !== undefined) byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), words]);
  }
  if (byFirstWord.size === 0) return hits;
  const words = wordsOf(text);
  for (const [at, { text: first, start }] of words.entries()) {
    for (const name of byFirstWord.get(first) ?? []) {
      const last = words[at + name.length - 1];
      if (last === undefined || !name.every((each, index) => words[at + index]?.text === each)) {
        continue;
      }
      hits.push({ kind: "personal-name", start, end: last.end, confidence: "high" });
    }
  }
  return hits;
}

const wordsOf = (text: string): { text: string; start: number; end: number }[] =>
  Array.from(text.matchAll(word), ({ index, 0: found }) => ({
    text: found.toLowerCase(),
    start: index,
    end: index + found.length,
  }));
