import type { ExampleRecord } from "../../example-record.ts";
import { adults } from "./adults.ts";
import { airSupport } from "./air-support.ts";
import { children } from "./children.ts";
import { domesticAbuse } from "./domestic-abuse.ts";
import { actionPlan } from "./domestic-abuse-action-plan.ts";
import { forces } from "./forces.ts";
import { healthAndSafety } from "./health-and-safety.ts";
import { recordingSystem } from "./recording-system.ts";
import { boards } from "./safeguarding-boards.ts";
import { scorecards } from "./scorecards.ts";
import { sexualOffences } from "./sexual-offences.ts";

/** Figures of items 11C and 12A to 12G of 22 May 2017. */
export const safeguarding2017: readonly ExampleRecord[] = [
  ...forces,
  ...recordingSystem,
  ...boards,
  ...domesticAbuse,
  ...actionPlan,
  ...children,
  ...adults,
  ...sexualOffences,
  ...scorecards,
  ...healthAndSafety,
  ...airSupport,
];
