import {
  type Classification,
  calendarDate,
  type PathPattern,
  type PublicationClass,
  reference,
} from "@moothall/core";
import * as z from "zod";
import { classOfGround, groundCode, groundOf } from "../law/grounds.ts";

/**
 * That something is withheld from the public, and on what ground. The ground, the decider and the
 * dates are public; the reasoning is not, since it may tell what is withheld.
 */
export const withholding = () =>
  z
    .strictObject({
      ground: groundCode(),
      /** Why withholding serves the public interest better than disclosure. */
      reasoning: z.string().min(1).optional(),
      decidedBy: reference("register/post", "register/person", "register/body"),
      decided: calendarDate(),
      /** The day by which it is looked at again, as a ground holds only so long as it does. */
      review: calendarDate().optional(),
      /** The resolution that excluded the public. */
      resolution: reference("meetings/resolution").optional(),
      /** What the public is told in its place. */
      summary: z.string().min(1).optional(),
    })
    .refine(
      ({ ground, reasoning }) => groundOf(ground)?.basis !== "exempt" || reasoning !== undefined,
      {
        path: ["reasoning"],
        message: "must say why withholding serves the public interest better (an exempt ground)",
      },
    )
    .refine(({ ground, review }) => groundOf(ground)?.basis !== "exempt" || review !== undefined, {
      path: ["review"],
      message: "must say the day of review (an exempt ground holds only so long as it does)",
    })
    .meta({
      description: "That it is withheld from the public: ground, reasoning, decider, review",
    });

export type Withholding = z.output<ReturnType<typeof withholding>>;

/** What everything that goes before the public has: whether it is out, since when, and what is withheld. */
export const publishing = () => ({
  /** A draft is for the office alone. */
  publication: z.enum(["draft", "published"]).default("draft"),
  /** The first day on which it was open to the public, where that is known. */
  published: calendarDate().optional(),
  withheld: withholding().optional(),
});

export interface Published {
  readonly publication: "draft" | "published";
  readonly withheld?: Withholding | undefined;
  readonly session?: "open" | "closed" | undefined;
}

/** The ground on which a record is withheld; null where it is in closed session and none was given. */
export const groundHeld = ({ withheld, session }: Published): string | null | undefined =>
  withheld?.ground ?? (session === "closed" ? null : undefined);

const alwaysKept = ["id", "publication", "published", "withheld"] as const;

/**
 * Who may see a record that goes before the public: nobody outside the office while it is a draft;
 * everybody afterwards; and of a withheld one only the fields in `kept`, with the ground. Whatever is
 * not named there is withheld, so that a field that is added later cannot leak.
 */
export function publicWhenPublished(kept: readonly string[], fields: readonly string[]) {
  const open = new Set<string>([...alwaysKept, ...kept]);
  const closed = fields.filter((field) => !open.has(field)).map((field) => `/${field}` as const);
  const withholds: readonly PathPattern[] = [...closed, "/withheld/reasoning"];
  const classify = (record: Published): Classification => {
    const ground = groundHeld(record);
    const whole: PublicationClass = record.publication === "published" ? "public" : "restricted";
    if (ground === undefined) return { record: whole };
    const of = ground === null ? "restricted" : classOfGround(ground);
    return { record: whole, paths: Object.fromEntries(withholds.map((path) => [path, of])) };
  };
  return { classify, withholds };
}

/** A record as a reader may see it who may not see all: everything but these may be missing. */
export type Seen<Record_ extends { readonly id: string }, Kept extends keyof Record_ = "id"> = Pick<
  Record_,
  Kept | "id"
> &
  Partial<Record_>;
