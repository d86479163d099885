import { calendarDate, formatDate, parseInput } from "@moothall/core";
import * as z from "zod";
import { daysBetween } from "../coverage/progress.ts";
import { finding, type GateFinding, type Outcome, outcomes, worstOf } from "./outcome.ts";

/**
 * The four principles of a fair consultation: R v Brent London Borough Council, ex parte Gunning
 * (1985) 84 LGR 168; approved in R (Moseley) v Haringey London Borough Council [2014] UKSC 56.
 */
export const principles = [
  "formative-stage",
  "enough-information",
  "enough-time",
  "conscientious-consideration",
] as const;
export type Principle = (typeof principles)[number];

const principleInput = () =>
  z
    .strictObject({
      evidence: z.array(z.string().min(1)).default([]),
      /** What somebody answerable has judged, and why. */
      judged: z
        .strictObject({
          outcome: z.enum(outcomes),
          by: z.string().min(1).describe("The post that judged"),
          reason: z.string().min(1),
        })
        .optional(),
    })
    .optional();

export const gunningInput = () =>
  z
    .strictObject({
      opened: calendarDate().optional(),
      closed: calendarDate().optional(),
      /** The day of the decision; left out while none is taken. */
      decided: calendarDate().optional(),
      /** Days that the office has set itself as the least; the law sets no number. */
      minimumDays: z.int().positive().optional(),
      /** The day on which the decision-maker had the report of the responses. */
      reportedOn: calendarDate().optional(),
      principles: z
        .strictObject({
          "formative-stage": principleInput(),
          "enough-information": principleInput(),
          "enough-time": principleInput(),
          "conscientious-consideration": principleInput(),
        })
        .prefault({}),
    })
    .meta({ description: "A consultation, and the evidence for each of Gunning's principles" });

export type GunningInput = z.input<ReturnType<typeof gunningInput>>;
type Consultation = z.output<ReturnType<typeof gunningInput>>;

export const gunningOutput = () =>
  z.strictObject({
    outcome: z.enum(outcomes),
    principles: z.array(finding(z.enum(principles))),
  });

export interface Gunning {
  readonly outcome: Outcome;
  readonly principles: readonly GateFinding<Principle>[];
}

/**
 * Gunning's principles as a checklist: what dates alone decide is decided, what somebody judged is
 * told with who and why, everything else needs judgement. Dates that contradict a principle outweigh
 * a judgement that it was met.
 * @throws MoothallError `core/bad-input`
 */
export function gunning(input: GunningInput): Gunning {
  const consultation = parseInput(gunningInput(), input, "gunning");
  const found = principles.map((principle): GateFinding<Principle> => {
    const { evidence = [], judged } = consultation.principles[principle] ?? {};
    const dated = byDates[principle](consultation);
    const restsOn = [
      ...dated.restsOn,
      ...evidence,
      ...(judged === undefined ? [] : [`${judged.by} judged: ${judged.outcome}. ${judged.reason}`]),
    ];
    const outcome =
      dated.outcome === "fail" ? "fail" : (judged?.outcome ?? dated.outcome ?? "needs-judgement");
    return { subject: principle, outcome, restsOn };
  });
  return { outcome: worstOf(found), principles: found };
}

interface Dated {
  readonly outcome?: Outcome;
  readonly restsOn: readonly string[];
}

const nothing: Dated = { restsOn: [] };

const byDates: Readonly<Record<Principle, (consultation: Consultation) => Dated>> = {
  "formative-stage": ({ opened, decided }) => {
    if (opened === undefined || decided === undefined) return nothing;
    const restsOn = [`Opened ${formatDate(opened)}; decided ${formatDate(decided)}.`];
    return decided <= opened ? { outcome: "fail", restsOn } : { restsOn };
  },
  "enough-information": () => nothing,
  "enough-time": ({ opened, closed, minimumDays }) => {
    if (opened === undefined || closed === undefined) return nothing;
    const days = daysBetween(opened, closed) + 1;
    const open = `Open for ${days} ${days === 1 ? "day" : "days"}, ${formatDate(opened)} to ${formatDate(closed)}.`;
    if (minimumDays === undefined)
      return { restsOn: [open, "The office has set itself no least number of days."] };
    const restsOn = [open, `The office's least is ${minimumDays} days.`];
    return { outcome: days < minimumDays ? "fail" : "pass", restsOn };
  },
  "conscientious-consideration": ({ closed, decided, reportedOn }) => {
    if (decided === undefined) return { restsOn: ["No decision is recorded."] };
    if (closed !== undefined && decided <= closed) {
      return {
        outcome: "fail",
        restsOn: [
          `Decided ${formatDate(decided)}, before responses closed on ${formatDate(closed)}.`,
        ],
      };
    }
    if (reportedOn === undefined)
      return { restsOn: ["No report of the responses to the decision-maker is recorded."] };
    const restsOn = [
      `The responses were reported ${formatDate(reportedOn)}; decided ${formatDate(decided)}.`,
    ];
    return reportedOn > decided ? { outcome: "fail", restsOn } : { restsOn };
  },
};
