import { in2017 } from "../../papers.ts";
import type { From } from "../../safeguarding-records.ts";

/** Places in an item of the pack of 22 May 2017. */
export const ofItem =
  (item: string) =>
  (place: { readonly paragraph?: string; readonly table?: string }): From => ({
    source: in2017({ item, ...place }),
    disclosedOn: "2017-05-22",
  });

/** What the pack's two parts of 2016–17 are, on either side of the new recording system. */
export const beforeNiche = "2016-04-01/2016-06-21";
export const sinceNiche = "2016-06-22/2017-03-31";
