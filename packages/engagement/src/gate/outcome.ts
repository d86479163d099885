import * as z from "zod";

/** What a gate says; it never says that something is lawful. */
export const outcomes = ["pass", "fail", "needs-judgement"] as const;
export type Outcome = (typeof outcomes)[number];

export const finding = (subject: z.ZodType<string, string>) =>
  z.strictObject({
    subject,
    outcome: z.enum(outcomes),
    /** The facts that it rests on, for whoever judges. */
    restsOn: z.array(z.string()),
  });

export interface GateFinding<Subject extends string = string> {
  readonly subject: Subject;
  readonly outcome: Outcome;
  readonly restsOn: readonly string[];
}

/** Fails where one fails, passes where all pass; else somebody has to judge. */
export const worstOf = (findings: readonly { readonly outcome: Outcome }[]): Outcome =>
  findings.some(({ outcome }) => outcome === "fail")
    ? "fail"
    : findings.length > 0 && findings.every(({ outcome }) => outcome === "pass")
      ? "pass"
      : "needs-judgement";
