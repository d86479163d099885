import { reference } from "@moothall/core";
import * as z from "zod";

/** What kind of applicant or recipient it is, for eligibility and for what may be published of it. */
export const recipientKinds = [
  "voluntary",
  "community-group",
  "council",
  "parish-council",
  "partnership",
  "police",
  "health-body",
  "school",
  "company",
  "public-body",
  "individual",
] as const;

export type RecipientKind = (typeof recipientKinds)[number];

/**
 * Who applies or is paid. `body` where the register holds it; `identifier` after org-id.guide.
 * Of an individual the name is confidential: publications say `Individual`.
 */
export const recipient = () =>
  z.strictObject({
    body: reference("register/body").optional(),
    name: z.string().min(1).max(300).optional(),
    kind: z.enum(recipientKinds).optional(),
    identifier: z.string().min(3).max(200).optional(),
    charityNumber: z.string().min(1).max(20).optional(),
    companyNumber: z.string().min(1).max(20).optional(),
    postalCode: z.string().min(1).max(10).optional(),
    /** An address, a person to ask for, bank details: never published. */
    contact: z.string().min(1).optional(),
  });

export type Recipient = z.output<ReturnType<typeof recipient>>;
