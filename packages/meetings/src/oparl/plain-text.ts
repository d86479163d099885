import { type Block, completeDocument, type ReportDocumentInput } from "@moothall/core";

/** A report as plain text: the words in their order, a line for each. */
export function plainText(input: ReportDocumentInput): string {
  const { title, summary, blocks } = completeDocument(input);
  const lines = blocks.flatMap(linesOf);
  return `${[title, ...(summary === undefined ? [] : [summary]), ...lines].join("\n")}\n`;
}

function linesOf(block: Block): string[] {
  switch (block.type) {
    case "heading":
      return ["", block.text];
    case "paragraph":
      return [[block.number, block.text].filter(Boolean).join(" ")];
    case "list":
      return block.items.map((item, index) =>
        block.ordered ? `${index + 1}. ${item}` : `- ${item}`,
      );
    case "facts":
      return block.items.map(({ term, text }) => `${term}: ${text}`);
    case "notice":
      return [block.text];
    case "table":
      return [
        "",
        block.caption,
        ...block.rows.map(({ cells }) =>
          cells
            .map(({ text }) => text)
            .filter(Boolean)
            .join(" | "),
        ),
        ...(block.notes ?? []),
      ];
    case "chart":
      return [block.finding];
    case "page-break":
      return [""];
  }
}
