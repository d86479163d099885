import { completeDocument } from "@moothall/core";
import * as fc from "fast-check";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import { documentOf, hostileTexts } from "../test/hostile-document.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { lineOfText } from "./visible-text.ts";

/**
 * This reader also turns addresses in finished text into links, which no escape can prevent and the
 * format does not ask for; that step is left out.
 */
const extensions = gfmFromMarkdown().map(({ transforms: _, ...rest }) => rest);

const read = (markdown: string): Root =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: extensions });

type Root = ReturnType<typeof fromMarkdown>;
type Nodes = Root | Root["children"][number];

/** The kinds of nodes, without any text. */
const skeleton = (node: Nodes): unknown => [
  node.type,
  ...("children" in node ? node.children.map(skeleton) : []),
];

const wordsOf = (node: Nodes): string =>
  "children" in node ? node.children.map(wordsOf).join("") : "value" in node ? node.value : "";

const kinds = (node: Nodes): string[] => [
  node.type,
  ...("children" in node ? node.children.flatMap(kinds) : []),
];

describe("renderMarkdown", () => {
  it("writes GitHub Flavored Markdown", () => {
    const document = completeDocument({
      title: "Register",
      summary: "What was decided.",
      blocks: [
        { type: "heading", id: "h", text: "Awards", level: 4 },
        {
          type: "paragraph",
          id: "p",
          number: "1.1",
          text: "One\ntwo",
          source: { document: "Pack", url: "https://example.org/p" },
        },
        { type: "notice", id: "n", severity: "note", text: "Mind." },
        {
          type: "table",
          id: "t",
          caption: "Values",
          columns: [
            { id: "a", heading: "For" },
            { id: "b", heading: "Value", type: "money", unit: "£" },
          ],
          rows: [
            { cells: [{ text: "A | B" }, { text: "5.00", status: "provisional" }] },
            { total: true, cells: [{ text: "Total" }, { text: "5.00" }] },
          ],
        },
        { type: "page-break", id: "b" },
        { type: "list", id: "l", ordered: true, items: ["x", "y"] },
      ],
    });
    expect(renderMarkdown(document)).toBe(`# Register

What was decided.

## Awards

1.1 One\\
two

Source: [Pack](https://example.org/p)

> **Note:** Mind.

**Values**

| For | Value (£) |
| :- | -: |
| A \\| B | 5.00 (provisional) |
| **Total** | **5.00** |

---

1. x
2. y
`);
  });

  const plain = skeleton(read(renderMarkdown(documentOf("word"))));

  it("makes nothing but text of hostile data", () => {
    for (const text of hostileTexts.map(lineOfText)) {
      const root = read(renderMarkdown(documentOf(text)));
      expect(skeleton(root)).toEqual(plain);
      expect(root.children[1] && wordsOf(root.children[1])).toBe(text);
    }
  });

  it("makes nothing but text of any line, and all of it", () => {
    const text = fc
      .oneof(
        fc.string({ unit: "binary" }),
        fc.string({ unit: "grapheme-composite" }),
        fc.string({ unit: fc.constantFrom(..."*_~`#-+>|[]()<>!&;:\\/.@ 1ahtpsw\u00a0") }),
      )
      .map(lineOfText)
      .filter((line) => line !== "");
    fc.assert(
      fc.property(text, (line) => {
        const root = read(renderMarkdown(documentOf(line)));
        expect(skeleton(root)).toEqual(plain);
        expect(root.children[1] && wordsOf(root.children[1])).toBe(line);
      }),
      { numRuns: 100 },
    );
  });

  it("keeps lines as lines, and makes no block of them", () => {
    const root = read(renderMarkdown(documentOf("a\n\n# b\n- c\n<div>\n| d |")));
    expect(kinds(root)).not.toContain("html");
    expect(kinds(root).filter((kind) => kind === "heading")).toHaveLength(5);
    expect(kinds(root).filter((kind) => kind === "table")).toHaveLength(1);
  });

  it("links to the web and nowhere else", () => {
    const targets = [...renderMarkdown(documentOf("x")).matchAll(/\]\(<?([a-z]+:)/g)].map(
      ([, scheme]) => scheme,
    );
    expect(new Set(targets)).toEqual(new Set(["https:"]));
  });
});
