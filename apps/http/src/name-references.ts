import { isReference, parseReference, type ReportDocumentInput } from "@moothall/core";
import type { Exchange } from "./service.ts";
import { titlesOf } from "./titles.ts";

type Blocks = ReportDocumentInput["blocks"];

/**
 * Blocks whose references to records say the title of each beside its id. A reference to what is not
 * there for the caller stays as the record has it, without a link.
 */
export async function nameReferences(exchange: Exchange, blocks: Blocks): Promise<Blocks> {
  const cells = blocks.flatMap((block) => {
    if (block.type === "facts") return block.items;
    return block.type === "table" ? block.rows.flatMap((row) => row.cells) : [];
  });
  const titles = await titlesOf(
    exchange,
    cells.flatMap(({ text, reference }) =>
      isReference(text) && reference !== undefined ? [text] : [],
    ),
  );
  const named = <Each extends { text: string; reference?: string | undefined }>(
    cell: Each,
  ): Each => {
    const { reference, ...rest } = cell;
    const { text } = cell;
    if (reference === undefined || !isReference(text)) return cell;
    const title = titles.get(text);
    // The cell that leads to a list's own record leads there whatever it says.
    if (title === undefined) return text === reference ? (rest as Each) : cell;
    const { id } = parseReference(text);
    return { ...cell, text: title === id ? title : `${title} (${id})`, value: text };
  };
  return blocks.map((block) => {
    if (block.type === "facts") return { ...block, items: block.items.map(named) };
    if (block.type !== "table") return block;
    return { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(named) })) };
  });
}
