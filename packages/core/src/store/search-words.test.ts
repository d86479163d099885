import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerptOf, searchTexts, wordsOf } from "./search-words.ts";

describe("wordsOf", () => {
  it.each([
    ["Decisions, deciding: DECISION!", ["decis", "decid"]],
    ["Café Ångström ﬁnance", ["cafe", "angstrom", "financ"]],
    ["2017-18 £1,200", ["2017", "18", "1", "200"]],
    ["ΔΗΜΟΣ Straße", ["δημος", "straße"]],
    ["⑴ ㎏", ["1", "kg"]],
    ["— … !", []],
  ])("%s → %j", (text, words) => {
    expect(wordsOf(text).map((word) => word.replace("ς", "σ"))).toEqual(
      words.map((word) => word.replace("ς", "σ")),
    );
  });

  it("gives words of letters and digits only, each once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const words = wordsOf(text);
        expect(new Set(words).size).toBe(words.length);
        for (const word of words) expect(word).toMatch(/^[^\s"'()*:^/-]+$/u);
      }),
    );
  });
});

it("takes texts from everywhere, or from where it is told", () => {
  const document = { a: "one", n: 5, list: [{ b: "two", c: "three" }], deep: { b: "four" } };
  expect(searchTexts(document, undefined)).toEqual(["one", "two", "three", "four"]);
  expect(searchTexts(document, ["/list/*/b", "/deep", "/none/b", "/a/b"])).toEqual(["two", "four"]);
  expect(searchTexts(document, [])).toEqual([]);
});

describe("excerptOf", () => {
  const long = `${"before ".repeat(40)}the policies were reviewed ${"after ".repeat(60)}`;

  it("shows where a word was found, by its stem", () => {
    const excerpt = excerptOf(["nothing here", long], wordsOf("policy"));
    expect(excerpt).toMatch(/^…(before )+the policies were reviewed( after)+…$/);
    expect(excerpt.length).toBeLessThanOrEqual(170);
  });

  it("finds words whose stem is not how they begin, and folded ones", () => {
    expect(excerptOf(["none", "hoping"], wordsOf("hope"))).toBe("hoping");
    expect(excerptOf(["none", "a Résumé"], wordsOf("resume"))).toBe("a Résumé");
  });

  it("does not take part of a word for the word", () => {
    expect(excerptOf([`category ${"x ".repeat(200)}`, "the cat sat"], ["cat"])).toBe("the cat sat");
  });

  it("shows only what stands in the texts, and never half a character", () => {
    const part = fc.oneof(fc.constant(" cat "), fc.string({ unit: "grapheme", maxLength: 30 }));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const text = parts.join("");
        const excerpt = excerptOf([text], ["cat"]);
        const flat = text.replace(/\s/gu, " ").replace(/ +/g, " ");
        expect(flat).toContain(excerpt.replace(/^…|…$/gu, "").trim().slice(1, -1));
        expect(excerpt).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});
