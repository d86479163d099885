import { calendarDate, record, reference } from "@moothall/core";
import { disclosurePolicy } from "@moothall/core/disclosure";
import * as z from "zod";

/** An office's decision about small counts, under a name and from a day on. */
export const disclosurePolicySchema = record({
  title: z.string().min(1),
  body: reference("register/body").optional(),
  validFrom: calendarDate().optional(),
  policy: disclosurePolicy(),
  decidedIn: reference().optional(),
  /** Post that may override it. */
  overriddenBy: reference("register/post").optional(),
}).meta({ description: "A disclosure policy" });

export type DisclosurePolicyRecord = z.output<typeof disclosurePolicySchema>;
