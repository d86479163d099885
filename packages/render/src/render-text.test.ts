import { stripVTControlCharacters } from "node:util";
import { completeDocument } from "@moothall/core";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentOf, hostileTexts } from "../test/hostile-document.ts";
import { renderText } from "./render-text.ts";
import { terminalWidth } from "./wrapped-lines.ts";

const register = completeDocument({
  title: "Contract register",
  summary: "What was decided.",
  blocks: [
    { type: "heading", id: "h", text: "Decisions" },
    {
      type: "paragraph",
      id: "p",
      number: "1.1",
      text: "Two contracts were awarded in May.",
      source: { document: "Pack", item: "11A" },
    },
    { type: "list", id: "l", ordered: true, items: ["First", "Second"] },
    { type: "facts", id: "f", items: [{ term: "Total", text: "£260,017.00", value: "260017.00" }] },
    { type: "notice", id: "n", severity: "warning", text: "Two amounts for one contract." },
    {
      type: "table",
      id: "t",
      caption: "Awards",
      columns: [
        { id: "for", heading: "For" },
        { id: "value", heading: "Value", type: "money", unit: "£" },
      ],
      rows: [
        { cells: [{ text: "Domestic abuse support" }, { text: "121,229.00", value: "121229.00" }] },
        { cells: [{ text: "Victim care" }, { text: "", value: null, status: "withheld" }] },
        { total: true, cells: [{ text: "Total" }, { text: "121,229.00" }] },
      ],
      notes: ["Without VAT."],
    },
    {
      type: "chart",
      id: "c",
      kind: "bar",
      table: "t",
      category: "for",
      values: ["value"],
      title: "Values",
      finding: "One is known.",
    },
  ],
});

describe("renderText", () => {
  it("lays a document out in columns", () => {
    expect(renderText(register, { width: 60 })).toBe(`Contract register
═════════════════

What was decided.

Decisions
─────────

1.1 Two contracts were awarded in May.
Source: Pack, 11A

1. First
2. Second

Total: £260,017.00

Warning: Two amounts for one contract.

Awards
For                                    Value (£)
──────────────────────  ────────────────────────
Domestic abuse support                121,229.00
Victim care             not available (withheld)
──────────────────────  ────────────────────────
Total                                 121,229.00
- Without VAT.

Chart: Values
One is known.
It draws the table “Awards”.
`);
  });

  it("wraps words in narrow columns, and never figures", () => {
    const text = renderText(register, { width: 42 });
    expect(text).toContain("Domestic abuse                  121,229.00\nsupport\n");
  });

  it("writes one row after the other where columns do not fit", () => {
    expect(renderText(register, { width: 24 })).toContain(
      "Awards\nFor: Domestic abuse\nsupport\nValue (£): 121,229.00\n\nFor: Victim care\n",
    );
  });

  it("marks what is not for publication", () => {
    expect(renderText({ ...register, class: "confidential" })).toMatch(
      /^Confidential: not for publication\n/,
    );
  });

  it("says that a table has no rows", () => {
    const empty = completeDocument({
      title: "T",
      blocks: [
        { type: "table", id: "t", caption: "Late", columns: [{ id: "a", heading: "A" }], rows: [] },
      ],
    });
    expect(renderText(empty)).toBe("T\n═\n\nLate\nNo rows.\n");
  });

  it("colours only when asked, and then changes no word", () => {
    const plain = renderText(register);
    const coloured = renderText(register, { colour: true });
    expect(plain).not.toContain("\u001b");
    expect(coloured).toContain("\u001b[1mContract register\u001b[22m");
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  });

  it("lets no control character of the data through", () => {
    for (const text of hostileTexts) {
      expect(renderText(documentOf(text))).not.toMatch(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    }
  });

  it("keeps every line within the width", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", minLength: 1 }),
      fc.constantFrom(...hostileTexts),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 130 }), (words, width) => {
        for (const line of renderText(documentOf(words), { width }).split("\n")) {
          expect(terminalWidth(line)).toBeLessThanOrEqual(width);
        }
      }),
      { numRuns: 60 },
    );
  });
});
