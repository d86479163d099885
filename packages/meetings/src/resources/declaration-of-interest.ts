import { record, reference } from "@moothall/core";
import * as z from "zod";
import { publicWhenPublished, publishing } from "./publishing.ts";
import { member } from "./terms.ts";

/** An interest that a member declared, or that none was declared. */
export const declarationOfInterest = () =>
  record({
    meeting: reference("meetings/meeting"),
    /** Left out where it is recorded that nobody declared one. */
    member: member().optional(),
    item: reference("meetings/agenda-item").optional(),
    kind: z.enum(["none", "personal", "prejudicial", "disclosable-pecuniary", "other"]),
    nature: z.string().min(1).optional(),
    withdrew: z.boolean().default(false),
    dispensation: z.string().min(1).optional(),
    ...publishing(),
  })
    .refine(({ kind, member }) => kind === "none" || member !== undefined, {
      path: ["member"],
      message: "must say who declared the interest",
    })
    .meta({ description: "A declaration of interest" });

export type DeclarationOfInterest = z.output<ReturnType<typeof declarationOfInterest>>;

const rule = publicWhenPublished(
  ["meeting", "member", "item", "kind", "withdrew"],
  Object.keys(declarationOfInterest().shape),
);
/** Of a sensitive interest the fact is public and its nature is not (Localism Act 2011, section 32). */
export const classifyDeclaration = rule.classify;
export const declarationWithholds = rule.withholds;
