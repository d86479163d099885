import { disclosurePolicy } from "@moothall/core/disclosure";
import * as z from "zod";

const years = () => z.int().min(0).max(100).optional();

export const retention = () =>
  z.strictObject({
    response: years(),
    vote: years(),
    "contact-details": years(),
    contact: years(),
    matter: years(),
  });

export const settings = z.strictObject({
  /** Which counts are small; fewer than ten where left out. */
  disclosure: disclosurePolicy().prefault({ small: [1, 9] }),
  /** Years that each kind is kept after the end of the financial year; without one it is not disposed of. */
  retention: retention().prefault({}),
  /** Days that the office has set itself as the least for a consultation. */
  minimumDays: z.int().positive().optional(),
});

export type Settings = z.output<typeof settings>;
