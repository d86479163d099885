import { completeDocument, type ReportDocument } from "@moothall/core";

/** Texts that have broken pages, terminals, spreadsheets or documents somewhere. */
export const hostileTexts: readonly string[] = [
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `' onmouseover='alert(1)`,
  `</title></style></svg></table><script>alert(1)</script>`,
  `]]><!-- --><![CDATA[`,
  `&lt;b&gt; &amp;#60; &quot;`,
  "\u001b[2J\u001b]0;owned\u0007\u009b31m",
  "\u0000\u0008\u007f\u0085\ud800\ufffe",
  "\u202egnp.exe\u2066",
  "=cmd|' /C calc'!A0",
  "+1+1",
  "-1+1",
  "@SUM(A1)",
  "\t=1+1",
  "\r=1+1",
  "'=1",
  "a\r\nb\n\nc",
  `"quoted", "and; separated"\n`,
  "# heading",
  "- item",
  "1. item",
  "> quote",
  "---",
  "```\ncode",
  "| a | b |\n| - | - |",
  "[link](javascript:alert(1)) ![x](https://example.org/x.png)",
  "https://example.org <https://example.org> www.example.org a@example.org",
  "*a* _b_ **c** ~~d~~ `e` \\ [^1] [ ]",
  "[x]: https://example.org",
  "[^x]: note",
  "%PATH% $HOME $(reboot) `reboot`",
  "漢字かな 👩‍👩‍👧 e\u0301",
  "a".repeat(400),
];

/** A document that has this text in every field which can hold one. */
export function documentOf(text: string): ReportDocument {
  const source = {
    document: text,
    item: text,
    paragraph: text,
    table: text,
    url: "https://example.org/pack?a=1&b=<2>",
  };
  const cell = { text, value: text, status: text };
  return completeDocument({
    title: text,
    summary: text,
    class: "restricted",
    blocks: [
      { type: "heading", id: "one", text },
      { type: "heading", id: "deep", text, level: 5 },
      { type: "paragraph", id: "paragraph", text, number: text, source },
      { type: "list", id: "bullets", items: [text, text] },
      { type: "list", id: "numbers", ordered: true, items: [text] },
      { type: "facts", id: "facts", items: [{ term: text, ...cell, source }] },
      { type: "notice", id: "notice", severity: "error", text },
      {
        type: "table",
        id: "table",
        caption: text,
        columns: [
          { id: "name", heading: text, unit: text },
          { id: "count", heading: text, type: "number", unit: text },
        ],
        rows: [
          {
            id: text,
            cells: [
              { ...cell, reference: "procurement/award/a", source },
              { text, value: "3" },
            ],
          },
          { id: text, cells: [cell, { text, value: null }] },
          { total: true, cells: [cell, cell] },
        ],
        notes: [text],
        sources: [source],
      },
      ...(["bar", "line", "stacked-bar", "heat-map"] as const).map((kind) => ({
        type: "chart" as const,
        id: `chart-${kind}`,
        kind,
        table: "table",
        category: "name",
        values: ["count", "count"],
        title: text,
        finding: text,
      })),
      { type: "page-break", id: "break" },
      { type: "heading", id: "two", text },
      { type: "heading", id: "three", text },
    ],
  });
}
