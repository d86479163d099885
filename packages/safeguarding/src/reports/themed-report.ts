import type { ReportDocumentInput } from "@moothall/core";
import type { IndicatorData } from "../checks/series-data.ts";
import type { Baseline } from "../resources/benchmark.ts";
import type { PublishedTable } from "../resources/published-table.ts";
import type { Target } from "../resources/target.ts";
import { classOf } from "./figure-cell.ts";
import { type BlockOptions, indicatorBlocks } from "./indicator-blocks.ts";
import { baselineBlocks, standardBlocks } from "./progress-blocks.ts";
import { publishedTableBlocks } from "./published-table-blocks.ts";

export interface ThemedData {
  readonly indicators: readonly IndicatorData[];
  readonly targets: readonly Target[];
  readonly baselines: readonly Baseline[];
  readonly tables: readonly PublishedTable[];
}

/** A board's report on a theme: every indicator of it, its standards and milestones, and protected tables. */
export function themedReport(
  title: string,
  data: ThemedData,
  options: BlockOptions,
): ReportDocumentInput {
  const blocks = data.indicators.flatMap((each) => {
    const reference = `safeguarding/indicator/${each.indicator.id}`;
    const own = <Item extends { readonly indicator: string }>(items: readonly Item[]) =>
      items.filter(({ indicator }) => indicator === reference);
    const tables = own(data.tables);
    const [heading, ...rest] = indicatorBlocks(each, options);
    const isEmpty = each.observations.length === 0;
    return [
      ...(heading === undefined ? [] : [heading]),
      // Where only protected tables are out, they stand in place of "no figure".
      ...(isEmpty && tables.length > 0 ? [] : rest),
      ...tables.flatMap(publishedTableBlocks),
      ...own(data.targets).flatMap(standardBlocks),
      ...own(data.baselines).flatMap((baseline) =>
        baselineBlocks(baseline, each.indicator, each.observations),
      ),
    ];
  });
  return {
    title,
    class: classOf(data.indicators.flatMap(({ observations }) => observations)),
    blocks:
      blocks.length > 0
        ? blocks
        : [{ type: "notice", id: "none", text: "No indicator of this theme is recorded." }],
  };
}
