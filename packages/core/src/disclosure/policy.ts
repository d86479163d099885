import * as z from "zod";
import { calendarDate } from "../date.ts";
import { MoothallError } from "../error.ts";
import { shared } from "../shared-schema.ts";

/**
 * What an office has decided about small counts, as data: which counts are small, whether zero is
 * one of them, and how a table of them is protected.
 */
export const disclosurePolicy = shared(() =>
  z
    .strictObject({
      /** The smallest and the largest small count, both included: `[1, 4]`, `[0, 4]`, `[1, 7]`. */
      small: z
        .tuple([z.int().min(0).max(1), z.int().min(1).max(1_000_000)])
        .describe("Smallest and largest small count, both included; the first is 0 or 1"),
      /** Left out: zero is suppressed where `small` starts at 0, published where it starts at 1. */
      zero: z.enum(["publish", "suppress"]).optional(),
      /** Whether other cells may be hidden as well, so that hidden ones cannot be worked out. */
      secondary: z.boolean().default(true),
      /** Instead of hiding, show every figure as a multiple of this base. */
      rounding: z.int().min(2).max(1_000_000).optional(),
      /** A decision to publish the counts as they are, by whom, why and until when. */
      override: z
        .strictObject({ by: z.string().min(1), reason: z.string().min(1), expires: calendarDate() })
        .optional(),
    })
    .meta({
      description: "Disclosure policy: which counts are small, and what is done about them",
    }),
);

export type DisclosurePolicy = z.output<ReturnType<typeof disclosurePolicy>>;
export type DisclosurePolicyInput = z.input<ReturnType<typeof disclosurePolicy>>;

/** A policy with its defaults worked out. */
export interface Rules {
  readonly policy: DisclosurePolicy;
  /** A range wholly within these two gives a small count away. */
  readonly lowestSmall: number;
  readonly highestSmall: number;
  readonly zeroIsHidden: boolean;
}

/** @throws MoothallError `core/bad-disclosure-policy` that names the field. */
export function readPolicy(input: DisclosurePolicyInput): Rules {
  const parsed = disclosurePolicy().safeParse(input);
  if (!parsed.success) {
    throw new MoothallError({
      code: "core/bad-disclosure-policy",
      message: `The disclosure policy is not valid: ${z.prettifyError(parsed.error)}`,
      hint: 'Give at least the small counts, such as {"small":[1,4],"zero":"publish","secondary":true}.',
      at: {
        pointer: `/policy${parsed.error.issues[0]?.path.map((key) => `/${String(key)}`).join("") ?? ""}`,
      },
    });
  }
  const policy = parsed.data;
  const zeroIsHidden =
    (policy.zero ?? (policy.small[0] === 0 ? "suppress" : "publish")) === "suppress";
  return {
    policy,
    lowestSmall: zeroIsHidden ? 0 : policy.small[0],
    highestSmall: policy.small[1],
    zeroIsHidden,
  };
}

/** Whether the policy forbids to show this count. */
export const isSmall = (rules: Rules, count: number): boolean =>
  count === 0 ? rules.zeroIsHidden : count <= rules.highestSmall;
