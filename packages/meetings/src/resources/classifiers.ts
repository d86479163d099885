import type { Classification, PathPattern } from "@moothall/core";
import { actionWithholds, classifyAction } from "./action.ts";
import { classifyAgenda } from "./agenda.ts";
import { agendaItemWithholds, classifyAgendaItem } from "./agenda-item.ts";
import { attendanceWithholds, classifyAttendance } from "./attendance.ts";
import { classifyDecision, decisionWithholds } from "./decision.ts";
import { classifyDeclaration, declarationWithholds } from "./declaration-of-interest.ts";
import { classifyForwardPlanEntry } from "./forward-plan-entry.ts";
import { classifyMeeting } from "./meeting.ts";
import { classifyMinutes, minutesWithholds } from "./minutes.ts";
import { classifyMotion, motionWithholds } from "./motion.ts";
import { classifyPaper, paperWithholds } from "./paper.ts";
import { classifyPaperVersion, paperVersionWithholds } from "./paper-version.ts";
import { classifyPublication, publicationWithholds } from "./publication.ts";
import { classifyQuestion, questionWithholds } from "./question.ts";
import { classifyResolution, resolutionWithholds } from "./resolution.ts";
import { classifyVote, voteWithholds } from "./vote.ts";

export interface Classifier {
  readonly classify: (record: never) => Classification;
  readonly withholds?: readonly PathPattern[];
}

/** Who may see what, of every kind of record that is not simply public. */
export const classifiers = {
  meeting: { classify: classifyMeeting },
  agenda: { classify: classifyAgenda },
  "agenda-item": { classify: classifyAgendaItem, withholds: agendaItemWithholds },
  paper: { classify: classifyPaper, withholds: paperWithholds },
  "paper-version": { classify: classifyPaperVersion, withholds: paperVersionWithholds },
  attendance: { classify: classifyAttendance, withholds: attendanceWithholds },
  "declaration-of-interest": { classify: classifyDeclaration, withholds: declarationWithholds },
  question: { classify: classifyQuestion, withholds: questionWithholds },
  resolution: { classify: classifyResolution, withholds: resolutionWithholds },
  motion: { classify: classifyMotion, withholds: motionWithholds },
  vote: { classify: classifyVote, withholds: voteWithholds },
  minutes: { classify: classifyMinutes, withholds: minutesWithholds },
  action: { classify: classifyAction, withholds: actionWithholds },
  decision: { classify: classifyDecision, withholds: decisionWithholds },
  publication: { classify: classifyPublication, withholds: publicationWithholds },
  "forward-plan-entry": { classify: classifyForwardPlanEntry },
} as const satisfies Readonly<Record<string, Classifier>>;

export type ClassifiedKind = keyof typeof classifiers;
