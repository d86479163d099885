import { type Finding, referenceTo } from "@moothall/core";
import type { SeenAction } from "../resources/action.ts";
import { found } from "./finding.ts";

export const actionRules = {
  "meetings/action-without-owner": "An open action has no owner.",
  "meetings/action-overdue": "An action is open past the day on which it was due.",
} as const;

/** Looks for actions that nobody owns or that are late. */
export const checkActions = (actions: readonly SeenAction[], today: string): Finding[] =>
  actions
    .filter(({ state }) => state === "open")
    .flatMap((action) => {
      const about = referenceTo("meetings/action", action.id);
      const findings: Finding[] = [];
      // Of a withheld action the owners are not seen, which is not to say that there are none.
      if (action.owners !== undefined && action.owners.length === 0)
        findings.push(
          found({
            rule: "meetings/action-without-owner",
            about,
            severity: "warning",
            message: "It is open, and no post or body is said to own it.",
            at: { pointer: "/owners" },
            fix: "Name the post that is to do it.",
          }),
        );
      if (action.due !== undefined && action.due < today)
        findings.push(
          found({
            rule: "meetings/action-overdue",
            about,
            severity: "warning",
            message: `It was due on ${action.due} and is open.`,
            evidence: { due: action.due },
            at: { pointer: "/due" },
            fix: "Report on it at the next meeting, or agree another day.",
          }),
        );
      return findings;
    });
