import {
  type Cell,
  exact,
  parsePeriod,
  type ReportDocumentInput,
  ratio,
  toDecimal,
} from "@moothall/core";
import type { Partnership } from "../resources/partnership.ts";
import { countCell, holderCell, linkCell, periodCell, textCell } from "./cells.ts";

/** Who came to which partnership, by year, and which partnerships were merged. */
export function attendanceReport(
  partnerships: readonly Partnership[],
  names: ReadonlyMap<string, string>,
): ReportDocumentInput {
  const told = partnerships.flatMap((partnership) =>
    (partnership.attendance ?? []).map((each) => ({ partnership, ...each })),
  );
  const merged = partnerships.flatMap((partnership) =>
    (partnership.mergers ?? []).map((each) => ({ partnership, ...each })),
  );
  const start = (period: string) => parsePeriod(period).start;
  return {
    title: "Partnership attendance",
    summary: `${partnerships.length} partnerships; attendance is told for ${new Set(told.map(({ partnership }) => partnership.id)).size} of them.`,
    blocks: [
      {
        type: "table",
        id: "partnerships",
        caption: "Partnerships",
        columns: [
          { id: "partnership", heading: "Partnership", headsRow: true },
          { id: "purpose", heading: "Purpose" },
          { id: "members", heading: "Members recorded", type: "number" },
        ],
        rows: partnerships.map(({ id, title, purpose, members }) => ({
          id,
          cells: [
            linkCell(title, `assurance/partnership/${id}`),
            textCell(purpose),
            countCell(members?.length),
          ],
        })),
      },
      {
        type: "table",
        id: "attendance",
        caption: "Attendance",
        columns: [
          { id: "partnership", heading: "Partnership", headsRow: true },
          { id: "meetings", heading: "Meetings" },
          { id: "member", heading: "Member" },
          { id: "year", heading: "Year" },
          { id: "attended", heading: "Attended", type: "number" },
          { id: "held", heading: "Held", type: "number" },
          { id: "share", heading: "Share of meetings", type: "number", unit: "%" },
        ],
        rows: told
          .toSorted(
            (left, right) =>
              left.partnership.title.localeCompare(right.partnership.title) ||
              left.member.localeCompare(right.member) ||
              start(left.year).localeCompare(start(right.year)),
          )
          .map(({ partnership, member, year, of, attended, held, share }) => ({
            cells: [
              textCell(partnership.title),
              textCell(of ?? "its own"),
              holderCell(member, names),
              periodCell(year),
              countCell(attended),
              countCell(held),
              shareCell(share, attended, held),
            ],
          })),
      },
      ...(merged.length === 0
        ? []
        : [
            {
              type: "table" as const,
              id: "mergers",
              caption: "Mergers and other changes",
              columns: [
                { id: "partnership", heading: "Partnership", headsRow: true },
                { id: "when", heading: "When" },
                { id: "of", heading: "Of" },
                { id: "into", heading: "Into" },
                { id: "reason", heading: "Reason" },
              ],
              rows: merged.map(({ partnership, date, of, into, reason }) => ({
                cells: [
                  textCell(partnership.title),
                  periodCell(date),
                  textCell(of.join("; ")),
                  textCell(into),
                  textCell(reason),
                ],
              })),
            },
          ]),
    ],
  };
}

/** As the paper gives it, or from the counts, rounded once. */
function shareCell(
  share: string | undefined,
  attended: number | undefined,
  held: number | undefined,
): Cell {
  const value =
    share ??
    (attended === undefined || held === undefined
      ? undefined
      : toDecimal(ratio(BigInt(attended), BigInt(held)).mul(exact("100")), 1));
  return value === undefined ? textCell(null) : { text: `${value} %`, value };
}
