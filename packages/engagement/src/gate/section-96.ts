import { calendarDate, formatDate, parseInput } from "@moothall/core";
import * as z from "zod";
import { finding, type GateFinding, type Outcome, outcomes, worstOf } from "./outcome.ts";

/** Whose views the Act asks for. */
export const statutoryGroups = ["people", "victims", "ratepayers"] as const;
export type StatutoryGroup = (typeof statutoryGroups)[number];

/** Police Act 1996, s.96(1A) and (1B), as amended by the 2011 Act, s.14. */
const required: Readonly<Record<"plan" | "precept", readonly StatutoryGroup[]>> = {
  plan: ["people", "victims"],
  precept: ["people", "ratepayers"],
};

export const section96Input = () =>
  z
    .strictObject({
      decision: z
        .enum(["plan", "precept"])
        .describe("A police and crime plan, or the first precept of a financial year"),
      decided: calendarDate().describe("The day on which it is, or is to be, decided"),
      activities: z.array(
        z.strictObject({
          title: z.string().min(1),
          groups: z.array(z.enum(statutoryGroups)).describe("Whose views it obtained"),
          closed: calendarDate()
            .nullish()
            .describe("Its last day; left out while it is open or where it is not known"),
        }),
      ),
    })
    .meta({ description: "A plan or precept, and the activities by which views were obtained" });

export type Section96Input = z.input<ReturnType<typeof section96Input>>;

export const section96Output = () =>
  z.strictObject({ outcome: z.enum(outcomes), groups: z.array(finding(z.enum(statutoryGroups))) });

export interface Section96 {
  readonly outcome: Outcome;
  readonly groups: readonly GateFinding<StatutoryGroup>[];
}

/**
 * Whether views were obtained of everyone of whom the Act asks before the decision: each group needs
 * an activity that closed before the day. An activity whose last day is not known needs judgement.
 * @throws MoothallError `core/bad-input`
 */
export function section96(input: Section96Input): Section96 {
  const { decision, decided, activities } = parseInput(section96Input(), input, "section96");
  const groups = required[decision].map((group): GateFinding<StatutoryGroup> => {
    const own = activities.filter((each) => each.groups.includes(group));
    const before = own.filter(({ closed }) => typeof closed === "string" && closed < decided);
    const unknown = own.filter(({ closed }) => typeof closed !== "string");
    return {
      subject: group,
      outcome: before.length > 0 ? "pass" : unknown.length > 0 ? "needs-judgement" : "fail",
      restsOn:
        own.length === 0
          ? [`No activity obtained the views of ${group}.`]
          : own.map(({ title, closed }) =>
              typeof closed === "string"
                ? `${title}, closed ${formatDate(closed)}, ${closed < decided ? "before" : "not before"} ${formatDate(decided)}.`
                : `${title}, of which the last day is not known.`,
            ),
    };
  });
  return { outcome: worstOf(groups), groups };
}
