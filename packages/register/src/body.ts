import { record, reference } from "@moothall/core";
import * as z from "zod";
import { organisationIdentifier } from "./organisation-identifier.ts";
import { endsBeforeItStarts, startsBeforeItEnds, validity } from "./validity.ts";

/** What kind of body it is: whose rules bind it, and which list of reports it is named in. */
export const bodyKinds = [
  "commissioner",
  "constabulary",
  "police-authority",
  "police-and-crime-panel",
  "council",
  "combined-authority",
  "committee",
  "board",
  "community-safety-partnership",
  "partnership",
  "fire-and-rescue-authority",
  "health-body",
  "probation-body",
  "government-body",
  "inspectorate",
  "court-service",
  "school",
  "university",
  "company",
  "charity",
  "voluntary-organisation",
  "community-group",
  "parish-council",
] as const;

export type BodyKind = (typeof bodyKinds)[number];

export const nations = ["england", "wales", "scotland", "northern-ireland"] as const;

const dated = () =>
  z
    .strictObject({ name: z.string().min(1), ...validity() })
    .refine(startsBeforeItEnds, endsBeforeItStarts);

/**
 * The rules that bind a body while they do. A profile is named here and spelt out where it is
 * applied (notice periods and publication duties are those of meetings).
 */
const legalProfile = () =>
  z
    .strictObject({
      profile: z
        .string()
        .regex(
          /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
          "must be lower-case words joined by hyphens, such as english-council",
        ),
      /** The act or order that says so. */
      authority: z.string().min(1).optional(),
      ...validity(),
    })
    .refine(startsBeforeItEnds, endsBeforeItStarts);

/** A body that acts, is paid, or meets: from a commissioner to a supplier. */
export const body = () =>
  record({
    name: z.string().min(1),
    /** Abbreviations, names in other spellings, and names of other days. */
    otherNames: z.array(dated()).optional(),
    kind: z.enum(bodyKinds),
    identifiers: z.array(organisationIdentifier()).optional(),
    nation: z.enum(nations).optional(),
    legalProfiles: z.array(legalProfile()).optional(),
    /** The body of which it is part. */
    parent: reference("register/body").optional(),
    /** The area that it serves. */
    area: reference("register/area").optional(),
    ...validity(),
    /** The bodies to which its duties went when it ended. */
    successors: z.array(reference("register/body")).optional(),
    website: z.url().optional(),
  })
    .refine(startsBeforeItEnds, endsBeforeItStarts)
    .meta({ description: "A body" });

export type Body = z.output<ReturnType<typeof body>>;
