import {
  formatDate,
  narrower,
  type PublicationClass,
  type ReportDocumentInput,
} from "@moothall/core";
import { classOfRecord } from "../agenda/meeting-records.ts";
import { plannedDay } from "../checks/check-forward-plan.ts";
import type { ForwardPlanEntry } from "../resources/forward-plan-entry.ts";
import type { Meeting } from "../resources/meeting.ts";
import { anchor, textCell } from "./blocks.ts";

const otherTopic = "Other";

/** The forward plan of a body: a row for each meeting, a column for each topic. */
export function forwardPlanReport(
  title: string,
  entries: readonly ForwardPlanEntry[],
  meetings: readonly Meeting[],
  from: string,
  topics: readonly string[] = [],
): ReportDocumentInput {
  const planned = entries
    .filter(({ status }) => status !== "withdrawn")
    .flatMap((entry) => {
      const day = plannedDay(entry, meetings);
      return day === undefined || day < from ? [] : [{ entry, day }];
    });
  const days = [...new Set(planned.map(({ day }) => day))].sort();
  const columns = [
    ...new Set([...topics, ...planned.map(({ entry }) => entry.topic ?? otherTopic)]),
  ];
  return {
    title: `Forward plan: ${title}`,
    summary: `${planned.length} entries for ${days.length} meetings from ${formatDate(from)}.`,
    class: planned.reduce<PublicationClass>(
      (of, { entry }) => narrower(of, classOfRecord("forward-plan-entry", entry)),
      "public",
    ),
    blocks:
      planned.length === 0
        ? [{ type: "notice", id: "none", text: "Nothing is planned from that day on." }]
        : [
            {
              type: "table",
              id: "plan",
              caption: "Forward plan",
              columns: [
                { id: "meeting", heading: "Date of meeting", type: "date", headsRow: true },
                ...columns.map((heading, index) => ({
                  id: anchor(`topic-${index + 1}`),
                  heading,
                })),
              ],
              rows: days.map((day) => ({
                id: day,
                cells: [
                  { text: formatDate(day), value: day },
                  ...columns.map((topic) =>
                    textCell(
                      planned
                        .filter(
                          (each) => each.day === day && (each.entry.topic ?? otherTopic) === topic,
                        )
                        .map(({ entry }) => entryText(entry))
                        .join("; "),
                    ),
                  ),
                ],
              })),
            },
          ],
  };
}

function entryText({ title, kind, condition, keyDecision, earlier }: ForwardPlanEntry): string {
  const notes = [
    kind === "presentation" ? "presentation" : "",
    keyDecision ? "key decision" : "",
    condition ?? "",
    movedFrom(earlier),
  ].filter((note) => note !== "");
  return notes.length === 0 ? title : `${title} (${notes.join(", ")})`;
}

const movedFrom = (earlier: readonly string[] = []): string => {
  const last = earlier.at(-1);
  return last === undefined ? "" : `moved from ${formatDate(last)}`;
};
