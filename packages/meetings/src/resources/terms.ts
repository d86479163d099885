import { reference } from "@moothall/core";
import * as z from "zod";

/** Whoever takes part: a post, an elected office-holder, or a body that is represented. */
export const member = () => reference("register/post", "register/person", "register/body");

/** A stretch of text as a paper numbers it: `{ number: "2.1", text }`, with the heading above it. */
export const paragraph = () =>
  z.strictObject({
    number: z.string().min(1).optional(),
    heading: z.string().min(1).optional(),
    text: z.string().min(1),
  });

export type Paragraph = z.output<ReturnType<typeof paragraph>>;

const limbShape = () => ({
  /** As written: `(1)`, `i`, `(a)`. */
  number: z.string().min(1).optional(),
  text: z.string().min(1),
  /** In the body's own words: noted, approved, direct assurance, partial assurance, supported. */
  outcome: z.string().min(1).optional(),
});

/** One limb of a recommendation or a resolution, with lettered limbs of its own. */
export const limb = () =>
  z.strictObject({ ...limbShape(), limbs: z.array(z.strictObject(limbShape())).optional() });

export type Limb = z.output<ReturnType<typeof limb>>;

/** `id` of a part of a record, so that what is hidden in it is put back at its place. */
export const partId = () =>
  z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, "must be lower-case letters, digits, '.' and '-'");

export const session = () => z.enum(["open", "closed"]);
