import {
  compareFindings,
  type Finding,
  formatDate,
  type PublicationClass,
  type ReportDocumentInput,
} from "@moothall/core";

/** The rules of which a finding says that something is late, and what a clerk calls it. */
export const lateRules: Readonly<Record<string, string>> = {
  "meetings/notice-missed": "Agendas that should be out",
  "meetings/action-overdue": "Actions past their day",
  "meetings/minutes-missing": "Meetings without minutes",
  "meetings/minutes-never-confirmed": "Minutes not confirmed",
  "meetings/decision-not-reported": "Decisions not reported",
  "meetings/review-overdue": "Withholdings to be looked at again",
  "meetings/forward-plan-slipped": "Forward plan entries that slipped",
};

/** What is late today, by what it is, from what the checks found. */
export function lateReport(
  findings: readonly Finding[],
  today: string,
  of: PublicationClass,
): ReportDocumentInput {
  const late = findings.filter(({ rule }) => rule in lateRules).toSorted(compareFindings);
  return {
    title: "What is late",
    summary: `${late.length} matters on ${formatDate(today)}.`,
    class: of,
    blocks:
      late.length === 0
        ? [{ type: "notice", id: "none", text: "Nothing is late." }]
        : [
            {
              type: "table",
              id: "late",
              caption: "What is late",
              columns: [
                { id: "what", heading: "What", headsRow: true },
                { id: "about", heading: "Record" },
                { id: "message", heading: "How it stands" },
                { id: "fix", heading: "What to do" },
              ],
              rows: late.map(({ rule, about, message, fix }) => ({
                cells: [
                  { text: lateRules[rule] ?? rule },
                  { text: about },
                  { text: message },
                  { text: fix ?? "" },
                ],
              })),
            },
          ],
  };
}
