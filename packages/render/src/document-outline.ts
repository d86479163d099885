import type { BlockOf, ReportDocument } from "@moothall/core";

export interface OutlineEntry {
  readonly id: string;
  readonly text: string;
  /** 2 to 5; no level is skipped on the way down, whatever the report asked for (WCAG 2.2, 1.3.1). */
  readonly level: number;
}

/** The headings of a document, in order, with the levels at which they are to be written. */
export function documentOutline(document: ReportDocument): ReadonlyMap<string, OutlineEntry> {
  const outline = new Map<string, OutlineEntry>();
  let before = 1;
  const headings = document.blocks.filter(
    (part): part is BlockOf<"heading"> => part.type === "heading",
  );
  for (const { id, text, level } of headings) {
    before = Math.min(level, before + 1);
    outline.set(id, { id, text, level: before });
  }
  return outline;
}

/** The main headings, when there are enough of them that a reader wants a list: three or more. */
export function documentContents(document: ReportDocument): readonly OutlineEntry[] {
  const main = [...documentOutline(document).values()].filter(({ level }) => level === 2);
  return main.length < 3 ? [] : main;
}
