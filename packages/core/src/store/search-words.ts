import { stemmer } from "stemmer";
import { segmentsOf } from "../publication.ts";

const wordPattern = /[\p{L}\p{N}]+/gu;

/**
 * The words of a text as stores index them, each once: compatibility forms and accents are folded,
 * letters are lower-case, and English endings are taken off (Porter's algorithm), so that
 * "Decisions" is found by "decision". Every driver indexes these and nothing else, so that a search
 * finds the same on all of them.
 */
export function wordsOf(text: string): string[] {
  const found = new Set<string>();
  for (const word of folded(text).match(wordPattern) ?? []) found.add(stemOf(word));
  return [...found];
}

const folded = (text: string): string =>
  (plain.test(text) ? text : text.normalize("NFKD").replace(/\p{M}+/gu, "")).toLowerCase();

/** Nothing to fold but capitals, as in most texts. */
const plain = /^[ -~\s]*$/;

const stems = new Map<string, string>();

/** Stems are asked for again and again while records are imported, and a text has few words. */
function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = /^[a-z]+$/.test(word) ? stemmer(word) : word;
  if (stems.size >= 20_000) stems.clear();
  stems.set(word, stem);
  return stem;
}

/** The text values of a document, or of what lies at these pointers, in the document's order. */
export function searchTexts(document: unknown, pointers: readonly string[] | undefined): string[] {
  const texts: string[] = [];
  if (pointers === undefined) collectTexts(document, texts);
  else for (const pointer of pointers) collectAt(document, segmentsOf(pointer), texts);
  return texts;
}

function collectAt(value: unknown, segments: readonly string[], texts: string[]): void {
  const [segment, ...rest] = segments;
  if (segment === undefined) collectTexts(value, texts);
  else if (typeof value !== "object" || value === null) return;
  else if (segment === "*") for (const item of Object.values(value)) collectAt(item, rest, texts);
  else if (Object.hasOwn(value, segment))
    collectAt((value as Record<string, unknown>)[segment], rest, texts);
}

function collectTexts(value: unknown, texts: string[]): void {
  if (typeof value === "string") texts.push(value);
  else if (typeof value === "object" && value !== null)
    for (const item of Object.values(value)) collectTexts(item, texts);
}

/** Characters of text that an excerpt shows before the word that was found, and at most in all. */
const before = 60;
const length = 160;

/**
 * A stretch of the text in which the first of the words was found, cut between words, with `…`
 * where something was left off.
 */
export function excerptOf(texts: readonly string[], words: readonly string[]): string {
  for (const find of [findByBeginning, findWord]) {
    for (const text of texts) {
      const found = find(text, words);
      if (found !== undefined) return cut(text, found);
    }
  }
  return cut(texts[0] ?? "", 0);
}

/** Where a word begins as its stem does, as nearly all do: much faster than to take every word apart. */
function findByBeginning(text: string, words: readonly string[]): number | undefined {
  const lower = text.toLowerCase();
  let first: number | undefined;
  for (const word of words) {
    const beginning = word.length > 3 ? word.slice(0, -1) : word;
    let at = lower.indexOf(beginning);
    while (at >= 0 && at < (first ?? Number.POSITIVE_INFINITY)) {
      wordAt.lastIndex = at;
      const found = wordAt.exec(text)?.[0];
      if (found !== undefined && wordsOf(found).includes(word)) first = at;
      at = lower.indexOf(beginning, at + 1);
    }
  }
  return first;
}

/** A whole word that begins here. */
const wordAt = /(?<![\p{L}\p{N}])[\p{L}\p{N}]+/uy;

function findWord(text: string, words: readonly string[]): number | undefined {
  for (const match of text.matchAll(wordPattern)) {
    if (wordsOf(match[0]).some((word) => words.includes(word))) return match.index;
  }
  return undefined;
}

function cut(text: string, found: number): string {
  const first = Math.max(0, found - before);
  // No more of a long text is gone through than can be shown.
  const flat = text.slice(0, first) + text.slice(first, found + length + 1).replace(/\s/gu, " ");
  let start = first;
  if (start > 0) start = Math.min(found, flat.indexOf(" ", start) + 1 || found);
  let end = Math.min(text.length, start + length);
  if (end < text.length) {
    const space = flat.lastIndexOf(" ", end);
    end = space > found ? space : end;
    // A pair of surrogates is one character and is not parted.
    if (/[\uD800-\uDBFF]/.test(flat.charAt(end - 1))) end -= 1;
  }
  const stretch = flat.slice(start, end).replace(/ +/g, " ").trim();
  return `${start > 0 ? "…" : ""}${stretch}${end < text.length ? "…" : ""}`;
}
